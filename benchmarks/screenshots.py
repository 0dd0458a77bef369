"""The pictures of the README, taken anew from the rehearsal's page with the system's Chromium.

    python -m benchmarks.screenshots

Writes docs/briefing.png, the briefing of 20 June 2024, docs/coverage.png and coverage-dark.png, how
it ends, and docs/rehearsal-dark.png, an answer.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
LARGEST = 300_000  # bytes of a picture
QUESTION = "how should Seoul respond to the treaty between Russia and North Korea"


@contextmanager
def rehearsal() -> Iterator[str]:
    """The address of a rehearsal on the morning of 20 June 2024."""
    command = [sys.executable, "-m", "bot", "rehearse", "--at", "2024-06-20T07:00+09:00"]
    process = subprocess.Popen(  # noqa: S603 -- our own program
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"BROWSER": "true"},  # no second browser is to open
    )
    assert process.stdout is not None
    try:
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found, "the rehearsal did not start"
        yield found[0]
    finally:
        process.terminate()
        process.wait(20)


def send(page: Page, typed: str) -> None:
    before = page.locator(".message").count()
    page.locator("#composer-input").fill(typed + " ")
    page.get_by_role("button", name="Send").click()
    page.locator(".message").nth(before).wait_for()
    page.locator(".thinking").wait_for(state="detached")


def picture(page: Page, name: str) -> None:
    page.locator(".toast").wait_for(state="detached")
    page.mouse.move(700, 5)
    page.locator("#composer-input").blur()
    path = DOCS / name
    page.screenshot(path=path)
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}  {size:,} bytes")
    assert size < LARGEST


def take(page: Page, url: str) -> None:
    page.goto(url)
    send(page, "/briefing subscribe channel:briefings time:08:00 zone:Asia/Seoul")
    page.get_by_role("button", name="Skip to the next briefing").click()
    page.locator("#channels .fresh").click()
    page.locator(".day.new").wait_for()
    picture(page, "briefing.png")
    page.locator(".gallery img").scroll_into_view_if_needed()
    page.get_by_role("button", name="Full edition").scroll_into_view_if_needed()
    picture(page, "coverage.png")
    page.emulate_media(color_scheme="dark")
    picture(page, "coverage-dark.png")
    page.locator("#channels").get_by_role("button", name="general").click()
    page.get_by_role("button", name="Dismiss").click()
    page.get_by_role("button", name="Dismiss").wait_for(state="detached")
    send(page, f"/ask question:{QUESTION}")
    picture(page, "rehearsal-dark.png")


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with rehearsal() as url, sync_playwright() as playwright:
        arguments = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(
            viewport={"width": 1200, "height": 1000},
            color_scheme="light",
            timezone_id="Asia/Seoul",
        )
        take(page, url)
        browser.close()


if __name__ == "__main__":
    main()
