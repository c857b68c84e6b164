"""Bylines, and paragraphs of prose that only bear one."""

from __future__ import annotations

import pytest

from hapjak.text.bylines import read_byline


@pytest.mark.parametrize(
    "text",
    [
        "座谈会上，两省签订了旅游合作协议。（记者 甲一 乙二）",
        "省政府秘书长王一参加会见。 (记者 李二 摄影 赵三)",
    ],
)
def test_a_paragraph_signed_in_brackets_is_prose(text):
    assert read_byline(text) is None


def test_a_line_of_a_reporter_alone_is_a_byline():
    byline = read_byline("（记者 李二川）")
    assert byline is not None
    assert byline.reporters == ("李二川",)
