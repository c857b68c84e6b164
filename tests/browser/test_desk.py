"""The desk in Chromium: by keyboard, by mouse, without JavaScript, and readable for all."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from sesame.utils import get_query_string

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import actions, second
from hapjak.desk.models import Arrival, Decision
from hapjak.register.models import Commitment
from tests.conftest import TEXT
from tests.desk.test_counting import REPORT as LONG_REPORT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
UPLOAD = "01HZZZZZZZZZZZZZZZZZZZZZZZ"
WEATHER = "3월 2일 운항시는 흐렸다가 개이겠다. 기온은 20도로 예견된다."


@pytest.fixture
def colleague(db):
    user = User.objects.create_user("colleague")
    Membership.objects.create(user=user, role=Role.REGISTRAR)
    return user


@pytest.fixture
def signed_in(page: Page, live_server, registrar) -> Page:
    sign_in(page, live_server, registrar)
    return page


def sign_in(page: Page, live_server, user) -> None:
    page.goto(live_server.url + reverse("accounts:sign-in-link") + get_query_string(user))


def open_review(page: Page, live_server, reading) -> None:
    page.goto(live_server.url + reverse("desk:review", args=[reading.document_id]))


def test_a_sign_in_link_works_once(page: Page, live_server, registrar):
    link = live_server.url + reverse("accounts:sign-in-link") + get_query_string(registrar)
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbox")
    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_text("was used before or is too old")).to_be_visible()


def test_findings_are_decided_by_keyboard(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    expect(signed_in.locator("article mark")).not_to_have_count(0)
    for _ in range(taken_in.findings.count()):
        if not taken_in.findings.open().exists():
            break
        current = signed_in.locator('.finding[aria-current="true"]')
        key = current.get_attribute("data-key")
        signed_in.keyboard.press("a")
        expect(signed_in.locator(f'.finding[data-key="{key}"].accepted')).to_be_visible()
    assert not taken_in.findings.open().exists()
    assert Commitment.objects.count() == 2


def test_a_rejected_finding_is_reopened_by_key(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    key = signed_in.locator('.finding[aria-current="true"]').get_attribute("data-key")
    signed_in.keyboard.press("r")
    rejected = signed_in.locator(f'.finding[data-key="{key}"].rejected')
    expect(rejected).to_be_visible()
    signed_in.keyboard.press("k")
    signed_in.keyboard.press("u")
    expect(signed_in.locator(f'.finding[data-key="{key}"].open')).to_be_visible()


def test_single_keys_can_be_turned_off(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    signed_in.get_by_label("Single keys").uncheck()
    signed_in.locator("h1").click()
    signed_in.keyboard.press("a")
    signed_in.reload()
    expect(signed_in.get_by_label("Single keys")).not_to_be_checked()
    assert taken_in.findings.filter(decision=Decision.ACCEPTED).count() == 0


def test_words_are_corrected_from_a_selection(signed_in: Page, live_server, taken_in):
    finding = taken_in.findings.get(local_id="c1")
    signed_in.goto(live_server.url + reverse("desk:correct", args=[finding.pk]))
    signed_in.evaluate(
        """() => {
            const line = document.querySelectorAll("article p")[2].firstChild;
            const start = line.data.indexOf("빙설산업 협력");
            document.getSelection().setBaseAndExtent(line, start, line, start + 7);
        }"""
    )
    expect(signed_in.locator("#id_quote")).to_have_value("빙설산업 협력")
    signed_in.get_by_label("Firmness").select_option("intention")
    signed_in.get_by_role("button", name="Save correction").click()
    expect(signed_in.locator('.finding[data-key="c1"]')).to_contain_text("intention")
    finding.refresh_from_db()
    assert finding.data["quote"] == "빙설산업 협력"


def test_words_that_do_not_stand_in_the_text_are_refused(signed_in: Page, live_server, taken_in):
    finding = taken_in.findings.get(local_id="c1")
    signed_in.goto(live_server.url + reverse("desk:correct", args=[finding.pk]))
    signed_in.locator("#id_quote").fill("량식 1억근")
    signed_in.get_by_role("button", name="Save correction").click()
    expect(signed_in.get_by_role("alert")).to_contain_text("do not stand in the text")
    finding.refresh_from_db()
    assert finding.version == 1


def test_the_desk_works_without_javascript(browser: Browser, live_server, registrar, taken_in):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server, registrar)
    open_review(page, live_server, taken_in)
    finding = page.locator('.finding[data-key="c1"]')
    finding.get_by_role("button", name="Accept").click()
    expect(page.locator('.finding[data-key="c1"].accepted')).to_be_visible()
    assert Commitment.objects.get().wording in TEXT
    context.close()


def select(page: Page, words: str) -> None:
    """Select words of the article as a hand with a mouse would."""
    page.evaluate(
        """(words) => {
            const article = document.querySelector("article");
            const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
            const nodes = [];
            while (walker.nextNode()) nodes.push(walker.currentNode);
            const at = nodes.map((node) => node.data).join("").indexOf(words);
            const place = (wanted) => {
                let passed = 0;
                for (const node of nodes) {
                    if (wanted <= passed + node.length) return [node, wanted - passed];
                    passed += node.length;
                }
            };
            const [first, from] = place(at);
            const [last, to] = place(at + words.length);
            document.getSelection().setBaseAndExtent(first, from, last, to);
        }""",
        words,
    )


def card(page: Page, key: str, state: str = ""):
    return page.locator(f'.finding[data-key="{key}"]{state}')


def choose(page: Page, key: str) -> None:
    """Make a finding the current one by key."""
    for _ in range(12):
        if page.locator('.finding[aria-current="true"]').get_attribute("data-key") == key:
            return
        page.keyboard.press("j")


def test_words_are_taken_from_the_selection_by_key(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    choose(signed_in, "c1")
    select(signed_in, "빙설산업 협력")
    signed_in.keyboard.press("s")
    expect(card(signed_in, "c1").locator(".words")).to_have_text("빙설산업 협력")
    finding = taken_in.findings.get(local_id="c1")
    assert (finding.quote, finding.decision) == ("빙설산업 협력", Decision.OPEN)


def test_what_was_missed_is_added_from_the_selection_by_key(signed_in, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    signed_in.keyboard.press("n")
    expect(signed_in.get_by_role("status").filter(has_text="Select words")).to_be_visible()
    select(signed_in, "운항에서 사업회담")
    signed_in.keyboard.press("n")
    dialog = signed_in.get_by_role("dialog")
    expect(dialog).to_contain_text("운항에서 사업회담")
    signed_in.keyboard.press("3")
    expect(signed_in.get_by_text("Added. It waits for a decision")).to_be_visible()
    made = taken_in.findings.exclude(made_by=None).get()
    assert made.quote == "운항에서 사업회담"
    expect(card(signed_in, made.local_id)).to_contain_text("added by a person")


def test_the_focus_goes_to_the_next_open_finding(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    before = signed_in.locator('.finding[aria-current="true"]').get_attribute("data-key")
    signed_in.keyboard.press("a")
    expect(card(signed_in, before, ".accepted")).to_be_visible()
    focused = signed_in.evaluate("document.activeElement.className + document.activeElement.id")
    assert focused.startswith("finding open")
    assert not focused.endswith(before)


def test_the_last_decision_is_undone_from_anywhere(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    signed_in.keyboard.press("a")
    expect(signed_in.locator(".finding.accepted")).to_have_count(5)
    signed_in.keyboard.press("u")
    expect(signed_in.locator(".finding.accepted")).to_have_count(0)
    assert taken_in.findings.open().count() == 6


def test_a_korean_keyboard_decides_too(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    signed_in.evaluate(
        """document.body.dispatchEvent(
            new KeyboardEvent("keydown", {key: "ㅁ", code: "KeyA", bubbles: true, cancelable: true}))"""
    )
    expect(signed_in.locator(".finding.accepted")).not_to_have_count(0)


def test_help_and_bulk_open_by_key(signed_in: Page, live_server, taken_in):
    open_review(signed_in, live_server, taken_in)
    signed_in.keyboard.press("?")
    expect(signed_in.get_by_role("dialog")).to_contain_text("Keys of the review")
    signed_in.keyboard.press("Escape")
    signed_in.keyboard.press("Shift+A")
    expect(signed_in.get_by_role("heading", level=1)).to_contain_text("Accept all above")
    signed_in.get_by_role("button", name="Accept these").click()
    expect(signed_in.get_by_text("6 findings accepted.")).to_be_visible()
    expect(signed_in.locator("#made")).to_have_text("1 decision")
    signed_in.keyboard.press("u")
    expect(signed_in.get_by_text("6 findings are open again.")).to_be_visible()


def test_the_whole_way_by_keyboard(signed_in: Page, live_server, partners):
    """From the file to the public page, with no mouse."""
    page = signed_in
    page.goto(live_server.url + reverse("desk:inbox"))
    page.get_by_label("or paste the text").focus()
    page.keyboard.insert_text(LONG_REPORT.read_text(encoding="utf-8"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Review", timeout=60_000)
    keys = 0
    while page.locator(".finding.open").count():
        key = page.locator('.finding[aria-current="true"]').get_attribute("data-key")
        page.keyboard.press("a")
        keys += 1
        expect(card(page, key, ".accepted")).to_be_visible()
        assert keys <= 25
    assert Commitment.objects.count() >= 15
    page.get_by_role("button", name="Make public").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("are public now")).to_be_visible()
    commitment = Commitment.objects.get(wording__contains="입쌀 30만톤")
    page.context.clear_cookies()
    page.goto(live_server.url + reverse("public:commitment", args=[commitment.pk]))
    expect(page.locator("blockquote")).to_contain_text("입쌀 30만톤")


def test_two_reviewers_at_once_lose_nothing(
    browser: Browser, live_server, registrar, colleague, taken_in
):
    contexts = [browser.new_context() for _ in range(2)]
    first, second = (context.new_page() for context in contexts)
    for page, user in ((first, registrar), (second, colleague)):
        sign_in(page, live_server, user)
        open_review(page, live_server, taken_in)
        choose(page, "c1")
    first.keyboard.press("e")
    first.get_by_label("Firmness").select_option("proposal")
    first.get_by_role("button", name="Save correction").click()
    expect(card(first, "c1")).to_contain_text("proposal")
    second.keyboard.press("a")
    change = card(second, "c1").get_by_role("alert")
    expect(change).to_contain_text("registrar corrected it")
    expect(change).to_contain_text("hope → proposal")
    assert not Commitment.objects.exists()
    second.keyboard.press("a")
    expect(card(second, "c1", ".accepted")).to_be_visible()
    assert Commitment.objects.get().firmness == "proposal"
    first.keyboard.press("r")
    change = card(first, "c1").get_by_role("alert")
    expect(change).to_contain_text("colleague accepted it")
    assert Commitment.objects.count() == 1
    for context in contexts:
        context.close()


def test_everything_works_without_javascript(browser: Browser, live_server, registrar, taken_in):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server, registrar)
    page.get_by_label("Files").set_input_files(
        [
            {"name": "weather.txt", "mimeType": "text/plain", "buffer": WEATHER.encode()},
            {"name": "bad.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n"},
        ]
    )
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_text("tells of no talks")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Not read.")).to_be_visible()
    open_review(page, live_server, taken_in)
    page.get_by_role("link", name="Add what the reader missed").click()
    page.get_by_label("Words in the text").fill("운항에서 사업회담")
    page.get_by_label("What is it?").select_option("agreement")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(card(page, "a1")).to_contain_text("added by a person")
    card(page, "a1").get_by_role("link", name="Correct").click()
    page.get_by_label("Kind").select_option("minutes")
    page.get_by_role("button", name="Save correction").click()
    expect(card(page, "a1")).to_contain_text("minutes of talks")
    card(page, "a1").get_by_role("button", name="Reject").click()
    card(page, "a1").get_by_role("button", name="Reopen").click()
    page.get_by_role("link", name="least certain first").click()
    page.get_by_role("link", name="Accept all above a confidence").click()
    page.get_by_role("button", name="Accept these").click()
    page.get_by_role("button", name="Undo all of it").click()
    expect(page.locator(".finding.open")).to_have_count(7)
    context.close()


def test_a_second_reading_by_keyboard(
    signed_in: Page, live_server, registrar, colleague, settings, taken_in
):
    settings.SECOND_READING = True
    for finding in taken_in.findings.open():
        finding.refresh_from_db()
        if finding.decision == Decision.OPEN:
            actions.accept(finding, registrar)
    page = signed_in
    page.context.clear_cookies()
    sign_in(page, live_server, colleague)
    open_review(page, live_server, taken_in)
    page.get_by_role("button", name="Read a second time").click()
    expect(page.locator(".finding.open")).to_have_count(6)
    for left in (5, 4, 3, 2, 1, 0):
        page.keyboard.press("r" if left == 2 else "a")
        expect(page.locator(".finding.open")).to_have_count(left)
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("83%")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.keyboard.press("1")
    expect(page.get_by_text("the first · colleague")).to_be_visible()


def pages_of(reading) -> list[str]:
    document = reading.document_id
    corrections = [
        reverse("desk:correct", args=[reading.findings.get(local_id=local_id).pk])
        for local_id in ("c1", "p1", "m1", "o1")
    ]
    return [
        reverse("desk:inbox"),
        reverse("desk:inbox") + "?state=refused",
        reverse("desk:uploaded", args=[UPLOAD]),
        reverse("desk:review", args=[document]),
        reverse("desk:review", args=[document]) + "?at=c1&seen=1&order=confidence",
        reverse("desk:add", args=[document]),
        reverse("desk:accept-above", args=[document]) + "?above=0.8",
        reverse("desk:second", args=[document]),
        *corrections,
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_of_the_desk_is_readable_for_all(
    browser: Browser, live_server, registrar, colleague, settings, taken_in, width, scheme
):
    settings.SECOND_READING = True
    actions.correct(taken_in.findings.get(local_id="c1"), registrar, {"due": "2022"})
    for state, refusal, document in (("refused", "empty", None), ("read", "", taken_in.document)):
        Arrival.objects.create(
            upload=UPLOAD,
            name="회담.html",
            state=state,
            refusal=refusal,
            document=document,
            sent_by=registrar,
        )
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for path in pages_of(taken_in):
        user = colleague if "/second/" in path else registrar
        if user == colleague:
            second.start(taken_in, colleague)
            context.clear_cookies()
        sign_in(page, live_server, user)
        assert page.goto(live_server.url + path).status == 200
        results = Axe().run(page)
        assert results.violations_count == 0, (path, results.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
