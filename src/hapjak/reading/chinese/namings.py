"""How the names of companies, schools, hospitals and zones end in Chinese."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.chinese.words import words
from hapjak.reading.model import OrganisationKind
from hapjak.reading.tables import read_table

NAMING = (
    "公司",
    "集团",
    "银行",
    "大学",
    "学院",
    "研究院",
    "研究所",
    "医院",
    "领事馆",
    "大使馆",
    "协会",
    "旅行社",
    "基金会",
    "联合会",
    "合作社",
    "秘书处",
    "联络办公室",
    "中学",
    "小学",
    "幼儿园",
    "管理委员会",
    "研究中心",
    "商会",
    "学会",
    "促进会",
    "电视台",
    "出版社",
    "友协",
    "分会",
    "港务集团",
    "电力局",
    "议员联盟",
    "新区",
    "开发区",
    "高新区",
    "经开区",
)
ZONES = ("新区", "开发区", "高新区", "经开区")  # bodies behind their place alone
FORM = re.compile(r"(?:集团)?(?:控股|股份)?有限(?:责任)?公司")  # 投资集团|有限公司
TITLED = re.compile(r"《[^》]*$")  # within an instrument's title
GENERAL = re.compile(  # what a name without its country begins with where it says too little
    rf"(?:驻|中国|国家|中央|全国|联邦|高等|最高|大学|学院|医院|附属|教学|中心|银行|公司|集团|协会|商会|{'|'.join(words('department'))})*$|驻"
)
LONGEST_PART = 10  # characters of a further part of a name: 大学|附属医院
NO_NAME = re.compile(
    r"^(?:各|有关|相关|多家|一批|部分|等|该|本|其|两|三|两地|两省|两市|两校|两国|当地|双方|多所|中外|国有|民营|重点|大型|知名|央企|外资|下属|旗下|所属|跨国|龙头|上市|股份|控股|子|分|友好|姊妹|姐妹|兄弟|结对)?(?:企业|公司|集团|银行|大学|学院|医院|研究院|研究所|有限公司|集团公司|股份有限公司|总公司|领事馆|大使馆|总领事馆|旅行社|中学|小学|幼儿园|商会|协会|学会|研究所|研究中心)$"
)


@cache
def namings() -> tuple[list[str], AhoCorasick]:
    """Endings that are bodies' own, as they stand in the table."""
    rows = [row["ending"] for row in read_table("endings.zh.tsv")]
    endings = [ending for ending in rows if ending.endswith(NAMING)]
    return endings, AhoCorasick(endings, matchkind=MatchKind.LeftmostLongest)


@cache
def _endings() -> dict[str, OrganisationKind]:
    return {row["ending"]: OrganisationKind(row["kind"]) for row in read_table("endings.zh.tsv")}


def kind_of(name: str) -> OrganisationKind | None:
    """The kind of body a name's ending tells, the longest ending first."""
    endings = _endings()
    return next((endings[name[i:]] for i in range(len(name)) if name[i:] in endings), None)
