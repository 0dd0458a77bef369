"""The page in a real Chromium without a window, in front of a rehearsal in a process of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parent.parent.parent.parent
MORNING = "2024-06-20T07:00+09:00"
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)  # fmt: skip
DESKTOP: ViewportSize = {"width": 1280, "height": 860}


@contextmanager
def started(*command: str) -> Iterator[str]:
    """Run a rehearsal until the end of the block; gives the address that it prints."""
    # a browser of the developer's is not to open at each run of the tests
    surroundings = os.environ | {"BROWSER": "true"}  # noqa: TID251 -- handed on, not read
    process = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-m", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=surroundings,
    )
    assert process.stdout is not None
    said = ""
    try:
        while not (found := re.search(r"http://\S+", said)):
            line = process.stdout.readline()
            assert line, f"the rehearsal did not start: {said}"
            said += line
        yield found[0]
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="package")
def rehearsal() -> Iterator[str]:
    """The address of the real bot's rehearsal, on the morning of 20 June 2024."""
    with started("bot", "rehearse", "--at", MORNING) as url:
        yield url


@pytest.fixture(scope="package")
def small_rehearsal() -> Iterator[str]:
    """The address of a small bot that shows components which the real one does not use."""
    with started("tests.rehearsal.page.small") as url:
        yield url


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if path is None:
        reason = "there is no Chromium (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":  # noqa: TID251 -- in CI a browser is a must
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, url: str, *, size: ViewportSize = DESKTOP, touch: bool = False
) -> Iterator[Page]:
    """The page, ready. At the end: nothing broke, and no request was for elsewhere."""
    context = browser.new_context(
        viewport=size, has_touch=touch, is_mobile=touch, timezone_id="Asia/Seoul"
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    asked, wrong = watched(page)
    visit(page, url)
    yield page
    context.close()
    own = url.partition("/rehearsal/")[0] + "/"
    assert not [one for one in asked if not one.startswith(own)]
    assert asked
    assert not wrong


def visit(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("#welcome button").first.wait_for()


def watched(page: Page) -> tuple[list[str], list[str]]:
    """The addresses that the page asks for, and what its console complains of; both grow."""
    asked: list[str] = []
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        # an answer of 400 is how the rehearsal says "not possible"; the browser notes it, too
        if message.type == "error" and "status of 400" not in message.text:
            wrong.append(message.text)

    page.on("request", lambda request: asked.append(request.url))
    page.on("console", heard)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return asked, wrong


@pytest.fixture(scope="package")
def window(chromium: Browser, rehearsal: str) -> Iterator[Page]:
    """One for all tests. At the end: the bot did nothing that Discord would have refused."""
    with opened(chromium, rehearsal) as page:
        yield page
        refused = page.locator("#refusals li").all_text_contents()
        # what the tests of the door ask for is no deed of the bot
        assert not [one for one in refused if not one.startswith("unknown address")]


@pytest.fixture
def page(window: Page, rehearsal: str) -> Page:
    """The real bot's page as an admin opens it, dark; the messages of earlier tests stay."""
    window.emulate_media(color_scheme="dark")
    window.evaluate("sessionStorage.clear(); localStorage.clear()")
    visit(window, rehearsal)
    return window


@pytest.fixture(scope="package")
def small(chromium: Browser, small_rehearsal: str) -> Iterator[Page]:
    """The small bot's page, the same for all tests."""
    with opened(chromium, small_rehearsal) as page:
        yield page
