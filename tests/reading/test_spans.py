"""Whatever the text, spans quote it, ids resolve and nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hapjak.reading import model
from hapjak.reading.rules import language_reader, read_bytes
from hapjak.text.article import Article

PIECES = {
    "ko": "청람성 운항시 운항 청람 은 는 이 가 을 를 과 와 에서 의 성장 시장 서기 부서기 중공청람성위원회 심약천 "
    "림승원 조명철 사업회담을 가졌다 회담 체결했다 협의 협약 바란다 희망한다 -기로 했다 하고 하며 강화 량식 빙설산업 공급을 "
    "‘운항의 량식’ 《협력기틀협의》 “ ” 첫째, 5월 12일 2024년까지 30만톤 다음과 같이 말했다 운항에 있는 기간 "
    "참가했다 . , \n ( ) 에게 8건의 학습하련다 지도자들인",
    "zh": "青岚省 云港市 青岚 云港 省委书记 市长 、 副书记 林承远 赵明哲 沈若川 举行工作会谈 座谈会 签署 "
    "《合作框架协议》 希望 双方 将 商定 要 建议 指出， 表示， 加强 大米 供应 30万吨 冰雪运动 首先， 第二， 5月12日 2023年底前建成 在云港期间 "
    "参加会谈 ， 。 ； “ ” \n 介绍 出席 集团董事长 就 进行了深入探讨 学习 经验",
    "en": "Qinglan Province Yungang Municipality Qinglan Yungang Governor Mayor "
    "secretary of the CPC Qinglan Provincial Committee Lin Chengyuan Zhao Mingzhe , and . ; held working talks met with signed a framework agreement hoped that will "
    "should agreed to supply rice 30,000 tonnes May 12 by 2025 in During the stay in “ ” \" ' \n He She said First, "
    "attended briefed discussed strengthen exchange build delegation visited",
}  # fmt: skip


def article(text: str, language: str, variety: str) -> Article:
    return Article(
        sha256="",
        media_type="text/plain",
        charset="utf-8",
        language=language,
        variety=variety,
        title=None,
        published="2021-05-13",
        outlet=None,
        origin=None,
        editors=(),
        reporters=(),
        translators=(),
        captions=(),
        text=text,
    )


def check(text: str, language: str, variety: str) -> None:
    facts = language_reader(language).read_facts(article(text, language, variety))
    ids = {fact.id for fact in (*facts.organisations, *facts.people, *facts.meetings)}
    listed = (*facts.organisations, *facts.people, *facts.meetings, *facts.agreements)
    for fact in (*listed, *facts.strategies):
        assert fact.spans
        assert all(0 <= start < end <= len(text) for start, end in fact.spans)
    for quoted in [*facts.commitments, *(t for m in facts.meetings for t in m.topics)]:
        assert text[quoted.start : quoted.end] == quoted.quote != ""
    for person in facts.people:
        assert all(text[start:end] in person.name for start, end in person.spans)
        assert {person.side, *(post.organisation for post in person.posts)} - {None} <= ids
    for commitment in facts.commitments:
        assert {commitment.speaker, commitment.meeting, *commitment.by} - {None} <= ids
        assert 0 <= commitment.confidence <= 1


@pytest.mark.parametrize(
    ("language", "variety"), [("ko", "ko-CN"), ("ko", "ko-KR"), ("zh", "zh-Hans"), ("en", "en")]
)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_spans_quote_any_text(language: str, variety: str, data: st.DataObject) -> None:
    words = st.one_of(
        st.sampled_from(PIECES[language].split(" ")), st.text(max_size=4), st.just(" ")
    )
    joint = data.draw(st.sampled_from(["", " "]))
    check(joint.join(data.draw(st.lists(words, max_size=60))), language, variety)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_reading_or_a_refusal(data: bytes) -> None:
    reading = read_bytes(data, "file")
    if isinstance(reading, model.RefusedReading):
        assert reading.refusal.message


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "variety"), [("ko", "ko-CN"), ("ko", "ko-KR"), ("zh", "zh-Hans"), ("en", "en")]
)
@settings(max_examples=1500, deadline=None)
@given(data=st.data())
def test_spans_quote_any_text_at_length(language: str, variety: str, data: st.DataObject) -> None:
    words = st.sampled_from(PIECES[language].split(" "))
    joint = data.draw(st.sampled_from(["", " "]))
    check(joint.join(data.draw(st.lists(words, max_size=200))), language, variety)
