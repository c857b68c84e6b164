"""Every refusal code is described, and people get a sentence for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hapjak.desk.intake import REFUSALS
from hapjak.text.article import RefusalCode

PAGE = Path(__file__).parents[2] / "docs" / "reader.md"


@pytest.mark.parametrize("code", RefusalCode)
def test_a_code_has_a_line_in_the_documentation_and_a_sentence_at_the_desk(
    code: RefusalCode,
) -> None:
    assert f"\n| `{code}` | " in PAGE.read_text(encoding="utf-8")
    assert str(REFUSALS[code]).endswith(".")
