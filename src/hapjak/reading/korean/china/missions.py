"""Bodies told by their whole shape: embassies and consulates, departments of the centre, republics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hapjak.reading.korean.china.places import FORMS
from hapjak.reading.korean.words import AFTER
from hapjak.reading.model import OrganisationKind
from hapjak.reading.territories import country_names

MISSION = re.compile(r"총?[령영]사관|대사관")
LONGEST = 24  # characters of what stands before such a word
# 유엔개발계획 ‘대두만강제안’ 비서처: a programme in quotes
SECRETARIAT = re.compile(
    r"(?:(?<![가-힣])유엔[가-힣]{0,8}\s)?[‘“\"'][^’”\"'\n]{2,20}[’”\"']\s?(?:비서처|사무국|위원회)"
)
REPUBLIC = re.compile(r"(?<![가-힣])[가-힣]{2,8}\([가-힣]{2,8}\)(?:공화국|자치주|변강구)")
CENTRE = re.compile(rf"중공\s?중앙\s(?P<name>[가-힣]{{2,8}}부){AFTER}")


@cache
def countries() -> dict[str, str]:
    """Names of countries, short and full, with their codes."""
    return country_names(*FORMS)


@cache
def _country() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, countries()), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<![가-힣])(?:[가-힣]{{2,8}}\s?주재\s?|주[가-힣]{{1,4}}?\s?)|(?<![가-힣]))"
        rf"(?P<country>{names})(?:련방|공화국)?\s?$"
    )


def missions(text: str) -> Iterator[tuple[int, int, str]]:
    """조선 주재 중국대사관, 주심양 한국총령사관, with the country whose mission it is."""
    for match in MISSION.finditer(text):
        begin = max(0, match.start() - LONGEST)
        country = _country().search(text[begin : match.start()])
        if country:
            yield begin + country.start(), match.end(), country["country"]


def by_shape(text: str) -> Iterator[tuple[int, int, OrganisationKind]]:
    """중공중앙 대외련락부; 사하(야쿠트)공화국."""
    for match in CENTRE.finditer(text):
        yield *match.span(), OrganisationKind.PARTY
    for match in SECRETARIAT.finditer(text):
        yield *match.span(), OrganisationKind.OTHER
    for match in REPUBLIC.finditer(text):
        yield *match.span(), OrganisationKind.GOVERNMENT
