"""The page's own words in three languages, and the bot's beside them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import bot.rehearsal.page

from .conftest import opened
from .deeds import command, speak

STATIC = Path(bot.rehearsal.page.__file__).parent / "static"
NARROW = 360  # points, the width of a small phone
LANGUAGES = ("english", "korean", "russian")
HELD = r"""["'`][A-Z][a-z]+ [a-z]{2,}"""  # the beginning of a sentence in a script


def table(language: str) -> dict[str, str]:
    text = (STATIC / f"{language}.js").read_text(encoding="utf-8")
    return dict(re.findall(r'^  (\w+): "(.*)",$', text, re.MULTILINE))


def scripts() -> Iterator[Path]:
    own = {*LANGUAGES, "words"}
    return (path for path in STATIC.glob("*.js") if path.stem not in own)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_of_the_page_says_the_same_with_the_same_gaps(language: str) -> None:
    def gaps(words: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", words))

    english, other = table("english"), table(language)

    assert len(english) > 80
    assert list(english) == list(other)
    assert not [key for key in english if gaps(english[key]) != gaps(other[key])]


def test_whatever_the_page_says_is_worded_and_nothing_is_worded_in_vain() -> None:
    whole = "".join(path.read_text(encoding="utf-8") for path in scripts())
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    said = set(re.findall(r'(?:say|sayWith|press)\("(\w+)"', whole))
    said |= set(re.findall(r'data-(?:words|label)="(\w+)"', page))
    chosen = {"auto", "dark", "light", "admin", "member", "online", "offline", "tourPause"}

    assert said - set(table("english")) == set()
    assert set(table("english")) - said <= chosen | {"tourGo"}


def test_no_script_holds_a_sentence_of_its_own() -> None:
    for path in scripts():
        code = [line.partition(" // ")[0] for line in path.read_text("utf-8").splitlines()]
        found = [line for line in code if re.search(HELD, line) and not line.startswith("//")]
        assert not found, path.name


@pytest.fixture
def speaking(chromium: Browser, rehearsal: str) -> Iterator[Page]:
    """A narrow page, whose person speaks English again afterwards."""
    with opened(chromium, rehearsal, size={"width": NARROW, "height": 780}, touch=True) as page:
        yield page
        page.reload()
        page.locator("#open-side").tap()
        speak(page, "en-US")


@pytest.mark.parametrize(
    ("locale", "stage", "about", "private"),
    [
        ("ko", "무대", "/소개", "나에게만 보이는 메시지"),
        ("ru", "Сцена", "/о_боте", "Видно только вам"),
    ],
)
def test_labels_commands_and_answers_come_in_the_language_chosen(
    speaking: Page, locale: str, stage: str, about: str, private: str
) -> None:
    page = speaking
    page.locator("#open-side").tap()
    speak(page, locale)
    expect(page.locator("#stage-title")).to_have_text(stage)
    assert page.evaluate("document.activeElement.id") == "language"
    page.keyboard.press("Escape")

    page.locator("#composer-input").fill("/")
    offered = page.locator(".picker").get_by_role("option")
    expect(offered.filter(has_text=about)).to_be_visible()
    shown = offered.all_text_contents()
    assert not [one for one in shown if not re.search(r"[가-힣А-я]", one)]
    page.keyboard.press("Escape")

    answer = command(page, about)
    expect(answer).to_contain_text(private)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
