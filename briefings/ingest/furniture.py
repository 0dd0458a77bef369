"""Lines that a page carries beside its article, in English, Korean and Russian."""

import re

from briefings.ingest.phrases import SHY, SURE

LONGEST_FURNITURE = 240  # characters; a longer line is never judged by its opening words

# An invitation to read something else, marked by its colon or bar.
_POINTER = re.compile(
    r"(?:read|see also|see|watch|also|also read|read also|read more|more|related|editorial|analysis"
    r"|opinion|explainer|explained|podcast|recommended|must read|в тему|читайте|관련기사"
    r"|(?:[àa] )?lire(?: aussi)?|voir aussi|lesen sie(?: auch)?|mehr zum thema|le[ae] también"
    r"|leia também|leggi anche|czytaj (?:też|także))"
    r"\s?[:|»›>]\s?\S.{3,200}$",
    re.IGNORECASE,
)
_SURE_LINE = re.compile("|".join(f"(?:{one})" for one in SURE), re.IGNORECASE)
_SHY_LINE = re.compile("|".join(f"(?:{one})" for one in SHY), re.IGNORECASE)
_E_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_WEB = re.compile(r"(?:https?://|www\.)\S+")
_NUMERALS = "IVX"  # over the parts of an essay
_LETTER = re.compile(r"[^\W\d_]")
_END_OF_SENTENCE = re.compile(r"(?:[.!?…。！？]|다\.)[\s\"'”’»)\]」』*]*$")
_FORUM = re.compile(
    r"(?:log ?in|register|logged in|sign in)\b.{0,40}\b"
    r"(?:create posts|reply to this topic|post a reply|reply here)"
    r"|create posts and topics|\d+ posts? in this topic",
    re.IGNORECASE,
)


def ends_sentence(words: str) -> bool:
    """True where the words end with a stop, question or exclamation mark, closers aside."""
    return bool(_END_OF_SENTENCE.search(words[-24:]))


def is_furniture(words: str) -> bool:
    """True for a line that belongs to the page and not to the article."""
    if not _LETTER.search(words) or (len(words) == 1 and words.isascii()):
        return not any(character.isdigit() or character in _NUMERALS for character in words)
    if len(words) > LONGEST_FURNITURE:
        return False
    line = words.lstrip(" \t\xa0-–—•·*|>»([").rstrip()
    if _SURE_LINE.match(line) or is_address(words):
        return True
    if line.rstrip(")]").endswith("?"):
        return bool(_POINTER.match(line))
    return not ends_sentence(line) and bool(_SHY_LINE.match(line) or _POINTER.match(line))


def is_address(words: str) -> bool:
    """Hardly more than an e-mail or web address."""
    rest = _WEB.sub("", _E_MAIL.sub("", words))
    return len(rest) < len(words) and len(rest.split()) <= 6 and len(words) <= LONGEST_FURNITURE


def is_forum_prompt(words: str) -> bool:
    return len(words) <= LONGEST_FURNITURE and bool(_FORUM.search(words))
