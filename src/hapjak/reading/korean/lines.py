"""Lines of cooperation in what is said: one clause with an object of its own is one line.

The rules and their numbers are those of the contract's “What counts as a
commitment” (docs/reader.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.dates import find_dates
from hapjak.reading.drafts import Body, Encounter, Line
from hapjak.reading.fields import UNKNOWN, FieldWords
from hapjak.reading.korean.bodies import Bodies
from hapjak.reading.korean.speech import ORDINAL, Said
from hapjak.reading.korean.words import squeeze
from hapjak.reading.model import Firmness
from hapjak.reading.quantities import find_quantity

# A clause ends in 고 or 며 behind a verb; 하고 있다 goes on.
CLAUSE = re.compile(
    r"(?:(?:하|되|키|내|루|우|치|리|가|열|히|이|기|들|갖|맺|짓|였|했|었|있)고(?!\s?(?:있|싶|난|나서|자))"
    r"|[가-힣](?<!이)며|[가-힣]면서|[하되]는 한편|[하되]는 동시에|뿐만 아니라|뿐 아니라),?\s"
)
OBJECT = re.compile(
    r"[가-힣’”》](?:을|를)\s(?!계기로|위해|위하여|위한|통해|통하여|비롯|중심으로|대표해|바탕으로|토대로"
    r"|둘러싸고|포함|기반으로|맞아|따라)"
)
OWN_OBJECT = re.compile(
    OBJECT.pattern + r"|(?:으로|로)\s(?:되|만들|삼)|에\s(?:합의|동의|서명|싸인)"
)
# Means and occasions: not what is promised but how.
MEANS = re.compile(r"[^,]{0,80}?(?:을|를)\s(?:[가-힣]{1,6}\s)?[가-힣]{1,5}(?:해|하여|아|어|여)\s")
OCCASION = re.compile(
    r"[^,]{0,80}?(?:을|를)\s(?:계기로|위해|위하여|통해|통하여|바탕으로|토대로|맞아)\s"
)
SLOGAN = re.compile(
    r"관철|지시정신|사상을|감사를|환영을|축하를|평가|긍정|탄복|성과를 거두|성과를 올리|찬사|경의를"
)
VAGUE = re.compile(r"모델|기제|체계|업그레이드|협의체|시범구|협의를|협약|협정|회의")
NAMED = re.compile(r"[‘']([^‘’']{2,30}?)\s?[’']|《([^《》]{2,40})》")
ACTIONS = (
    "발전|보급|육성|건설|확대|교류|양성|연구|개발|유치|개최|운영|구축|조성|수출|공급|증대|개척"
)
SEPARATOR = re.compile(r"\s?(?:[,，·]|과|와|및)\s?")
PAIR = re.compile(rf"(?:{ACTIONS})(?:과|와)\s")
LEADING = re.compile(
    r"(?:그리고|또한?|특히|아울러|이와 함께|나아가|이어|이를 위해|우선|먼저)[,\s]\s?"
)
BOTH = re.compile(r"쌍방|량측|양측|공동히|공동으로|함께|두 지역|량지|양 지역|손잡고|서로|상호")
OWN = re.compile(r"우리(?!의 )|본 ?성|아측|우리는|우리 성")
UNTIL = re.compile(r"까지|전으로|안에|내에|안으로")
LEARN = re.compile(r"(?:경험|방법|사례)[^.]{0,20}(?:학습|배우|본받)")


class Lines:
    """Makes commitments of what is said."""

    def __init__(
        self, text: str, bodies: Bodies, fields: FieldWords, published: str | None
    ) -> None:
        self._text = text
        self._bodies = bodies
        self._fields = fields
        self._published = published

    def of(self, said: Said, meeting: Encounter | None) -> Iterator[Line]:
        """The lines of one stretch; none where nothing concrete is promised."""
        if said.firmness is None or LEARN.search(self._text[said.start : said.end]):
            return
        firmness = self._firmness(said)
        if firmness is Firmness.DONE and not self._is_figure(said):
            return
        clauses = list(self._clauses(said))
        for start, end in clauses:
            for first, last in self._own_objects(start, end):
                line = self._line(first, last, said, firmness, meeting, len(clauses))
                if line:
                    yield line

    def _firmness(self, said: Said) -> Firmness:
        """What must be done by one's own side is an intention (rule 4)."""
        text = self._text[said.start : said.end]
        must = re.search(r"야 ?한다?$", text)
        if said.firmness is Firmness.PROPOSAL and must and OWN.search(text):
            return Firmness.INTENTION
        return said.firmness or Firmness.HOPE

    def _is_figure(self, said: Said) -> bool:
        """What was carried out counts only with its substance: a figure (rule 5)."""
        return find_quantity(self._text[said.start : said.sentence.end], "ko") is not None

    def _clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        begin = said.start
        ordinal = ORDINAL.match(self._text, begin, said.end)
        begin = ordinal.end() if ordinal else begin
        for match in CLAUSE.finditer(self._text, begin, said.end):
            clause = self._text[begin : match.start()]
            rest = self._text[match.end() : said.end]
            if OBJECT.search(clause + " ") and OWN_OBJECT.search(rest + " "):
                yield begin, match.start() + len(match[0].rstrip(" ,"))
                begin = match.end()
        yield begin, said.end

    def _own_objects(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Named initiatives side by side, and coordinated items with their own noun of action."""
        text = self._text[start:end]
        named = [m for m in NAMED.finditer(text) if SEPARATOR.match(text, m.end())]
        if named and NAMED.search(text, named[-1].end()):
            borders = [m.end() + len(SEPARATOR.match(text, m.end())[0]) for m in named]  # type: ignore[index]
        else:
            borders = self._coordinated(text)
        position = 0
        for border in borders:
            yield start + position, start + border
            position = border
        yield start + position, end

    def _coordinated(self, text: str) -> list[int]:
        """청소년체육 발전과 산업 보급을 추진: two nouns of action under one verb."""
        pair = PAIR.search(text)
        second = text[pair.end() :] if pair else ""
        if (
            pair
            and re.search(rf"(?:{ACTIONS})(?:을|를|에)", second)
            and OBJECT.search(second + " ")
        ):
            return [pair.end()]
        return []

    def _line(
        self,
        start: int,
        end: int,
        said: Said,
        firmness: Firmness,
        meeting: Encounter | None,
        siblings: int,
    ) -> Line | None:
        start, end = self._trim(start, end)
        text = self._text[start:end]
        if len(text) < 5 or SLOGAN.search(text):
            return None
        codes = self.codes(start, end)
        named = [(m[1] or m[2]).strip() for m in NAMED.finditer(text)]
        generic = all(code.startswith("MEC") for code in codes)
        if generic and not named and not VAGUE.search(text):
            return None
        by, to = self._sides(said, text, firmness, meeting)
        field, *others = codes or [UNKNOWN]
        return Line(
            start,
            end,
            firmness,
            field,
            self._confidence(said, generic, siblings),
            said.speaker,
            by,
            to,
            others,
            named,
            self._due(text),
            find_quantity(text, "ko"),
            meeting,
        )

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while True:
            match = LEADING.match(self._text, start, end) or re.compile(r"[\s,，.]+").match(
                self._text, start, end
            )
            if match is None:
                break
            start = match.end()
        while end > start and self._text[end - 1] in " ,，.":
            end -= 1
        if self._text[end - 1] in "과와" and PAIR.fullmatch(
            self._text, max(start, end - 3), end + 1
        ):
            end -= 1
        return start, end

    def codes(self, start: int, end: int) -> list[str]:
        """Fields of what is promised; those of its means and occasion come after."""
        text = self.masked(start, end)
        occasion = max((m.end() for m in OCCASION.finditer(text)), default=0)
        text, last = text[occasion:], 0
        for match in MEANS.finditer(text):
            last = match.end()
        main = self._fields.find(squeeze(text[last:]))
        rest = self._fields.find(squeeze(text))
        found = list(dict.fromkeys([*main, *rest]))
        parents = {code[:3] for code in found if len(code) > 3}
        kept = [code for code in found if len(code) > 3 or code not in parents]
        return sorted(
            kept, key=lambda code: code.startswith("MEC") and len(kept) > 1 and code == "MEC"
        )

    def masked(self, start: int, end: int) -> str:
        """A stretch with names of bodies blanked: a car maker's name is no field."""
        text = self._text[start:end]
        for mention in self._bodies.inside(start, end):
            if mention.body.kind in ("company", "media", "institute"):
                left, right = mention.start - start, mention.end - start
                text = text[:left] + "·" * (right - left) + text[right:]
        return text

    def _sides(
        self, said: Said, text: str, firmness: Firmness, meeting: Encounter | None
    ) -> tuple[list[Body], list[Body]]:
        """Who acts toward whom: the speaker's side, or all where they act jointly."""
        parties = list(meeting.parties) if meeting else []
        side = said.speaker.side if said.speaker else None
        joint = firmness in (Firmness.AGREEMENT, Firmness.SIGNED) or BOTH.search(text)
        if side is None:
            subject = [
                m.body
                for m in self._bodies.inside(said.sentence.start, said.end)
                if m.body in parties
            ]
            if len(set(map(id, subject))) == 1 and not joint:
                side = subject[0]
        if side is None or (joint and len(parties) > 1):
            return parties, []
        return [side], [party for party in parties if party is not side]

    def _due(self, text: str) -> str | None:
        for mention in find_dates(text, self._published):
            if UNTIL.match(text, mention.end) or UNTIL.match(text, mention.end + 1):
                return mention.value
        return None

    def _confidence(self, said: Said, generic: bool, siblings: int) -> float:
        confidence = 0.9 if said.speaker else 0.85
        confidence -= 0.05 * said.inherited + 0.2 * generic + 0.03 * min(siblings - 1, 3)
        return confidence - 0.2 * (said.firmness is Firmness.DONE)
