"""Whether a negation stands right beside some words of a sentence, so that without it they say the
opposite: "I do not believe that …" before them, "…고 생각하지 않는다" behind them."""

import re
from collections.abc import Sequence

from briefings.text.wordings import Wording
from briefings.text.wordlists import words

_NEAR = 6  # words before in English and Russian, behind in Korean
_NEGATIONS = words(
    "not no never neither nor nobody nothing cannot without hardly none "
    "не ни нет никогда никто ничего без нельзя"
)
_JOINS = words("and but or only just и а но или только просто")
_KOREAN = re.compile(r"^(?:안|못)$|않|없|아니|못하|못할|마라|말라|말아")
_PREDICATE = re.compile("(?:지|고|라|다|것|것이|것은)$")  # what a Korean negation may stand behind
_BREAK = re.compile(r"[.!?;:—–…“”«»\"]|,(?!\s+(?:that|что|чтобы|будто|как будто)\b)")


def negates(form: str) -> bool:
    """Whether a folded word is a negation, in any of the three languages."""
    if form in _NEGATIONS or form.endswith("n't"):
        return True
    return _KOREAN.search(form) is not None


def negated_beside(text: str, said: Wording, first: int, last: int) -> bool:
    """Whether what was left out beside the words from `first` to before `last` negates them."""
    return _before(text, said, first) or _behind(text, said, last)


def _before(text: str, said: Wording, first: int) -> bool:
    """Not beyond a stop or a conjunction that begins another clause."""
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        token, after = said.tokens[at], said.tokens[at + 1]
        if _BREAK.search(text, token.end, after.start) or token.form in _JOINS:
            return False
        if _KOREAN.search(token.form) is None and negates(token.form):
            return not _only(said.forms, at)
    return False


def _only(forms: Sequence[str], at: int) -> bool:
    """ "Not only …" denies nothing."""
    return forms[at + 1 : at + 2] in (["only"], ["just"], ["только"], ["просто"])


def _behind(text: str, said: Wording, last: int) -> bool:
    if _PREDICATE.search(said.forms[last - 1]) is None:
        return False
    for at in range(last, min(len(said.tokens), last + _NEAR)):
        token, before = said.tokens[at], said.tokens[at - 1]
        if _BREAK.search(text, before.end, token.start):
            return False
        if _KOREAN.search(token.form) is not None:
            return True
    return False
