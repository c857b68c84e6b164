"""An agreed text as facts: one instrument, its parties, what each clause binds them to.

Nobody speaks in it: what a clause says, the parties agreed (rule 8 of the
contract). A plan that one side made alone is its intention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.agreed.text import AgreedText, Item, paragraphs_after
from hapjak.reading.bodies import Bodies
from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Body, Encounter, Figure, Instrument, Line
from hapjak.reading.lines import Lines, Said
from hapjak.reading.model import AgreementKind, Firmness, MeetingKind, OrganisationKind, Role, Span
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

ALIAS = re.compile(  # “以下简称甲方”, (이하 “갑”이라 한다), (hereinafter “the State”)
    r"[（(]\s?(?:以下?简称为?|下称|이하|hereinafter(?: referred to as)?|hereafter)\s?[“\"'‘「]?(?:the )?"
    r"(?P<alias>[\w ]{1,20}?)[”\"'’」]?\s?(?:이?라 (?:한다|함|칭한다))?\s?[)）]",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^\s*[“\"]?(?P<alias>[甲乙丙]\s?方|[갑을병]|Party [ABC])[”\"]?\s?[：:]\s*", re.MULTILINE
)
SIGNER = re.compile(
    r"(?:授权代表|代\s?表\s?人?|签字人|签署人|대\s?표\s?자?|서명자|[Ss]igned by|[Nn]ame)\s?"
    r"(?:[（(](?:签字|签名|签章|서명|signature)[）)])?\s?[：:]\s*(?P<name>[\w.·]{2,12}(?: [\w.-]{1,12}){0,2})"
)
SUBJECT = r"(?:(?:은|는|이|가)(?!\w)|(?= (?:will|shall|agrees|undertakes)\b)|(?=[\u4e00-\u9fff])(?![与和及、或]))"
FULL = len("2024-05-12")
NAMED = 60  # characters behind a label in which its party is named
NO_PARTS = (OrganisationKind.PARTY, OrganisationKind.LEGISLATURE)


class AgreedFacts:
    """The facts of one agreed text."""

    def __init__(
        self,
        agreed: AgreedText,
        bodies: Bodies,
        people: People,
        lines: Lines,
        cues: Cues,
        published: str | None,
    ) -> None:
        self._agreed = agreed
        self._text = bodies.text
        self._bodies = bodies
        self._people = people
        self._lines = lines
        self._cues = cues
        self._published = published
        self._aliases = dict(self._named())
        self.parties = self._parties()
        self._frame = Encounter(MeetingKind.SIGNING, [], parties=self.parties)

    def lines(self) -> list[Line]:
        """What the clauses bind the parties to, in order."""
        found: list[Line] = []
        for said in self._said():
            for line in self._lines.of(said, self._frame):
                line.meeting = None
                self._turn(line, said.sentence)
                found.append(line)
        return found

    def _said(self) -> Iterator[Said]:
        firmness = Firmness.AGREEMENT if self._agreed.joint else Firmness.INTENTION
        names: list[Item] = []
        for item in [*self._agreed.items, None]:
            if item is not None and item.bare:
                names.append(item)
                continue
            if names:
                first, last = names[0], names[-1]
                yield Said(first.start, last.end, None, firmness, False, first.sentences[0])
                names = []
            for sentence in item.sentences if item else ():
                start = max(sentence.start, item.start if item else 0)
                yield Said(start, sentence.end, None, firmness, False, sentence)

    def _turn(self, line: Line, sentence: Sentence) -> None:
        """Who acts: the party whose short name is the last subject before or at the line."""
        acting: tuple[int, list[Body]] = (-1, [])
        for alias, body in self._aliases.items():
            subject = re.compile(rf"(?<!\w){re.escape(alias)}{SUBJECT}")
            for match in subject.finditer(self._text, sentence.start, sentence.end):
                if acting[0] < match.start() <= line.start:
                    acting = (match.start(), [body])
        line.by = acting[1] or list(self.parties)
        line.to = [party for party in self.parties if party not in line.by]

    def _named(self) -> Iterator[tuple[str, Body]]:
        """Short names that the text gives its parties."""
        head = self._agreed.head
        for match in ALIAS.finditer(self._text, 0, head):
            named = self._bodies.before(match.start(), 0)
            if named:
                yield match["alias"].strip(), named.body
        for match in LABEL.finditer(self._text, 0, head):
            behind = self._bodies.inside(match.end(), match.end() + NAMED)
            if behind:
                yield (
                    re.sub(r"\s", "", match["alias"])
                    if match["alias"][-1] == "方"
                    else match["alias"],
                    behind[0].body,
                )

    def _parties(self) -> list[Body]:
        """The bodies with short names, else those whose names open the text, each side once."""
        named = list(dict.fromkeys(self._aliases.values()))
        if len(named) > 1:
            return named
        mentions = [m.body for m in self._bodies.inside(0, self._agreed.head)]
        mentions += [m.body for m in self._bodies.inside(self._agreed.foot, len(self._text))]
        return list(dict.fromkeys(body for body in mentions if body.kind not in NO_PARTS))

    def instrument(self) -> Instrument:
        place = self._text.find(self._agreed.title)
        start = place if place >= 0 else self._agreed.head
        end = place + len(self._agreed.title) if place >= 0 else self._text.find("\n", start)
        return Instrument(
            self._agreed.kind,
            [(start, end if end > start else len(self._text))],
            self._agreed.title,
            self._day()[0],
            list(self.parties),
        )

    def meeting(self) -> Encounter | None:
        """The signing, where the text says when; who signed signed there."""
        day, span = self._day()
        if day is None or not self._agreed.joint:
            return None
        minutes = self._agreed.kind is AgreementKind.MINUTES
        kind = MeetingKind.TALKS if minutes else MeetingKind.SIGNING
        told = self._text[span[0] : span[1]] if span else None
        meeting = Encounter(kind, [span or self.instrument().spans[0]], date=day, date_text=told)
        meeting.parties = list(self.parties)
        for person in self._signers():
            meeting.take(person, Role.SIGNED)
        return meeting

    def _day(self) -> tuple[str | None, Span | None]:
        """The day of signing: told behind the clauses, in the last of them, or before the first.

        A day that stands alone on a line was taken by intake for the document's own.
        """
        begin = self._text.rfind("\n", 0, self._agreed.foot) + 1
        for start, end in ((begin, len(self._text)), (0, self._agreed.head)):
            told = self._cues.dates(self._text[start:end], self._published)
            days = [day for day in told if day.value and len(day.value) == FULL]
            if days:
                return days[-1].value, (start + days[-1].start, start + days[-1].end)
        return (self._published or "")[:FULL] or None, None

    def _signers(self) -> Iterator[Figure]:
        foot = self._agreed.foot
        yield from self._people.named(foot, len(self._text))
        for start, end in paragraphs_after(self._text, foot):
            match = SIGNER.search(self._text, start, end)
            if match and not self._people.named(start, end):
                yield self._people.add(match["name"], match.start("name"), [])
