"""Lines that are the act of signing, from what the instrument is about to the verb."""

from __future__ import annotations

import re

from hapjak.reading.drafts import Encounter, Line
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.cues import CUES
from hapjak.reading.korean.south.line_cues import LINE_CUES
from hapjak.reading.korean.south.people import SouthPeople
from hapjak.reading.lines import Lines, Said
from hapjak.reading.model import Firmness

INSTRUMENT = re.compile(
    r"(?:협약|협정|양해각서|각서|의향서|합의서|MOU|결연|선언|계약|약정|협약식|체결식|계획서|관계|합의문|의정서)"
)
SISTERLY = re.compile(
    r"상생|교류\s?협력\s?(?:증진|강화|확대)|자매|우호|친선|결연|교류\s?(?:의향서|협약|협정|합의서|양해각서)|교류강화|교류 강화"
)
NAME_OF_INSTRUMENT = 26  # characters at the end of a signing that its instrument's name takes up
FRAMEWORK = re.compile(r"기본\s?협약|전략적 협력|포괄적?\s?(?:업무)?\s?협약")
PARTNERS = re.compile(
    r"\s등\s(?:[가-힣]{1,8}\s){0,2}(?:\d{1,3}개\s)?[가-힣·]{1,8}(?:과|와|은|는|이|가)\s"
)
PURPOSE = re.compile(
    r"(?:위한|내용으로 (?:한|하는)|내용의|내용을 담은|골자로 (?:한|하는)|강화하는|확대하는|관한|대한|담은)\s"
)


class SigningLines(Lines):
    """The signings of a South Korean text."""

    def __init__(
        self, bodies: SouthBodies, people: SouthPeople, variety: str, published: str | None
    ) -> None:
        super().__init__(bodies, variety, published, CUES, LINE_CUES)
        self._people = people

    def _signed(self, start: int, end: int, said: Said, meeting: Encounter | None) -> Line | None:
        """The act of signing, from what its instrument is about to the verb."""
        instruments = list(INSTRUMENT.finditer(self.text, start, end))
        if not instruments:
            return None
        begin = self._about(start, instruments[-1].start())
        begin += len(self.text[begin:end]) - len(self.text[begin:end].lstrip())
        by, to = self._sides(said, self.text[begin:end], Firmness.SIGNED, meeting)
        codes = self.fields_of(begin, end, Firmness.SIGNED)
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
            r"(?:에서|통해|기념으로|기념해|맞아|계기로|앞두고|발맞춰|갖고|(?:방문|참가|참석|초청|개최|주관)해|찾아|만나|접견하고|(?:시장|지사|성장|군수|총장|대표|회장|원장|의장|구청장|위원장)[과와]|가운데|\d일|오전|오후|공동으로|각각|대해|따라|(?:하|되|갖|열|었|았|했|였|맺|들|받|나누|보|치|이루)고),?\s"
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
            elif row := PARTNERS.match(text, right, stop):
                begin = max(begin, row.end())
        return self.trim(begin, stop + 1)[0] if stop > begin else begin

    def fields_of(
        self, start: int, end: int, firmness: Firmness, codes: list[str] | None = None
    ) -> list[str]:
        if firmness is Firmness.SIGNED:
            return self._of_instrument(start, end)
        return super().fields_of(start, end, firmness, codes)

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
        return codes[:1] or super().fields_of(begin, end, Firmness.SIGNED, codes)
