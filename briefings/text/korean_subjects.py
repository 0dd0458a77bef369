"""Korean noun phrases that may speak, found by their particles."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefings.model import Span
from briefings.text.korean_words import (
    COUNTRIES,
    PRONOUNS,
    is_bare_name,
    is_foreign_name,
    is_korean_name,
    is_organisation,
    is_title,
)
from briefings.text.later import later

WORD = later(r"[^\s“”\"‘’「」『』,()]+")
_SUBJECT = later(r"(?:께서는|께서|은|는|이|가|도)$")
PARTICLE = later(r"(?:께서는|께서|은|는|이|가|을|를|과|와|의|에게|도)$")
_TOPIC = ("은", "는", "도")
_ALSO = "역시"  # "신 실장 역시": a topic without its particle
_MOST_WORDS = 7  # in one subject
_FULL_NAME = 3  # syllables of most Korean names
# Endings of words that are no part of a name or title before it.
_BOUND = later(
    r"(?:[을를에의로와과도]|에서|으로|까지|부터|에게|한테|했다|했고|하고|하며|하면서|하는|하던|낸|힌|"
    r"되는|한|된|할|될|"
    r"던|따르면|의하면|며|고|면서|지만|해|어|서|통해|따라|위해|관련|대해|이날|오전|오후|최근|이어|또|또한|다만|"
    r"특히|다|묻자|말하자|밝히자|하자|되자|나서자|외치자|지적하자|비판하자)$"
    r"|(?:출신|변인|교수|의원|장관|대사|위원|부장|소장|원장|총장|전문가|관계자)인$"
    r"|^(?:선|온|간|낸|쓴|만난|나온|나선|떠난|물러난|돌아온|다녀온|지켜본)$"  # "함께 선 장 실장"
)
_NO_NOUN = later(  # "핵을 가진 나라라고 하는", "미국을 향해서는", "일각에서는"
    r"(?:하|되|있|없|않|받|싶|같|모르|다루|이끄|앞두|나오|해서|에서|에게|한테|으로|까지|부터|면서)$"
)
_HOUSE = later(r"^(?:주(?:유엔|한|북|미|중|일|러)|.{2,}회의)$")  # no ending of a verb or case
_TIMES = later(
    r"^(?:\d+[일월년시분]?|이날|지난|오늘|어제|전날|최근|이어|또|또한|다만|특히|한편|가운데|"
    r"그러면서|반면|하지만|그러나|그런데|아울러|결국|이에|앞서|관련해|이후|동시에|=)$"
)


class Subject(NamedTuple):
    """A subject: where it stands (without its particle), and whether it is the topic (은/는)."""

    span: Span
    topic: bool


def subjects_in(text: str, start: int, end: int) -> list[Subject]:
    """All subjects between two places of a sentence, in order."""
    words = list(WORD.finditer(text, start, end))
    found = []
    for at, word in enumerate(words):
        following = PARTICLE.sub("", words[at + 1].group()) if at + 1 < len(words) else ""
        particle = _SUBJECT.search(word.group())
        also = following == _ALSO and (particle is None or is_title(word.group()))
        if also and _is_somebody(word.group()):
            found.append(Subject(Span(words[_first_word(words, at)].start(), word.end()), True))
        if also or particle is None or not particle.start():
            continue
        stem = word.group()[: particle.start()]
        if not _is_subject(stem, particle.group()) or is_bare_name(word.group(), following):
            continue
        first = at if stem in ("그", "그녀") else _first_word(words, at)
        span = Span(words[first].start(), word.start() + particle.start())
        found.append(Subject(span, particle.group().endswith(_TOPIC)))
    return found


def _is_subject(stem: str, particle: str) -> bool:
    if particle == "도":
        return _is_somebody(stem)
    return not (particle in ("는", "은") and _NO_NOUN.search(stem)) and _may_speak(stem)


def _is_somebody(stem: str) -> bool:
    """More than a noun that "too" may follow: "최 외무상도", "정부도", "그도"."""
    if stem in ("그", "그녀") or is_title(stem) or is_organisation(stem):
        return True
    return len(stem) == _FULL_NAME and is_korean_name(stem)


def _may_speak(stem: str) -> bool:
    if stem in PRONOUNS - {"이"} or is_title(stem) or is_organisation(stem):
        return True
    return (
        is_korean_name(stem)
        or stem == "명"
        or (len(stem) >= 2 and not stem.endswith(("것", "수", "점", "등")))
    )


def _first_word(words: Sequence[re.Match[str]], at: int) -> int:
    """How far a subject reaches to the left: "김정은 북한 국무위원장"."""
    stem = _SUBJECT.sub("", words[at].group())
    first = at
    while first > 0 and at - first < _MOST_WORDS - 1:
        word = words[first - 1].group()
        aged = stem == "씨" and word.isdigit()  # "김모(52) 씨"
        far = words[first].start() - words[first - 1].end() > 1 + aged
        if far or (_TIMES.match(word) and not aged):
            break
        if word in ("이", "그", "한"):
            return first - 1
        following = _SUBJECT.sub("", words[first].group()) if first == at else words[first].group()
        named = is_title(stem) and is_bare_name(word, following)
        known = named or word in COUNTRIES or is_foreign_name(word) or _HOUSE.match(word)
        if not known and (_BOUND.search(word) or _SUBJECT.search(word)):
            break
        first -= 1
    return first
