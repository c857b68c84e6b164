"""Correcting every kind of finding by its form, and meeting somebody else there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import actions
from hapjak.register.models import Commitment, Meeting
from tests.conftest import span

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def colleague(db):
    user = User.objects.create_user("colleague")
    Membership.objects.create(user=user, role=Role.REGISTRAR)
    return user


def filled(desk, reading, local_id: str, **changes: object) -> dict[str, object]:
    """What the correction form of a finding sends, with some fields changed."""
    finding = reading.findings.get(local_id=local_id)
    form = desk.get(reverse("desk:correct", args=[finding.pk])).context["form"]
    values = {field.name: field.value() for field in form if field.value() not in (None, "", False)}
    return values | changes


def send(desk, reading, local_id: str, **changes: object):
    data = filled(desk, reading, local_id, **changes)
    finding = reading.findings.get(local_id=local_id)
    response = desk.post(reverse("desk:correct", args=[finding.pk]), data, follow=True)
    finding.refresh_from_db()
    return finding, response


@pytest.mark.parametrize("local_id", ["o1", "p1", "m1", "c1"])
def test_a_form_sent_as_it_is_changes_nothing_but_the_version(desk, taken_in, local_id):
    before = dict(taken_in.findings.get(local_id=local_id).data)
    finding, _ = send(desk, taken_in, local_id)
    assert finding.version == 2
    assert finding.data == before


@pytest.mark.parametrize(
    ("local_id", "changes", "expected"),
    [
        ("c1", {"by": ["o2"], "to": ["o1"]}, {"by": ["o2"], "to": ["o1"]}),
        ("c1", {"other_fields": ["ICE01", "ICE02"]}, {"other_fields": ["ICE01"]}),
        ("c1", {"due": "2024-06"}, {"due": "2024-06"}),
        ("c1", {"meeting": ""}, {"meeting": None}),
        ("c1", {"initiatives": "일대일로\n \n빙설"}, {"initiatives": ["일대일로", "빙설"]}),
        (
            "c1",
            {"quantity_text": "30만톤", "amount": "300000.00", "unit": "t"},
            {"quantity": {"unit": "t", "text": "30만톤", "amount": "300000"}},
        ),
        (
            "c1",
            {"quantity_text": "2~3만톤", "amount": "20000", "most": "30000", "unit": "t"},
            {"quantity": {"unit": "t", "text": "2~3만톤", "from": "20000", "to": "30000"}},
        ),
        ("m1", {"parties": ["o1"]}, {"parties": ["o1"]}),
        ("m1", {"planned": "on", "until": "2021-05-13"}, {"planned": True, "until": "2021-05-13"}),
        (
            "m1",
            {"role-p1": ["chaired", "spoke"]},
            {"people": [{"person": "p1", "role": "spoke"}, {"person": "p1", "role": "chaired"}]},
        ),
        ("p1", {"side": "o2"}, {"side": "o2"}),
        ("p1", {"title-0": ""}, {"posts": []}),
        (
            "p1",
            {"title-1": "서기", "body-1": "o2"},
            {
                "posts": [
                    {"title": "성장", "organisation": "o1", "text": "청람성 성장"},
                    {"title": "서기", "organisation": "o2", "text": "서기"},
                ]
            },
        ),
        ("o1", {"kind": "party", "territory": "xa-yg"}, {"kind": "party", "territory": "XA-YG"}),
    ],
)
def test_a_value_is_corrected(desk, taken_in, local_id, changes, expected):
    finding, response = send(desk, taken_in, local_id, **changes)
    assert {key: finding.data[key] for key in expected} == expected
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("local_id", "changes", "words"),
    [
        ("c1", {"due": "2024-13"}, "Write a date like"),
        ("c1", {"due": "30 Feb"}, "Write a date like"),
        ("c1", {"by": ["p1"]}, "not one of the available choices"),
        ("c1", {"quantity_text": "30만톤"}, "needs its words, an amount and a unit"),
        ("m1", {"date": "2021-02-30"}, "Write a date like"),
        ("m1", {"role-p1": ["king"]}, "not one of the available choices"),
        ("o1", {"territory": "ZZ-99"}, "No territory is known"),
        ("p1", {"name": ""}, "required"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(desk, taken_in, local_id, changes, words):
    finding, response = send(desk, taken_in, local_id, **changes)
    assert words in response.content.decode()
    assert finding.version == 1


def test_a_corrected_meeting_is_registered_as_corrected(desk, taken_in, registrar):
    send(desk, taken_in, "m1", place="림강", parties=["o1"])
    actions.accept(taken_in.findings.get(local_id="m1"), registrar)
    meeting = Meeting.objects.get()
    assert (meeting.place, [str(body) for body in meeting.parties.all()]) == ("림강", ["청람성"])


def test_an_agreement_is_corrected(desk, taken_in, registrar):
    from hapjak.desk.adding import add

    add(taken_in, "agreement", *span("사업회담"), registrar)
    finding, _ = send(
        desk, taken_in, "a1", kind="memorandum", title="", date="2021", parties=["o1", "o2"]
    )
    data = finding.data
    assert (data["kind"], data["title"], data["date"]) == ("memorandum", None, "2021")
    assert data["parties"] == ["o1", "o2"]
    actions.accept(finding, registrar)


def test_the_slower_of_two_keeps_what_was_typed_and_sees_the_change(desk, taken_in, colleague):
    data = filled(desk, taken_in, "c1", field="AGR01")
    finding = taken_in.findings.get(local_id="c1")
    actions.correct(finding, colleague, {"firmness": "proposal"}, version=1)
    response = desk.post(reverse("desk:correct", args=[finding.pk]), data)
    page = response.content.decode()
    assert "Somebody was faster" in page
    assert "colleague" in page
    assert "<del>hope</del> → <ins>proposal</ins>" in page
    assert response.context["form"]["field"].value() == "AGR01"
    finding.refresh_from_db()
    assert (finding.data["field"], finding.version) == ("ICE02", 2)
    again = {**data, "version": response.context["form"]["version"].value()}
    desk.post(reverse("desk:correct", args=[finding.pk]), again)
    finding.refresh_from_db()
    assert finding.data["field"] == "AGR01"


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (actions.accept, "accepted it"),
        (actions.reject, "rejected it"),
        (lambda f, u: actions.correct(f, u, {"due": "2022"}), "<ins>2022</ins>"),
    ],
)
def test_the_slower_of_two_sees_who_did_what(desk, taken_in, colleague, act, words):
    finding = taken_in.findings.get(local_id="c2")
    act(finding, colleague)
    response = desk.post(reverse("desk:reject", args=[finding.pk]), {"version": "1"}, follow=True)
    page = response.content.decode()
    assert "Someone changed this finding meanwhile" in page
    assert "colleague" in page
    assert words in page
    assert Commitment.objects.count() <= 1


def test_words_selected_in_the_article_become_the_place(desk, taken_in):
    finding = taken_in.findings.get(local_id="c2")
    start, end = span("량식을 공급하기")
    data = {"version": 1, "start": start, "end": end}
    desk.post(reverse("desk:respan", args=[finding.pk]), data)
    finding.refresh_from_db()
    assert (finding.quote, finding.data["quote"]) == ("량식을 공급하기", "량식을 공급하기")
    person = taken_in.findings.get(local_id="p1")
    start, end = span("성장 심약천")
    data = {"version": 1, "start": start, "end": end}
    desk.post(reverse("desk:respan", args=[person.pk]), data)
    person.refresh_from_db()
    assert person.data["spans"][0] == [start, end]
    assert (person.start, person.end) == (start, end)


@pytest.mark.parametrize("place", [("", ""), ("5", "4"), ("-1", "9"), ("0", "99999"), ("x", "y")])
def test_a_place_outside_the_text_is_refused(desk, taken_in, place):
    finding = taken_in.findings.get(local_id="c2")
    data = {"version": 1, "start": place[0], "end": place[1]}
    response = desk.post(reverse("desk:respan", args=[finding.pk]), data, follow=True)
    assert "Select words in the article first." in response.content.decode()
    finding.refresh_from_db()
    assert finding.version == 1
