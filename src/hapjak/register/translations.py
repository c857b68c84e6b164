"""A record's wording in another written form. A translation is itself a sourced fact.

A newer one takes the place of the one before it, which is kept; none is changed.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_decides
from hapjak.register import history
from hapjak.register.models import Action, Document, Record, RecordKind, Text, TextOrigin
from hapjak.register.refused import Refused

# What of a record is translated: the column that holds it.
FIELDS = {
    RecordKind.COMMITMENT: "wording",
    RecordKind.AGREEMENT: "title",
    RecordKind.ORGANISATION: "name",
    RecordKind.STRATEGY: "name",
    RecordKind.BODY: "name",
}
LENGTH = 10_000


@dataclass(frozen=True, slots=True)
class Original:
    """What is translated: its column, words and written form."""

    field: str
    text: str
    language: str


def original_of(record: Record) -> Original | None:
    """The words a record was registered under; None where there are none to translate."""
    column = FIELDS.get(RecordKind(record.kind))
    if column is None:
        return None
    fact = getattr(record, record.kind)
    text = getattr(fact, column)
    language = fact.language if hasattr(fact, "language") else _language_told(record)
    return Original(column, text, language) if text and language else None


def _language_told(record: Record) -> str:
    """The written form of the document that told a fact without one of its own."""
    told = record.citations.standing().order_by("pk").values_list("document__variety", flat=True)
    return told.first() or ""


@dataclass(frozen=True, slots=True)
class Translation:
    """What somebody enters."""

    language: str
    text: str
    origin: str
    document: Document | None = None


@transaction.atomic
def translate(record: Record, user: User, given: Translation) -> Text:
    """Add a translation. It takes the place of the one in the same written form.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    text = given.text.replace("\r\n", "\n").strip()
    original = original_of(record)
    _check(original, given, text)
    assert original is not None
    earlier = Text.objects.select_for_update().filter(
        record=record, field=original.field, language=given.language
    )
    before = earlier.filter(replaced_by=None).first()
    if before is not None and (before.text, before.origin) == (text, given.origin):
        return before
    if before is not None and given.origin == TextOrigin.MACHINE != before.origin:
        raise Refused(
            _("There is a translation by a person. One by a program does not take its place.")
        )
    made = Text.objects.create(
        record=record,
        field=original.field,
        language=given.language,
        text=text,
        origin=given.origin,
        document=given.document if given.origin == TextOrigin.SOURCE else None,
        made_by=user,
        # For a moment, for one alone stands: the first is what no other points to.
        replaced_by=earlier.order_by("pk").first(),
    )
    if before is not None:
        _replace(before, made)
    said = {"text": made.pk, "language": made.language, "origin": made.origin, "words": text}
    history.append(record, Action.TRANSLATED, actor=user, payload=said)
    return made


def _replace(before: Text, made: Text) -> None:
    before.replaced_by = made
    before.save(update_fields=["replaced_by"])
    made.replaced_by = None
    made.save(update_fields=["replaced_by"])


def _check(original: Original | None, given: Translation, text: str) -> None:
    if original is None:
        raise Refused(_("This record has no wording to translate."))
    if given.language == original.language:
        raise Refused(_("The original is in this written form. Choose another one."))
    if not text or len(text) > LENGTH:
        raise Refused(_("Enter the translation, of at most %(n)d characters.") % {"n": LENGTH})
    if given.origin == TextOrigin.SOURCE:
        if given.document is None:
            raise Refused(_("Name the document that prints this translation."))
        if text not in given.document.text and text not in given.document.title:
            raise Refused(
                _(
                    "These words do not stand in the document like this. Copy them from it,"
                    " or say that a person translated them."
                )
            )


@transaction.atomic
def review(text: Text, user: User) -> None:
    """Say that a translation is right. Whoever entered it cannot review it.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    current = Text.objects.select_for_update().get(pk=text.pk)
    if current.replaced_by_id is not None:
        raise Refused(_("A newer translation took its place. Review that one."))
    if current.made_by_id == user.pk:
        raise Refused(_("You entered this translation. Ask a colleague to review it."))
    if current.reviewed_by_id is None:
        current.reviewed_by = user
        current.save(update_fields=["reviewed_by"])
        said = {"text": current.pk, "language": current.language}
        history.append(current.record, Action.REVIEWED, actor=user, payload=said)
