"""The full edition as a file: every extract whole and cited, the same bytes each time."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.render.clean import extract as shown_words
from bot.render.edition_files import atom_feed, edition_markdown, edition_text, edition_title
from bot.render.editions import edition_layouts
from bot.render.layout import components
from briefings.compose.reopening import Reopened, edition_json
from briefings.model import Difference, Edition, Section
from tests.bot.made import edition, item
from tests.compose.building import everything
from tests.compose.test_ideal_briefing import edition as ideal

NOW = datetime(2024, 6, 20, 8, tzinfo=UTC)
TODAY = date(2024, 6, 20)


def reopened(shown: Edition, posted: tuple[int, int, int] | None = None) -> Reopened:
    return Reopened(12, "k" * 64, NOW, shown, posted)


def markdown(shown: Edition) -> str:
    return edition_markdown(reopened(shown), accessed=TODAY)


@pytest.mark.parametrize("language", ["en", "ko", "ru"])
def test_every_extract_of_the_ideal_briefing_is_in_the_file_whole_with_its_span(
    language: str,
) -> None:
    text = markdown(replace(ideal(), language=language))

    for each in everything(ideal()):
        assert shown_words(each.extract.words) in text
        assert f"{each.extract.span.start}–{each.extract.span.end}" in text
        assert each.extract.digest in text
    assert "-# " not in text
    assert text.startswith(f"# {edition_title(ideal(), language)}\n")


def test_what_a_document_calls_itself_is_no_markdown_of_ours() -> None:
    hostile = item("Putin met Kim.\n# Not a heading [x](https://evil.example)")
    shown = replace(hostile, source="*Bold*")
    text = markdown(edition({Section.DPRK_RUSSIA: (shown,)}))

    assert "\n# Not" not in text
    assert "[x](https://evil" not in text
    assert "\\*Bold\\*" in text


def test_a_quiet_edge_and_a_difference_stand_in_the_file() -> None:
    two = (item("It was Tuesday."), item("It was Wednesday."))
    shown = replace(
        edition({Section.DPRK_RUSSIA: (item("Putin left."),)}),
        differences=(Difference("day", two),),
    )
    text = markdown(shown)

    assert "### Russia ↔ ROK\n\nQuiet: nothing new." in text
    assert "**On the day**" in text
    assert text.count("> It was ") == 2


def test_the_feed_links_each_edition_to_its_message() -> None:
    feed = atom_feed([reopened(ideal(), (1, 2, 3)), reopened(ideal())], locale="en")

    assert feed.count("https://discord.com/channels/1/2/3") == 1
    assert feed.count("<entry") == 2


def test_the_text_of_a_quiet_edition_is_the_short_form() -> None:
    text = edition_text(edition({}), "en")

    assert text.startswith("Nothing new on DPRK–Russia–ROK, 20 June 2024\n")


def outputs() -> str:
    """Everything an edition is shown as, in three languages."""
    found = reopened(ideal(), (1, 2, 3))
    languages = [replace(found, edition=replace(ideal(), language=each)) for each in _LANGUAGES]
    pages = [
        str(components(page))
        for each in languages
        for page in edition_layouts(
            each.edition, marker="m", locale=each.edition.language, number=12, picture="Chart."
        )
    ]
    files = [edition_markdown(each, accessed=TODAY) for each in languages]
    return "\n".join([*pages, *files, edition_json(found), atom_feed(languages, locale="ko")])


_LANGUAGES = ("en", "ko", "ru")


def test_the_same_archive_and_clock_give_the_same_bytes_in_every_process() -> None:
    script = "import sys; from tests.bot.render.test_edition_files import outputs; "
    script += "sys.stdout.buffer.write(outputs().encode())"
    told = {
        subprocess.run(  # noqa: S603 -- our own program
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert told == {outputs().encode()}
