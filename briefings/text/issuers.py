"""Who speaks in a paper: "a statement issued by the palace", "the Kremlin readout" (English)."""

from collections.abc import Sequence

from briefings.text.lexicon import DETERMINERS, NATIONALITIES, TIME_WORDS
from briefings.text.phrases import phrase_left, phrase_right
from briefings.text.sorts import Phrase, classify
from briefings.text.tokens import Token
from briefings.text.wordlists import words

# Papers that are somebody's voice; a report or a law speaks for itself.
ISSUED = words(
    "statement statements communique communiqué release memo readout tweet tweets letter letters "
    "post message email e-mail note notice op-ed petition"
)
# Those that one person writes or holds: "his letter".
# What "the statement said" may take up.
STATED = words("statement communique communiqué release memo")
_AUTHORED = words("article column essay commentary editorial memoir book dissent")
PERSONAL = ISSUED | _AUTHORED | words("speech remarks testimony")
_PUT_OUT = words("issued released published posted put signed circulated written sent provided")
_BY = words("by from")
_PLACES = words("facebook twitter instagram telegram youtube linkedin whatsapp weibo online")
_NOBODY = NATIONALITIES | TIME_WORDS | _PLACES
_NAMED = frozenset({"person", "organisation"})
_LONGEST_WAY = 3  # tokens from the paper to "by"


def issuer_of(tokens: Sequence[Token], phrase: Phrase, ceiling: int) -> Phrase | None:
    """The person or house whose paper it is, as far as the phrase or what follows it says."""
    for at in range(phrase.first, phrase.last):
        if tokens[at].kind != "low":
            continue
        if tokens[at].word in ISSUED:
            return _named_behind(tokens, at + 1, ceiling) or _named_before(tokens, phrase, at)
        if tokens[at].word in _AUTHORED:
            author = _named_behind(tokens, at + 1, ceiling)
            return author if author is not None and author.sort == "person" else None
    return None


def _named_behind(tokens: Sequence[Token], at: int, ceiling: int) -> Phrase | None:
    for place in range(at, min(ceiling - 1, at + _LONGEST_WAY)):
        if tokens[place].word in _BY:
            return _house_at(tokens, place + 1, ceiling)
        if tokens[place].word not in _PUT_OUT | {"out"}:
            return None
    return None


def _house_at(tokens: Sequence[Token], at: int, ceiling: int) -> Phrase | None:
    """Without what only looks like a part of it: "the White House late on Monday"."""
    named = phrase_right(tokens, at, ceiling)
    for _ in range(_LONGEST_WAY):
        if named is None or named.sort in _NAMED:
            return named
        named = phrase_right(tokens, at, named.last - 1)
    return None


def _named_before(tokens: Sequence[Token], phrase: Phrase, paper: int) -> Phrase | None:
    """ "the White House statement", "Mr. Noon's latest letter"."""
    last = paper
    while last > phrase.first and _describes(tokens[last - 1]):
        last -= 1
    first = phrase.first
    if last > first and tokens[last - 1].word.endswith(("'s", "s'")):
        owner = phrase_left(tokens, last - 1, first)
    else:
        first += tokens[first].word in DETERMINERS
        if last <= first or tokens[last - 1].word in _NOBODY:
            return None
        owner = classify(tokens, first, last)
    return owner if owner is not None and owner.sort in _NAMED else None


def _describes(token: Token) -> bool:
    """ "written", "joint", "Monday" before "statement"."""
    owner = token.word.endswith(("'s", "s'")) or token.word in DETERMINERS
    return not owner and (token.kind != "cap" or token.word in TIME_WORDS)
