"""The sentences that refusals carry, one per reason.

They are constant, with named gaps filled from `Refusal.params`, so that the
web part can translate them by the sentence itself.
"""

from __future__ import annotations

from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.limits import MEBIBYTE

EMPTY = "There is no text in it. Save the page with its text and try again."
NO_TEXT = (
    "Its pages hold pictures and no text that can be seen. Send the document it was printed"
    " from, or run text recognition and save the result as plain text."
)
TOO_LARGE = "It is larger than %(limit)s MiB. Send the report alone, without attachments."
UNPACKS_TOO_LARGE = (
    "It would unpack to more than %(limit)s MiB or is packed suspiciously tight."
    " Save the report as a new file and try again."
)
TOO_MANY_PARTS = (
    "It is packed from more than %(limit)s parts. Save the report as a new file and try again."
)
TOO_MANY_ELEMENTS = (
    "It has more than %(limit)s elements. Save the report as plain text and try again."
)
TOO_MANY_PAGES = "It has more than %(limit)s pages. Send the pages of the report alone."
TOO_MANY_CHARACTERS = "It has more than %(limit)s characters. Send the pages of the report alone."
MEDIA_TYPE = (
    "It is %(kind)s, which is not read. Save it as a web page, PDF, DOCX, HWPX or plain text."
)
CHARSET = "Its characters cannot be read. Save it as UTF-8 and try again."
LANGUAGE = "It is neither Korean, Chinese nor English, which are the languages read."
COSTLY = (
    "It takes more than %(seconds)s seconds or %(memory)s MiB to read. "
    "Save the report alone, as plain text, and try again."
)
UNREADABLE = "It could not be opened: %(reason)s. Check the path and try again."
ENCRYPTED = "It is locked with a password. Save it without one and try again."
DAMAGED = "It is damaged or not made as its kind asks. Save it anew and try again."


def empty() -> Refusal:
    return Refusal(RefusalCode.EMPTY, EMPTY)


def no_text() -> Refusal:
    return Refusal(RefusalCode.NO_TEXT, NO_TEXT)


def too_large(limit_bytes: int) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, TOO_LARGE, {"limit": f"{limit_bytes / MEBIBYTE:g}"})


def unpacks_too_large(limit_bytes: int) -> Refusal:
    return Refusal(
        RefusalCode.TOO_LARGE, UNPACKS_TOO_LARGE, {"limit": f"{limit_bytes / MEBIBYTE:g}"}
    )


def too_many_parts(limit: int) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, TOO_MANY_PARTS, {"limit": f"{limit:,}"})


def too_many_elements(limit: int) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, TOO_MANY_ELEMENTS, {"limit": f"{limit:,}"})


def too_many_pages(limit: int) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, TOO_MANY_PAGES, {"limit": f"{limit:,}"})


def too_many_characters(limit: int) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, TOO_MANY_CHARACTERS, {"limit": f"{limit:,}"})


def media_type(kind: str) -> Refusal:
    return Refusal(RefusalCode.MEDIA_TYPE, MEDIA_TYPE, {"kind": kind})


def charset() -> Refusal:
    return Refusal(RefusalCode.CHARSET, CHARSET)


def language() -> Refusal:
    return Refusal(RefusalCode.LANGUAGE, LANGUAGE)


def costly(seconds: float, memory_bytes: int) -> Refusal:
    bounds = {"seconds": f"{seconds:g}", "memory": f"{memory_bytes / MEBIBYTE:g}"}
    return Refusal(RefusalCode.COSTLY, COSTLY, bounds)


def unreadable(reason: str) -> Refusal:
    return Refusal(RefusalCode.UNREADABLE, UNREADABLE, {"reason": reason})


def encrypted() -> Refusal:
    return Refusal(RefusalCode.ENCRYPTED, ENCRYPTED)


def damaged() -> Refusal:
    return Refusal(RefusalCode.DAMAGED, DAMAGED)
