"""The bodies of one text: what all languages share about naming them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate, islice

from msgspec import Struct

from hapjak.reading.drafts import Body
from hapjak.reading.model import OrganisationKind

MOST_PLACES = 200

GOVERNING = (OrganisationKind.GOVERNMENT, OrganisationKind.PARTY, OrganisationKind.LEGISLATURE)


class Named(Struct, frozen=True):
    """One mention of a body: where, and which."""

    start: int
    end: int
    body: Body


class Bodies(ABC):
    """All bodies of one text; a body under several names is one.

    A language gives the places (full name → code, None for places of no
    table), cuts a full name to its base (길림성 → 길림), and scans for mentions.
    A text with more than `MOST_PLACES` places is no report: only the first count.
    """

    def __init__(
        self, text: str, places: dict[str, str | None], base_of: Callable[[str], str]
    ) -> None:
        self.text = text
        self.places = dict(islice(places.items(), MOST_PLACES))
        self._short = {base_of(name): name for name in self.places}
        self._openings: set[str] = set()
        self._by_key: dict[tuple[OrganisationKind, str], Body] = {}
        self._keys: dict[str, str] = {}  # by spelling
        self._governments: dict[str, Body] = {}  # by the name of the place as asked
        self.mentions: list[Named] = []
        for mention in sorted(self.scan(), key=lambda m: (m.start, -m.end)):
            if not self.mentions or mention.start >= self.mentions[-1].end:
                self.mentions.append(mention)
                mention.body.spans.append((mention.start, mention.end))
        self._starts = [mention.start for mention in self.mentions]
        self._ends = [mention.end for mention in self.mentions]

    @abstractmethod
    def scan(self) -> list[Named]:
        """All candidate mentions; where two overlap the first and longest holds."""

    def key_of(self, name: str) -> str:
        """One key for the spellings of a body."""
        return name

    def all(self) -> list[Body]:
        return list(self._by_key.values())

    def full_name(self, place: str) -> str:
        """길림 → 길림성, where the text prints the full name."""
        return self._short.get(place, place)

    def is_place(self, name: str) -> bool:
        return name in self.places or name in self._short

    def short_names(self) -> dict[str, str]:
        """Short names of places that the text itself prints in full."""
        return self._short

    def government(self, place: str | None) -> Body | None:
        """The government of a place by its full or short name, once the text names it."""
        return self._by_key.get((OrganisationKind.GOVERNMENT, self.full_name(place or "")))

    def ensure_government(self, place: str) -> Body:
        """The government of a place; made when only another body of it is named."""
        known = self._governments.get(place)
        if known is None:
            full = self.full_name(place)
            known = self.body(full, OrganisationKind.GOVERNMENT, full)
            self._governments[place] = known
        return known

    def side_of(self, body: Body | None) -> Body | None:
        """For whose side a body acts: the government of its place, else itself."""
        return body.side or body if body is not None else None

    def of_side(self, side: Body, kind: OrganisationKind) -> Body | None:
        """A side's body of a kind, if the text names one."""
        return next((b for b in self.all() if b.side is side and b.kind is kind), None)

    def before(self, position: int, start: int) -> Named | None:
        """The mention that ends at `position` but for blanks, not before `start`."""
        while position > start and self.text[position - 1] == " ":
            position -= 1
        index = bisect_left(self._ends, position)
        if index < len(self._ends) and self._ends[index] == position:
            mention = self.mentions[index]
            return mention if mention.start >= start else None
        return None

    def at(self, position: int) -> Named | None:
        """The mention that begins at `position`."""
        index = bisect_left(self._starts, position)
        if index < len(self._starts) and self._starts[index] == position:
            return self.mentions[index]
        return None

    def over(self, position: int) -> Named | None:
        """The mention that a place in the text lies in."""
        index = bisect_right(self._starts, position) - 1
        inside = index >= 0 and position < self.mentions[index].end
        return self.mentions[index] if inside else None

    def inside(self, start: int, end: int) -> list[Named]:
        """Mentions that lie wholly in a stretch; they never overlap each other."""
        first, last = bisect_left(self._starts, start), bisect_right(self._ends, end)
        return self.mentions[first:last]

    def opens(self, words: str) -> bool:
        """Whether a body's name begins with these words."""
        return words in self._openings

    def code_of(self, place: str) -> str | None:
        """The code of a place by its full name."""
        return self.places.get(place)

    def body(
        self, name: str, kind: OrganisationKind, place: str | None, spelled: str | None = None
    ) -> Body:
        """The body of a name, made at its first mention; `spelled` is the name in full."""
        full = self.full_name(place) if place else None
        spelling = spelled or name
        if spelling not in self._keys:
            self._keys[spelling] = self.key_of(spelling)
        key = (kind, self._keys[spelling])
        if key not in self._by_key:
            territory = self.code_of(full) if full else None
            self._by_key[key] = body = Body(name, kind, territory)
            self._openings.update(accumulate(name.split(" "), "{} {}".format))
            if full and key != (OrganisationKind.GOVERNMENT, full):
                body.side = self.ensure_government(full)
        return self._by_key[key]
