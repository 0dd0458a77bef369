"""What stands between a subject and its verb, and behind the verb: auxiliaries, adverbs, times."""

from collections.abc import Sequence

from briefings.text.lexicon import AUXILIARIES, BE, TIME_LEADERS, TIME_WORDS
from briefings.text.tokens import Token
from briefings.text.wordclasses import is_adverb


def skip_verb_group(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Leftwards over auxiliaries, adverbs and times: "has repeatedly", "on Monday"."""
    while at >= floor:
        token = tokens[at]
        if (
            (token.word in AUXILIARIES and token.kind == "low")
            or is_adverb(token)
            or token.word in ("himself", "herself", "themselves", "itself")
        ):
            at -= 1
        elif _is_time(tokens, at):
            at = _before_time(tokens, at, floor)
        else:
            break
    return at


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.word in TIME_WORDS and token.word != "may" and token.kind in ("cap", "low")


def _before_time(tokens: Sequence[Token], at: int, floor: int) -> int:
    at -= 1
    while at >= floor and (
        tokens[at].word in TIME_LEADERS or tokens[at].word in TIME_WORDS or tokens[at].word == "the"
    ):
        at -= 1
    return at


def is_passive(tokens: Sequence[Token], cue: int, floor: int) -> bool:
    at = cue - 1
    while at >= floor and (is_adverb(tokens[at]) or tokens[at].word in ("n't", "not")):
        at -= 1
    return at >= floor and tokens[at].word in BE and tokens[at].kind in ("low", "cap")


def skip_time_right(tokens: Sequence[Token], at: int) -> int:
    """Rightwards over "on Tuesday", "last year", "earlier this month"."""
    place = at
    while place < len(tokens) and place - at < 5:
        token = tokens[place]
        if token.kind == "low" and (token.word in TIME_LEADERS or is_adverb(token)):
            place += 1
        elif token.word in TIME_WORDS and token.kind in ("cap", "low"):
            place += 1
            at = place
        else:
            break
    return at
