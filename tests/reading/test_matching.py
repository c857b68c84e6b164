"""Which finds count as right: what evaluation rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hapjak.reading import model
from hapjak.reading.evaluate import evaluate
from hapjak.reading.facts import Facts
from hapjak.reading.matching import paired, same_place
from hapjak.reading.rules import read_bytes

TEXT = "青岚省与云港市在云港举行会谈。双方将共建港口物流园区。"


def test_each_fact_is_paired_once_and_the_worthiest_first() -> None:
    expected: list[dict[str, Any]] = [{"n": 1}, {"n": 2}]
    worth = {("a", 1): 1, ("a", 2): 2, ("b", 2): 3, ("c", 1): 0}
    pairs = paired(["a", "b", "c"], expected, lambda x, y: worth.get((x, y["n"]), 0))
    assert pairs == [("a", {"n": 1}), ("b", {"n": 2})]


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("북경", "북경시", True),
        ("北京市", "北京", True),
        (None, None, True),
        (None, "北京", False),
        ("长春", "北京", False),
    ],
)
def test_a_place_is_the_same_with_and_without_its_level(ours, theirs, same) -> None:
    assert same_place(ours, theirs) is same


class Told:
    """A reader that finds what it is told to find."""

    info = model.ReaderInfo(name="told", version="1")

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def read(self, _article: object) -> Facts:
        return self._facts


def organisation(name: str, number: int, span: tuple[int, int]) -> model.Organisation:
    return model.Organisation(
        id=f"o{number}",
        name=name,
        kind=model.OrganisationKind.GOVERNMENT,
        territory=None,
        spans=[span],
    )


def meeting(date: str | None, parties: list[str]) -> model.Meeting:
    return model.Meeting(
        id="m1", kind=model.MeetingKind.TALKS, also=[], date=date, until=None, date_text=None,
        place="云港", parties=parties, people=[], planned=False, part_of=None, topics=[],
        spans=[(0, 14)],
    )  # fmt: skip


LINE = {
    "id": "c1", "quote": TEXT[17:26], "start": 17, "end": 26, "speaker": None, "by": [], "to": [],
    "firmness": "intention", "field": "TRA02", "other_fields": [], "initiatives": [], "due": None,
    "quantity": None, "meeting": None,
}  # fmt: skip


def agreement(name: str) -> dict[str, Any]:
    return {
        "id": name, "kind": "framework", "title": None, "date": None, "parties": [],
        "part_of": None, "planned": False, "spans": [[0, 3]],
    }  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "talks.txt").write_text(TEXT, encoding="utf-8")
    said = read_bytes(TEXT.encode(), "talks.txt")
    assert isinstance(said, model.Reading)
    described = {
        "document": msgspec.to_builtins(said.document),
        "organisations": [
            msgspec.to_builtins(organisation("青岚省", 8, (0, 3))),
            msgspec.to_builtins(organisation("云港市人民政府", 9, (4, 7))),
        ],
        "people": [],
        "meetings": [msgspec.to_builtins(meeting(None, ["o8", "o9"])) | {"kind": "signing"}],
        "agreements": [agreement("a1"), agreement("a2")],
        "commitments": [LINE],
        "strategies": [],
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "talks.json").write_text(json.dumps(described), encoding="utf-8")
    return tmp_path / "gold"


def test_a_meeting_is_right_by_day_and_parties_under_any_name(gold: Path) -> None:
    bodies = [organisation("云港市", 1, (4, 7)), organisation("青岚省", 2, (0, 3))]
    found = evaluate(
        gold, Told(Facts(organisations=bodies, meetings=[meeting(None, ["o1", "o2"])]))
    )
    assert (found.kinds["all"]["meetings"].right, found.kinds["all"]["organisations"].right) == (
        1,
        2,
    )
    assert found.details["all"]["kind of meeting"].right == 0
    assert found.details["all"]["place"].right == 1


@pytest.mark.parametrize(
    ("date", "parties"), [("2024-05-01", ["o1", "o2"]), (None, ["o1"]), (None, [])]
)
def test_a_meeting_with_an_invented_day_or_a_party_less_is_wrong(gold: Path, date, parties) -> None:
    bodies = [organisation("云港市", 1, (4, 7)), organisation("青岚省", 2, (0, 3))]
    score = evaluate(gold, Told(Facts(organisations=bodies, meetings=[meeting(date, parties)])))
    counted = score.kinds["all"]["meetings"]
    assert (counted.right, counted.found, counted.expected) == (0, 1, 1)


def test_what_is_not_found_lowers_recall(gold: Path) -> None:
    result = evaluate(gold, Told(Facts()))
    assert {kind: score.recall for kind, score in result.kinds["all"].items()} == {
        "people": None, "posts": None, "organisations": 0.0, "meetings": 0.0,
        "agreements": 0.0, "commitments": 0.0,
    }  # fmt: skip
    assert len([miss for miss in result.misses if miss.kind == "agreements"]) == 2


@pytest.mark.parametrize(
    "broken", ["{", '{"people": []}', '{"commitments": [], "people": [{"id": 1}]}', "[]"]
)
def test_a_broken_gold_file_is_named(gold: Path, broken: str) -> None:
    (gold / "talks.json").write_text(broken, encoding="utf-8")
    with pytest.raises(ValueError, match=r"talks\.json is no gold file"):
        evaluate(gold)
