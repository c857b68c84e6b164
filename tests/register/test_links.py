"""Links between commitments: dated, reasoned, undone and never lost."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from hapjak.accounts.models import User
from hapjak.register import frozen, history, joining, links
from hapjak.register.models import Action, CommitmentLink, LinkKind, Verdict
from hapjak.register.refused import Refused
from tests.reports import Line, Report, record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SIDES = ("청람성", "운항시")


def line(date: str, words: str, user, visibility: str = "public", outlet: str = "청람일보"):
    report = Report(
        outlet=outlet,
        form="ko-CN",
        sides=SIDES,
        people=[("심약천", SIDES[0], "성장")],
        lines=[Line(words, "AGR01", "심약천", by=SIDES[0])],
        date=date,
        published=date,
    )
    return record_of(register(report, user, visibility), "c0").commitment


@pytest.fixture
def years(partners, registrar):
    return [
        line("2031-05-01", "량식공급을 늘이기를 희망", registrar),
        line("2032-06-01", "량식공급을 늘이기로", registrar),
        line("2033-07-01", "량식공급협의를 체결", registrar),
    ]


def test_a_course_runs_along_the_days_on_every_page(years, registrar):
    first, second, third = years
    links.link(second, first, LinkKind.RESTATES, registrar, "same mills")
    links.link(third, second, LinkKind.FULFILS, registrar)
    shown = [
        (row.day, row.link and row.link.kind, row.is_earlier)
        for row in links.course(second, AnonymousUser())
    ]
    assert shown == [
        ("2031-05-01", "restates", True),
        ("2032-06-01", None, False),
        ("2033-07-01", "fulfils", False),
    ]
    assert [row.commitment for row in links.course(third, registrar)] == [second, third]


def test_what_may_not_be_seen_is_no_part_of_it(years, registrar):
    hidden = line("2034-01-01", "비밀창고를 건설", registrar, "office", "운항일보")
    links.link(hidden, years[0], LinkKind.SPECIFIES, registrar)
    assert not links.course(years[0], AnonymousUser())
    assert len(links.course(years[0], registrar)) == 2


def test_a_link_is_a_step_of_both_and_can_be_undone(years, registrar):
    first, second, _ = years
    made = links.link(second, first, LinkKind.RESTATES, registrar, "same mills")
    assert links.link(second, first, LinkKind.RESTATES, registrar) == made
    links.unlink(made, registrar, "another mill")
    links.unlink(made, registrar)
    for one in (first, second):
        told = [event.action for event in one.record.events.all()][-2:]
        assert told == [Action.LINKED, Action.UNLINKED]
    assert not links.course(first, registrar)
    assert CommitmentLink.objects.get().undone_by == registrar
    links.link(second, first, LinkKind.RESTATES, registrar)  # again is possible
    assert history.verify() == []


def test_the_later_line_is_linked_to_the_earlier(years, registrar):
    first, second, _ = years
    with pytest.raises(Refused):
        links.link(first, second, LinkKind.RESTATES, registrar)
    assert not CommitmentLink.objects.exists()


def test_two_reports_of_one_line_are_not_linked(years, registrar):
    again = line("2031-05-01", "량식공급확대를 희망", registrar, outlet="운항일보")
    joining.judge(again.record, years[0].record, Verdict.SAME, registrar)
    with pytest.raises(Refused):
        links.link(again, years[0], LinkKind.RESTATES, registrar)
    links.link(years[1], again, LinkKind.RESTATES, registrar)  # shown on the page of both
    assert len(links.course(years[0], registrar)) == 2


def test_only_registrars_link(years):
    stranger = User.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        links.link(years[1], years[0], LinkKind.RESTATES, stranger)


def test_the_database_keeps_a_link(years, registrar):
    frozen.freeze(connection)
    links.link(years[1], years[0], LinkKind.RESTATES, registrar)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommitmentLink.objects.update(kind=LinkKind.CONTRADICTS)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_commitmentlink")
