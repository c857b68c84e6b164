"""How often the forms of a PDF would be painted, before PDFium paints any.

A form may show other forms, each several times: twenty levels of twenty are
more than any computer counts. The dictionaries are looked at as they stand
in the file, with one step of reference for the resources; what hides deeper
is bounded by the process that reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hapjak.text import refusals
from hapjak.text.limits import Limits

MOST_PAINTED = 100_000
_DEEPEST = 40
_REFERENCE = re.compile(rb"(\d{1,7})\s+\d{1,5}\s+R\b")
_RESOURCES = re.compile(rb"/Resources\s{0,3}(\d{1,7})\s+\d{1,5}\s+R\b")
_CONTENTS = re.compile(rb"/Contents\s{0,3}\[[^\]/]*+")
_NUMBER = re.compile(rb"(\d{1,7})\s+\d{1,5}\s+obj\b")


@dataclass(frozen=True, slots=True)
class Painted:
    """A stream: the number of its object, its dictionary, how often it shows something."""

    number: int
    dictionary: bytes
    shows: int


def check_forms(data: bytes, streams: Iterable[Painted], limits: Limits) -> None:
    """Refuse a file whose forms multiply, or whose pages repeat one content many times.

    Raises:
        Refusal: `too_large`.
    """
    for match in _CONTENTS.finditer(data):
        used = _REFERENCE.findall(match[0])
        if len(used) > 16 + 4 * len(set(used)):
            raise refusals.unpacks_too_large(limits.unpacked_bytes)
    forms: dict[int, Painted] = {}
    for stream in streams:
        known = forms.get(stream.number)
        if stream.shows and (known is None or known.shows < stream.shows):
            forms[stream.number] = stream
    if not forms:
        return
    everything = set(forms)
    inside = {number: _shown(data, form, everything) for number, form in forms.items()}
    costs = dict.fromkeys(forms, 1)
    for _ in range(_DEEPEST):
        costs = {
            number: 1 + form.shows * max((costs[child] for child in inside[number]), default=0)
            for number, form in forms.items()
        }
        if max(costs.values()) > MOST_PAINTED:
            raise refusals.unpacks_too_large(limits.unpacked_bytes)


def _shown(data: bytes, form: Painted, everything: set[int]) -> set[int]:
    """The forms that a form may show: those its dictionary or its resources refer to.

    One that names no resources of that kind shows those of its page, which may be any.
    """
    text = form.dictionary
    if (named := _RESOURCES.search(text)) is not None:
        at = data.find(b"\n%s 0 obj" % named[1])
        text += data[at : at + 4000].partition(b"endobj")[0] if at >= 0 else b""
    if b"/Form" in text and b"/XObject <" not in text and b"/XObject<" not in text:
        return everything
    return everything & {int(number) for number in _REFERENCE.findall(text)}


def number_of(head: bytes) -> tuple[int, bytes]:
    """The number of the object that a stream's head belongs to, and its dictionary."""
    begun = list(_NUMBER.finditer(head))
    return (int(begun[-1][1]), head[begun[-1].end() :]) if begun else (-1, head)
