"""The queue of who is one in Chromium: by keyboard, without JavaScript, and readable for all."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from hapjak.register.models import Judgement, Organisation, Person, Verdict
from tests.browser.test_desk import sign_in
from tests.register.test_identity_candidates import EN, KO_CN, KO_KR, ZH, named
from tests.register.test_tenures import report
from tests.reports import register

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def four(registrar, partners):
    return [register(report, registrar) for report in (ZH, KO_CN, KO_KR, EN)]


def open_queue(page: Page, live_server, registrar) -> None:
    sign_in(page, live_server, registrar)
    page.goto(live_server.url + reverse("desk:identities"))


def test_four_spellings_are_joined_by_three_keys(page: Page, live_server, registrar, four):
    open_queue(page, live_server, registrar)
    for made in (1, 2, 3):
        expect(page.locator("#pair")).to_be_visible()
        page.keyboard.press("s")
        expect(page.locator(".last li")).to_have_count(made)
    expect(page.get_by_text("Nothing waits here")).to_be_visible()
    assert Person.objects.standing().count() == 1


def test_different_unsure_next_and_undo_have_one_key_each(page: Page, live_server, registrar, four):
    register(named("蔡奇", "书记"), registrar)
    register(named("蔡琪", "书记"), registrar)
    open_queue(page, live_server, registrar)
    page.keyboard.press("u")
    expect(page.locator(".last li").first).to_contain_text("unsure")
    page.keyboard.press("2")
    expect(page.locator(".last li").first).to_contain_text("different")
    shown = page.locator("#pair").inner_text()
    page.keyboard.press("n")
    expect(page.locator("#pair")).not_to_have_text(shown, use_inner_text=True)
    verdicts = Judgement.objects.standing().values_list("verdict", flat=True)
    assert set(verdicts) == {Verdict.UNSURE, Verdict.DIFFERENT}
    page.keyboard.press("z")
    expect(page.locator(".last li")).to_have_count(1)
    assert Judgement.objects.standing().get().verdict == Verdict.UNSURE


def test_keys_that_are_turned_off_decide_nothing(page: Page, live_server, registrar, four):
    open_queue(page, live_server, registrar)
    page.get_by_label("Single keys").uncheck()
    page.locator("h1").click()
    page.keyboard.press("s")
    page.reload()
    expect(page.get_by_label("Single keys")).not_to_be_checked()
    assert not Judgement.objects.exists()


def test_the_queue_works_without_javascript(browser: Browser, live_server, registrar, four):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_queue(page, live_server, registrar)
    page.get_by_role("button", name="The same").click()
    expect(page.locator(".last li")).to_have_count(1)
    page.get_by_role("link", name="Next pair").click()
    expect(page.locator("#pair")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_queue_is_readable_for_all(page: Page, live_server, registrar, four, width):
    register(named("沈\u200b若川", "书记"), registrar)
    page.set_viewport_size({"width": width, "height": 900})
    open_queue(page, live_server, registrar)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(overflow)


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_of_people_and_posts_are_readable_for_all(
    page: Page, live_server, registrar, partners, width
):
    for name, day in (("沈若川", "2030-01-10"), ("何知秋", "2030-02-10"), ("沈若川", "2031-01")):
        register(report(name, day), registrar)
    body = Organisation.objects.get()
    sign_in(page, live_server, registrar)
    page.set_viewport_size({"width": width, "height": 900})
    for address in (
        reverse("public:office", args=[body.pk, "governor"]) + "?on=2030-06",
        reverse("public:office", args=[body.pk, "governor"]) + "?on=May",
        reverse("public:organisation", args=[body.pk]),
        reverse("public:person", args=[Person.objects.first().pk]),
        reverse("desk:tenure", args=[body.pk, "governor"]),
        reverse("desk:identity-others", args=[Person.objects.first().pk]),
    ):
        page.goto(live_server.url + address)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(overflow)


def test_who_held_a_post_is_asked_and_stated_by_keyboard(
    page: Page, live_server, registrar, partners
):
    register(report("沈若川", "2030-01-10"), registrar)
    body = Organisation.objects.get()
    sign_in(page, live_server, registrar)
    page.goto(live_server.url + reverse("public:office", args=[body.pk, "governor"]))
    page.get_by_label("Who held it on").fill("2029-05")
    page.keyboard.press("Enter")
    expect(page.locator(".reply")).to_contain_text("first shown after")
    page.get_by_role("link", name="State since when").click()
    page.get_by_label("Since").fill("2028")
    page.keyboard.press("Enter")
    page.get_by_label("Who held it on").fill("2029-05")
    page.keyboard.press("Enter")
    expect(page.locator(".reply.sure")).to_contain_text("surely")
