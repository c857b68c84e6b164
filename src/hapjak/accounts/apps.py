"""Application entry."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "hapjak.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
