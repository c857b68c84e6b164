"""What people add to a record: comments, files, translations."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.accounts.models import User
from hapjak.register import notes
from hapjak.register.models import Document, TextOrigin, WrittenForm

PUBLIC_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")
LATEST = 30


class PartForm(forms.Form):
    """A form among others of one page: its ids are its own."""

    def __init__(self, data: Any = None, files: Any = None, **options: Any) -> None:
        super().__init__(data, files, auto_id=f"{type(self).__name__.lower()}_%s", **options)


class CommentForm(PartForm):
    """A comment, and colleagues to mention."""

    text = forms.CharField(
        label=gettext_lazy("Comment"),
        max_length=notes.LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    to = forms.CharField(
        label=gettext_lazy("Mention"),
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"list": "colleagues", "autocomplete": "off"}),
        help_text=gettext_lazy("@name, here or in the text; several with blanks between them"),
    )

    def clean_to(self) -> list[str]:
        names = [name.lstrip("@") for name in self.cleaned_data["to"].split()]
        unknown = sorted(set(names) - notes.known_names())
        if unknown:
            raise forms.ValidationError(
                _("No colleague is called %(name)s. Choose one from the list.")
                % {"name": ", ".join(unknown)}
            )
        return names

    def words(self) -> str:
        """The text, led by the colleagues it does not mention itself."""
        text: str = self.cleaned_data["text"]
        names = self.cleaned_data["to"]
        said = {name for _start, _end, name in notes.mentions_in(text, set(names))}
        lead = [f"@{name}" for name in dict.fromkeys(names) if name not in said]
        return " ".join([*lead, text])


class AttachForm(PartForm):
    """A file to keep with a record."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "PDF, PNG, JPEG, TIFF, DOCX, XLSX, HWP, HWPX or TXT; for the office alone"
        ),
        allow_empty_file=True,
    )


class DocumentField(forms.CharField):
    """A document of the register, by its address or id; completed from the latest ones."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=300, **options)
        self.user: User | None = None
        self.widget.attrs |= {"list": "documents", "autocomplete": "off"}

    def clean(self, value: Any) -> Document | None:
        text = super().clean(value)
        if not text:
            return None
        found = PUBLIC_ID.search(text)
        seen = Document.objects.visible_to(self.user) if self.user else Document.objects.none()
        document: Document | None = seen.filter(pk=found[0]).first() if found else None
        if document is None:
            raise forms.ValidationError(
                _("No such document. Copy the address of its page, or choose one from the list.")
            )
        return document


def latest_documents(user: User) -> list[Document]:
    """What a document field offers."""
    return list(Document.objects.visible_to(user).order_by("-pk")[:LATEST])


class TranslationForm(PartForm):
    """Wording in another written form."""

    language = forms.ChoiceField(label=gettext_lazy("Written form"), choices=WrittenForm)
    text = forms.CharField(
        label=gettext_lazy("Translation"), widget=forms.Textarea(attrs={"rows": 3})
    )
    origin = forms.ChoiceField(
        label=gettext_lazy("Origin"), choices=TextOrigin, initial=TextOrigin.HUMAN
    )
    document = DocumentField(
        label=gettext_lazy("Document that prints it"),
        required=False,
        help_text=gettext_lazy("only for a translation printed in a source"),
    )

    def __init__(self, data: Any = None, *, user: User, original: str) -> None:
        super().__init__(data)
        chosen = self.fields["document"]
        assert isinstance(chosen, DocumentField)
        chosen.user = user
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = [choice for choice in WrittenForm.choices if choice[0] != original]
