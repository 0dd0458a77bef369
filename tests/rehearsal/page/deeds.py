"""What the tests do in the page, as a person at the keyboard would."""

from playwright.sync_api import Locator, Page, expect


def command(page: Page, typed: str) -> Locator:
    """Type a command whole and send it; the message that answers."""
    before = page.locator(".message[id]").count()
    field = page.locator("#composer-input")
    field.focus()
    field.fill(typed + " ")
    page.keyboard.press("End")
    page.locator(".composer .send").click()
    page.locator(".message[id]").nth(before).wait_for()
    return fresh(page)


def fresh(page: Page) -> Locator:
    """The newest message, once it says something; the same one also when others follow."""
    page.locator(".message .thinking").wait_for(state="detached")
    return page.locator(f"#{page.locator('.message[id]').last.get_attribute('id')}")


def go_to(page: Page, channel: str) -> None:
    page.locator("#channels").get_by_role("button", name=channel).click()
    page.locator("#place", has_text=channel).wait_for()


def be(page: Page, person: str) -> None:
    page.get_by_role("radio", name=person).check()
    page.locator(f"#self[data-person={person}]").wait_for()


def speak(page: Page, locale: str) -> None:
    page.locator("#language").focus()
    page.locator("#language").select_option(locale)
    expect(page.locator("html")).to_have_attribute("lang", locale.partition("-")[0])
