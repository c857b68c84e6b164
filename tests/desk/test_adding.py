"""Adding what the reader missed, by hand, from words of the text."""

from __future__ import annotations

import pytest
from django.urls import reverse

from hapjak.desk import actions, adding
from hapjak.desk.models import Decision
from hapjak.register.models import Action, Commitment, Person
from tests.conftest import TEXT, span

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LINE = TEXT.index("\n")
KINDS = ["commitment", "person", "organisation", "meeting", "agreement", "strategy"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_added_finding_waits_and_is_accepted_like_others(taken_in, registrar, kind):
    start, end = span("사업회담")
    made = adding.add(taken_in, kind, start, end, registrar)
    assert (made.decision, made.made_by, made.quote) == (Decision.OPEN, registrar, "사업회담")
    event = taken_in.document.record.events.last()
    assert (event.action, event.actor) == (Action.ENTERED, registrar)
    record = actions.accept(made, registrar)
    assert record.citations.get().quote == "사업회담"


def test_a_line_takes_speaker_and_sides_from_the_line_before(taken_in, registrar):
    start, end = span("공급하기")
    made = adding.add(taken_in, "commitment", start, end, registrar)
    assert made.local_id == "c3"
    assert (made.data["speaker"], made.data["by"], made.data["to"]) == ("p1", ["o1"], ["o2"])
    assert made.data["firmness"] == "hope"
    actions.accept(made, registrar)
    assert Commitment.objects.get(wording="공급하기").speaker.name == "심약천"


def test_a_partner_is_known_by_its_name(taken_in, registrar):
    start, _end = span("청람성 성장")
    made = adding.add(taken_in, "organisation", start, start + 3, registrar)
    assert (made.data["kind"], made.data["territory"]) == ("government", "XA-QL")


@pytest.mark.parametrize("place", [(-1, 3), (5, 5), (3, 1), (0, 10_000), (LINE, LINE + 1)])
def test_places_without_words_are_refused(taken_in, registrar, place):
    with pytest.raises(ValueError, match=r"\("):
        adding.add(taken_in, "person", *place, registrar)
    assert taken_in.findings.count() == 6


def test_it_is_added_on_the_page_without_scripts(desk, taken_in):
    page = reverse("desk:add", args=[taken_in.document_id])
    response = desk.post(page, {"kind": "person", "quote": "운항"}, follow=True)
    made = taken_in.findings.get(local_id="p2")
    assert (made.data["name"], made.made_by.username) == ("운항", "registrar")
    text = response.content.decode()
    assert "added by a person" in text
    assert f'id="{made.local_id}"' in text
    assert not Person.objects.exists()


def test_words_that_do_not_stand_there_are_refused(desk, taken_in):
    page = reverse("desk:add", args=[taken_in.document_id])
    response = desk.post(page, {"kind": "person", "quote": "홍길동"})
    assert "do not stand in the text" in response.content.decode()
    assert taken_in.findings.count() == 6


def test_a_whole_page_is_no_name(desk, taken_in, monkeypatch):
    monkeypatch.setattr(adding, "NAME_LENGTH", 10)
    page = reverse("desk:add", args=[taken_in.document_id])
    response = desk.post(page, {"kind": "person", "quote": TEXT.split("\n")[0]})
    assert "at most 200 characters" in response.content.decode()
    assert taken_in.findings.count() == 6
