"""The search index: one row a passage, its text as 2-grams of the hanja key."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hapjak.register.models.documents import WrittenForm
from hapjak.register.models.records import Record


class Passage(models.Model):
    """What search finds. The full-text index over `grams` is made in a migration."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="passages")
    language = models.CharField(max_length=8, choices=WrittenForm)
    text = models.TextField()
    grams = models.TextField(editable=False)

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")

    def __str__(self) -> str:
        return self.text[:60]
