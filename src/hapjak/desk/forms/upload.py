"""Sending files or text to the inbox."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.desk.archives import Item, all_items

KINDS = ".html,.htm,.txt,.pdf,.docx,.hwpx,.zip"


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files. Empty ones stay, so that they are named as refused."""

    widget = FilesInput(attrs={"accept": KINDS})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        return [file for file in (data or []) if file is not None]


class UploadForm(forms.Form):
    """Files to read, or text pasted. What each file holds is judged one by one."""

    uploads = FilesField(
        label=gettext_lazy("Files"),
        help_text=gettext_lazy("HTML, TXT, PDF, DOCX, HWPX, or a ZIP of them; many at once"),
        required=False,
    )
    text = forms.CharField(
        label=gettext_lazy("or paste the text of a report"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("uploads") and not data.get("text"):
            raise ValidationError(_("Choose a file or paste a text first."))
        return data

    def items(self) -> Iterator[Item]:
        """What is to be read, one after the other."""
        pasted = (_("pasted text"), self.cleaned_data["text"])
        return all_items(self.cleaned_data["uploads"], pasted)
