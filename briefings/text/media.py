"""How words reached the writer: spoken, written, a treaty's text, or relayed (English)."""

from collections.abc import Sequence

from briefings.model import Medium
from briefings.text.attribution import is_media
from briefings.text.cues import TREATY_NOUNS, WRITING, WRITTEN_NOUNS
from briefings.text.lexicon import DETERMINERS, DOCUMENT_NOUNS
from briefings.text.said import Said
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_PLATFORMS = words("x twitter telegram facebook weibo instagram social vk")
_PAPERS = WRITTEN_NOUNS | DOCUMENT_NOUNS
_TREATIES = TREATY_NOUNS - WRITTEN_NOUNS
_HOUSES = words("intelligence")  # "military intelligence said" is a house as often as a paper
_LOOKED_BACK = 6


def medium_of(tokens: Sequence[Token], said: Said) -> Medium:
    """Judged by the cue, its subject and the sentence around it."""
    subject = tokens[said.subject.first : said.subject.last]
    head = subject[-1].word if subject else ""
    if said.relayed:
        return Medium.RELAYED
    if said.subject.sort == "document" and head not in _HOUSES:
        return Medium.TREATY if head in TREATY_NOUNS else Medium.WRITTEN
    if any(token.word in _TREATIES for token in subject):
        return Medium.TREATY
    agency = head == "agency" and not any(token.word == "news" for token in subject)
    if said.lemma in WRITING or (is_media(tokens, said.subject) and not agency):
        return Medium.WRITTEN
    return Medium.WRITTEN if _in_writing(tokens, said) else Medium.SPOKEN


def _in_writing(tokens: Sequence[Token], said: Said) -> bool:
    """ "in a letter", "on Telegram" anywhere in the sentence."""
    start, end = said.at, said.at
    while start > 0 and tokens[start - 1].kind != ".":
        start -= 1
    while end < len(tokens) and tokens[end].kind != ".":
        end += 1
    for at in range(start, end):
        word = tokens[at].word
        if tokens[at].kind == "cap" and word in _PLATFORMS and tokens[at - 1].word == "on":
            return True
        if word in _PAPERS and _stands_in(tokens, at, start):
            return True
    return False


def _stands_in(tokens: Sequence[Token], at: int, start: int) -> bool:
    """A preposition and a determiner lead to the noun: "in a lengthy written statement"."""
    for place in range(at - 1, max(start, at - _LOOKED_BACK) - 1, -1):
        word = tokens[place].word
        if word in ("in", "via", "through", "on") and tokens[place].kind in ("low", "cap"):
            between = tokens[place + 1 : at]
            return any(token.word in DETERMINERS or token.kind == "cap" for token in between)
        if tokens[place].kind not in ("low", "cap"):
            return False
    return False
