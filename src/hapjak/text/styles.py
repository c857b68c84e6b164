"""What style sheets and style attributes hide.

Only what holds for every reader counts: rules at the top of a sheet whose
selector is a class or an id alone. Rules for print, for narrow windows or
for states are no hiding.
"""

from __future__ import annotations

import re

HIDDEN_STYLE = re.compile(
    r"display\s?:\s?none|visibility\s?:\s?hidden|opacity\s?:\s?0(?:\.0{1,3})?\s?(?:;|!|$)"
    r"|font-size\s?:\s?0(?:px|pt|em|%)?\s?(?:;|!|$)|text-indent\s?:\s?-\d{3,5}|clip\s?:\s?rect\(0|"
    r"(?:left|top)\s?:\s?-\d{3,5}px",
    re.I,
)
_NESTED = re.compile(r"@[^{};]{1,200}\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_RULE = re.compile(
    r"(?:\A|[};]|\*/)\s*+([.#][\w-]{1,80}+(?:\s*+,\s*+[.#][\w-]{1,80}+){0,20})\s*+"
    r"\{([^{}]{0,1000}+)(?=\})"
)
_MOST = 500_000  # characters of style sheets that are looked at


def hidden_names(sheet: str) -> frozenset[str]:
    """Classes (`.name`) and ids (`#name`) that a style sheet never shows."""
    if "none" not in sheet and "hidden" not in sheet:
        return frozenset()
    rules = _RULE.finditer(_NESTED.sub("", sheet[:_MOST]))
    return frozenset(
        name.strip()
        for rule in rules
        if HIDDEN_STYLE.search(rule[2]) is not None
        for name in rule[1].split(",")
    )
