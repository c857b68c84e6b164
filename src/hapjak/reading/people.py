"""The people of one text: what all languages share about them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from hapjak.reading.bodies import Bodies
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.model import OrganisationKind
from hapjak.text.patterns import occurrences


class People:
    """Everybody a text names with a post, and where each is named again."""

    before = r"(?<!\w)"  # what may stand before and after a name
    after = r"(?!\w)"

    def __init__(self, text: str, bodies: Bodies, form: str) -> None:
        self.text = text
        self.bodies = bodies
        self.form = form
        self.by_name: dict[str, Figure] = {}
        self.last_side: Body | None = None  # of the latest full post
        self.last_body: Body | None = None  # of the sentence at hand
        self._index: list[tuple[int, int, Figure]] = []
        self._starts: list[int] = []

    def all(self) -> list[Figure]:
        return list(self.by_name.values())

    def places(self, start: int, end: int) -> list[tuple[int, int, Figure]]:
        """Where people are named in a stretch of text: start, end and who, in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if first == last:
            return []
        return [place for place in self._index[first:last] if place[1] <= end]

    def at(self, position: int) -> Figure | None:
        """Whose name stands at a place."""
        last = bisect_right(self._starts, position) - 1
        start, end, person = self._index[last] if last >= 0 else (0, 0, None)
        return person if start <= position < end else None

    def named(self, start: int, end: int) -> list[Figure]:
        """The people named in a stretch of text, in order, each once."""
        return list(dict.fromkeys(person for _, _, person in self.places(start, end)))

    def called(self, surname: str, title: str) -> Figure | None:
        """Who “한 지사” is: the only one of that surname whose post ends so."""
        fitting = [
            person
            for name, person in self.by_name.items()
            if name.startswith(surname) and any(p.title.endswith(title) for p in person.posts)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def holder(self, body: Body | None, kind: str | None) -> Body | None:
        """Whose post it is: an elided body is resolved, an office of government is the government's."""
        if body is None:
            return self._elided(kind) if kind else None
        self.last_side = self.bodies.side_of(body)
        if kind == "government" and body.kind is OrganisationKind.PARTY:
            return body.side or body
        return body

    def _elided(self, kind: str) -> Body | None:
        """A post without a place belongs to the side whose full post came last.

        In one run of names (chair A, president B) the body of the first holds on.
        """
        side = self.last_side
        if kind == "party" and side is not None:
            return self.bodies.of_side(side, OrganisationKind.PARTY) or side
        return side if kind == "government" else self.last_body

    def add(self, name: str, start: int, posts: list[PostHeld]) -> Figure:
        """Name a person with posts."""
        person = self.by_name.setdefault(name, Figure(name, forms={self.form: [name]}))
        person.spans.append((start, start + len(name)))
        person.posts += [post for post in posts if not self.repeats(person, post)]
        side = next((self.bodies.side_of(p.body) for p in posts if p.body), None)
        self.last_side = side or self.last_side
        self.last_body = posts[0].body if posts else self.last_body
        person.side = person.side or side
        return person

    def repeats(self, person: Figure, post: PostHeld) -> bool:
        """Whether a post is one known, shortened at a later mention: 지사 after 도지사."""
        plain = _plain(post.title)
        return any(_plain(known.title).endswith(plain) for known in person.posts)

    def find_again(self) -> None:
        """Every other place where a known name stands; `named` answers from then on."""
        before, after = re.compile(self.before), re.compile(self.after)
        for name, start, end in occurrences(list(self.by_name), self.text):
            if before.match(self.text, start) and after.match(self.text, end):
                self.by_name[name].spans.append((start, end))
        for person in self.by_name.values():
            person.spans = sorted(set(person.spans))
        self.index()

    def index(self) -> None:
        """Lay all spans out for `named`."""
        self.lay_out([(*span, p) for p in self.by_name.values() for span in p.spans])

    def lay_out(self, places: list[tuple[int, int, Figure]]) -> None:
        """Take these places, in order, as all where people are named."""
        self._index = sorted(places, key=itemgetter(0, 1))
        self._starts = [start for start, _, _ in self._index]


def _plain(title: str) -> str:
    """A title as it is compared: Consul-General is Consul General."""
    return title.lower().replace("-", " ")


def add_form(person: Figure, form: str, spelling: str) -> None:
    """Keep a spelling the text prints."""
    spellings = person.forms.setdefault(form, [])
    if spelling not in spellings:
        spellings.append(spelling)


def is_traditional(text: str) -> bool:
    """Whether a spelling has a character that the simplified script does not use."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
