"""Cues that are participles: "a statement saying …", "was quoted as saying …" (English)."""

from collections.abc import Sequence

from briefings.text.cues import QUOTING, STRONG, Cue
from briefings.text.lexicon import DETERMINERS, OBJECT_PRONOUNS, PREPOSITIONS
from briefings.text.phrases import phrase_left, phrase_right
from briefings.text.said import Said
from briefings.text.sorts import Phrase
from briefings.text.subjects import first_subject, subject_before
from briefings.text.tokens import Token
from briefings.text.verbgroups import is_passive
from briefings.text.wordclasses import is_adverb, is_nominal

_LONGEST_QUOTED_AS = 16  # tokens
_WHERE = frozenset({"at", "in", "to", "on", "with", "for", "over", "against"})
# What people hold up speaks for itself.
_CARRIED = frozenset({"sign", "signs", "banner", "banners", "placard", "placards", "poster"})


def gerund_at(
    tokens: Sequence[Token], at: int, floor: int, found: Sequence[Said], cue: Cue
) -> Said | None:
    if cue.lemma == "speak" and tokens[at + 1].word != "of":
        return None
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
            return _doer(tokens, noun, floor) or _author(tokens, noun, floor)
    return _who_goes_on(tokens, floor, found) or first_subject(tokens, floor, at)


def _who_goes_on(tokens: Sequence[Token], floor: int, found: Sequence[Said]) -> Phrase | None:
    """The last one who spoke; not those of whom he says that they "had spoken"."""
    subject: Phrase | None = None
    for said in reversed(found):
        if said.at < floor or said.form == "according":
            break
        if said.form == "noun":
            continue
        subject = subject or said.subject
        if tokens[said.at - 1].word != "had":
            return said.subject
    return subject


def _fronted(tokens: Sequence[Token], at: int) -> Phrase | None:
    """ "Calling it “…,” Kim said": the subject of the main clause."""
    end = at
    while tokens[end].kind != ".":
        end += 1
    return first_subject(tokens, at, end)


def _doer(tokens: Sequence[Token], noun: Phrase, floor: int) -> Phrase | None:
    """ "He defended his record at the ministry saying …": not the ministry says it."""
    before = tokens[noun.first - 1].word if noun.first > floor else ""
    hangs = before in _WHERE or before.endswith("ed")  # "launched his campaign calling …"
    if not hangs or noun.sort not in ("organisation", "role"):
        return None
    doer = first_subject(tokens, floor, noun.first)
    return doer if doer is not None and doer.sort in ("person", "pronoun") else None


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
