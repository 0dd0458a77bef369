"""What the words between two marks look like: a sentence, a clause, a fragment or a title."""

import re
from typing import NamedTuple

from briefings.text.lexicon import AUXILIARIES, BE
from briefings.text.marks import Marked
from briefings.text.wordlists import words

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_ADDRESS = re.compile(
    r"(?:^|, )(?:(?:Senator|Congressman|Congresswoman|Governor|Mr\.|Mrs\.|Ms\.|Dr\.) )?"
    r"([A-Z][\w’'-]+)[,!?.]"
)
_LOOKED_AT = 60  # words that are looked at
_SMALL = words("of the and for in on a an to at by with from as or vs de la &")
_FINITE = (AUXILIARIES | BE) - {"be", "been", "being", "having"}
_SUBJECTS = words(
    "i we you he she it they this that there these those who i'm we're it's that's they're you're "
    "he's she's there's let's don't i've we've i'll we'll they've i’m we’re it’s that’s they’re "
    "you’re he’s she’s there’s let’s don’t i’ve we’ve i’ll we’ll they’ve what never"
)


class Shape(NamedTuple):
    """words: how many (at most 60). capital: begins like a sentence. last: the last character.
    clause: has a finite verb or a subject pronoun. title: every longer word is capitalised."""

    words: int
    capital: bool
    last: str
    clause: bool
    title: bool
    addressed: frozenset[str] = frozenset()  # names in it that somebody is called by
    named: frozenset[str] = frozenset()  # capitalised words inside it, folded

    @property
    def sentence(self) -> bool:
        """Could stand as a sentence of its own."""
        return self.capital and self.last in ".?!,—-–…" and self.words >= 2 and not self.title


def shape_of(text: str, marked: Marked) -> Shape:
    inner = text[marked.inner.start : min(marked.inner.end, marked.inner.start + 600)]
    words = _WORD.findall(inner)[:_LOOKED_AT]
    lower = [word.lower() for word in words]
    first = inner.lstrip("“‘\"'[(.… ")[:1]
    return Shape(
        words=len(words),
        capital=first.isupper() or first.isdigit() or inner[:1] in "…$",
        last=_last(text[marked.inner.start : marked.inner.end]),
        clause=any(word in _FINITE or word in _SUBJECTS for word in lower),
        title=_is_title(words),
        addressed=frozenset(name.lower() for name in _ADDRESS.findall(inner)),
        named=frozenset(_possessor(word) for word in words if word[0].isupper() and len(word) > 2),
    )


def _possessor(word: str) -> str:
    return word.lower().replace("’", "'").rstrip(".").removesuffix("'s").removesuffix("'")


def _last(inner: str) -> str:
    stripped = inner.rstrip(" ’'”\"»)]")
    return stripped[-1:] or " "


def _is_title(words: list[str]) -> bool:
    """“New Northern Policy”, “The Art of War”: capitals on all but small words."""
    if not 2 <= len(words) <= 14:
        return False
    large = [word for word in words if word.lower() not in _SMALL]
    return len(large) >= 2 and all(word[0].isupper() or word[0].isdigit() for word in large)
