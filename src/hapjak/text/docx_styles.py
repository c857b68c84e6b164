"""How Word's styles make runs look: hidden, white, tiny, a title, a caption.

Properties come from the document's defaults, the paragraph style, the
character style and the run itself, the later before the earlier (ECMA-376
part 1, 17.7.2), each style taking over what the style it is based on says.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from hapjak.text.office import attribute, is_white, local
from hapjak.text.pages import Kind

SMALLEST = 2  # half points: letters of one point or less cannot be read
_LONGEST_CHAIN = 20
_OFF = frozenset(["0", "false", "off", "none"])


@dataclass(frozen=True, slots=True)
class Look:
    """What makes text seen or unseen, and what a paragraph is."""

    vanished: bool = False
    tiny: bool = False
    white: bool = False
    shaded: bool = False
    kind: Kind = Kind.TEXT
    is_title: bool = False

    @property
    def hidden(self) -> bool:
        return self.vanished or self.tiny


@dataclass(slots=True)
class Styles:
    """Styles by id, as far as they touch the look; `looks` remembers what was worked out."""

    looks: dict[tuple[str, Look], Look] = field(default_factory=dict)
    default: Look = field(default_factory=Look)
    default_paragraph: str = ""
    elements: dict[str, etree._Element] = field(default_factory=dict)

    def of_paragraph(self, paragraph: etree._Element) -> Look:
        """The look of a paragraph's runs before their own properties."""
        named = paragraph.find("{*}pPr/{*}pStyle")
        name = attribute(named, "val") if named is not None else None
        look = self._named(name or self.default_paragraph, self.default)
        shading = paragraph.find("{*}pPr/{*}shd")
        return _shade(look, shading)

    def of_run(self, run: etree._Element, look: Look) -> Look:
        """The look of a run inside a paragraph of a look."""
        properties = run.find("{*}rPr")
        if properties is None:
            return look
        named = properties.find("{*}rStyle")
        if named is not None:
            look = self._named(attribute(named, "val") or "", look)
        return _with_properties(look, properties)

    def _named(self, name: str, base: Look) -> Look:
        key = name, base
        if key not in self.looks:
            self.looks[key] = self._style(name, base, 0)
        return self.looks[key]

    def _style(self, name: str, base: Look, depth: int) -> Look:
        element = self.elements.get(name)
        if element is None or depth > _LONGEST_CHAIN:
            return base
        parent = element.find("{*}basedOn")
        if parent is not None:
            base = self._style(attribute(parent, "val") or "", base, depth + 1)
        properties = element.find("{*}rPr")
        look = base if properties is None else _with_properties(base, properties)
        look = _shade(look, element.find("{*}pPr/{*}shd"))
        if attribute(element, "type") != "paragraph":
            return look
        kind, is_title = _kind(element)
        return replace(look, kind=kind, is_title=is_title)


def read_styles(root: etree._Element) -> Styles:
    """The styles of a document."""
    styles = Styles()
    defaults = root.find("{*}docDefaults/{*}rPrDefault/{*}rPr")
    if defaults is not None:
        styles.default = _with_properties(styles.default, defaults)
    for element in root.iterfind("{*}style"):
        name = attribute(element, "styleId") or ""
        styles.elements[name] = element
        if attribute(element, "type") == "paragraph" and attribute(element, "default") == "1":
            styles.default_paragraph = name
    return styles


def _kind(style: etree._Element) -> tuple[Kind, bool]:
    named = style.find("{*}name")
    name = (attribute(named, "val") or "").lower() if named is not None else ""
    if name == "title":
        return Kind.HEADING, True
    if name.startswith("heading"):
        return Kind.HEADING, False
    return (Kind.CAPTION, False) if name == "caption" else (Kind.TEXT, False)


def _with_properties(look: Look, properties: etree._Element) -> Look:
    for element in properties:
        name, value = local(element), attribute(element, "val")
        if name == "vanish":
            look = replace(look, vanished=(value or "1").lower() not in _OFF)
        elif name == "color":
            look = replace(look, white=is_white(value))
        elif name == "sz" and value is not None and value.isdecimal() and len(value) < 6:
            look = replace(look, tiny=int(value) <= SMALLEST)
        elif name == "shd":
            look = _shade(look, element)
        elif name == "highlight":
            look = replace(look, shaded=value not in {None, "none", "white"})
    return look


def _shade(look: Look, shading: etree._Element | None) -> Look:
    if shading is None:
        return look
    fill = (attribute(shading, "fill") or "auto").lower()
    solid = attribute(shading, "val") == "solid"
    return replace(look, shaded=solid or fill not in {"auto", "ffffff"})
