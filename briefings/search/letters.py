"""A word → what is compared of it: its letters within a script, its sound across scripts."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

from briefings.text.folding import fold
from briefings.text.stemming import stem

_HANGUL = re.compile("[가-힣]")
_FIRST_SYLLABLE = ord("가")
_VOWELS_OF_HANGUL = 21
_CODAS_OF_HANGUL = 28
_NONE = "-"
_JAMO = frozenset(map(chr, range(0x1100, 0x1113)))
_ONSETS = "g gg n d dd r m b bb s ss - j jj ch k t p h".split()  # noqa: SIM905 -- a table
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905
_CODAS = "- g g gs n nj n d l lg lm lb ls lt lp l m b bs s s ng j ch k t p -".split()  # noqa: SIM905
_SILENT = "eu"
"""The vowel that Hangul puts where a foreign word has none: 프 in 트럼프."""

_LATIN_SOUNDS = (
    ("choi", "choe"), ("eau", "o"), ("tsch|shch|tch|sch|ch|zh|dzh|dj", "j"), ("sh", "s"),
    ("ph", "p"), ("th", "t"), ("kh|gh", "k"), ("ck", "k"), ("wh", "w"), ("qu", "kw"), ("x", "ks"),
    ("ts|tz", "s"), ("c(?=[eiy])", "s"), ("c", "k"),
    ("yeo|eo|ou|oo|you|yu|yo|iu", "u"), ("eu", "u"),
    ("oe|wae|we|ae|ai(?![aeiou])|ay|ei|ey", "e"), ("ee|ie|yi|iy|ij|ui|wi", "i"),
    ("ya|ia", "a"), ("ye", "e"), ("y", "i"), ("wo", "u"), ("(?<=[^\n])h", ""), ("w", "u"),
)  # fmt: skip
_SOUND_RULES = tuple((re.compile(pattern), instead) for pattern, instead in _LATIN_SOUNDS)
_ALIKE = str.maketrans("kqtdpfvblzjo", "ggddbbbbrssu")
_TWICE = re.compile(r"(.)\1+")
_FIRST_LETTERS = {"в": "w", "г": "h", "х": "h"}
"""Вилсон was a Wilson, Гамбург Hamburg, Ханой Hanoi."""

_UNSPOKEN = re.compile(r"[^\w\n ]|_")


def is_latin(word: str) -> bool:
    """Whether a folded word is written in Latin letters or digits alone."""
    return word.isascii()


def is_hangul(word: str) -> bool:
    return _HANGUL.match(word) is not None


def has_particle(word: str) -> bool:
    """Whether a word of Hangul ends like one with a particle; a name may, too."""
    return is_hangul(word) and stem(word) != word


def letters(word: str) -> str:
    """The letters that a slip of the finger changes: Hangul by jamo, the others as they are."""
    return unicodedata.normalize("NFD", word) if is_hangul(word) else word


def spelt(key: str) -> str:
    """The word of these letters."""
    return unicodedata.normalize("NFC", key) if key[:1] in _JAMO else key


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """About how a folded word sounds, in Latin letters, however it was transliterated.

    Voiced and voiceless, l and r, o and u fall together: "Ushakov", "Ушаков", "우샤코프" are one.
    """
    return sounds([word])[0]


def readings(word: str) -> tuple[str, ...]:
    """A folded word as it may have been spelt elsewhere before Cyrillic took its first letter."""
    first = _FIRST_LETTERS.get(word[:1])
    return (word, first + word[1:]) if first else (word,)


def sounds(words: Sequence[str]) -> list[str]:
    """How each word sounds: all of them in one go, which takes a tenth of the time."""
    latin = romanised("\n".join(words))
    for rule, instead in _SOUND_RULES:
        latin = rule.sub(instead, latin)
    return _TWICE.sub(r"\1", latin.translate(_ALIKE)).split("\n")


def romanised(text: str) -> str:
    """Folded words in Latin letters; Hangul by Revised Romanisation."""
    if text.isascii():
        return text
    return _UNSPOKEN.sub("", fold(anyascii("".join(map(_syllable, text)))))


def syllables(word: str) -> list[str]:
    """Of a Hangul word: a Korean name is written apart in other scripts."""
    return [letter for letter in word if is_hangul(letter)]


@lru_cache(maxsize=16_384)
def _syllable(letter: str) -> str:
    """Revised Romanisation, without the vowel that is only there to part consonants."""
    number = ord(letter) - _FIRST_SYLLABLE
    if not is_hangul(letter):
        return letter
    rest, coda = divmod(number, _CODAS_OF_HANGUL)
    onset, vowel = divmod(rest, _VOWELS_OF_HANGUL)
    parts = [_ONSETS[onset], _VOWELS[vowel], _CODAS[coda]]
    if parts[1] == _SILENT and parts[0] != _NONE == parts[2]:
        parts.pop(1)
    return "".join(part for part in parts if part != _NONE)
