"""Bodies told by their whole shape: embassies and consulates, departments of the centre, republics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hapjak.reading.korean.china.places import FORMS
from hapjak.reading.korean.words import AFTER
from hapjak.reading.model import OrganisationKind
from hapjak.reading.territories import country_names

COUNTRY = "(?:한국|조선|일본|로씨야|러시아|몽골|몽골국|독일|프랑스|미국|카나다|까나다|오스트랄리아|윁남|라오스|태국|말레이시아|벨라루스|까자흐스딴)"
# 갑시와 조선 을군은: beside somebody and with a particle of its own
BESIDE = re.compile(
    rf"(?:과|와|,)\s{COUNTRY}\s(?P<name>[가-힣A-Za-z]{{2,14}}?)(?:과|와|은|는|이|가|간|간의|측은)(?=\s)"
)
# 일본 병현 대표단을: people sent
SENT = re.compile(
    rf"{COUNTRY}\s(?P<name>[가-힣A-Za-z]{{2,14}}?)(?:\s[가-힣]{{0,4}})?(?:대표단|방문단|고찰단|시찰단)(?=[을를과와은는이가의]|\s)"
)
COMMON = (
    "기업", "관광객", "학생", "류학생", "국민", "인민", "정부", "지역", "도시", "인사", "상품", "시장", "언론", "손님", "측", "친구",
    "대사관", "령사관", "단체", "기관", "대학들", "기업가", "상공인", "전문가", "학자", "선수", "경제", "문화", "관계", "무역", "지방정부",
    "대표", "각계", "교민", "동포", "청년", "청소년", "업체", "투자자", "고객", "매체", "기자", "중앙정부", "대통령", "총리", "주석",
    "제품", "식품", "의료", "관광", "투자", "협력", "교류", "합작", "방문", "비롯", "두나라", "량국",
)  # fmt: skip
MISSION = re.compile(r"총?[령영]사관|대사관|[령영]사(?:사무소|판공실)")
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
        rf"(?P<country>{names})(?:련방|공화국)?(?:\s?주[가-힣]{{2,4}}?)?\s?$"
    )


def missions(text: str) -> Iterator[tuple[int, int, str]]:
    """조선 주재 중국대사관, 주심양 한국총령사관, with the country whose mission it is."""
    for match in MISSION.finditer(text):
        begin = max(0, match.start() - LONGEST)
        country = _country().search(text[begin : match.start()])
        if country:
            yield begin + country.start(), match.end(), country["country"]


def abroad(text: str) -> Iterator[tuple[int, int, OrganisationKind]]:
    """갑시와 조선 을군은, 일본 병현 대표단: a partner whose name no list has."""
    for match in (*BESIDE.finditer(text), *SENT.finditer(text)):
        name = match["name"]
        if name.endswith(COMMON) or name in COMMON:
            continue
        governs = name[-1] in "성시도주현군구"
        if governs or len(name) > 3:
            kind = OrganisationKind.GOVERNMENT if governs else OrganisationKind.OTHER
            yield *match.span("name"), kind


def by_shape(text: str) -> Iterator[tuple[int, int, OrganisationKind]]:
    """중공중앙 대외련락부; 사하(야쿠트)공화국."""
    for match in CENTRE.finditer(text):
        yield *match.span(), OrganisationKind.PARTY
    for match in SECRETARIAT.finditer(text):
        yield *match.span(), OrganisationKind.OTHER
    for match in REPUBLIC.finditer(text):
        yield *match.span(), OrganisationKind.GOVERNMENT
