"""Who is who: never by the key alone."""

import pytest

from hapjak.desk.candidates import people_by_key
from hapjak.register import identity, joining
from hapjak.register.models import Organisation, Partner, Person, Post, Record, Tenure, Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def new_person(name, form, side, document, title="省长"):
    record = Record.objects.create(kind="person")
    person = Person.objects.create(record=record, name=name, language=form, side=side)
    identity.add_name(record, name, form)
    post, _ = Post.objects.get_or_create(title=title)
    Tenure.objects.create(person=person, post=post, document=document, text=title)
    return person


@pytest.fixture
def document(taken_in):
    return taken_in.document


def test_the_same_spelling_side_and_post_is_the_same_person(partners, document):
    person = new_person("沈若川", "zh-Hans", partners[0], document)
    assert identity.find_person("沈若川", "zh-Hans", partners[0], ["省长"]) == person


def test_of_namesakes_who_agree_alike_none_is_taken_until_they_are_one(
    partners, document, registrar
):
    one, two = (new_person("沈若川", "zh-Hans", partners[0], document) for _ in range(2))
    assert identity.find_person("沈若川", "zh-Hans", partners[0], ["省长"]) is None
    joining.judge(one.record, two.record, Verdict.SAME, registrar)
    assert identity.find_person("沈若川", "zh-Hans", partners[0], ["省长"]) == one


@pytest.mark.parametrize(
    ("name", "form", "side", "posts"),
    [
        ("沈若川", "zh-Hans", 1, ["省长"]),  # on the other side
        ("沈若川", "zh-Hans", 0, ["市长"]),  # in another post
        ("심약천", "ko-CN", 0, ["省长"]),  # another spelling: a person decides
        ("沈若穿", "zh-Hans", 0, ["省长"]),  # shares the key
    ],
)
def test_less_than_that_makes_no_identity(partners, document, name, form, side, posts):
    new_person("沈若川", "zh-Hans", partners[0], document)
    assert identity.find_person(name, form, partners[side], posts) is None


def candidates(spelling, user):
    """Whom the desk offers for a spelling."""
    found = people_by_key(identity.keys_of(spelling), user)
    return list({person.pk: person for people in found.values() for person in people}.values())


def test_candidates_share_the_key_across_scripts(partners, document, registrar):
    person = new_person("沈若川", "zh-Hans", partners[0], document)
    assert candidates("심약천", registrar) == [person]
    assert candidates("조명철", registrar) == []


@pytest.mark.parametrize("spelling", ["심야천", "선뤄촨", "Shen Ruochuan", "沈 若川"])
def test_candidates_share_any_written_form(partners, document, registrar, spelling):
    person = new_person("沈若川", "zh-Hans", partners[0], document)
    assert candidates(spelling, registrar) == [person]


@pytest.mark.parametrize("name", ["沈\u200b若川", "Sh\u0435n Ruochuan"])
def test_a_suspect_name_is_never_taken_for_a_known_person(partners, document, name):
    new_person(name, "zh-Hans", partners[0], document)
    assert identity.find_person(name, "zh-Hans", partners[0], ["省长"]) is None


def test_a_governing_body_belongs_to_the_partner_in_its_name(partners):
    assert identity.partner_of("중공청람성위원회", "party", None) == partners[0]
    assert identity.partner_of("청람성해그룹", "company", None) is None
    assert identity.partner_of("해솔도", "government", None) is None


def test_a_known_territory_becomes_a_partner_with_four_names():
    partner = identity.partner_of("길림성", "government", "CN-JL")
    assert partner is not None
    names = (partner.name_zh_hans, partner.name_ko_cn, partner.name_ko_kr, partner.name_en)
    assert names == ("吉林省", "길림성", "지린성", "Jilin Province")
    assert Partner.objects.count() == 1


def test_a_government_is_one_body_under_all_its_names(partners):
    record = Record.objects.create(kind="organisation")
    body = Organisation.objects.create(
        record=record, name="청람성", language="ko-CN", kind="government", partner=partners[0]
    )
    identity.add_name(record, "청람성", "ko-CN")
    found = identity.find_organisation("青岚省", "zh-Hans", "government", None, partners[0])
    assert found == body
    assert (
        identity.find_organisation("青岚省商务厅", "zh-Hans", "government", None, partners[0])
        is None
    )
