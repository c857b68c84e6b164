"""Signing in: by link once, by password, and not by guessing."""

import pytest
from django.urls import reverse
from sesame.utils import get_query_string

from hapjak.accounts.models import Role, User
from hapjak.accounts.policy import has_role, may_decide, may_see_office

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_link_signs_in_once(client, registrar):
    link = reverse("accounts:sign-in-link") + get_query_string(registrar)
    assert client.get(link).url == reverse("desk:inbox")
    client.logout()
    assert client.get(link).url == reverse("accounts:sign-in")


def test_a_made_up_link_does_not_sign_in(client):
    response = client.get(reverse("accounts:sign-in-link") + "?sesame=AAAAAAAAAAAAAAAA")
    assert response.url == reverse("accounts:sign-in")
    assert "_auth_user_id" not in client.session


def test_roles_hold_only_for_active_users(registrar):
    assert may_decide(registrar)
    assert may_see_office(registrar)
    registrar.is_active = False
    assert not has_role(registrar, Role.REGISTRAR)


def test_a_user_without_membership_may_nothing(db):
    user = User.objects.create_user("stranger", is_superuser=True)
    assert not may_decide(user)
    assert not may_see_office(user)


@pytest.mark.parametrize("password", ["a long pass phrase", "wrong"])
def test_a_wrong_password_says_so_without_naming_the_account(client, registrar, password):
    response = client.post(
        reverse("accounts:sign-in"), {"username": "registrar", "password": password}
    )
    assert (response.status_code == 302) == (password == "a long pass phrase")
