"""What the office sees on pages that others see too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hapjak.accounts.policy import may_decide, may_see_office
from hapjak.register import notes
from hapjak.register.attachments import LABELS
from hapjak.register.models import Comment, Partnership, Record
from hapjak.register.templatetags.marks import visible

register = template.Library()


@register.filter
def with_mentions(comment: Comment) -> SafeString:
    """A comment's words, the colleagues it mentions linked. Everything else stays text."""
    names = {user.username for user in comment.mentions.all()} | {comment.author.username}
    return format_html_join("", "{}", ((piece,) for piece in _pieces(comment.text, names)))


def _pieces(text: str, names: set[str]) -> Iterator[SafeString | str]:
    at = 0
    for start, end, name in notes.mentions_in(text, names):
        yield visible(text[at:start])
        address = reverse("desk:colleague", args=[name])
        yield format_html('<a class="mention" href="{}">@{}</a>', address, name)
        at = end
    yield visible(text[at:])


@register.filter
def file_kind(media_type: str) -> str:
    """PDF, DOCX …: what people call a kind of file."""
    return LABELS.get(media_type, media_type)


@register.inclusion_tag("desk/record/office.html", takes_context=True)
def office(context: dict[str, Any], record: Record) -> dict[str, Any]:
    """The way from a record's page to the office's page of it; nothing for others."""
    user = context["user"]
    if not may_see_office(user):
        return {"shown": False}
    counts = {name: getattr(record, name).count() for name in ("comments", "attachments")}
    return {"shown": True, "record": record, **counts}


@register.inclusion_tag("desk/record/office_standing.html", takes_context=True)
def office_standing(context: dict[str, Any], partnership: Partnership) -> dict[str, Any]:
    """The way from a partnership to its bodies and pairings at the desk."""
    return {"shown": may_see_office(context["user"]), "partnership": partnership}


@register.inclusion_tag("desk/record/ways.html", takes_context=True)
def office_ways(context: dict[str, Any]) -> dict[str, Any]:
    """Ways to partners and to the reader's mentions, with how many wait; on the desk alone."""
    request, user = context.get("request"), context["user"]
    match = request.resolver_match if request is not None else None
    if match is None or match.app_name != "desk" or not may_see_office(user):
        return {"shown": False}
    return {
        "shown": True,
        "unread": notes.unread(user).count(),
        "decides": may_decide(user),
        "here": match.url_name,
    }
