"""The desk in Chromium: by keyboard, by mouse, without JavaScript, and readable for all."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from sesame.utils import get_query_string

from hapjak.desk.models import Decision
from hapjak.register.models import Commitment
from tests.conftest import TEXT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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


@pytest.mark.parametrize("width", [390, 1280])
def test_the_desk_is_readable_for_all(signed_in: Page, live_server, taken_in, width):
    signed_in.set_viewport_size({"width": width, "height": 900})
    for path in (
        reverse("desk:inbox"),
        reverse("desk:review", args=[taken_in.document_id]),
        reverse("desk:correct", args=[taken_in.findings.get(local_id="c1").pk]),
    ):
        signed_in.goto(live_server.url + path)
        results = Axe().run(signed_in)
        assert results.violations_count == 0, results.generate_report()
        assert signed_in.evaluate("document.documentElement.scrollWidth") <= width
