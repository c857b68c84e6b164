"""How English reports tell of a meeting or an instrument, and what is neither."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.cues import meeting_kinds
from hapjak.reading.english.acts import Acts
from hapjak.reading.rules import read_bytes
from hapjak.reading.sentences import split

A, B = "Qinglan Province", "Haesol Province"


def read(text: str) -> model.Reading:
    page = f"A headline for the report\n{text}"
    reading = read_bytes(page.encode(), "page.txt", published="2021-05-14", language="en")
    assert isinstance(reading, model.Reading)
    return reading


def parties(reading: model.Reading) -> list[set[str]]:
    names = {body.id: body.name for body in reading.organisations}
    return [{names[party] for party in meeting.parties} for meeting in reading.meetings]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            f"Governor Han Bo of {A} received Vice Governor Min Ah-ro of {B} on May 12.",
            "talks",
            "2021-05-12",
        ),
        (
            f"A delegation from {A} led by Vice Governor Han Bo paid a courtesy call on the"
            f" Governor of {B}, Min Ah-ro, on May 12.",
            "talks",
            "2021-05-12",
        ),
        (
            f"Governor Han Bo of {A} spoke by phone with Governor Min Ah-ro of {B} on May 12.",
            "call",
            "2021-05-12",
        ),
        (
            f"The signing of an accord between {A} and {B} took place in Yungang City on May 12.",
            "signing",
            "2021-05-12",
        ),
        (f"An agreement between {A} and {B} was renewed on May 12.", "signing", "2021-05-12"),
        (
            f"Under a new MoU signed on May 12, 2021, {A} and {B} will set up a joint fund.",
            "signing",
            "2021-05-12",
        ),
        (
            f"YUNGANG, May 13 (Agency) -- {A} and {B} signed a protocol on May 12, 2021.",
            "signing",
            "2021-05-12",
        ),
        (
            f"Governor Han Bo of {A} and Governor Min Ah-ro of {B} celebrated ten years of"
            " friendship at a banquet on May 12.",
            "talks",
            "2021-05-12",
        ),
        (
            f"Governor Han Bo of {A} met Governor Min Ah-ro of {B} on May 12 and hoped that both"
            " sides would exchange teachers.",
            "talks",
            "2021-05-12",
        ),
    ],
)
def test_a_meeting_however_it_is_told(text: str, kind: str, day: str) -> None:
    reading = read(text)
    assert [(m.kind.value, m.date) for m in reading.meetings] == [(kind, day)]
    assert parties(reading) == [{A, B}]


@pytest.mark.parametrize(
    ("deed", "kinds"),
    [
        ("signed a sister-province agreement", ["sister_tie"]),
        ("renewed their Friendship Agreement", ["sister_tie"]),
        ("formalized a sister province relationship", ["sister_tie"]),
        ("signed an accord on water", ["other"]),
        ("issued a joint declaration", ["statement"]),
        ("inked a letter of intent on ferries", ["letter_of_intent"]),
        ("signed a framework agreement", ["framework"]),
        (
            "signed three agreements in Yungang City: a Memorandum of Understanding on Energy, a"
            " Letter of Intent on Ports and a Joint Statement on Trade",
            ["memorandum", "letter_of_intent", "statement"],
        ),
        ("signed a letter of intent on developing sister province relations", ["letter_of_intent"]),
        ("signed a treaty and hoped to sign a contract", ["other"]),
    ],
)
def test_an_instrument_by_its_noun_and_what_is_done(deed: str, kinds: list[str]) -> None:
    reading = read(f"{A} and {B} {deed} on May 12.")
    assert [a.kind.value for a in reading.agreements] == kinds


@pytest.mark.parametrize(
    ("words", "meets"),
    [
        ("called on the Governor of {b}, Min Ah-ro, on May 12.", True),
        ("called on Governor Min Ah-ro of {b} to discuss trade.", True),
        ("called on Governor Min Ah-ro of {b} to open the border.", False),
    ],
)
def test_a_call_is_a_visit_but_an_appeal_is_none(words: str, meets: bool) -> None:
    reading = read(f"Governor Han Bo of {A} " + words.format(b=B))
    assert bool(reading.meetings) is meets


def test_an_earlier_instrument_keeps_its_own_date() -> None:
    text = f"{A} and {B} held talks on May 12. In 2010 {A} and {B} signed a sister agreement."
    assert [(a.kind.value, a.date) for a in read(text).agreements] == [("sister_tie", "2010")]


def test_a_trip_abroad_has_the_travellers_alone() -> None:
    reading = read(
        f"Governor Han Bo of {A} will lead a trade mission to Italy from June 3 to 9, 2021."
    )
    assert [(m.kind.value, m.planned) for m in reading.meetings] == [("visit", True)]
    assert parties(reading) == [{A}]


def test_a_signing_to_come_is_planned() -> None:
    text = (
        f"Governor Han Bo of {A} said that the province would sign a sister-province agreement with"
        f" {B} next month."
    )
    reading = read(text)
    assert [m.planned for m in reading.meetings] == [True]
    assert [a.planned for a in reading.agreements] == [True]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (f"Governor Han Bo of {A} met Mayor Min Ah-ro of Yungang City.", [A, "Yungang City"]),
        (f"Han Bo, on behalf of {A}, and Governor Min Ah-ro of {B} met.", [B]),
        (
            f"{A} and {B} signed an accord. Governor Han Bo and Vice Governor Min Ah-ro exchanged"
            " copies.",
            [A, B],
        ),
        (
            f"During his visit to {A}, {B} Governor Han Bo was received by Governor Min Ah-ro.",
            [B, A],
        ),
        (
            "Bavarian Premier Ida Moll met the Scottish First Minister Al Gunn.",
            ["Bavaria", "Scotland"],
        ),
    ],
)
def test_for_whom_people_act(text: str, sides: list[str]) -> None:
    reading = read(text)
    names = {body.id: body.name for body in reading.organisations}
    assert [names.get(person.side or "") for person in reading.people] == sides


@pytest.mark.parametrize("term", [*meeting_kinds("en")])
def test_every_word_for_a_meeting_is_looked_for(term: str) -> None:
    text = f"They held a {term} with guests."
    [sentence] = split(text)
    assert Acts(text, text.lower()).of(sentence)


@pytest.mark.parametrize(
    "text",
    [
        f"Heavy snow will fall across {A} and {B}. Officials in Yungang City met to prepare ploughs.",
        f"{A} beat {B} in the final. The governor of {B}, Min Ah-ro, watched the match.",
        f"Governor Han Bo of {A} signed the budget into law and visited a hospital.",
        f"Police in {A} and {B} arrested eleven men under a national agreement.",
        f"Governors in {A} and {B} signed bills. Governor Han Bo of {A} called on people to save water.",
        f"A bus from {A} overturned in {B}. Governor Min Ah-ro visited the injured.",
    ],
)
def test_no_talks_no_finds(text: str) -> None:
    reading = read(text)
    assert not (reading.meetings or reading.agreements or reading.commitments)
