"""Noun phrases that can speak, found to the left or right of a place in a frame."""

from collections.abc import Sequence

from briefings.text.lexicon import (
    DETERMINERS,
    DOCUMENT_NOUNS,
    MODIFIERS,
    NATIONALITIES,
    OBJECT_PRONOUNS,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    PAST_VERBS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    ROLES,
    SPEECH_NOUNS,
    TITLES,
)
from briefings.text.sorts import CIVIL, Phrase, cap_run, classify, is_gap, is_holder
from briefings.text.tokens import Token
from briefings.text.wordclasses import is_adverb, is_nominal, is_possessive
from briefings.text.wordlists import words

_ADJECTIVE = ("ic", "al", "ive", "ous", "ful", "less", "able", "ible", "ary", "ese", "ish", "ing")
_DOERS = ROLES | DOCUMENT_NOUNS | ORGANISATION_WORDS
_HANGING = words("of for at in from with by")
_CLOSE = words("adviser advisor aide aides advisers advisors ambassador envoy assistant counselor")
_DESCRIBING = MODIFIERS | ROLES | ORGANISATION_WORDS | OFFICES
_LEADING = _HANGING | {"to", "and"}
_OBJECTS = PREPOSITIONS | DETERMINERS | OBJECT_PRONOUNS  # what may follow a participle
_MOST_TAILS = 3
_LONGEST = 12  # tokens in one noun phrase
_WORDS_OR_PAPERS = SPEECH_NOUNS | DOCUMENT_NOUNS


def phrase_left(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is `at`."""
    if at < floor:
        return None
    if tokens[at].word in PRONOUNS - {"who"} and tokens[at].kind in ("low", "cap"):
        return Phrase(at, at + 1, "pronoun")
    if _is_part_of_them(tokens, at, floor):
        return Phrase(at - 2, at + 1, "role")
    return _run_left(tokens, at, floor)


def _run_left(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    if tokens[at].word in ("one", "other", "another"):
        article = at > floor and tokens[at - 1].word == "the"
        return Phrase(at - article, at + 1, "role")
    start = at + 1
    while start > floor and at + 1 - start < _LONGEST and _belongs(tokens, start - 1, at):
        start -= 1
    if start > at:
        return None
    determined = start > floor and _determines(tokens, start - 1)
    return _trimmed_left(tokens, start - determined, at + 1, determined=determined)


def _is_part_of_them(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """ "one of them", "several of us"."""
    if tokens[at].word not in ("them", "us", "those") or at - 2 < floor:
        return False
    return tokens[at - 1].word == "of" and tokens[at - 2].word in QUANTITIES


def _determines(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].word
    return word in DETERMINERS and not (word == "that" and tokens[at + 1].kind == "cap")


def _belongs(tokens: Sequence[Token], at: int, end: int) -> bool:
    if is_nominal(tokens, at):
        return True
    inner = at < end and tokens[at].word in PARTICLES and tokens[at].kind == "low" and at > 0
    return inner and tokens[at - 1].kind == "cap" and tokens[at + 1].kind == "cap"


def _trimmed_left(
    tokens: Sequence[Token], first: int, last: int, *, determined: bool
) -> Phrase | None:
    """Lower-case words before a name belong to it only if they are a role or describe one."""
    if tokens[last - 1].kind != "cap":
        if not determined:
            first = _with_second_adjective(tokens, max(first, last - 5))
        lone_number = tokens[last - 1].kind == "num" and last - first == 1
        return None if lone_number else classify(tokens, first, last)
    run = cap_run(tokens, first, last)
    if run > first and tokens[run - 1].word in DETERMINERS:
        return classify(tokens, run - 1, last)
    if run > first and tokens[run - 1].word in ROLES:
        return classify(tokens, _described(tokens, first, run), last)
    bare = classify(tokens, run, last)
    if run > first and determined and bare.sort == "role":
        return bare._replace(first=first)  # "the party's top Democrat"
    return bare


def _with_second_adjective(tokens: Sequence[Token], first: int) -> int:
    """ "North Korean and Russian state media" is one subject."""
    if first < 2 or tokens[first].word not in NATIONALITIES or tokens[first - 1].word != "and":
        return first
    first -= 2
    while tokens[first].word in NATIONALITIES and first and tokens[first - 1].word in NATIONALITIES:
        first -= 1
    return first


def _described(tokens: Sequence[Token], first: int, run: int) -> int:
    """How far the description before a name reaches: known modifiers, or back to a determiner."""
    if tokens[first].word in DETERMINERS and run - first <= 8:
        return first
    start = run - 1
    while start > first and (
        tokens[start - 1].word in _DESCRIBING or tokens[start - 1].kind == "cap"
    ):
        start -= 1
    return start


def phrase_right(tokens: Sequence[Token], at: int, ceiling: int) -> Phrase | None:
    """The noun phrase that begins at `at`, with the phrases that "of", "for" … hang on to it."""
    if at >= ceiling:
        return None
    if tokens[at].word in PRONOUNS and tokens[at].kind in ("low", "cap"):
        return Phrase(at, at + 1, "pronoun")
    if tokens[at].word in ("one", "another") and tokens[at + 1].kind in (",", "."):
        return Phrase(at, at + 1, "role")
    if tokens[at].word in QUANTITIES and at + 2 < ceiling and tokens[at + 1].word == "of":
        some = Phrase(at, _reach(tokens, at + 2, ceiling) or at + 3, "role")
        return _apposed_name(tokens, some, ceiling) or some
    end = _reach(tokens, at, ceiling)
    return None if end is None else _completed(tokens, classify(tokens, at, end), ceiling)


def _completed(tokens: Sequence[Token], phrase: Phrase, ceiling: int) -> Phrase:
    """With its name in apposition, or with what "of", "for" … hang on to it."""
    if phrase.sort == "person":
        return phrase
    apposed = _apposed_name(tokens, phrase, ceiling)
    if apposed is not None:
        return apposed
    holder = _holder(tokens, phrase, ceiling)
    if holder is not None:
        return holder
    phrase = phrase._replace(last=_with_tail(tokens, phrase.last, ceiling))
    return _apposed_name(tokens, phrase, ceiling) or phrase


def _holder(tokens: Sequence[Token], phrase: Phrase, ceiling: int) -> Phrase | None:
    """ "Secretary of State Antony Blinken", "head of the state's office Ana Luz": who it is."""
    at = phrase.last
    if "cap" not in [token.kind for token in tokens[at : at + _LONGEST]]:
        return None
    for _ in range(_MOST_TAILS):
        if phrase.sort != "role" or at + 2 >= ceiling or tokens[at].word not in _LEADING:
            return None
        reach = _reach(tokens, at + 1, ceiling)
        if reach is None:
            return None
        if tokens[reach - 1].kind == "cap":
            run = cap_run(tokens, at + 1, reach)
            tail = classify(tokens, run, reach)
            if tail.sort == "person" and (
                is_holder(tokens, phrase, tail) or _has_both(tokens, phrase, at, run, tail)
            ):
                return tail._replace(first=phrase.first)
        at = reach
    return None


def _has_both(tokens: Sequence[Token], phrase: Phrase, at: int, run: int, tail: Phrase) -> bool:
    """ "Tory MP and former minister Dominic Ray" is one person, "officials and" are others."""
    if tokens[at].word != "and" or tokens[at + 1].word in DETERMINERS:
        return False
    several = tokens[phrase.last - 1].word.endswith("s")
    full = tail.name_last - tail.name_first > 1
    return full and not several and (tail.name_first > run or tokens[run - 1].word in ROLES)


def _reach(tokens: Sequence[Token], at: int, ceiling: int) -> int | None:
    """The end of one plain run: determiners, then nominals; a name ends at a lower-case word."""
    start = at
    while at < ceiling and tokens[at].word in DETERMINERS and at - start < 3:
        at += 1
    first = at
    ceiling = min(ceiling, first + _LONGEST)
    while at < ceiling and (is_nominal(tokens, at) or _is_inner_particle(tokens, at, first)):
        if at > first and _ends_run(tokens, first, at):
            break
        at += 1
    return at if at > first else None


def _is_another(tokens: Sequence[Token], at: int) -> bool:
    """ "at the White House Mr. Lee made …": with a title somebody else begins."""
    titled = tokens[at].word in CIVIL and tokens[at - 1].word not in ROLES
    return titled or is_gap(tokens[at - 1], tokens[at])


def _is_inner_particle(tokens: Sequence[Token], at: int, first: int) -> bool:
    return (
        at > first
        and tokens[at].word in PARTICLES
        and tokens[at - 1].kind == "cap"
        and tokens[at + 1].kind == "cap"
    )


def _ends_run(tokens: Sequence[Token], first: int, at: int) -> bool:
    """A participle ("a banner carried by"), or a word that cannot follow the name so far."""
    if tokens[at].kind != "low":
        return _is_another(tokens, at)
    if tokens[at - 1].word in _DOERS and (tokens[at].word in PAST_VERBS or _is_present(tokens, at)):
        return True  # "one woman stood", "the union represents some"
    acting = tokens[at].word.endswith(("ed", "ing")) and tokens[at + 1].word not in ROLES
    if tokens[at - 1].word in ROLES and acting:
        return True  # "her friends cringed", "a senator investigating the matter"
    following = tokens[at + 1].word
    participle = tokens[at].word.endswith("ed") and (
        following in _OBJECTS
        or (tokens[at - 1].word in ORGANISATION_WORDS and is_adverb(tokens[at + 1]))
    )
    return participle or _ends_name(tokens, first, at)


def _is_present(tokens: Sequence[Token], at: int) -> bool:
    """A third person's verb with its object behind it."""
    word, following = tokens[at].word, tokens[at + 1]
    if not word.endswith("s") or word.endswith(("'s", "ss")) or word in _DOERS:
        return False
    determined = following.word in DETERMINERS or following.word in OBJECT_PRONOUNS
    return determined or is_adverb(following)


def _ends_name(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Is the run so far a full name, so that the lower-case word at `at` cannot belong to it?"""
    token = tokens[at]
    if tokens[at - 1].kind != "cap" or token.word in PARTICLES or is_possessive(tokens[at - 1]):
        return False
    if (
        at - first == 1
        and tokens[first].word.endswith(_ADJECTIVE)
        and (first == 0 or tokens[first - 1].kind in (".", "quote"))
    ):
        return False  # "Diplomatic missteps"
    if token.word in ROLES or token.word in ORGANISATION_WORDS or token.word in MODIFIERS:
        return False
    if first and tokens[first - 1].word in ("a", "an"):
        return False  # "a senior GOP leadership aide"
    return tokens[at - 1].word not in NATIONALITIES and tokens[at - 1].word not in TITLES


def _may_be_apposed(tokens: Sequence[Token], phrase: Phrase, named: Phrase) -> bool:
    """A full name; or "his wife, Ghazala,"."""
    if named.name_last - named.name_first > 1:
        return True
    closed = named.last < len(tokens) and tokens[named.last].kind == ","
    owned = tokens[phrase.first].word in POSSESSIVES or is_possessive(tokens[phrase.first])
    return closed and owned


def _with_tail(tokens: Sequence[Token], end: int, ceiling: int) -> int:
    for _ in range(_MOST_TAILS):
        adviser = tokens[end].word == "to" and tokens[end - 1].word in _CLOSE
        if end + 1 >= ceiling or not (adviser or tokens[end].word in _HANGING):
            break
        reach = _reach(tokens, end + 1, ceiling)
        if reach is None or tokens[reach - 1].word in _WORDS_OR_PAPERS:
            break
        end = reach
    return end


def _apposed_run(tokens: Sequence[Token], at: int, ceiling: int) -> int | None:
    """Where ", Dmitry Peskov" ends, or ", EPA manager Miguel Del Rio," up to its comma."""
    end = at
    while end < min(ceiling, at + _LONGEST) and _belongs(tokens, end, ceiling):
        end += 1
    if end < len(tokens) and tokens[end].kind == "," and end > at and tokens[end - 1].kind == "cap":
        return end
    return _reach(tokens, at, ceiling) if tokens[at].kind == "cap" else None


def _apposed_name(tokens: Sequence[Token], phrase: Phrase, ceiling: int) -> Phrase | None:
    """ "the spokesman, Dmitry Peskov" : the name, if the phrase is a role."""
    comma = phrase.last
    if phrase.sort not in ("role", "other") or comma + 1 >= ceiling or tokens[comma].kind != ",":
        return None
    reach = _apposed_run(tokens, comma + 1, ceiling)
    if reach is None:
        return None
    named = classify(tokens, comma + 1, reach)
    if named.sort != "person" or not _may_be_apposed(tokens, phrase, named):
        return None
    return Phrase(phrase.first, named.last, "person", named.name_first, named.name_last)
