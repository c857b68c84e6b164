"""Translations: sourced, reviewed by another person, replaced and never changed."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import actions
from hapjak.register import frozen, history
from hapjak.register.documents import Provenance
from hapjak.register.models import Action, Document, Record, RecordKind, Text, TextOrigin
from hapjak.register.refused import Refused
from hapjak.register.translations import Translation, original_of, review, translate
from tests.conftest import make_reading

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PUBLIC = AnonymousUser()


@pytest.fixture
def colleague(db):
    user = User.objects.create_user("colleague")
    Membership.objects.create(user=user, role=Role.REGISTRAR)
    return user


@pytest.fixture
def record(taken_in, registrar):
    return actions.accept(taken_in.findings.get(local_id="c1"), registrar)


def chinese(text: str, origin: str = TextOrigin.HUMAN, document: Document | None = None):
    return Translation("zh-Hans", text, origin, document)


def test_what_is_translated_is_the_wording(record):
    original = original_of(record)
    assert (original.field, original.text, original.language) == (
        "wording",
        "빙설산업 협력을 강화",
        "ko-CN",
    )
    assert original_of(Record(kind=RecordKind.MEETING)) is None


def test_a_newer_one_takes_the_place_and_the_older_is_kept(record, registrar):
    first = translate(record, registrar, chinese("加强冰雪合作"))
    second = translate(record, registrar, chinese("加强冰雪产业合作"))
    third = translate(record, registrar, chinese("加强冰雪产业的合作"))
    first.refresh_from_db()
    assert (first.replaced_by, first.text) == (second, "加强冰雪合作")
    assert list(Text.objects.visible_to(PUBLIC)) == [third]
    assert translate(record, registrar, chinese("加强冰雪产业的合作")) == third
    actions_of = [event.action for event in record.events.all()]
    assert actions_of.count(Action.TRANSLATED) == 3
    assert history.verify() == []


def test_a_program_s_is_not_public_before_a_person_reviewed_it(record, registrar, colleague):
    text = translate(record, registrar, chinese("加强冰雪合作", TextOrigin.MACHINE))
    assert not Text.objects.visible_to(PUBLIC).exists()
    assert Text.objects.visible_to(registrar).exists()
    with pytest.raises(Refused):
        review(text, registrar)  # who entered it
    review(text, colleague)
    review(text, colleague)
    assert Text.objects.visible_to(PUBLIC).get().reviewed_by == colleague
    assert [event.action for event in record.events.all()].count(Action.REVIEWED) == 1


def test_a_program_s_does_not_take_the_place_of_a_person_s(record, registrar):
    kept = translate(record, registrar, chinese("加强冰雪合作"))
    with pytest.raises(Refused):
        translate(record, registrar, chinese("冰雪", TextOrigin.MACHINE))
    assert Text.objects.get() == kept


def test_what_a_source_prints_stands_in_it_and_is_seen_like_it(record, registrar):
    text = "5월 12일, 청람성과 운항시는 사업회담.\n심약천 청람성 성장 참석.\n加强冰雪合作 빙설산업 협력을 강화 운항에 량식을 공급"
    provenance = Provenance(file_name="hidden.txt")
    hidden = actions.take_in(text.encode(), make_reading(text), provenance, registrar).document
    with pytest.raises(Refused):
        translate(record, registrar, chinese("加强合作", TextOrigin.SOURCE, hidden))
    with pytest.raises(Refused):
        translate(record, registrar, chinese("加强冰雪合作", TextOrigin.SOURCE))
    translate(record, registrar, chinese("加强冰雪合作", TextOrigin.SOURCE, hidden))
    assert not Text.objects.visible_to(PUBLIC).exists()
    assert Text.objects.visible_to(registrar).get().document == hidden


def test_one_that_was_replaced_is_not_reviewed(record, registrar, colleague):
    first = translate(record, registrar, chinese("加强冰雪合作"))
    translate(record, registrar, chinese("加强冰雪产业合作"))
    with pytest.raises(Refused):
        review(first, colleague)


@pytest.mark.parametrize("given", [Translation("ko-CN", "빙설", "human"), chinese(" ")])
def test_the_original_s_form_and_nothing_are_refused(record, registrar, given):
    with pytest.raises(Refused):
        translate(record, registrar, given)


def test_only_registrars_translate_and_review(record, registrar):
    stranger = User.objects.create_user("stranger")
    text = translate(record, registrar, chinese("加强冰雪合作"))
    with pytest.raises(PermissionDenied):
        translate(record, stranger, chinese("冰雪"))
    with pytest.raises(PermissionDenied):
        review(text, stranger)


def test_the_database_keeps_the_words(record, registrar):
    frozen.freeze(connection)
    translate(record, registrar, chinese("加强冰雪合作"))
    for change in ({"text": "x"}, {"origin": "source"}, {"language": "en"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Text.objects.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_text")
