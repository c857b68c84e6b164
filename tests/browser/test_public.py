"""Public pages in Chromium: readable for all, on a phone, in the dark, in four languages."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Browser, Page, expect

from hapjak.desk import actions
from hapjak.register.models import Commitment, Document, Partnership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "public:start": None,
    "public:commitments": None,
    "public:commitment": Commitment,
    "public:document": Document,
    "public:partnership": Partnership,
    "accounts:sign-in": None,
}


@pytest.fixture
def registered(taken_in, registrar):
    for finding in taken_in.findings.all():
        if taken_in.findings.open().filter(pk=finding.pk).exists():
            actions.accept(finding, registrar)
    return taken_in


def address(live_server, name: str, language: str = "en") -> str:
    model = PAGES[name]
    with override(language):
        return live_server.url + reverse(name, args=[model.objects.first().pk] if model else [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_accessible(page: Page, live_server, registered, name, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(address(live_server, name))
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    result = Axe().run(page, options=options)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("language", ["en", "ko", "ko-cn", "zh-hans"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_a_phone(browser: Browser, live_server, registered, name, language):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address(live_server, name, language))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_reader_goes_from_the_start_to_the_sentence(page: Page, live_server, registered):
    page.goto(address(live_server, "public:start"))
    page.get_by_role("link", name="Sport, ice and snow").click()
    page.get_by_role("link", name="빙설산업 협력을 강화").click()
    page.get_by_role("link", name="Open the document at this sentence").click()
    expect(page.locator("mark.commitment").first).to_be_visible()
    assert "#at-" in page.url


def test_search_works_without_javascript(browser: Browser, live_server, registered):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(live_server, "public:start"))
    page.get_by_role("searchbox").fill("冰雪")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("main mark").first).to_have_text("빙설")
    context.close()


def test_the_language_is_changed_on_the_same_page(page: Page, live_server, registered):
    page.goto(address(live_server, "public:commitment"))
    page.get_by_role("link", name="简体中文").click()
    assert page.url == address(live_server, "public:commitment", "zh-hans")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
