"""Sentences that bring a speaker in without a cue, and marked words that are nobody's (English)."""

from collections.abc import Sequence

from briefings.text.lexicon import (
    COORDINATORS,
    DOCUMENT_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from briefings.text.phrases import phrase_left, phrase_right
from briefings.text.sorts import Phrase
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_CHORUSES = words("chorus shout shouts chant chants cry cries scream screams sign signs banner")
_ANSWERS = words("answer response reply retort rejoinder message speech address")
_PUTTING = words("issued released posted sent published put fired wrote penned circulated read")
_RESPONSES = words(
    "response rebuke reply retort rejoinder riposte reaction warning praise criticism condemnation "
    "scorn applause"
)
_BRIEF = 12  # tokens


def is_brief(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A few words that bring a speaker in, all of them outside marks."""
    return 2 <= end - start <= _BRIEF and all(token.kind != "quote" for token in tokens[start:end])


def author_of(tokens: Sequence[Token], subject: Phrase) -> Phrase:
    """ "John Bolton's message" is John Bolton's; whoever's it is not stays a document."""
    if subject.sort != "document" and tokens[subject.last - 1].word not in _ANSWERS:
        return subject
    if tokens[subject.first].word in POSSESSIVES:
        return Phrase(subject.first, subject.first + 1, "pronoun")
    for at in range(subject.last - 2, subject.first - 1, -1):
        if tokens[at].word.endswith("'s"):
            owner = phrase_left(tokens, at, subject.first)
            return owner if owner is not None and owner.sort == "person" else subject
    return subject


def named_as(tokens: Sequence[Token], subject: Phrase, end: int) -> Phrase:
    """ "One of them is Edgar Rink.", "It was Rink who …": the name, if the sentence gives it."""
    at = subject.last
    if subject.sort == "person" or at >= end or tokens[at].word not in ("is", "was"):
        return subject
    named = phrase_right(tokens, at + 1, end)
    if named is None or named.sort != "person":
        return subject
    ends = named.last >= end or tokens[named.last].kind == "," or tokens[named.last].word == "who"
    return named if ends else subject


def topic_of(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """ "Ana Luz's lead vanished": a sentence about nobody is about whose thing it is."""
    for at in range(start, min(end, start + 4)):
        if tokens[at].word.endswith("'s") and tokens[at].kind == "cap":
            owner = phrase_left(tokens, at, start)
            alone = owner is not None and owner.first == start and owner.sort == "person"
            return owner if alone else None
    return None


def second_subject(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Who does what the second clause tells: "He kept silent, but Ana Luz hinted at it"."""
    for at in range(end - 3, start, -1):
        if tokens[at].word in ("but", "while", "and") and tokens[at - 1].kind == ",":
            phrase = phrase_right(tokens, at + 1, end)
            if phrase is None or phrase.sort != "person" or phrase.last >= end:
                return None
            verb = tokens[phrase.last]
            plain = verb.kind == "low" and verb.word not in PREPOSITIONS | COORDINATORS | RELATIVES
            return phrase if plain else None
    return None


def puts_out(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "issued a statement", "posted an angry tweet": what "it said" may mean next."""
    for at in range(start + 1, end):
        if tokens[at].word in _PUTTING and tokens[at].kind == "low":
            return any(token.word in DOCUMENT_NOUNS for token in tokens[at + 1 : min(end, at + 6)])
    return False


def _answering(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """ "That drew a tart response from Whitman, who argued the case"."""
    for at in range(start + 1, end - 1):
        if tokens[at].word in _RESPONSES and tokens[at + 1].word == "from":
            phrase = phrase_right(tokens, at + 2, end)
            return phrase if phrase is not None and phrase.sort == "person" else None
    return None


def for_whom(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """ "To Rep. Dina Titus, it was “…”": how she sees it."""
    if tokens[start].word not in ("to", "for"):
        return _answering(tokens, start, end)
    phrase = phrase_right(tokens, start + 1, end)
    if phrase is None or phrase.sort != "person" or phrase.last + 1 >= end:
        return None
    return phrase if tokens[phrase.last].kind == "," else None


def is_chorus(tokens: Sequence[Token], at: int) -> bool:
    """ "a chorus of “…”", "to shouts of “…”": nobody's words."""
    return at > 1 and tokens[at - 1].word in ("of", "with") and tokens[at - 2].word in _CHORUSES
