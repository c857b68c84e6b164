"""The frame of every page: main ways and languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

register = template.Library()

WAYS = {
    "public:partnerships": _("Partnerships"),
    "public:commitments": _("Commitments"),
    "public:meetings": _("Meetings"),
    "public:people": _("People"),
    "public:documents": _("Documents"),
    "desk:inbox": _("Desk"),
    "desk:joins": _("Same or not?"),
    "desk:identities": _("Who is who?"),
}
HTML = {"ko": "ko-KR", "ko-cn": "ko-CN", "zh-hans": "zh-Hans", "en": "en"}


@register.filter
def html_language(code: str) -> str:
    """The `lang` of an interface language: which glyphs and voice it takes."""
    return HTML.get(code, code)


@register.simple_tag(takes_context=True)
def way(context: dict[str, Any], name: str) -> SafeString:
    """A link of the main navigation; the one the reader is in is marked."""
    url = reverse(name)
    request = context.get("request")
    inside = [
        reverse(other) for other in WAYS if request and request.path.startswith(reverse(other))
    ]
    here = url == max(inside, key=len, default="")
    current = SafeString(' aria-current="page"') if here else ""
    return format_html('<a href="{}"{}>{}</a>', url, current, WAYS[name])


@dataclass(frozen=True, slots=True)
class Offered:
    """A language of the interface, with this page's address in it."""

    name: str
    html: str
    url: str
    current: bool


@register.simple_tag(takes_context=True)
def languages(context: dict[str, Any]) -> list[Offered]:
    """The page in every language of the interface, each named in itself."""
    request = context.get("request")
    path = request.get_full_path() if request is not None else "/"
    return list(_offered(path))


def _offered(path: str) -> Iterator[Offered]:
    try:
        resolve(path.partition("?")[0])
    except Resolver404:
        path = reverse("public:start")
    for code, _name in settings.LANGUAGES:
        name = str(LANG_INFO[code]["name_local"])
        yield Offered(name, html_language(code), translate_url(path, code), code == get_language())
