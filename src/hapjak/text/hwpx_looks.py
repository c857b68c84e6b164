"""What the header of a Hancom document says about looks: white, tiny, filled, headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from hapjak.text.office import attribute, is_white, local
from hapjak.text.pages import Kind

SMALLEST = 100  # hundredths of a point
_KINDS = {
    "제목": Kind.HEADING,
    "title": Kind.HEADING,
    "개요": Kind.HEADING,
    "outline": Kind.HEADING,
    "캡션": Kind.CAPTION,
    "caption": Kind.CAPTION,
}


@dataclass(frozen=True, slots=True)
class Looks:
    """Ids of the header's entries, by what they do to text.

    `filled` are border fills with a colour or a picture, on which white
    letters are seen.
    """

    white: frozenset[str] = frozenset()
    tiny: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    kinds: dict[str, Kind] = field(default_factory=dict)


def read_looks(root: etree._Element) -> Looks:
    """The looks that a header defines."""
    filled = frozenset(
        _id(element) for element in root.iter("{*}borderFill") if _is_filled(element)
    )
    characters = list(root.iter("{*}charPr"))
    kinds = {
        _id(style): kind for style in root.iter("{*}style") if (kind := _kind(style)) is not None
    }
    return Looks(
        white=frozenset(_id(pr) for pr in characters if _is_unseen(pr, filled)),
        tiny=frozenset(_id(pr) for pr in characters if _height(pr) <= SMALLEST),
        filled=filled,
        titles=frozenset(_id(style) for style in root.iter("{*}style") if _is_title(style)),
        kinds=kinds,
    )


def _id(element: etree._Element) -> str:
    return attribute(element, "id") or ""


def _is_filled(element: etree._Element) -> bool:
    for fill in element.iter("{*}fillBrush"):
        for brush in fill:
            colour = attribute(brush, "faceColor")
            if local(brush) != "winBrush" or (
                colour not in {None, "none"} and not is_white(colour)
            ):
                return True
    return False


def _is_unseen(properties: etree._Element, filled: frozenset[str]) -> bool:
    """White letters with no colour behind them."""
    shade = attribute(properties, "shadeColor")
    shaded = shade not in {None, "none"} and not is_white(shade)
    behind = attribute(properties, "borderFillIDRef") in filled
    return is_white(attribute(properties, "textColor")) and not shaded and not behind


def _height(properties: etree._Element) -> int:
    height = attribute(properties, "height") or ""
    return int(height) if height.isdecimal() and len(height) < 9 else SMALLEST + 1


def _names(style: etree._Element) -> list[str]:
    return [(attribute(style, name) or "").strip().lower() for name in ("name", "engName")]


def _kind(style: etree._Element) -> Kind | None:
    for name in _names(style):
        for word, kind in _KINDS.items():
            if name.startswith(word):
                return kind
    return None


def _is_title(style: etree._Element) -> bool:
    return any(name in {"제목", "title"} for name in _names(style))
