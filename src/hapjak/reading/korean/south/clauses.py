"""Which stretches of a sentence may each be a line: coordinated clauses, items of a list.

Papers run a list of lines before one verb (… 발굴, … 공유, … 개최 등을 위해 협력하기로
했다) or mark them with triangles. An item of several words with its own noun of
action is a line of its own; a bare list of field names is one (rules 1 and 7).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from hapjak.reading.korean.south.cues import CLAUSE
from hapjak.reading.korean.south.line_cues import PRAISE
from hapjak.reading.model import Firmness

Stretch = tuple[int, int]

OBJECT = re.compile(
    r"[가-힣’”'\"》)](?:을|를)\s(?!계기로|위해|위하여|위한|통해|통하여|통한|비롯|중심으로|대표해|바탕으로|토대로|둘러싸고|포함|기반으로|맞아|따라|방문|찾아|만나|갖고|열고|가졌|접견|예방)"
)
OWN_OBJECT = re.compile(
    OBJECT.pattern
    + r"|(?:에|데|으로)\s(?:합의|동의|서명|협력|힘|적극)|(?:하|되|키|리|우|가)기$|[가-힣]{2,} ?(?:예정|계획|방침)$"
)
# Clauses that tell what happened, not what is promised.
# Clauses that tell what happened, not what is promised.
TOLD = re.compile(
    r"(?:의견을 (?:나누|교환하|주고받)|(?:접견|회담|면담|환담|방문|예방|참석|참가|참여|논의|토론|협의|말|밝히|강조|설명|소개|시찰|둘러보|개최|열리|진행|평가|환영|공감|공유한 데|맞이)(?:하|을 갖|을 가지)?"
    r"|(?:회|식|행사|자리|포럼|회의|대회|시간|만남|면담)[’'”]?[을를] (?:갖|가지|열)|[을를] (?:만나|맺)|[았었했였왔]으|[았었했였왔]|[이해하]라|이|구성되|마련되|위치하|자리하|보유하|체결하|유지하고 있|있)(?:고|며|면서),?$"
)
# … 교류하고 양 도시의 발전을 위해 협력한다: the end says nothing of its own
FOR_ALL = re.compile(
    r"[^,]{0,40}(?:을|를)\s(?:위해|위하여)\s(?:상호|적극|함께|공동으로|서로|긴밀히|지속적으로)?\s?(?:협력|노력)\S{0,4}$"
)
BULLET = re.compile(r"\s?[△▲▷▶◇◆■□●○▦▣⦁•①-⑩]\s?|\s?\d\)\s")
COMMA = re.compile(r",\s|，\s?")
ACTION = re.compile(
    r"(?:손질|나눔|돌봄|(?:알리|살리|가꾸|만들|넓히|늘리|키우|돕|지키|찾|걷|높이|줄이|잇|다지|세우|모으|펼치|배우|꾸리)기|사항|선발|신청|발급|모집|선정|심사|등록|인증|검역|통관|출하|납품|배송|구성|운행|운항|채용|고용|취업|창업|발행|발간|출판|번역|방영|제작|촬영|전시|공연|캠프|포럼|세미나|심포지엄|박람회|상담회|설명회|지정|감축|저감|절감|예방|방역|진단|점검|측정|순찰|구조|이송|수사|공조|단속|수송|환적|하역|보관|저장|비축|재배|사육|양식|방류|조림|식재|정화|처리|재활용|전환|혁신|고도화|표준화|현대화|사업화|상용화|정례화|제도화|간소화|다각화|심화|발표|광고|취재|견학|답사|탐방|연결|개통|증편|증설|확장|신설|결성|가입|복구|재건|분석|평가|공개|검토|실증|시험|검증|시연|대처|수집|재사용|인력양성|공급망|감면|기증|후원|기부|융자|보증|결제|송금|감면|교환|확보|수급|강화|교류|협력|확대|강화|지원|추진|개발|육성|양성|조성|구축|공유|개최|운영|파견|유치|홍보|발굴|활용|제공|연구|참가|참여|설치|설립|건립|확충|증진|활성화|연계|보급|수출|공급"
    r"|개척|촉진|개설|취항|교환|초청|방문|체험|판매|구매|도입|이전|실시|추천|보호|보전|복원|정비|개선|혜택|할인|진출|연수|교육|훈련|자문|기반구축|공동연구|협동연구|마케팅|입점|판촉|실습|이용|이행|조사|관리|대응|해결|마련|생산|가공|유통|왕래|송출|상담|진료|검진|봉사|치료|관람|다변화|유지|창출|건설|투자|매칭|모색|발전|수행|협의|알선|배정)$"
)
ETC = re.compile(
    r"\s등(?:을|의|에|과|으로|이|도)\s|\s등(?:이다)?$|\s등 (?:\d|다양한|여러|각 분야|분야)"
)
SHARED = re.compile(r"[가-힣]{2,4}(?:을|를|에|의)?\s(?:위한|위해|통한|관한|대한|필요한)\s")
JOINT = re.compile(r"(?:과|와|\s및)\s")
ANY_ETC = re.compile(
    r"\s등(?:을|의|에|과|으로|이|도|이다)?(?:\s|[.]|$)|(?:을|를)? (?:담|포함)(?:고|았|하|됐)[가-힣 ]{0,6}$"
)


class Clauses:
    """The clauses of one text; `trim` takes off what says nothing at their ends."""

    def __init__(self, text: str, trim: Callable[[int, int], Stretch]) -> None:
        self.text = text
        self._trim = trim

    def of(self, begin: int, stop: int, firmness: Firmness | None) -> Iterator[Stretch]:
        """All stretches that may each be a line."""
        for start, end in self._coordinate(begin, stop):
            yield from self._items(start, end, firmness)

    def _coordinate(self, begin: int, stop: int) -> Iterator[Stretch]:
        """Clauses with an object of their own; those that only tell are left out."""
        ends = list(CLAUSE.finditer(self.text, begin, stop))
        last = ends[-1].end() if ends else begin
        if PRAISE.search(self.text, last, stop) and not BULLET.search(self.text, begin, stop):
            return  # the last verb holds for all: … 이해하고 … 계기가 되길
        for match in ends:
            left = self.text[begin : match.end()].rstrip()
            if TOLD.search(left):
                begin = match.end()
                continue
            rest = self.text[match.end() : stop]
            if OBJECT.search(left + " ") and FOR_ALL.match(rest):
                yield begin, match.start() + len(match[0].rstrip(" ,"))
                return
            if OBJECT.search(left + " ") and OWN_OBJECT.search(rest + " "):
                yield begin, match.start() + len(match[0].rstrip(" ,"))
                begin = match.end()
        yield begin, stop

    def _items(self, start: int, end: int, firmness: Firmness | None) -> Iterator[Stretch]:
        """The items of a list before one verb, if they are more than names of fields."""
        marked = BULLET.search(self.text, start, end) is not None
        cuts = [m.span() for m in (BULLET if marked else COMMA).finditer(self.text, start, end)]
        if not cuts:
            yield self._whole(start, end)
            return
        edges = [*([] if marked else [(start, start)]), *cuts, (end, end)]
        for closing, least in ((ANY_ETC, 2), (ETC, 2 if firmness is Firmness.PROPOSAL else 3)):
            items = [self._item(left[1], right[0], closing) for left, right in pairwise(edges)]
            rich = sum(self._is_rich(a, b, least) for a, b in items)
            enough = max(2, len(items) // 2 if marked else len(items) - (closing is ETC))
            if len(items) > 1 and rich >= enough:
                for item in items:
                    yield from self._two(*item)
                return
        yield self._whole(start, end)

    def _whole(self, start: int, end: int) -> Stretch:
        """A stretch that is no list; one that ends like a list is closed like one."""
        return (
            self._item(start, end, ETC)
            if self.text.endswith("등이다", start, end)
            else (start, end)
        )

    def _item(self, start: int, end: int, closing: re.Pattern[str]) -> Stretch:
        """An item without the words that close the list."""
        closed = closing.search(self.text, start, end)
        return self._trim(start, closed.start() if closed else end)

    def _is_rich(self, start: int, end: int, least: int) -> bool:
        """Whether an item has words enough and ends in a noun of action of its own."""
        words = self.text[start:end].rstrip(" ,")
        return len(words.split()) >= least and bool(ACTION.search(words))

    def _two(self, start: int, end: int) -> Iterator[Stretch]:
        """갑 농장 개발과 수산물 수출 활성화: two with a noun of action each."""
        for joint in JOINT.finditer(self.text, start, end):
            shares = SHARED.match(self.text, joint.end(), end)  # 발굴 및 양성을 위한
            if shares:
                continue
            if self._is_rich(start, joint.start(), 2) and self._is_rich(joint.end(), end, 3):
                yield start, joint.start()
                start = joint.end()
        yield start, end
