"""Who was asked in a sentence, and so is likely to answer in the next (English)."""

from collections.abc import Sequence

from briefings.text.lexicon import BE, ROLES
from briefings.text.people import Person
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_ASKING = words(
    "asked pressed challenged questioned interrupted confronted grilled asks presses challenges "
    "questions prodded quizzed"
)
_ANSWERING = words(
    "respond reply answer retort counter insist concede admit acknowledge deny rejoin parry demur"
)
_FARTHEST = 4  # tokens from the verb to the name


def whom_asked(
    tokens: Sequence[Token], start: int, end: int, *, met: Sequence[tuple[int, Person]]
) -> Person | None:
    """ "Whitfield pressed Keene on the claim": Keene."""
    for at in range(start + 1, end):
        if tokens[at].word in _ASKING and tokens[at].kind == "low":
            if tokens[at - 1].word in BE or tokens[at - 1].kind == ",":
                return None
            return _object(tokens, at, met)
    return None


def _object(tokens: Sequence[Token], at: int, met: Sequence[tuple[int, Person]]) -> Person | None:
    for place, person in met:
        if at < place <= at + _FARTHEST:
            titled = all(tokens[between].word in ROLES for between in range(at + 1, place))
            return person if titled and not tokens[place].word.endswith("'s") else None
    return None


def answers(lemma: str) -> bool:
    return lemma in _ANSWERING
