"""Accounts and memberships in the admin."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from hapjak.accounts.models import Membership, User


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0


@admin.register(User)
class AccountAdmin(UserAdmin):
    inlines = [MembershipInline]
