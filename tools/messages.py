"""Catalogues of the interface languages: extract, check, compile.

    python tools/messages.py extract   bring the catalogues up to date with the sources
    python tools/messages.py check     fail if a catalogue lacks a string or a translation
    python tools/messages.py compile   make the binary catalogues Django reads

Works with Babel alone; GNU gettext is not needed. A template is turned into
Python by Django's own `templatize` before Babel reads it.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCES = Path("src/hapjak")
LOCALES = SOURCES / "project" / "locale"
LANGUAGES = {"ko": "ko", "ko_CN": "ko", "zh_Hans": "zh_Hans"}
FALLBACK = {"ko_CN": "ko"}
CALL = re.compile(r"""\b(?:_|n?p?gettext)\((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^()'"])*\)""")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def template_source() -> Catalog:
    """All strings of code and templates."""
    catalog = Catalog(charset="utf-8")
    for path in sorted(SOURCES.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            code = path.read_bytes()
        elif path.suffix in (".html", ".txt") and "templates" in path.parts:
            code = template_calls(path)
        else:
            continue
        for line, function, message, _comments in extract_python(
            BytesIO(code), list(KEYWORDS), [], {}
        ):
            add(catalog, function, message, str(path.relative_to(SOURCES)), line)
    return catalog


def template_calls(path: Path) -> bytes:
    """The gettext calls of a template, one a line: what `templatize` leaves between is no Python."""
    python = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(match[0] for match in CALL.finditer(python)).encode()


def add(catalog: Catalog, function: str, message: object, place: str, line: int) -> None:
    """Put one call's string into the catalogue, with context and plural if it has them."""
    parts = [m for m in (message if isinstance(message, tuple) else (message,)) if m is not None]
    context = parts.pop(0) if function.startswith(("pgettext", "npgettext")) else None
    if not parts or not all(isinstance(part, str) for part in parts):
        return
    plural = len(parts) > 1 and function.startswith(("n",))
    key = (parts[0], parts[1]) if plural else parts[0]
    catalog.add(key, context=context, locations=[(place, line)])


def catalogue(language: str) -> Catalog:
    path = LOCALES / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=LANGUAGES[language], charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGES[language])


def extract() -> int:
    """Bring the catalogues up to date. What is no longer used goes away."""
    source = template_source()
    for language in LANGUAGES:
        current = catalogue(language)
        current.update(source, no_fuzzy_matching=True)
        current.obsolete.clear()
        path = LOCALES / language / "LC_MESSAGES" / "django.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, current, sort_output=True, no_location=True, omit_header=False)
    return 0


def untranslated(language: str, source: Catalog) -> list[str]:
    """Strings of the source that a catalogue has no translation for."""
    current = catalogue(language)
    missing = []
    for message in source:
        if not message.id:
            continue
        known = current.get(message.id, context=message.context)
        texts = known.string if known is not None else ""
        if not (all(texts) if isinstance(texts, tuple | list) else texts):
            missing.append(str(message.id))
    return missing


def check() -> int:
    """Name every string without a translation. ko-CN falls back to ko."""
    source = template_source()
    faults = 0
    for language in LANGUAGES.keys() - FALLBACK.keys():
        for text in untranslated(language, source):
            print(f"{language}: no translation of {text!r}")
            faults += 1
    return 1 if faults else 0


def completed(language: str) -> Catalog:
    """A catalogue with the gaps filled from the language it falls back to."""
    current = catalogue(language)
    for message in catalogue(FALLBACK[language]) if language in FALLBACK else ():
        own = current.get(message.id, context=message.context)
        if own and not any(own.string):
            own.string = message.string
    return current


def compile_all() -> int:
    for language in LANGUAGES:
        path = LOCALES / language / "LC_MESSAGES" / "django.po"
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, completed(language))
    return 0


if __name__ == "__main__":
    commands = {"extract": extract, "check": check, "compile": compile_all}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    sys.exit(commands[sys.argv[1]]())
