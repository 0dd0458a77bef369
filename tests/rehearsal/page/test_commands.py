"""Commands, answers, buttons, menus and forms of the real bot."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from .deeds import be, command, go_to, speak

TEXT = """Harbour desk opens

20 June 2024

The harbour desk is an invention of these tests. Its keeper, Hana Example, said on Thursday:
“Whatever is put on this shelf can be found again, word for word.” She was seen at the quay.
"""


def test_a_command_and_a_suggested_option_need_nothing_but_the_keyboard(page: Page) -> None:
    expect(page.locator("#composer-input")).to_be_focused()
    page.keyboard.type("/quo")
    offered = page.get_by_role("option", name="/quotes [speaker]")
    expect(offered).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.keyboard.type("spea")
    page.keyboard.press("Enter")
    page.keyboard.type("ushak")
    expect(page.get_by_role("option", name="Ushakov")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(".message").last).to_contain_text(
        "the profound evolution of the geopolitical situation"
    )
    expect(page.locator("#composer-input")).to_be_focused()


def test_escape_leaves_the_list_and_then_the_command(page: Page) -> None:
    page.locator("#composer-input").focus()
    page.keyboard.type("/")
    expect(page.get_by_role("listbox", name="Commands")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox", name="Commands")).to_be_hidden()
    page.keyboard.type("ask ")
    expect(page.locator(".command")).to_have_text("/ask")
    page.keyboard.press("Escape")

    expect(page.locator(".command")).to_have_count(0)
    expect(page.locator("#composer-input")).to_be_focused()


def test_an_option_that_is_required_is_asked_for(page: Page) -> None:
    page.locator("#composer-input").fill("/ask ")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert").filter(has_text="required")).to_be_visible()


def test_an_answer_is_for_the_asker_alone_until_it_is_posted(page: Page) -> None:
    answer = command(page, "/ask question:what did Putin and Kim sign in Pyongyang")
    expect(answer).to_contain_text("Only you can see this")
    expect(answer.locator(".answered")).to_contain_text("admin used /ask")
    answer.get_by_role("button", name="Post here").click()
    public = page.locator(".message:not(.ephemeral)").last
    expect(public).to_contain_text("Pyongyang")
    answer.get_by_role("button", name="Dismiss").click()
    be(page, "member")

    expect(page.locator(".message:not(.ephemeral)").last).to_contain_text("Pyongyang")
    expect(page.locator(".message.ephemeral")).to_have_count(0)


def test_the_pager_turns_its_page_and_keeps_the_focus(page: Page) -> None:
    answer = command(page, "/ask question:North Korea and Russia")
    first = answer.inner_text()
    following = answer.get_by_role("button", name="Next")
    following.focus()
    page.keyboard.press("Enter")
    expect(answer).to_contain_text("2 of ")

    assert answer.inner_text() != first
    assert page.evaluate("document.activeElement.closest('.message') !== null")


def test_a_document_is_added_by_upload(page: Page, tmp_path: Path) -> None:
    document = tmp_path / "harbour.txt"
    document.write_text(TEXT, encoding="utf-8")
    page.locator("#composer-input").fill("/document add ")
    page.get_by_role("button", name="file").click()
    page.locator(".option-field input[type=file]").set_input_files(document)
    page.get_by_role("button", name="Send").click()

    expect(page.locator(".message").last).to_contain_text("Harbour desk opens")


def test_several_documents_are_added_by_a_form(page: Page, tmp_path: Path) -> None:
    for place in ("Beacon", "Jetty"):
        words = TEXT.replace("Harbour", place).replace("harbour", place.lower())
        (tmp_path / f"{place}.txt").write_text(words, encoding="utf-8")
    page.locator("#composer-input").fill("/document add ")
    page.get_by_role("button", name="Send").click()
    form = page.get_by_role("dialog", name="Add a document")
    form.get_by_label("Or files").set_input_files([tmp_path / "Beacon.txt", tmp_path / "Jetty.txt"])
    form.get_by_role("button", name="Submit").click()

    expect(page.locator(".message").last).to_contain_text("2 of 2 documents added")


def test_a_document_is_added_by_a_form(page: Page) -> None:
    page.locator("#composer-input").fill("/document add ")
    page.get_by_role("button", name="Send").click()
    form = page.get_by_role("dialog", name="Add a document")
    expect(form.get_by_label("Text")).to_be_focused()
    form.get_by_label("Text").fill(TEXT.replace("Harbour", "Lighthouse").replace("harbour", "pier"))
    form.get_by_label("Title").fill("Lighthouse desk opens")
    form.get_by_role("button", name="Submit").click()
    expect(form).to_have_count(0)

    expect(page.locator(".message").last).to_contain_text("Lighthouse desk opens")


def test_a_form_that_is_closed_sends_nothing(page: Page) -> None:
    page.locator("#composer-input").fill("/document add ")
    before = page.locator(".message").count()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#composer-input")).to_be_focused()
    assert page.locator(".message").count() == before


def test_a_member_is_not_offered_what_only_admins_may_do(page: Page) -> None:
    be(page, "member")
    page.locator("#composer-input").fill("/brief")
    expect(page.get_by_text("No command here is called that.")).to_be_visible()
    page.get_by_role("button", name="Subscribe a channel").click()

    expect(page.locator(".toast.wrong")).to_contain_text("does not offer /briefing subscribe")


def test_a_message_is_added_from_its_menu(page: Page) -> None:
    go_to(page, "announcements")
    page.locator("#composer-input").fill(
        TEXT.replace("Harbour", "Canal").replace("harbour", "lock")
    )
    page.keyboard.press("Enter")
    written = page.locator(".message", has_text="Canal desk opens").last
    written.get_by_role("button", name="More for the message").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Add to archive").press("Enter")
    expect(page.get_by_role("menu")).to_have_count(0)

    expect(page.locator(".message.ephemeral").last).to_contain_text("Canal desk opens")


def test_commands_speak_the_person_s_language(page: Page) -> None:
    speak(page, "ko")
    answer = command(page, "/about")
    said = answer.locator(".message-words")
    speak(page, "en-US")

    expect(said).to_contain_text(re.compile("[가-힣]"))
    expect(said).to_have_attribute("lang", "ko")
