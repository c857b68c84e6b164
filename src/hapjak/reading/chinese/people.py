"""The people of a Chinese report: who holds which posts, and for which side.

A post whose body is left out belongs to the run before it, else to the side
of the nearest full post of its level in the sentence, else to the report's own
place.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right

from hapjak.reading.chinese.bodies import GOVERNMENT, ChineseBodies
from hapjak.reading.chinese.home import level_of
from hapjak.reading.chinese.names import surname_at
from hapjak.reading.chinese.offices import office_kind
from hapjak.reading.chinese.posts import Held, Post
from hapjak.reading.chinese.words import begins, sounds
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

KINDS = {
    "company": OrganisationKind.COMPANY,
    "government": OrganisationKind.GOVERNMENT,
    "party": OrganisationKind.COMPANY,
    "body": OrganisationKind.OTHER,
}
OPENING = "在年月日着请以使随与和对向及的、，。；：）”了晤见谢迎"
MOST_OF_A_SURNAME = 50
GROUP = re.compile(r"(?:党委|党组|党工委)$")
POSTED = re.compile(r"领事|大使|公使|参赞|代办")
LEVELS = "省市县区州盟旗道郡"
NEVER_NAMED = re.compile(r"[省市县区州厅局委处部副总常代正该原本新任长会]")
OWN_OFFICE = re.compile(r"我[厅局委办校院](?![外内领区员托任派公])")
NEAR = 60  # characters between a place and who is its mayor
STATE = ("主席", "总统", "总理", "首相", "国家主席")


class ChinesePeople(People):
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
        self._recent: dict[str, Body] = {}
        self._called: list[tuple[int, int, Figure]] = []
        self._runs = [(run.posts[0].start, run.posts[-1].end) for run in held if not run.before]
        starts = [sentence.start for sentence in sentences]
        latest = -1
        for run in held:
            at = bisect_right(starts, run.posts[0].title_start)
            if at != latest:
                self.last_side, self.last_body, latest = None, None, at
            if not run.before:
                self._take(run)
        self._by_head = self._heads()
        for run in held:
            if run.before:
                self._take_before(run)
        self.find_again()

    def _heads(self) -> dict[str, list[Figure]]:
        """People by the first character of their names; with very many of one no surname tells who."""
        heads: dict[str, list[Figure]] = {}
        for name, person in self.by_name.items():
            heads.setdefault(name[0], []).append(person)
        return {head: people for head, people in heads.items() if len(people) <= MOST_OF_A_SURNAME}

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
        office = post.office
        group = GROUP.search(office.stem) if office else None
        if office is None or group is None or group.start() == 0:
            return None
        length = group.end() - group.start()
        own = dataclasses.replace(
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
        if side is None and post.level not in self.own.home:
            side = self._recent.get(post.level or "")
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
            return body if own or post.kind in ("body", "company") else self.last_side
        if self.last_side is not None and self._of_level(self.last_side, post.level):
            return self.last_side
        home = self.own.home.get(post.level)
        return self.own.ensure_government(home) if home else self._recent.get(post.level)

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

    def _take_before(self, run: Held) -> None:
        """王一省长: a known person again, or a new one; 王省长: who has that post."""
        post = run.posts[0]
        [(begin, end)] = run.names
        if (begin, end) == (post.title_start, post.end):  # 行政长官表示: the title alone
            holders = [p for p in self.all() if any(h.title == post.title for h in p.posts)]
            if len(holders) == 1:
                self._called.append((begin, end, holders[0]))
            return
        for start in range(begin, end):
            person = self.by_name.get(self.text[start:end])
            if person is not None:
                return
        for start in range(begin, end):
            person = self._called_so(self.text[start:end], post.title)
            if person is not None:
                self._called.append((start, end, person))
                return
        name = self._new(begin, end)
        if name is not None and (post.title in STATE or self._is_sure(name, end)):
            body = (
                None if post.title in STATE or POSTED.search(post.title) else self._near(post, name)
            )
            self.add(self.text[name:end], name, [PostHeld(post.title, body, post.title)])

    def _is_sure(self, start: int, end: int) -> bool:
        """Whether a stretch that nothing but a title behind it tells to be a name surely is one."""
        name = self.text[start:end]
        known = surname_at(self.text, start) is not None and not NEVER_NAMED.search(name)
        placed = self.own.inside(start, end) or self.own.gazetteer.inside(start, end)
        return known and not placed and (len(name) > 2 or self.text.count(name) > 1)

    def _near(self, post: Post, start: int) -> Body | None:
        """Of whom 王一市长 is mayor: the body right before, else the nearest of that level before."""
        named = self.own.before(start, max(0, start - 40))
        if named is not None:
            return named.body
        level = next((c for c in post.title if c in LEVELS), None)
        for place in reversed(self.own.gazetteer.inside(max(0, start - NEAR), start)):
            if level and level_of(place.official) == level:
                return self.own.ensure_government(place.name)
        office = OWN_OFFICE.search(self.text) if level is None else None
        return self.own.by_words(*office.span(), OrganisationKind.GOVERNMENT) if office else None

    def _called_so(self, words: str, title: str) -> Figure | None:
        """Who is meant by a surname, or by the first part of a foreign name, and a title."""
        fitting = [
            person
            for person in self._by_head.get(words[0], ())
            if person.name.startswith(words)
            and any(p.title.endswith(title) or title.endswith(p.title) for p in person.posts)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _new(self, begin: int, end: int) -> int | None:
        """Where a name begins that nothing else in the text gives a post."""
        for start in (end - 3, end - 2):
            opened = start == begin or (start > begin and self.text[start - 1] in OPENING)
            name = self.text[start:end]
            named = surname_at(self.text, start) or sounds().issuperset(name)
            if start >= begin and opened and named and not begins("no name", name, 0):
                return start
        return None

    def index(self) -> None:
        """All places of names, and those where a person is called by surname and title."""
        super().index()
        self._index = sorted([*self._index, *self._called], key=lambda place: place[:2])
