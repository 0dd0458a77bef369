"""A folded word → the stem it shares with its inflections, for English, Russian and Korean.

English: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 3. Russian: endings of
nouns, adjectives and verbs, after the idea of Dolamic and Savoy's light stemmer (2009). Korean:
particles behind a noun.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_VOWELS = "aeiou"
_CYRILLIC = re.compile("[а-яё]+")
_HANGUL = re.compile("[가-힣]+")
_ENGLISH = re.compile("[a-z]+")
LEAST_RUSSIAN = 3
LEAST_KOREAN = 2

_RUSSIAN = """
    иями ями ами иях ях ах ией ием ьем иям ям ам ов ев ей ой ий ый ая яя ое ее ые ие ого его ым им
    ому ему ыми ими ых их ую юю ом ем ть ться тся ет ют ит ят ал ала ало али ил ила ило или ешь ишь
    ете ите ла ло ли ия ии ию ью ья ьи а е и й о у ы ь ю я"""
_KOREAN = """
    은 는 이 가 을 를 의 에 에서 에게 에는 에도 께서 와 과 도 만 로 으로 으로는 부터 까지 보다 처럼
    라고 이라고 라는 이라는 이며 에서는 에서도 과의 와의 들은 들이 들을 들의"""
_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "abli": "able", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous",
    "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive",
    "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_STEP_3 = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic",
    "ful": "", "ness": "",
}  # fmt: skip
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


_RUSSIAN_ENDINGS = frozenset(_RUSSIAN.split())
_KOREAN_ENDINGS = frozenset(_KOREAN.split())
_ENDINGS_4 = tuple(sorted(_STEP_4, key=len, reverse=True))
_LONGEST_ENDING = max(map(len, _RUSSIAN_ENDINGS | _KOREAN_ENDINGS))


@lru_cache(maxsize=65_536)
def stem(token: str) -> str:
    """The stem of a folded token; numbers and other scripts stay as they are."""
    if _ENGLISH.fullmatch(token):
        return _english(token)
    if _CYRILLIC.fullmatch(token):
        return _without(token, _RUSSIAN_ENDINGS, LEAST_RUSSIAN)
    if _HANGUL.fullmatch(token):
        return _without(token, _KOREAN_ENDINGS, LEAST_KOREAN)
    return token


def _without(token: str, endings: frozenset[str], least: int) -> str:
    """The longest ending taken off, twice: a name may itself end like one, 김정은은 → 김정."""
    for _ in range(2):
        for length in range(min(_LONGEST_ENDING, len(token) - least), 0, -1):
            if token[-length:] in endings:
                token = token[:-length]
                break
    return token


def _english(word: str) -> str:
    if len(word) <= 2:
        return word
    word = _final_y(_past(_plural(word)))
    word = _replaced(_replaced(word, _STEP_2), _STEP_3)
    return _tidied(_step_4(word))


def _shape(word: str) -> str:
    """The word as c and v: "relate" → "cvcvcv"."""
    shape = ""
    for letter in word:
        vowel = letter in _VOWELS or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(word: str) -> int:
    """Porter's m: how often a vowel is followed by a consonant."""
    return _shape(word).count("vc")


def _ends_short(word: str) -> bool:
    """Porter's *o: consonant, vowel, consonant other than w, x, y."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            base = word[: -len(ending)]
            return _mended(base) if "v" in _shape(base) else word
    return word


def _mended(base: str) -> str:
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if len(base) > 1 and base[-1] == base[-2] and base[-1] not in "lsz" and _shape(base)[-1] == "c":
        return base[:-1]
    return base + "e" if _measure(base) == 1 and _ends_short(base) else base


def _final_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and "v" in _shape(word[:-1]) else word


def _replaced(word: str, endings: Mapping[str, str]) -> str:
    if not word.endswith(tuple(endings)):
        return word
    ending = next(ending for ending in endings if word.endswith(ending))
    base = word[: -len(ending)]
    return base + endings[ending] if _measure(base) else word


def _step_4(word: str) -> str:
    for ending in _ENDINGS_4:
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base if _measure(base) > 1 else word
    if word.endswith(("sion", "tion")) and _measure(word[:-3]) > 1:
        return word[:-3]
    return word


def _tidied(word: str) -> str:
    """Porter's step 5: a last e, and a double l."""
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _ends_short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
