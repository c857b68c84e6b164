"""Places of no table, which the text itself shows to be one.

Believed are places that stand before an office (某某市委), behind their country
(意大利某某大区) or that a whole run written by sound names with its level; then
wherever their name is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from hapjak.reading.chinese.words import HAN, begins, sounds, word_pattern
from hapjak.text.patterns import Anchored, occurrences

MOST = 200  # places of no table in one text; more is no report
LEVELS = r"自治区|自治州|自治县|特别行政区|广域市|特别市|直辖市|边疆区|大都市区|都市区|大区|地区|共和国|省|市|县|区|州|盟|旗|道|郡|府|町|村"
OFFICE = r"委|党委|党工委|人民政府|政府|人大|政协|议会|党政|代表团|领导|[副代]?[省市县区州盟旗区]长|知事|议长"
BEFORE_OFFICE = Anchored(
    rf"(?P<level>[省市县区州盟旗道郡町镇乡]|(?<![区社园])区|街道)(?={OFFICE}|[与和、，同将愿])"
)
CERTAIN = re.compile(rf"{OFFICE}|愿")
SOUND = "[" + "".join(sorted(sounds())) + "]{3}"
BY_SOUND = re.compile(
    rf"(?P<level>[省市县区州府郡](?<={SOUND}.)|[大地]区(?<={SOUND}..)"
    rf"|(?:边疆区|共和国)(?<={SOUND}...)|大都市区(?<={SOUND}....))"
)
OF_COUNTRY = re.compile(
    rf"(?P<base>[{HAN}]{{2,8}}?)(?P<level>大都市区|大区|地区|边疆区|共和国|自治州|自治区|特别市|[省市县区州府郡])"
)
WITHIN_COUNTRY = re.compile(r"[各全该在与等的了对将已从赴由及或]|投资|企业|政府|友好|友城|国")
NO_BASE = re.compile(
    r"^(?:全|各|两|我|本|该|外|贵|跨|他|同|多|每|某|此|双|城|都|超|上|夜|门|股|菜|海|开发|新|老|大|街|轨|频|渠|知|报|一|赛|通|轨|空|水|航|管|人)$"
    r"|(?:城|都|超|股|全|各|两|开发|示范|园|社|景|校|厂|特|辖|郊|产|合作|实验|试验|保税|功能|地级|直辖|相关|有关|集聚|核心|先行|行政|自贸|革命老|片|专|街|轨|渠|频|报|知|等|省|市|县|我|本|州|道|友好|友城|年|月|日|沿边|边境|内陆|兄弟|主席|姊妹|自治|副|务|委|常|政|府|代表|一行|出席|[一二三四五六七八九十几数]|地方|中央|沿海|东部|西部|南部|北部|中部|主要|首)$"
)
SAME = r"(?<![共合协大相不会陪随])同(?![济仁样时意志心方一])|(?<=\d[年月日号])"  # 9月12日同某国
NOT_HAN = re.compile(rf"[^{HAN}]")
LEVEL_AT_END = re.compile(rf"(?:{LEVELS})$")
LEFT = 12  # characters before a level in which its name is looked for


def base_of(place: str) -> str:
    """吉林省 → 吉林."""
    base = LEVEL_AT_END.sub("", place)
    return base if len(base) > 1 else place


@cache
def bounds() -> re.Pattern[str]:
    """Words that may stand before a place or a body and are no part of it."""
    return re.compile(f"{word_pattern('before body').pattern}|{SAME}|代表(?![团处大会])")


class Unlisted:
    """Finds places of no table in one text, beside those that are known."""

    def __init__(self, text: str, known: set[tuple[int, int]], abroad: list[int]) -> None:
        """`abroad`: where names of other countries end."""
        self.text = text
        self._starts = {start for start, _ in known}
        self._ends = {end for _, end in known}
        self._abroad = abroad

    def names(self) -> dict[str, None]:
        """The names of places of no table that the text surely tells of."""
        sure: dict[str, None] = {}
        told = (self._before_offices(), self._by_sound(), self._of_countries())
        for names in told:
            for name in names:
                if len(sure) < MOST:
                    sure[name] = None
        return sure

    def printed(self, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
        """Wherever names are printed, in full or without their level."""
        by_word = {base_of(name): name for name in names} | {name: name for name in names}
        if not by_word:
            return
        done = 0
        found = sorted(occurrences(list(by_word), self.text), key=_first_and_longest)
        for word, start, end in found:
            if start >= done:
                done = end
                if start not in self._starts:
                    yield start, end, by_word[word]

    def _before_offices(self) -> Iterator[str]:
        names: dict[str, bool] = {}
        printed_again = cache(lambda name: self.text.count(name) > 1)
        for match in BEFORE_OFFICE.finditer(self.text):
            base = self._base_before(match.start()) if match.end() not in self._ends else None
            if base and len(names) < MOST:
                name = base + match["level"]
                head = self.text.startswith("长", match.end())  # 松山市长: of 松山市 or 松山
                bounded = match.start() - len(base) in self._ends or printed_again(name)
                certain = bounded if head else CERTAIN.match(self.text, match.end()) is not None
                names[name] = names.get(name, False) or certain
        return (name for name, certain in names.items() if certain)

    def _by_sound(self) -> Iterator[str]:
        """与波格拉尼奇内区: three characters and more that are all written by sound."""
        for match in BY_SOUND.finditer(self.text):
            if match.end() in self._ends:
                continue
            base = self._base_before(match.start())
            if base and len(base) > 2 and sounds().issuperset(base):
                yield base + match["level"]

    def _of_countries(self) -> Iterator[str]:
        """缅甸木姐地区: what stands between a country and a level."""
        for end in self._abroad:
            match = OF_COUNTRY.match(self.text, end)
            if match is None or end in self._starts or WITHIN_COUNTRY.search(match["base"]):
                continue
            base = match["base"]
            short = len(base) <= 4 or sounds().issuperset(base)
            if short and not NO_BASE.search(base) and not bounds().search(base):
                yield match[0]

    def _base_before(self, position: int) -> str | None:
        """The characters before a level, bounded on their left: two to four, more if by sound."""
        words = NOT_HAN.split(self.text[max(0, position - LEFT) : position])[-1]
        begin = position - len(words)
        for end in range(position - 1, begin, -1):
            if end in self._ends:
                begin = end
                break
        for bound in bounds().finditer(words):
            begin = max(begin, position - len(words) + bound.end())
        base = self.text[begin:position].lstrip("年月日号时")
        short = len(base) <= 4 or sounds().issuperset(base)  # 谢斯得罗列茨克
        return base if len(base) > 1 and short and not NO_BASE.search(base) else None


def _first_and_longest(found: tuple[str, int, int]) -> tuple[int, int]:
    return found[1], -found[2]


def has_short(name: str) -> bool:
    """Whether a county goes by its name without the level: 扶余, not 和平 or 新."""
    base = base_of(name)
    return 1 < len(base) < len(name) and begins("no name", base, 0) is None
