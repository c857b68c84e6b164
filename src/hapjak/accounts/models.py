"""Who may sign in, and for which partner."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person with an account. What they may do comes from their memberships."""


class Role(models.TextChoices):
    REGISTRAR = "registrar", _("registrar")
    ANALYST = "analyst", _("analyst")


class Membership(models.Model):
    """Binds a user to an office. Without a partner it holds for the whole register."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role)
    partner = models.ForeignKey(
        "register.Partner", models.PROTECT, null=True, blank=True, verbose_name=_("partner")
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "partner"],
                nulls_distinct=False,
                name="membership_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"
