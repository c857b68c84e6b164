"""The reader against what people saw in the demonstration documents."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from hapjak.reading import evaluate, model
from hapjak.reading.rules import read_bytes
from hapjak.reading.schema import json_schema

DEMO = Path(__file__).parents[2] / "demo"
DOCUMENTS = sorted((DEMO / "documents").iterdir())
FORMS = ("en", "ko-CN", "ko-KR", "zh-Hans")


@pytest.fixture(scope="module")
def result() -> evaluate.Evaluation:
    return evaluate.evaluate(DEMO / "gold")


def test_every_document_has_its_gold_file_and_says_where_it_comes_from() -> None:
    assert len(DOCUMENTS) >= 16
    for document in DOCUMENTS:
        gold = json.loads((DEMO / "gold" / f"{document.stem}.json").read_text(encoding="utf-8"))
        assert bool(gold.get("invented")) != bool(gold.get("facts")), document.name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_gold_files_quote_the_document_as_it_is_read(document: Path) -> None:
    gold = json.loads((DEMO / "gold" / f"{document.stem}.json").read_text(encoding="utf-8"))
    reading = read_bytes(document.read_bytes(), document.name)
    assert isinstance(reading, model.Reading)
    text = reading.document.text
    assert gold["document"]["text"] == text
    assert gold["document"]["variety"] == reading.document.variety
    topics = [topic for meeting in gold["meetings"] for topic in meeting["topics"]]
    for quoted in [*gold["commitments"], *topics]:
        assert text[quoted["start"] : quoted["end"]] == quoted["quote"]
    for named in [*gold["people"], *gold["organisations"]]:
        assert all(0 <= start < end <= len(text) for start, end in named["spans"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("people", 0.97, 0.95),
        ("posts", 0.95, 0.95),
        ("organisations", 0.95, 0.9),
        ("meetings", 0.9, 0.9),
        ("agreements", 0.9, 0.9),
        ("commitments", 0.9, 0.9),
    ],
)
def test_the_reader_holds_its_level(result, form, kind, precision, recall) -> None:
    score = result.kinds[form][kind]
    assert score.expected > 0
    assert score.precision >= precision
    assert score.recall >= recall


@pytest.mark.parametrize(
    ("detail", "share"), [("firmness", 0.95), ("field", 0.9), ("speaker", 0.9)]
)
def test_matched_commitments_are_judged_right(result, detail, share) -> None:
    counted = result.details["all"][detail]
    assert counted.right / counted.of >= share


def test_nothing_is_found_where_there_are_no_talks(result) -> None:
    assert result.finds_without_talks == 0
    assert not result.refused


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_readings_keep_the_printed_schema(document: Path) -> None:
    reading = read_bytes(document.read_bytes(), document.name)
    jsonschema.validate(json.loads(msgspec.json.encode(reading)), json_schema())


def test_a_refused_document_counts_as_missed(tmp_path: Path) -> None:
    """Leaving it out would raise the scores of whoever reads less."""
    gold = DEMO / "gold" / "kocn-2021-talks.json"
    for folder in ("gold", "documents"):
        (tmp_path / folder).mkdir()
    (tmp_path / "gold" / gold.name).write_bytes(gold.read_bytes())
    (tmp_path / "documents" / "kocn-2021-talks.html").write_bytes(b"%PDF-1.4 broken")
    result = evaluate.evaluate(tmp_path / "gold")
    assert len(result.refused) == 1
    assert result.kinds["all"]["commitments"].recall == 0
    assert result.kinds["all"]["commitments"].expected > 0
