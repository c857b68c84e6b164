"""What stands in the way of undoing, as a sentence with links to it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.desk.models import Finding
from hapjak.desk.sheets import address
from hapjak.desk.undoing import BuiltOn, Standing
from hapjak.register.models import Record, RecordKind

KINDS = {
    "judgement": gettext_lazy("judged the same or different"),
    "texts": gettext_lazy("translated"),
    "attachments": gettext_lazy("file attached"),
    "comments": gettext_lazy("commented"),
    "links": gettext_lazy("linked"),
    "amendments": gettext_lazy("amendment proposed"),
}
PAGES = {
    RecordKind.ORGANISATION,
    RecordKind.PERSON,
    RecordKind.MEETING,
    RecordKind.AGREEMENT,
    RecordKind.COMMITMENT,
    RecordKind.STRATEGY,
    RecordKind.DOCUMENT,
}
LENGTH = 30  # characters of a line that name it


def sentence(built: BuiltOn) -> SafeString:
    """Name what must be undone first; each name leads there."""
    links = [(address(other), _short(other)) for other in built.findings]
    links += [(page_of(other.record), _what(other)) for other in built.others]
    return format_html(
        "{} {}",
        _("Other decisions stand on this one. Undo them first:"),
        format_html_join(" · ", '<a href="{}">{}</a>', links),
    )


def _short(finding: Finding) -> str:
    words = finding.data.get("name") or finding.data.get("title") or finding.quote
    return f"{finding.get_kind_display()} {words[:LENGTH]}"


def _what(other: Standing) -> str:
    fact = getattr(other.record, other.record.kind, other.record)
    return f"{str(fact)[:LENGTH]} ({KINDS[other.kind]})"


def page_of(record: Record) -> str:
    """The page of a record."""
    kind = RecordKind(record.kind)
    return reverse(f"public:{kind}", args=[record.pk]) if kind in PAGES else reverse("desk:inbox")
