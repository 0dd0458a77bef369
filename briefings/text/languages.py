"""Which language a text is in: by script first, then by the commonest words of English."""

import re

from briefings.text.wordlists import words

_SAMPLE = 20_000  # characters that are looked at; more would not change the answer
_FEW = 12  # words
_LETTER_SHARE = 0.3

_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")

_ENGLISH = words(
    "the of and to in a is that for it was on with as he be at by this had not are but from or "
    "have an they which one you were her all she there would their we him been has when who will "
    "more no if out so said what up its about into than them can only other new some could time "
    "these two may then do first any my now such like our over me even most made after also did "
    "many before must through how us talks news says i am"
)
_OTHER_LATIN = words(
    "der die das und ist nicht ein eine von zu mit den auf für sich des dem im le la les des et "
    "est un une dans que qui pour pas sur au du el los las de y en por con una del se al il di che "
    "è e per non sono een het van dat niet zijn och att det som på är og til af w na się nie jest "
    "os da do em um uma não com"
) - {"a", "on", "do", "me", "die", "e", "y", "i"}
_UKRAINIAN = "іїєґІЇЄҐ"


def _latin_language(sample: str) -> str:
    words = _WORD.findall(sample.lower())
    english = sum(word in _ENGLISH for word in words)
    other = sum(word in _OTHER_LATIN for word in words)
    few = len(words) <= _FEW  # a title, a name: hardly any common words
    return "en" if (english >= other and english) or (few and other <= english + 1) else "und"


def language_of(text: str) -> str:
    """ "en", "ko", "ru" or "und". A Hangul syllable counts double: it holds 2 or 3 letters."""
    sample = text[:_SAMPLE]
    counts = {
        "ko": 2 * sum(map(len, _HANGUL.findall(sample))),
        "ru": sum(map(len, _CYRILLIC.findall(sample))),
        "latin": sum(map(len, _LATIN.findall(sample))),
        "und": 2 * (len(_KANA.findall(sample)) + len(_HAN.findall(sample))),
    }
    script, most = max(counts.items(), key=lambda item: item[1])
    if not most or most < _LETTER_SHARE * sum(counts.values()):
        return "und"
    if script == "latin":
        return _latin_language(sample)
    if script == "ru" and sum(map(sample.count, _UKRAINIAN)) > 0.02 * most:
        return "und"
    return script
