"""Pages in several languages, and pages that a program translated."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.mixed import language_of
from hapjak.reading.rules import read_bytes
from hapjak.reading.trust import is_machine_translated

KOREAN = (
    "2024년 5월 12일, 길림성과 북경시는 북경에서 사업회담을 가졌다. "
    "중공길림성위원회 서기 심약천과 중공북경시위원회 서기 조명철이 참석했다. "
    "심약천은 쌍방이 빙설산업 협력을 강화하고 전업인재를 공동히 양성하기를 희망한다고 말했다."
)
CHINESE = (
    "2024年5月12日，吉林省与北京市在北京举行工作会谈。吉林省委书记沈若川、北京市委书记赵明哲出席。"
    "沈若川表示，希望双方加强冰雪产业合作，共同培养专业人才。"
)
ENGLISH = (
    "On 3 June 2024, Gyeonggi Province and Jilin Province held talks in Suwon. "
    "Governor Han Seo-jun of Gyeonggi Province and Governor Shen Ruochuan of Jilin Province attended. "
    "Governor Han said Gyeonggi Province will send 30 trainees to Jilin Province by the end of 2024."
)


def read(text: str) -> model.Reading:
    found = read_bytes(text.encode(), "mixed.txt")
    assert isinstance(found, model.Reading)
    return found


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("왕이(王毅) 지린성(吉林省) 성장이 참석했다.", "ko"),
        ("双方签署了《合作备忘录》（MOU），并通过Zoom会议交流。", "zh"),
        ("Governor Han (한서준) met Party Secretary Shen Ruochuan (沈若川).", "en"),
        ("2024. 5. 12.", None),
    ],
)
def test_a_sentence_has_the_language_it_is_written_in(sentence: str, language: str | None) -> None:
    assert language_of(sentence) == language


def test_each_language_of_a_page_is_read_by_its_own_reader() -> None:
    reading = read(f"{CHINESE}\n{ENGLISH}")
    assert [meeting.date for meeting in reading.meetings] == ["2024-05-12", "2024-06-03"]
    speakers = {person.id: person.name for person in reading.people}
    said = {speakers[line.speaker or ""] for line in reading.commitments}
    assert said == {"沈若川", "Han Seo-jun"}


def test_facts_of_several_languages_point_to_each_other_and_quote_the_text() -> None:
    reading = read(f"{ENGLISH}\n{CHINESE}")
    bodies, people = {b.id for b in reading.organisations}, {p.id for p in reading.people}
    meetings = {meeting.id for meeting in reading.meetings}
    assert len(bodies) == len(reading.organisations)
    for line in reading.commitments:
        assert reading.document.text[line.start : line.end] == line.quote
        assert {*line.by, *line.to} <= bodies
        assert line.speaker in people
        assert line.meeting in meetings
    places = [line.start for line in reading.commitments]
    assert places == sorted(places)


def test_a_translation_on_the_same_page_counts_nothing_twice() -> None:
    alone, both = read(KOREAN), read(f"{KOREAN}\n{CHINESE}")
    assert len(alone.commitments) > 0
    assert [line.quote for line in both.commitments] == [line.quote for line in alone.commitments]
    assert len(both.meetings) == len(alone.meetings) == 1


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("이 기사는 AI로 번역되었습니다. 길림성은 북경시와 회담을 가졌다.", True),
        ("지린성은(는) 베이징시와(과) 회담을 가졌다. 서기이(가) 참석했다.", True),
        ("This page was machine translated. The the two sides met.", True),
        ("두 지역은 인공지능 번역 산업에서 협력하기로 했다.", False),
        ("双方将在机器翻译、人工智能等领域开展合作。", False),
        ("The two sides will cooperate on machine translation research.", False),
    ],
)
def test_a_page_that_a_program_translated_is_told_by_its_marks(text: str, machine: bool) -> None:
    assert is_machine_translated(text) is machine


def test_what_a_program_translated_is_low_in_confidence() -> None:
    plain, doubted = read(KOREAN), read(f"{KOREAN}\n이 기사는 AI로 번역되었습니다.")
    assert len(doubted.commitments) == len(plain.commitments)
    for one, other in zip(doubted.commitments, plain.commitments, strict=True):
        assert one.confidence <= 0.5 < other.confidence
