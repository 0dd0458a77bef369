"""Fold a text for matching names without moving a single offset: one character in, one out."""

import unicodedata

_BY_HAND = {
    **dict.fromkeys("’‘ʼ´`′＇", "'"),
    **dict.fromkeys("“”„«»″＂", '"'),
    **dict.fromkeys("‐‑‒–—―−-­﹣－", " "),
    **dict.fromkeys("\t\n\r\v\f\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("ㆍ‧・∙•", "·"),
    **dict.fromkeys("ёЁ", "е"),
    "ø": "o",
    "ł": "l",
    "đ": "d",
}


def _plain(letter: str) -> str:
    """The base letter of an accented Latin one, lower case."""
    return unicodedata.normalize("NFD", letter)[0].lower()


_TABLE = str.maketrans(
    {chr(point): _plain(chr(point)) for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))}
    | _BY_HAND
)


def alike(text: str) -> str:
    """Case, accents, kinds of quote mark, hyphen and space folded; as long as `text`.

    Hyphens become spaces, so that "Jong-un", "Jong Un" and "Jong‑Un" are one name.
    """
    if text.isascii():
        return text.lower().translate(_TABLE)
    return lowered(text.translate(_TABLE))


def lowered(text: str) -> str:
    """Lower case, as long as `text`. An expression finds words there several times quicker than
    it would with its own eye for case, which keeps it from leaping to the next first letter."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
