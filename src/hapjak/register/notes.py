"""Comments on records, and who is mentioned in them. The office's alone, never public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_sees_office, colleagues
from hapjak.register import history
from hapjak.register.models import Action, Comment, MentionRead, Record
from hapjak.register.refused import Refused

LENGTH = 5_000  # characters of a comment
WORD = re.compile(r"(?<![\w.@+-])@([\w.@+-]{1,150})")  # the letters a user name may have
LATIN = re.compile(r"[A-Za-z0-9_]")


@transaction.atomic
def comment(record: Record, user: User, text: str) -> Comment:
    """Say something about a record. Colleagues written as `@name` are mentioned.

    The same words said again at once (a form sent twice) are one comment.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_sees_office(user)
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused(_("Write something first."))
    if len(text) > LENGTH:
        raise Refused(
            _("A comment has at most %(n)d characters. Shorten it, or attach a file.")
            % {"n": LENGTH}
        )
    last = record.comments.order_by("-pk").first()
    if last is not None and (last.author_id, last.text) == (user.pk, text):
        return last
    made = Comment.objects.create(record=record, author=user, text=text)
    mentioned = [name for _start, _end, name in mentions_in(text, known_names())]
    made.mentions.set(User.objects.filter(username__in=mentioned).exclude(pk=user.pk))
    said = {"comment": made.pk, "text": text, "mentions": sorted(set(mentioned))}
    history.append(record, Action.COMMENTED, actor=user, payload=said)
    return made


def known_names() -> set[str]:
    """Names of all who can be mentioned."""
    return set(colleagues().values_list("username", flat=True))


def mentions_in(text: str, names: set[str]) -> Iterator[tuple[int, int, str]]:
    """Where a text mentions one of the names: start, end (exclusive), name.

    Korean sets endings right behind a name (@kim님께), and a sentence may end
    after it: the longest name that the word begins with counts, if what
    follows could not be the rest of a Latin name.
    """
    for match in WORD.finditer(text):
        word = match[1]
        name = next((word[:n] for n in range(len(word), 0, -1) if word[:n] in names), "")
        if name and not LATIN.match(word[len(name) :]):
            yield match.start(), match.start() + 1 + len(name), name


def mentions_of(user: User) -> QuerySet[Comment]:
    """Comments that mention a colleague and that they may see, the latest first."""
    return Comment.objects.visible_to(user).filter(mentions=user).order_by("-pk")


def unread(user: User) -> QuerySet[Comment]:
    """Those the colleague has not marked as read."""
    return mentions_of(user).exclude(mentions_read__user=user)


@transaction.atomic
def mark_read(user: User, upto: int) -> None:
    """Mark what the colleague was shown as read: all up to a comment, none that came since.

    It is the reader's own note and no step in the history of a record.
    """
    seen = unread(user).filter(pk__lte=upto)
    MentionRead.objects.bulk_create(
        (MentionRead(comment=comment, user=user) for comment in seen), ignore_conflicts=True
    )
