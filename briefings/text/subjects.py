"""Who does a verb: the subject of a cue in the frame of a paragraph (English)."""

from collections.abc import Sequence

from briefings.text.clauses import is_subject_pronoun, main_clause
from briefings.text.heads import hopping_left
from briefings.text.lexicon import (
    COORDINATORS,
    DETERMINERS,
    OFFICES,
    PREPOSITIONS,
    QUANTITIES,
    RELATIVES,
    ROLES,
    SUBORDINATORS,
)
from briefings.text.phrases import phrase_left, phrase_right
from briefings.text.sorts import Phrase
from briefings.text.tokens import Token
from briefings.text.verbgroups import skip_verb_group
from briefings.text.wordclasses import is_adverb, is_nominal

_MOST_COMMAS = 6
_LONGEST_ASIDE = 16  # tokens
_SAID = frozenset({"said", "says"})
_SPEAKERS = frozenset({"person", "organisation", "role", "document", "pronoun"})
_LINKS = PREPOSITIONS | COORDINATORS | RELATIVES


def first_subject(tokens: Sequence[Token], floor: int, ceiling: int) -> Phrase | None:
    """The first noun phrase of a clause that hangs on no preposition, the main clause preferred."""
    start = main_clause(tokens, floor, ceiling)
    return _ungoverned(tokens, start, ceiling) or _ungoverned(tokens, floor, ceiling)


def _ungoverned(tokens: Sequence[Token], at: int, ceiling: int) -> Phrase | None:
    while at < ceiling:
        token = tokens[at]
        if token.word in PREPOSITIONS and token.kind in ("low", "cap"):
            governed = phrase_right(tokens, at + 1, ceiling)
            if governed is not None and _has_a_verb(tokens, token, governed):
                return governed
            at = _behind(tokens, governed, ceiling) if governed else at + 1
            continue
        if is_nominal(tokens, at) or token.word in DETERMINERS or is_subject_pronoun(token):
            phrase = phrase_right(tokens, at, ceiling)
            if phrase is not None and phrase.sort in _SPEAKERS:
                return phrase
            tail = phrase_left(tokens, phrase.last - 1, at) if phrase else None
            at = _behind(tokens, tail, ceiling) if tail else at + 1
            continue
        at += 1
    return None


def _behind(tokens: Sequence[Token], governed: Phrase, ceiling: int) -> int:
    """Past ", a former prosecutor" too, if that says who the governed person is."""
    at = governed.last
    if governed.sort != "person" or at + 1 >= ceiling or tokens[at].kind != ",":
        return at
    apposed = phrase_right(tokens, at + 1, ceiling)
    if apposed is None or apposed.sort != "role":
        return at
    bare = tokens[at + 1].word in ROLES and tokens[apposed.last - 1].kind == "cap"
    if not bare and tokens[at + 1].word not in ("a", "an"):
        return at
    return apposed.last


def _has_a_verb(tokens: Sequence[Token], opener: Token, phrase: Phrase) -> bool:
    """ "after Yoon made": no object of a preposition but the subject of a clause."""
    if opener.word not in SUBORDINATORS or phrase.sort not in _SPEAKERS:
        return False
    following = tokens[phrase.last] if phrase.last < len(tokens) else None
    return following is not None and following.kind == "low" and following.word not in _LINKS


def subject_before(tokens: Sequence[Token], cue: int, floor: int) -> Phrase | None:
    """The subject of the verb at `cue`, not looked for before `floor`."""
    at = skip_verb_group(tokens, cue - 1, floor)
    if at < floor:
        return None
    token = tokens[at]
    if token.kind in (",", "-", ")"):
        return _before_parenthesis(tokens, at, floor)
    if token.word in RELATIVES:
        return _before_relative(tokens, at, floor)
    if token.word in COORDINATORS or token.word == "to":
        return _conjoined(tokens, at, floor)
    return _plain(tokens, at, floor)


def _plain(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """A phrase right before the verb, perhaps with "on Monday" or "in a statement" between."""
    for _ in range(3):
        phrase = hopping_left(tokens, at, floor)
        if phrase is not None:
            return _together(tokens, _named_by_apposition(tokens, phrase, floor), floor)
        loose = phrase_left(tokens, at, floor)
        if loose is None or loose.first - 1 <= floor:
            return None
        if tokens[loose.first - 1].word not in PREPOSITIONS:
            return None
        at = skip_verb_group(tokens, loose.first - 2, floor)
        if at < floor or tokens[at].kind not in ("cap", "low"):
            return None
    return None


def _together(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase:
    """ "McCain and Graham" speak as one, if they open the clause."""
    conjunction = phrase.first - 1
    if phrase.sort != "person" or conjunction - 1 < floor or tokens[conjunction].word != "and":
        return phrase
    other = hopping_left(tokens, conjunction - 1, floor)
    field = tokens[phrase.first].word in OFFICES or tokens[conjunction - 1].word in OFFICES
    if other is not None and field and phrase.name_first > phrase.first:
        return phrase._replace(first=other.first)  # "Minister of Trade and Energy Mia Wick"
    if other is None or other.sort != "person":
        return phrase
    opens = other.first == floor or tokens[other.first - 1].kind in (",", "quote", ".")
    return Phrase(other.first, phrase.last, "role") if opens else phrase


def _named_by_apposition(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase:
    """ "Kim Yo Jong, the leader's sister": the name before the comma is the subject."""
    before = phrase.first - 1
    if phrase.sort not in ("role", "other") or before - 1 < floor or tokens[before].kind != ",":
        return phrase
    head = hopping_left(tokens, before - 1, floor)
    if head is None or head.sort != "person" or not _opens_clause(tokens, head, floor):
        return phrase
    return head if _adds(tokens, phrase) else phrase


def _opens_clause(tokens: Sequence[Token], phrase: Phrase, floor: int) -> bool:
    """Not the judge of "Pressed by presiding judge Ana Luz, the defendant said"."""
    before = tokens[phrase.first - 1]
    return phrase.first <= floor or before.kind != "low" or before.word in _LINKS - PREPOSITIONS


def _adds(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.first].word in DETERMINERS | ROLES | {"former"}


def _before_relative(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    at -= 1
    if at - 1 > floor and tokens[at].word == "one" and tokens[at - 1].word == "including":
        return first_subject(tokens, floor, at)  # "fired off tweets, including one that called"
    who = tokens[at + 1].word == "who"
    if at >= floor and tokens[at].kind == ",":
        at -= 1
    near = phrase_left(tokens, at, floor) if who else None
    if near is not None and near.sort == "person":
        return near  # "a furious response from May, who said"
    return hopping_left(tokens, at, floor) or phrase_left(tokens, at, floor)


def _conjoined(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """A second verb: "visited the base and said" takes the subject of the first. But "It fell to
    Kelly to say" and "what Merkel had to say" have their own."""
    if tokens[at].word == "to" and at - 1 > floor:
        having = tokens[at - 1].word in ("had", "has", "have")
        own = (
            subject_before(tokens, at - 1, floor) if having else phrase_left(tokens, at - 1, floor)
        )
        if own is not None and own.sort == "person" and (having or _falls_to(tokens, own)):
            return own
    cue = at - 1 - (tokens[at - 1].kind == ",")
    if tokens[cue].word in _SAID and cue > floor:  # "It is too late, he said, but added"
        own = subject_before(tokens, cue, floor)
        if own is not None:
            return own
    return first_subject(tokens, floor, at)


def _falls_to(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.first > 1 and tokens[phrase.first - 1].word in ("to", "for")


def _before_parenthesis(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """The subject before ", a professor in Seoul," or ", who …," or " (R-Texas)"."""
    if tokens[at].kind == ")":
        at = _opening(tokens, at, floor)
        return None if at <= floor else subject_before(tokens, at, floor)
    closing, commas = at, 0
    some = first_subject(tokens, floor, closing)
    for place in range(at - 1, floor - 1, -1):
        if tokens[place].kind != tokens[closing].kind:
            continue
        commas += 1
        phrase = (
            _one_of_many(tokens, place, closing, some)
            or _example(tokens, place, closing)
            or _head_before(tokens, place, closing, floor)
        )
        if phrase is not None:
            return phrase
        if commas >= _MOST_COMMAS:
            break
    return some


def _one_of_many(
    tokens: Sequence[Token], place: int, closing: int, some: Phrase | None
) -> Phrase | None:
    """ "One of the senators who attended, Ted Cruz of Texas, said": he is named at last."""
    if some is None or some.sort != "role" or tokens[some.first].word not in QUANTITIES:
        return None
    named = phrase_right(tokens, place + 1, closing)
    return named if named is not None and _is_apposed(tokens, named, closing) else None


def _opening(tokens: Sequence[Token], at: int, floor: int) -> int:
    while at > floor and tokens[at].kind != "(":
        at -= 1
    return at


def _head_before(tokens: Sequence[Token], place: int, closing: int, floor: int) -> Phrase | None:
    """The noun phrase before the comma at `place`, if what follows it stands in parenthesis."""
    head = hopping_left(tokens, place - 1, floor)
    if head is None or head.sort not in _SPEAKERS or _is_told_of(tokens, head, floor):
        return None
    inner = phrase_right(tokens, place + 1, closing)
    if inner is not None and _is_apposed(tokens, inner, closing):
        named = head.sort in ("role", "other")
        return inner._replace(first=head.first) if named else head
    if head.sort == "role" and head.first - 1 > floor and tokens[head.first - 1].kind == ",":
        outer = hopping_left(tokens, head.first - 2, floor)
        if outer is not None and outer.sort == "person":
            return outer
    if head.sort == "organisation" and _listed(tokens, head, floor):
        return None
    return head


def _is_told_of(tokens: Sequence[Token], head: Phrase, floor: int) -> bool:
    """The judge of "the senator, who is to confirm Judge Gore, 49, said"."""
    verb = tokens[head.first - 1]
    if head.sort != "person" or verb.kind != "low" or head.first <= floor:
        return False
    if verb.word in _LINKS or verb.word in SUBORDINATORS or is_adverb(verb):
        return False
    return any(
        tokens[place].word == "who" and tokens[place - 1].kind == ","
        for place in range(max(floor + 1, head.first - _LONGEST_ASIDE), head.first)
    )


def _example(tokens: Sequence[Token], at: int, closing: int) -> Phrase | None:
    """ "Others, like Jessica Lee of the Quincy Institute, say"."""
    if tokens[at + 1].word == "like" and tokens[at - 1].word.endswith("s"):
        named = phrase_right(tokens, at + 2, closing)
        return named if named is not None and named.sort == "person" else None
    return None


def _is_apposed(tokens: Sequence[Token], inner: Phrase, closing: int) -> bool:
    """A full name between commas, or one word alone there."""
    if inner.sort != "person":
        return False
    words, last = inner.name_last - inner.name_first, inner.last
    if last < closing and tokens[last].word in ("of", "from"):
        place = phrase_right(tokens, last + 1, closing)
        last = place.last if place is not None else last
    return last == closing or (words > 1 and tokens[last].kind == ",")


def _listed(tokens: Sequence[Token], head: Phrase, floor: int) -> bool:
    """An organisation inside somebody's description: "a professor, Ewha University, Seoul,"."""
    before = head.first - 1
    if before - 1 <= floor or tokens[before].kind != ",":
        return False
    outer = hopping_left(tokens, before - 1, floor)
    return outer is not None and outer.sort in ("person", "role")
