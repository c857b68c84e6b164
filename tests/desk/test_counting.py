"""How many decisions a page takes: counted as a registrar makes them, one key each."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse

from hapjak.desk import actions, bulk
from hapjak.desk.bulk import Bar
from hapjak.desk.models import Decision
from hapjak.desk.sheets import next_after, sheet_of
from hapjak.desk.taking_along import decisions_made, heads
from hapjak.desk.taking_in import take_in
from hapjak.desk.undoing import undo
from hapjak.reading.rules import read_bytes
from hapjak.register.documents import Provenance

pytestmark = [pytest.mark.django_db, pytest.mark.database]
REPORT = Path(__file__).parent / "texts" / "long_report.txt"
MOST = 25


@pytest.fixture
def long_report(registrar, partners):
    data = REPORT.read_bytes()
    reading = read_bytes(data, REPORT.name)
    assert 2_900 <= len(reading.document.text) <= 3_100
    assert len(reading.commitments) >= 15
    return take_in(data, reading, Provenance(file_name=REPORT.name), registrar)


def made(reading) -> int:
    return decisions_made(reading, list(reading.findings.all()))


def test_a_page_is_decided_one_by_one_in_at_most_25(long_report, registrar):
    acts = 0
    finding = long_report.findings.get(local_id=sheet_of(long_report, registrar).current)
    while finding.decision == Decision.OPEN:
        actions.accept(finding, registrar)
        acts += 1
        finding = next_after(finding, "text")
        finding.refresh_from_db()
    assert not long_report.findings.open().exists()
    print(f"{long_report.findings.count()} findings, {acts} decisions")
    assert made(long_report) == acts <= MOST


def test_the_fewest_left_is_told_beforehand(long_report, registrar):
    sheet = sheet_of(long_report, registrar)
    assert (sheet.made, len(heads(list(long_report.findings.all())))) == (0, sheet.left)
    assert sheet.left <= MOST


def test_all_above_a_confidence_is_one_decision(long_report, registrar):
    bar = Bar(0.65)
    outcome = bulk.accept_above(
        long_report, registrar, bar, bulk.preview(long_report, registrar, bar).mark
    )
    assert len(outcome.steps) > 15
    assert made(long_report) == 1
    left = heads(list(long_report.findings.all()))
    for finding in left:
        actions.reject(finding, registrar)
    assert made(long_report) == 1 + len(left) <= MOST


def test_what_is_counted(taken_in, registrar):
    actions.accept(taken_in.findings.get(local_id="m1"), registrar)
    assert made(taken_in) == 1  # with a person and two bodies
    actions.reject(taken_in.findings.get(local_id="c1"), registrar)
    actions.correct(taken_in.findings.get(local_id="c2"), registrar, {"due": "2022"})
    assert made(taken_in) == 3
    undo(taken_in.findings.get(local_id="m1"), registrar)
    assert made(taken_in) == 2


def test_the_page_shows_the_count(desk, taken_in, registrar):
    actions.accept(taken_in.findings.get(local_id="m1"), registrar)
    page = desk.get(reverse("desk:review", args=[taken_in.document_id])).content.decode()
    assert '<span id="made">1 decision</span>, 2 to go' in page
