"""Bylines: who wrote, edited and translated a report, where it came from, when.

A byline is a short line made of labels (`data/labels.tsv`) and their values,
of a date and an outlet, or of a person with the word for reporter. Prose is
never one, whatever it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from hapjak.text.dates import Stamp, find_dates, parse_date
from hapjak.text.lists import read_list
from hapjak.text.names import is_outlet, outlet_and_reporters, people, plain_value
from hapjak.text.patterns import Anchored

LONGEST = 240  # characters of a byline
_BESIDE_DATE = 12  # characters beside a date that stands alone
_BESIDE_STAMP = 40  # beside a time, or a date with an outlet
_OPEN = r"[】\]］]?\s?(?:[:：∶]|(?=[\[［]))"
_AFTER_BARE = r"(?:\s?[:：∶]|(?=[\[［])|\s)"
_LABEL_MARK = re.compile(r"[:：∶\[［/|ㅣ(（【]")
_LABEL_SIGN = re.compile(r"[\d\s](?:(?<=\d)\s|(?<=\s)(?:Posted|Created|Published|Date)\s)")
_SIGNED_OFF = re.compile(r"^[/／-]\s?(\S{2,16})$")
LONGEST_END = 8  # characters that end a sentence, and a break behind them
_SENTENCE = re.compile(r"(?:[가-힣]다[.。]?|[。！？]|[a-z]{2}\.)[\"'”’」』）)\]]{0,2}$")
_SIGNED_PROSE = re.compile(r".{12}[。！？][\"'”’」』）)\]]{0,2}\s{0,3}[（(\[【]")
_REST = re.compile(r"[^\w]+")


class Byline(Struct, frozen=True):
    """What one byline says. `dates` are of publication, `changed` of a later change."""

    editors: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    origin: str | None = None
    outlet: str | None = None
    dates: tuple[Stamp, ...] = ()
    changed: tuple[Stamp, ...] = ()

    @property
    def signs(self) -> bool:
        """Whether it signs a report that ended before it, as a headline's date does not."""
        return bool(self.editors or self.translators or self.origin)


class _Field(Struct, frozen=True):
    role: str
    value: str


def read_byline(text: str) -> Byline | None:
    """What a line says as a byline; None when it is none."""
    if len(text) > LONGEST:
        return None
    fields, before = _fields(text) if _may_hold_labels(text) else ([], "")
    if fields:
        if _is_prose(before, fields):
            return None
        return _byline(fields, before)
    return _unlabelled(text)


def _is_prose(before: str, fields: list[_Field]) -> bool:
    if len(before) > 60 or _is_sentence(before.strip()):
        return True
    last = fields[-1].value.strip()
    return any(len(field.value) > 80 for field in fields) or (len(last) > 12 and _is_sentence(last))


def _is_sentence(text: str) -> bool:
    return _SENTENCE.search(text, max(0, len(text) - LONGEST_END)) is not None


@cache
def _label_pattern() -> Anchored:
    """Labels, the longest first, none of them a part of a longer word.

    Chinese runs labels and values together, so a label of Han characters may
    follow any character; others need a sign or a blank before them.
    """
    rows = sorted(read_list("labels.tsv"), key=lambda row: -len(row["label"]))
    labelled = "|".join(_spaced(row["label"]) for row in rows)
    bare = "|".join(_spaced(row["label"]) for row in rows if row["bare"])
    phrases = "|".join(row["label"] for row in rows if row["bare"] and " " in row["label"])
    return Anchored(
        rf"(?:(?P<label>{labelled}){_OPEN}"
        rf"|(?:(?<=^)|(?<=[/|ㅣ(（\[【]\s)|(?<=[/|ㅣ(（\[【])|(?<=\d\s))(?P<bare>{bare}){_AFTER_BARE}"
        rf"|(?<=\s)(?P<phrase>{phrases})\s(?=\d))",
        re.IGNORECASE,
        behind=r"(?<![A-Za-z가-힣])",
    )


def _may_hold_labels(text: str) -> bool:
    """Whether it is worth looking for labels: most lines show at once that it is not."""
    return (
        _LABEL_MARK.search(text) is not None
        or _LABEL_SIGN.search(text) is not None
        or _bare_start().match(text) is not None
    )


@cache
def _bare_start() -> re.Pattern[str]:
    bare = [_spaced(row["label"]) for row in read_list("labels.tsv") if row["bare"]]
    return re.compile("|".join(sorted(bare, key=len, reverse=True)), re.IGNORECASE)


def _spaced(label: str) -> str:
    """A label as printed, with the blanks that pages put inside short ones (来 源)."""
    return (
        r"\s?".join(re.escape(char) for char in label if char != " ")
        if not label.isascii()
        else re.escape(label)
    )


@cache
def _roles() -> dict[str, str]:
    return {_key(row["label"]): row["role"] for row in read_list("labels.tsv")}


def _key(label: str) -> str:
    return "".join(label.split()).casefold()


def _fields(text: str) -> tuple[list[_Field], str]:
    """Labelled values in order, and what stands before the first label."""
    matches = list(_label_pattern().finditer(text))
    fields: list[_Field] = []
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends[: len(matches)], strict=True):
        role = _roles()[_key(match["label"] or match["bare"] or match["phrase"])]
        fields.append(_Field(role, text[match.end() : end]))
    return fields, text[: matches[0].start()] if matches else ""


def _byline(fields: Iterable[_Field], before: str) -> Byline | None:
    held: dict[str, list[str]] = {}
    dates: list[Stamp] = []
    changed: list[Stamp] = []
    origin: str | None = None
    for field in fields:
        stamps = find_dates(field.value)
        if field.role == "published":
            stamp = parse_date(field.value.strip(" []［］:："))
            dates += [stamp] if stamp else []
        elif field.role == "modified":
            changed += stamps
        elif field.role == "origin":
            origin = origin or plain_value(field.value)
            dates += stamps
        elif field.role in {"editor", "reporter", "translator"}:
            held.setdefault(field.role, []).extend(people(field.value))
            dates += stamps
    dates = [*find_dates(before), *dates] if before else dates
    _, writers = outlet_and_reporters(before)
    return Byline(
        editors=_unique(held.get("editor", [])),
        reporters=_unique([*writers, *held.get("reporter", [])]),
        translators=_unique(held.get("translator", [])),
        origin=origin,
        dates=tuple(dates),
        changed=tuple(changed),
    )


def _unlabelled(text: str) -> Byline | None:
    """A date with little beside it, or a reporter with an outlet or a mailbox.

    A paragraph signed in brackets at its end (…。（记者 甲乙）) is prose.
    """
    if _is_sentence(text) or _SIGNED_PROSE.search(text):
        return None
    outlet, reporters = outlet_and_reporters(text)
    if reporters:
        return Byline(reporters=reporters, outlet=outlet, dates=tuple(find_dates(text)))
    if (agency := _SIGNED_OFF.match(text)) and is_outlet(agency[1]):
        return Byline(origin=agency[1])
    stamps = find_dates(text) or [stamp for stamp in (parse_date(text),) if stamp]
    if not stamps:
        return None
    rest = text
    for stamp in reversed(stamps):
        rest = rest[: stamp.start] + " " + rest[stamp.end :]
    rest = _REST.sub(" ", rest).strip()
    outlets = [word for word in rest.split() if is_outlet(word)]
    if len(rest) <= (_BESIDE_STAMP if outlets or _is_stamp(stamps[0], text) else _BESIDE_DATE):
        return Byline(outlet=outlets[0] if outlets else None, dates=tuple(stamps))
    return None


def _is_stamp(stamp: Stamp, text: str) -> bool:
    """Whether a date is printed as machines do, not as sentences and headlines do."""
    written = text[stamp.start : stamp.end]
    return stamp.clock is not None or not re.search(r"[年년月월A-Za-z]", written)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
