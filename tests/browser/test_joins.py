"""The queue of pairs in Chromium: by keys, without JavaScript, readable for all."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Browser, Page, expect

from hapjak.desk import joins
from hapjak.register.models import Judgement, Meeting, Verdict
from tests.browser.test_desk import sign_in
from tests.register.test_likeness import EN, KO, ZH
from tests.reports import register

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def queue(page: Page, live_server, registrar, partners) -> Page:
    for report in (ZH, KO, EN):
        register(report, registrar)
    sign_in(page, live_server, registrar)
    page.goto(live_server.url + reverse("desk:joins"))
    return page


def test_a_talk_is_joined_whole_by_one_key_and_taken_back_by_another(queue: Page):
    expect(queue.get_by_role("heading", level=2)).to_contain_text("Meeting")
    queue.keyboard.press("a")
    expect(queue.locator(".messages")).to_contain_text("pairs are one now")
    assert Meeting.objects.standing().count() == 2
    queue.keyboard.press("z")
    expect(queue.locator(".messages")).to_contain_text("decisions undone")
    assert not Judgement.objects.standing().exists()


def test_one_key_decides_and_the_next_pair_stands_there(queue: Page):
    for key, verdict in (("d", Verdict.DIFFERENT), ("u", Verdict.UNSURE), ("s", Verdict.SAME)):
        before = queue.locator("form.decide").first.get_attribute("action")
        queue.keyboard.press(key)
        expect(queue.locator(f'form.decide[action="{before}"]')).to_have_count(0)
        assert Judgement.objects.standing().filter(verdict=verdict).exists()


def test_single_keys_can_be_turned_off(queue: Page):
    queue.get_by_label("Single keys").uncheck()
    queue.keyboard.press("s")
    queue.reload()
    expect(queue.get_by_label("Single keys")).not_to_be_checked()
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", ["joins", "joins-decided"])
def test_everybody_can_read_and_use_it(queue: Page, live_server, registrar, name, language, width):
    from hapjak.desk import joining_up

    joining_up.decide(joins.waiting("commitment")[0].pk, Verdict.SAME, registrar)
    queue.set_viewport_size({"width": width, "height": 800})
    with override(language):
        queue.goto(live_server.url + reverse(f"desk:{name}"))
    assert queue.evaluate("document.documentElement.scrollWidth") <= width
    results = Axe().run(queue)
    assert results.violations_count == 0, results.generate_report()


def test_without_javascript(browser: Browser, live_server, registrar, partners):
    for report in (ZH, KO):
        register(report, registrar)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server, registrar)
    page.goto(live_server.url + reverse("desk:joins"))
    page.get_by_role("button", name="Same for the meeting").click()
    expect(page.locator(".messages")).to_contain_text("5 pairs are one now.")
    expect(page.get_by_role("heading", level=2)).to_contain_text("Commitment")
    page.get_by_role("button", name="Undo the last decision").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("Meeting")
    context.close()
