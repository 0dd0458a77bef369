"""Who was asked in a sentence, and so is likely to answer in the next (English)."""

from collections.abc import Sequence

from briefings.model import Medium, Span, Tier
from briefings.text.focus import Voice
from briefings.text.found import Found
from briefings.text.lexicon import BE
from briefings.text.people import Person
from briefings.text.phrases import phrase_right
from briefings.text.sorts import Phrase
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_ASKING = words(
    "asked pressed challenged questioned interrupted confronted grilled asks presses challenges "
    "questions prodded quizzed"
)
_ANSWERING = words(
    "respond reply answer retort counter insist concede admit acknowledge deny rejoin parry demur"
)


def whom_asked(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """ "Whitfield pressed Keene on the claim": Keene."""
    for at in range(start + 1, end):
        if tokens[at].word in _ASKING and tokens[at].kind == "low":
            if tokens[at - 1].word in BE or tokens[at - 1].kind == ",":
                return None
            phrase = phrase_right(tokens, at + 1, end)
            return phrase if phrase is not None and phrase.sort in ("person", "role") else None
    return None


def answers(lemma: str) -> bool:
    return lemma in _ANSWERING


def not_addressed(
    voice: Voice | None, asked: Voice | None, addressed: frozenset[str]
) -> Voice | None:
    """ "Senator Wyatt, there are none!" is not said by the "he" who is Wyatt."""
    if voice is None or voice.person is None or asked is None:
        return voice
    return asked if addressed.intersection(voice.person.words) else voice


def answer_of(tokens: Sequence[Token], at: int, person: Person | None) -> Found | None:
    """In an interview the "A:" before the quotation at `at` is the person it is about."""
    if person is None or at < 2:
        return None
    cue = Span(tokens[at - 2].start, tokens[at - 2].end)
    voice = Voice(person.span, cue, "person", person)
    return Found(cue, cue, voice, cue, Medium.SPOKEN, Tier.B)
