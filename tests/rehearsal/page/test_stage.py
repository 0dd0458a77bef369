"""The stage: clock, briefing, restart, colours, a narrow window."""

import re

from playwright.sync_api import Browser, Page, ViewportSize, expect

from .conftest import opened
from .deeds import command, go_to

PHONE: ViewportSize = {"width": 390, "height": 844}


def test_a_subscribed_channel_gets_its_briefing_when_the_clock_is_skipped(page: Page) -> None:
    page.get_by_role("button", name="Go to 20 June 2024").click()
    expect(page.locator("#time")).to_contain_text("20 Jun 2024, 07:00")
    command(page, "/briefing subscribe channel:briefings time:08:00 zone:Asia/Seoul")
    page.get_by_role("button", name="Skip to the next briefing").click()
    expect(page.locator("#time")).to_contain_text("20 Jun 2024, 08:00")
    expect(page.locator("#channels .fresh")).to_contain_text("briefings")
    go_to(page, "briefings")

    expect(page.locator(".day.new")).to_be_in_viewport()
    whole = page.locator("#messages")
    expect(whole).to_contain_text("DPRK–Russia–ROK briefing, 20 June 2024")
    expect(whole.locator("blockquote").first).to_be_visible()
    assert page.locator(".container.accented").count() >= 3

    posted = page.locator(".message").count()
    page.get_by_role("button", name="Restart the bot").click()
    expect(page.locator(".toast").last).to_contain_text("stopped and started again")
    assert page.locator(".message").count() == posted  # and the briefing is not posted twice
    page.locator(".accessory").get_by_role("button").first.click()  # a button of before
    expect(page.locator(".message.ephemeral").last).to_contain_text("published")


def test_the_clock_takes_a_date_and_time(page: Page) -> None:
    page.get_by_label("Date and time").fill("2025-02-03T04:05")
    page.get_by_role("button", name="Set").click()
    expect(page.locator("#time")).to_contain_text("3 Feb 2025, 04:05")
    page.get_by_role("button", name="20 June 2024, 07:00").click()

    expect(page.locator("#time")).to_contain_text("20 Jun 2024, 07:00")


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_colours_follow_the_system_and_then_the_reader(page: Page) -> None:
    dark = ground(page)
    page.emulate_media(color_scheme="light")
    light = ground(page)
    switch = page.get_by_role("button", name="Colours")
    switch.click()
    chosen = ground(page)
    page.reload()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()

    assert dark != light
    assert chosen == dark == ground(page)


def test_it_says_that_it_is_not_discord(page: Page) -> None:
    expect(page.get_by_text("Rehearsal, not Discord").first).to_be_visible()
    expect(page).to_have_title(re.compile("Rehearsal, not Discord"))


def test_the_key_does_not_stay_in_the_address(page: Page) -> None:
    assert page.url.endswith("/rehearsal/page/")
    page.reload()
    expect(page.locator("#composer-input")).to_be_visible()


def test_it_can_be_used_at_the_width_of_a_phone(chromium: Browser, rehearsal: str) -> None:
    with opened(chromium, rehearsal, size=PHONE, touch=True) as page:
        expect(page.locator("#side")).to_be_hidden()
        expect(page.get_by_text("Rehearsal, not Discord").last).to_be_visible()
        page.get_by_role("button", name="Open the menu").tap()
        expect(page.get_by_role("button", name="Close the menu")).to_be_focused()
        page.locator("#channels").get_by_role("button", name="announcements").tap()
        expect(page.locator("#side")).to_be_hidden()
        command(page, "/ask question:North Korea and Russia")

        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert (
            page.evaluate(
                "Math.max(...[...document.querySelectorAll('#main *')]"
                ".filter(e => e.offsetParent && !e.closest('.unseen') && !e.matches('.unseen'))"
                ".map(e => e.getBoundingClientRect().right))"
            )
            <= 391
        )
