"""Lines of cooperation in a South Korean sentence or quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.drafts import Encounter, Line
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.clauses import ACTION, OBJECT, Clauses, Stretch
from hapjak.reading.korean.south.dates import is_history
from hapjak.reading.korean.south.line_cues import FRAME, VAGUE
from hapjak.reading.korean.south.people import SouthPeople
from hapjak.reading.korean.south.signings import SigningLines
from hapjak.reading.korean.words import squeeze
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness

AGENDA = re.compile(
    r"(?:(?:논의|협의|모색)해 나갈|논의|협의|모색|토론|방문|면담|회담|접견|참석|참관|시찰|만남|의견을 교환|간담회를 [가-힣]{1,3}|둘러볼|둘러보|출국|둘러본 후 [가-힣\d ]{1,8}|만날|만나|찾을|가질|갖는|이어갈|떠날|돌아볼|귀국)(?:할|하는)? ?(?:예정|계획|방침)$"
)
FACILITY = re.compile(
    r"전담기관|홍보관|전시관|판매장|센터|사무소|대표처|대표부|창구|거점|노선|항로|학당|공원|정원|상설"
)
BARE = re.compile(
    r"(?:업무|이 |이번 )?(?:협약|협정|합의|협의|각서)(?:서|문|식)?[을를에] (?:체결|서명|맺|교환)|협약식을"
)  # an instrument without a word of what it is about
GIVEN = re.compile(r"\d[^.]{0,40}(?:기증|기부|전달|기탁)$")  # a gift with its figure
DEALINGS = re.compile(
    "교류|협력|협약|협정|합의|자매|우호|결연|상생|공동|함께|방문|접견|면담|회담|양측|쌍방|양해각서|의향서"
)
NEAR = 60  # lines around one that may say it better; no report has more
SAME = re.compile(r"이같이$|이처럼$|이 같은 내용")  # “agreed so”: the words stand elsewhere
HEADING = re.compile(
    r"\s{0,2}(?:세부적으로|구체적으로|공동 관심\s?분야는|주요 (?:협약|협력|합의)?\s?내용)"
)  # what follows says it better (rule 7)
BOUND = (Firmness.AGREEMENT, Firmness.DONE, Firmness.INTENTION)
SHORTEST_AGREED = 8  # characters
INVITED = "EXT"
INVITES = re.compile(r"(?:초청|초대)(?:장[을를] [가-힣]{2})?[가-힣]{0,4}$")
INVITED_BEHIND = re.compile(r"[을를]? ?(?:공식 )?(?:초청|초대)")
ASKING = (Firmness.PROPOSAL, Firmness.HOPE)
JOINED = re.compile(r"(?:하|되)?(?:고|며|면서),?$")


class SouthLines(SigningLines):
    """Lines of a South Korean text."""

    def __init__(
        self, bodies: SouthBodies, people: SouthPeople, variety: str, published: str | None
    ) -> None:
        super().__init__(bodies, people, variety, published)
        self._clauses = Clauses(self.text, super().trim)
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

    def fields_of(
        self, start: int, end: int, firmness: Firmness, codes: list[str] | None = None
    ) -> list[str]:
        """To be asked to come is exchange with abroad, to whatever one is asked."""
        found = super().fields_of(start, end, firmness, codes)
        asked = firmness in ASKING and (
            INVITES.search(self.text, start, end) or INVITED_BEHIND.match(self.text, end)
        )
        return [INVITED, *(code for code in found if code != INVITED)] if asked else found

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
        if line is None and firmness in BOUND:
            line = self._of_theme(start, end, said, firmness, meeting)
        if line is None and siblings > 2 and end - start > 8:
            return self._of_siblings(start, end, said, firmness, meeting)
        return line

    def _of_theme(
        self, start: int, end: int, said: Said, firmness: Firmness, meeting: Encounter | None
    ) -> Line | None:
        """What was agreed without a field word has the field that the report is about."""
        text = self.text[start:end]
        whole = OBJECT.search(text + " ") or ACTION.search(text)
        short = end - start < SHORTEST_AGREED or not whole
        if short or self.own.slogan.search(text):
            return None
        by, to = self._sides(said, text, firmness, meeting)
        return Line(
            start,
            end,
            firmness,
            self.fields_of(start, end, firmness)[0],
            0.5 if firmness is Firmness.INTENTION else 0.7,
            said.speaker,
            by,
            to,
            meeting=meeting,
        )

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

    def of(self, said: Said, meeting: Encounter | None) -> Iterator[Line]:
        """What lies back is no commitment of these talks, whatever its verb."""
        quoted = self.text[said.start - 1 : said.start] in ("“", '"')
        if AGENDA.search(self.text, said.start, said.end):
            return
        if said.firmness is not Firmness.SIGNED and HEADING.match(self.text, said.sentence.end):
            return
        told = "바 있" in said.sentence.text or said.firmness is Firmness.SIGNED
        if told and not quoted and is_history(said.sentence.text, self._published):
            return
        yield from super().of(said, meeting)

    def _has_figure(self, said: Said) -> bool:
        """Something lasting that was set up, or a gift with a number, is substance enough."""
        given = GIVEN.search(self.text, said.start, said.end)
        return bool(
            given or FACILITY.search(self.text, said.start, said.end)
        ) or super()._has_figure(said)

    def tells_of_talks(self) -> bool:
        """Two mayors on their house prices promise each other nothing."""
        return DEALINGS.search(self.text) is not None

    def settle(self, lines: list[Line]) -> list[Line]:
        """One line once: the lead says before what the body says more fully (rule 6)."""
        return [
            line
            for n, line in enumerate(lines)
            if not self._said_better(
                line,
                lines[n + 1 : n + NEAR],
                [*lines[max(0, n - NEAR) : n], *lines[n + 1 : n + NEAR]],
            )
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
        return self._clauses.of(said.start, said.end, said.firmness)


def _is_vague(text: str) -> bool:
    """Whether nothing is left of a stretch but general words; one pass, so linear."""
    return len(VAGUE.sub("", text)) <= 1


def _pairs(text: str) -> list[str]:
    """Pairs of syllables, blanks left out."""
    bare = squeeze(text)
    return [bare[n : n + 2] for n in range(len(bare) - 1)]
