"""Sentences as spans: a library's boundaries, corrected by what newspapers do.

English boundaries come from nupunkt, Russian ones from razdel, Korean ones from the stops
themselves. A layer of ours then removes boundaries inside quotations and brackets, after titles
and initials, and before an attribution (“Why?” Kim asked), and adds those a library missed
before an opening mark.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import nupunkt
import razdel

from briefings.model import Span
from briefings.text.cues import ATTRIBUTING
from briefings.text.marks import pair_marks
from briefings.text.wordlists import words

_LONGEST_BRACKET = 400

_ALWAYS_OPEN = words(
    "mr mrs ms messrs dr prof gen lt col maj capt cpl sgt adm cmdr brig sen rep reps sens gov pres "
    "rev hon st mt vs amb supt det insp atty asst pvt spc approx"
)
_OPEN_BEFORE_NUMBER = words(
    "jan feb mar apr jun jul aug sept sep oct nov dec no nos p pp art sec ch fig"
)
# What follows "U.S." or "U.N." inside one name.
_AFTER_ACRONYM = words(
    "Security Senate House Army Navy Air Marine Marines Forces Force Department State Secretary "
    "Congress General Command Council Charter Embassy Ambassador President Vice Rep Sen Special "
    "Treasury Supreme District Court Attorney Capitol Coast Customs Defense Deputy Director Envoy "
    "Federal Geological Indo Intelligence Justice Commerce Trade Agency Human High Office Pacific "
    "Population Climate World Assembly Command Strategic Under Assistant National Military Mission "
    "Permanent Panel Relief Refugee Rapporteur Women Food Environment Steel Open Bank Chamber "
    "Public Police Officer Commissioner Sheriff Mayor Governor Republican Democrat Detective Sgt "
    "Joint Chiefs Korea Foreign Food Postal Open Cyber Central Institute Peace Dollar"
)
_ACRONYM = re.compile(r"(?:\b[A-Z]\.){2,8}$")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_RUSSIAN_OPEN = words("г гг т д е п ул стр рис им см ср св проф акад ген тов млн млрд тыс")

_STOP = re.compile(r"[.!?…。？！][\"”’»』」)\]]{0,3}(?=\s)")
_MISSED = re.compile(
    r"[.!?…][\"”’»)\]]{0,3}\s{1,3}(?=[\"“«‘„「『(\[]?[A-ZА-ЯЁ가-힣])"
    r"|[.!?](?:[\"”]\?|-\s{1,3})(?=[\"“]?[A-Z])"  # a page has turned the blank into "?" or "-"
)
_KOREAN = re.compile(
    r"[.!?…。？！]{1,4}[\"”’»』」)\]]{0,3}(?=\s|$)|(?<=[가-힣])[.!?](?=[가-힣“\"‘「])"
)
_BRACKET = re.compile(r"[()\[\]]")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+){0,5})\.$")
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]*|[Tt]he|[Hh]e|[Ss]he|[Tt]hey|an?)(?:\s[\w.’'-]+){0,7}?\s(?P<cue>[a-z]+)"
    r"(?=[.,;]|\s(?:to|in|at|on|during|when|as|while|after|reporters|him|her|them|rhetorically|"
    r"with|of|from|before|about|Mon|Tue|Wed|Thu|Fri|Sat|Sun))"
)
# A word without end, whose stops nupunkt would look through again at each of them.
_ENDLESS = re.compile(r"(?<!\S)\S{200,}")
_STOPLESS = str.maketrans(".!?…", "xxxx")
_LAST_MARKS = 8  # characters at the end of such a word that keep their stops
# Behind a question: "“Are we?” Brandt told some 600 delegates", but no "told them that".
_TELLING = re.compile(
    r"(?:[A-Z][\w.’'-]*|[Tt]he|[Hh]e|[Ss]he|[Tt]hey)(?:\s[\w.’'-]+){0,4}?\s(?:told|tells)\s"
    r"(?![^.]{0,80}\bthat\b)"
)
_ASKED = re.compile(r"[?!…][\"”’»]\s*$")
_ASKING = re.compile(r"[?!…—–-][\"”’»]{1,2}\s*$|[\"”’»],?\s*$")


def _boundaries(block: str, language: str) -> list[int]:
    """Offsets in the block at which a sentence starts, by the base method of the language."""
    if language == "ru":
        return [found.start for found in razdel.sentenize(block)]
    if language == "en":
        return [start for start, _ in nupunkt.sent_spans(_ENDLESS.sub(_without_stops, block))]
    return [match.end() for match in _KOREAN.finditer(block)]


def _without_stops(endless: re.Match[str]) -> str:
    """As long as it was."""
    word = endless.group()
    return word[:-_LAST_MARKS].translate(_STOPLESS) + word[-_LAST_MARKS:]


def _forbidden(block: str) -> list[Span]:
    """Where no sentence ends: inside quotations and short brackets; sorted, not overlapping."""
    closed = [marked.outer for marked in pair_marks(block, [Span(0, len(block))])]
    opened: list[int] = []
    for match in _BRACKET.finditer(block):
        if match.group() in "([":
            opened.append(match.start())
        elif opened and match.start() - opened[-1] <= _LONGEST_BRACKET:
            closed.append(Span(opened.pop(), match.end()))
    return _merged(closed)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _inside(forbidden: Sequence[Span], offset: int) -> bool:
    at = bisect_left(forbidden, (offset,)) - 1
    return at >= 0 and forbidden[at].start < offset < forbidden[at].end


def _after_abbreviation(left: str, right: str, language: str) -> bool:
    match = _LAST_WORD.search(left[-24:])
    if match is None:
        return False
    word = match.group(1)
    if language == "ru":
        return word.lower() in _RUSSIAN_OPEN or (len(word) == 1 and word.isupper())
    if _ACRONYM.search(left[-20:]):
        first = _FIRST_WORD.match(right)
        return first is not None and first.group() in _AFTER_ACRONYM
    if word.lower() in _OPEN_BEFORE_NUMBER and right[:1].isdigit():
        return True
    return word.lower() in _ALWAYS_OPEN or (len(word) == 1 and word.isupper() and word != "I")


def _leans_on_the_left(left: str, right: str, language: str) -> bool:
    """The right piece is no sentence of its own."""
    if right[:1].islower() or right[:1] in ",;:)]»”’":
        return True
    if right[:1] in "—–-" and right[1:].lstrip()[:1].islower():
        return True
    if _after_abbreviation(left, right, language):
        return True
    return language == "en" and _is_attributed(left, right)


def _is_attributed(left: str, right: str) -> bool:
    """“Are we?” Brandt asked in Leeds."""
    if not _ASKING.search(left[-6:]):
        return False
    match = _ATTRIBUTION.match(right[:160])
    if match is not None and match.group("cue") in ATTRIBUTING:
        return True
    return _ASKED.search(left[-4:]) is not None and _TELLING.match(right[:160]) is not None


def _starts(block: str, language: str) -> list[int]:
    """Offsets of all sentence starts in one block, the first one included."""
    forbidden = _forbidden(block)
    candidates = set(_boundaries(block, language))
    candidates.update(match.end() for match in _MISSED.finditer(block) if language != "ko")
    starts = [0]
    for candidate in sorted(candidates):
        offset = candidate
        while offset < len(block) and block[offset].isspace():
            offset += 1
        if offset <= starts[-1] or offset >= len(block) or _inside(forbidden, offset):
            continue
        left, right = block[max(0, offset - 40) : offset].rstrip(), block[offset : offset + 200]
        if left and not _leans_on_the_left(left, right, language):
            starts.append(offset)
    return starts


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def split_sentences(text: str, spans: Sequence[Span], *, language: str) -> tuple[Span, ...]:
    """Sentences in order; none crosses a block, none is blank, none has blanks at its ends."""
    found: list[Span] = []
    for block in spans:
        words = text[block.start : block.end]
        starts = _starts(words, language)
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
            sentence = _trimmed(text, block.start + start, block.start + end)
            if sentence.start < sentence.end:
                found.append(sentence)
    return tuple(found)


def sentence_at(sentences: Sequence[Span], offset: int) -> Span | None:
    """The sentence that holds the offset."""
    at = bisect_right(sentences, (offset, float("inf"))) - 1
    if at >= 0 and sentences[at].start <= offset < sentences[at].end:
        return sentences[at]
    return None
