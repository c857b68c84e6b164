"""Lines of cooperation in a Chinese-Korean sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.bodies import Bodies
from hapjak.reading.drafts import Encounter, Line
from hapjak.reading.fields import UNKNOWN
from hapjak.reading.korean.china.clauses import (
    ACTORS,
    ACTS_ON,
    AGREED_FIRST,
    BARE_VERB,
    COUNTED,
    DAY,
    DONE_ALREADY,
    FIELD_LIST,
    INSTRUMENT,
    INVITES,
    ITEM,
    LIGHT_VERB,
    LINE_CUES,
    MEANS_END,
    MUST,
    NEXT_ITEM,
    NOMINATIVE,
    OBJECT,
    OURS,
    PAIR,
    PREMISE,
    PRESENT,
    PURPOSE,
    RESULT,
    SECOND,
    SEPARATOR,
    SIGNED_FIRST,
    SIGNS,
    SO_FAR,
    SPOKEN_FOR,
    STATE,
    SUBJECT,
    SUPPORTED,
    TOGETHER,
    TOPIC,
    UNDER,
)
from hapjak.reading.korean.china.cues import CLAUSE, CUES
from hapjak.reading.korean.china.speech import ORDINAL
from hapjak.reading.lines import Lines, Said
from hapjak.reading.model import Firmness

INVITED = "EXT"
EXCHANGE = {"MEC", "EXT"}  # the platform is the means of the exchange, no line of its own


class ChinaLines(Lines):
    """Lines of a Chinese-Korean text."""

    def __init__(self, bodies: Bodies, published: str | None) -> None:
        super().__init__(bodies, "ko-CN", published, CUES, LINE_CUES)
        self._bound = False  # whether bodies have agreed to something, meeting or none
        names = {*bodies.places, *bodies.short_names(), *(b.name for b in bodies.all())}
        party = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
        # who acts, when and where: 두 지역은, 갑성과 을시가, 5월 12일, 을시청에서
        self._frame = re.compile(
            rf"(?:(?:중국|한국)\s)?(?:{party})(?:과|와|은|는|이|가)\s"
            r"|(?:양측|쌍방|량측|량지|두 [가-힣]{1,4}|대표단)(?:은|는|이|가)\s"
            r"|(?:지난\s|오는\s)?(?:\d{4}년\s)?(?:\d{1,2}월\s)?\d{1,2}일(?:\s?(?:오전|오후|저녁))?(?:에)?,?\s|이날\s|이 자리에서\s|(?:환영사|축사|답사|인사말|개회사|연설|발언)에서\s|이번 [가-힣]{2,6}에 따라\s"
            rf"|(?:{party}|[가-힣]{{1,8}}(?:청|회관|호텔|일보사|청사))에서\s"
        )

    def firmness_of(self, said: Said) -> Firmness:
        text = self.text[said.start : said.end]
        if said.firmness is Firmness.PROPOSAL and MUST.search(text) and OURS.search(text):
            return Firmness.INTENTION
        return super().firmness_of(said)

    def of(self, said: Said, meeting: Encounter | None) -> Iterator[Line]:
        """Signed is an instrument: “signed 38 projects” does not say what was agreed (rule 8)."""
        history = said.firmness is Firmness.SIGNED and self._is_history(said)
        self._bound = self._bound or said.firmness is Firmness.AGREEMENT
        if history or (meeting is None and not self._bound):
            return  # who promises without anybody to promise to, promises nothing here
        for line in super().of(said, meeting):
            told = self.text[line.start : line.end]
            if line.firmness is Firmness.DONE:
                line.due = None  # until when it was done, no deadline
            if line.firmness is Firmness.DONE and PRESENT.search(told):
                continue
            line.firmness = self._own_force(line, told)
            signed = line.firmness is Firmness.SIGNED and line.field == UNKNOWN
            if not signed or (INSTRUMENT.search(told) and not COUNTED.search(told)):
                yield line

    def _own_force(self, line: Line, told: str) -> Firmness:
        """계약에 사인하고 …하기로 했다; 구축에 합의, …할 예정이다: a clause may have a force of its own."""
        if line.firmness is Firmness.AGREEMENT and SIGNED_FIRST.search(told):
            return Firmness.SIGNED
        ends = line.firmness is not Firmness.HOPE and self.text[line.end : line.end + 1] == ","
        agreed = ends and AGREED_FIRST.search(told)
        return Firmness.AGREEMENT if agreed else line.firmness

    def _is_history(self, said: Said) -> bool:
        """Whether it was signed in a year before that of the report, or is told as what stands."""
        if SO_FAR.search(said.sentence.text) and not DAY.search(said.sentence.text):
            return True
        told = self.cues.dates(self.text[said.start : said.end], self._published)
        years = [mention.value[:4] for mention in told if mention.value]
        return bool(years and self._published) and max(years) < (self._published or "")[:4]

    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        ordinal = ORDINAL.match(self.text, said.start, said.end)
        begin = ordinal.end() if ordinal else said.start
        pieces = list(self._pieces(begin, said.end))
        if said.firmness in (Firmness.SIGNED, Firmness.DONE):
            pieces = self._signed(pieces)
        for start, end in pieces:
            if end != said.end and STATE.search(self.text[self.trim(start, end)[0] : end]):
                continue
            for left, right in self._means(start, end):
                yield from self._own_objects(left, right)

    def _signed(self, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """What was signed stands with its verb: the last clause, and those that sign as well.

        Two clauses with an instrument each are two; 결연을 맺고 협의를 체결했다 is one.
        """
        signed = [pieces[-1]]
        for left, right in reversed(pieces[:-1]):
            if not SIGNS.search(self.text[left:right]):
                break
            if INSTRUMENT.search(self.text[left:right]):
                signed.insert(0, (left, right))
            else:
                signed[0] = (left, signed[0][1])
        return signed

    def _pieces(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Coordinated clauses that each act on something."""
        for match in CLAUSE.finditer(self.text, begin, end):
            clause, rest = self.text[begin : match.start() + 1], self.text[match.end() : end + 1]
            supported = NOMINATIVE.match(clause.lstrip()) and SUPPORTED.match(rest)
            goes_on = match["noun"] or ACTS_ON.search(rest + " ")
            acts = match["noun"] or ACTS_ON.search(clause + " ")
            if acts and goes_on and not supported:
                yield begin, match.start() + len(match[0].rstrip(" ,"))
                begin = match.end()
        yield begin, end

    def _means(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A means with a field of its own is a line; a mere success behind it is none."""
        position = start
        for match in MEANS_END.finditer(self.text, start, end):
            ours = self._tops(position, match.end())
            head = self.text[position : match.end()]
            if not ours and self.own.slogan.search(head) and self._tops(match.end(), end):
                position = match.end()  # a wish for friendship as the means of something
                continue
            if not ours or not ACTS_ON.search(self.text[position : match.start() + 1] + " "):
                continue
            rest = self.text[match.end() : end]
            theirs = self._tops(match.end(), end)
            if not theirs and RESULT.search(rest):
                end = match.end()
                break
            apart = not ours & theirs and not ours | theirs <= EXCHANGE
            if theirs and apart and ACTS_ON.search(rest + " "):
                yield position, match.end()
                position = match.end()
        yield position, end

    def _tops(self, start: int, end: int) -> set[str]:
        """Main fields of a stretch, that of cooperation itself aside."""
        return {code[:3] for code in self.own_fields(start, end)}

    def _own_objects(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Named initiatives side by side, and coordinated items with their own noun of action."""
        text = self.text[start:end]
        position = 0
        for left, right in self._named_side_by_side(text) or _coordinated(text):
            yield start + position, start + left
            position = right
        yield start + position, end

    def _named_side_by_side(self, text: str) -> list[tuple[int, int]]:
        """Where one named initiative ends and the next begins."""
        named = list(self.own.named.finditer(text))
        joints = [SEPARATOR.match(text, match.end()) for match in named[:-1]]
        return [joint.span() for joint in joints if joint]

    def trim(self, start: int, end: int) -> tuple[int, int]:
        start, end = super().trim(start, end)
        light = LIGHT_VERB.search(self.text[start:end])
        if light and light.start() >= 4:
            end = start + light.start()
        return start, end

    def lead(self, start: int, end: int) -> re.Match[str] | None:
        found = super().lead(start, end) or self._frame.match(self.text, start, end)
        if found:
            return found
        for pattern in (PREMISE, TOGETHER, PURPOSE, UNDER, SPOKEN_FOR, BARE_VERB):
            match = pattern.match(self.text, start, end)
            if match and ACTS_ON.search(self.text[match.end() : end] + " "):
                return match
        topic = TOPIC.match(self.text, start, end)
        if topic and not DONE_ALREADY.search(topic[0]):
            return topic if ACTS_ON.search(self.text[topic.end() : end] + " ") else None
        match = SUBJECT.match(self.text, start, end)
        if match and (ACTORS.search(match[0].rstrip()) or self._names_an_actor(match)):
            return match
        return None

    def codes(self, start: int, end: int) -> list[str]:
        """To be asked to come is exchange with abroad, where nothing else is named."""
        found = super().codes(start, end)
        plain = all(code == UNKNOWN for code in found)
        return [INVITED] if plain and INVITES.search(self.text, start, end) else found

    def _names_an_actor(self, match: re.Match[str]) -> bool:
        """Whether the last word before the particle is a body that acts."""
        named = self._bodies.inside(match.start(), match.end())
        return bool(named) and match.end() - named[-1].end <= 5


def _coordinated(text: str) -> list[tuple[int, int]]:
    """청소년체육 발전과 산업 보급을 추진: nouns of action under one verb, two or a row of them."""
    if "," in text and not FIELD_LIST.search(text):
        items = [m for m in ITEM.finditer(text) if NEXT_ITEM.match(text, m.end())]
        if items:
            return [(item.start("and"), item.end()) for item in items]
    pair = PAIR.search(text)
    second = text[pair.end() :] if pair else ""
    if pair and SECOND.search(second) and OBJECT.search(second + " "):
        return [(pair.start("and"), pair.end())]
    return []
