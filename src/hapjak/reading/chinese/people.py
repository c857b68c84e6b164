"""The people of a Chinese report: who holds which posts, and for which side.

A post whose body is left out belongs to the run before it, else to the side
of the nearest full post of its level in the sentence, else to the report's own
place.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import structs

from hapjak.reading.chinese.bodies import GOVERNMENT, ChineseBodies
from hapjak.reading.chinese.calling import LEVELS, Calling
from hapjak.reading.chinese.home import OUR, level_of
from hapjak.reading.chinese.offices import office_kind
from hapjak.reading.chinese.titles import Held, Post
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.model import OrganisationKind
from hapjak.reading.sentences import Sentence

KINDS = {
    "company": OrganisationKind.COMPANY,
    "government": OrganisationKind.GOVERNMENT,
    "party": OrganisationKind.COMPANY,
    "body": OrganisationKind.OTHER,
}
BETWEEN = 40  # characters between whom one visits and who receives there
LED = 40  # characters between a post and the delegation its holder leads
DELEGATION = re.compile(
    r"(?:党政|政府|经贸|友好|考察|学习|访问|企业家)*(?:代表团|考察团|考察组|访问团|团组|一行)"
)
GROUP = re.compile(r"(?:党委|党组|党工委)$")


class ChinesePeople(Calling):
    """The people of a Chinese text."""

    before = ""
    after = ""

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        bodies: ChineseBodies,
        held: list[Held],
        form: str,
    ) -> None:
        super().__init__(text, bodies, form)
        self.own = bodies
        self._done = 0  # where the names of the latest run end
        self._recent: dict[str, Body] = {}
        self._unnamed: set[str] = set()  # levels whose own place the report never names
        self._called: list[tuple[int, int, Figure]] = []
        self._runs = [(run.posts[0].start, run.posts[-1].end) for run in held if not run.before]
        starts = [sentence.start for sentence in sentences]
        latest = -1
        for run in held:
            at = bisect_right(starts, run.posts[0].title_start)
            if at != latest:
                self.last_side, self.last_body, latest = None, None, at
            if not run.before:
                if OUR.search(text, self._done, run.posts[0].start):  # 到我市调研，市委书记…
                    self.last_side, self.last_body = None, None
                self._take(run)
                self._done = run.names[-1][1]
        self._by_head = self._heads()
        for run in held:
            if run.before:
                self._take_before(run)
        self.find_again()

    def introduces(self, position: int) -> bool:
        """Whether a place lies within the posts before a name."""
        index = bisect_right(self._runs, (position, len(self.text))) - 1
        return index >= 0 and position < self._runs[index][1]

    def in_order(self) -> list[Figure]:
        """Everybody in the order of first mention."""
        return sorted(self.all(), key=lambda person: person.spans[0])

    def _take(self, run: Held) -> None:
        """Give a run of posts to the names behind it."""
        posts: list[PostHeld] = []
        body: Body | None = None
        before: Post | None = None
        for post in run.posts:
            own = self._written(post)
            holder = own
            if own is None and not post.posted:
                grouped = self._office_of(before) if before and post.kind != "party" else None
                holder = grouped or self._left_out(post, body)
            before = post
            body = holder if holder is not None else body
            text = self.text[post.start : post.end]
            posts.append(PostHeld(post.title, holder, text))
            self._note_side(own)
        self.last_body = body if body is not None else self.last_body
        for start, end in run.names:
            self.add(self.text[start:end], start, posts)

    def _note_side(self, own: Body | None) -> None:
        """The government whose full post was told last, and the last of each level."""
        side = self.own.side_of(own)
        if side is not None and side.kind is OrganisationKind.GOVERNMENT and side.territory:
            self.last_side = side
        level = level_of(side.name) if side is not None else None
        if side is not None and level:
            self._recent[level] = side

    def _written(self, post: Post) -> Body | None:
        """The body a post prints before its title."""
        if post.office:
            office = self.own.of_office(post.office)
            if office is None:
                return self._bare(post)
            elided = post.office.place is None and post.office.level
            return self._nearest(post, office) if elided else office
        if post.place:
            return (
                self.own.ensure_government(post.place.name)
                if post.place.level != "country"
                else None
            )
        if post.words:
            return self._group(*post.words) or self.own.by_words(*post.words, KINDS[post.kind])
        return None

    def _group(self, start: int, end: int) -> Body | None:
        """新云集团党委: the party's group in a body, on whose side it is."""
        group = GROUP.search(self.text, start, end)
        if group is None or group.start() - start < 2:
            return None
        body = self.own.by_words(start, end, OrganisationKind.PARTY)
        body.kind = OrganisationKind.PARTY
        body.side = self.own.by_words(start, group.start(), OrganisationKind.COMPANY)
        return body

    def _office_of(self, post: Post) -> Body | None:
        """市商务局党组书记、局长: the second post is of the office, not of the party's group in it."""
        if post.words and (group := GROUP.search(self.text, *post.words)):
            start = post.words[0]
            named = group.start() - start > 1
            return (
                self.own.by_words(start, group.start(), OrganisationKind.COMPANY) if named else None
            )
        office = post.office
        group = GROUP.search(office.stem) if office else None
        if office is None or group is None or group.start() == 0:
            return None
        length = group.end() - group.start()
        own = structs.replace(
            office,
            end=office.end - length,
            stem=office.stem[:-length],
            kind=office_kind(office.stem[:-length]),
        )
        body = self.own.of_office(own) or self.own.bare(own)
        if (own.start, own.end) not in body.spans:
            body.spans.append((own.start, own.end))
        return body

    def _bare(self, post: Post) -> Body | None:
        """组织部 without its place: the side's own."""
        if post.office is None or post.office.stem in GOVERNMENT:
            return None
        return self.own.bare(post.office)

    def _nearest(self, post: Post, office: Body) -> Body:
        """An elided office of the side named before in the sentence, where the level is its own."""
        side = self.last_side
        if side is None and post.level not in self.own.home and post.level not in self._unnamed:
            side = self._recent.get(post.level or "")
            if side is None and post.level:
                self._unnamed.add(post.level)
        stem = post.office.stem if post.office else ""
        if side is None or post.level is None or not self._of_level(side, post.level):
            return office
        if stem in ("人民政府", "政府"):
            return side
        body = self.own.body(side.name + stem, office.kind, side.name)
        span = (post.office.start, post.office.end) if post.office else None
        if body is not office and span:
            office.spans = [known for known in office.spans if known != span]
            body.spans.append(span)
        return body

    def _left_out(self, post: Post, run: Body | None) -> Body | None:
        """Whose a post is that prints no body."""
        if run is not None:
            if run.kind is OrganisationKind.PARTY and (
                post.kind == "government" or post.title.endswith("主席")
            ):
                return self._governed(run, post)
            if post.level is None or run.kind is OrganisationKind.COMPANY:
                return run
            return self.own.side_of(run)
        if post.level is None:
            body = self.last_body
            own = body is not None and body.kind in (
                OrganisationKind.COMPANY,
                OrganisationKind.INSTITUTE,
                OrganisationKind.ASSOCIATION,
            )
            if post.title == "行政长官":
                return self._special_region() or self.last_side
            if post.kind in ("body", "company") and (visited := self._visited(post)):
                return visited
            return body if own or post.kind in ("body", "company") else self.last_side
        home = self.own.home.get(post.level)
        if self.text[max(0, post.title_start - 2) : post.title_start] == f"我{post.level}":
            return self.own.ensure_government(home) if home else None
        if self.last_side is not None and self._of_level(self.last_side, post.level):
            return self.last_side
        if home and f"我{post.level}" in self.text:
            return self.own.ensure_government(home)
        if post.foreign and (abroad := self._near(post, post.title_start)):
            return abroad
        if home or post.level in self._unnamed:
            return self.own.ensure_government(home) if home else None
        return self._recent.get(post.level) or self._led(post)

    def _governed(self, committee: Body, post: Post) -> Body | None:
        """州委副书记、州长: the second post is of the government beside the committee."""
        if committee.side is not None:
            return committee.side
        level = post.level or next((c for c in committee.name if c in LEVELS), None)
        return self._recent.get(level or "") or self._led(post) or (None if level else committee)

    def _visited(self, post: Post) -> Body | None:
        """访问甲大学，与校长王一会谈: the institute or company named between the last run and a post."""
        begin = max(self._done, post.start - BETWEEN)
        named = [mention.body for mention in self.own.inside(begin, post.start)]
        kinds = (OrganisationKind.COMPANY, OrganisationKind.INSTITUTE)
        return next((body for body in reversed(named) if body.kind in kinds), None)

    def _led(self, post: Post) -> Body | None:
        """州长王一率领的甲州代表团: of whom a post is that only the delegation behind it tells."""
        for place in self.own.gazetteer.inside(post.end, post.end + LED):
            led = DELEGATION.match(self.text, place.end)
            if led and level_of(place.official) == post.level:
                return self.own.ensure_government(place.name)
        return None

    def _of_level(self, side: Body, level: str) -> bool:
        return side.kind is OrganisationKind.GOVERNMENT and level_of(side.name) == level

    def add(self, name: str, start: int, posts: list[PostHeld]) -> Figure:
        """Name a person; the same post named again with its body keeps the fuller one."""
        person = self.by_name.setdefault(name, Figure(name, forms={self.form: [name]}))
        person.spans.append((start, start + len(name)))
        for post in posts:
            known = next((p for p in person.posts if p.title == post.title), None)
            if known is None:
                person.posts.append(post)
            elif known.body is None and post.body is not None:
                person.posts[person.posts.index(known)] = post
        side = next((self.own.side_of(p.body) for p in posts if p.body), None)
        person.side = person.side or side
        return person

    def index(self) -> None:
        """All places of names, and those where a person is called by surname and title."""
        super().index()
        self.lay_out([*self._index, *self._called])
