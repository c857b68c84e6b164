"""Showing marked text. Everything from a source is escaped here, once."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hapjak.register.marks import Piece

register = template.Library()

# Direction overrides and isolates: shown as a visible sign, never obeyed.
HIDDEN = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


@register.filter
def visible(text: str) -> str:
    """Make characters visible that would turn the writing direction around."""
    return text.translate(HIDDEN)


@register.filter
def marked(line: Iterable[Piece]) -> SafeString:
    """A line of pieces as nested `<mark>` elements; marks with an address become links."""
    return format_html_join("", "{}", ((_piece(piece),) for piece in line))


def _piece(piece: Piece) -> SafeString:
    inner: SafeString | str = visible(piece.text)
    for mark in reversed(piece.marks):
        anchor = format_html(' id="at-{}"', mark.key) if mark in piece.begins else ""
        shown = format_html(
            '<mark class="{} {}" data-key="{}"{} title="{}">{}</mark>',
            mark.kind,
            mark.state,
            mark.key,
            anchor,
            mark.label,
            inner,
        )
        inner = format_html('<a href="{}">{}</a>', mark.url, shown) if mark.url else shown
    return format_html("{}", inner)
