"""Forms of the desk, by topic."""

from hapjak.desk.forms.addition import AdditionForm, BarForm
from hapjak.desk.forms.corrections import CorrectionForm
from hapjak.desk.forms.kinds import correction_form
from hapjak.desk.forms.upload import UploadForm

__all__ = ["AdditionForm", "BarForm", "CorrectionForm", "UploadForm", "correction_form"]
