"""How the page draws what Discord would, shown with a small bot and with people's own words."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .deeds import command, go_to
from .small import WIDTH


def write(page: Page, text: str) -> Locator:
    """The words of a message that the person writes."""
    before = page.locator(".message").count()
    page.locator("#composer-input").fill(text)
    page.locator("#composer-input").press("Enter")
    page.locator(".message").nth(before).wait_for()
    return page.locator(".message").last.locator(".message-words")


def html(words: Locator) -> str:
    return str(words.evaluate("node => node.innerHTML"))


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("**bold** and *slanted*", "<p><strong>bold</strong> and <em>slanted</em></p>"),
        ("***both***", "<p><strong><em>both</em></strong></p>"),
        ("__under__ ~~through~~", "<p><u>under</u> <s>through</s></p>"),
        (r"\*as it is\* \_and\_ \[so\]", "<p>*as it is* _and_ [so]</p>"),
        ("snake_case_name 2*3*4 **open", "<p>snake_case_name 2<em>3</em>4 **open</p>"),
        ("# One\n## Two\n-# small", '<h3>One</h3><h4>Two</h4><p class="small">small</p>'),
        ("> said\n> again\nnot", "<blockquote><p>said<br>again</p></blockquote><p>not</p>"),
        (">>> all\nof it", "<blockquote><p>all<br>of it</p></blockquote>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("3. three\n4. four", '<ol start="3"><li>three</li><li>four</li></ol>'),
        ("`**code**` ", "<p><code>**code**</code></p>"),
        ("```\n<b>&\n```", '<pre tabindex="0"><code>&lt;b&gt;&amp;</code></pre>'),
        ("**a *b** c*", "<p><strong>a *b</strong> c*</p>"),
        ("[not a link](javascript:alert(1))", "<p>[not a link](javascript:alert(1))</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
    ],
)
def test_markdown_becomes_nodes_and_foreign_words_stay_words(
    small: Page, typed: str, drawn: str
) -> None:
    assert html(write(small, typed)) == drawn


def test_links_name_where_they_lead_and_open_elsewhere(small: Page) -> None:
    words = write(
        small, "[**there**](https://example.org/a_(b)#:~:text=one) <https://example.org/c>."
    )
    first, second = words.get_by_role("link").all()

    assert first.get_attribute("href") == "https://example.org/a_(b)#:~:text=one"
    assert first.get_attribute("rel") == "noopener noreferrer"
    assert first.inner_html() == "<strong>there</strong>"
    assert second.inner_text() == "https://example.org/c"


def test_times_are_the_reader_s_and_mentions_have_names(small: Page) -> None:
    words = write(small, "<t:1718838000:f> <t:1718838000:t> <#1> <@1>")

    expect(words).to_contain_text("June 20, 2024 at 8:00 AM")
    expect(words).to_contain_text("#unknown @unknown")
    assert words.locator("time").first.get_attribute("datetime") == "2024-06-19T23:00:00.000Z"


@pytest.mark.parametrize("hostile", ["[", "**_~~||", "> ", "](https://a", "`a", "<t:1", "- [*"])
def test_hostile_words_cost_no_more_than_their_length(small: Page, hostile: str) -> None:
    words = write(small, hostile * (1900 // len(hostile)))

    assert words.evaluate("node => node.querySelectorAll('*').length") < 4000


def test_embeds_buttons_and_selects_are_drawn_and_used(small: Page) -> None:
    answer = command(small, "/pages")
    expect(answer.locator(".embed-title")).to_have_text("Results")
    answer.get_by_role("button", name="Next").click()
    expect(answer).to_contain_text("page 2")
    answer.get_by_role("combobox", name="Language").click()
    answer.get_by_role("option", name="한국어").click()
    expect(small.locator(".message").last).to_contain_text("chose ko")
    where = answer.get_by_role("combobox", name="Where")
    where.focus()
    small.keyboard.press("ArrowDown")
    small.keyboard.press("ArrowDown")
    small.keyboard.press("Enter")

    expect(small.locator(".message").last).to_contain_text("in #general")


def test_layouts_show_their_picture_links_and_files(small: Page) -> None:
    go_to(small, "briefings")
    layout, notes = small.locator(".message").all()
    chart = layout.get_by_role("img", name="Contacts a month")
    assert chart.evaluate("image => image.decode().then(() => image.naturalWidth)") == WIDTH
    colour = layout.locator(".container").evaluate(
        "box => getComputedStyle(box, '::before').backgroundColor"
    )
    assert colour == "rgb(51, 102, 153)"
    expect(layout.locator("hr")).to_have_count(1)
    expect(layout.get_by_role("link", name="Source")).to_have_attribute(
        "href", "https://example.org/a"
    )
    expect(layout.locator(".accessory").get_by_role("button", name="Quote")).to_be_visible()
    notes.get_by_role("button", name="Show notes.md").click()
    expect(notes.locator("pre")).to_have_text("# Notes\nas they are")
    with small.expect_download() as saved:
        notes.get_by_role("link", name="notes.md").click()

    assert saved.value.suggested_filename == "notes.md"
    go_to(small, "general")


def test_a_message_takes_a_file_along(small: Page, tmp_path: Path) -> None:
    paper = tmp_path / "along.txt"
    paper.write_text("on paper", encoding="utf-8")
    small.get_by_label("Attach a file").set_input_files(paper)
    words = write(small, "look")

    expect(words.get_by_role("link", name="along.txt")).to_be_visible()
    expect(words).to_contain_text("look")


def test_a_form_takes_words_a_choice_and_a_file(small: Page, tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("on paper", encoding="utf-8")
    small.locator("#composer-input").fill("/add ")
    small.get_by_role("button", name="Send").click()
    form = small.get_by_role("dialog", name="Add an article")
    form.get_by_label("Title").fill("Heading")
    form.get_by_role("button", name="Submit").click()
    kind = form.get_by_role("combobox", name="Kind")
    expect(kind).to_be_focused()  # it is required, and the form waits
    kind.click()
    form.get_by_role("option", name="Speech").click()
    form.get_by_label("Document").set_input_files(paper)
    form.get_by_role("button", name="Submit").click()

    expect(small.locator(".message").last).to_contain_text("Heading ['s'] ['on paper']")


def test_a_bot_that_stays_silent_is_said_to_have_done_so(small: Page) -> None:
    answer = command(small, "/pages")
    answer.get_by_role("button", name="Silence").click()
    expect(small.locator("#refusals")).to_contain_text("unanswered interaction: [pager:silence]")
    notice = small.locator(".notice")
    expect(notice).to_contain_text("did not respond")
    notice.get_by_role("button", name="Dismiss").click()

    expect(notice).to_have_count(0)


def test_a_deferred_answer_is_waited_for(small: Page) -> None:
    expect(command(small, "/slow")).to_contain_text("and more")
    expect(small.locator(".message", has_text="done").last).to_be_visible()
