"""Search finds across scripts and sees only what the viewer may see."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from hapjak.register import identity, search
from hapjak.register.models import Record, RecordKind, Visibility

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PUBLIC = AnonymousUser()


def found(query, user):
    """Records that hold a query, each once."""
    ids = dict.fromkeys(find.record for find in search.finds([query], user))
    return [Record.objects.get(pk=pk) for pk in ids]


def record_of(text: str, language: str, visibility: str = Visibility.PUBLIC) -> Record:
    record = Record.objects.create(kind=RecordKind.COMMITMENT, visibility=visibility)
    identity.add_name(record, text, language)
    search.index(record)
    return record


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("빙설", "深化冰雪产业合作", "zh-Hans"),
        ("冰雪", "빙설산업 협력을 강화", "ko-CN"),
        ("冰雪產業", "빙설산업 협력을 강화", "ko-CN"),  # traditional
        ("빙설 산업", "冰雪产业", "zh-Hans"),  # spacing does not matter
        ("이용", "자원을 잘 리용하여", "ko-CN"),  # initial-sound law
        ("grain", "Supply of Grain to Yungang", "en"),
        ("粮", "粮食供应", "zh-Hans"),  # one character
    ],
)
def test_the_key_finds_across_writings(query, text, language):
    record = record_of(text, language)
    record_of("文化周活动", "zh-Hans")
    assert (found(query, PUBLIC)) == [record]


@pytest.mark.parametrize("query", ["", "   ", "!?", '"', "* OR 1", "' OR '1'='1", "NEAR("])
def test_a_query_is_data_never_code(query):
    record_of("深化冰雪产业合作", "zh-Hans")
    assert (found(query, PUBLIC)) == []


def test_what_is_not_public_looks_as_if_it_did_not_exist(registrar):
    record = record_of("深化冰雪产业合作", "zh-Hans", Visibility.OFFICE)
    assert (found("冰雪", PUBLIC)) == []
    assert (found("冰雪", registrar)) == [record]


def test_indexing_anew_leaves_no_old_hits():
    record = record_of("深化冰雪产业合作", "zh-Hans")
    with transaction.atomic():
        record.names.update(text="粮食供应")
        search.index(record)
    assert (found("冰雪", PUBLIC)) == []
    assert (found("粮食", PUBLIC)) == [record]


def test_a_new_index_finds_the_same(taken_in, registrar):
    from hapjak.desk import actions
    from hapjak.register.models import Passage

    actions.accept(taken_in.findings.get(local_id="c2"), registrar)
    rows = ("record_id", "language", "text", "grams")
    before = sorted(Passage.objects.values_list(*rows))
    search.reindex()
    assert sorted(Passage.objects.values_list(*rows)) == before
    assert len(found("糧食", registrar)) == 2
