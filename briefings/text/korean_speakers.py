"""Korean noun phrases that speak: found by their particles, named by the document."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefings.model import Span
from briefings.text.focus import Voice
from briefings.text.korean_words import (
    CLANS,
    COUNTRIES,
    PRONOUNS,
    TITLES,
    is_bare_name,
    is_korean_name,
    is_name_before_office,
    is_organisation,
    is_title,
)
from briefings.text.later import later
from briefings.text.wordlists import words as word_set

_WORD = later(r"[^\s“”\"‘’「」『』,()]+")
_SUBJECT = later(
    r"(?:께서는|께서|은|는|이|가|(?<=씨)도|(?<=장관|대표|의원|총리|교수|총장|의장|부장|실장|차관|대사|서기|주석|원장|국장|회장|정부)도|(?<=대통령|대변인|위원장|관계자|당국자)도)$"
)
_PARTICLE = later(r"(?:께서는|께서|은|는|이|가|을|를|과|와|의|에게|도)$")
_TOPIC = ("은", "는")
_MOST_WORDS = 7  # in one subject
# Endings of words that are no part of a name or title before it.
_BOUND = later(
    r"(?:[을를에의로와과도]|에서|으로|까지|부터|에게|한테|했다|했고|하고|하며|하면서|하는|하던|"
    r"되는|한|된|할|될|"
    r"던|따르면|의하면|며|고|면서|지만|해|어|서|통해|따라|위해|관련|대해|이날|오전|오후|최근|이어|또|또한|다만|"
    r"특히|다|묻자|말하자|밝히자|하자|되자|나서자|외치자|지적하자|비판하자)$"
    r"|^(?:선|온|간|낸|쓴|만난|나온|나선|떠난|물러난|돌아온|다녀온|지켜본)$"  # "함께 선 장 실장"
)
_NO_NOUN = later(  # "핵을 가진 나라라고 하는", "미국을 향해서는", "일각에서는"
    r"(?:하|되|있|없|않|받|싶|같|모르|다루|이끄|앞두|나오|해서|에서|에게|한테|으로|까지|부터|면서)$"
)
_ANONYMOUS = word_set("관계자 당국자 소식통 직원 주민 측")
_POINTING = word_set("이 그 해당 한 다른 또 어느 일부 여러 익명의 복수의")
_RANKS = word_set("수석 정례 공동 신임 전직 선임 고위 대외 공식 현직")
_HOUSE = later(r"^(?:주(?:유엔|한|북|미|중|일|러)|.{2,}회의)$")  # no ending of a verb or case
_TIMES = later(
    r"^(?:\d+[일월년시분]?|이날|지난|오늘|어제|전날|최근|이어|또|또한|다만|특히|앞서|한편|"
    r"그러면서)$"
)


class Subject(NamedTuple):
    """A subject: where it stands (without its particle), and whether it is the topic (은/는)."""

    span: Span
    topic: bool


def subjects_in(text: str, start: int, end: int) -> list[Subject]:
    """All subjects between two places of a sentence, in order."""
    words = list(_WORD.finditer(text, start, end))
    found = []
    for at, word in enumerate(words):
        particle = _SUBJECT.search(word.group())
        if particle is None or not particle.start():
            continue
        stem = word.group()[: particle.start()]
        if particle.group() in ("는", "은") and _NO_NOUN.search(stem):
            continue
        following = _PARTICLE.sub("", words[at + 1].group()) if at + 1 < len(words) else ""
        if not _may_speak(stem) or is_bare_name(word.group(), following):
            continue
        first = _first_word(words, at)
        span = Span(words[first].start(), word.start() + particle.start())
        found.append(Subject(span, particle.group().endswith(_TOPIC)))
    return found


def _may_speak(stem: str) -> bool:
    if stem in PRONOUNS - {"이"} or is_title(stem) or is_organisation(stem):
        return True
    return is_korean_name(stem) or (len(stem) >= 2 and not stem.endswith(("것", "수", "점", "등")))


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
        known = named or word in COUNTRIES or _HOUSE.match(word) is not None
        if not known and (_BOUND.search(word) or _SUBJECT.search(word)):
            break
        first -= 1
    return first


class KoreanVoices:
    """Resolves subjects in reading order: surname and title, pronoun, or nothing at all."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.last: Voice | None = None
        self._named: list[tuple[str, Span, str]] = []  # name, its place, its title
        for paragraph in paragraphs:
            self._learn(paragraph)

    def _learn(self, paragraph: Span) -> None:
        """Korean full names before a title, wherever they stand: "최선희 북한 외무상과"."""
        words = list(_WORD.finditer(self.text, *paragraph))
        for at, word in enumerate(words):
            title = _PARTICLE.sub("", word.group())
            if not is_title(title):
                continue
            for back in range(at - 1, max(-1, at - 4), -1):
                name = words[back].group()
                if len(name) == 3 and is_name_before_office(name) and not is_title(name):
                    self._named.append((name, Span(*words[back].span()), title))
                    break

    def of(self, subject: Span) -> Voice | None:
        words = [
            (match.group(), match.span())
            for match in _WORD.finditer(self.text, *subject)
            if not match.group().isdigit()
        ]
        if not words:
            return None
        if len(words) == 1 and words[0][0] in PRONOUNS:
            return self.last._replace(attribution=subject) if self.last is not None else None
        pointed = words[0][0] in _POINTING and len(words) > 1
        name = self._name(words) if not pointed else None
        if name is None:
            return self._untitled(words, subject)
        span = self._fullest(name, words[-1][0])
        if span.end - span.start == 1:  # "김 위원장", whose full name is nowhere
            span = Span(span.start, subject.end)
        return Voice(span, subject, "person")

    def _name(self, words: Sequence[tuple[str, tuple[int, int]]]) -> Span | None:
        """The name in "김정은 북한 국무위원장", "블라디미르 푸틴 러시아 대통령", "푸틴 대통령"."""
        last = words[-1][0]
        if last in _ANONYMOUS:
            return None
        if len(words) == 1:
            return self._only_name(last, words[0][1][0])
        if is_title(last):
            return self._name_before_title(words)
        named = is_name_before_office(last) and len(last) == 3
        return Span(*words[-1][1]) if named else self._name_after_title(words)

    def _name_before_title(self, words: Sequence[tuple[str, tuple[int, int]]]) -> Span | None:
        second = words[1][0]
        between = is_name_before_office(second) and len(second) == 3 and len(words) > 2
        if words[0][0] in COUNTRIES and between and not self._ends_name(second):
            return Span(*words[1][1])  # "북한 김영복 총참모부 부총참모장"
        if is_name_before_office(words[0][0]) and self._ends_name(second):
            return Span(*words[0][1])
        end = int(is_name_before_office(words[0][0]))
        while end < len(words) - 1 and not self._ends_name(words[end][0]):
            end += 1
        if end == 0:
            return self._name_behind_office(words)
        return Span(words[0][1][0], words[end - 1][1][1])

    def _name_after_title(self, words: Sequence[tuple[str, tuple[int, int]]]) -> Span | None:
        """ "유엔 사무총장 대변인 스테판 두자릭" """
        titled = [at for at, (word, _) in enumerate(words) if is_title(word)]
        behind = words[titled[-1] + 1 :] if titled else []
        if not 1 <= len(behind) <= 3 or any(self._ends_name(word) for word, _ in behind):
            return None
        return Span(behind[0][1][0], behind[-1][1][1])

    def _only_name(self, word: str, start: int) -> Span | None:
        """ "김정은", "김정은동지" """
        if is_korean_name(word) and not is_title(word):
            return Span(start, start + len(word))
        titled = is_korean_name(word[:3]) and word[3:] in TITLES
        return Span(start, start + 3) if titled else None

    def _ends_name(self, word: str) -> bool:
        return is_organisation(word) or is_title(word)

    def _name_behind_office(self, words: Sequence[tuple[str, tuple[int, int]]]) -> Span | None:
        """ "러시아 외무부 자하로바 대변인", "북한 김정은 국무위원장" """
        word, place = words[-2]
        if words[-1][0] == "씨":
            hidden = word == "모" and len(words) > 2  # "김 모 씨"
            return Span(words[-3][1][0] if hidden else place[0], place[1])
        if is_name_before_office(word) and len(word) == 3:
            return Span(*place)
        if is_organisation(word) or is_title(word) or word in _RANKS:
            return None
        office = len(words) >= 3 and is_organisation(words[-3][0])
        if len(word) < 3 and not (office and words[-1][0] == "대변인"):
            return None
        return Span(*place) if office or is_name_before_office(word) else None

    def _fullest(self, name: Span, title: str) -> Span:
        """Where the document first gives the name in full."""
        short = name.of(self.text)
        for known, place, its_title in self._named:
            surname_alone = len(short) == 1 and short in CLANS and known.startswith(short)
            if surname_alone and (its_title.endswith(title) or title.endswith(its_title)):
                return place
            if known == short or known.split()[-1] == short:
                return place
        for known, place, _ in reversed(self._named):
            if len(short) == 1 and known.startswith(short):
                return place
        self._named.append((short, name, title))
        return name

    def _untitled(
        self, words: Sequence[tuple[str, tuple[int, int]]], subject: Span
    ) -> Voice | None:
        """An organisation, or an office without a name."""
        head = words[-1][0]
        if len(words) == 1 and is_title(head):
            for known, place, title in reversed(self._named):
                if title.endswith(head) and known:
                    return Voice(place, subject, "person")
        if words[0][0] in ("이", "그", "해당") and self.last is not None:
            return self.last._replace(attribution=subject)
        sort = "role" if is_title(head) else "organisation"
        return Voice(subject, subject, sort)
