"""Tags and text of an HTML source in order, in one linear pass.

A tree would lose where its text stood, and building one by the standard is
quadratic on some input (thousands of open elements, attributes by the
thousand). What is needed is less than a tree: the order of tags and text.
Comments, scripts and other elements whose content is no markup are cut out
first, so that one pattern can split the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

Attributes = dict[str, str]

_RAW_NAMES = ("script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noembed")
_RAW_START = re.compile(
    rf"<(?:!--|(?P<name>{'|'.join(_RAW_NAMES)}|noframes)(?=[\s/>]))", re.IGNORECASE
)
_RAW_ENDS = {name: re.compile(rf"</(?i:{name})(?=[\s/>])") for name in (*_RAW_NAMES, "noframes")}
_COMMENT_END = re.compile(r"--!?>")
# A quoted value may hold `>` if it is not too long. A tag that is odd ends at the next sign.
_TAG = re.compile(
    r"<(?:(/?[A-Za-z][^\s/<>]*)"
    r"((?:[^<>=]++|=\s*+(?:\"[^\"]{0,1500}+\"|'[^']{0,1500}+')?+){0,100}+>|[^<>]*+>?)"
    r"|([!?/][^<>]*+>?))"
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]++)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]++)))?")
_NUMERIC = r"&\#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,8});?"
_REFERENCE = re.compile(rf"{_NUMERIC}|&[A-Za-z][A-Za-z0-9]{{1,31}};?")
LONGEST_TAG = 6000  # characters of attributes that are looked at
_KEPT = frozenset(["title", "script", "style"])


class Raw(NamedTuple):
    """An element whose content is no markup: a title, a script, a style sheet."""

    name: str
    attributes: str
    content: str


@dataclass(slots=True)
class Source:
    """An HTML source cut into stretches of markup, and what was cut out of it."""

    text: str
    stretches: list[tuple[int, int]] = field(default_factory=list)
    raw: list[Raw] = field(default_factory=list)


def cut(text: str) -> Source:
    """Find comments and raw elements; what is between them is markup."""
    source = Source(text)
    done = 0
    while (match := _RAW_START.search(text, done)) is not None:
        source.stretches.append((done, match.start()))
        if match["name"] is None:
            end = _COMMENT_END.search(text, match.end() - 2)
            done = len(text) if end is None else end.end()
            continue
        done = _cut_raw(source, match["name"].lower(), match.end())
    source.stretches.append((done, len(text)))
    return source


def _cut_raw(source: Source, name: str, start: int) -> int:
    """Take one raw element and return where markup goes on."""
    text = source.text
    opened = text.find(">", start)
    if opened < 0:
        return len(text)
    end = _RAW_ENDS[name].search(text, opened)
    end_at = len(text) if end is None else end.start()
    if name in _KEPT:
        source.raw.append(Raw(name, text[start:opened], text[opened + 1 : end_at]))
    after = text.find(">", end_at)
    return len(text) if after < 0 else after + 1


def split(stretch: str) -> tuple[Iterator[tuple[str, str | None, str, str]], str]:
    """Text, name, attributes and oddity of each tag, and the text after the last.

    A name is as written, with `/` before it for an end tag, and None where an
    oddity stands instead (a declaration). `<`, name and attributes, or `<` and
    oddity, are all that stands between two texts: places can be counted on.
    """
    parts = _TAG.split(stretch)
    return zip(parts[0:-1:4], parts[1::4], parts[2::4], parts[3::4], strict=True), parts[-1]


def read_attributes(written: str) -> Attributes:
    """Attributes of a tag by lower-case name; the first of a name counts."""
    found: Attributes = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written[:LONGEST_TAG]):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


def resolve(text: str, place: int) -> Iterator[tuple[str, int]]:
    """Text with its character references read, piece by piece, each with its place."""
    done = 0
    for match in _REFERENCE.finditer(text):
        character = unescape(match[0])
        if character == match[0]:
            continue
        if match.start() > done:
            yield text[done : match.start()], place + done
        done = match.end()
        yield from ((char, place + match.start()) for char in character)
    if done < len(text):
        yield text[done:], place + done
