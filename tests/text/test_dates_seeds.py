"""The dated expressions of the seeds, against their hand-made answers. Floors only go up."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefings.model import DateMention, Span
from briefings.text.dates import event_date, find_dates
from briefings.text.sentences import split_sentences

ROOT = Path(__file__).parents[2]
ANCHORS = {
    "000": date(2023, 10, 11),
    "001": None,
    "002": date(2024, 6, 17),
    "003": None,
    "004": date(2024, 6, 19),
}
RIGHT_FLOOR = 39
EXTRA_CEILING = 2
FURNITURE = ("Posted on", "Modified on", "John Lee")
Event = dict[str, Any]


def events() -> list[Event]:
    path = ROOT / "tests/corpus/gold_seed_events.json"
    found: list[Event] = json.loads(path.read_text("utf-8"))["events"]
    return found


DATED = [event for event in events() if event["date_expression"]]


def text_of(seed: str) -> str:
    raw = next((ROOT / "seeds").glob(f"{seed}_*")).read_text("utf-8")
    if seed != "000":
        return raw
    plain = re.sub(r"<\\/\w+>", "", raw[raw.index("\nIn light") :])
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), plain).replace("\\n", "\n")


def read(seed: str) -> tuple[str, tuple[Span, ...], tuple[DateMention, ...]]:
    text = text_of(seed)
    lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    sentences = split_sentences(text, lines, language="en")
    return text, sentences, find_dates(text, sentences, anchor=ANCHORS[seed])


def wanted(event: Event) -> str | None:
    """The gold's date in our notation: unresolvable is None, "mid" of a decade is a range."""
    gold = str(event["date"])
    if "unknown" in gold or event["derivation"].startswith("only by joining"):
        return None
    inner = re.search(r"\((?:mid|late): (\d+/\d+)\)", gold)
    return inner[1] if inner else gold


def match_of(event: Event, text: str, mentions: tuple[DateMention, ...]) -> DateMention | None:
    where = Span(event["start"], event["end"] + 3)
    for mention in mentions:
        words = mention.span.of(text)
        alike = words in event["date_expression"] or event["date_expression"] in words
        if alike and (event["seed"] == "000" or mention.span.overlaps(where)):
            return mention
    return None


def is_right(event: Event) -> bool:
    text, _, mentions = read(event["seed"])
    found = match_of(event, text, mentions)
    if found is None or event["derivation"].startswith("only by joining"):
        return False  # the day of 004-E13 is in another document
    return (found.when.edtf if found.when else None) == wanted(event)


def test_nearly_every_dated_expression_is_found_with_its_value() -> None:
    wrong = [event["id"] for event in DATED if not is_right(event)]

    assert len(DATED) == 40
    assert len(DATED) - len(wrong) >= RIGHT_FLOOR, wrong


def test_hardly_anything_else_is_called_a_date() -> None:
    extra = []
    for seed in ANCHORS:
        text, _, mentions = read(seed)
        mine = [event for event in DATED if event["seed"] == seed]
        gold = {event["date_expression"] for event in mine}
        for mention in mentions:
            words = mention.span.of(text)
            before = text[max(0, mention.span.start - 24) : mention.span.start]
            copied = any(words in expression or expression in words for expression in gold)
            if not copied and not any(label in before for label in FURNITURE):
                extra.append((seed, words))

    assert len(extra) <= EXTRA_CEILING, extra


@pytest.mark.parametrize(
    ("seed", "sentence", "when"),
    [
        ("002", "Russian leader Vladimir Putin will make his first visit", "2024-06-18"),
        ("002", "South Korea suspended an inter-Korean", "2024-06"),
        ("002", "In an interview with Bloomberg News", "2024-05"),
        ("002", "Putin expressed appreciation", "2024-06"),
        ("002", "South Korean President Yoon Suk-yeol has described", "2023"),
        ("004", "Russian President Vladimir Putin made a surprise", "2024-06-19"),
        ("004", "North Korean and Russian state-run media reported", "2024-06-18"),
        ("004", "Kremlin adviser Yuri Ushakov said", "2024-06-18"),
        ("004", "In a contribution published in", "2024-06-18"),
        ("004", "Amid the Cold War in 1961", "1961"),
        ("004", "In 2000, this treaty was replaced", "2000"),
        ("004", "Shortly after Yoon made remarks", "2023-04"),
        ("004", "On the same day that Putin", None),
        ("001", "Instantly following the Chilly Battle", None),
        ("001", "The current upswing in North Korea-Russia", None),
    ],
)
def test_a_sentence_of_the_seeds_gets_the_date_of_its_event(
    seed: str, sentence: str, when: str | None
) -> None:
    text, sentences, mentions = read(seed)
    start = text.index(sentence)  # 002 is one line: a byline runs into its first sentence
    span = Span(start, next(span.end for span in sentences if span.end > start))

    found = event_date(span, mentions, text)

    assert (found.edtf if found else None) == when
