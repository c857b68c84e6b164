"""Title, dates, outlet and people of a report, and the lines left as its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hapjak.text.bylines import Byline, read_byline
from hapjak.text.dates import Stamp, date_in_address, parse_date
from hapjak.text.furniture import is_prose
from hapjak.text.names import outlet_and_reporters
from hapjak.text.pages import Kind, Line, Page

LONGEST_TITLE = 120
_SENTENCE_END = re.compile(r"[.。]$")
_WIRE = re.compile(
    r"^(?:[（(])?([\u4e00-\u9fff]{2,6}(?:社|网))[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日(?:电|電|讯|訊)"
)
_ENGLISH_WIRE = re.compile(
    r"^[A-Z][A-Za-z .'-]{1,40}, [A-Z][a-z]{2,8}\.? \d{1,2} \((\w[\w ]{1,30})\)"
)
_LEAD_SIGN = re.compile(
    r"^[(（\[【](?=[^()（）\[\]【】]{0,40}(?:기자|记者|記者|=))[^()（）\[\]【】]{1,60}[)）\]】]"
)
_TAIL_SIGN = re.compile(
    r"[(（\[【][^()（）\[\]【】]{0,12}(?:记者|記者|기자)[^()（）\[\]【】]{0,40}[)）\]】]$"
)


@dataclass(slots=True)
class Credits:
    """What the bylines of a report say, collected in reading order."""

    editors: list[str] = field(default_factory=list)
    reporters: list[str] = field(default_factory=list)
    translators: list[str] = field(default_factory=list)
    origin: str | None = None
    outlet: str | None = None
    dates: list[Stamp] = field(default_factory=list)

    def add(self, byline: Byline) -> None:
        """Take over what is new; what came first stays."""
        self.editors += [name for name in byline.editors if name not in self.editors]
        self.reporters += [name for name in byline.reporters if name not in self.reporters]
        self.translators += [name for name in byline.translators if name not in self.translators]
        self.origin = self.origin or byline.origin
        self.outlet = self.outlet or byline.outlet
        self.dates += byline.dates


@dataclass(frozen=True, slots=True)
class Parts:
    """A page taken apart."""

    title: str | None
    body: tuple[Line, ...]
    captions: tuple[str, ...]
    credits: Credits


def take_apart(page: Page, lines: Sequence[Line], after: Sequence[Line] = ()) -> Parts:
    """Separate title, captions and bylines from the body.

    Args:
        page: The page, for the candidates of its head.
        lines: Its lines without furniture.
        after: Lines after the end of the report; they may name its editors.
    """
    credits = Credits(outlet=page.outlet, origin=page.origin)
    texts = [line for line in lines if line.kind is not Kind.CAPTION]
    captions = tuple(line.text for line in lines if line.kind is Kind.CAPTION)
    body: list[Line] = []
    for line in texts:
        byline = read_byline(line.text)
        if byline is None:
            body.append(line)
        else:
            credits.add(byline)
    for line in body:
        credits.add(_inside(line.text))
    for line in after:
        byline = read_byline(line.text)
        if byline is not None and byline.signs:
            credits.add(byline)
    title, body = _title(page, body)
    credits.reporters += [name for name in page.authors if name not in credits.reporters]
    return Parts(title, tuple(body), captions, credits)


def _inside(text: str) -> Byline:
    """What a paragraph says about its writers in brackets or as a wire's opening."""
    wire = _WIRE.match(text) or _ENGLISH_WIRE.match(text)
    reporters: tuple[str, ...] = ()
    outlet: str | None = None
    for pattern in (_LEAD_SIGN, _TAIL_SIGN):
        if sign := pattern.search(text):
            found, names = outlet_and_reporters(sign[0])
            outlet, reporters = outlet or found, (*reporters, *names)
    return Byline(reporters=reporters, outlet=outlet, origin=wire[1] if wire else None)


def _title(page: Page, body: list[Line]) -> tuple[str | None, list[Line]]:
    """The title, and the body without it.

    A candidate of the head counts; else the first line, unless it is prose
    or the only one.
    """
    if page.titles:
        title = page.titles[0]
        known = {_bare(candidate) for candidate in page.titles}
        return title, [line for line in body if _bare(line.text) not in known]
    if len(body) > 1 and _may_be_title(body[0].text):
        first = _bare(body[0].text)
        return body[0].text, [line for line in body[1:] if _bare(line.text) != first]
    return None, body


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _may_be_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and not _SENTENCE_END.search(text) and not is_prose(text)


def publication(
    page: Page,
    stamps: Iterable[Stamp],
    zone: str | None,
    given: str | None,
    url: str | None,
) -> str | None:
    """The date of publication, as precise as the best source of it.

    The page's own head and bylines count before what the caller says, and
    that before the address. A head and a byline of the same day give the
    more precise of the two.
    """
    heads = [stamp for text in page.dates if (stamp := parse_date(text)) is not None]
    known = [*heads, *stamps]
    if known:
        same_day = [stamp.iso(zone) for stamp in known if stamp.day == known[0].day]
        return max(same_day, key=len)
    if given is not None:
        return given
    return date_in_address(url or page.address or "")
