"""The admin shows and never writes what is registered."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from hapjak.accounts.models import User
from hapjak.register import frozen

pytestmark = pytest.mark.django_db
OWN = [
    model
    for app in ("register", "desk")
    for model in apps.get_app_config(app).get_models()
    if admin.site.is_registered(model)
]


@pytest.mark.parametrize("model", OWN)
def test_nothing_is_added_changed_or_deleted(model):
    request = RequestFactory().get("/")
    request.user = User(is_staff=True, is_superuser=True, is_active=True)
    shown = admin.site.get_model_admin(model)
    assert not shown.has_add_permission(request)
    assert not shown.has_change_permission(request)
    assert not shown.has_delete_permission(request)
    assert shown.get_actions(request) == {}


def test_every_frozen_row_can_be_looked_up(client):
    tables = {model._meta.db_table: model for model in OWN}
    assert set(frozen.FROZEN) | set(frozen.KEPT) <= set(tables)
    client.force_login(User.objects.create_superuser("root"))
    for table in frozen.FROZEN:
        name = tables[table]._meta.model_name
        assert client.get(reverse(f"admin:register_{name}_changelist")).status_code == 200
