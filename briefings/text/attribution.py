"""Cues with their subjects in the frame of a paragraph (English): who is said to say."""

from collections.abc import Sequence

from briefings.text.cues import FORMS, LOOSE, NAMING, STRONG, Cue
from briefings.text.lexicon import (
    AUXILIARIES,
    BE,
    MEDIA_WORDS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
)
from briefings.text.nouncues import OWNED, owner_of
from briefings.text.participles import gerund_at
from briefings.text.phrases import phrase_right
from briefings.text.said import Said
from briefings.text.sorts import Phrase
from briefings.text.subjects import subject_before
from briefings.text.tokens import Token
from briefings.text.verbgroups import is_passive
from briefings.text.verbs import is_verb, tells_of_words
from briefings.text.wordclasses import is_adverb

_LONGEST_ASIDE = 14  # tokens
_MOST_CUES = 30  # in one sentence
_SAYS = Cue("say", "past")
# Verbs that tell of words only together with a particle, at the quotation.
_PHRASAL = {
    "put": "it",
    "puts": "it",
    "went": "on",
    "goes": "on",
    "shot": "back",
    "fired": "back",
    "hit": "back",
    "chimed": "in",
    "weighed": "in",
    "broke": "in",
    "cut": "in",
    "blurted": "out",
    "spoke": "of",
    "speaks": "of",
}
_LEADS = {"according": "to", "as": "per", "words": "of"}
_MAY_CUE = frozenset(FORMS) | frozenset(_LEADS) | frozenset(_PHRASAL) | OWNED


def find_said(tokens: Sequence[Token], *, marks_end: Sequence[str]) -> list[Said]:
    """All cues of a paragraph in order. marks_end: last character inside each quotation."""
    found: list[Said] = []
    floor = here = 0
    for at, token in enumerate(tokens):
        if token.kind == ".":
            floor, here = at + 1, 0
        elif token.word in _MAY_CUE and here < _MOST_CUES:
            said = _said_at(tokens, at, floor, found, marks_end)
            if said is not None:
                found.append(said)
                here += 1
    return found


def _said_at(
    tokens: Sequence[Token], at: int, floor: int, found: Sequence[Said], marks_end: Sequence[str]
) -> Said | None:
    word = tokens[at].word
    if word in _LEADS:
        return _according(tokens, at)
    special = _owned(tokens, at, floor, found) or (_opening(tokens, at) if at == floor else None)
    if special is not None:
        return special
    cue = _SAYS if _is_phrasal(tokens, at) else FORMS.get(word)
    if cue is None or (tokens[at].kind == "cap" and at != floor):
        return None
    if cue.tense == "gerund":
        return gerund_at(tokens, at, floor, found, cue)
    passive = is_passive(tokens, at, floor)
    return _passive(tokens, at, cue) if passive else _finite(tokens, at, floor, cue, marks_end)


def _owned(tokens: Sequence[Token], at: int, floor: int, found: Sequence[Said]) -> Said | None:
    """ "Kim's promise to “…”"; but "described Kim's remarks as “…”" gives nobody's but the
    describer's words."""
    owner = owner_of(tokens, at, floor)
    if owner is None:
        return None
    valuing = bool(found) and found[-1].end == owner.first and found[-1].lemma in NAMING
    if valuing and tokens[at + 1].word == "as":
        return None
    if found and found[-1].at >= floor and _is_judged(tokens, at, owner, found[-1]):
        return None
    return Said(at, at + 1, "", "noun", owner, False)


def _is_judged(tokens: Sequence[Token], at: int, owner: Phrase, said: Said) -> bool:
    """ "Franken said Sessions' response was “…”", "said Trump's tweet “speaks for itself”"."""
    between = tokens[said.end : owner.first]
    told = said.strong and all(token.word == "that" for token in between)
    return tokens[at + 1].word in BE or (told and tokens[at + 1].kind == "quote")


def _opening(tokens: Sequence[Token], at: int) -> Said | None:
    """ "Fired back Carlisle: “…”", "Said Smith, “…”" at the start of a sentence."""
    word = tokens[at].word
    phrasal = word in _PHRASAL and tokens[at + 1].word == _PHRASAL[word]
    cue = _SAYS if phrasal else FORMS.get(word)
    if cue is None or cue.tense != "past":
        return None
    subject = phrase_right(tokens, at + 1 + phrasal, _sentence_end(tokens, at))
    if subject is None or subject.sort not in ("person", "role", "organisation"):
        return None
    if not _leads_to_words(tokens, subject.last):
        return None
    return Said(at, at + 1 + phrasal, cue.lemma, "inverted", subject, cue.lemma in STRONG)


def _leads_to_words(tokens: Sequence[Token], at: int) -> bool:
    """A comma or colon and a quotation; perhaps ", who runs the shelter:" between."""
    for place in range(at, min(len(tokens) - 1, at + _LONGEST_ASIDE)):
        if tokens[place + 1].kind == "quote":
            return tokens[place].kind == ":" or (place == at and tokens[place].kind == ",")
        if tokens[place].kind in (".", "quote") or tokens[at].kind not in (",", ":"):
            return False
    return False


def _is_phrasal(tokens: Sequence[Token], at: int) -> bool:
    particle = _PHRASAL.get(tokens[at].word)
    if particle is None or tokens[at + 1].word != particle:
        return False
    return at + 2 < len(tokens) and tokens[at + 2].kind in (",", ":", ".", "quote")


def _according(tokens: Sequence[Token], at: int) -> Said | None:
    if tokens[at + 1].word != _LEADS[tokens[at].word]:
        return None
    subject = phrase_right(tokens, at + 2, _sentence_end(tokens, at))
    if subject is None or (subject.sort == "pronoun" and tokens[subject.first].word == "it"):
        return None
    return Said(at, at + 2, "according", "according", subject, True)


def _sentence_end(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].kind not in (".", "quote"):
        at += 1
    return at


def _passive(tokens: Sequence[Token], at: int, cue: Cue) -> Said | None:
    """ "was described by Kim as": only with an agent."""
    if tokens[at + 1].word != "by":
        return None
    subject = phrase_right(tokens, at + 2, _sentence_end(tokens, at))
    if subject is None or subject.sort == "other":
        return None
    return Said(at, at + 1, cue.lemma, "passive", subject, False)


def _finite(
    tokens: Sequence[Token], at: int, floor: int, cue: Cue, marks_end: Sequence[str]
) -> Said | None:
    inverted = _inverted(tokens, at, floor)
    if inverted is not None:
        return Said(at, at + 1, cue.lemma, "inverted", inverted, cue.lemma in STRONG)
    if not is_verb(tokens, at, cue) or (cue.lemma in LOOSE and not tells_of_words(tokens, at)):
        return None
    subject = _subject(tokens, at, floor, marks_end)
    if subject is None or not _may_say(tokens, subject, cue):
        return None
    return Said(at, at + 1, cue.lemma, "finite", subject, cue.lemma in STRONG)


def _subject(
    tokens: Sequence[Token], at: int, floor: int, marks_end: Sequence[str]
) -> Phrase | None:
    """Not before a quotation that ends like the first half of a sentence, if that is possible."""
    near = at
    while near > floor and tokens[near - 1].kind != "quote":
        near -= 1
    if near > floor and marks_end[tokens[near - 1].quote] in ",?!—-–…":
        start = near + (tokens[near].kind in (",", "-"))
        subject = subject_before(tokens, at, start)
        if subject is not None:
            return subject
    return subject_before(tokens, at, floor)


def _inverted(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """“…,” said Kim: the cue stands right behind a quotation or a comma, its subject follows."""
    if not _may_be_inverted(tokens, at, floor):
        return None
    following = tokens[at + 1]
    if following.word in PREPOSITIONS or following.word in ("that", "reporters", "lawmakers"):
        return None
    subject = phrase_right(tokens, at + 1, _sentence_end(tokens, at))
    if subject is None or _has_own_verb(tokens, subject.last):
        return None
    return None if subject.sort == "pronoun" and not _speaks(following) else subject


def _may_be_inverted(tokens: Sequence[Token], at: int, floor: int) -> bool:
    if tokens[at].word in ("told", "tells"):
        return False
    before = at - 1
    while before >= floor and (tokens[before].kind in (",", "-") or is_adverb(tokens[before])):
        before -= 1
    if before < floor:
        return False
    if tokens[before].kind == "quote":
        return True
    return before < at - 1 and _ends_a_clause(tokens, at)


def _speaks(token: Token) -> bool:
    return token.word in SPEAKING_PRONOUNS


def _ends_a_clause(tokens: Sequence[Token], at: int) -> bool:
    """Without a quotation before it, ", said Kim" must end its clause."""
    if tokens[at].word not in ("said", "says") or tokens[at - 1].kind != ",":
        return False
    subject = phrase_right(tokens, at + 1, _sentence_end(tokens, at))
    return subject is not None and tokens[subject.last].kind in (",", ".")


def _has_own_verb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at] if at < len(tokens) else None
    return token is not None and token.word in AUXILIARIES and token.kind == "low"


def _may_say(tokens: Sequence[Token], subject: Phrase, cue: Cue) -> bool:
    if subject.sort == "pronoun":
        return tokens[subject.first].word in SPEAKING_PRONOUNS
    if subject.sort == "other":
        return cue.lemma in STRONG
    return True


def is_media(tokens: Sequence[Token], subject: Phrase) -> bool:
    return subject.sort == "organisation" and any(
        token.word.removesuffix("'s") in MEDIA_WORDS
        for token in tokens[subject.first : subject.last]
    )
