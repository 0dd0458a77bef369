"""Whether a Russian name stands in the nominative, as a speaker is shown: by its endings.

The endings are those of school grammars. "Пескова" is he in the genitive or she in the nominative;
the given name tells, and where there is none such a form counts as doubtful.
"""

from functools import lru_cache

from briefings.text.later import later
from briefings.text.wordlists import words as word_set

OBLIQUE, DOUBTFUL, NOMINATIVE = range(3)

_OTHER_CASE = later(  # of a surname, a given name or the last syllable of a Korean name
    r"(?:(?:ов|ев|ёв|ин|ын)(?:у|ым|ыми|ых|ой|е)|(?:ск|цк)(?:ого|ому|им|ом|ой|ую)|[иы][ие]|"
    r"[а-яё]{2,}[оеё]м|[а-яё]+(?:ью|ией|ею))$"
)
_HER_OR_HIS = later(r"(?:ов|ев|ёв|ин|ын)а$")
_HIS_GIVEN = later(r"(?:[бвгджзклмнпрстфхцчшщьй])$")
_ENDED = later(r"[аяуюые]$")
_HERS = word_set(
    "Мария Анастасия Юлия Наталия Виктория Лидия София Лилия Ксения Евгения Валерия Анна Ольга "
    "Елена Ирина Татьяна Светлана Екатерина Марина Людмила Галина Нина Вера Надежда Алла Инна "
    "Полина Дарья Наталья Софья Александра Валентина Эльвира Маргарита Лариса Тамара Антонина "
    "Алина Диана Яна Кристина Вероника Оксана Жанна Карина Эмма Камала Хиллари Кая Урсула "
    "Джорджа Анналена Марья Илья Никита Данила Кузьма Лука Фома"
)


@lru_cache(maxsize=1024)
def case_of(name: str) -> int:
    """NOMINATIVE, DOUBTFUL or OBLIQUE. name: one to three words, the surname last unless Korean."""
    *given, last = name.split()
    if not given:
        return _alone(last)
    if len(given) > 1 and not given[1].endswith(("вич", "вна")):
        return _syllable(last)
    bent = _OTHER_CASE.search(last) is not None and len(last) > 3
    return OBLIQUE if bent else _in_full(given[0], last)


def _in_full(first: str, last: str) -> int:
    if first in _HERS or _HIS_GIVEN.search(first):
        return OBLIQUE if last.endswith(("ы", "ю")) else _of_his_own(first, last)
    bent = _HER_OR_HIS.search(last) or _OTHER_CASE.search(first)
    if bent or (_ENDED.search(first) and not _HIS_GIVEN.search(last)):
        return OBLIQUE
    return _alone(last)


def _of_his_own(first: str, last: str) -> int:
    """A given name in the nominative: his surname may be "Пескова" by a slip alone."""
    return OBLIQUE if first not in _HERS and _HER_OR_HIS.search(last) else NOMINATIVE


def _alone(word: str) -> int:
    if _OTHER_CASE.search(word) and len(word) > 3:
        return OBLIQUE
    return DOUBTFUL if _ENDED.search(word) else NOMINATIVE


def _syllable(word: str) -> int:
    """ "Ким Чен Ын" bends at its end alone: "Ына", "Ыном"."""
    if len(word) > 3 and word.endswith(("ом", "ем", "ём")):
        return OBLIQUE
    if word.endswith(("а", "я", "ы", "е", "ю")) and len(word) > 2:
        return OBLIQUE
    return DOUBTFUL if word.endswith("у") else NOMINATIVE
