"""Clauses of a Chinese-Korean sentence that promise something of their own.

Its sentences are long: clauses in 고 and 며 share the force of the last verb, a
clause in 여 or 해 tells the means, and at the end stands mostly a wish for
friendship or success, which promises nothing (rule 5 of the contract).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.bodies import Bodies
from hapjak.reading.drafts import Encounter, Line
from hapjak.reading.fields import UNKNOWN
from hapjak.reading.korean.cues import CLAUSE
from hapjak.reading.korean.lines import LINE_CUES, OWN_OBJECT, KoreanLines
from hapjak.reading.korean.speech import ORDINAL
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness

# What a clause acts on: an object, or the matter it takes part in.
ACTS_ON = re.compile(
    OWN_OBJECT.pattern
    + r"|에\s(?:[가-힣]{1,4}\s){0,2}(?:협력|참여|참가|동참|호응|투자|진력|주력|힘쓰|박차)|도록\s(?:[가-힣]{1,4}\s){0,2}[가-힣]{2}"
    r"|[가-힣](?:이|가)\s(?:[가-힣]{1,4}\s)?되(?:게|도록|기|\s|$)"
    r"|(?:지지|격려|협력|합작|교류|촉진)하(?:고|며)?$"
)
MEANS_END = re.compile(
    r"(?:하여|[가-힣](?<!위)(?<!대)(?<!통)(?<!관)해|시켜|히여|[가-힣]혀)서?,?\s(?!나가|나갈|주|줄|줌|온|왔|오)"
)
# Wishes for friendship, glory and success; what all talks are for.
RESULT = re.compile(
    r"성과를|호혜|상생|윈윈|공영|행복|복지를|기여|이바지|감정을|우의를|우정을|친선을|새로운 단계|새 단계|새로운 장|새 장을|새 국면|새국면"
    r"|새로운 국면|발전을 (?:더욱 |공동으로 |함께 |적극 |적극적으로 |힘써 |공동히 )?(?:추진|촉진|추동|실현|도모|이루)|관계(?:의|가|를)? ?(?:[가-힣]{2,4} ){0,2}(?:발전|공고|심화)"
    r"|조력|힘을 보태|힘을 보탤|힘을 실|공동번영|공동발전|번영을|활력을|동력을|진흥발전|우세를|역할을|작용을|본보기|모범|귀감|공감대|정신을|사상을"
    r"|도움과 지지|지지와 방조|미래를|기대에|량국관계|량국 관계|고품질 ?발전|질 높은 발전"
)
SLOGAN = re.compile(
    LINE_CUES.slogan.pattern
    + r"|새로운 단계|새 단계|새로운 장|새 국면|새국면|감정을|우의를|우정을|행복을|복지를|기여|이바지|조력하|힘을 보태|힘을 실|역할을 [가-힣 ]{0,8}발휘"
    r"|작용을 [가-힣 ]{0,8}발휘|우세를 [가-힣 ]{0,8}발휘|공감대를|중시하|중시한|정신을|공동번영을|본보기|귀감|상호 신뢰|호상신뢰|관심하고 지지"
)
CONCRETE = re.compile(
    LINE_CUES.concrete.pattern
    + r"|플래트홈|플랫폼|플래트폼|대상|프로젝트|통로|창구|련결사업|다리를|의견을 형성|방안"
)
# A verb made of a noun, at the end of a clause: the noun says all (협력을 강화하기).
LIGHT_VERB = re.compile(
    r"(?<=[가-힣])(?<![히게잘위대통함\s])(?:하(?:고|며|기|길|여|도록|자|면서|려|겠)?|할|해|시키(?:고|며|기)?|시킬|시켜|한다)$"
)
PURPOSE = re.compile(r"[^.,]{2,60}?(?:고저|고자|기 위해|기 위하여)\s")
SUBJECT = re.compile(r"[^,]{0,24}?[가-힣](?:은|는|에서는|에서|이|가)\s")
ACTORS = re.compile(
    r"(?:쌍방|량측|양측|량지|두 [가-힣]{1,3}|[가-힣]{2,8}(?:국|청|부|위원회|판공실|그룹|회사|대학|병원|학원|협회))(?:은|는|에서는|에서|이|가)$"
)
PREMISE = re.compile(r"[^.]{2,160}?(?:는바|인바|한바|된바|만큼|므로|기에)\s")
TOGETHER = re.compile(
    r"(?:계속하여|계속해서?|부단히|끊임없이|지속적으로|공동으로|적극|적극적으로|힘써)\s(?:노력하여|노력해|힘써)\s|노력하여\s|앞으로도?,?\s|향후,?\s|금후,?\s"
)
# 쌍방 기업이 … 강화하고 … 개척하도록 지지하고: what is supported is one
SUPPORTED = re.compile(r"[^,]{0,48}?도록\s(?:지지|격려|추동|독려|인도|유도|촉진|도와)")
NOMINATIVE = re.compile(r"[^,]{2,20}?[가-힣](?:이|가)\s")
OCCASION = re.compile(
    LINE_CUES.occasion.pattern
    + r"|[^,]{0,20}?,?[^,]{0,60}?(?:등)?에 (?:의탁하여|의탁해|의거하여|의거해)\s|[^,]{0,60}?(?:을|를) (?:빌어|리용하여|리용해|활용하여|활용해)\s"
)
UNDER = re.compile(
    r"[^,]{0,30}?(?:협의|협정|협약|계약|합의|의향서|비망록|계기)[가-힣]{0,3}\s?(?:따라|근거해|근거하여|의하면|의해|의거해|로)\s"
)
INSTRUMENT = re.compile(r"협의|협정|협약|합의|비망록|의향서|선언|성명|결연|계약")
LINES = LINE_CUES.__class__(
    **{name: getattr(LINE_CUES, name) for name in LINE_CUES.__slots__}
    | {"slogan": SLOGAN, "concrete": CONCRETE, "occasion": OCCASION}
)


class ChinaLines(KoreanLines):
    """Lines of a Chinese-Korean text."""

    def __init__(self, bodies: Bodies, variety: str, published: str | None) -> None:
        super().__init__(bodies, variety, published)
        self.own = LINES

    def of(self, said: Said, meeting: Encounter | None) -> Iterator[Line]:
        """Signed is an instrument: “signed 38 projects” does not say what was agreed (rule 8)."""
        for line in super().of(said, meeting):
            if (
                line.firmness is not Firmness.SIGNED
                or line.field != UNKNOWN
                or INSTRUMENT.search(self.text[line.start : line.end])
            ):
                yield line

    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        ordinal = ORDINAL.match(self.text, said.start, said.end)
        begin = ordinal.end() if ordinal else said.start
        pieces = list(self._pieces(begin, said.end))
        if said.firmness in (Firmness.SIGNED, Firmness.DONE):
            pieces = pieces[-1:]  # what was signed stands with its verb
        for start, end in pieces:
            for left, right in self._means(start, end):
                yield from self._own_objects(left, right)

    def _pieces(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Coordinated clauses that each act on something."""
        for match in CLAUSE.finditer(self.text, begin, end):
            clause, rest = self.text[begin : match.start() + 1], self.text[match.end() : end]
            supported = NOMINATIVE.match(clause.lstrip()) and SUPPORTED.match(rest)
            if ACTS_ON.search(clause + " ") and ACTS_ON.search(rest + " ") and not supported:
                yield begin, match.start() + len(match[0].rstrip(" ,"))
                begin = match.end()
        yield begin, end

    def _means(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A means with a field of its own is a line; a mere success behind it is none."""
        position = start
        for match in MEANS_END.finditer(self.text, start, end):
            head, tail = (position, match.end()), (match.end(), end)
            ours = self._tops(*head)
            if not ours or not ACTS_ON.search(self.text[position : match.start() + 1] + " "):
                continue
            theirs = self._tops(*tail)
            if not theirs and RESULT.search(self.text[match.end() : end]):
                end = match.end()
                break
            if theirs and not ours & theirs and ACTS_ON.search(self.text[match.end() : end] + " "):
                yield head
                position = match.end()
        yield position, end

    def _tops(self, start: int, end: int) -> set[str]:
        """Main fields of a stretch, that of cooperation itself aside."""
        return {code[:3] for code in self.codes(start, end) if code != UNKNOWN}

    def trim(self, start: int, end: int) -> tuple[int, int]:
        start, end = super().trim(start, end)
        light = LIGHT_VERB.search(self.text[start:end])
        if light and light.start() >= 4:
            end = start + light.start()
        return start, end

    def lead(self, start: int, end: int) -> re.Match[str] | None:
        found = super().lead(start, end)
        if found:
            return found
        for pattern in (PREMISE, TOGETHER, PURPOSE, UNDER):
            match = pattern.match(self.text, start, end)
            if match and ACTS_ON.search(self.text[match.end() : end] + " "):
                return match
        match = SUBJECT.match(self.text, start, end)
        if match and (ACTORS.search(match[0].rstrip()) or self._names_an_actor(match)):
            return match
        return None

    def _names_an_actor(self, match: re.Match[str]) -> bool:
        """Whether the last word before the particle is a body that acts."""
        named = self._bodies.inside(match.start(), match.end())
        return bool(named) and match.end() - named[-1].end <= 5
