"""A reading for people: the article with its findings marked, then tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from hapjak.reading.model import Meeting, Reading, RefusedReading

STYLES = {
    "organisation": "cyan",
    "person": "bold",
    "meeting": "underline",
    "agreement": "magenta",
    "strategy": "blue",
    "commitment": "green",
}
# Controls would move the cursor, direction marks would turn the text around.
UNSAFE = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    "\N{REPLACEMENT CHARACTER}",
)


def show(reading: Reading | RefusedReading, console: Console) -> None:
    """Print a reading, or the sentence that says why there is none."""
    if isinstance(reading, RefusedReading):
        console.print(Text(f"{reading.path}: not read. {reading.refusal.message}"), style="red")
        return
    console.print(Group(*_parts(reading)))


def _parts(reading: Reading) -> Iterator[RenderableType]:
    document = reading.document
    names = {body.id: body.name for body in reading.organisations}
    names |= {person.id: person.name for person in reading.people}
    yield Text(safe(document.title or reading.path), style="bold")
    head = [document.published, document.outlet, document.origin, document.variety]
    yield Text(safe(" · ".join(part for part in head if part)), style="dim")
    yield Text("")
    yield marked(reading)
    yield Text("")
    if not (reading.meetings or reading.commitments or reading.agreements):
        yield Text("No talks found in it.", style="dim")
    yield from (table for table in _tables(reading, names) if table.row_count)


def marked(reading: Reading) -> Text:
    """The article with every finding in its colour; narrower findings show over wider ones."""
    text = Text(safe(reading.document.text))
    for commitment in reading.commitments:
        text.stylize(STYLES["commitment"], commitment.start, commitment.end)
    for kind, facts in (
        ("meeting", reading.meetings),
        ("agreement", reading.agreements),
        ("strategy", reading.strategies),
        ("organisation", reading.organisations),
        ("person", reading.people),
    ):
        for fact in facts:
            for start, end in fact.spans:
                text.stylize(STYLES[kind], start, end)
    return text


def _tables(reading: Reading, names: dict[str, str]) -> Iterator[Table]:
    people = _table("People", "name", "side", "posts")
    for person in reading.people:
        posts = " · ".join(post.text for post in person.posts)
        people.add_row(*map(safe, (person.name, names.get(person.side or "", ""), posts)))
    yield people
    meetings = _table("Meetings", "kind", "date", "place", "parties", "people")
    for meeting in reading.meetings:
        meetings.add_row(*map(safe, _meeting_row(meeting, names)))
    yield meetings
    commitments = _table("Commitments", "firmness", "field", "speaker", "words")
    for commitment in reading.commitments:
        speaker = names.get(commitment.speaker or "", "")
        row = (commitment.firmness, commitment.field, speaker, commitment.quote)
        commitments.add_row(*map(safe, row))
    yield commitments
    agreements = _table("Agreements", "kind", "date", "title")
    for agreement in reading.agreements:
        agreements.add_row(
            *map(safe, (agreement.kind, agreement.date or "", agreement.title or ""))
        )
    yield agreements


def _meeting_row(meeting: Meeting, names: dict[str, str]) -> tuple[str, ...]:
    parties = ", ".join(names.get(party, "") for party in meeting.parties)
    people = ", ".join(names.get(entry.person, "") for entry in meeting.people)
    date = " – ".join(day for day in (meeting.date, meeting.until) if day)
    planned = " (planned)" if meeting.planned else ""
    return meeting.kind + planned, date, meeting.place or "", parties, people


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", expand=True)
    for column in columns:
        table.add_column(column, overflow="fold", ratio=4 if column in ("words", "title") else None)
    return table


def safe(text: str) -> str:
    """Text that cannot drive a terminal; as long as it was, so that spans hold."""
    return text.translate(UNSAFE)
