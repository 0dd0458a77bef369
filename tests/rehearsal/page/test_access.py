"""For whoever does not see the page, or not well."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .deeds import command

NAMED = {
    "button", "link", "textbox", "combobox", "ComboBoxSelect", "radio", "checkbox", "option",
    "listbox", "menuitem", "dialog", "img", "image", "navigation", "region", "DateTime",
}  # fmt: skip
ENOUGH = 4.5  # to one; WCAG 2.2, 1.4.3
CONTRASTS = """() => {
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
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].filter((one) => one.nodeType === 3 && one.data.trim());
    const seen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!words.length || !seen || element.closest(":disabled, .unseen, noscript, .skip")) continue;
    const pair = [light(rgba(getComputedStyle(element).color)), light(behind(element))];
    const [low, high] = pair.sort((a, b) => a - b);
    const where = element.className || element.tagName;
    found.push([(high + 0.05) / (low + 0.05), where, words[0].data.slice(0, 40)]);
  }
  return found;
}"""


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


def test_every_control_has_a_name(page: Page) -> None:
    command(page, "/ask question:North Korea and Russia")
    assert not nameless(page)

    page.locator("#composer-input").fill("/quotes ")
    page.locator(".extra").first.click()
    assert not nameless(page)

    page.locator("#composer-input, .command button").first.click()
    page.locator("#composer-input").fill("/document add ")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not nameless(page)


@pytest.mark.parametrize("colours", ["dark", "light"])
def test_words_stand_out_from_their_ground(page: Page, colours: str) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    command(page, "/quotes speaker:Putin")
    page.locator("#composer-input").fill("/")
    expect(page.get_by_role("listbox", name="Commands")).to_be_visible()

    measured = page.evaluate(CONTRASTS)

    assert len(measured) > 40
    assert not [one for one in measured if one[0] < ENOUGH]


def test_a_new_message_is_read_out_once(page: Page) -> None:
    expect(page.locator("#announcer")).to_be_empty()
    command(page, "/about")

    expect(page.locator("#announcer p")).to_have_count(1)
    expect(page.locator("#announcer")).to_contain_text("tumen: ")
    expect(page.locator("#announcer")).to_have_attribute("aria-live", "polite")
