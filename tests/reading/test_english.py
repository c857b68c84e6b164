"""What the English reader finds in invented sentences, and what it leaves alone."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.english.bodies import EnglishBodies
from hapjak.reading.english.dates import find_english_dates
from hapjak.reading.english.names import surname
from hapjak.reading.english.people import EnglishPeople
from hapjak.reading.english.posts import find_titles
from hapjak.reading.rules import read_bytes
from hapjak.reading.sentences import split


def read(text: str, published: str | None = "2021-05-14") -> model.Reading:
    page = f"A headline for the report\n{text}"
    reading = read_bytes(page.encode(), "page.txt", published=published, language="en")
    assert isinstance(reading, model.Reading)
    return reading


def people_of(text: str) -> dict[str, list[str]]:
    people = EnglishPeople(text, split(text), EnglishBodies(text))
    return {person.name: [post.title for post in person.posts] for person in people.all()}


def bodies_of(text: str) -> dict[str, str]:
    bodies = EnglishBodies(text)
    return {text[m.start : m.end]: m.body.name for m in bodies.mentions}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Qinglan Province and Qinglan", {"Qinglan Province": "Qinglan Province"}),
        ("Officials of Qinglan province left.", {"Qinglan province": "Qinglan province"}),
        ("the City of Yungang", {"City of Yungang": "City of Yungang"}),
        ("the State of Noland", {"State of Noland": "State of Noland"}),
        ("Halla-do and Baeksan-gun met.", {"Halla-do": "Halla-do", "Baeksan-gun": "Baeksan-gun"}),
        (
            "Halla Special Self-Governing Province",
            {"Halla Special Self-Governing Province": "Halla Special Self-Governing Province"},
        ),
        (
            "Qinglan Korean Autonomous Prefecture",
            {"Qinglan Korean Autonomous Prefecture": "Qinglan Korean Autonomous Prefecture"},
        ),
        ("South Halla Province", {"South Halla Province": "South Halla Province"}),
        ("Queensland", {"Queensland": "Queensland"}),
        ("Each city and Our Province", {}),
        ("A Chinese province", {}),
        (
            "Qinglan Provincial People's Government",
            {"Qinglan Provincial People's Government": "Qinglan"},
        ),
        (
            "the People's Government of Qinglan Province",
            {"People's Government of Qinglan Province": "Qinglan Province"},
        ),
        (
            "CPC Qinglan Provincial Committee",
            {"CPC Qinglan Provincial Committee": "CPC Qinglan Provincial Committee"},
        ),
        (
            "the Standing Committee of the Qinglan Provincial People's Congress",
            {
                "Standing Committee of the Qinglan Provincial People's Congress": (
                    "Standing Committee of the Qinglan Provincial People's Congress"
                )
            },
        ),
        (
            "the Foreign Affairs Office of Yungang Municipal People's Government",
            {
                "Foreign Affairs Office of Yungang Municipal People's Government": (
                    "Foreign Affairs Office of Yungang Municipal People's Government"
                )
            },
        ),
        (
            "the Department of Culture, Tourism and Sports of Qinglan Province",
            {
                "Department of Culture, Tourism and Sports of Qinglan Province": (
                    "Department of Culture, Tourism and Sports of Qinglan Province"
                )
            },
        ),
        (
            "Yungang University of Science and Technology",
            {
                "Yungang University of Science and Technology": (
                    "Yungang University of Science and Technology"
                )
            },
        ),
        (
            "the China (Yungang) Pilot Free Trade Zone",
            {"China (Yungang) Pilot Free Trade Zone": "China (Yungang) Pilot Free Trade Zone"},
        ),
    ],
)
def test_bodies(text: str, mentions: dict[str, str]) -> None:
    found = bodies_of(text)
    assert mentions.items() <= found.items()
    assert mentions or not found


def test_a_short_name_stands_for_the_place_named_in_full() -> None:
    assert bodies_of("Qinglan Province spoke. Qinglan will build it.")["Qinglan"] == (
        "Qinglan Province"
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Executive Vice Governor Lin", ["Executive Vice Governor"]),
        ("Lt. Governor Fox and Gov. Lee", ["Lt. Governor", "Gov."]),
        ("the deputy director-general", ["deputy director-general"]),
        ("Minister-president of Noland", ["Minister-president"]),
        ("governorship and mayoral", []),
        ("municipal party secretary", ["party secretary"]),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert [text[title.start : title.end] for title in find_titles(text)] == titles


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Yungang Mayor Gu Huaizhou spoke.", {"Gu Huaizhou": ["Mayor"]}),
        ("Yungang's Mayor Gu Huaizhou spoke.", {"Gu Huaizhou": ["Mayor"]}),
        ("Gu Huaizhou, mayor of Yungang City, spoke.", {"Gu Huaizhou": ["mayor"]}),
        ("Governor of Halla Province, Kim Min-soo spoke.", {"Kim Min-soo": ["Governor"]}),
        (
            "Shen Ruo, Deputy Secretary of the CPC Qinglan Provincial Committee and Governor of "
            "Qinglan Province, spoke.",
            {"Shen Ruo": ["Deputy Secretary", "Governor"]},
        ),
        (
            "Party Chief Lin Cheng of Qinglan Province, and Governor Shen Ruo came.",
            {"Lin Cheng": ["Party Chief"], "Shen Ruo": ["Governor"]},
        ),
        (
            "Governors Kim Min-soo and Shen Ruo met.",
            {"Kim Min-soo": ["Governor"], "Shen Ruo": ["Governor"]},
        ),
        (
            "Wu Lan, Chen Xi and Xie Jun, leaders from Qinglan Province, came.",
            {"Wu Lan": ["leaders"], "Chen Xi": ["leaders"], "Xie Jun": ["leaders"]},
        ),
        (
            "Kim Min-soo, Vice Governor for Economic Affairs of Halla-do, spoke.",
            {"Kim Min-soo": ["Vice Governor for Economic Affairs"]},
        ),
        (
            "Minister for Regional Development Ann Fox spoke.",
            {"Ann Fox": ["Minister for Regional Development"]},
        ),
        ("A. Bold, Governor of Uvs Province, spoke.", {"A. Bold": ["Governor"]}),
        ("Min-soo KIM, Mayor of Halla City, spoke.", {"Min-soo KIM": ["Mayor"]}),
        ("the Mayor of Yungang, His Excellency Mr Gu Huai, met", {"Gu Huai": ["Mayor"]}),
        ("Gu Huai (R), governor of Qinglan Province, spoke.", {"Gu Huai": ["governor"]}),
        ("Consul General Sato spoke.", {"Sato": ["Consul General"]}),
        ("Feng Fei and Xie Jun took part in the talks.", {"Feng Fei": [], "Xie Jun": []}),
        ("Vice Governor LIN Cheng spoke. Lin Cheng left.", {"LIN Cheng": ["Vice Governor"]}),
        (
            "Minister for Law and Second Minister for Home Affairs Mr K Lin spoke.",
            {"K Lin": ["Minister for Law", "Second Minister for Home Affairs"]},
        ),
        (
            "Lin Cheng, Party Chief of the CPC Qinglan Provincial Committee, and Governor Shen Ruo",
            {"Lin Cheng": ["Party Chief"], "Shen Ruo": ["Governor"]},
        ),
        (
            "Secretary of the Party Committee and Governor of Halla province of Laos Kham Boun came.",
            {"Kham Boun": ["Secretary of the Party Committee", "Governor"]},
        ),
        ("Chief Minister Sindh Omar Beg came.", {"Omar Beg": ["Chief Minister"]}),
        ("Dr Ann Fox SC, Minister of Health, spoke.", {"Ann Fox": ["Minister of Health"]}),
        (
            "The Premiers present were Ann Fox of Noland and Lee Stone of Soland.",
            {
                "Ann Fox": ["Premier"],
                "Lee Stone": ["Premier"],
            },
        ),
        (
            "Industries and Commerce Minister Ann Fox spoke.",
            {
                "Ann Fox": ["Industries and Commerce Minister"],
            },
        ),
        ("The mayor of Yungang City opened the Official Residence.", {}),
        ("the spirit of the speech of General Secretary Gu Huai", {}),
        ("Meanwhile, Governor of Halla Province said so.", {}),
        ("The Head Office of Harbour Bank opened on Monday.", {}),
    ],
)
def test_people(text: str, people: dict[str, list[str]]) -> None:
    assert people_of(text) == people


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Wang Xiaolan", "Wang"),
        ("Kim Min-soo", "Kim"),
        ("Min-soo Kim", "Kim"),
        ("Min-soo KIM", "KIM"),
        ("SATO Kenta", "SATO"),
        ("Rex Fox", "Fox"),
        ("Stephen A. Fox", "Fox"),
    ],
)
def test_family_names(name: str, family: str) -> None:
    assert surname(name) == family


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("on May 12, 2021", None, "2021-05-12"),
        ("on 12 May", "2021-05-14", "2021-05-12"),
        ("on Dec. 30", "2021-01-02", "2020-12-30"),
        ("on Wednesday", "2021-05-14", "2021-05-12"),
        ("yesterday", "2021-05-14", "2021-05-13"),
        ("today", "2021-05-14", "2021-05-14"),
        ("on the 12th", "2021-05-14", "2021-05-12"),
        ("05.03.2014", None, "2014-03-05"),  # day first
        ("will meet on 16 May", "2021-05-14", "2021-05-16"),  # still to come
        ("is to visit on 3 January", "2021-12-14", "2022-01-03"),
        ("on Wednesday", None, None),
        ("on May 12", None, None),
        ("on Feb. 30, 2021", None, None),
    ],
)
def test_dates(text: str, published: str | None, day: str | None) -> None:
    [mention] = find_english_dates(text, published)
    assert mention.value == day


TALKS = (
    "On May 12, Lin Cheng, governor of Qinglan Province, met with Kim Min-soo, governor of "
    "Halla Province, in Yungang."
)


@pytest.mark.parametrize(
    ("said", "speaker", "firmness", "quotes"),
    [
        (
            "Lin Cheng hoped that the two sides would expand trade and build a logistics park.",
            "Lin Cheng",
            "hope",
            ["expand trade", "build a logistics park"],
        ),
        (
            "Lin said Qinglan would like to strengthen exchange in tourism.",
            "Lin Cheng",
            "hope",
            ["strengthen exchange in tourism"],
        ),
        (
            "Qinglan, he noted, is large. It will supply rice to Halla, Lin said.",
            "Lin Cheng",
            "intention",
            ["supply rice to Halla"],
        ),
        (
            "“We hope to open a direct air route,” said Governor Kim.",
            "Kim Min-soo",
            "hope",
            ["open a direct air route"],
        ),
        (
            "Kim Min-soo proposed to set up a joint laboratory.",
            "Kim Min-soo",
            "proposal",
            ["set up a joint laboratory"],
        ),
        ("The two sides agreed to open a sea route.", None, "agreement", ["open a sea route"]),
        (
            "Lin invited farm enterprises of Halla to visit Qinglan.",
            "Lin Cheng",
            "proposal",
            ["invited farm enterprises of Halla to visit Qinglan"],
        ),
        (
            "They signed a memorandum on tourism in Yungang. Under the memorandum the two sides "
            "will open direct flights.",
            None,
            "agreement",
            ["open direct flights"],
        ),
        (
            "Exchanges of students should be expanded, Kim said.",
            "Kim Min-soo",
            "proposal",
            ["Exchanges of students should be expanded"],
        ),
        ("Qinglan and Halla signed a trade agreement in 2011.", None, None, []),
        ("Lin welcomed the delegation to attend the trade fair.", None, None, []),
        ("Kim thanked Qinglan for its help with trade.", None, None, []),
        ("Lin said the agreement will be a new start for trade.", None, None, []),
        ("They hoped to deepen cooperation in many fields.", None, None, []),
    ],
)
def test_commitments(
    said: str, speaker: str | None, firmness: str | None, quotes: list[str]
) -> None:
    reading = read(f"{TALKS}\n{said}")
    names = {person.id: person.name for person in reading.people}
    told = [c for c in reading.commitments if c.firmness != "signed"]
    assert [c.quote for c in told] == quotes
    assert {c.firmness for c in told} == ({firmness} if firmness else set())
    assert {names.get(c.speaker or "") for c in reading.commitments} <= {speaker}


def test_items_of_a_list_are_as_firm_as_the_sentence_that_opens_it() -> None:
    reading = read(
        f"{TALKS}\nThe meeting agreed on what to do:\n• Open a sea route;\n• Train nurses."
    )
    assert [(c.quote, c.firmness) for c in reading.commitments] == [
        ("Open a sea route", "agreement"),
        ("Train nurses", "agreement"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "day", "parties"),
    [
        (TALKS, "talks", "2021-05-12", {"Qinglan Province", "Halla Province"}),
        (
            "Qinglan Province and Halla Province held working talks in Yungang City on May 12.",
            "talks",
            "2021-05-12",
            {"Qinglan Province", "Halla Province"},
        ),
        (
            "The City of Yungang, Noland, and Halla Town in Baeksan Prefecture signed a "
            "memorandum of understanding on May 12.",
            "signing",
            "2021-05-12",
            {"City of Yungang", "Halla Town"},
        ),
        (
            "Baeksan-do (South Halla Province) and Qinglan Province of China met on May 12.",
            "talks",
            "2021-05-12",
            {"Baeksan-do", "Qinglan Province"},
        ),
        (
            f"{TALKS} Consul General Sato of Japan attended the meeting.",
            "talks",
            "2021-05-12",
            {"Qinglan Province", "Halla Province"},
        ),
        (
            f"{TALKS} They signed a joint declaration.",
            "signing",
            "2021-05-12",
            {"Qinglan Province", "Halla Province"},
        ),
        (
            f"{TALKS} Lin Cheng had visited Halla Province last October.",
            "talks",
            "2021-05-12",
            {"Qinglan Province", "Halla Province"},
        ),
        (
            "Ann Fox, Minister of Justice of Kenya, will visit Ghana from 16 to 18 May 2021 at the "
            "invitation of Justice Minister Lee Stone.",
            "visit",
            "2021-05-16",
            {"Kenya", "Ghana"},
        ),
    ],
)
def test_meetings(text: str, kind: str, day: str, parties: set[str]) -> None:
    reading = read(text)
    names = {body.id: body.name for body in reading.organisations}
    [meeting] = reading.meetings
    assert (meeting.kind, meeting.date) == (kind, day)
    assert {names[party] for party in meeting.parties} == parties


def test_a_speech_at_a_conference_to_come_is_the_host_s_forum() -> None:
    reading = read(
        "Ann Fox, Minister of Justice of Kenya, will visit Ghana from 16 to 18 May 2021. On 17 May, "
        "Minister Fox will deliver the opening address at the Gold Bar Association Conference."
    )
    names = {body.id: body.name for body in reading.organisations}
    told = [(m.kind, m.date, [names[p] for p in m.parties]) for m in reading.meetings]
    assert ("forum", "2021-05-17", ["Gold Bar Association"]) in told
    assert all(meeting.planned for meeting in reading.meetings)


@pytest.mark.parametrize(
    "text",
    [
        "Heavy rain fell over Qinglan Province. Governor Lin Cheng visited Yungang City and met with "
        "residents. He said the province will build new dikes.",
        "Qinglan Province grew by 5 percent in 2020. Its ports handled more rice.",
        "Kim Min-soo, secretary general of the Halla Football Federation, met the supporters.",
        "Last October Governor Lin Cheng met Governor Kim Min-soo of Halla Province.",
        "Mayor Ann Fox said the City of Fairview will hire 20 drivers. The state signed a contract "
        "with Blue Bus Co. for 30 vehicles.",
        "Mayor Ann Fox visited the terminal of Fairview City and met workers. She hopes to open a "
        "new route.",
    ],
)
def test_pages_without_talks_give_nothing(text: str) -> None:
    reading = read(text)
    assert not (reading.meetings or reading.commitments or reading.agreements)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Governor Shen Ruochuan of Jilin Province met Governor Han Seo-jun of Gyeonggi Province in Suwon.",
            {"Shen Ruochuan": "Jilin Province", "Han Seo-jun": "Gyeonggi Province"},
        ),
        (
            "Mayor Kim Min-soo of the City of Busan met Mayor John Smith of Arden in Busan.",
            {"Kim Min-soo": "City of Busan", "John Smith": "Arden"},
        ),
    ],
)
def test_a_place_behind_a_name_tells_whose_office_it_is(text: str, sides: dict[str, str]) -> None:
    found = read_bytes(text.encode(), "talks")
    assert isinstance(found, model.Reading)
    names = {body.id: body.name for body in found.organisations}
    assert {person.name: names[person.side or ""] for person in found.people} == sides
