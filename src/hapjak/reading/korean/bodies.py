"""Places and the bodies of government, party and economy that a Korean report names."""

from __future__ import annotations

import re

from hapjak.reading import territories
from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.korean.words import AFTER, BEFORE, squeeze
from hapjak.reading.model import OrganisationKind

LEVELS = "특별자치도|특별자치시|특별시|광역시|조선족자치주|자치주|자치구|성|시|도|주"
# An unknown name is a place if a body or an office stands on it.
UNKNOWN = re.compile(
    rf"(?:중공\s?|{BEFORE})(?P<name>[가-힣]{{2,4}}?(?:{LEVELS}))"
    r"(?=\s?(?:당위원회|당위|위원회|인민정부|정부|대표단|의회|지도자|상무청|청에서|청을"
    r"|[가-힣0-9]{0,5}(?:지사|성장|시장|주장)))"
)
NO_PLACE = (
    "중국공산",
    "각성",
    "각시",
    "해당",
    "당시",
    "동시",
    "역시",
    "다시",
    "전성",
    "전시",
    "우리",
    "일시",
    "중앙",
)
COMPANY = re.compile(
    rf"{BEFORE}[가-힣A-Za-z0-9]{{2,24}}?(?:그룹|유한회사|주식회사|유한공사|은행|집단|회사)(?:유한회사|주식회사|회사)?{AFTER}"
)
MEDIA = re.compile(rf"{BEFORE}[가-힣]{{2,8}}(?:일보|신문)사?{AFTER}")
INSTITUTE = re.compile(rf"{BEFORE}[가-힣]{{2,12}}(?:대학교|대학|연구원|연구소|과학원){AFTER}")
ASSOCIATION = re.compile(rf"{BEFORE}[가-힣]{{2,12}}(?:협회|상회|련합회|연합회|상공회의소){AFTER}")
PARTY_PARTS = "선전부|조직부|통일전선사업부|통전부"
LEGISLATURES = "인대|인민대표대회|의회|정협|도의회|시의회"
DEPARTMENTS = "청|국|위원회|판공실|사무실"
LOCAL_FIRM = re.compile(r"\s등\s(?P<place>\S+?)\s(?:현지|지역|소재)\s?기업")


class KoreanBodies(Bodies):
    """The bodies of a Korean text."""

    def __init__(self, text: str) -> None:
        super().__init__(text, find_places(text), base_of)
        self._local_firms()

    def key_of(self, name: str) -> str:
        """One key for a body's spellings: 중공 갑성위원회, 갑성당위."""
        plain = squeeze(name).removeprefix("중공")
        return re.sub(r"(?<=[성시도주구])(?:당위원회|당위|위원회|위)$", "위원회", plain)

    def scan(self) -> list[Named]:
        found = [*self._of_places(), *self._of_the_centre()]
        for pattern, kind in (
            (COMPANY, OrganisationKind.COMPANY),
            (MEDIA, OrganisationKind.MEDIA),
            (INSTITUTE, OrganisationKind.INSTITUTE),
            (ASSOCIATION, OrganisationKind.ASSOCIATION),
        ):
            found.extend(
                Named(*match.span(), self.body(match[0], kind, None))
                for match in pattern.finditer(self.text)
            )
        return found

    def _of_the_centre(self) -> list[Named]:
        """Departments of the Party's centre: 중공중앙 with the department's name."""
        pattern = re.compile(rf"중공\s?중앙\s(?P<name>[가-힣]{{2,8}}부){AFTER}")
        return [
            Named(*match.span(), self.body(match[0], OrganisationKind.PARTY, None))
            for match in pattern.finditer(self.text)
        ]

    def _of_places(self) -> list[Named]:
        if not self.places:
            return []
        place = "|".join(map(re.escape, sorted(self.places, key=len, reverse=True)))
        return [
            *self._found(
                rf"(?:중공\s?)?(?P<p>{place})\s?(?:당위원회|위원회|당위|위){AFTER}", "party"
            ),
            *self._found(rf"중공(?P<p>{place}){AFTER}", "party"),
            *self._found(rf"(?P<p>{place})(?:당위|위)?\s?(?:{PARTY_PARTS}){AFTER}", "party"),
            *self._found(
                rf"(?P<p>{place})\s?(?:{LEGISLATURES}){AFTER}",
                "legislature",
            ),
            *self._found(rf"{BEFORE}(?P<p>{place})\s?(?:인민정부|정부)?{AFTER}", "same"),
            *self._found(
                rf"{BEFORE}(?P<p>{place})\s?[가-힣]{{2,8}}(?:{DEPARTMENTS}){AFTER}",
                "part",
            ),
        ]

    def _found(self, pattern: str, what: str) -> list[Named]:
        found = []
        for match in re.finditer(pattern, self.text):
            place = match["p"]
            if what == "same":
                body = self.body(place, OrganisationKind.GOVERNMENT, place)
            else:
                kind = {
                    "party": OrganisationKind.PARTY,
                    "legislature": OrganisationKind.LEGISLATURE,
                }
                name = match[0]
                body = self.body(name, kind.get(what, OrganisationKind.GOVERNMENT), place)
            found.append(Named(*match.span(), body))
        return found

    def _local_firms(self) -> None:
        """“A 등 갑성 현지 기업” tells on which side a company stands."""
        for mention in self.mentions:
            match = LOCAL_FIRM.match(self.text, mention.end)
            if match and mention.body.kind is OrganisationKind.COMPANY:
                mention.body.side = self.government(match["place"])


def base_of(place: str) -> str:
    """길림성 → 길림: the name without its level."""
    return re.sub(rf"(?:{LEVELS})$", "", place) if len(place) > 2 else place


def find_places(text: str) -> dict[str, str | None]:
    """Full names of places in a text with their codes; None for places of no table."""
    known: dict[str, str | None] = {}
    for form in ("ko-CN", "ko-KR"):
        for name, territory in territories.names(form).items():
            full = name == territory.names[form]
            if full and re.search(rf"(?:중공|{BEFORE}){re.escape(name)}", text):
                known[name] = territory.code
    for match in UNKNOWN.finditer(text):
        name = match["name"]
        if name not in known and not name.startswith(NO_PLACE) and name not in NO_PLACE:
            known[name] = None
    return known
