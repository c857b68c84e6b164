"""Bytes to `Article`: the one door through which documents come in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from hapjak.text import refusals
from hapjak.text.article import Article
from hapjak.text.dates import parse_date
from hapjak.text.files import open_file
from hapjak.text.furniture import without_end_mark, without_furniture
from hapjak.text.limits import Limits
from hapjak.text.metadata import publication, take_apart
from hapjak.text.origins import Run
from hapjak.text.pages import Line
from hapjak.text.paragraphs import shift
from hapjak.text.variety import tell_variety

REPEATED = 40  # characters from which a paragraph that came before is a repetition
ZONES = {"ko-CN": "+08:00", "zh-Hans": "+08:00", "zh-Hant": "+08:00", "ko-KR": "+09:00"}
DEFAULT_LIMITS = Limits()


def read_article(
    data: bytes,
    *,
    name: str = "",
    published: str | None = None,
    url: str | None = None,
    language: str = "auto",
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """Read a file into an article.

    Args:
        data: The file as received.
        name: Its name, for a date in it; never for its type.
        published: Date to take where the text says none.
        url: Address to take a date from where neither says one.
        language: `ko`, `zh`, `en`, or `auto` to tell it from the text.
        limits: Bounds beyond which the file is refused.

    Raises:
        Refusal: The file cannot be read; `code` and `message` say why.
        ValueError: `published` is no date, or `language` none of the four.
    """
    _check_call(published, language)
    if len(data) > limits.size_bytes:
        raise refusals.too_large(limits.size_bytes)
    if not data.strip(b" \t\r\n\0"):
        raise refusals.empty()
    file = open_file(data, limits)
    page = file.page
    parts = take_apart(page, *without_furniture(page.lines))
    text, origins = join(parts.body)
    if not text:
        raise refusals.empty()
    variety = tell_variety(f"{parts.title or ''}\n{text}", language)
    credits = parts.credits
    return Article(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=file.media_type,
        charset=file.charset,
        language=variety.language,
        variety=variety.variety,
        title=parts.title,
        published=publication(
            page,
            credits.dates,
            ZONES.get(variety.variety),
            published,
            url or name,
            credits.changed,
        ),
        outlet=credits.outlet,
        origin=credits.origin,
        editors=tuple(credits.editors),
        reporters=tuple(credits.reporters),
        translators=tuple(credits.translators),
        captions=parts.captions,
        text=text,
        url=url or page.address,
        origins=origins,
        blocks=page.blocks,
        hidden=page.hidden,
    )


def _check_call(published: str | None, language: str) -> None:
    if published is not None and parse_date(published) is None:
        raise ValueError(f"not a date: {published!r}")
    if language not in {"auto", "ko", "zh", "en"}:
        raise ValueError(f"not a language: {language!r}")


def join(lines: Sequence[Line]) -> tuple[str, tuple[Run, ...]]:
    """One paragraph a line, repetitions and the end mark left out, with the map."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for line in _once(lines):
        text = without_end_mark(line.text)
        if not text:
            continue
        length += 1 if texts else 0
        runs += shift(_within(line.runs, len(text)), length)
        texts.append(text)
        length += len(text)
    return "\n".join(texts), tuple(runs)


def _within(runs: Iterable[Run], length: int) -> list[Run]:
    return [(at, place, min(size, length - at)) for at, place, size in runs if at < length]


def _once(lines: Sequence[Line]) -> list[Line]:
    """Without a line printed twice in a row, or a long one printed before."""
    kept: list[Line] = []
    seen: set[str] = set()
    for line in lines:
        in_a_row = bool(kept) and kept[-1].text == line.text
        if in_a_row or (len(line.text) >= REPEATED and line.text in seen):
            continue
        seen.add(line.text)
        kept.append(line)
    return kept
