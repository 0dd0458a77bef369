"""For whoever does not see the page, or not well."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .deeds import command, speak

NAMED = {
    "button", "link", "textbox", "combobox", "ComboBoxSelect", "radio", "checkbox", "option",
    "listbox", "menuitem", "dialog", "img", "image", "navigation", "region", "DateTime",
}  # fmt: skip
ENOUGH = 4.5  # to one; WCAG 2.2, 1.4.3
VISIBLE = 3.0  # to one, between a state and its ground; WCAG 2.2, 1.4.11
STOPS = 200  # presses of Tab
WHERE = """() => {
  const here = document.activeElement;
  if (here === document.body) return "nowhere";
  const parts = ["composer-area", "side", "main"].map((id) => document.getElementById(id));
  here.dataset.stop ??= document.querySelectorAll("[data-stop]").length;
  return `${parts.find((one) => one.contains(here))?.id} ${here.tagName} ${here.dataset.stop}`;
}"""
LABELS = """() => [...document.querySelectorAll("[aria-label]:not(.message *)")]
  .filter((one) => one.checkVisibility()).map((one) => one.getAttribute("aria-label"))"""
COLOURS = """
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const ground = rgba(getComputedStyle(at).backgroundColor);
      if (ground[3] === 255) return ground;
    }
    return [255, 255, 255];
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
"""
CHOSEN = f"""() => {{ {COLOURS}
  const [chosen, other] = [":has(:checked)", ":not(:has(:checked))"]
    .map((which) => document.querySelector(`.people label${{which}}`));
  return ratio(behind(chosen), behind(other));
}}"""
CONTRASTS = f"""() => {{ {COLOURS}
  const found = [];
  for (const element of document.querySelectorAll("body *")) {{
    const words = [...element.childNodes].filter((one) => one.nodeType === 3 && one.data.trim());
    const seen = element.checkVisibility({{ visibilityProperty: true, opacityProperty: true }});
    if (!words.length || !seen || element.closest(":disabled, .unseen, noscript, .skip")) continue;
    const where = element.className || element.tagName;
    const ink = rgba(getComputedStyle(element).color);
    found.push([ratio(ink, behind(element)), where, words[0].data.slice(0, 40)]);
  }}
  return found;
}}"""


def nameless(page: Page) -> list[str]:
    """Roles of controls and regions that a screen reader could not name."""
    session = page.context.new_cdp_session(page)
    tree: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        f"{node['role']['value']} {node.get('properties')}"
        for node in tree
        if not node.get("ignored")
        and node["role"]["value"] in NAMED
        and not node.get("name", {}).get("value", "").strip()
    ]


@pytest.fixture(params=["en-US", "ko", "ru"])
def spoken(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page in each language, and in English again afterwards."""
    speak(page, request.param)
    yield page
    page.keyboard.press("Escape")
    speak(page, "en-US")


def test_every_control_has_a_name_in_every_language(spoken: Page) -> None:
    page = spoken
    command(page, "/ask question:North Korea and Russia")
    assert not nameless(page)

    page.locator("#composer-input").fill("/quotes ")
    page.locator(".extra").first.click()
    assert not nameless(page)

    page.locator("#composer-input, .command button").first.click()
    page.locator("#composer-input").fill("/document add ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not nameless(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#composer-input")).to_be_focused()


def test_what_the_page_calls_its_parts_is_in_its_language(spoken: Page) -> None:
    said = spoken.evaluate(LABELS)
    language = spoken.locator("html").get_attribute("lang")
    letters = {"ko": r"[가-힣]", "ru": r"[а-я]", "en": r"[a-z]"}[language or ""]

    assert len(said) > 10
    assert not [one for one in said if not re.search(letters, one)]


def test_the_keyboard_goes_through_the_whole_page_and_out_again(spoken: Page) -> None:
    page = spoken
    page.locator(".skip").focus()
    seen: list[str] = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE)
        if here == "nowhere":
            break
        if here not in seen[-1:]:  # a field for a date has several stops of its own
            seen.append(here)

    parts = list(dict.fromkeys(one.partition(" ")[0] for one in seen))
    assert parts == ["side", "main", "composer-area"]
    assert len(seen) == len(set(seen)) < STOPS


@pytest.mark.parametrize("colours", ["dark", "light"])
def test_words_stand_out_from_their_ground(page: Page, colours: str) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    command(page, "/quotes speaker:Putin")
    page.locator("#composer-input").fill("/")
    expect(page.get_by_role("listbox", name="Commands")).to_be_visible()

    measured = page.evaluate(CONTRASTS)

    assert len(measured) > 40
    assert not [one for one in measured if one[0] < ENOUGH]


def test_who_one_is_stands_out_among_the_others(page: Page) -> None:
    for colours in ("dark", "light"):
        page.emulate_media(color_scheme="dark" if colours == "dark" else "light")

        assert page.evaluate(CHOSEN) >= VISIBLE


def test_a_page_that_is_turned_is_read_out_in_its_own_language(page: Page) -> None:
    answer = command(page, "/ask question:North Korea and Russia")
    expect(page.locator("#announcer p")).to_have_count(1)
    answer.get_by_role("button", name="Next").press("Enter")

    expect(page.locator("#announcer p")).to_have_count(2)
    expect(page.locator("#announcer p").last).to_have_attribute("lang", "en")
    assert (
        page.locator("#announcer p").first.inner_text()
        != page.locator("#announcer p").last.inner_text()
    )


def test_a_new_message_is_read_out_once(page: Page) -> None:
    expect(page.locator("#announcer")).to_be_empty()
    command(page, "/about")

    expect(page.locator("#announcer p")).to_have_count(1)
    expect(page.locator("#announcer")).to_contain_text("tumen: ")
    expect(page.locator("#announcer")).to_have_attribute("aria-live", "polite")
