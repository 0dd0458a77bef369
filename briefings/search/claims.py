"""What a message lets people say: the words between its quotation marks, each with its speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefings.gazetteer import Gazetteer
from briefings.gazetteer.added import gazetteer_with
from briefings.model import Span
from briefings.storage.database import Database
from briefings.storage.names import names_on
from briefings.text.languages import language_of
from briefings.text.marks import pair_marks
from briefings.text.names import learn_people
from briefings.text.sentences import split_sentences
from briefings.text.utterances import read_utterances
from briefings.text.wordings import worded

MOST_CLAIMS = 6
LONGEST_MESSAGE = 8_000  # characters that are read
FEWEST_WORDS = 2
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """Words between marks; speaker: a known name to whom the message gives them, or empty."""

    words: str
    speaker: str = ""


def claims_in(database: Database, message: str, *, shelves: Sequence[int]) -> tuple[Claim, ...]:
    """In order, no words twice; none where the message has no quotation."""
    gazetteer = gazetteer_with(names_on(database, shelves))
    found: dict[str, Claim] = {}
    for claim in _claims(message[:LONGEST_MESSAGE], gazetteer):
        found.setdefault(worded(claim.words).glued, claim)
    return tuple(islice(found.values(), MOST_CLAIMS))


def _claims(text: str, gazetteer: Gazetteer) -> Iterator[Claim]:
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if match[0].strip()]
    language = language_of(text)
    sentences = split_sentences(text, lines, language=language)
    known = gazetteer.find(text, language=language)
    mentions = sorted((*known, *learn_people(text, sentences, known)), key=lambda each: each.span)
    quotes, _ = read_utterances(
        text, sentences, mentions=mentions, paragraphs=lines, language=language
    )
    for marked in pair_marks(text, lines):
        if len(worded(text, marked.inner).tokens) < FEWEST_WORDS:
            continue
        said = next((each for each in quotes if each.span.overlaps(marked.inner)), None)
        name = said.speaker_in(text) if said is not None and said.name_id is not None else ""
        yield Claim(marked.inner.of(text), name)
