"""What is proposed to be one, what is not, and that judgements are respected."""

from __future__ import annotations

import pytest

from hapjak.register import joining, likeness
from hapjak.register.models import Judgement, Proposal, ProposalState, RecordKind, Verdict
from tests.reports import Line, Report, record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ZH = Report(
    "青岚日报",
    "zh-Hans",
    ("青岚省", "云港市"),
    (("沈若川", "青岚省", "省长"), ("陆明远", "云港市", "市长")),
    (
        Line("向云港供应大米30万吨", "AGR01", "沈若川", quantity=("300000", "t", "30万吨")),
        Line("共建冰雪装备产业园", "ICE02", "沈若川"),
        Line("互派干部挂职锻炼", "EDU01", "陆明远"),
    ),
    place="云港",
)
KO = Report(
    "청람신문",
    "ko-CN",
    ("청람성", "운항시"),
    (("심약천", "청람성", "성장"), ("륙명원", "운항시", "시장")),
    (
        Line("간부를 서로 파견하여 단련시킬것", "EDU01", "륙명원"),
        Line("빙설장비산업단지를 함께 건설할것", "ICE02", "심약천"),
        Line(
            "운항에 입쌀 30만톤을 공급할것", "AGR01", "심약천", quantity=("300000", "t", "30만톤")
        ),
    ),
)
EN = Report(
    "Qinglan Times",
    "en",
    ("Qinglan Province", "Yungang Municipality"),
    (("Shen Ruochuan", "Qinglan Province", "Governor"),),
    (
        Line("supply Yungang with 300,000 tons of rice", "AGR01", "Shen Ruochuan", quantity=("300000", "t", "300,000 tons")),
        Line("build an ice and snow equipment park", "ICE02", "Shen Ruochuan"),
        Line("exchange officials for temporary posts", "EDU01"),
    ),
)  # fmt: skip


def proposed(
    kind: str = RecordKind.MEETING, state: str = ProposalState.OPEN
) -> set[frozenset[str]]:
    rows = Proposal.objects.filter(kind=kind, state=state)
    return {frozenset(pair) for pair in rows.values_list("first_id", "second_id")}


def changed(report: Report, **values) -> Report:
    from dataclasses import replace

    return replace(report, **{"outlet": f"{report.outlet} 2", **values})


@pytest.fixture
def one(registrar, partners):
    return register(ZH, registrar)


@pytest.mark.parametrize("other", [KO, EN], ids=["ko-CN", "en"])
def test_two_languages_tell_of_one_meeting_and_its_lines(one, registrar, other):
    two = register(other, registrar)
    assert proposed() == {frozenset((record_of(one, "m1").pk, record_of(two, "m1").pk))}
    words = {line.words: n for n, line in enumerate(other.lines)}
    fields = [line.field for line in ZH.lines]
    expected = {
        frozenset((record_of(one, f"c{fields.index(line.field)}").pk, record_of(two, f"c{words[line.words]}").pk))
        for line in other.lines
    }  # fmt: skip
    assert proposed(RecordKind.COMMITMENT) == expected


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("next week", {"date": "2031-09-06", "published": "2031-09-07"}),
        ("two days later", {"date": "2031-09-01", "published": "2031-09-02"}),
        ("other people", {"people": (("王远山", "青岚省", "厅长"), ("赵海宁", "云港市", "局长")), "lines": ()}),
        ("a training", {"kind": "training"}),
        ("a partner of its own", {"sides": ("青岚省", "松原市"), "people": ZH.people[:1], "lines": ZH.lines[:2]}),
        ("another month", {"date": "2031-10", "published": "2031-11-02"}),
    ],
)  # fmt: skip
def test_a_near_miss_is_not_proposed(one, registrar, what, values):
    register(changed(ZH, **values), registrar)
    assert proposed() == set()


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("the same day", {}),
        ("a day apart", {"date": "2031-08-31"}),
        ("the month only", {"date": "2031-08"}),
        ("no date", {"date": None}),
        ("signing", {"kind": "signing"}),
        ("no people named", {"people": (), "lines": ()}),
        ("one side named", {"sides": ("青岚省",), "people": ZH.people[:1], "lines": ()}),
    ],
)
def test_reports_of_one_meeting_are_proposed(one, registrar, what, values):
    register(changed(ZH, **values), registrar)
    assert len(proposed()) == 1


def test_a_report_that_tells_of_both_keeps_them_apart(one, registrar):
    two = register(changed(ZH), registrar)
    three = register(changed(ZH, outlet="晚报", kind="visit"), registrar)
    first, second, third = (record_of(reading, "m1") for reading in (one, two, three))
    joining.judge(first, third, Verdict.SAME, registrar)
    likeness.propose([second])
    assert proposed() == {frozenset((first.pk, second.pk))}


def test_what_was_judged_is_not_proposed_again(one, registrar):
    two, three = register(KO, registrar), register(EN, registrar)
    a, b, c = (record_of(reading, "m1") for reading in (one, two, three))
    assert len(proposed()) == 3
    different = joining.judge(a, c, Verdict.DIFFERENT, registrar)
    assert proposed() == {frozenset((a.pk, b.pk)), frozenset((b.pk, c.pk))}
    joining.judge(a, b, Verdict.SAME, registrar)
    assert proposed() == set()
    likeness.propose([a, b, c])
    assert proposed() == set()
    joining.undo(different, registrar)
    assert len(proposed()) == 1


def test_unsure_waits_at_the_end(one, registrar):
    two = register(KO, registrar)
    pair = [record_of(reading, "m1") for reading in (one, two)]
    joining.judge(*pair, Verdict.UNSURE, registrar)
    assert proposed() == set()
    assert len(proposed(state=ProposalState.UNSURE)) == 1


def test_the_next_best_is_proposed_when_lines_are_told_apart(one, registrar):
    line = Line("向云港供应大米", "AGR01", "沈若川")
    near = Line("向云港供应大米加工设备", "AGR04", "沈若川")
    two = register(changed(ZH, lines=(line, near)), registrar)
    rice = record_of(one, "c0")
    best, second = record_of(two, "c0"), record_of(two, "c1")
    assert frozenset((rice.pk, best.pk)) in proposed(RecordKind.COMMITMENT)
    joining.judge(rice, best, Verdict.DIFFERENT, registrar)
    assert proposed(RecordKind.COMMITMENT) == {frozenset((rice.pk, second.pk))}


def test_lines_of_two_meetings_are_not_proposed(one, registrar):
    two = register(KO, registrar)
    columns = ("first_id", "second_id", "score", "state")
    before = set(Proposal.objects.values_list(*columns))
    apart = joining.judge(record_of(one, "m1"), record_of(two, "m1"), Verdict.DIFFERENT, registrar)
    assert proposed(RecordKind.COMMITMENT) == set()
    joining.undo(apart, registrar)
    assert set(Proposal.objects.values_list(*columns)) == before


def test_undoing_brings_every_proposal_back(one, registrar):
    register(KO, registrar)
    register(EN, registrar)
    columns = ("first_id", "second_id", "score", "state")
    before = set(Proposal.objects.values_list(*columns))
    for pair in list(Proposal.objects.filter(state=ProposalState.OPEN)):
        if pair.first.kind == RecordKind.MEETING:
            joining.judge(pair.first, pair.second, Verdict.SAME, registrar)
    assert set(Proposal.objects.values_list(*columns)) != before
    for judgement in list(Judgement.objects.standing()):
        joining.undo(judgement, registrar)
    assert set(Proposal.objects.values_list(*columns)) == before


def test_reasons_say_what_is_shared(one, registrar):
    two = register(KO, registrar)
    found = likeness.compare("meeting", record_of(one, "m1").pk, record_of(two, "m1").pk)
    assert [reason.text for reason in found.reasons if reason.speaks_for] == [
        "the same partners",
        "the same day",
        "2 people in common",
        "the same kind",
    ]
    lines = likeness.compare("commitment", record_of(one, "c1").pk, record_of(two, "c1").pk)
    words = next(reason for reason in lines.reasons if reason.why == "words")
    assert words.what == ["빙설장비산업"]


def test_a_withdrawn_meeting_is_compared_with_nothing(one, registrar):
    from hapjak.desk import undoing

    bare = changed(ZH, lines=())
    two = register(bare, registrar)
    undoing.undo(two.findings.get(local_id="m1"), registrar)
    register(changed(ZH, outlet="晚报", lines=()), registrar)
    pairs = [pair for pair in proposed() if record_of(one, "m1").pk not in pair]
    assert pairs == []


def test_proposals_are_made_anew_as_they_were(one, registrar):
    two = register(KO, registrar)
    register(changed(EN, papers=(("Framework Agreement", "framework"),)), registrar)
    joining.judge(record_of(one, "m1"), record_of(two, "m1"), Verdict.SAME, registrar)
    columns = ("first_id", "second_id", "score", "state")
    before = set(Proposal.objects.values_list(*columns))
    likeness.rebuild()
    assert set(Proposal.objects.values_list(*columns)) == before
