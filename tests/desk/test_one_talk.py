"""One talk, reported in four languages by six outlets, ends as one meeting.

The reports are invented and read by the reader. The registrar takes whatever the
queue proposes and says the same or different as somebody who knows the talk.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse

from hapjak.desk import actions, joins
from hapjak.desk.models import Reading
from hapjak.reading.rules import read_bytes
from hapjak.register import history, joining
from hapjak.register.documents import Provenance
from hapjak.register.models import Commitment, Judgement, Meeting, Person, Record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

REPORTS = sorted((Path(__file__).parent / "one_talk").glob("*.html"))
PEOPLE = [
    {"赵明哲", "조명철", "자오밍저", "Zhao Mingzhe"},
    {"沈若川", "심약천", "선뤄촨", "Shen Ruochuan"},
    {"顾怀舟", "고회주", "구화이저우", "Gu Huaizhou"},
    {"何知秋", "하지추", "He Zhiqiu"},
]
LINES = {  # what is promised, by words that only this line has
    "posting": ("互派", "서로 파견", "exchange young officials"),
    "exchange": ("扩大干部交流", "간부교류를 확대"),
    "culture week": ("文化周", "문화주간", "Culture Week"),
    "park": ("冰雪装备", "빙설장비", "빙설 장비", "snow equipment"),
    "energy": ("风电", "풍력", "wind power"),
    "rice": ("大米", "입쌀", "쌀 30만", "rice"),
    "base": ("冷链", "랭장물류", "냉장물류", "cold-chain"),
}


def who(name: str) -> int:
    return next(number for number, names in enumerate(PEOPLE) if name in names)


def what(wording: str) -> str:
    return next(line for line, words in LINES.items() if any(word in wording for word in words))


@pytest.fixture
def readings(registrar, partners) -> list[Reading]:
    """All six read and accepted, nobody chosen to be anybody known."""
    found = []
    for path in REPORTS:
        data = path.read_bytes()
        provenance = Provenance(file_name=path.name, rights="own", visibility="public")
        reading = actions.take_in(data, read_bytes(data, path.name), provenance, registrar)
        for finding in reading.findings.order_by("position"):
            finding.refresh_from_db()
            if finding.decision == "open":
                actions.accept(finding, registrar)
        found.append(reading)
    return found


def true_pair(proposal) -> bool:
    if proposal.kind == "commitment":
        one, other = proposal.first.commitment, proposal.second.commitment
        return what(one.wording) == what(other.wording)
    return True


def work_off(client) -> dict[str, int]:
    """Decide what the queue shows until nothing waits; how much that took."""
    taken = {"decisions": 0, "unticked": 0, "different": 0}
    while step := joins.step("", None, None):
        proposal = step.proposal
        if proposal.kind == "meeting":
            lines, people = joins.goes_with(proposal), joins.people_of(proposal)
            data = {
                "line": [p.proposal.pk for p in lines if true_pair(p.proposal)],
                "person": [p.value for p in people if who(p.left_name) == who(p.right_name)],
            }
            right = {*data["line"], *data["person"]}
            ticked = {p.proposal.pk for p in lines if p.sure} | {p.value for p in people if p.sure}
            taken["unticked"] += len(ticked ^ right)
            response = client.post(reverse("desk:join-all", args=[proposal.pk]), data)
        else:
            verdict = "same" if true_pair(proposal) else "different"
            taken["different"] += verdict == "different"
            path = reverse("desk:join-decide", args=[proposal.pk])
            response = client.post(path, {"verdict": verdict})
        assert response.status_code == 302
        taken["decisions"] += 1
        assert taken["decisions"] < 100
    return taken


def facts() -> list:
    return list(Record.objects.order_by("pk").values_list("pk", "joined_into", "version"))


def test_one_talk_in_four_languages_ends_as_one_meeting(client, readings, registrar):
    client.force_login(registrar)
    before = facts()
    assert Meeting.objects.standing().count() == 6
    assert Commitment.objects.standing().count() == 30
    taken = work_off(client)
    meeting = Meeting.objects.standing().get()
    assert {who(person.name) for person in Person.objects.standing()} == {0, 1, 2, 3}
    assert Person.objects.standing().count() == len(PEOPLE)
    standing = [what(line.wording) for line in Commitment.objects.standing()]
    assert sorted(standing) == sorted(LINES)
    assert taken["decisions"] + taken["unticked"] <= 10  # keys pressed, ticks changed
    page = client.get(reverse("public:meeting", args=[meeting.pk])).content.decode()
    assert "6 sources" in page
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert table.count("<tr>") == len(PEOPLE)
    for judgement in Judgement.objects.standing().order_by("-pk"):
        joining.undo(judgement, registrar)
    assert facts() == before
    assert history.verify() == []
