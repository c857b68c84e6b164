"""The bodies of a Korean text that stand on a place: governments, their organs, and what 성 or 주 alone means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.drafts import Body
from hapjak.reading.korean.china.acts import THERE
from hapjak.reading.korean.china.bodynames import LEVEL_WORDS, place_tail
from hapjak.reading.korean.china.missions import countries
from hapjak.reading.korean.china.places import PREFIXES, Places
from hapjak.reading.korean.china.rows import in_rows
from hapjak.reading.korean.words import squeeze
from hapjak.reading.model import OrganisationKind

PARTY_ENDS = re.compile(r"(?<=[성시도주구현])(?:당위원회|당위|위원회|위)$")
OURS = re.compile(r"(?<![가-힣])우리\s?(?P<level>[성주시현])(?=(?:은|는|에서는|와|과)\s)")
HERE = ("중국", "한국", "조선")


class PlacedBodies(Bodies):
    """What names of places say about bodies."""

    _where: Places
    _missions: dict[str, Body]  # embassies and consulates by country
    _places_by_head: Mapping[str, list[str]]

    def key_of(self, name: str) -> str:
        """One key for a body's spellings: 중공 갑성위원회, 갑성당위."""
        return PARTY_ENDS.sub("위원회", squeeze(name).removeprefix("중공"))

    def _ours(self) -> list[Named]:
        """우리 주는: the paper's own region acts."""
        found = []
        for match in OURS.finditer(self.text):
            place = self._where.of_level(match["level"], match.start())
            if place is not None:
                body = self._office(match[0], "same", place)
                found.append(Named(*match.span(), body))
        return found

    def _rows(self) -> list[Named]:
        """Places in a row act, though no level is printed."""
        rows = in_rows(self.text, self._where, self._prints)
        return [self._short_name(*short) for short in rows]

    def _visited(self) -> list[Named]:
        """연변에 와, 길림을 방문해: a place by its short name, where somebody goes."""
        return [
            self._short_name(start, end, full)
            for start, end, full in self._where.short
            if THERE.match(self.text, end) and not self._prints(full)
        ]

    def _prints(self, full: str) -> bool:
        return full in self.places or full in self._where.aliases

    def _short_name(self, start: int, end: int, full: str | None) -> Named:
        """A place by its short name, which stays the name of its government."""
        name = self.text[start:end]
        body = self.body(name, OrganisationKind.GOVERNMENT, full, spelled=full)
        body.name = name if body.name == full else body.name
        return Named(start, end, body)

    def country(self, word: str, start: int) -> Body | None:
        """A country by its name, as the government that an ambassador or consul is of."""
        if not self.is_country(word):
            return None
        code = countries()[word]
        body = self._missions.get(code) or self._by_key.setdefault(
            (OrganisationKind.GOVERNMENT, word), Body(word, OrganisationKind.GOVERNMENT, code)
        )
        body.spans.append((start, start + len(word)))
        return body

    def full_name(self, place: str) -> str:
        return super().full_name(self._where.aliases.get(place, place))

    def is_place(self, name: str) -> bool:
        return super().is_place(name) or name in self._where.aliases or self._where.is_known(name)

    def is_country(self, word: str) -> bool:
        return word in countries()

    def is_abroad(self, body: Body) -> bool:
        """Whether a body is of neither China nor Korea, whose names have surnames of here."""
        at = min(body.spans, default=(0, 0))[0]
        before = self.text[max(0, at - 8) : at].split()
        if before and self.is_country(before[-1]):
            return before[-1] not in HERE
        place = (body.side or body).territory
        return place is not None and not place.startswith(("CN", "KR", "KP"))

    def of_level(self, level: str, position: int) -> Body | None:
        """The government that 시장, 부주장 or 지사 without a body is of."""
        place = self._where.of_level(level, position)
        return self.ensure_government(place) if place else None

    def name_inside(self, side: Body, held: list[Body]) -> None:
        """A government never named by itself: within 갑시당위, or by its short name (연변)."""
        offices = [body for body in held if body.kind is OrganisationKind.PARTY]
        for start, end in [span for body in offices for span in body.spans]:
            at = self.text.find(side.name, start, end)
            if at >= 0:
                side.spans.append((at, at + len(side.name)))
        short = [(start, end) for start, end, full in self._where.short if full == side.name]
        if short and not side.spans:
            side.name = self.text[slice(*short[0])]
        side.spans.extend(short)

    def _place_of(self, body: Body) -> str | None:
        return next((p for p in self.places if self._government(p) is (body.side or body)), None)

    def _government(self, place: str) -> Body | None:
        return self._by_key.get((OrganisationKind.GOVERNMENT, place))

    def _of_a_place(self, word: str, start: int) -> Body | None:
        """길림성, 중공길림성위원회, 연변주당위, 장춘시상무국."""
        party = word.startswith("중공")
        prefix = next((p for p in PREFIXES if word.startswith(p) and len(word) > len(p) + 2), "")
        plain = word[len(prefix) :]
        place = next(
            (p for p in self._places_by_head.get(plain[:2], ()) if plain.startswith(p)), None
        )
        if place is None:
            return None
        rest = plain[len(place) :]
        spelled = plain
        if place in self._where.aliases:
            place = self._where.aliases[place]
            spelled = place + rest
        if not rest:
            kind = OrganisationKind.PARTY if party else OrganisationKind.GOVERNMENT
            joined = party or self.text[max(0, start - 3) : start].strip() != "중공"
            return self.body(word if party else place, kind, place) if joined else None
        tail = place_tail(rest, elided=False)
        return self._office(word if party else plain, tail, place, spelled) if tail else None

    def _elided(self, word: str, start: int) -> Body | None:
        """성당위, 주인대, 시상무국: the place's name is left out."""
        if word[0] not in LEVEL_WORDS or len(word) < 2:
            return None
        tail = place_tail(word[1:], elided=True)
        if tail is None:
            return None
        place = self._where.of_level(word[0], start)
        if place is None:
            kind = (
                OrganisationKind.GOVERNMENT if tail in ("same", "part") else OrganisationKind(tail)
            )
            return self.body(word, kind, None)
        return self._office(word, tail, place, spelled=place + word[1:])

    def _office(self, name: str, tail: str, place: str, spelled: str | None = None) -> Body:
        """The body on a place; its government under any name is one."""
        if tail == "same":
            body = self.body(place, OrganisationKind.GOVERNMENT, place)
            if body.name not in self.places:
                body.name = name  # 주정부, where the place itself is never printed
            return body
        kind = OrganisationKind.GOVERNMENT if tail == "part" else OrganisationKind(tail)
        body = self.body(name, kind, place, spelled)
        if not body.name.removeprefix("중공").startswith(place) and place in name:
            body.name = name  # the fullest form that the text prints
        return body

    def code_of(self, place: str) -> str | None:
        return self.places.get(place) or self._where.code_of(place)
