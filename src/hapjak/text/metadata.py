"""Title, dates, outlet and people of a report, and the lines left as its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec.structs import replace

from hapjak.text.bylines import Byline, read_byline
from hapjak.text.captions import is_caption
from hapjak.text.dates import Stamp, date_in_address, parse_date
from hapjak.text.furniture import is_furniture, is_prose
from hapjak.text.names import outlet_and_reporters
from hapjak.text.pages import Kind, Line, Page

LONGEST_TITLE = 120
MOST_COLUMNS = 5
SECTION = 4  # characters; a first line no longer is the name of a column above the title
_SENTENCE_END = re.compile(r"(?<![.…])[.。]$|^.{40,}다$")
_EDGE_SIGNS = " \t|ㅣ｜·•■□◆◇●○▶▷►☞★☆-–—"
_WEEKDAY = re.compile(
    r"[(（\[]?(?:[월화수목금토일]요일|星期[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?<=[(（\[])[월화수목금토일一二三四五六日](?=[)）\]]))[)）\]]?"
)
_WIRE = re.compile(
    r"^(?:[（(])?([\u4e00-\u9fff]{2,6}(?:社|网))[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日(?:电|電|讯|訊)"
)
_ENGLISH_WIRE = re.compile(
    r"^[A-Z][A-Za-z .'-]{1,40}, [A-Z][a-z]{2,8}\.? \d{1,2} \((\w[\w ]{1,30})\)"
)
_LEAD_SIGN = re.compile(
    r"^[(（\[【](?=[^()（）\[\]【】]{0,40}(?:기자|记者|記者|=))[^()（）\[\]【】]{1,60}[)）\]】]"
)
_AGENCY_SIGN = re.compile(
    r"^(?:\[[^\[\]]{1,40}=\s?[가-힣·\s]{2,14}\s?(?:기자|특파원)\]"
    r"|[(（\[][^()（）\[\]]{1,30}[)）\]]\s?[가-힣]{2,4}(?:\s?·\s?[가-힣]{2,4}){0,3}\s?(?:기자|특파원)\s?=)"
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
    changed: list[Stamp] = field(default_factory=list)

    def add(self, byline: Byline) -> None:
        """Take over what is new; what came first stays."""
        self.editors += [name for name in byline.editors if name not in self.editors]
        self.reporters += [name for name in byline.reporters if name not in self.reporters]
        self.translators += [name for name in byline.translators if name not in self.translators]
        self.origin = self.origin or byline.origin
        self.outlet = self.outlet or byline.outlet
        self.dates += byline.dates
        self.changed += byline.changed


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
    captions: list[str] = []
    body: list[Line] = []
    signed: list[tuple[Line, Byline]] = []
    for line in lines:
        if line.kind is Kind.CAPTION or is_caption(line.text):
            captions.append(line.text)
        elif (byline := read_byline(line.text)) is not None:
            signed.append((line, byline))
        else:
            body.append(line)
    title, report = _title(page, body)
    headline = _headline(page, body, title)
    for line, byline in signed:
        dates_the_page = headline is not None and _dates_the_page(page, line, byline, headline)
        credits.add(replace(byline, dates=()) if dates_the_page else byline)
    for line in report:
        if (inside := _inside(line.text)) is not None:
            credits.add(inside)
    for line in after:
        late = read_byline(line.text)
        if late is not None and late.signs:
            credits.add(late)
    credits.reporters += [name for name in page.authors if name not in credits.reporters]
    return Parts(title, tuple(report), tuple(captions), credits)


def _headline(page: Page, body: Sequence[Line], title: str | None) -> Line | None:
    """The line that was taken as the title; None where the title is the head's."""
    if title is None or page.titles:
        return None
    return next((line for line in body if line.text.strip(_EDGE_SIGNS) == title), None)


def _dates_the_page(page: Page, line: Line, byline: Byline, headline: Line) -> bool:
    """Whether a date is that of the masthead, which is the day somebody saved the page.

    It stands above the headline, with a day of the week and no time, or with
    menus or the weather between them.
    """
    if byline.origin or byline.outlet or byline.editors or byline.reporters or not byline.dates:
        return False
    begin, end = _position(page, line), _position(page, headline)
    if begin > end:
        return False
    if any(is_furniture(between.text) for between in page.lines[begin + 1 : end]):
        return True
    return _WEEKDAY.search(line.text) is not None and byline.dates[0].clock is None


def _position(page: Page, line: Line) -> int:
    """The number of a line of the page; one that took in its value begins as it did."""
    return next(at for at, other in enumerate(page.lines) if line.text.startswith(other.text))


def _inside(text: str) -> Byline | None:
    """What a paragraph says about its writers in brackets or as a wire's opening."""
    wire = _WIRE.match(text) or _ENGLISH_WIRE.match(text)
    signs = list(_signs(text))
    if not wire and not signs:
        return None
    reporters: tuple[str, ...] = ()
    outlet: str | None = None
    for sign in signs:
        found, names = outlet_and_reporters(sign)
        outlet, reporters = outlet or found, (*reporters, *names)
    reporters = tuple(dict.fromkeys(reporters))
    return Byline(reporters=reporters, outlet=outlet, origin=wire[1] if wire else None)


def _signs(text: str) -> Iterator[str]:
    """What stands in brackets at the head of a paragraph, and at its end."""
    if text[:1] in "(（[【":
        for pattern in (_LEAD_SIGN, _AGENCY_SIGN):
            if sign := pattern.match(text):
                yield sign[0]
    if text[-1:] in ")）]】" and (sign := _TAIL_SIGN.search(text)):
        yield sign[0]


def _title(page: Page, body: list[Line]) -> tuple[str | None, list[Line]]:
    """The title, and the body without it.

    A candidate of the head counts; else the first line, unless it is prose
    or the only one.
    """
    if page.titles:
        title = page.titles[0]
        known = {_bare(candidate) for candidate in page.titles}
        return title, [line for line in body if _bare(line.text) not in known]
    columns = 0
    for line, below in pairwise(body[: MOST_COLUMNS + 1]):
        if len(line.text) > SECTION or not _may_be_title(below.text):
            break
        columns += 1
    body = body[columns:]
    if len(body) > 1 and _may_be_title(body[0].text):
        first = _bare(body[0].text)
        title = body[0].text.strip(_EDGE_SIGNS)
        return title, [line for line in body[1:] if _bare(line.text) != first]
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
    changed: Sequence[Stamp] = (),
) -> str | None:
    """The date of publication, as precise as the best source of it.

    The page's own head and bylines count before what the caller says, and
    that before the address; the date of a change is better than none. A head and a byline of the same day give the
    more precise of the two.
    """
    heads = [stamp for text in page.dates if (stamp := parse_date(text)) is not None]
    known = [*heads, *stamps]
    if known:
        same_day = [stamp.iso(zone) for stamp in known if stamp.day == known[0].day]
        return max(same_day, key=len)
    if given is not None:
        return given
    day = date_in_address(url or page.address or "")
    return day if day is not None or not changed else changed[0].iso(zone)
