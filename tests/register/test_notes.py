"""Comments: who may write them, whom they mention, that nobody else sees them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from hapjak.accounts.models import Membership, Role, User
from hapjak.register import history, notes
from hapjak.register.models import Action, Comment, Record, RecordKind
from hapjak.register.refused import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def record(db):
    return Record.objects.create(kind=RecordKind.COMMITMENT, visibility="public")


@pytest.fixture
def analyst(db):
    user = User.objects.create_user("신정윤")
    Membership.objects.create(user=user, role=Role.ANALYST)
    return user


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@kim please look", ["kim"]),
        ("ask @kim.", ["kim"]),
        ("@kim.lee and @kim", ["kim.lee", "kim"]),
        ("@kim님께 확인", ["kim"]),  # Korean endings stand right behind a name
        ("@김철수께서", ["김철수"]),
        ("(@김철)", ["김철"]),
        ("请@kim看一下", []),  # a letter before the sign: it may be part of an address
        ("请 @kim，谢谢", ["kim"]),
        ("mail kim@kim", []),
        ("@kimono", []),
        ("@@kim", []),
        ("@nobody", []),
        ("@", []),
    ],
)
def test_whom_a_text_mentions(text, found):
    names = {"kim", "kim.lee", "김철", "김철수"}
    places = list(notes.mentions_in(text, names))
    assert [name for *_, name in places] == found
    assert [text[start:end] for start, end, _ in places] == [f"@{name}" for name in found]


def test_a_comment_mentions_and_leaves_an_event(record, registrar, analyst):
    made = notes.comment(
        record, registrar, f"  @{analyst.username}님, 확인 바랍니다\r\n@registrar "
    )
    assert made.text == "@신정윤님, 확인 바랍니다\n@registrar"
    assert list(made.mentions.all()) == [analyst]  # oneself is not
    assert [event.action for event in record.events.all()] == [Action.COMMENTED]
    assert history.verify() == []


def test_a_form_sent_twice_is_one_comment(record, registrar):
    first = notes.comment(record, registrar, "checked")
    assert notes.comment(record, registrar, "checked") == first
    notes.comment(record, registrar, "checked again")
    assert record.comments.count() == 2


def test_mentions_wait_until_they_are_marked(record, registrar, analyst):
    first = notes.comment(record, registrar, "@신정윤 one")
    notes.comment(record, registrar, "@신정윤 two")
    notes.mark_read(analyst, first.pk)
    notes.mark_read(analyst, first.pk)
    assert [comment.text for comment in notes.unread(analyst)] == ["@신정윤 two"]
    assert notes.mentions_of(analyst).count() == 2


def test_only_the_office_comments_and_sees(record, registrar):
    stranger = User.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        notes.comment(record, stranger, "hello")
    notes.comment(record, registrar, "@stranger hello")
    for user in (stranger, AnonymousUser()):
        assert not Comment.objects.visible_to(user).exists()
    assert not stranger.mentioned_in.exists()


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5001])
def test_nothing_and_too_much_are_refused(record, registrar, text):
    with pytest.raises(Refused):
        notes.comment(record, registrar, text)
    assert not record.events.exists()
