"""Quotations that no cue claims: are they somebody's words all the same? (English)"""

from collections.abc import Sequence

from briefings.model import Medium, Tier
from briefings.text.focus import Voice, is_one, span_of
from briefings.text.found import Found
from briefings.text.lexicon import COORDINATORS, DETERMINERS
from briefings.text.openings import is_chorus
from briefings.text.phrases import phrase_right
from briefings.text.said import Said
from briefings.text.shapes import Shape
from briefings.text.tokens import Token
from briefings.text.wordclasses import is_adverb

_WHOLE = 5  # words of a quotation that stands alone without a capital or a stop


def is_bare(tokens: Sequence[Token], sentence: tuple[int, int]) -> bool:
    """A sentence of quotation alone, perhaps with "And" or "Then" before it."""
    return all(
        token.kind in ("quote", ",", "-", ";") or token.word in COORDINATORS or is_adverb(token)
        for token in tokens[sentence[0] : sentence[1]]
    )


def stands_apart(
    tokens: Sequence[Token], at: int, shape: Shape, *, cues: bool, going: bool
) -> bool:
    """“They left.” The minister told …: whole words, and something else behind them; or
    “But they left” - for example, … where somebody is speaking already (`going`)."""
    if shape.last in ".?!…":
        return shape.sentence and (tokens[at + 1].kind == "cap" or not cues)
    dashed = going and tokens[at + 1].kind == "-"
    return dashed and shape.capital and shape.clause and shape.words >= _WHOLE


def is_aside(tokens: Sequence[Token], said: Said, background: Found) -> bool:
    """ "according to Kim", "in response to Kim, who said": the sentence is about others."""
    if said.form == "according":
        return True
    whose = tokens[said.at - 1].word == "who" and said.subject.last < said.at
    return whose and tokens[said.subject.first].start > background.cue.end


def is_label(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "A: “…”" of an interview."""
    named = tokens[start].word in ("a", "answer") and tokens[start].kind == "cap"
    return named and start + 2 < end and tokens[start + 1].kind == ":"


def whoever(tokens: Sequence[Token], start: int, end: int) -> Found | None:
    """Nobody is known: what the sentence begins with, whatever it is."""
    phrase = phrase_right(tokens, start, end)
    if phrase is None or phrase.sort == "pronoun":
        return None
    span = span_of(tokens, phrase.first, phrase.last)
    voice = Voice(span, span, phrase.sort)
    return Found(span, span, voice, span, Medium.SPOKEN, Tier.B)


def introduces(tokens: Sequence[Token], at: int, shape: Shape) -> bool:
    """ "Kim was blunt: “…”": a colon or comma, then words that begin like a sentence."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind not in (":", ","):
        return False
    fewest = 2 if before.kind == ":" else 3
    return shape.words >= fewest and (shape.capital or before.kind == ":")


def is_somebodys(tokens: Sequence[Token], at: int, shape: Shape, *, about: Voice | None) -> bool:
    """Words, no title and no term: "has a “… partnership for …” with" speaks for nobody."""
    if shape.words < 5 or shape.title or is_chorus(tokens, at):
        return False
    determined = at > 0 and tokens[at - 1].word in DETERMINERS
    personal = about is not None and about.sort == "person"
    return shape.clause or personal or not determined


def has_gone_on(spoken: Found, heard: Found | None) -> bool:
    """A sentence without words in marks has come since the last quotation."""
    return heard is not None and heard.cue.start > max(spoken.outer.end, spoken.cue.end)


def has_turned(spoken: Found, heard: Found | None) -> bool:
    """Somebody else has been spoken of since the last quotation."""
    if heard is None or not has_gone_on(spoken, heard):
        return False
    return is_one(heard.voice) and heard.voice.span != spoken.voice.span
