"""Who may do what. Views and actions ask here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser

from hapjak.accounts.models import Role

if TYPE_CHECKING:
    from hapjak.accounts.models import User


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
    return has_role(user, Role.REGISTRAR, Role.ANALYST)
