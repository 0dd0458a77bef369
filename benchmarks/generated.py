"""Titles, texts and questions made up by the thousand, the same for the same seed.

Words follow Zipf's law over made-up stems of English, Korean and Russian syllables and over names
of the gazetteer, so that a million titles have the vocabulary and the collisions of real ones.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from briefings.gazetteer import load_gazetteer
from briefings.model import NameKind

ENGLISH = "a e i o u ai ea ou io ar er in on an st tr pl br sh ch th ment tion ing s t r n l d"
KOREAN = "가 나 다 라 마 바 사 아 자 차 카 타 파 하 강 남 방 산 성 원 장 정 조 주 진 평 한 협 화 회"
RUSSIAN = "а о е и ка ра на то ро ст пр ни во ре ли ко по ми са ния ция ский ов ен ел ан до ви го"
SHARES = {"en": 0.6, "ko": 0.2, "ru": 0.2}
WORDS = {"en": 60_000, "ko": 40_000, "ru": 40_000}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
KINDS = ("exact", "typos", "order", "prefix", "alias", "script")


@dataclass(frozen=True, slots=True)
class Question:
    kind: str
    typed: str
    wanted: int


class Generator:
    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self._words = {
            "en": self._vocabulary(ENGLISH.split(), WORDS["en"], 3),
            "ko": self._vocabulary(KOREAN.split(), WORDS["ko"], 2),
            "ru": self._vocabulary(RUSSIAN.split(), WORDS["ru"], 3),
        }
        self._zipf = {
            language: list(accumulate(1 / (rank + 3) for rank in range(len(words))))
            for language, words in self._words.items()
        }
        people = (n for n in load_gazetteer().names.values() if n.kind is NameKind.PERSON)
        self.people = [name for name in people if {"en", "ko", "ru"} <= name.forms.keys()]

    def _vocabulary(self, parts: list[str], size: int, least: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < size:
            count = self.random.choices((least, least + 1, least + 2), (5, 4, 1))[0]
            found["".join(self.random.choices(parts, k=count))] = None
        return list(found)

    def words(self, language: str, count: int) -> list[str]:
        return self.random.choices(self._words[language], cum_weights=self._zipf[language], k=count)

    def language(self) -> str:
        return self.random.choices([*SHARES], [*SHARES.values()])[0]

    def titles(self, count: int) -> Iterator[str]:
        for _ in range(count):
            language = self.language()
            words = self.words(language, self.random.randint(5, 11))
            if self.random.random() < 0.3:
                person = self.random.choice(self.people)
                words.insert(self.random.randrange(len(words)), person.forms[language][0])
            yield " ".join(words)

    def text(self, title: str, sentences: int = 18) -> str:
        """A text in which half of the title's words come back."""
        language = self.language()
        echoed = title.split()
        lines = []
        for _ in range(sentences):
            line = self.words(language, 14)
            line[self.random.randrange(14)] = self.random.choice(echoed)
            lines.append(" ".join(line) + ".")
        return " ".join(lines)

    def question(self, kind: str, titles: list[str]) -> Question:
        wanted = self.random.randrange(len(titles))
        words = titles[wanted].split()
        at = self.random.randrange(max(1, len(words) - 3))
        some = words[at : at + 4]
        if kind in ("alias", "script"):
            named = self._named(titles, kind)
            return named or Question(kind, " ".join(some), wanted)
        if kind == "typos":
            for _ in range(2):
                place = self.random.randrange(len(some))
                some[place] = self.slip(some[place])
        elif kind == "order":
            self.random.shuffle(some)
        elif kind == "prefix":
            some[-1] = some[-1][: max(2, len(some[-1]) // 2)]
        return Question(kind, " ".join(some), wanted)

    def _named(self, titles: list[str], kind: str) -> Question | None:
        """A person in another script than the title's, with three words of the title beside."""
        for _ in range(200):
            wanted = self.random.randrange(len(titles))
            for person in self.random.sample(self.people, 40):
                for language in ("en", "ko", "ru"):
                    form = person.forms[language][0]
                    if f" {form} " in f" {titles[wanted]} ":
                        other = self.random.choice([x for x in ("en", "ko", "ru") if x != language])
                        typed = person.forms[other][0]
                        rest = titles[wanted].replace(form, " ").split()
                        if kind == "script":
                            typed = self.slip(typed)
                        beside = self.random.sample(rest, min(3, len(rest)))
                        return Question(kind, " ".join([typed, *beside]), wanted)
        return None

    def slip(self, word: str) -> str:
        """One wrong, missing, added or swapped letter."""
        at = self.random.randrange(len(word))
        letter = self.random.choice(LETTERS if word.isascii() else word)
        swapped = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
        return self.random.choice(
            (word[:at] + word[at + 1 :], word[:at] + letter + word[at:],
             word[:at] + letter + word[at + 1 :], swapped)
        )  # fmt: skip
