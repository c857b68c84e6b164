"""The first real report, which lies outside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from hapjak.reading import model
from hapjak.reading.rules import read_bytes

SEED = Path(__file__).parents[3] / "shared" / "seed" / "jilin-beijing-2021-09-01.txt"
pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the real report is not part of the repository"
)
PEOPLE = {
    "채기": ({"서기"}, "북경시"),
    "경준해": ({"서기"}, "길림성"),
    "진길녕": ({"부서기", "시장"}, "북경시"),
    "한준": ({"부서기", "성장"}, "길림성"),
    "송도": ({"부장"}, "중공중앙 대외련락부"),
    "진담순": ({"리사장"}, "경동방과학기술그룹"),
    "류효동": ({"총재"}, "경동방과학기술그룹"),
    "장가명": ({"지도자"}, "북경시"),
    "근위": ({"지도자"}, "북경시"),
    "곽업주": ({"부부장"}, "중공중앙 대외련락부"),
    "호가복": ({"지도자"}, "길림성"),
    "장지군": ({"지도자"}, "길림성"),
    "구현동": ({"총경리"}, "길림성"),
    "안계무": ({"비서장"}, "길림성"),
}


@pytest.fixture(scope="module")
def reading() -> model.Reading:
    result = read_bytes(SEED.read_bytes(), SEED.name)
    assert isinstance(result, model.Reading)
    return result


@pytest.fixture(scope="module")
def names(reading: model.Reading) -> dict[str | None, str]:
    return {fact.id: fact.name for fact in [*reading.organisations, *reading.people]}


def test_all_people_stand_in_order_with_posts_and_side(reading, names) -> None:
    found = {p.name: ({q.title for q in p.posts}, names[p.side]) for p in reading.people}
    assert found == PEOPLE
    assert [person.name for person in reading.people] == list(PEOPLE)


def test_talks_stop_and_separate_talks_are_parts_of_the_stay(reading, names) -> None:
    [visit] = [m for m in reading.meetings if not m.part_of]
    parts = [m for m in reading.meetings if m.part_of == visit.id]
    assert visit.kind == "visit"
    assert [(m.kind, m.date, m.place) for m in parts] == [
        ("talks", "2021-08-30", "북경"),
        ("talks", None, None),
        ("visit", None, "경동방기술혁신타운"),
    ]
    roles = {names[entry.person]: entry.role for entry in parts[0].people}
    assert roles == {"채기": "spoke", "경준해": "spoke", "진길녕": "presented", "한준": "presented"}
    assert {names[entry.person] for entry in visit.people} == set(list(PEOPLE)[7:])
    assert [[topic.field for topic in m.topics] for m in parts[1:]] == [["EXT02"], ["TRD01"]]


def test_hopes_of_both_sides_are_found_and_nothing_firmer(reading, names) -> None:
    spoken = [names[commitment.speaker] for commitment in reading.commitments]
    assert len(spoken) >= 14
    assert spoken.count("채기") >= 7
    assert spoken.count("경준해") >= 7
    assert {commitment.firmness for commitment in reading.commitments} == {"hope"}
    assert {"AGR01", "AGR02", "CUL01", "EDU02"} <= {
        code for c in reading.commitments for code in (c.field, *c.other_fields)
    }


def test_praise_and_history_are_no_commitments(reading) -> None:
    quotes = " ".join(commitment.quote for commitment in reading.commitments)
    for word in ("혁명력사", "관철", "감사", "지지", "방조", "탄복", "환영"):
        assert word not in quotes


def test_both_strategies_are_found(reading) -> None:
    assert [strategy.name for strategy in reading.strategies] == [
        "동북진흥",
        "경진기지역 협동 발전",
    ]
