"""The extent of reported speech beside its cue (English)."""

from collections.abc import Sequence
from typing import NamedTuple

from briefings.text.cues import FORMS
from briefings.text.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_NOUNS,
    SUBORDINATORS,
)
from briefings.text.phrases import phrase_right
from briefings.text.said import Said
from briefings.text.tokens import Token
from briefings.text.verbgroups import skip_time_right
from briefings.text.wordclasses import is_adverb, is_nominal
from briefings.text.wordlists import words

_REPORTING = words(
    "say tell add warn claim announce state declare hint emphasize emphasise stress note argue "
    "insist vow pledge promise threaten deny confirm report suggest acknowledge admit concede "
    "reiterate repeat explain predict propose recommend reveal disclose indicate assert contend "
    "maintain allege testify assure inform caution recall conclude signal imply remind write "
    "express demand urge observe remark affirm complain boast estimate forecast point reassure "
    "advise believe underscore underline"
)
# With these, what is told needs no "that".
_BARE_CLAUSE = words("say claim add report announce warn tell believe")
_INFINITIVE = words("vow pledge promise threaten urge propose demand tell warn")
_NOUN_OBJECT = words(
    "express announce reiterate emphasize emphasise stress deny confirm underscore underline "
    "reaffirm hint"
)
_TELLING = words("tell assure inform remind warn advise urge reassure notify")
_UNREAL = words("to may might could would should can will not n't didn't doesn't")
_SHORTEST = 3  # words
_FARTHEST_THAT = 14  # tokens from a cue to its "that"
_OTHER_CLAUSE = AUXILIARIES | RELATIVES


class Report(NamedTuple):
    """Tokens [first, last) of reported speech."""

    first: int
    last: int


def report_of(tokens: Sequence[Token], said: Said) -> Report | None:
    """What the cue reports, or None if it reports nothing (or only a quotation)."""
    start, end = _bounds(tokens, said.at)
    if said.form == "according":
        report: Report | None = _beside_according(tokens, said, start=start, end=end)
    elif said.form == "inverted" or _trails(tokens, said, start):
        report = Report(start, min(said.at, said.subject.first))
    elif said.lemma in _REPORTING and not _is_unreal(tokens, said.at):
        report = _after(tokens, said, end)
    else:
        return None
    return _usable(tokens, report) if report is not None else None


def _is_unreal(tokens: Sequence[Token], at: int) -> bool:
    """ "to demand", "may say": nothing has been said yet."""
    return tokens[at - 1].word in _UNREAL


def _bounds(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    start, end = at, at
    while start > 0 and tokens[start - 1].kind != ".":
        start -= 1
    while tokens[end].kind != ".":
        end += 1
    return start, end


def _trails(tokens: Sequence[Token], said: Said, start: int) -> bool:
    """ "The drills will go on, Kim said." """
    first = said.subject.first
    if said.form != "finite" or first - 1 <= start or tokens[first - 1].kind != ",":
        return False
    following = tokens[said.end]
    ends = following.kind in (".", ",", "-") or following.word in ("in", "on", "at", "during")
    return ends or skip_time_right(tokens, said.end) > said.end


def _beside_according(tokens: Sequence[Token], said: Said, *, start: int, end: int) -> Report:
    if said.at - start <= 1:
        first = said.subject.last
        while first < end and tokens[first].kind != ",":
            first += 1
        return Report(first + 1, _cut(tokens, first + 1, end))
    return Report(start, said.at)


def _after(tokens: Sequence[Token], said: Said, end: int) -> Report | None:
    if said.form == "gerund" and not _in_a_speech(tokens, said):
        return None
    first = _content_start(tokens, said, end)
    if first is None:
        return None
    return Report(first, _cut(tokens, first, end, fronted=_is_fronted(tokens, said)))


def _in_a_speech(tokens: Sequence[Token], said: Said) -> bool:
    start, _ = _bounds(tokens, said.at)
    return any(token.word in SPEECH_NOUNS for token in tokens[start : said.at])


def _is_fronted(tokens: Sequence[Token], said: Said) -> bool:
    """Does the cue stand in a clause that another one follows ("While …", "Shortly after …")?"""
    start, _ = _bounds(tokens, said.at)
    return any(token.word in SUBORDINATORS for token in tokens[start : start + 2])


def _content_start(tokens: Sequence[Token], said: Said, end: int) -> int | None:
    at = skip_time_right(tokens, said.end)
    that = _that(tokens, at, end)
    if that is not None:
        return that + 1 if said.lemma != "express" else said.end
    if said.lemma in _NOUN_OBJECT and at == said.end:
        return _noun_object(tokens, at, end)
    if said.lemma in _TELLING and tokens[at].word not in ("to", "not"):
        listener = phrase_right(tokens, at, end)
        at = skip_time_right(tokens, listener.last) if listener is not None else at
    return at if _takes_bare(tokens, said, at, end=end) else None


def _takes_bare(tokens: Sequence[Token], said: Said, at: int, *, end: int) -> bool:
    """Content without "that": "vowed to …", "said the talks failed", "claims could hit"."""
    if tokens[at].word in ("to", "not"):
        return said.lemma in _INFINITIVE
    if said.lemma in _BARE_CLAUSE and _is_clause(tokens, at, end):
        return True
    return said.lemma == "claim" and tokens[at].word in AUXILIARIES


def _that(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The "that" of the cue: only words for listener, place and time stand before it."""
    for place in range(at, min(end, at + _FARTHEST_THAT)):
        token = tokens[place]
        if token.word == "that" and token.kind == "low":
            return place
        cue = FORMS.get(token.word)
        verb = cue is not None and cue.tense == "past"
        if token.kind in (":", ";", "quote", "-") or token.word in _OTHER_CLAUSE or verb:
            return None
    return None


def _noun_object(tokens: Sequence[Token], at: int, end: int) -> int | None:
    if tokens[at].word in ("at", "for"):
        at += 1
    takes = tokens[at].word in DETERMINERS or is_nominal(tokens, at)
    return at if takes and end - at >= _SHORTEST else None


def _is_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A subject and, within reach, a verb: a finite auxiliary or a word in -ed or -s."""
    phrase = phrase_right(tokens, at, end)
    if phrase is None or phrase.last >= end:
        return False
    for token in tokens[phrase.last : min(end, phrase.last + 10)]:
        if token.kind in (",", "quote", "."):
            return False
        if token.word in AUXILIARIES or (token.kind == "low" and token.word.endswith(("ed", "s"))):
            return True
        if token.kind == "low" and not is_adverb(token) and token.word not in PREPOSITIONS:
            return True
    return False


def _cut(tokens: Sequence[Token], first: int, end: int, *, fronted: bool = False) -> int:
    """Before a gloss behind a dash, the next cue, a list of quotations, or the main clause."""
    for at in range(first + 1, end):
        token = tokens[at]
        if token.kind in ("-", ";"):
            return at
        if token.kind == "," and _breaks(tokens, at, end, fronted=fronted):
            return at
        if token.word == "and" and _new_cue(tokens, at + 1, end):
            return at
    return end


def _breaks(tokens: Sequence[Token], comma: int, end: int, *, fronted: bool) -> bool:
    following = tokens[comma + 1]
    if following.word == "including" and any(
        token.kind == "quote" for token in tokens[comma : comma + 4]
    ):
        return True
    cue = FORMS.get(following.word)
    if cue is not None and cue.tense == "gerund":
        return True
    if following.word in ("and", "but", "while") and _new_cue(tokens, comma + 2, end):
        return True
    return fronted and _opens_main_clause(tokens, comma + 1, end)


def _opens_main_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    if (
        tokens[at].word not in DETERMINERS | {"he", "she", "they", "it"}
        and tokens[at].kind != "cap"
    ):
        return False
    phrase = phrase_right(tokens, at, end)
    if phrase is None or phrase.last >= end:
        return False
    verb = tokens[phrase.last]
    return verb.word in AUXILIARIES or verb.word in FORMS or verb.word.endswith(("ed", "s"))


def _new_cue(tokens: Sequence[Token], at: int, end: int) -> bool:
    while at < end and (is_adverb(tokens[at]) or tokens[at].word in AUXILIARIES):
        at += 1
    cue = FORMS.get(tokens[at].word) if at < end else None
    if cue is not None and cue.tense in ("past", "third"):
        return True
    subject = phrase_right(tokens, at, end)
    if subject is None or subject.last >= end:
        return False
    cue = FORMS.get(tokens[subject.last].word)
    return cue is not None and cue.tense == "past" and cue.lemma in _REPORTING


def _usable(tokens: Sequence[Token], report: Report) -> Report | None:
    """Without commas at its ends, and more than a quotation."""
    first, last = report
    while first < last and tokens[first].kind in (",", "-", ":", ".", ")"):
        first += 1
    while last > first and tokens[last - 1].kind in (",", "-", ":", "."):
        last -= 1
    words = [token for token in tokens[first:last] if token.kind in ("cap", "low", "num")]
    if len(words) < _SHORTEST:
        return None
    return Report(first, last)
