"""Clauses of a Korean sentence that carry an object of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.bodies import Bodies
from hapjak.reading.korean.cues import CLAUSE, CUES
from hapjak.reading.korean.speech import ORDINAL
from hapjak.reading.korean.words import squeeze
from hapjak.reading.lines import LineCues, Lines, Said
from hapjak.reading.model import Firmness

OBJECT = re.compile(
    r"[가-힣’”》](?:을|를)\s(?!계기로|위해|위하여|위한|통해|통하여|비롯|중심으로|대표해|바탕으로|토대로"
    r"|둘러싸고|포함|기반으로|맞아|따라)"
)
OWN_OBJECT = re.compile(
    OBJECT.pattern + r"|(?:으로|로)\s(?:되|만들|삼)|에\s(?:합의|동의|서명|싸인)"
)
ACTIONS = (
    "발전|보급|육성|건설|확대|교류|양성|연구|개발|유치|개최|운영|구축|조성|수출|공급|증대|개척"
)
SEPARATOR = re.compile(r"\s?(?:[,，·]|과|와|및)\s?")
PAIR = re.compile(rf"(?:{ACTIONS})(?P<and>과|와)\s")
MUST = re.compile(r"야 ?한다?$")
OURS = re.compile(r"우리(?!의 )|본 ?성|아측|우리는|우리 성")
LINE_CUES = LineCues(
    slogan=re.compile(
        r"관철|지시정신|사상을|감사를|환영을|축하를|평가|긍정|탄복|성과를 거두|성과를 올리|찬사|경의를"
    ),
    concrete=re.compile(r"모델|기제|체계|업그레이드|협의체|시범구|협의를|협약|협정|회의"),
    named=re.compile(r"[‘']([^‘’']{2,30}?)\s?[’']|《([^《》]{2,40})》"),
    leading=re.compile(
        r"(?:그리고|또한?|특히|아울러|이와 함께|나아가|이어|이를 위해|우선|먼저)[,\s]\s?|[\s,，.]+"
    ),
    both=re.compile(r"쌍방|량측|양측|공동히|공동으로|함께|두 지역|량지|양 지역|손잡고|서로|상호"),
    until=re.compile(r"\s?(?:말\s?)?(?:까지|전으로|안에|내에|안으로|이전에)"),
    until_before=re.compile(r"(?!)"),
    occasion=re.compile(
        r"[^,]{0,80}?(?:을|를)\s(?:계기로|위해|위하여|통해|통하여|바탕으로|토대로|맞아)\s"
    ),
    means=re.compile(
        r"[^,]{0,80}?(?:을|를)\s(?:[가-힣]{1,6}\s)?[가-힣]{1,5}(?:해|하여|아|어|여)\s"
    ),
)


class KoreanLines(Lines):
    """Lines of a Korean text."""

    def __init__(self, bodies: Bodies, variety: str, published: str | None) -> None:
        super().__init__(bodies, variety, published, CUES, LINE_CUES)
        names = {*bodies.places, *bodies.short_names(), *(b.name for b in bodies.all())}
        party = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
        # who acts, when and where: 두 지역은, 갑성과 을시가, 5월 12일, 을시청에서
        self._frame = re.compile(
            rf"(?:(?:중국|한국)\s)?(?:{party})(?:과|와|은|는|이|가)\s"
            r"|(?:양측|쌍방|량측|량지|두 [가-힣]{1,4}|대표단)(?:은|는|이|가)\s"
            r"|(?:\d{4}년\s)?(?:\d{1,2}월\s)?\d{1,2}일(?:에)?,?\s|이날\s|이 자리에서\s|이번 [가-힣]{2,6}에 따라\s"
            rf"|(?:{party}|[가-힣]{{1,8}}(?:청|회관|호텔|일보사|청사))에서\s"
        )

    def lead(self, start: int, end: int) -> re.Match[str] | None:
        return super().lead(start, end) or self._frame.match(self.text, start, end)

    def squeeze(self, text: str) -> str:
        return squeeze(text)

    def firmness_of(self, said: Said) -> Firmness:
        text = self.text[said.start : said.end]
        if said.firmness is Firmness.PROPOSAL and MUST.search(text) and OURS.search(text):
            return Firmness.INTENTION
        return super().firmness_of(said)

    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        ordinal = ORDINAL.match(self.text, said.start, said.end)
        begin = ordinal.end() if ordinal else said.start
        for match in CLAUSE.finditer(self.text, begin, said.end):
            clause = self.text[begin : match.start()]
            rest = self.text[match.end() : said.end]
            if OBJECT.search(clause + " ") and OWN_OBJECT.search(rest + " "):
                yield from self._own_objects(begin, match.start() + len(match[0].rstrip(" ,")))
                begin = match.end()
        yield from self._own_objects(begin, said.end)

    def _own_objects(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Named initiatives side by side, and coordinated items with their own noun of action."""
        text = self.text[start:end]
        position = 0
        for left, right in self._named_side_by_side(text) or self._coordinated(text):
            yield start + position, start + left
            position = right
        yield start + position, end

    def _named_side_by_side(self, text: str) -> list[tuple[int, int]]:
        """Where one named initiative ends and the next begins."""
        named = list(self.own.named.finditer(text))
        joints = [SEPARATOR.match(text, match.end()) for match in named[:-1]]
        return [joint.span() for joint in joints if joint]

    def _coordinated(self, text: str) -> list[tuple[int, int]]:
        """청소년체육 발전과 산업 보급을 추진: two nouns of action under one verb."""
        pair = PAIR.search(text)
        second = text[pair.end() :] if pair else ""
        if (
            pair
            and re.search(rf"(?:{ACTIONS})(?:을|를|에)", second)
            and OBJECT.search(second + " ")
        ):
            return [(pair.start("and"), pair.end())]
        return []
