"""Every sentence the bot says exists, and every placeholder is filled."""

import ast
import re
import string
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.languages import CATALOGUES, FALLBACK, count, knows, say, say_day, say_instant, say_when
from briefings.model import Edge, Flag, Kind, Medium, Precision, Role, Section, When

BOT = Path(__file__).parents[2] / "bot"
SPEAKERS = {"say": 2, "count": 3}  # and how many of their parameters are no fields
COUNTED = ("one", "many")
FAMILIES: dict[str, Iterable[object]] = {
    "kind": Kind,
    "flag": Flag,
    "mark": Flag,
    "edge": Edge,
    "section": Section,
    "medium": [medium for medium in Medium if medium is not Medium.SPOKEN],
    "role": [Role.STATEMENT, Role.POSITION, Role.FORECAST, Role.QUESTION, Role.BACKGROUND],
    "month": list(range(1, 13)),
    "weekday": list(range(7)),
    "right": ["read", "post", "documents", "briefings", "desk"],
}


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(BOT.rglob("*.py")):
        if "rehearsal" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            name = getattr(getattr(node, "func", None), "id", "")
            if isinstance(node, ast.Call) and name in SPEAKERS and len(node.args) >= 2:
                yield f"{path.name}:{node.lineno}", node


def keys(first: ast.expr) -> list[str]:
    """The keys an argument can be; an f-string gives none here."""
    if isinstance(first, ast.Constant):
        return [str(first.value)]
    if isinstance(first, ast.IfExp):
        return keys(first.body) + keys(first.orelse)
    return []


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_sentence_in_the_code_exists_and_has_its_placeholders_filled() -> None:
    seen = 0
    for place, call in calls():
        counted = isinstance(call.func, ast.Name) and call.func.id == "count"
        for key in keys(call.args[0]):
            forms = [f"{key}.{form}" for form in COUNTED] if counted else [key]
            given = {keyword.arg for keyword in call.keywords} | ({"number"} if counted else set())
            for form in forms:
                assert knows(form), (place, form)
                if None not in given:  # **fields are checked where they are made
                    assert placeholders(CATALOGUES[FALLBACK][form]) <= given, (place, form)
                seen += 1

    assert seen > 90


def _takes_a_family(function: ast.expr) -> bool:
    return getattr(function, "attr", "") == "phrase" or getattr(function, "id", "") == "OneOf"


def families() -> set[str]:
    """The beginnings of keys that are made up at run time: f"kind.{…}", phrase("reason", …),
    OneOf("actor", …)."""
    found = {f"{family}." for family in ("command", *FAMILIES)}
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                found.add(str(node.values[0].value))
            elif isinstance(node, ast.Call) and _takes_a_family(node.func):
                found.add(f"{ast.literal_eval(node.args[0])}.")
    return {beginning for beginning in found if re.fullmatch(r"[a-z.-]+\.", beginning)}


def test_every_family_of_keys_made_up_at_run_time_is_whole() -> None:
    for family, members in FAMILIES.items():
        for member in members:
            assert knows(f"{family}.{member}"), f"{family}.{member}"


def test_no_key_is_left_over() -> None:
    """A sentence nobody says is a sentence nobody keeps true."""
    known = tuple(families())
    sources = [
        path.read_text() for path in BOT.rglob("*.py") if not {"en", "ko", "ru"} & set(path.parts)
    ]
    quoted = set(re.findall(r"""["']([\w.-]+)["']""", "\n".join(sources)))

    for key in CATALOGUES[FALLBACK]:
        stem, _, last = key.rpartition(".")
        counted = last in COUNTED and stem in quoted
        assert key in quoted or counted or key.startswith(known), key


@pytest.mark.parametrize("language", sorted(set(CATALOGUES) - {FALLBACK}))
def test_another_language_fills_the_same_placeholders(language: str) -> None:
    own_keys = re.compile(r"command\..*\.name|month\.alone\.\d+")
    for key, template in CATALOGUES[language].items():
        if own_keys.fullmatch(key):
            continue
        own = key if knows(key) else f"{key.rpartition('.')[0]}.many"
        assert placeholders(template) <= placeholders(CATALOGUES[FALLBACK][own]), key


@pytest.mark.parametrize("language", sorted(set(CATALOGUES) - {FALLBACK}))
def test_another_language_is_whole(language: str) -> None:
    needless = {key for key in CATALOGUES[FALLBACK] if key.endswith(".one")}
    missing = set(CATALOGUES[FALLBACK]) - needless - set(CATALOGUES[language])

    assert not missing


def test_russian_and_korean_count_and_date_in_their_own_way() -> None:
    june = When(date(2024, 6, 1), date(2024, 6, 30), Precision.MONTH, "2024-06")

    assert [count("document.quotes", "ru", number) for number in (1, 2, 5, 11, 21)] == [
        "1 цитата",
        "2 цитаты",
        "5 цитат",
        "11 цитат",
        "21 цитата",
    ]
    assert say_day(date(2024, 6, 19), "ru") == "19 июня 2024 г."
    assert say_when(june, "ru") == "июнь 2024 г."
    assert count("document.quotes", "ko", 2) == "인용문 2개"
    assert say_day(date(2024, 6, 19), "ko") == "2024년 6월 19일"


def test_an_unknown_language_speaks_english() -> None:
    assert say("button.post", "pt-BR") == say("button.post", "en-GB") == "Post here"


def test_numbers_choose_their_form() -> None:
    assert count("document.quotes", "en", 1) == "1 quote"
    assert count("document.quotes", "en", 1200) == "1,200 quotes"


def test_a_date_is_said_no_more_exactly_than_it_was_given() -> None:
    day = date(2024, 6, 19)

    assert say_day(None, "en") == "undated"
    assert say_day(day, "en") == "19 June 2024"
    assert say_when(When(day, day, Precision.DAY, "2024-06-19"), "en") == "19 June 2024"
    june = When(date(2024, 6, 1), date(2024, 6, 30), Precision.MONTH, "2024-06")
    assert say_when(june, "en") == "June 2024"
    year = When(date(1961, 1, 1), date(1961, 12, 31), Precision.YEAR, "1961")
    assert say_when(year, "en") == "1961"
    days = When(day, date(2024, 6, 20), Precision.DAY, "2024-06-19/2024-06-20")
    assert say_when(days, "en") == "19 June 2024 to 20 June 2024"
    decade = When(date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE, "199X")
    assert say_when(decade, "en") == "January 1990 to December 1999"


def test_an_instant_is_said_in_the_readers_time_and_with_its_zone() -> None:
    instant = datetime(2024, 6, 19, 23, 0, tzinfo=UTC)

    assert say_instant(instant, "en", "Asia/Seoul") == (
        f"<t:{int(instant.timestamp())}:f> (20 June 2024, 08:00 Asia/Seoul)"
    )


def test_korean_never_guesses_the_particle_after_a_placeholder() -> None:
    """Which one it is hangs on the last sound of what fills the gap."""
    guessed = re.compile(
        r"\}[*”’`]*(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣])|\((?:으|는|를|가|이)\)"
    )

    found = {key for key, words in CATALOGUES["ko"].items() if guessed.search(words)}

    assert guessed.search("{title}을 뺐습니다")
    assert not found


def test_russian_quotes_as_russian_does() -> None:
    assert not [key for key, words in CATALOGUES["ru"].items() if re.search("[“”„]", words)]
