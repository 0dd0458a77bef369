"""Text → the words that search compares: case, accents and punctuation folded away.

Cyrillic and Hangul keep their letters. Tokens are runs of letters and digits and nothing else, so
that a database can be given them without quoting surprises.
"""

import re
import unicodedata
from functools import lru_cache

LONGEST_TOKEN = 48
"""Characters that are kept of one token: no word is longer, and an index entry must stay short."""

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_])?|[^\W\d_](?:\.[^\W\d_])+")
_INNER = re.compile(r"[.'’]+")
_LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_MARKS = re.compile("[\u0300-\u036f\u200b-\u200f\u00ad\u2060\ufeff]")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е"}
)


def fold(text: str) -> str:
    """Case and accents folded away (Unicode NFKC and full case folding), words left in place."""
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFKC", text).casefold()
    composed = unicodedata.normalize("NFC", composed)  # case folding may take letters apart
    return _LATIN.sub(_plain, _MARKS.sub("", composed)).translate(_LETTERS)


def fold_tokens(text: str) -> list[str]:
    """The folded words of a text, in order: "Kim Jong-un's U.S. visit" → kim jong un us visit."""
    tokens: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word.isalnum():
            tokens.append(word[:LONGEST_TOKEN])
        else:
            tokens += _tokens(word)
    return tokens


def _tokens(word: str) -> list[str]:
    if _ACRONYM.fullmatch(word):
        return [word.replace(".", "")[:LONGEST_TOKEN]]
    parts = [part for part in _INNER.split(word) if part]
    if len(parts) == 1:
        return [parts[0][:LONGEST_TOKEN]]
    if "." not in word.rstrip("."):
        parts = ["".join(parts[:-1] if parts[-1] == "s" else parts)]
    return [part[:LONGEST_TOKEN] for part in parts]


@lru_cache(maxsize=1024)
def _plain_letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _plain(match: re.Match[str]) -> str:
    return _plain_letter(match[0])
