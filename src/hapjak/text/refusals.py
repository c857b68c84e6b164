"""The sentences that refusals carry, one per reason.

They are constant, with named gaps filled from `Refusal.params`, so that the
web part can translate them by the sentence itself.
"""

from __future__ import annotations

from hapjak.text.article import Refusal, RefusalCode

EMPTY = "There is no text in it. Save the page with its text and try again."
TOO_LARGE = "It is larger than %(limit)s MiB. Send the report alone, without attachments."
TOO_MANY_ELEMENTS = (
    "It has more than %(limit)s HTML elements. Save the report as plain text and try again."
)
MEDIA_TYPE = "It is %(kind)s, which is not read yet. Save it as a web page or as plain text."
CHARSET = "Its characters cannot be read. Save it as UTF-8 and try again."
LANGUAGE = "It is neither Korean, Chinese nor English, which are the languages read."
COSTLY = (
    "It takes more than %(seconds)s seconds or %(memory)s MiB to read. "
    "Save the report alone, as plain text, and try again."
)
UNREADABLE = "It could not be opened: %(reason)s. Check the path and try again."

MEBIBYTE = 1024 * 1024


def empty() -> Refusal:
    return Refusal(RefusalCode.EMPTY, EMPTY)


def too_large(limit_bytes: int) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, TOO_LARGE, {"limit": f"{limit_bytes / MEBIBYTE:g}"})


def too_many_elements(limit: int) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, TOO_MANY_ELEMENTS, {"limit": f"{limit:,}"})


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
