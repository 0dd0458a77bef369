"""The tour in the page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import MORNING, opened, started

SCENES = 29
LONGEST = 180_000  # milliseconds for all of it on a machine that does much else


@pytest.fixture
def stage(chromium: Browser) -> Iterator[tuple[Page, str]]:
    """A rehearsal of its own: the tour writes documents and moves the clock."""
    with (
        started("bot", "rehearse", "--at", MORNING) as url,
        opened(chromium, url, size={"width": 360, "height": 780}) as page,
    ):
        yield page, url


def test_the_tour_waits_goes_on_and_shows_everything(stage: tuple[Page, str]) -> None:
    page, url = stage
    page.goto(f"{url}#tour")
    tour = page.get_by_role("region", name="Tour")
    expect(tour).to_contain_text(f"1 / {SCENES}")
    page.get_by_role("button", name="Pause").press("Enter")
    expect(tour).to_have_attribute("data-state", "paused")
    page.wait_for_timeout(6_000)  # longer than the first scene is read
    expect(tour).to_contain_text(f"1 / {SCENES}")
    page.get_by_role("button", name="Go on").press("Enter")
    expect(tour).to_contain_text(f"2 / {SCENES}")

    onward = "setInterval(() => document.querySelectorAll('.tour-keys button')[1]?.click(), 300)"
    page.evaluate(onward)  # nobody reads that fast
    expect(tour).to_have_attribute("data-state", "done", timeout=LONGEST)

    expect(tour).to_contain_text(", 0 failed")
    assert page.locator("#tour .missing").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("#refusals")).to_be_hidden()
    page.get_by_role("button", name="End the tour").click()
    expect(tour).to_have_count(0)
    expect(page.locator("#composer-input")).to_be_focused()


def test_the_tour_is_offered_where_one_begins_and_can_be_ended(page: Page) -> None:
    page.get_by_role("button", name="Take the tour").click()
    page.get_by_role("button", name="End the tour").click()

    expect(page.locator("#tour")).to_have_count(0)
