"""Candidates and proposals of who is one: with reasons, never by the key alone, namesakes apart."""

from __future__ import annotations

import pytest

from hapjak.desk.actions import accept
from hapjak.register import identity_proposals, joining
from hapjak.register.identity_reasons import Why
from hapjak.register.models import Person, Proposal, ProposalState, RecordKind, Verdict
from tests.reports import Report, record_of, register, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ZH = Report("青岚日报", "zh-Hans", ("青岚省", "云港市"), (("沈若川", "青岚省", "省长"),))
KO_CN = Report("청람신문", "ko-CN", ("청람성", "운항시"), (("심약천", "청람성", "성장"),))
KO_KR = Report("해솔일보", "ko-KR", ("칭란성", "윈강시"), (("선뤄촨", "칭란성", "성장"),))
EN = Report(
    "Qinglan Times",
    "en",
    ("Qinglan Province", "Yungang Municipality"),
    (("Shen Ruochuan", "Qinglan Province", "Governor"),),
)


def named(name: str, title: str = "省长", **values) -> Report:
    return Report(
        f"{name} {title}", "zh-Hans", ("青岚省", "云港市"), ((name, "青岚省", title),), **values
    )


def person(reading):
    return record_of(reading, "p0")


def proposed(kind=RecordKind.PERSON, state=ProposalState.OPEN) -> set[frozenset[str]]:
    rows = Proposal.objects.filter(kind=kind, state=state)
    return {frozenset(pair) for pair in rows.values_list("first_id", "second_id")}


def whys(one, other) -> set[Why]:
    likelihood = identity_proposals.compare(one.kind, one.pk, other.pk)
    return {reason.why for reason in likelihood.reasons} if likelihood else set()


@pytest.mark.parametrize(
    ("other", "how"),
    [(KO_CN, Why.READING), (KO_KR, Why.SOUND), (EN, Why.PINYIN)],
    ids=["reading", "sound", "pinyin"],
)
def test_one_person_in_another_writing_is_proposed_with_reasons(partners, registrar, other, how):
    one, two = person(register(ZH, registrar)), person(register(other, registrar))
    assert proposed() == {frozenset((one.pk, two.pk))}
    assert {how, Why.SAME_SIDE, Why.SAME_POST} <= whys(one, two)


def test_a_reading_beside_its_sound_shares_no_key_and_is_proposed(partners, registrar):
    one, two = person(register(KO_CN, registrar)), person(register(KO_KR, registrar))
    assert proposed() == {frozenset((one.pk, two.pk))}
    assert Why.BY_CHARACTER in whys(one, two)


def test_namesakes_are_proposed_low_and_never_joined(partners, registrar):
    one = person(register(named("蔡奇", "书记"), registrar))
    two = person(register(named("蔡琪", "书记"), registrar))
    real = person(
        register(Report("청람", "ko-CN", ("청람성",), (("채기", "청람성", "서기"),)), registrar)
    )
    scores = {
        frozenset((p.first_id, p.second_id)): p.score
        for p in Proposal.objects.filter(kind="person")
    }
    namesakes = frozenset((one.pk, two.pk))
    assert scores[namesakes] <= 20 < min(s for pair, s in scores.items() if pair != namesakes)
    assert Why.KEY in whys(one, two)
    assert real.pk in {pk for pair in scores for pk in pair}
    assert Person.objects.standing().count() == 3


def test_other_characters_weigh_more_than_a_shared_reading(partners, registrar):
    one, two = (
        person(register(named("蔡奇"), registrar)),
        person(register(named("蔡琪"), registrar)),
    )
    read = person(
        register(Report("청람", "ko-CN", ("청람성",), (("채기", "청람성", "성장"),)), registrar)
    )
    joining.judge(two, read, Verdict.SAME, registrar)
    assert Why.OTHER_CHARACTERS in whys(one, read)
    identity_proposals.propose(RecordKind.PERSON, [two.pk])
    assert Proposal.objects.get(first=one, second=two).score <= 20


def test_another_name_is_no_candidate(partners, registrar):
    register(ZH, registrar)
    register(named("沈若海"), registrar)
    assert proposed() == set()


@pytest.mark.parametrize("name", ["沈\u200b若川", "沈若\ufe0f川"])
def test_a_suspect_name_is_shown_as_suspect(partners, registrar, name):
    one, two = person(register(ZH, registrar)), person(register(named(name), registrar))
    assert one != two
    likelihood = identity_proposals.compare("person", one.pk, two.pk)
    assert likelihood.suspect


def test_a_report_that_names_both_speaks_against(partners, registrar):
    both = Report(
        "晚报",
        "zh-Hans",
        ("青岚省",),
        (("沈若川", "青岚省", "省长"), ("沈若川 ", "青岚省", "厅长")),
    )
    reading = register(both, registrar)
    one, two = record_of(reading, "p0"), record_of(reading, "p1")
    assert Why.ONE_DOCUMENT in whys(one, two)


def test_what_was_judged_different_is_never_proposed_again(partners, registrar):
    one, two = person(register(ZH, registrar)), person(register(KO_CN, registrar))
    judgement = joining.judge(one, two, Verdict.DIFFERENT, registrar)
    identity_proposals.propose(RecordKind.PERSON, [one.pk, two.pk])
    assert proposed() == set()
    joining.undo(judgement, registrar)
    assert len(proposed()) == 1


def test_unsure_waits_at_the_end(partners, registrar):
    one, two = person(register(ZH, registrar)), person(register(KO_CN, registrar))
    joining.judge(one, two, Verdict.UNSURE, registrar)
    identity_proposals.propose(RecordKind.PERSON, [one.pk])
    assert proposed() == set()
    assert len(proposed(state=ProposalState.UNSURE)) == 1


def test_bodies_of_one_side_are_proposed_across_languages(partners, registrar):
    zh = register(Report("甲", "zh-Hans", ("青岚省商务厅",)), registrar)
    ko = register(Report("을", "ko-CN", ("청람성상무청",)), registrar)
    other = register(Report("丙", "zh-Hans", ("青岚省农业农村厅",)), registrar)
    one, two, three = (record_of(reading, "o0") for reading in (zh, ko, other))
    assert proposed(RecordKind.ORGANISATION) == {frozenset((one.pk, two.pk))}
    assert three.pk not in {pk for pair in proposed(RecordKind.ORGANISATION) for pk in pair}


def test_looking_for_many_takes_as_many_queries_as_for_one(
    partners, registrar, django_assert_max_num_queries
):
    people = [
        person(register(named(name), registrar)).pk for name in ("沈若川", "赵明哲", "何知秋")
    ]
    register(KO_CN, registrar)
    with django_assert_max_num_queries(40):
        identity_proposals.propose(RecordKind.PERSON, people)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青岚省委", "중공청람성위원회", True),
        ("青岚省委", "CPC Qinglan Provincial Committee", True),
        ("중공청람성위원회", "CPC Qinglan Provincial Committee", True),
        ("青岚省委", "CPC Yungang Municipal Committee", False),
        ("青岚省委", "中共云港市委员会", False),
        ("青岚省委", "青岚省纪委", False),
    ],
)
def test_the_committee_of_a_territory_is_one_however_it_is_shortened(
    partners, registrar, one, other, same
):
    from dataclasses import replace

    made = []
    for name in (one, other):
        form = "zh-Hans" if "委" in name else "en" if name.isascii() else "ko-CN"
        taken = take_in(replace(ZH, outlet=name, form=form, sides=(name,), people=()), registrar)
        finding = taken.findings.get(local_id="o0")
        finding.data["kind"] = "party"
        finding.save()
        made.append(accept(finding, registrar).pk)
    assert (frozenset(made) in proposed(RecordKind.ORGANISATION)) == same
