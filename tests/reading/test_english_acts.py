"""Acts of English reports: whoever takes part, wherever the words for it stand, and on which day."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.rules import read_bytes

A, B, C = "Qinglan Province", "Haesol Province", "Yungang City"


def read(text: str, published: str = "2021-05-14") -> model.Reading:
    page = f"A headline for the report\n{text}"
    reading = read_bytes(page.encode(), "page.txt", published=published, language="en")
    assert isinstance(reading, model.Reading)
    return reading


def told(reading: model.Reading) -> list[tuple[str | None, set[str]]]:
    names = {body.id: body.name for body in reading.organisations}
    return [(m.date, {names[p] for p in m.parties}) for m in reading.meetings]


@pytest.mark.parametrize(
    "text",
    [
        f"The governors of {A} and {B} held talks in Norton on May 12.",
        f"{A} Governor Han Bo and {B} Governor Min Ah-ro pledged on May 12 to build a road.",
        f"A delegation from {B} led by Governor Min Ah-ro was received by Governor Han Bo of {A} on May 12.",
        f"{A} will open an office, Governor Han Bo of {A} said on May 12 when meeting {B} Governor Min Ah-ro on May 12.",
        f"The 4th meeting of the {A}–{B} Joint Committee took place online on May 12.",
        f"An accord that {A} Governor Han Bo and {B} Governor Min Ah-ro reached on May 12 covers trade.",
        f"{A} said Thursday it had signed an agreement to sell rice with the government of {B} on May 12.",
        f"{A} and {B} became sister provinces on May 12.",
        f"Following a meeting with {B} Governor Min Ah-ro on May 12, {A} Governor Han Bo spoke of rice.",
        f"A letter of intent was exchanged between {A} and {B} on May 12 in the presence of Noland's consul.",
        f"Officials from {A} met Governor Min Ah-ro of {B} at the Capitol, {C}, on May 12.",
        f"{A} and {B} have renewed their friendship ties. The document was signed on May 12.",
        f"The two sides moved closer. {A} Vice-Governor Han Bo called on Governor Min Ah-ro of {B} on May 12"
        " and invited him to visit the lake.",
    ],
)
def test_sides_and_day_of_an_act(text: str) -> None:
    assert told(read(text)) == [("2021-05-12", {A, B})]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"NORTON, May 13 (Agency) -- {A} and {B} signed an accord here on Tuesday.", "2021-05-11"),
        (f"{A} and {B} signed an accord on Tuesday.", "2021-05-11"),
        (f"{A} said on May 13 that it signed an accord with {B} the previous day.", "2021-05-12"),
        (f"{A} and {B} signed an accord last week.", None),
        (f"{A} and {B} will sign an accord in October.", "2021-10"),
        (f"{A} and {B} concluded an accord in April 2021.", "2021-04"),
        (f"Yesterday {A} and {B} signed an accord.", "2021-05-13"),
        (f"{A} and {B} signed an accord on the 12th of May.", "2021-05-12"),
        (
            f"NORTON, May 13 (Agency) -- {A} hopes to sell rice, an official said on Thursday. Han Bo,"
            f" governor of {A}, made the remarks when meeting Min Ah-ro, governor of {B}.",
            "2021-05-13",
        ),
    ],
)
def test_the_day_is_the_act_s_own(text: str, day: str | None) -> None:
    assert told(read(text)) == [(day, {A, B})]


def test_a_report_may_be_put_on_a_later_page() -> None:
    text = f"{A} and {B} signed an accord on May 12, 2020. In 1998 {A} and {B} signed a treaty."
    assert told(read(text)) == [("2020-05-12", {A, B})]


def test_a_partner_of_no_list_is_known_beside_one() -> None:
    text = f"{C} and Harwick have agreed to trade. {C} Mayor Han Bo met Harwick Mayor Ann Fox on May 12."
    assert ("2021-05-12", {C, "Harwick"}) in told(read(text))


def test_departments_meet_where_nobody_of_their_governments_does() -> None:
    text = "The Jilin Department of Culture and the Gyeonggi Department of Tourism held talks on May 12."
    assert told(read(text)) == [
        ("2021-05-12", {"Jilin Department of Culture", "Gyeonggi Department of Tourism"})
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            f"The mayors of {C} and Bayport City, Han Bo and Ann Fox, signed an accord.",
            {"Han Bo": C, "Ann Fox": "Bayport City"},
        ),
        (
            f"{A} and {B} signed an accord in Norton. Governor Han Bo and Governor Min Ah-ro signed it.",
            {"Han Bo": A, "Min Ah-ro": B},
        ),
        (
            f"On behalf of the Governor, Secretary of Trade Ann Fox of {A} met Governor Min Ah-ro of {B}.",
            {"Ann Fox": A, "Min Ah-ro": B},
        ),
        (
            f"Speaker Ann Fox of the {A} People's Congress met Governor Min Ah-ro of {B}.",
            {"Ann Fox": f"{A} People's Congress", "Min Ah-ro": B},
        ),
    ],
)
def test_whose_posts_people_hold(text: str, people: dict[str, str]) -> None:
    reading = read(text)
    names = {body.id: body.name for body in reading.organisations}
    held = {p.name: names.get(p.posts[0].organisation or "") for p in reading.people}
    assert held == people


def test_what_was_said_may_stand_before_who_said_it() -> None:
    text = (
        f"{A} and {B} will build a joint port, {A} Governor Han Bo said when meeting {B} Governor Min"
        " Ah-ro on May 12."
    )
    reading = read(text)
    names = {person.id: person.name for person in reading.people}
    assert [names.get(c.speaker or "") for c in reading.commitments] == ["Han Bo"]


def test_the_governor_is_who_holds_the_post() -> None:
    text = (
        f"Han Bo, governor of {A}, met Mayor Ann Fox of {C} on May 12.\nThe governor said the province"
        " would send rice experts to the city."
    )
    reading = read(text)
    names = {person.id: person.name for person in reading.people}
    assert [names.get(c.speaker or "") for c in reading.commitments] == ["Han Bo"]


@pytest.mark.parametrize(
    "text",
    [
        f"{A} beat {B} 3-1 and will meet {C} in the final.",
        f"Tourists visiting {A} and {B} can expect snow.",
        f"Governor Han Bo of {A} held a press conference on May 12 and met supporters from {B}.",
        f"{A} and {B} will host matches. Mayor Ann Fox of {C} welcomed the news and expects 900 visitors.",
        f"The museum shows letters that merchants of {A} exchanged with {B} in 1911.",
        f"Senator Ann Fox of {A} met with dock workers and said she would vote against the pact with {B}.",
        f"The {A} cabinet met on May 12 and approved a plan to build schools.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    reading = read(text)
    assert not (reading.meetings or reading.agreements)


def test_a_place_before_a_colon_is_no_dateline_with_a_day() -> None:
    text = (
        "ROSEWATER, Oct. 4 (Daily) -- Fairview City and Rosewater City agreed on a joint tourism "
        "office on Saturday.\n"
        "PORT HAVEN: Rosewater City has signed an agreement with Fairview City on cassava."
    )
    reading = read_bytes(text.encode(), "talks.txt", published="2031-10-05")
    assert isinstance(reading, model.Reading)
    assert all(meeting.date in (None, "2031-10-04") for meeting in reading.meetings)
