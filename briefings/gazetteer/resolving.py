"""A typed name → ids: exact forms decide; fuzzy matching only mends spelling in one script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings.gazetteer.inflect import plain
from briefings.gazetteer.name import Name
from briefings.gazetteer.patterns import Patterns, family_names
from briefings.model import NameKind
from briefings.text.alike import alike

LONGEST_QUERY = 80
_NEAR = 78.0
_TITLE_WORDS = (
    "the president prime foreign defense defence minister leader chairman mr ms secretary supreme "
    "spokesman spokeswoman ambassador general former north south korean russian american vice "
    "deputy "
    "대통령 위원장 국무위원장 총비서 장관 대변인 총리 부부장 주석 북한 러시아 한국 президент "
    "министр глава лидер"
)
_TITLES = frozenset(_TITLE_WORDS.split())
_CLOSE_CALL = 4.0
"""Points of similarity within which two different names are too alike to choose between."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """Folded forms by id and ids by folded form."""

    by_id: Mapping[str, tuple[str, ...]]
    by_form: Mapping[str, tuple[str, ...]]
    by_script: Mapping[str, Sequence[str]]
    guarded: tuple[frozenset[str], ...]

    @classmethod
    def of(
        cls, names: Mapping[str, Name], patterns: Patterns, guarded: tuple[frozenset[str], ...]
    ) -> "Aliases":
        by_form: dict[str, list[str]] = {}
        for form, pattern in patterns.by_form.items():
            if not pattern.family and len(pattern.names) == 1:
                by_form.setdefault(form, []).append(pattern.names[0][0])
        for name in names.values():
            for form in (*name.all_forms, *_families(name)):
                ids = by_form.setdefault(alike(plain(form)), [])
                ids.extend(() if name.name_id in ids else (name.name_id,))
        by_script: dict[str, list[str]] = {}
        for form in by_form:
            by_script.setdefault(script_of(form), []).append(form)
        return cls(
            {name_id: tuple(map(plain, name.all_forms)) for name_id, name in names.items()},
            {form: tuple(ids) for form, ids in by_form.items()},
            by_script,
            guarded,
        )

    def forms(self, name_id: str) -> tuple[str, ...]:
        return self.by_id[name_id]

    def exact(self, form: str) -> tuple[str, ...]:
        return self.by_form.get(_tidy(form), ())

    def resolve(self, query: str) -> tuple[str, ...]:
        """Ids, best first. Exact in any script; else the nearest form of the same script, as long
        as it is clearly nearer to one name than to another of a guarded group."""
        typed = _tidy(query)
        if not typed:
            return ()
        return self.by_form.get(typed) or self._untitled(typed) or self._near(typed)

    def expand(self, phrase: str) -> tuple[str, ...]:
        ids = self.by_form.get(_tidy(phrase), ())
        if len(ids) != 1:
            return ()
        own = _tidy(phrase)
        return tuple(form for form in self.forms(ids[0]) if len(form) > 1 and alike(form) != own)

    def _untitled(self, typed: str) -> tuple[str, ...]:
        """ "foreign minister lavrov", "푸틴 대통령": the name without the title around it."""
        words = typed.split()
        while len(words) > 1 and words[0] in _TITLES:
            del words[0]
        while len(words) > 1 and words[-1] in _TITLES:
            del words[-1]
        return self.by_form.get(" ".join(words), ())

    def _near(self, typed: str) -> tuple[str, ...]:
        # 4 MB that nothing but a mistyped name needs.
        from rapidfuzz import fuzz, process  # noqa: PLC0415 -- see above
        from rapidfuzz.distance import OSA  # noqa: PLC0415 -- see above

        forms = self.by_script.get(script_of(typed), ())
        near = process.extract(
            typed, forms, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=8, processor=None
        )
        scores: dict[str, float] = {}
        for form, score, _ in near:
            if OSA.distance(typed, form, score_cutoff=_slips(typed)) > _slips(typed):
                continue
            for name_id in self.by_form[form]:
                scores[name_id] = max(scores.get(name_id, 0.0), score)
        ranked = sorted(scores, key=lambda name_id: -scores[name_id])
        return self._without_guarded(ranked, scores)

    def _without_guarded(
        self, ranked: Sequence[str], scores: Mapping[str, float]
    ) -> tuple[str, ...]:
        """The best and what is not guarded from it; nobody when a guarded name is nearly level."""
        if not ranked:
            return ()
        best = ranked[0]
        rivals = {name_id for group in self.guarded if best in group for name_id in group}
        rivals -= {best}
        if any(scores[best] - scores[rival] <= _CLOSE_CALL for rival in rivals & set(ranked)):
            return ()
        return tuple(name_id for name_id in ranked if name_id not in rivals)


def script_of(text: str) -> str:
    """The script of the first letter: latin, cyrillic, hangul, han, other."""
    for letter in text:
        if letter.isalpha():
            return next((name for name, low, high in _SCRIPTS if low <= letter <= high), "other")
    return "other"


_SCRIPTS = (
    ("latin", "A", "ɏ"),
    ("cyrillic", "Ѐ", "ӿ"),
    ("hangul", "가", "힣"),
    ("han", "\u3040", "鿿"),
)


def _slips(typed: str) -> int:
    """Letters that may be wrong: none in very short names, two in most."""
    letters = len(typed)
    if script_of(typed) in ("hangul", "han"):
        return int(letters >= 4) + int(letters >= 8)
    return 0 if letters < 4 else 1 if letters < 7 else 2


def _tidy(query: str) -> str:
    return " ".join(alike(query[:LONGEST_QUERY]).split()).strip(" .,?!\"'")


def _families(name: Name) -> tuple[str, ...]:
    return family_names(name) if name.kind is NameKind.PERSON else ()
