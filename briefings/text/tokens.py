"""The frame of a paragraph: its words outside quotation marks, each quotation as one token."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefings.model import Span
from briefings.text.marks import Marked

# One alternative each for abbreviations, words with inner hyphens and apostrophes, numbers, marks.
_TOKEN = re.compile(
    r"(?P<word>(?=[A-Z3])(?:38 North|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|"
    r"Sen|Sens|Rep|Reps|Gov|Prof|Rev|Dep|Inc|Corp|Co|Jr|Sr|St)\.|(?:[A-Z]\.){1,8})"
    r"|[^\W\d_]\w*(?:[-'’‑]\w+)*(?:[’'](?=\s))?)"
    r"|(?P<number>\d\w*(?:[.,:-]\d\w*)*%?)|(?P<mark>[,;:()\[\]—–]|\s(?:-{1,2}|[/|])\s|--|(?<=[.!?])-(?=\s)|[.!?…]+)"
)
_ACRONYMS = {
    "US": "u.s.",
    "UN": "u.n.",
    "PM": "premier",
    "38 North": "38-north",
}  # not the words "us" and the "Un" of a name
_MARKS = {"[": "(", "]": ")", "—": "-", "–": "-", "--": "-"}


# A name and a verb between which a page has lost its blank.
_GLUED = re.compile(
    r"(?P<name>(?P<title>Mrs?|Ms|Dr)(?=-)|[A-Z][\w.'’]+(?:-[A-Z]\w+)?)-(?P<verb>(?(title)[A-Z][\w’']+"
    r"|(?:said|says|told|added|wrote|announced|warned|claimed|is|was|has|had)))$"
)
_ARTICLED = re.compile(r"(?:al|el|ad|an|ar|as|at|ash|az|ul)[-‑][A-Z]")  # al-Awlaki
_LONGEST_DATELINE = 10  # tokens
_ACRONYM = frozenset({2, 3, 4, 5, 6, *range(9, 25)})  # letters; between lie names in capitals
LONGEST = 400  # tokens of a sentence outside its quotations; a longer one is cut


class Token(NamedTuple):
    """kind: "cap", "low", "num", "quote" or a mark: , ; : ( ) - . ("." ends a sentence)."""

    start: int
    end: int
    word: str
    kind: str
    quote: int = -1
    acronym: bool = False  # NATO, DW


_new = tuple.__new__  # what Token(…) comes to


@lru_cache(maxsize=16_384)
def _folded(found: str) -> tuple[str, str, int, bool]:
    """A word as it is compared, its kind, no quotation, and whether it is an acronym."""
    word = _ACRONYMS.get(found) or found.lower().replace("’", "'")
    acronym = found.isupper() and len(found) in _ACRONYM  # or a label: INTERACTIVE
    mixed = found.isalnum() and not found.isalpha()  # the end of an address, G7
    small = found[0].islower() and _ARTICLED.match(found) is None
    return word, "num" if mixed else "low" if small else "cap", -1, acronym


def _words(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        found, (first, last) = match.group(), match.span()
        if match.lastgroup == "word":
            if "-" in found and (glued := _GLUED.match(found)) is not None:
                middle = first + glued.start("verb")
                tokens.append(_new(Token, (first, middle - 1, *_folded(glued["name"]))))
                found, first = glued["verb"], middle
            tokens.append(_new(Token, (first, last, *_folded(found))))
        elif match.lastgroup == "number":
            tokens.append(Token(first, last, found, "num"))
        elif (mark := found.strip())[0] not in ".!?…":  # where sentences end is decided elsewhere
            tokens.append(Token(first, last, mark, _MARKS.get(mark, mark[:1])))
    return tokens


def frame(
    text: str, paragraph: Span, *, marks: Sequence[Marked], sentences: Sequence[Span]
) -> list[Token]:
    """Tokens of one paragraph. `marks` are its own; `Token.quote` is an index into them."""
    tokens: list[Token] = []
    at = paragraph.start
    for number, marked in enumerate(marks):
        tokens += _words(text, at, marked.outer.start)
        tokens.append(Token(marked.outer.start, marked.outer.end, "", "quote", number))
        at = marked.outer.end
    tokens += _words(text, at, paragraph.end)
    return _with_ends(tokens, sentences)


def without_dateline(tokens: list[Token]) -> list[Token]:
    """Without "ANKARA, Turkey (AP) —": capitalised words and marks up to a dash at the start."""
    for at, token in enumerate(tokens[:_LONGEST_DATELINE]):
        if token.kind == "-":
            rest = tokens[at + 1 :]
            return rest if at and rest[0].kind in ("cap", "quote") else tokens
        if token.kind not in ("cap", ",", "(", ")", "num"):
            break
    return tokens


def _with_ends(tokens: list[Token], sentences: Sequence[Span]) -> list[Token]:
    """A "." token wherever a new sentence begins, and one at the end."""
    if not tokens:
        return []
    low = bisect_right(sentences, (tokens[0].start, float("inf")))
    high = bisect_left(sentences, (tokens[-1].end,))
    starts = [sentence.start for sentence in sentences[low:high]]
    framed: list[Token] = []
    at = length = 0
    for token in tokens:
        length += 1
        while at < len(starts) and token.start >= starts[at]:
            if framed and framed[-1].kind != ".":
                framed.append(Token(framed[-1].end, framed[-1].end, ".", "."))
                length = 0
            at += 1
        if length > LONGEST:
            framed.append(Token(framed[-1].end, framed[-1].end, ".", "."))
            length = 0
        framed.append(token)
    framed.append(Token(tokens[-1].end, tokens[-1].end, ".", "."))
    return framed
