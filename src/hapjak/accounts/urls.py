"""Signing in and out."""

from django.contrib.auth import views
from django.urls import path

from hapjak.accounts.views import SignInByLink

app_name = "accounts"
urlpatterns = [
    path(
        "sign-in/", views.LoginView.as_view(template_name="accounts/sign_in.html"), name="sign-in"
    ),
    path("sign-in/link/", SignInByLink.as_view(), name="sign-in-link"),
    path("sign-out/", views.LogoutView.as_view(), name="sign-out"),
]
