"""The examples of docs/hanja.md hold, and the measured names have their sources."""

from __future__ import annotations

import csv
import doctest
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_examples_hold() -> None:
    done = doctest.testfile(str(ROOT / "docs/hanja.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 20
    assert done.failed == 0


def rows(name: str) -> list[dict[str, str]]:
    lines = (ROOT / "benchmarks" / name).read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_measured_spelling_has_the_address_of_its_page() -> None:
    entities = defaultdict(set)
    for row in rows("spellings.tsv"):
        assert row["address"].startswith("http"), row
        assert row["form"] in {"zh-Hans", "zh-Hant", "ko-CN", "ko-KR", "en"}, row
        entities[row["id"]].add(row["form"])
    assert len(entities) >= 200
    assert [id for id, forms in entities.items() if len(forms) < 2] == []


def test_near_names_give_their_reason() -> None:
    near = rows("near_names.tsv")
    assert len(near) >= 50
    assert all(row["reason"] and row["expected"] in {"refuse", "alike"} for row in near)


def test_names_are_measured_well_enough() -> None:
    """A floor under the figures of docs/hanja.md, on the spellings of officials alone."""
    from hapjak.hanja import Kind, match_spelling

    people = defaultdict(list)
    for row in rows("spellings.tsv"):
        if row["kind"] == "person":
            people[row["id"]].append(row["spelling"])
    pairs = [(a, b) for found in people.values() for a in found for b in found if a < b]
    found = sum(match_spelling(a, b, Kind.PERSON) is not None for a, b in pairs)
    assert found / len(pairs) >= 0.97
