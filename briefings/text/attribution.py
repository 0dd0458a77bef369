"""Cues with their subjects in the frame of a paragraph (English): who is said to say."""

from collections.abc import Sequence
from typing import NamedTuple

from briefings.text.cues import FORMS, LOOSE, QUOTING, STRONG, Cue
from briefings.text.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    MEDIA_WORDS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SPEAKING_PRONOUNS,
)
from briefings.text.nouncues import owner_of
from briefings.text.phrases import phrase_left, phrase_right
from briefings.text.sorts import Phrase
from briefings.text.subjects import first_subject, is_passive, subject_before
from briefings.text.tokens import Token
from briefings.text.verbs import closes, introduces, is_verb
from briefings.text.wordclasses import is_adverb, is_nominal

_MOST_CUES = 30  # in one sentence
_LONGEST_QUOTED_AS = 16
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


# What people hold up speaks for itself.
_CARRIED = frozenset({"sign", "signs", "banner", "banners", "placard", "placards", "poster"})


class Said(NamedTuple):
    """A cue and who does it. at, end: tokens of the cue [at, end). form: "finite", "gerund",
    "according", "passive", "noun" ("his promise") or "inverted" (the subject follows)."""

    at: int
    end: int
    lemma: str
    form: str
    subject: Phrase
    strong: bool
    relayed: bool = False


def find_said(tokens: Sequence[Token], *, marks_end: Sequence[str]) -> list[Said]:
    """All cues of a paragraph in order. marks_end: last character inside each quotation."""
    found: list[Said] = []
    floor = here = 0
    for at, token in enumerate(tokens):
        if token.kind == ".":
            floor, here = at + 1, 0
        elif token.kind in ("low", "cap") and here < _MOST_CUES:
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
    owner = owner_of(tokens, at, floor)
    if owner is not None:
        return Said(at, at + 1, "", "noun", owner, False)
    cue = _SAYS if _is_phrasal(tokens, at) else FORMS.get(word)
    if cue is None or (tokens[at].kind == "cap" and at != floor):
        return None
    if cue.tense == "gerund":
        return _gerund(tokens, at, floor, found, cue)
    passive = is_passive(tokens, at, floor)
    return _passive(tokens, at, cue) if passive else _finite(tokens, at, floor, cue, marks_end)


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


def _gerund(
    tokens: Sequence[Token], at: int, floor: int, found: Sequence[Said], cue: Cue
) -> Said | None:
    if at > floor and tokens[at - 1].word == "as":
        return _quoted_as(tokens, at, floor, cue)
    subject = _gerund_subject(tokens, at, floor, found)
    if subject is None:
        return None
    return Said(at, at + 1, cue.lemma, "gerund", subject, cue.lemma in STRONG)


def _gerund_subject(
    tokens: Sequence[Token], at: int, floor: int, found: Sequence[Said]
) -> Phrase | None:
    before = at - 1
    while before >= floor and is_adverb(tokens[before]):
        before -= 1
    if before < floor:
        return None if at + 1 >= len(tokens) else _fronted(tokens, at)
    if is_nominal(tokens, before):
        noun = phrase_left(tokens, before, floor)
        if noun is not None and noun.sort in ("person", "organisation", "role", "document"):
            return _author(tokens, noun, floor)
    if found and found[-1].at >= floor and found[-1].form != "according":
        return found[-1].subject
    return first_subject(tokens, floor, at)


def _fronted(tokens: Sequence[Token], at: int) -> Phrase | None:
    """ "Calling it “…,” Kim said": the subject of the main clause."""
    end = at
    while tokens[end].kind != ".":
        end += 1
    return first_subject(tokens, at, end)


def _author(tokens: Sequence[Token], noun: Phrase, floor: int) -> Phrase:
    """Whose words a "statement saying" are: its issuer if it has one, else its own."""
    if noun.sort != "document" or tokens[noun.last - 1].word in ("treaty", "agreement", "pact"):
        return noun
    if tokens[noun.first].word not in DETERMINERS:
        noun = noun._replace(first=noun.last - 1)
    if tokens[noun.last - 1].word in _CARRIED:
        return noun
    issuer = first_subject(tokens, floor, noun.first) or _before_its_verb(tokens, noun, floor)
    return issuer if issuer is not None and issuer.sort != "pronoun" else noun


def _before_its_verb(tokens: Sequence[Token], noun: Phrase, floor: int) -> Phrase | None:
    """ "after Yoon made remarks": who stands before the verb of the speech."""
    at = noun.first - 1
    while at > floor and tokens[at].kind == "low" and tokens[at].word not in PREPOSITIONS:
        at -= 1
    return phrase_left(tokens, at, floor)


def _quoted_as(tokens: Sequence[Token], at: int, floor: int, cue: Cue) -> Said | None:
    """ "KCNA quoted Kim as saying", "Kim was quoted by KCNA as saying"."""
    for place in range(at - 2, max(floor, at - _LONGEST_QUOTED_AS) - 1, -1):
        if tokens[place].word not in QUOTING:
            continue
        if is_passive(tokens, place, floor):
            subject = subject_before(tokens, place, floor)
        else:
            subject = _object(tokens, place + 1, at)
        if subject is None:
            return None
        return Said(place, at + 1, cue.lemma, "finite", subject, True, relayed=True)
    return None


def _object(tokens: Sequence[Token], at: int, ceiling: int) -> Phrase | None:
    if tokens[at].word in OBJECT_PRONOUNS:
        return Phrase(at, at + 1, "pronoun")
    return phrase_right(tokens, at, ceiling)


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
    if not is_verb(tokens, at, cue) or (
        cue.lemma in LOOSE and not introduces(tokens, at) and not closes(tokens, at)
    ):
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
