"""The bodies of one text: what all languages share about naming them."""

from __future__ import annotations

from dataclasses import dataclass

from hapjak.reading.drafts import Body
from hapjak.reading.model import OrganisationKind

GOVERNING = (OrganisationKind.GOVERNMENT, OrganisationKind.PARTY, OrganisationKind.LEGISLATURE)


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a body: where, and which."""

    start: int
    end: int
    body: Body


class Bodies:
    """All bodies of one text; a body under several names is one.

    A language gives the places (full name → code, None for places of no
    table), their short names, and scans for mentions.
    """

    def __init__(self, text: str, places: dict[str, str | None], short: dict[str, str]) -> None:
        self.text = text
        self.places = places
        self._short = short
        self._by_key: dict[tuple[OrganisationKind, str], Body] = {}
        self.mentions: list[Named] = []
        for mention in sorted(self.scan(), key=lambda m: (m.start, -m.end)):
            if not self.mentions or mention.start >= self.mentions[-1].end:
                self.mentions.append(mention)
                mention.body.spans.append((mention.start, mention.end))

    def scan(self) -> list[Named]:
        """All candidate mentions; where two overlap the first and longest holds."""
        raise NotImplementedError

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
        full = self.full_name(place)
        return self.body(full, OrganisationKind.GOVERNMENT, full)

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
        return next((m for m in self.mentions if m.end == position and m.start >= start), None)

    def inside(self, start: int, end: int) -> list[Named]:
        return [m for m in self.mentions if m.start >= start and m.end <= end]

    def body(self, name: str, kind: OrganisationKind, place: str | None) -> Body:
        """The body of a name, made at its first mention."""
        full = self.full_name(place) if place else None
        key = (kind, self.key_of(name))
        if key not in self._by_key:
            territory = self.places.get(full) if full else None
            self._by_key[key] = body = Body(name, kind, territory)
            if full and key != (OrganisationKind.GOVERNMENT, full):
                body.side = self.ensure_government(full)
        return self._by_key[key]
