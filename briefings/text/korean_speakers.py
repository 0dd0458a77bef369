"""Who speaks in a Korean document, and where it names them in full."""

from collections.abc import Sequence

from briefings.model import Span
from briefings.text.focus import Voice
from briefings.text.korean_phrases import OPINED
from briefings.text.korean_subjects import PARTICLE, WORD, subjects_in
from briefings.text.korean_words import (
    CLANS,
    COUNTRIES,
    PRONOUNS,
    TITLES,
    is_korean_name,
    is_name_before_office,
    is_organisation,
    is_title,
)
from briefings.text.wordlists import words as word_set

_ANONYMOUS = word_set("관계자 당국자 소식통 직원 주민 측")
_POINTING = word_set("이 그 해당 한 다른 또 어느 일부 여러 익명의 복수의")
_RANKS = word_set("수석 정례 공동 신임 전직 선임 고위 대외 공식 현직")
_HOUSES = word_set("신문 통신 방송 매체 통신사 일보")
_MOST_NAMED = 300  # people of one document, each with a title
_FARTHEST_HOUSE = 2_000  # characters back to "노동신문", which "신문" goes on with


class KoreanVoices:
    """Resolves subjects in reading order: surname and title, pronoun, or nothing at all."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self._last: Voice | None = None
        self.person: Voice | None = None  # whom "그" means
        self._named: list[tuple[str, Span, str]] = []  # name, its place, its title
        self._known: set[tuple[str, str]] = set()
        for paragraph in paragraphs:
            self._learn(paragraph)

    @property
    def last(self) -> Voice | None:
        """Who spoke last, or acted in the sentence before: whom one without a subject means."""
        return self._last

    @last.setter
    def last(self, voice: Voice) -> None:
        self._last = voice
        if voice.sort != "organisation":
            self.person = voice

    def hear(self, sentence: Span) -> None:
        """The subject of a sentence without quotation goes on in the next, which may drop it."""
        subjects = subjects_in(self.text, *sentence)
        topic = next((one for one in subjects if one.topic), subjects[0] if subjects else None)
        opined = OPINED.match(self.text, *sentence)
        who = Span(*opined.span("who")) if opined else topic.span if topic else None
        voice = self.of(who) if who is not None else None
        if voice is not None and (voice.sort == "person" or self._is_house(voice)):
            self.last = voice

    def _is_house(self, voice: Voice) -> bool:
        return voice.sort == "organisation" and is_organisation(
            voice.span.of(self.text).split()[-1]
        )

    def _learn(self, paragraph: Span) -> None:
        """Korean full names before a title, wherever they stand: "최선희 북한 외무상과"."""
        words = list(WORD.finditer(self.text, *paragraph))
        for at, word in enumerate(words):
            title = PARTICLE.sub("", word.group())
            if not is_title(title):
                continue
            for back in range(at - 1, max(-1, at - 4), -1):
                name = words[back].group()
                if len(name) == 3 and is_name_before_office(name) and not is_title(name):
                    self._remember(name, Span(*words[back].span()), title)
                    break

    def of(self, subject: Span) -> Voice | None:
        words = [
            (match.group(), match.span())
            for match in WORD.finditer(self.text, *subject)
            if not match.group().isdigit()
        ]
        if not words:
            return None
        if len(words) == 1 and words[0][0] in PRONOUNS:
            meant = self.person if words[0][0] in ("그", "그녀") else self.last
            return meant._replace(attribution=subject) if meant is not None else None
        if len(words) == 1 and words[0][0] in _HOUSES:
            return Voice(self._house(words[0][0], subject) or subject, subject, "organisation")
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
        self._remember(short, name, title)
        return name

    def _remember(self, name: str, place: Span, title: str) -> None:
        if (name, title) not in self._known and len(self._named) < _MOST_NAMED:
            self._known.add((name, title))
            self._named.append((name, place, title))

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

    def _house(self, head: str, subject: Span) -> Span | None:
        """ "신문은 이어": the newspaper named before, "노동신문"."""
        back = max(0, subject.start - _FARTHEST_HOUSE)
        at = self.text.rfind(head, back, subject.start)
        while at > back:
            start = at
            while start > back and self.text[start - 1].isalpha():
                start -= 1
            if start < at:
                return Span(start, at + len(head))
            at = self.text.rfind(head, back, at)
        return None
