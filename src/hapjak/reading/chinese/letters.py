"""Provinces by the one character each goes by: 沪滇合作, 来湘考察, 琼澳两地."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hapjak.reading.tables import read_table


@cache
def letters() -> dict[str, str]:
    """Character → the province (沪 → 上海市)."""
    rows = read_table("provinces.zh.tsv")
    return {letter: row["name"] for row in rows for letter in row["letter"]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    one = f"[{''.join(letters())}]"
    pair = re.compile(
        rf"(?<![{''.join(letters())}]){one}{{2,4}}(?=[两三四][省地市区]|合作|协作|对口|党政|劳务|经贸|产业|交流|联席|联动|高层|扶贫|帮扶"
        r"|联合|工作|农业|文旅|旅游|教育|科技|人才|能源|电力|粮食|产销|商会|商务|交通|卫生|友好|战略|毗邻|一体化|合作区|签|共建|省际|区域|边界)"
    )
    come = re.compile(
        rf"(?:来|赴|抵|访|到|在)(?P<letter>{one})(?=考察|访问|调研|参加|出席|对接|开展|学习|交流|招商|推介|举行|召开|会见|会谈|座谈|，|的|期间|后|工作|投资|参访)"
    )
    return pair, come


def lettered(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where a province stands by its character: place, province, and whether in a pair."""
    pair, come = _patterns()
    for match in pair.finditer(text):
        for at, letter in enumerate(match[0], match.start()):
            yield at, letters()[letter], True
    for match in come.finditer(text):
        yield match.start("letter"), letters()[match["letter"]], False
