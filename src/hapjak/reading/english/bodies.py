"""Places and bodies in English reports."""

from __future__ import annotations

import re

from hapjak.reading import territories
from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.model import OrganisationKind

LEVELS = "Province|Municipality|City|Prefecture|Autonomous Region"
WORD = r"[A-Z][a-z]+(?:-[a-z]+|'[a-z]+)?"
UNKNOWN = re.compile(rf"\b(?P<base>{WORD}) (?P<level>{LEVELS})\b")
UNKNOWN_BODY = re.compile(rf"\b(?P<base>{WORD}) (?P<level>Provincial|Municipal)\b")
NO_BASE = frozenset(
    [
        "The",
        "This",
        "That",
        "Each",
        "Both",
        "Our",
        "Their",
        "Chinese",
        "Korean",
        "Partner",
        "Host",
        "Deputy",
        "Vice",
        "Sister",
        "Capital",
        "New",
    ]
)
COMPANY = re.compile(
    rf"\b(?:{WORD} ){{1,4}}(?:Group(?: Corporation| Co\.)?|Corporation|Company|Bank|Co\.)(?![a-z])"
)
MEDIA = re.compile(rf"\b(?:{WORD} ){{1,2}}(?:Daily|Ilbo|News|Times)\b")
INSTITUTE = re.compile(
    rf"\b(?:{WORD} ){{1,3}}(?:University|Institute|Academy)\b|\bUniversity of {WORD}\b"
)
CENTRE = re.compile(
    rf"\b(?:International Department|Central Committee)(?: of the (?:CPC )?(?:Central Committee|{WORD}))?"
)


class EnglishBodies(Bodies):
    """The bodies of an English text."""

    def __init__(self, text: str) -> None:
        super().__init__(text, find_places(text), base_of)

    def key_of(self, name: str) -> str:
        """One key for a party committee's spellings, with CPC before or behind."""
        plain = re.sub(r"^(?:the )?CPC | of the CPC$|^Communist Party of China ", "", name)
        return plain.replace("Committee of the CPC", "Committee")

    def scan(self) -> list[Named]:
        found = self._of_places()
        for pattern, kind in (
            (COMPANY, OrganisationKind.COMPANY),
            (MEDIA, OrganisationKind.MEDIA),
            (INSTITUTE, OrganisationKind.INSTITUTE),
            (CENTRE, OrganisationKind.PARTY),
        ):
            for match in pattern.finditer(self.text):
                first = match[0].partition(" ")[0]
                start = match.start() + (len(first) + 1 if first in NO_BASE else 0)
                name = self.text[start : match.end()]
                place = next((b for b in self.short_names() if name.startswith(f"{b} ")), None)
                company = kind is OrganisationKind.COMPANY
                body = self.body(name, kind, place if company else None)
                found.append(Named(start, match.end(), body))
        return found

    def _of_places(self) -> list[Named]:
        if not self.places:
            return []
        full = "|".join(map(re.escape, sorted(self.places, key=len, reverse=True)))
        base = "|".join(map(re.escape, sorted(self.short_names(), key=len, reverse=True)))
        level = "(?:Provincial|Municipal|City|Prefectural)"
        kinds = (
            (
                rf"\b(?:CPC )?(?P<p>{base}) {level}(?: Party)? Committee(?: of the CPC)?",
                OrganisationKind.PARTY,
            ),
            (rf"\b(?P<p>{base}) {level} People's Congress", OrganisationKind.LEGISLATURE),
            (
                rf"\b(?P<p>{base}) {level} (?:Department|Commission|Bureau|Office) of "
                rf"{WORD}(?:(?: and|,) {WORD}| {WORD}){{0,3}}",
                OrganisationKind.GOVERNMENT,
            ),
            (
                rf"\b(?P<p>{base}) {level} (?:{WORD} ){{0,3}}(?:Department|Commission|Bureau|Office)\b",
                OrganisationKind.GOVERNMENT,
            ),
        )
        found = []
        for pattern, kind in kinds:
            for match in re.finditer(pattern, self.text):
                found.append(Named(*match.span(), self.body(match[0], kind, match["p"])))
        governs = rf"\b(?:(?P<p>{full})|(?P<q>{base}) {level} (?:People's )?Government|(?P<r>{base}) {level})\b"
        for match in re.finditer(governs, self.text):
            place = match["p"] or match["q"] or match["r"]
            found.append(Named(*match.span(), self.ensure_government(place)))
        return found


def base_of(place: str) -> str:
    """Jilin Province → Jilin."""
    return re.sub(rf" (?:{LEVELS})$", "", place)


def find_places(text: str) -> dict[str, str | None]:
    """Full names of places in a text with their codes; None for places of no table."""
    known: dict[str, str | None] = {}
    for name, territory in territories.names("en").items():
        full = territory.names["en"]
        if territory.level == "country" or full in known:
            continue
        if re.search(rf"\b{re.escape(name)}\b", text):
            known[full] = territory.code
    bases = {base_of(name) for name in known}
    for match in [*UNKNOWN.finditer(text), *UNKNOWN_BODY.finditer(text)]:
        base = match["base"]
        level = {"Provincial": "Province", "Municipal": "Municipality"}.get(
            match["level"], match["level"]
        )
        if base not in NO_BASE and base not in bases:
            known[f"{base} {level}"] = None
            bases.add(base)
    return known
