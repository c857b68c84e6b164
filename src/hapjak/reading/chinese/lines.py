"""Clauses of a Chinese sentence that carry an object of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hapjak.reading.bodies import Bodies
from hapjak.reading.chinese.cues import CUES
from hapjak.reading.chinese.turns import ORDINAL
from hapjak.reading.lines import LineCues, Lines, Said
from hapjak.reading.tables import read_table

LINE_CUES = LineCues(
    slogan=re.compile(r"感谢|欢迎|祝贺|贯彻|重要讲话|指示精神|思想|成就|评价|敬意|学习"),
    concrete=re.compile(r"机制|模式|升级版|样板|典范|协议|备忘录|会议|示范"),
    named=re.compile(r"“([^“”]{2,30})”|《([^《》]{2,40})》"),
    leading=re.compile(
        r"(?:[，；、：,;:\s]|并且|同时|特别是|另外|此外|双方|两地|首先|其次|最后|还要|还|并(?=[^购]))"
    ),
    both=re.compile(r"双方|两地|共同|联合|携手|互派|互设|互送|相互|共建"),
    until=re.compile(r"(?:底)?(?:前|之前|以前|年内)"),
    until_before=re.compile(r"(?:到|至|在)$"),
    occasion=re.compile(r"以[^，]{2,24}为(?:契机|抓手|牵引|重点)，?"),
    means=re.compile(r"(?!)"),
)
PREFIX = re.compile(
    r"[，；、\s]*(?:围绕|聚焦|立足|依托|发挥|利用|抓住|在|以|从|就|按照|通过).*(?:领域|方面|契机|优势|机遇|基础上?|作用)$"
)
FINISH = re.compile(
    r"[，\s]*(?:力争|确保)?(?:到|于|在)?\d{4}年[^，]{0,8}(?:建成|完成|投产|开通|投入使用|实现)。?$"
)
END = re.compile(r"[，；,;。]")


@cache
def actions() -> re.Pattern[str]:
    words = [row["word"] for row in read_table("words.zh.tsv") if row["list"] == "action"]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


class ChineseLines(Lines):
    """Lines of a Chinese text."""

    def __init__(self, bodies: Bodies, published: str | None) -> None:
        super().__init__(bodies, "zh-Hans", published, CUES, LINE_CUES)

    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        """Each part with a verb of its own; what leads to a verb belongs to its part."""
        ordinal = ORDINAL.match(self.text, said.start, said.end)
        begin = ordinal.end() if ordinal else said.start
        pending: tuple[int, int] | None = None
        position = begin
        for stop in [*(m.start() for m in END.finditer(self.text, begin, said.end)), said.end]:
            inner = ORDINAL.match(self.text, position + 1, stop) if position > begin else None
            start = inner.end() if inner else position
            part = self.text[start:stop]
            acts = actions().search(part)
            finishes = FINISH.match(part)
            if pending and acts and not finishes and (inner or not self._leads(pending)):
                yield pending
                pending = None
            pending = (pending[0] if pending else start, stop)
            position = stop
        if pending and pending[1] > pending[0]:
            yield pending

    def _leads(self, part: tuple[int, int]) -> bool:
        """Whether a part only leads to what follows (围绕…，加强…), or says nothing yet."""
        text = self.text[part[0] : part[1]]
        return bool(PREFIX.match(text)) or not actions().search(text)
