"""Places and bodies in Chinese reports, in either script."""

from __future__ import annotations

import re
from collections import Counter

from hapjak.reading import territories
from hapjak.reading.bodies import MOST_PLACES, Bodies, Named
from hapjak.reading.model import OrganisationKind

HAN = r"\u3400-\u9fff"
LEVELS = "自治区|自治州|特别行政区|省|市|道|州"
UNKNOWN = re.compile(
    rf"(?P<base>[{HAN}]{{2}})(?P<level>省|市|道)"
    r"(?=委|人民政府|政府|人大|政协|党政|代表团|领导|商务|副|长|知事|[一-鿿]{2,6}(?:厅|局|委员会)|[与和、，])"
)
NO_BASE = re.compile(
    r"[在赴到至与和同对向由我本各该全两双外以从为于及等会见的了来往经把将是有其这那某一二三四五六七八九十]|城|省|市|直辖|地级"
)
COMPANY = re.compile(rf"[{HAN}A-Za-z0-9]{{2,12}}?(?:股份有限公司|有限公司|集团公司|集团|公司|银行)")
NOT_IN_NAME = re.compile(
    r".*(?:与|和|同|到|在|赴|会见|考察|参观|走访|及|对|向|由|了|等|来自|促成|邀请)"
)
CENTRE = re.compile(
    rf"(?:中共中央|中央|国家)[{HAN}]{{2,10}}?(?:部|委员会|总局|局)(?=副?部?[长主书])"
)
MEDIA = re.compile(rf"[{HAN}]{{2,6}}(?:日报|晚报)社?")


class ChineseBodies(Bodies):
    """The bodies of a Chinese text."""

    def __init__(self, text: str) -> None:
        super().__init__(text, find_places(text), base_of)

    def key_of(self, name: str) -> str:
        """One key for a body's spellings: 中共甲省委员会, 甲省委."""
        plain = name.removeprefix("中共")
        return re.sub(r"(?<=[省市道州区])委员会$", "委", plain)

    def scan(self) -> list[Named]:
        found = [*self._of_places()]
        for pattern, kind in (
            (CENTRE, OrganisationKind.PARTY),
            (MEDIA, OrganisationKind.MEDIA),
        ):
            for match in pattern.finditer(self.text):
                found.append(Named(*match.span(), self.body(match[0], kind, None)))
        for match in COMPANY.finditer(self.text):
            cut = NOT_IN_NAME.match(match[0])
            start = match.start() + (cut.end() if cut else 0)
            if match.end() - start > 3:
                name = self.text[start : match.end()]
                place = next((b for b in self.short_names() if name.startswith(b)), None)
                body = self.body(name, OrganisationKind.COMPANY, place)
                found.append(Named(start, match.end(), body))
        return found

    def _of_places(self) -> list[Named]:
        if not self.places:
            return []
        names = "|".join(map(re.escape, sorted(self.places, key=len, reverse=True)))
        kinds = (
            (rf"(?:中共)?(?P<p>{names})委(?:员会)?(?!托|员)", OrganisationKind.PARTY),
            (rf"(?P<p>{names})(?:人大常委会|人大|政协)", OrganisationKind.LEGISLATURE),
            (
                rf"(?P<p>{names})(?:人民政府|政府)?[{HAN}]{{2,8}}?(?:厅|局|委员会|办公室)(?=副?[厅局主处])",
                OrganisationKind.GOVERNMENT,
            ),
        )
        found = []
        for pattern, kind in kinds:
            for match in re.finditer(pattern, self.text):
                found.append(Named(*match.span(), self.body(match[0], kind, match["p"])))
        for match in re.finditer(rf"(?P<p>{names})(?:人民政府|政府)?", self.text):
            found.append(Named(*match.span(), self.ensure_government(match["p"])))
        return found


def base_of(place: str) -> str:
    """吉林省 → 吉林."""
    return re.sub(rf"(?:{LEVELS})$", "", place) if len(place) > 2 else place


def find_places(text: str) -> dict[str, str | None]:
    """Full names of places in a text with their codes; None for places of no table."""
    known: dict[str, str | None] = {}
    for form in ("zh-Hans", "zh-Hant"):
        for name, territory in territories.names(form).items():
            if territory.level != "country" and name == territory.names[form] and name in text:
                known[name] = territory.code
            elif name in territory.short[form] and re.search(
                f"{name}(?:省|市)?委|{name}代表团", text
            ):
                known.setdefault(territory.names[form], territory.code)
    counts = Counter(
        match["base"] + match["level"]
        for match in UNKNOWN.finditer(text)
        if not NO_BASE.search(match["base"])
    )
    for name, _ in counts.most_common(MOST_PLACES):
        if name not in known and not any(name in full for full in known):
            known[name] = None
    return known
