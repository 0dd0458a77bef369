"""Headlines among the sentences of a text: Their Capitals Make Names of Verbs."""

import re

from briefings.model import Span

_LONGEST = 200  # characters
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ACRONYM = re.compile(r"(?:\b[A-Z]\.){2,}$")
_FEWEST = 4  # words that count
_SHORT = 3  # letters of a word that headlines leave small


def is_headline(text: str, span: Span) -> bool:
    """No stop at its end but an acronym's, and capitals on nearly all longer words."""
    if span.end - span.start > _LONGEST:
        return False
    line = text[span.start : span.end].rstrip()
    if line.endswith((",", ":", ";", '"', "”")):
        return False
    if line.endswith(".") and not _ACRONYM.search(line):
        return False
    counted = [word for word in _WORD.findall(line) if len(word) > _SHORT]
    large = sum(word[0].isupper() for word in counted)
    return len(counted) >= _FEWEST and large >= 0.8 * len(counted)


def is_title(text: str, span: Span) -> bool:
    """A short line without a stop at its end, which an article may open with."""
    line = text[span.start : span.end].rstrip()
    return len(line) <= _LONGEST and line[-1:].isalnum() and line.count(" ") >= _FEWEST - 1
