"""Which cue of its sentence a quotation belongs to (English)."""

from collections.abc import Sequence
from typing import NamedTuple

from briefings.text.attribution import is_media
from briefings.text.cues import NAMING
from briefings.text.lexicon import (
    DETERMINERS,
    ORGANISATION_WORDS,
    PRONOUNS,
    ROLES,
    TERM_LEADERS,
    TIME_WORDS,
)
from briefings.text.phrases import phrase_right
from briefings.text.said import Said
from briefings.text.shapes import Shape
from briefings.text.tokens import Token
from briefings.text.verbgroups import skip_time_right
from briefings.text.wordlists import words

_FAR = 16  # tokens between a cue and "that" or a comma right before its quotation
_TERM_WORDS = 8
_TELLING = frozenset({"say", "tell", "add", "call", "describe", "write"})
_WORKS = words(
    "memoir memoirs book novel song film movie album essay play autobiography bestseller"
)
_SHORT_NAME = 3  # words of a newspaper's name
_TO_WHOM = words("told tells newspaper magazine daily weekly broadcaster agency paper tabloid")
_METALINGUISTIC = frozenset({"word", "words", "term", "terms", "phrase"})
_NOMINAL = PRONOUNS | ROLES | ORGANISATION_WORDS


class Link(NamedTuple):
    """A quotation's cue. near: it stands right beside it. relay: a medium that reports it."""

    said: Said
    near: bool
    relay: Said | None = None


def is_term(tokens: Sequence[Token], at: int, shape: Shape) -> bool:
    """A name, a title or a scare word, whatever the cues around it say."""
    if (shape.words > _TERM_WORDS and not shape.title) or shape.last in "?!":
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.word in TERM_LEADERS and before.kind != "cap":
        return not _is_described(before, shape) and not _is_called(tokens, at)
    if before is not None and before.word in _TO_WHOM and shape.words <= _SHORT_NAME:
        return shape.capital  # "told “Newsweek” in March", "in the newspaper “Arab News”"
    return shape.title and _is_title(tokens, at, shape)


def _is_title(tokens: Sequence[Token], at: int, shape: Shape) -> bool:
    """Of words that are all capitalised: no slogan, no answer."""
    if at and tokens[at - 1].kind in (",", ":"):
        return tokens[at - 1].kind == "," and at > 1 and tokens[at - 2].word in _WORKS
    return shape.last not in ".," or _is_titled(tokens, at)


def _is_described(before: Token, shape: Shape) -> bool:
    """ "his words “should be taken …”", "its policy “more flexibly”": no name follows."""
    if before.word in _METALINGUISTIC:
        return shape.words > 3
    return not before.word.endswith(("ed", "called", "known")) and not shape.capital


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """NBC’s “Meet the Press.”"""
    return at > 0 and (tokens[at - 1].word.endswith("'s") or tokens[at - 1].word in ("on", "of"))


def _is_called(tokens: Sequence[Token], at: int) -> bool:
    """ "what Kim called “…”" is Kim's word; "a drill called “…”" is a name."""
    if tokens[at - 1].word not in ("called", "labeled", "labelled", "termed", "dubbed", "named"):
        return False
    before = tokens[at - 2] if at > 1 else None
    if before is None or before.kind not in ("cap", "low"):
        return False
    return before.kind == "cap" or before.word in _NOMINAL


def link(
    tokens: Sequence[Token],
    at: int,
    sentence: tuple[int, int],
    *,
    said: Sequence[Said],
    shape: Shape,
) -> Link | None:
    """`said` are the cues of the sentence [start, end) of tokens."""
    left = _left(tokens, at, said)
    right = _right(tokens, at, said=said, shape=shape)
    if left is None or right is None:
        return left or right
    if right.said.subject.sort == "organisation" and is_media(tokens, right.said.subject):
        return left._replace(relay=right.said)
    if at == sentence[0] or _is_sourced(left, right):
        return right
    return right if right.near and not left.near and shape.capital else left


def _is_sourced(left: Link, right: Link) -> bool:
    """ "It urged the towns to make “…” of it, according to the minister"."""
    far = right.said.at - left.said.end > _FAR and left.said.lemma not in _TELLING
    return right.said.form == "according" and not left.near and far


def _left(tokens: Sequence[Token], at: int, said: Sequence[Said]) -> Link | None:
    for cue in reversed(said):
        if cue.end <= at and not _is_aside(tokens, cue, at):
            teller = _teller(tokens, cue, said)
            return Link(teller or cue, teller is None and _is_near(tokens, cue, at))
    return None


def _teller(tokens: Sequence[Token], cue: Said, said: Sequence[Said]) -> Said | None:
    """ "She said it suggests “…”": what things suggest is what somebody says of them."""
    subject = cue.subject
    thing = subject.sort == "other" or tokens[subject.first].word in ("it", "they", "this", "that")
    if cue.strong or cue.form != "finite" or not thing:
        return None
    for other in reversed(said):
        if other.at < subject.first and other.strong and other.form in ("finite", "gerund"):
            return other if other.subject.sort in ("person", "pronoun", "role") else None
    return None


def _is_aside(tokens: Sequence[Token], cue: Said, at: int) -> bool:
    """“…,” said Omar, who asked that …, “…”: the cue of a description between two halves.
    So is "according to" between commas."""
    described = tokens[cue.at - 1].word == "who" or cue.form == "according"
    if not described or tokens[at - 1].kind != ",":
        return False
    place = cue.at
    while place >= 0 and tokens[place].kind not in ("quote", "."):
        place -= 1
    return place >= 0 and tokens[place].kind == "quote"


def _is_near(tokens: Sequence[Token], cue: Said, at: int) -> bool:
    gap = at - max(cue.end, cue.subject.last if cue.form != "finite" else cue.end)
    if gap <= 1:
        return True
    before = tokens[at - 1]
    if any(token.kind == "quote" for token in tokens[cue.end : at]):
        return before.kind in (",", ":") and gap <= 3
    introduces = before.kind in (",", ":") or before.word in ("that", "as", "saying")
    return introduces and gap <= _FAR


def _right(tokens: Sequence[Token], at: int, *, said: Sequence[Said], shape: Shape) -> Link | None:
    for cue in said:
        first = min(cue.at, cue.subject.first)
        if cue.at <= at:
            continue
        if any(token.kind == "quote" for token in tokens[at + 1 : cue.at]):
            return Link(cue, False) if _ends_all(tokens, cue) else None
        if cue.form == "gerund" or cue.subject.first < at or tokens[at + 1].word == "and":
            continue
        if first - at <= 2 and _is_open(tokens, at, shape=shape):
            return Link(cue, True)
        closes = cue.relayed or _closes_the_sentence(tokens, at, cue, shape)
        return Link(cue, False) if closes else None
    return None


def _ends_all(tokens: Sequence[Token], cue: Said) -> bool:
    """ "The vote “…”, and “…”, Kim said.": the last words of the sentence say whose it all is."""
    first = min(cue.at, cue.subject.first)
    last = cue.subject.last if cue.form == "inverted" else cue.end
    closing = cue.strong and tokens[last].kind == "." and cue.form in ("finite", "inverted")
    return closing and (tokens[first - 1].kind == "," or tokens[first - 1].kind == "quote")


def _is_open(tokens: Sequence[Token], at: int, *, shape: Shape) -> bool:
    """The quotation ends like the first half of a sentence."""
    following = tokens[at + 1]
    return shape.last in ",?!—-–…" or following.kind in (",", "-") or following.kind == "low"


def _tells_more(tokens: Sequence[Token], cue: Said) -> bool:
    """“…” Aides said Thursday that …: a sentence of its own behind the quotation."""
    if cue.form != "finite":
        return False
    at = skip_time_right(tokens, cue.end)
    if cue.lemma == "tell":
        whom = phrase_right(tokens, at, len(tokens) - 1)
        at = skip_time_right(tokens, whom.last if whom is not None else at + 1)
    if _says_that(tokens, cue.end):
        return True
    token = tokens[min(at, len(tokens) - 1)]
    if token.word in TIME_WORDS or token.word.endswith("ing"):
        return False
    return token.word in DETERMINERS or token.word in PRONOUNS or token.kind == "cap"


def _says_that(tokens: Sequence[Token], at: int) -> bool:
    """ "said during his campaign that …"."""
    for token in tokens[at : at + _FAR]:
        if token.word == "that":
            return True
        if token.kind not in ("low", "cap", "num"):
            return False
    return False


def _closes_the_sentence(tokens: Sequence[Token], at: int, cue: Said, shape: Shape) -> bool:
    """ "The “deal” would end, Kim said." """
    first = min(cue.at, cue.subject.first)
    if first == at + 1 and shape.last == "." and _tells_more(tokens, cue):
        return False
    told_so = first > 1 and tokens[first - 1].word == "as" and tokens[first - 2].kind == ","
    if told_so:
        return True
    if cue.lemma in NAMING or tokens[first - 1].kind not in (",", "-", "quote"):
        return cue.form == "according"
    if cue.form in ("according", "inverted"):
        return True
    following = tokens[cue.end]
    return (
        following.kind in (".", ",", ";", "-", "(")
        or following.word in ("in", "on", "at", "during", "to", "reporters", "when", "after", "as")
        or following.word in TIME_WORDS
    )
