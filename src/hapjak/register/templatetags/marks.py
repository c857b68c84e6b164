"""Showing marked text. Everything from a source is escaped here, once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hapjak.register.marks import Piece

register = template.Library()

# Direction overrides and isolates: shown as a visible sign, never obeyed.
HIDDEN = dict.fromkeys(
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}"
)


@register.filter
def visible(text: str) -> str:
    """Make characters visible that would turn the writing direction around."""
    return text.translate(HIDDEN)


@register.filter
def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines of a text, each with where it starts."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return list(zip(starts, lines, strict=False))


@register.filter
def marked(line: Iterable[Piece]) -> SafeString:
    """A line of pieces as nested `<mark>` elements; marks with an address become links."""
    return format_html_join("", "{}", ((_piece(piece),) for piece in line))


def _piece(piece: Piece) -> SafeString:
    shown: SafeString | str = visible(piece.text)
    linked = False  # links do not nest: the narrowest mark with an address gets it
    for mark in reversed(piece.marks):
        anchor = format_html(' id="at-{}"', mark.key) if mark in piece.begins else ""
        shown = format_html(
            '<mark class="{} {}" data-key="{}"{} title="{}">{}</mark>',
            mark.kind,
            mark.state,
            mark.key,
            anchor,
            mark.label,
            shown,
        )
        if mark.url and not linked:
            shown, linked = format_html('<a href="{}">{}</a>', mark.url, shown), True
    return format_html("{}", shown)
