"""Forms of the desk, by topic."""

from hapjak.desk.forms.corrections import CorrectionForm, correction_form
from hapjak.desk.forms.upload import UploadForm

__all__ = ["CorrectionForm", "UploadForm", "correction_form"]
