"""Title, date, bylines, captions and furniture of stored pages; every page here is invented."""

from __future__ import annotations

import pytest

from hapjak.reading.anchors import anchored
from hapjak.text.article import Article
from hapjak.text.captions import is_caption
from hapjak.text.furniture import is_furniture
from hapjak.text.intake import read_article

KO = "청람성 성장 심약천은 12일 운항시에서 운항시장 고회주를 만나 무역 협력을 강화하기로 했다고 밝혔다."
KO2 = "두 지역은 량식 공급을 늘리고 빙설 산업을 함께 발전시키기로 했다고 관계자가 전했다."
ZH = "5月12日，青岚省省长沈若川在云港会见云港市市长高会舟，双方就加强贸易和粮食合作深入交换意见。"
EN = "Qinglan Province and the city of Yungang agreed on 12 May to widen trade in grain and energy."


def page(*lines: str, url: str | None = None) -> Article:
    return read_article("\n".join(lines).encode(), url=url)


@pytest.mark.parametrize(
    "above",
    [
        ["• 즐겨찾기 추가", "닫기"],
        ["搜 索"],
        ["查看原文", "图文"],
        ["시작페지 설정", "로고"],
        ["2025.07.30 (수)", "• 구름많음청람 31.2℃", "• 맑음운항 -2.1℃", "기상청 제공"],
        ["Your current location: Home >> Government >> News"],
        ["资讯|财经|时尚|艺术|运动"],
        ["청람신문 > 국제"],
        ["【메모】【프린트】【창닫기】"],
        ["두 시장이 손을 잡고 있다.(사진=운항시 제공)"],
        ["청람성 성장(오른쪽)과 운항시장"],
        ["沈若川会见高会舟。王一 摄"],
    ],
)
def test_the_title_is_the_first_line_that_is_one(above: list[str]) -> None:
    article = page(*above, "청람성 운항시 협력 새 단계에", KO, KO2)
    assert article.title == "청람성 운항시 협력 새 단계에"
    assert article.text.split("\n") == [KO, KO2]
    assert article.published is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("2023-11-06", "2023-11-06"),
        ("• 2018-06-08 07:34:21", "2018-06-08T07:34:21+08:00"),
        ("2021/7/28", "2021-07-28"),
        ("02.07.2015  19:06", "2015-07-02T19:06+08:00"),  # mirrored pages of Chinese sites
        ("Writer admin Posted at 2010-11-15", "2010-11-15"),
        ("Created 2024-04-24", "2024-04-24"),
        ("2016년 01월 20일 14:42【글자 크게 복원 작게】", "2016-01-20T14:42+08:00"),
        ("2025-02-17 14:52 청람라지오TV넷 청람방송", "2025-02-17T14:52+08:00"),
        ("2017-03-31 청람신문", "2017-03-31"),
        ("Updated: Jul 3, 2019 qinglan.example", "2019-07-03"),
        ("发布时间:2021-05-21 来源:青岚日报", "2021-05-21"),
        ("최종편집:2024-05-01 18:56 (수)", None),  # of the paper, not of the report
        ("2021-02-30", None),
        ("전화 010-12-3456", None),
    ],
)
def test_the_date_of_publication(line: str, published: str | None) -> None:
    article = page("청람성 운항시 협력 새 단계에", line, f"중공청람성위원회 서기는 {KO}", KO2)
    assert article.variety == "ko-CN"
    assert article.published == published


@pytest.mark.parametrize(
    ("above", "published"),
    [
        (["2025.07.30 (수)"], None),  # the day somebody saved the page
        (["2025.07.30", "로그인"], None),
        (["입력 2025.07.30"], "2025-07-30"),
        (["2025.07.30 청람신문"], "2025-07-30"),
        (["2025.07.30"], "2025-07-30"),
    ],
)
def test_a_date_above_the_title(above: list[str], published: str | None) -> None:
    assert page(*above, "청람성 운항시 협력 새 단계에", KO, KO2).published == published


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2018-03/02/c_1.htm", "2018-03-02"),
        ("https://a.example/20180302/1.html", "2018-03-02"),
        ("https://a.example/art/t20180302_99.html", "2018-03-02"),
        ("https://a.example/2021-05/21/content_1.htm", "2021-05-21"),
        ("https://a.example/system/2023/04/18/059.shtml", "2023-04-18"),
        ("https://a.example/art/2017/9/11/art_57.html", "2017-09-11"),
        ("https://a.example/2025/02-17/q1.html", "2025-02-17"),
        ("https://a.example/content/202405/21/content_1.html", "2024-05-21"),
        ("https://a.example/idxno=20181399", None),
        ("https://a.example/board/1311281", None),
    ],
)
def test_a_date_in_the_address(url: str, day: str | None) -> None:
    assert page(KO, KO2, url=url).published == day


@pytest.mark.parametrize(
    ("line", "field", "names"),
    [
        ("(记者 甲乙)", "reporters", ("甲乙",)),
        ("（记者 黄 伟）", "reporters", ("黄伟",)),
        ("记者 李淼 摄影 田为", "reporters", ("李淼", "田为")),
        ("편집/기자: [ 문정아 ] 원고래원: [ 청람일보 ]", "editors", ("문정아",)),
        ("홍길동 기자 hong@haesol.example", "reporters", ("홍길동",)),
        ("编辑:丛欣|一审:于晨|二审:李杰|三审:李明", "editors", ("丛欣",)),
        ("责编：高御", "editors", ("高御",)),
        ("편역: 장성복", "translators", ("장성복",)),
        ("翻译：王一", "translators", ("王一",)),
        ("By Han Mirae", "reporters", ("Han Mirae",)),
        ("新闻录入:青岚网    责任编辑:王二", "editors", ("王二",)),
    ],
)  # fmt: skip
def test_bylines_name_people_and_are_no_text(line: str, field: str, names: tuple[str, ...]) -> None:
    article = page("청람성 운항시 협력 새 단계에", KO, KO2, line)
    assert getattr(article, field) == names
    assert article.text.split("\n") == [KO, KO2]


@pytest.mark.parametrize(
    ("line", "origin", "outlet"),
    [
        ("来源：青岚日报", "青岚日报", None),
        ("Source: Qinglan Daily", "Qinglan Daily", None),
        ("출처: 청람일보", "청람일보", None),
        ("转自：云港发布", "云港发布", None),
        ("【报纸名称】:青岚日报", "青岚日报", None),
        ("/해솔뉴스", "해솔뉴스", None),
        ("青岚日报 第一要闻 00001 省长会见客人 2010-06-24", None, "青岚日报"),
    ],
)
def test_where_it_was_taken_from(line: str, origin: str | None, outlet: str | None) -> None:
    article = page("청람성 운항시 협력 새 단계에", KO, KO2, line)
    assert (article.origin, article.outlet) == (origin, outlet)
    assert article.text.split("\n") == [KO, KO2]


@pytest.mark.parametrize(
    ("lead", "reporter", "outlet"),
    [
        ("(해솔=해솔뉴스) 홍길동 기자 = ", "홍길동", "해솔뉴스"),
        ("[해솔일보=홍길동 기자] ", "홍길동", "해솔일보"),
        ("[해솔뉴스(운항)=홍길동 기자]", "홍길동", None),
    ],
)
def test_a_paragraph_that_opens_with_its_reporter_stays(
    lead: str, reporter: str, outlet: str | None
) -> None:
    article = page("청람성 운항시 협력 새 단계에", lead + KO, KO2)
    assert article.reporters == (reporter,)
    assert article.outlet == outlet
    assert article.text.startswith(lead.strip())


def test_a_label_and_its_value_on_two_lines() -> None:
    article = page(
        "沈若川会见高会舟",
        "来源:",
        "青岚日报",
        ZH,
        ZH[:30] + "一行。",
        "标签:",
        "云港;青岚;合作",
        "责任编辑:",
        "王二",
    )
    assert (article.origin, article.editors) == ("青岚日报", ("王二",))
    assert article.text.split("\n") == [ZH, ZH[:30] + "一行。"]


@pytest.mark.parametrize(
    "below",
    [
        "댓글을 작성하려면로그인해주세요.",
        "※ 아래 경우에는 고지 없이 삭제하겠습니다.",
        "[필수입력] 닉네임",
        "验证码: captcha",
        "热门跟贴",
        "이 기사를 공유하세요.",
        "[Print] [Close]",
        "저작권자 ⓒ 해솔뉴스 무단전재 및 재배포 금지",
        "ⓒ 해솔뉴스",
        "为您推荐",
        "免责声明:文章内容不代表本站立场",
        "클릭 수: 318",
    ],
)
def test_what_follows_the_report_is_left_out(below: str) -> None:
    assert page("청람성 운항시 협력 새 단계에", KO, KO2, below).text.split("\n") == [KO, KO2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会谈现场。王一二 摄", True),
        ("图为会谈现场", True),
        ("Wang Yi (R) and Ann Lee (L) [Photo by Han Mirae/Qinglan Daily]", True),
        ("두 시장이 악수하고 있다. /사진=운항시", True),
        (f"{KO}(사진=운항시 제공)", True),
        (KO, False),
        ("省政府秘书长王一参加会见。 (记者 李二 摄影 赵三)", False),
        ("사진전은 12일 운항에서 열린다.", False),
        ("좌담회에는 성장(왼쪽 자리)이 참석했다고 한다.", False),
    ],
)
def test_captions(text: str, expected: bool) -> None:
    assert is_caption(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-07-28", False),
        ("- 3 -", True),
        ("홈 > 시정 > 소식", True),
        ("맑음 31.2℃", True),
        ("기온은 12일 낮 31.2℃까지 오르겠다.", False),
        ("무역|투자 협력을 강화하기로 했다.", False),
    ],
)
def test_furniture(text: str, expected: bool) -> None:
    assert is_furniture(text) is expected


@pytest.mark.parametrize(
    ("text", "variety"),
    [
        ("호남성과 한국 도시들의 력사와 문화 교류를 넓혀가기로 했다고 회장이 밝혔다.", "ko-CN"),
        (
            "제주도의회와 상해시위원회, 상해시는 양 기관의 우의를 확인했다. 상해시는 내년에 답방한다.",
            "ko-KR",
        ),
        ("라디오와 로봇, 레저와 리더십 분야에서 교류하기로 했다고 회장이 밝혔다.", "ko-KR"),
    ],
)
def test_varieties_of_korean(text: str, variety: str) -> None:
    assert page(text).variety == variety


def test_gold_follows_its_words_when_furniture_is_left_out() -> None:
    old = f"홈\n{KO}\n가\n{KO2} 협력을 넓힌다. 협력을 넓힌다."
    new = f"{KO}\n{KO2} 협력을 넓힌다. 협력을 넓힌다."
    start = old.rindex("협력을 넓힌다.")
    quoted = {"start": start, "end": start + 8, "quote": "협력을 넓힌다."}
    gone = {"start": 0, "end": 1, "quote": "홈"}
    gold = {
        "document": {"text": old},
        "meetings": [],
        "commitments": [quoted, gone],
        "people": [{"spans": [[old.index("심약천"), old.index("심약천") + 3]]}],
    }
    moved = anchored(gold, new)
    assert moved["commitments"][0]["start"] == new.rindex("협력을 넓힌다.")
    assert moved["commitments"][1]["start"] > len(new)
    assert new[slice(*moved["people"][0]["spans"][0])] == "심약천"
    assert anchored({**gold, "document": {"text": new}}, new)["commitments"][0] is quoted
