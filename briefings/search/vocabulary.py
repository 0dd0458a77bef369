"""Very many distinct words in compact arrays, which are written to a file as they are.

Loaded (with numpy) for large archives only.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from zlib import crc32

import numpy as np

from briefings.search.letters import has_particle, is_latin, letters, sounds, spelt
from briefings.search.signatures import Arrays, Numbers, Signatures
from briefings.text.stemming import stem

LATIN, NATIVE = "latin", "native"
ABOVE_ALL = chr(0x10FFFF)


class Strings:
    """A list of strings in one piece of memory."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._letters = arrays["letters"].data
        self._ends = arrays["ends"].data

    @classmethod
    def of(cls, strings: Sequence[str]) -> "Strings":
        encoded = [each.encode("utf-8", "surrogatepass") for each in strings]
        ends = np.fromiter(accumulate(map(len, encoded), initial=0), dtype=np.uint32)
        return cls({"letters": np.frombuffer(b"".join(encoded), dtype=np.uint8), "ends": ends})

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        letters = self._letters[self._ends[number] : self._ends[number + 1]]
        return str(letters, "utf-8", "surrogatepass")


class Marks:
    """Numbered strings by a checksum of theirs; whoever asks compares what comes back."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._marks = arrays["marks"].data
        self._numbers = arrays["numbers"].data

    @classmethod
    def of(cls, strings: Iterable[str]) -> "Marks":
        marks = np.fromiter(map(_mark, strings), dtype=np.uint32)
        order = np.argsort(marks, kind="stable")
        return cls({"marks": marks[order], "numbers": order.astype(np.uint32)})

    def likely(self, string: str) -> list[int]:
        mark = _mark(string)
        start = bisect_left(self._marks, mark)
        return self._numbers[start : bisect_right(self._marks, mark, start)].tolist()


class Vocabulary:
    """Distinct words, numbered in the order of their letters."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        parts = {name: part(arrays, name) for name in ("keys", "same", "stems", "spelt", "heard")}
        self._keys = Strings(parts["keys"])
        self._same = Marks(parts["same"])
        self._stems = Marks(parts["stems"])
        self._spelt = Signatures(parts["spelt"])
        self._sounds = Strings(parts["heard"])
        self._alike = Marks(part(arrays, "alike"))
        self._bare: list[int] = arrays["bare.numbers"].tolist()
        self._heard = {each: Signatures(part(arrays, each)) for each in (LATIN, NATIVE)}

    @classmethod
    def of(cls, words: Sequence[str]) -> "tuple[Vocabulary, Numbers]":
        """With the new number of each word."""
        keys = [letters(word) for word in words]
        order = sorted(range(len(words)), key=keys.__getitem__)
        ranks = np.empty(len(words), dtype=np.uint32)
        ranks[order] = np.arange(len(words), dtype=np.uint32)
        keys = [keys[number] for number in order]
        ordered = [words[number] for number in order]
        bare = [number for number, word in enumerate(ordered) if has_particle(word)]
        named = [*range(len(ordered)), *bare]
        heard = sounds([*ordered, *(stem(ordered[number]) for number in bare)])
        parts = {
            "keys": Strings.of(keys).arrays,
            "same": Marks.of(keys).arrays,
            "stems": Marks.of(map(stem, ordered)).arrays,
            "spelt": Signatures.of(keys, range(len(keys))).arrays,
            "heard": Strings.of(heard).arrays,
            "alike": Marks.of(heard).arrays,
        }
        parts["bare"] = {"numbers": np.array(bare, dtype=np.uint32)}
        for script in (LATIN, NATIVE):
            places = [
                place
                for place, number in enumerate(named)
                if heard[place] and _is_named(ordered[number], script)
            ]
            parts[script] = Signatures.of([heard[place] for place in places], places).arrays
        return cls(joined(parts)), ranks

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, number: int) -> str:
        return spelt(self._keys[number])

    def number(self, word: str) -> int | None:
        key = letters(word)
        return next((each for each in self._same.likely(key) if self._keys[each] == key), None)

    def range(self, key: str) -> tuple[int, int]:
        """The numbers of the words whose letters begin so."""
        start = bisect_left(self._keys, key)
        return start, bisect_left(self._keys, key + ABOVE_ALL, start)

    def kin(self, root: str) -> Iterator[int]:
        """Words of this stem."""
        return (each for each in self._stems.likely(root) if stem(self[each]) == root)

    def spelt_like(self, key: str, *, edits: int) -> dict[int, str]:
        """Words that may be spelt so: number → letters."""
        return {each: self._keys[each] for each in self._spelt.likely(key, edits=edits)}

    def sounding_like(self, heard: str, *, edits: int, latin: bool) -> dict[int, str]:
        """What words of the script that may sound so (exactly so for no edits) are heard as, by
        place. A Korean word that ends like a particle is heard with it and without."""
        if edits:
            near = self._heard[LATIN if latin else NATIVE].likely(heard, edits=edits)
            return {self._outward(place): self._sounds[place] for place in near}
        same = (place for place in self._alike.likely(heard) if self._sounds[place] == heard)
        places = map(self._outward, same)
        return {place: heard for place in places if is_latin(self[self.heard_at(place)]) == latin}

    def heard_at(self, place: int) -> int:
        """The number of the word that is heard there."""
        return place if place >= 0 else self._bare[-1 - place]

    def _outward(self, place: int) -> int:
        """Below 0 for a word without its particle."""
        return place if place < len(self) else len(self) - 1 - place

    def sound(self, number: int) -> str:
        return self._sounds[number]


def _is_named(word: str, script: str) -> bool:
    return not word.isdigit() and is_latin(word) == (script == LATIN)


def joined(parts: Mapping[str, Arrays]) -> Arrays:
    return {f"{part}.{name}": one for part, some in parts.items() for name, one in some.items()}


def part(arrays: Arrays, name: str) -> Arrays:
    """Those of the arrays whose names begin so, without the beginning."""
    start = f"{name}."
    return {
        key.removeprefix(start): array for key, array in arrays.items() if key.startswith(start)
    }


def _mark(string: str) -> int:
    return crc32(string.encode("utf-8", "surrogatepass"))
