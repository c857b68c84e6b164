"""Readings and findings in the admin, to look up."""

from django.contrib import admin

from hapjak.desk.models import Finding, Reading
from hapjak.register.admin import ReadOnly


@admin.register(Reading)
class ReadingAdmin(ReadOnly):
    list_display = ("document", "reader_name", "reader_version", "read_at")


@admin.register(Finding)
class FindingAdmin(ReadOnly):
    list_display = ("reading", "kind", "local_id", "decision", "decided_by", "confidence")
    list_filter = ("kind", "decision")
