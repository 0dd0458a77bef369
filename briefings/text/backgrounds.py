"""Whom a sentence is about, whether or not anybody speaks in it (English)."""

from collections.abc import Sequence

from briefings.model import Medium, Span, Tier
from briefings.text.focus import WORDS, Voice
from briefings.text.found import Found
from briefings.text.openings import (
    author_of,
    for_whom,
    named_as,
    puts_out,
    second_subject,
    topic_of,
)
from briefings.text.people import Person
from briefings.text.said import Said
from briefings.text.sorts import Phrase
from briefings.text.subjects import first_subject
from briefings.text.tokens import Token
from briefings.text.voices import Voices


def background_of(
    voices: Voices,
    tokens: Sequence[Token],
    sentence: tuple[int, int],
    *,
    nearby: Sequence[tuple[int, Person]],
) -> Found | None:
    """Whom the sentence [start, end) of tokens is about. `nearby`: persons it names."""
    start, end = sentence
    subject = for_whom(tokens, start, end) or first_subject(tokens, start, end)
    if subject is None:
        return _about(voices, tokens, topic_of(tokens, start, end))
    author = author_of(tokens, subject)
    written = author != subject
    subject = named_as(tokens, author, end)
    earlier = [person for at, person in nearby if at < subject.first]
    voice = voices.of(tokens, subject, nearby=earlier)
    if voice is None:
        return None
    if written or puts_out(tokens, start, end):
        voice = voice._replace(head=WORDS)
    return _found(tokens, subject, voice)


def _about(voices: Voices, tokens: Sequence[Token], topic: Phrase | None) -> Found | None:
    """Only of somebody whom the document names in full."""
    voice = voices.of(tokens, topic) if topic is not None else None
    if topic is None or voice is None or voice.person is None or len(voice.person.words) < 2:
        return None
    return _found(tokens, topic, voice)


def _found(tokens: Sequence[Token], subject: Phrase, voice: Voice) -> Found:
    first = tokens[subject.first]
    cue = Span(first.start, first.end)
    return Found(cue, cue, voice, cue, Medium.SPOKEN, Tier.B)


def second_voice(
    voices: Voices, tokens: Sequence[Token], sentence: tuple[int, int], *, here: Sequence[Said]
) -> Voice | None:
    """Who acts in the second of two clauses, unless that is a part of what somebody tells."""
    for said in here:
        if said.strong and said.form == "finite" and tokens[said.at - 1].word != "not":
            return None
    second = second_subject(tokens, *sentence)
    return voices.of(tokens, second) if second is not None else None
