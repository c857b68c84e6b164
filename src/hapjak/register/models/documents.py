"""Documents as received, and citations into their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hapjak.register.models.records import FactQuerySet, Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from hapjak.accounts.models import User


class WrittenForm(models.TextChoices):
    ZH_HANS = "zh-Hans", _("Chinese, simplified")
    ZH_HANT = "zh-Hant", _("Chinese, traditional")
    KO_CN = "ko-CN", _("Korean as written in China")
    KO_KR = "ko-KR", _("Korean as written in South Korea")
    EN = "en", _("English")


class Rights(models.TextChoices):
    OWN = "own", _("own text")
    LICENSED = "licensed", _("licensed")
    QUOTE = "quote", _("quotation only")


class Basis(models.TextChoices):
    """What a document may be taken for."""

    RECEIVED = "received", _("received")
    DEMONSTRATION_FACTS = "facts", _("demonstration, after published facts")
    DEMONSTRATION_INVENTED = "invented", _("demonstration, invented")


def storage_name(document: Document, filename: str) -> str:
    """A generated name; the name the file came with is kept for display only."""
    return f"{document.sha256[:2]}/{document.sha256}"


class Document(models.Model):
    """A report, page or paper: the file as received and its cleaned text.

    All citations point into `text`, in Unicode code points.
    """

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    file = models.FileField(_("file"), upload_to=storage_name, max_length=80)
    file_name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=80)
    charset = models.CharField(_("character set"), max_length=32)
    language = models.CharField(_("language"), max_length=8)
    variety = models.CharField(_("written form"), max_length=8, choices=WrittenForm)
    title = models.TextField(_("title"), blank=True)
    text = models.TextField(_("text"))
    url = models.URLField(_("address"), max_length=2000, blank=True)
    published = models.CharField(_("published"), max_length=25, blank=True)
    outlet = models.CharField(_("outlet"), max_length=200, blank=True)
    origin = models.CharField(_("original outlet"), max_length=200, blank=True)
    editors = models.JSONField(_("editors"), default=list, blank=True)
    reporters = models.JSONField(_("reporters"), default=list, blank=True)
    translators = models.JSONField(_("translators"), default=list, blank=True)
    rights = models.CharField(_("rights"), max_length=8, choices=Rights, default=Rights.QUOTE)
    basis = models.CharField(_("basis"), max_length=8, choices=Basis, default=Basis.RECEIVED)
    hidden_characters = models.PositiveIntegerField(_("characters nobody sees"), default=0)
    fact_sources = models.JSONField(_("sources of the facts"), default=list, blank=True)
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="document_has_text"),
        ]

    def __str__(self) -> str:
        return self.title or self.file_name


class CitationQuerySet(models.QuerySet):
    def standing(self) -> CitationQuerySet:
        """Those whose decision was not undone."""
        return self.filter(withdrawn=None)

    def visible_to(self, user: User | AnonymousUser) -> CitationQuerySet:
        """A citation is seen by whom both the fact and the document may be seen."""
        records = Record.objects.visible_to(user)
        return self.standing().filter(record__in=records, document__record__in=records)


class Citation(models.Model):
    """The exact place in a document a fact came from. Never changed.

    `withdrawn` is the event that undid the decision it was made by, if one did.
    """

    record = models.ForeignKey(Record, models.PROTECT, related_name="citations")
    document = models.ForeignKey(Document, models.PROTECT, related_name="citations")
    start = models.PositiveIntegerField(help_text=_("code points into the text"))
    end = models.PositiveIntegerField(help_text=_("exclusive"))
    quote = models.TextField()
    withdrawn = models.ForeignKey(
        "register.Event", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["document", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "document", "start", "end"],
                condition=Q(withdrawn=None),
                name="citation_once",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="citation_not_empty"),
            models.CheckConstraint(condition=~Q(quote=""), name="citation_has_quote"),
        ]

    def __str__(self) -> str:
        return self.quote[:60]
