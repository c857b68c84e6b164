"""Who may do what. Views and actions ask here and nowhere else."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from hapjak.accounts.models import Role, User

OFFICE = (Role.REGISTRAR, Role.ANALYST)


def has_role(user: User | AnonymousUser, *roles: Role) -> bool:
    """Whether an active user holds one of the roles."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return False
    return user.memberships.filter(role__in=roles).exists()


def may_decide(user: User | AnonymousUser) -> bool:
    """Registrars read the inbox and decide on findings."""
    return has_role(user, Role.REGISTRAR)


def may_see_office(user: User | AnonymousUser) -> bool:
    """Registrars and analysts see what is not public."""
    return has_role(user, *OFFICE)


def colleagues() -> QuerySet[User]:
    """Who may see the office's pages, by name."""
    seen = User.objects.filter(is_active=True, memberships__role__in=OFFICE)
    return seen.distinct().order_by("username")


def may_consent(user: User | AnonymousUser, partner_id: str) -> bool:
    """Consent for a side comes from a registrar bound to it, from no other."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return False
    return user.memberships.filter(role=Role.REGISTRAR, partner_id=partner_id).exists()


def check_decides(user: User | AnonymousUser) -> None:
    """Raises PermissionDenied for who may not decide."""
    if not may_decide(user):
        raise PermissionDenied


def check_sees_office(user: User | AnonymousUser) -> None:
    """Raises PermissionDenied for who may not see what is not public."""
    if not may_see_office(user):
        raise PermissionDenied
