"""A commitment over the years: the lines linked with it, and the wordings it had."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from hapjak.accounts.policy import may_see_office
from hapjak.register import amendments, links
from hapjak.register.models import Commitment, LinkKind

register = template.Library()

# What this line does to an earlier one, and what a later one does to it.
BACK = {
    LinkKind.RESTATES: _("restated by this line"),
    LinkKind.SPECIFIES: _("made specific by this line"),
    LinkKind.FULFILS: _("fulfilled by this line"),
    LinkKind.SUPERSEDES: _("superseded by this line"),
    LinkKind.CONTRADICTS: _("contradicted by this line"),
}
ON = {
    LinkKind.RESTATES: _("restates this line"),
    LinkKind.SPECIFIES: _("makes this line specific"),
    LinkKind.FULFILS: _("fulfils this line"),
    LinkKind.SUPERSEDES: _("supersedes this line"),
    LinkKind.CONTRADICTS: _("contradicts this line"),
}


@register.filter
def relation(linked: links.Linked) -> str:
    """How a linked line stands to the one whose course it is; empty for itself."""
    if linked.link is None:
        return ""
    labels = BACK if linked.is_earlier else ON
    return str(labels[LinkKind(linked.link.kind)])


@register.inclusion_tag("register/course.html", takes_context=True)
def course(context: dict[str, Any], commitment: Commitment) -> dict[str, Any]:
    """The lines linked with a commitment, as a list along the days."""
    return {"course": links.course(commitment, context["user"]), "undoes": False}


@register.inclusion_tag("register/versions.html", takes_context=True)
def versions(context: dict[str, Any], commitment: Commitment) -> dict[str, Any]:
    """The wordings a line had, where it was amended."""
    user = context["user"]
    return {
        "versions": amendments.versions(commitment, user),
        "line": commitment,
        "office": may_see_office(user),
    }
