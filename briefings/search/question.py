"""A question as typed → the words it asks for, each with the forms it may take in the archive."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from briefings.gazetteer import Gazetteer
from briefings.search.expansion import name_words, names_in
from briefings.search.glossary import translations
from briefings.search.letters import is_latin
from briefings.search.lexicon import Lexicon
from briefings.search.particles import bare
from briefings.search.stopwords import STOP_WORDS, telling
from briefings.text.folding import fold_tokens
from briefings.text.stemming import stem

LONGEST_QUESTION = 1_000  # characters that are looked at
MOST_WORDS = 24
MOST_FORMS = 24
MOST_NEIGHBOURS = 4
ALIAS_WORTH = 0.9
TRANSLATION_WORTH = 0.8
NEIGHBOUR_WORTH = (1.0, 0.85, 0.7)  # by edits
PART_WORTH = 0.6
BARE_WORTH = 0.95
MOST_BARE = 4
UNKNOWN_WEIGHT = 0.4
"""Of a word in another script than Latin that is there in no form: in most archives hardly any text
is of its language, so that not finding it says little."""
SOUND_WORTH = 0.85
MISPRINT_WORTH = 0.5  # for a word that hardly any document has, beside a common one


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question, or one name of several words.

    forms: folded words or phrases it may be in the archive, with how much each counts (1 as typed,
    less for another form of a name or a corrected spelling). weight: inverse document frequency.
    needles: the stems of the forms as they stand in a row of stems.
    """

    typed: str
    forms: Mapping[str, float]
    weight: float
    corrected: str | None = None
    needles: Mapping[str, float] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        needles: dict[str, float] = {}
        for form, worth in self.forms.items():
            needle = f" {stemmed(form)} "
            needles[needle] = max(worth, needles.get(needle, 0.0))
        object.__setattr__(self, "needles", needles)


class Stems:
    """A text's stems in a row, to look words and phrases up in."""

    def __init__(self, text: str) -> None:
        self.row = f" {' '.join(map(stem, fold_tokens(text)))} "

    @classmethod
    def of(cls, folded: str) -> "Stems":
        """Of what is stemmed already."""
        stems = cls("")
        stems.row = f" {folded} "
        return stems

    @classmethod
    def joined(cls, parts: Iterable["Stems"]) -> "Stems":
        """Of texts that stand one after the other."""
        whole = cls("")
        whole.row = "".join(part.row for part in parts).replace("  ", " ")
        return whole

    def worth(self, word: Word) -> float:
        """Of the best form that stands in the text; 0 where none does."""
        best = 0.0
        for needle, worth in word.needles.items():
            if worth > best and needle in self.row:
                best = worth
        return best

    def shared(self, words: Iterable[Word]) -> float:
        """The weight of those of the words that stand in the text."""
        return sum([word.weight * self.worth(word) for word in words])


@lru_cache(maxsize=4_096)
def stemmed(form: str) -> str:
    return " ".join(map(stem, form.split()))


def words_of(question: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words that carry the question; stop words only where there is nothing else."""
    tokens = fold_tokens(question[:LONGEST_QUESTION])[: 4 * MOST_WORDS]
    chosen = list(dict.fromkeys(telling(tokens) or tokens))[:MOST_WORDS]
    parts = list(dict.fromkeys(names_in(chosen, lexicon.gazetteer)))
    lexicon.look_up(token for part in parts for token in part)
    drafts = [_draft(" ".join(part), lexicon) for part in parts]
    lexicon.relate(form for draft in drafts for form in draft.forms)
    lexicon.learn(token for draft in drafts for form in draft.forms for token in form.split())
    return tuple(_weighed(_heard(draft, lexicon), lexicon) for draft in drafts)


def _draft(typed: str, lexicon: Lexicon) -> Word:
    """The word with every form it might take; which of them there are is seen later."""
    forms = {typed: 1.0}
    aliases = [" ".join(fold_tokens(alias)) for alias in lexicon.gazetteer.expand(typed)]
    if " " in typed:
        forms.update(dict.fromkeys(_telling_parts(typed, lexicon.gazetteer), PART_WORTH))
    elif not aliases and typed not in name_words():
        forms = {**_respelt(typed, lexicon), **forms}
        forms |= dict.fromkeys(islice(bare(typed), MOST_BARE), BARE_WORTH)
    for alias in filter(None, aliases):
        forms.setdefault(alias, ALIAS_WORTH)
    for translation in translations(typed):
        forms.setdefault(translation, TRANSLATION_WORTH)
    return Word(typed, forms, 0.0)


def _heard(draft: Word, lexicon: Lexicon) -> Word:
    """With what sounds alike in another script, where the archive has the word in no form."""
    if any(map(lexicon.kindred, draft.forms)):
        return draft
    heard = lexicon.sounding(draft.typed)
    forms = {form: SOUND_WORTH * likeness for form, likeness in heard.items()}
    return replace(draft, forms={**forms, **draft.forms})


def _respelt(typed: str, lexicon: Lexicon) -> dict[str, float]:
    """The nearest spellings that the archive knows; those of the same stem count in full."""
    if typed in STOP_WORDS:
        return {}
    near = lexicon.neighbours(typed)
    forms = {}
    for word, edits in near:
        same = stem(word) == stem(typed)
        forms[word] = 1.0 if same else NEIGHBOUR_WORTH[edits]
    return forms


def _weighed(draft: Word, lexicon: Lexicon) -> Word:
    """Only the forms that there are, each counting no more than its own rarity allows."""
    known = {form: worth for form, worth in draft.forms.items() if lexicon.kindred(form)}
    own = lexicon.kindred(draft.typed)
    fits = _kept(draft.typed, own, known, lexicon)
    best = max(fits, key=lambda form: (fits[form], lexicon.frequency(form)), default=None)
    seen_in = own or (lexicon.kindred(best) if best else 0)
    weight = lexicon.weight(seen_in)
    if not fits and not is_latin(draft.typed):
        weight *= UNKNOWN_WEIGHT
    forms = {
        form: worth * min(1.0, lexicon.weight(lexicon.frequency(form)) / weight)
        for form, worth in sorted(fits.items(), key=lambda form: -form[1])[:MOST_FORMS]
    }
    respelt = dict(lexicon.neighbours(draft.typed))
    mended = best if best in respelt and not own else None
    return replace(draft, forms=forms, weight=weight, corrected=mended)


def _kept(typed: str, own: int, known: Mapping[str, float], lexicon: Lexicon) -> dict[str, float]:
    """A word the archive has is taken as typed, unless it looks like a misprint of another."""
    near = dict(lexicon.neighbours(typed)) if " " not in typed else {}
    same = {form for form in near if stem(form) == stem(typed)}
    kept = {form: worth for form, worth in known.items() if form not in near or form in same}
    others = [form for form in known if form in near and form not in same]
    if own:
        common = [form for form in others if lexicon.frequency(form) > own * own * 20]
        return kept | dict.fromkeys(_first(common, near, lexicon)[:1], MISPRINT_WORTH)
    return kept | {form: known[form] for form in _first(others, near, lexicon)[:MOST_NEIGHBOURS]}


def _first(forms: Iterable[str], near: Mapping[str, int], lexicon: Lexicon) -> list[str]:
    """Those of the least edits alone, the commonest first."""
    forms = list(forms)
    least = min((near[form] for form in forms), default=0)
    nearest = [form for form in forms if near[form] == least]
    return sorted(nearest, key=lambda form: (-lexicon.frequency(form), form))


def _telling_parts(name: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Words of a name that mean it alone, too: "putin", but never "kim" or "jong"."""
    meant = gazetteer.resolve(name)
    for token in name.split():
        if len(meant) == 1 and gazetteer.resolve(token) == meant:
            yield token
