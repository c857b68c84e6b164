"""Every spelling of a person or body with where it comes from, over all records that are one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hapjak.accounts.models import User
from hapjak.hanja import Suspicion, suspicions
from hapjak.register import joining
from hapjak.register.models import (
    Citation,
    Document,
    Name,
    NameOrigin,
    NameSource,
    Record,
    WrittenForm,
)

SUSPECT: dict[Suspicion, Promise] = {
    Suspicion.INVISIBLE: _("holds characters that nobody sees"),
    Suspicion.CONTROL: _("holds control characters"),
    Suspicion.COMPATIBILITY: _("holds another code of a usual character"),
    Suspicion.MIXED: _("mixes letters of scripts that look alike"),
    Suspicion.DIGIT: _("has a digit inside a word"),
    Suspicion.MARKS: _("piles marks on a letter"),
}


@dataclass
class Spelling:
    """A spelling in a written form, how it came in, and the documents that print it."""

    text: str
    form: str
    origin: str
    documents: list[Document] = field(default_factory=list)

    @property
    def form_label(self) -> str:
        return str(WrittenForm(self.form).label)

    @property
    def origin_label(self) -> str:
        return str(NameOrigin(self.origin).label)

    @property
    def suspect(self) -> list[str]:
        """Why it is shown as suspect; empty for a clean one."""
        return [str(SUSPECT[one]) for one in suspicions(self.text)]


def spellings_of(record: Record, user: User | AnonymousUser) -> list[Spelling]:
    """Spellings of a record and of all it is one with, as they came in.

    One that documents print is shown where one of them may be seen and still
    stands; one that nobody printed, where the record may be seen.
    """
    family = joining.family(record).filter(pk__in=Record.objects.visible_to(user))
    names = list(Name.objects.filter(record__in=family).order_by("pk"))
    printed = _printed(names)
    documents = _documents(printed, names, user)
    found: dict[tuple[str, str], Spelling] = {}
    for name in names:
        shown = documents[name.pk]
        if name.pk in printed and not shown:
            continue
        spelling = found.setdefault(
            (name.text, name.form), Spelling(name.text, name.form, name.origin)
        )
        if name.origin == NameOrigin.SOURCE:
            spelling.origin = name.origin
        spelling.documents.extend(one for one in shown if one not in spelling.documents)
    return list(found.values())


def _printed(names: list[Name]) -> dict[int, list[str]]:
    """Ids of the documents that print names, by the name's key."""
    printed: dict[int, list[str]] = defaultdict(list)
    for name, document in NameSource.objects.filter(name__in=names).values_list(
        "name_id", "document_id"
    ):
        printed[name].append(document)
    return printed


def _documents(
    printed: dict[int, list[str]], names: list[Name], user: User | AnonymousUser
) -> dict[int, list[Document]]:
    """Of the documents that print names those that may be seen, where the record is still cited."""
    ids = {document for found in printed.values() for document in found}
    seen = Document.objects.visible_to(user).filter(pk__in=ids).order_by("published", "pk")
    cited = set(
        Citation.objects.standing()
        .filter(record__in={name.record_id for name in names}, document__in=ids)
        .values_list("record_id", "document_id")
    )
    shown: dict[int, list[Document]] = defaultdict(list)
    for document in seen:
        for name in names:
            if document.pk in printed.get(name.pk, ()) and (name.record_id, document.pk) in cited:
                shown[name.pk].append(document)
    return shown
