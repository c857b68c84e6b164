"""Addresses. Every page has one address a language, so that links can be shared."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("accounts/", include("hapjak.accounts.urls")),
    path("desk/", include("hapjak.desk.urls")),
    path("admin/", admin.site.urls),
    path("", include("hapjak.public.urls")),
)

handler400 = "hapjak.project.errors.bad_request"
