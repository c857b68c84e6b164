"""Posts over time: evidence by day, who held what when, and contradictions that are shown."""

from __future__ import annotations

import pytest

from hapjak.desk import undoing
from hapjak.register import joining, tenures
from hapjak.register.models import Organisation, Post, Record, Tenure, Verdict
from hapjak.register.tenures_asked import Certainty, Conflict, contradictions, who_held
from hapjak.register.titles import code_of, titles
from tests.reports import Report, record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def report(name, day, *, title="省长", side="青岚省", form="zh-Hans", published=None, **values):
    return Report(
        f"{side} {name} {title} {day}",
        form,
        (side,),
        ((name, side, title),),
        date=day,
        published=published or f"{(day or '2031')[:4]}-12-31",
        **values,
    )


@pytest.fixture
def shown(partners, registrar):
    """Registers reports in which somebody is shown in a post; the person's record."""

    def make(*args, **values):
        return record_of(register(report(*args, **values), registrar), "p0")

    return make


def governor(user) -> list[tenures.Holding]:
    body = Organisation.objects.get(name__in=("青岚省", "청람성"), kind="government")
    return tenures.by_office(tenures.of_body(body.record, user))["governor"]


def asked(user, day) -> list[tuple[str, str]]:
    answers = who_held(governor(user), day, single=True)
    return [(answer.certainty.value, answer.holding.person.name) for answer in answers]


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        (("省长", "성장", "governor", "도지사", "代省长"), "government"),
        (("书记", "서기", "당서기", "secretary", "Party Secretary"), "party"),
        (("市长", "시장", "Mayor"), "government"),
        (("董事长", "리사장", "이사장", "chairman"), "company"),
        (("秘书长", "비서장", "Secretary-General"), "government"),
        (("副省长", "부성장", "부지사", "Vice Governor"), "government"),
        (("外事处长", "외사처장"), "government"),
    ],
)
def test_titles_of_four_languages_are_one_post(titles, kind):
    assert len({code_of(title, kind) for title in titles}) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [("省长", "副省长", "government"), ("省长", "市长", "government"), ("书记", "副书记", "party"),
     ("主席", "副主席", "government"), ("chairman", "general manager", "company")],
)  # fmt: skip
def test_other_titles_are_other_posts(one, other, kind):
    assert code_of(one, kind) != code_of(other, kind)


def test_every_title_of_the_table_has_a_source_and_all_forms():
    for title in titles().values():
        assert all(all(spellings) for spellings in title.spelled.values()), title.code


def test_evidence_is_of_the_day_of_the_meeting(shown):
    shown("沈若川", "2031-08-30", published="2031-09-02")
    assert Tenure.objects.get().seen_on == "2031-08-30"


def test_evidence_keeps_the_precision_of_the_source(shown):
    shown("沈若川", "2031-08", published="2031-09-02")
    assert Tenure.objects.get().seen_on == "2031-08"


@pytest.mark.parametrize("values", [{"planned": True}, {"day": None}])
def test_without_a_meeting_that_was_the_day_of_publication_counts(shown, values):
    shown("沈若川", values.pop("day", "2031-08-30"), published="2031-08-20", **values)
    assert Tenure.objects.get().seen_on == "2031-08-20"


def test_a_meeting_that_is_taken_back_dates_nothing(partners, registrar):
    reading = register(report("沈若川", "2031-08-30", published="2031-09-02"), registrar)
    undoing.undo(reading.findings.get(local_id="m1"), registrar)
    assert Tenure.objects.get().seen_on == "2031-09-02"


def test_a_person_whose_finding_is_taken_back_is_not_shown(partners, registrar):
    from hapjak.register.models import Citation

    reading = register(report("沈若川", "2031-08-30"), registrar)
    person = record_of(reading, "p0")
    assert len(tenures.of_people([person.pk], registrar)) == 1
    event = person.events.first()
    Citation.objects.filter(record=person).update(withdrawn=event)
    assert tenures.of_people([person.pk], registrar) == []


def test_posts_of_two_languages_are_one_span_when_people_are_joined(shown, registrar):
    one = shown("沈若川", "2031-03-01")
    two = shown("심약천", "2031-09-01", title="성장", side="청람성", form="ko-CN")
    assert len(governor(registrar)) == 2
    joining.judge(one, two, Verdict.SAME, registrar)
    [holding] = governor(registrar)
    assert (holding.first, holding.last) == ("2031-03-01", "2031-09-01")


def test_bodies_that_are_one_have_one_post(shown, registrar):
    shown("赵明哲", "2031-03-01", title="书记", side="松原商会")
    shown("조명철", "2031-05-01", title="서기", side="송원상회", form="ko-CN")
    Organisation.objects.update(kind="party")
    one, two = Record.objects.filter(kind="organisation").order_by("pk")
    assert len(tenures.of_body(one, registrar)) == 1
    joining.judge(one, two, Verdict.SAME, registrar)
    one.refresh_from_db()
    two.refresh_from_db()
    for record in (one, two):
        assert len(tenures.by_office(tenures.of_body(record, registrar))["party-secretary"]) == 2


def test_who_was_governor(shown, registrar):
    shown("沈若川", "2030-01-10")
    shown("沈若川", "2030-06-10")
    shown("何知秋", "2031-02-01")
    shown("何知秋", "2031-09")
    assert asked(registrar, "2030-03") == [("between", "沈若川")]
    assert asked(registrar, "2030-06-10") == [("shown", "沈若川")]
    assert asked(registrar, "2030-06") == [("shown", "沈若川")]
    assert asked(registrar, "2030-11") == [("before", "沈若川"), ("after", "何知秋")]
    assert asked(registrar, "2029") == [("after", "沈若川")]
    assert asked(registrar, "2032-01-01") == [("before", "何知秋")]
    assert asked(registrar, "2031-09-15") == [("within", "何知秋")]
    assert asked(registrar, "2030") == [("shown", "沈若川")]


def test_a_gap_longer_than_a_term_is_not_bridged(shown, registrar):
    shown("沈若川", "2020-01-10")
    shown("沈若川", "2030-01-10")
    assert asked(registrar, "2025") == [("before", "沈若川"), ("after", "沈若川")]


def test_what_is_stated_by_hand_answers_where_documents_are_silent(shown, registrar):
    person = shown("沈若川", "2030-01-10")
    shown("何知秋", "2031-02-01")
    post = Post.objects.get()
    Tenure.objects.create(
        person=person.person, post=post, attested_by=registrar, text="省长", until="2030-12"
    )
    assert asked(registrar, "2030-11") == [("between", "沈若川")]
    assert asked(registrar, "2031-01") == [("before", "沈若川"), ("after", "何知秋")]


def test_several_holders_of_a_vice_post_are_each_told(shown, registrar):
    shown("沈若川", "2030-01-10", title="副省长")
    shown("何知秋", "2030-01-20", title="副省长")
    shown("沈若川", "2030-03-10", title="副省长")
    body = Organisation.objects.get()
    holdings = tenures.by_office(tenures.of_body(body.record, registrar))["vice-governor"]
    answers = who_held(holdings, "2030-02", single=False)
    assert {(a.certainty, a.holding.person.name) for a in answers} == {
        (Certainty.BETWEEN, "沈若川"),
        (Certainty.BEFORE, "何知秋"),
    }
    assert contradictions(holdings) == []


def test_two_at_the_same_time_in_a_post_of_one_is_shown(shown, registrar):
    shown("沈若川", "2030-01-10")
    shown("何知秋", "2030-02-10")
    shown("沈若川", "2030-03-10")
    [found] = contradictions(governor(registrar))
    assert found.conflict is Conflict.TWO_HOLDERS
    days = [(point.day, point.holding.person.name) for point in found.points]
    assert days == [("2030-01-10", "沈若川"), ("2030-02-10", "何知秋"), ("2030-03-10", "沈若川")]


@pytest.mark.parametrize("days", [("2030-01-10", "2030-02-10"), ("2030-01", "2030-01-20")])
def test_one_after_the_other_is_no_contradiction(shown, registrar, days):
    shown("沈若川", days[0])
    shown("何知秋", days[1])
    assert contradictions(governor(registrar)) == []


def test_the_same_post_of_two_places_at_once_is_shown(shown, registrar):
    one = shown("沈若川", "2030-01-10")
    two = shown("沈若川", "2030-01-10", side="云港市")
    joining.judge(one, two, Verdict.SAME, registrar)
    [found] = contradictions(tenures.of_people([one.pk], registrar))
    assert found.conflict is Conflict.TWO_PLACES


def test_moving_from_place_to_place_is_no_contradiction(shown, registrar):
    one = shown("沈若川", "2030-01-10")
    two = shown("沈若川", "2031-01-10", side="云港市")
    joining.judge(one, two, Verdict.SAME, registrar)
    assert contradictions(tenures.of_people([one.pk], registrar)) == []


def test_a_document_after_the_stated_end_is_shown(shown, registrar):
    person = shown("沈若川", "2030-06-10")
    Tenure.objects.create(
        person=person.person, post=Post.objects.get(), attested_by=registrar, text="省长",
        since="2030-07", until="2030-05",
    )  # fmt: skip
    kinds = {found.conflict for found in contradictions(governor(registrar))}
    assert kinds == {Conflict.AFTER_END, Conflict.BEFORE_START}


def test_what_only_the_office_may_see_shows_nothing_to_the_public(partners, registrar):
    from django.contrib.auth.models import AnonymousUser

    reading = register(report("沈若川", "2031-08-30"), registrar, visibility="office")
    person = record_of(reading, "p0")
    assert len(tenures.of_people([person.pk], registrar)) == 1
    assert tenures.of_people([person.pk], AnonymousUser()) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2021", "2021"), ("2021-5", "2021-05"), ("2021-05-12", "2021-05-12"), ("2021年5月", "2021-05"),
     ("2021년 5월 12일", "2021-05-12"), ("2021.5.1", "2021-05-01"), (" 2021 ", "2021"),
     ("2021-13", None), ("2021-00", None), ("May 2021", None), ("", None), ("21", None),
     ("2021-02-30", None), ("٢٠٢١", None), ("0000", None)],
)  # fmt: skip
def test_days_are_read_as_people_type_them(typed, day):
    assert tenures.read_day(typed) == day
