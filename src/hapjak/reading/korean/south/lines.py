"""Lines of cooperation in a South Korean sentence or quotation.

Papers run a list of lines before one verb (… 발굴, … 공유, … 개최 등을 위해 협력하기로
했다) or mark them with triangles. An item of several words with its own noun of
action is a line of its own; a bare list of field names is one (rules 1 and 7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hapjak.reading.drafts import Encounter, Line
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.cues import CLAUSE, CUES
from hapjak.reading.korean.south.dates import is_history
from hapjak.reading.korean.south.people import SouthPeople
from hapjak.reading.korean.words import squeeze
from hapjak.reading.lines import LineCues, Lines, Said
from hapjak.reading.model import Firmness, OrganisationKind

Stretch = tuple[int, int]

OBJECT = re.compile(
    r"[가-힣’”'\"》)](?:을|를)\s(?!계기로|위해|위하여|위한|통해|통하여|통한|비롯|중심으로|대표해|바탕으로|토대로|둘러싸고|포함|기반으로|맞아|따라|방문|찾아|만나|갖고|열고|가졌|접견|예방)"
)
OWN_OBJECT = re.compile(
    OBJECT.pattern
    + r"|(?:에|데|으로)\s(?:합의|동의|서명|협력|힘|적극)|(?:하|되|키|리|우|가)기$|[가-힣]{2,} ?(?:예정|계획|방침)$"
)
# Clauses that tell what happened, not what is promised.
TOLD = re.compile(
    r"(?:의견을 (?:나누|교환하|주고받)|(?:접견|회담|면담|환담|방문|예방|참석|참가|참여|논의|토론|협의|말|밝히|강조|설명|소개|시찰|둘러보|개최|열리|진행|평가|환영|공감|공유한 데|맞이)(?:하|을 갖|을 가지)?"
    r"|[을를] (?:갖|가지|열|만나|맺)|[았었했였왔]으|[았었했였왔]|이|구성되|마련되|위치하|자리하|보유하|체결하|유지하고 있|있)(?:고|며|면서),?$"
)
BULLET = re.compile(r"\s?[△▲▷▶◇◆■□●○▦▣⦁•①-⑩]\s?|\s?\d\)\s")
COMMA = re.compile(r",\s|，\s?")
ACTION = re.compile(
    r"(?:사항|감면|교환|확보|수급|강화|교류|협력|확대|강화|지원|추진|개발|육성|양성|조성|구축|공유|개최|운영|파견|유치|홍보|발굴|활용|제공|연구|참가|참여|설치|설립|건립|확충|증진|활성화|연계|보급|수출|공급"
    r"|개척|촉진|개설|취항|교환|초청|방문|체험|판매|구매|도입|이전|실시|추천|보호|보전|복원|정비|개선|혜택|할인|진출|연수|교육|훈련|자문|기반구축|공동연구|협동연구|마케팅|입점|판촉|실습|이용|이행|조사|관리|대응|해결|마련|생산|가공|유통|왕래|송출|상담|진료|검진|봉사|치료|관람|다변화|유지|창출|건설|투자|매칭|모색|발전|수행|협의|알선|배정)$"
)
ETC = re.compile(
    r"\s등(?:을|의|에|과|으로|이|도)\s|\s등(?:이다)?$|\s등 (?:\d|다양한|여러|각 분야|분야)"
)
JOINT = re.compile(r"(?:과|와|\s및)\s")
ANY_ETC = re.compile(
    r"\s등(?:을|의|에|과|으로|이|도|이다)?(?:\s|[.]|$)|(?:을|를)? (?:담|포함)(?:고|았|하|됐)[가-힣 ]{0,6}$"
)
INSTRUMENT = re.compile(
    r"(?:협약|협정|양해각서|각서|의향서|합의서|MOU|결연|선언|계약|약정|협약식|체결식|계획서|관계|합의문|의정서)"
)
SISTERLY = re.compile(
    r"상생|교류\s?협력\s?(?:증진|강화|확대)|자매|우호|친선|결연|교류\s?(?:의향서|협약|협정|합의서|양해각서)|교류강화|교류 강화"
)
NAME_OF_INSTRUMENT = 26  # characters at the end of a signing that its instrument's name takes up
FRAMEWORK = re.compile(r"기본\s?협약|전략적 협력|포괄적?\s?(?:업무)?\s?협약")
PURPOSE = re.compile(
    r"(?:위한|내용으로 (?:한|하는)|내용의|내용을 담은|골자로 (?:한|하는)|강화하는|확대하는|관한|대한|담은)\s"
)
VAGUE = re.compile(
    r"[\s,·]|더욱|더|한층|한 단계|보다|앞으로도?|향후|지속적?(?:으로|인)?|계속|실질적?(?:인|으로)?|활발한?|활발하게|긴밀한|긴밀히|다양한|여러|많은|폭넓은|깊은|돈독한|굳건한|새로운|좋은|함께|서로|상호"
    r"|양|두|우리|지역|도시|기관|국가|나라|양국|시|도|의회|대학|간의?|분야|방면|부문|사업|관계|우호|협력|교류|상생|발전|번영|소통|신뢰|우정|우의|유대|동반|동반자|성장|파트너십|파트너|미래|계기|기회|노력|공동|공감대|방안|성과|결실|결과"
    r"|확대|강화|증진|심화|구축|유지|추진|도모|모색|지속|이어지?|이어나?가?|넓혀?|다져?|만들어?|펼쳐?|활성화|이루어?지?|이뤄지?|커지|되|하|해|나가|나아가|있|수|갈|할|될|기|자|겠다|길|것|도록|등|의|을|를|이|가|은|는|에|에서|으로|로|와|과|도|한|서|어|게|아|다|고|적|인|적으로"
)  # words that say nothing of what is promised
PRAISE = re.compile(
    r"감사|환영|(?<!구)축하|뜻깊|뜻 깊|기쁘|기쁩|영광(?!군)|평가|의미가|(?<![협회])의의|계기가|도움이|시너지|초석|밑거름|원동력|가교|마중물|발판|자리매김|매력|경의|찬사|공감|역할을|기여할|기여하|이바지|기원|인식을|중요하|중요한 (?:도시|지역|파트너)|최적화|응원|자랑|최선을|기회가 [되될]|기회다|꿈을|웅비|위상|모델이 되|체감할|역량을|경쟁력|방[안법]을 (?:모색|찾)"
)
LEADING = re.compile(
    r"[가-힣]{1,12}에 따르면,?\s|(?:이에 따라|이와 함께|이와 더불어|이를 위해|그리고|또한?|특히|아울러|나아가|이어서?|우선|먼저|이밖에도?|이 밖에도?|이 외에도?|그 외|따라서|앞으로도?|향후에?도?|이에|한편|더불어|세부적으로|구체적으로"
    r"|이를 통해|이날|이 자리에서|첫째|둘째|셋째|상호|서로|적극|각각|이번에|더욱|다음 달|오는|특별히)[,\s]\s?|[\s,，.·:=-]+"
    r"|(?:이번\s|양\s)?(?:[가-힣A-Z]{0,8}\s?)?(?:협약|협정|합의|업무협약|양해각서|의향서|MOU|합의서|협약서|자매결연|결연|방문|행사|체결|만남|회담|교류회의?|면담|회의|협력|실행 계획|선언|계획)(?:\s?체결)?(?:식)?(?:에 따라|에 따르면|을 통해|를 통해|을 계기로|를 계기로|으로|로|에서|에는|에 의거해|을 바탕으로|를 바탕으로)(?:\s?[가-힣]{2,5}으로)?,?\s"
    r"|(?:양|두)\s?(?:[가-힣·]{1,7})(?:은|는|이|가|간에?)\s|(?:양측|양 측|쌍방|참석자들|대표단|방문단|교류단|협약 당사자)(?:은|는|이|가)\s"
)
FRAME = re.compile(
    r"(?:\([가-힣]{2,4}=[^()]{2,8}\)\s)?(?:[가-힣]{2,4} 기자 = )?(?:지난\s|오는\s|이달\s|지난달\s)?(?:\d{4}년\s)?(?:\d{1,2}월\s)?\d{1,2}일(?:\([^()]{1,6}\))?(?:에는|에)?(?:\s?(?:오전|오후)(?:\s\d{1,2}시(?:\s\d{1,2}분)?)?)?,?\s|[가-힣A-Za-z0-9· ]{2,24}에서\s(?=.)"
)
AGENDA = re.compile(
    r"(?:(?:논의|협의|모색)해 나갈|논의|협의|모색|토론|방문|면담|회담|접견|참석|참관|시찰|만남|의견을 교환|간담회를 [가-힣]{1,3}|둘러볼|둘러보|출국|둘러본 후 [가-힣\d ]{1,8}|만날|만나|찾을|가질|갖는|이어갈|떠날|돌아볼|귀국)(?:할|하는)? ?(?:예정|계획|방침)$"
)
FACILITY = re.compile(
    r"전담기관|홍보관|전시관|판매장|센터|사무소|대표처|대표부|창구|거점|노선|항로|학당|공원|정원|상설"
)
BARE = re.compile(
    r"(?:업무|이 |이번 )?(?:협약|협정|합의|협의|각서)(?:서|문|식)?[을를에] (?:체결|서명|맺|교환)|협약식을"
)  # an instrument without a word of what it is about
SAME = re.compile(r"이같이$|이처럼$|이 같은 내용")  # “agreed so”: the words stand elsewhere
HEADING = re.compile(
    r"\s{0,2}(?:세부적으로|구체적으로|공동 관심\s?분야는|주요 (?:협약|협력|합의)?\s?내용)"
)  # what follows says it better (rule 7)
JOINED = re.compile(r"(?:하|되)?(?:고|며|면서),?$")
FIELDS_OF = {
    "교육청": "EDU", "교육위원회": "EDU", "학교": "EDU03", "대학": "EDU03", "병원": "SOC01", "의료원": "SOC01", "일보": "CUL02", "일보사": "CUL02", "방송": "CUL02", "체육회": "ICE",
    "미술관": "CUL01", "박물관": "CUL", "상공회의소": "TRD01", "의회": "EXT",
}  # fmt: skip
FAIR = re.compile(r"[가-힣A-Za-z0-9]+(?=박람회|엑스포|전시회|국제전)")

LINE_CUES = LineCues(
    slogan=PRAISE,
    concrete=re.compile(
        r"협의체|협의회|시범구|체계|위원회|센터|사무소|시스템|창구|플랫폼|네트워크|전담|기구"
    ),
    named=re.compile(r"[‘']([^‘’']{2,40}?)\s?[’']"),
    leading=LEADING,
    both=re.compile(r"양측|함께|공동으로|양 지역|두 지역|양 도시|두 도시|손잡고|서로|상호|양 기관"),
    until=re.compile(r"\s?(?:말\s?)?(?:까지|안에|내에|안으로|이전에|이내)"),
    until_before=re.compile(r"(?!)"),
    occasion=re.compile(
        r"[^,]{0,80}?(?:(?:을|를)\s(?:(?:계기|기회|발판|시작)로(?:\s삼아)?|위해|위하여|맞아|대상으로(?:\s(?:하는|한))?)|(?<!등)[을를]\s(?:바탕|토대)으?로)\s"
    ),
    means=re.compile(
        r"[^,]{0,80}?(?:을|를)\s(?:[가-힣]{1,8}\s){0,2}[가-힣]{0,6}[하되있잇쓰오보]는\s|[가-힣·, ]{2,20}\s?분야의\s|[^,]{0,80}?(?:을|를)\s(?:(?:적극|최대한|서로)\s)?(?:통해|통하여|통한|위한|활용해|활용한|활용하여|기반으로|이용해|살려)\s"
    ),
)


class SouthLines(Lines):
    """Lines of a South Korean text."""

    def __init__(
        self, bodies: SouthBodies, people: SouthPeople, variety: str, published: str | None
    ) -> None:
        super().__init__(bodies, variety, published, CUES, LINE_CUES)
        self._people = people
        names = {*bodies.places, *bodies.short_names(), *(b.name for b in bodies.all())}
        party = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
        self._party = re.compile(
            rf"(?:(?:[가-힣]{{2,6}}|中|日|美)\s)?(?:{party}|도|시|군|구)(?:\s대표단|\s방문단|\s교류단|\s측|측)?(?:과|와|은|는|이|가|간|\s간에?|에서)\s"
            rf"|(?:{party})[-–~](?:{party})\s간\s"
        )

    def lead(self, start: int, end: int) -> re.Match[str] | None:
        return (
            super().lead(start, end)
            or self._party.match(self.text, start, end)
            or FRAME.match(self.text, start, end)
        )

    def trim(self, start: int, end: int) -> Stretch:
        """Also people as subjects with their posts, and marks around, are no part of a line."""
        start, end = super().trim(start, end)
        for _, stop, _ in self._people.places(start, min(end, start + 60)):
            particle = re.compile(r"(?:은|는|이|가|과|와)\s").match(self.text, stop, end)
            if particle and end - particle.end() > 4:
                start = max(start, particle.end())
        start, end = super().trim(start, end)
        joined = JOINED.search(self.text, start, end)
        return start, joined.start() if joined and joined.start() > start else end

    def squeeze(self, text: str) -> str:
        return squeeze(FAIR.sub("", text))

    def firmness_of(self, said: Said) -> Firmness:
        text = self.text[said.start : said.end]
        ours = re.search(r"우리(?!의? 양)|도민|시민", text)
        if (
            said.firmness is Firmness.PROPOSAL
            and re.search(r"야 ?(?:한다|합니다)?$", text)
            and ours
        ):
            return Firmness.INTENTION
        return super().firmness_of(said)

    def _line(
        self,
        start: int,
        end: int,
        said: Said,
        firmness: Firmness,
        meeting: Encounter | None,
        siblings: int,
    ) -> Line | None:
        if firmness is Firmness.SIGNED:
            return self._signed(start, end, said, meeting)
        start, end = self.trim(start, end)
        if self._empty(start, end):
            return None
        line = super()._line(start, end, said, firmness, meeting, siblings)
        if line is None and siblings > 2 and end - start > 8:
            return self._of_siblings(start, end, said, firmness, meeting)
        return line

    def _of_siblings(
        self, start: int, end: int, said: Said, firmness: Firmness, meeting: Encounter | None
    ) -> Line | None:
        """An item without a field word has that of the list it stands in."""
        codes = self.codes(said.start, said.end)
        if (
            firmness is not Firmness.AGREEMENT
            or not codes
            or _is_vague(self.text[start:end])
            or self.own.slogan.search(self.text, start, end)
        ):
            return None
        by, to = self._sides(said, self.text[start:end], firmness, meeting)
        return Line(start, end, firmness, codes[0], 0.7, said.speaker, by, to, meeting=meeting)

    def _empty(self, start: int, end: int) -> bool:
        """“Strengthen exchange” without an object, by whatever means (rule 7)."""
        text = self.text[start:end]
        behind = max((m.end() for m in self.own.means.finditer(text)), default=0)
        behind = max(behind, max((m.end() for m in self.own.occasion.finditer(text)), default=0))
        main = text[behind:]
        for mention in self._bodies.inside(start, end):
            main = main.replace(self.text[mention.start : mention.end], "")
        vague = _is_vague(main) and not self._named(text)
        return vague or bool(SAME.search(text))

    def _signed(self, start: int, end: int, said: Said, meeting: Encounter | None) -> Line | None:
        """The act of signing, from what its instrument is about to the verb."""
        instruments = list(INSTRUMENT.finditer(self.text, start, end))
        if not instruments:
            return None
        begin = self._about(start, instruments[-1].start())
        begin += len(self.text[begin:end]) - len(self.text[begin:end].lstrip())
        by, to = self._sides(said, self.text[begin:end], Firmness.SIGNED, meeting)
        codes = self._of_instrument(begin, end)
        return Line(
            begin,
            end,
            Firmness.SIGNED,
            codes[0],
            0.8,
            said.speaker,
            by,
            to,
            codes[1:],
            [],
            None,
            None,
            meeting,
        )

    def _about(self, start: int, stop: int) -> int:
        """Where the words about an instrument begin: behind who, when and where."""
        begin = start
        text = self.text
        for match in re.compile(
            r"(?:에서|통해|기념으로|기념해|맞아|계기로|앞두고|발맞춰|갖고|(?:방문|참가|참석|초청|개최|주관)해|찾아|만나|접견하고|(?:시장|지사|성장|군수|총장|대표|회장|원장|의장|구청장|위원장)[과와]|가운데|\d일|오전|오후|공동으로|각각|대해|따라|[가-힣]고),?\s"
        ).finditer(text, start, stop):
            begin = match.end()
        places = [(n.start, n.end) for n in self._bodies.inside(begin, stop)]
        places += [(s, e) for s, e, _ in self._people.places(begin, stop)]
        for _, right in sorted(places):
            particle = re.compile(
                r"(?:\([^()]{1,30}\))?(?:와의|과의|와|과|은|는|이|가|\s간의?|간의?)\s"
            ).match(text, right, stop)
            if particle:
                begin = max(begin, particle.end())
        return self.trim(begin, stop + 1)[0] if stop > begin else begin

    def _of_instrument(self, begin: int, end: int) -> list[str]:
        """Field of a general agreement (rule 10); else of the first thing it names."""
        text = self.text[begin:end]
        if FRAMEWORK.search(text):
            return ["MEC"]
        if SISTERLY.search(text[-NAME_OF_INSTRUMENT:]) and "업무" not in text:
            return ["EXT03"]
        purpose = PURPOSE.search(text)
        codes = [c for c in self.codes(begin, end) if c != "MEC"]
        told = [c for c in codes if not c.startswith(("EXT", "MEC"))]
        if told and (purpose or "분야" in text or not SISTERLY.search(text)):
            return told
        if SISTERLY.search(text):
            return ["EXT03"]
        return [*codes, self._of_bodies()][:1] if codes else [self._of_bodies()]

    def _of_bodies(self) -> str:
        """What the bodies of the report are there for: schools for education."""
        kinds = (
            OrganisationKind.GOVERNMENT,
            OrganisationKind.INSTITUTE,
            OrganisationKind.MEDIA,
            OrganisationKind.ASSOCIATION,
        )
        names = [b.name for b in self._bodies.all() if b.kind in kinds and b.spans]
        found = [
            code for name in names[:3] for end, code in FIELDS_OF.items() if name.endswith(end)
        ]
        return found[0] if len(found) > 1 else "MEC"

    def of(self, said: Said, meeting: Encounter | None) -> Iterator[Line]:
        """What lies back is no commitment of these talks, whatever its verb."""
        quoted = self.text[said.start - 1 : said.start] in ("“", '"')
        if AGENDA.search(self.text, said.start, said.end) or HEADING.match(
            self.text, said.sentence.end
        ):
            return
        told = "바 있" in said.sentence.text or said.firmness is Firmness.SIGNED
        if told and not quoted and is_history(said.sentence.text, self._published):
            return
        yield from super().of(said, meeting)

    def _has_figure(self, said: Said) -> bool:
        """Something lasting that was set up is substance enough."""
        return bool(FACILITY.search(self.text, said.start, said.end)) or super()._has_figure(said)

    def settle(self, lines: list[Line]) -> list[Line]:
        """One line once: the lead says before what the body says more fully (rule 6)."""
        return [
            line
            for n, line in enumerate(lines)
            if not self._said_better(line, lines[n + 1 :], [*lines[:n], *lines[n + 1 :]])
        ]

    def _said_better(self, line: Line, later: list[Line], lines: list[Line]) -> bool:
        agreed = (Firmness.AGREEMENT, Firmness.SIGNED)
        if line.firmness not in agreed:
            return False
        others = [
            o
            for o in later
            if o.firmness is line.firmness and "\n" in self.text[line.end : o.start]
        ]
        if line.firmness is Firmness.SIGNED:
            if BARE.match(self.text[line.start : line.end]):
                return any(
                    o.firmness is Firmness.SIGNED and o.meeting is line.meeting for o in lines
                )
            return any(o.meeting is line.meeting and self._alike(line, o) for o in others)
        return self._in_lead(line) and len(others) > 1 and any(self._alike(line, o) for o in others)

    def _in_lead(self, line: Line) -> bool:
        """Whether no sentence stands before it but headings."""
        return re.search(r"다[.”\"]", self.text[: line.start]) is None

    def _alike(self, one: Line, other: Line) -> bool:
        """Of one field, or made of the same words."""
        words = [set(_pairs(self.text[x.start : x.end])) for x in (one, other)]
        shared = len(words[0] & words[1]) / max(1, min(map(len, words)))
        return one.field[:3] == other.field[:3] or shared > 0.4 or one.field == "MEC"

    def clauses(self, said: Said) -> Iterator[Stretch]:
        for start, end in self._coordinate(said.start, said.end):
            yield from self._items(start, end, said.firmness)

    def _coordinate(self, begin: int, stop: int) -> Iterator[Stretch]:
        """Clauses with an object of their own; those that only tell are left out."""
        last = max((m.end() for m in CLAUSE.finditer(self.text, begin, stop)), default=begin)
        if PRAISE.search(self.text, last, stop):
            return  # the last verb holds for all: … 이해하고 … 계기가 되길
        for match in CLAUSE.finditer(self.text, begin, stop):
            left = self.text[begin : match.end()].rstrip()
            if TOLD.search(left):
                begin = match.end()
                continue
            rest = self.text[match.end() : stop]
            if OBJECT.search(left + " ") and OWN_OBJECT.search(rest + " "):
                yield begin, match.start() + len(match[0].rstrip(" ,"))
                begin = match.end()
        yield begin, stop

    def _items(self, start: int, end: int, firmness: Firmness | None) -> Iterator[Stretch]:
        """The items of a list before one verb, if they are more than names of fields."""
        marked = BULLET.search(self.text, start, end) is not None
        cuts = [m.span() for m in (BULLET if marked else COMMA).finditer(self.text, start, end)]
        edges = [*([] if marked else [(start, start)]), *cuts, (end, end)]
        for closing, least in ((ANY_ETC, 2), (ETC, 2 if firmness is Firmness.PROPOSAL else 3)):
            items = [self._item(left[1], right[0], closing) for left, right in pairwise(edges)]
            rich = sum(self._is_rich(a, b, least) for a, b in items)
            if len(items) > 1 and rich >= max(2, len(items) - (closing is ETC)):
                for item in items:
                    yield from self._two(*item)
                return
        listed = self.text[start:end].endswith("등이다")
        yield self._item(start, end, ETC) if listed else (start, end)

    def _item(self, start: int, end: int, closing: re.Pattern[str]) -> Stretch:
        """An item without the words that close the list."""
        closed = closing.search(self.text, start, end)
        return super().trim(start, closed.start() if closed else end)

    def _is_rich(self, start: int, end: int, least: int) -> bool:
        """Whether an item has words enough and ends in a noun of action of its own."""
        words = self.text[start:end].rstrip(" ,")
        return len(words.split()) >= least and bool(ACTION.search(words))

    def _two(self, start: int, end: int) -> Iterator[Stretch]:
        """갑 농장 개발과 수산물 수출 활성화: two with a noun of action each."""
        for joint in JOINT.finditer(self.text, start, end):
            if self._is_rich(start, joint.start(), 2) and self._is_rich(joint.end(), end, 3):
                yield start, joint.start()
                start = joint.end()
        yield start, end


def _is_vague(text: str) -> bool:
    """Whether nothing is left of a stretch but general words; one pass, so linear."""
    return len(VAGUE.sub("", text)) <= 1


def _pairs(text: str) -> list[str]:
    """Pairs of syllables, blanks left out."""
    bare = squeeze(text)
    return [bare[n : n + 2] for n in range(len(bare) - 1)]
