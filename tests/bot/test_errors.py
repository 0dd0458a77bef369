"""What failed, why, what to do: in private, never a trace, never silence."""

import logging

import pytest
from discord import AppCommandOptionType, app_commands

from bot.client.parameters import Parsed, parse_day
from bot.errors import StaleError, cause_of, explain
from bot.languages import CATALOGUES, FALLBACK
from briefings.errors import (
    ArchiveError,
    BadValueError,
    BriefingsError,
    DriftedExtractError,
    DuplicateDocumentError,
    NotAllowedError,
    NotFoundError,
    UnusableDocumentError,
)
from tests.bot.desk import desk

REASONS = ("empty", "too-large", "not-text", "no-text", "too-deep", "too-slow", "too-hungry",
           "broken", "bomb", "unknown-type")  # fmt: skip
ADVICE = ("Export", "Attach", "attach", "Paste", "paste", "Save", "work")
ERRORS = [
    BriefingsError("Something a person can mend."),
    NotFoundError("x", what="document", wanted="7"),
    NotAllowedError("x", right="documents"),
    BadValueError("x", name="zone", given="Mars", wanted="zone"),
    DuplicateDocumentError("x", document_id=3, title="A title"),
    DriftedExtractError("x", document_id=3),
    ArchiveError("x"),
    StaleError("x"),
    *(UnusableDocumentError("x", reason=reason) for reason in REASONS),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: f"{error.code}-{error.fields}")
def test_every_error_has_its_own_sentence_without_holes(error: BriefingsError) -> None:
    sentence = explain(error, "en", "ab12")

    assert sentence
    assert "{" not in sentence
    assert "Traceback" not in sentence


def test_each_reason_of_an_unusable_document_reads_differently() -> None:
    sentences = {explain(UnusableDocumentError("x", reason=each), "en", "r") for each in REASONS}

    assert len(sentences) == len(REASONS)


def test_sizes_have_a_unit_in_every_language() -> None:
    large = UnusableDocumentError("x", reason="too-large", size=10_000_001, limit=10_000_000)
    bomb = UnusableDocumentError("x", reason="bomb", limit=20_000_000)

    for locale in ("en", "ko", "ru"):
        assert "9,766 KiB" in explain(large, locale, "r")
        assert "19,532 KiB" in explain(bomb, locale, "r")


def test_a_bug_gives_a_reference_and_nothing_of_the_bug() -> None:
    sentence = explain(ValueError("secret inside"), "en", "ab12")

    assert "ab12" in sentence
    assert "secret" not in sentence


def test_what_a_person_typed_comes_back_harmless() -> None:
    error = BadValueError("x", name="zone", given="@everyone **a** " * 40, wanted="zone")

    sentence = explain(error, "en", "r")

    assert "@everyone" not in sentence
    assert "\\*\\*a" in sentence
    assert len(sentence) < 2000


def test_the_cause_is_found_under_discords_wrapping() -> None:
    cause = BadValueError("x", name="day", given="x", wanted="day")
    wrapped = app_commands.TransformerError("x", AppCommandOptionType.string, Parsed(parse_day))
    wrapped.__cause__ = cause

    assert cause_of(wrapped) is cause


def test_every_sentence_about_an_error_says_what_to_do() -> None:
    for key, sentence in CATALOGUES[FALLBACK].items():
        if key.startswith("unusable."):
            assert any(word in sentence for word in ADVICE), key


async def test_a_bug_in_a_command_is_logged_and_apologised_for(
    new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(new_sqlite, cogs=("bot.cogs.about",)) as opened:
        opened.bot.database.close()
        opened.bot.clock = None  # type: ignore[assignment]  # the bug
        opened.bot.database = None  # type: ignore[assignment]  # the bug

        with caplog.at_level(logging.ERROR):
            answer = await opened.member.slash("/about")

        assert "it is our mistake" in answer.text
        assert answer.ephemeral
        reference = answer.text.split("`")[1]
        assert f"reference={reference}" in caplog.text
        assert "AttributeError" in caplog.text
        assert "AttributeError" not in answer.text
