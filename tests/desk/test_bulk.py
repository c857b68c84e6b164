"""Accepting all above a confidence: exactly what was shown, or nothing; and back as a whole."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from hapjak.accounts.models import User
from hapjak.desk import actions, bulk, undoing
from hapjak.desk.bulk import Bar
from hapjak.desk.models import BulkDecision, Decision, Finding
from hapjak.register import history
from hapjak.register.documents import Provenance
from hapjak.register.models import Commitment, Event, Person, Record
from tests.conftest import TEXT, make_reading

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BAR = Bar(0.8)


def ids(steps) -> set[str]:
    return {step.finding.local_id for step in steps}


def opened(reading) -> set[str]:
    return set(reading.findings.open().values_list("local_id", flat=True))


def counts() -> tuple[int, int, int]:
    return Record.objects.count(), Event.objects.count(), BulkDecision.objects.count()


def test_a_preview_says_what_it_would_do_and_does_nothing(taken_in, registrar):
    taken_in.findings.filter(local_id="c2").update(confidence=0.5)
    before = counts()
    outcome = bulk.preview(taken_in, registrar, BAR)
    assert ids(outcome.chosen) == {"c1"}
    assert ids(outcome.along) == {"o1", "o2", "p1", "m1"}
    assert [finding.local_id for finding in outcome.left] == ["c2"]
    assert counts() == before
    assert taken_in.findings.open().count() == 6


def test_it_does_what_was_shown_in_one_act(taken_in, registrar):
    mark = bulk.preview(taken_in, registrar, BAR).mark
    bulk.accept_above(taken_in, registrar, BAR, mark)
    assert Commitment.objects.count() == 2
    decision = BulkDecision.objects.get()
    assert decision.findings.count() == 6
    assert history.verify() == []


def test_findings_without_a_figure_are_taken_only_where_asked(taken_in, registrar):
    taken_in.findings.update(confidence=None)
    assert bulk.preview(taken_in, registrar, BAR).steps == []
    assert len(bulk.preview(taken_in, registrar, Bar(0.8, unrated=True)).steps) == 6


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda reading, user: actions.reject(reading.findings.get(local_id="c2"), user),
        lambda reading, user: actions.accept(reading.findings.get(local_id="o1"), user),
        lambda reading, user: actions.correct(
            reading.findings.get(local_id="c1"), user, {"due": "2022"}
        ),
    ],
)
def test_nothing_happens_where_somebody_was_faster(taken_in, registrar, meanwhile):
    mark = bulk.preview(taken_in, registrar, BAR).mark
    meanwhile(taken_in, registrar)
    before = counts(), opened(taken_in)
    with pytest.raises(actions.Outdated):
        bulk.accept_above(taken_in, registrar, BAR, mark)
    assert (counts(), opened(taken_in)) == before


def test_nothing_happens_where_a_person_would_be_taken_for_another(taken_in, registrar):
    text = "머리말.\n" + TEXT
    other = actions.take_in(
        text.encode(), make_reading(text, "b.txt"), Provenance(file_name="b.txt"), registrar
    )
    shown = bulk.preview(taken_in, registrar, BAR)
    assert next(s for s in shown.steps if s.finding.local_id == "p1").is_new
    actions.accept(other.findings.get(local_id="p1"), registrar)
    with pytest.raises(actions.Outdated):
        bulk.accept_above(taken_in, registrar, BAR, shown.mark)
    known = bulk.preview(taken_in, registrar, BAR)
    assert not next(s for s in known.steps if s.finding.local_id == "p1").is_new


def test_it_is_taken_back_as_a_whole(taken_in, registrar):
    actions.accept(taken_in.findings.get(local_id="o1"), registrar)
    mark = bulk.preview(taken_in, registrar, BAR).mark
    bulk.accept_above(taken_in, registrar, BAR, mark)
    assert undoing.undo_bulk(BulkDecision.objects.get(), registrar) == 5
    assert opened(taken_in) == {"o2", "p1", "m1", "c1", "c2"}
    assert not Commitment.objects.visible_to(registrar).exists()
    assert not Person.objects.visible_to(registrar).exists()
    assert BulkDecision.objects.get().undone_at is not None
    assert history.verify() == []
    with pytest.raises(undoing.NotAccepted):
        undoing.undo_bulk(BulkDecision.objects.get(), registrar)


def test_it_is_not_taken_back_where_somebody_built_on_it(taken_in, registrar):
    taken_in.findings.filter(local_id="c2").update(confidence=0.5)
    mark = bulk.preview(taken_in, registrar, BAR).mark
    bulk.accept_above(taken_in, registrar, BAR, mark)
    actions.accept(taken_in.findings.get(local_id="c2"), registrar)
    before = counts()
    with pytest.raises(undoing.BuiltOn) as built:
        undoing.undo_bulk(BulkDecision.objects.get(), registrar)
    assert [other.local_id for other in built.value.findings] == ["c2"]
    assert counts() == before
    assert opened(taken_in) == set()


def test_only_registrars_see_and_do_it(taken_in):
    stranger = User.objects.create_user("stranger")
    for act in (bulk.preview, lambda *args: bulk.accept_above(*args, "")):
        with pytest.raises(PermissionDenied):
            act(taken_in, stranger, BAR)


def test_the_page_shows_does_and_undoes(desk, taken_in):
    page = reverse("desk:accept-above", args=[taken_in.document_id])
    shown = desk.get(page, {"above": "0.8"})
    assert "6 findings would be accepted" in shown.content.decode()
    data = {"above": "0.8", "mark": shown.context["outcome"].mark}
    done = desk.post(page, data, follow=True).content.decode()
    assert "6 findings accepted." in done
    assert "1 decision<" in done
    undone = desk.post(
        reverse("desk:undo-bulk", args=[BulkDecision.objects.get().pk]), follow=True
    ).content.decode()
    assert "6 findings are open again." in undone


@pytest.mark.parametrize("above", ["", "x", "-1", "7", "nan", "inf"])
def test_a_number_that_is_no_confidence_accepts_nothing(desk, taken_in, above):
    page = reverse("desk:accept-above", args=[taken_in.document_id])
    desk.post(page, {"above": above, "mark": "x"})
    assert taken_in.findings.open().count() == 6


def test_a_faster_colleague_shows_on_the_page(desk, taken_in, registrar):
    page = reverse("desk:accept-above", args=[taken_in.document_id])
    mark = desk.get(page, {"above": "0.8"}).context["outcome"].mark
    actions.reject(taken_in.findings.get(local_id="c2"), registrar)
    text = desk.post(page, {"above": "0.8", "mark": mark}).content.decode()
    assert "nothing was accepted" in text
    assert "5 findings would be accepted" in text


def invented_name(number: int) -> str:
    """Names as unlike as those of a crowd: many surnames, many syllables."""
    surnames, first, second = "김리박최정강조윤장림", "가나다라마바사하미", "선철수호진영희석민옥봉"
    return surnames[number % 10] + first[number % 9] + second[number % 11]


def many(reading, wanted: int) -> None:
    """As many lines more, each of its own person: a long report."""
    first = reading.findings.get(local_id="c1")
    person = reading.findings.get(local_id="p1")
    made = []
    for number in range(2, 2 + wanted // 2):
        named = person.data | {"id": f"p{number}", "name": invented_name(number)}
        named["forms"] = {"ko-CN": [named["name"]]}
        line = first.data | {"id": f"c{number + 9}", "speaker": f"p{number}"}
        for template, data in ((person, named), (first, line)):
            made.append(
                Finding(
                    reading=reading,
                    kind=template.kind,
                    local_id=data["id"],
                    position=100 + len(made),
                    start=template.start,
                    end=template.end,
                    data=data,
                    confidence=0.9 if template is first else None,
                )
            )
    Finding.objects.bulk_create(made)


def test_five_hundred_are_accepted_in_few_queries_each(
    taken_in, registrar, django_assert_max_num_queries
):
    many(taken_in, 494)
    mark = bulk.preview(taken_in, registrar, BAR).mark
    with django_assert_max_num_queries(500 * 15):  # three seconds are for the benchmark
        outcome = bulk.accept_above(taken_in, registrar, BAR, mark)
    assert len(outcome.steps) == 500
    assert taken_in.findings.filter(decision=Decision.ACCEPTED).count() == 500
    assert undoing.undo_bulk(BulkDecision.objects.get(), registrar) == 500
    assert history.verify() == []
