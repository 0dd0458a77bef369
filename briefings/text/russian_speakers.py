"""Russian noun phrases that speak, and where the document names them in full."""

import re
from collections.abc import Sequence

from briefings.model import Span
from briefings.text.focus import Voice
from briefings.text.russian_words import PRONOUNS, STOPS, is_office, stem
from briefings.text.wordlists import words as word_set

_WORD = re.compile(r"[А-ЯЁA-Z]\.(?!\w)|[^\W_]+(?:[-.][^\W_]+)*")
_NAME = re.compile(
    r"(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:\s[А-ЯЁ][а-яё]*(?:-[А-ЯЁа-яё]+)*){1,3}"
)
_ADJECTIVE = re.compile(r"(?:ого|ский|ская|ское|ского|ской|ому|ский|ные|ный|ная|ной|ного|ских)$")
_PATRONYMIC = re.compile(r"(?:вич|вна|вича|вны)$")
_NAMES_A_HOUSE = re.compile(
    r"(?:Кремл|МИД|Белом|Пентагон|Госдеп|министерств|правительств|ведомств|посольств|офис|Совбез|"
    r"Генштаб|Мин[а-я]|МВД|МЧС|РЖД|Роскосмос|администраци|пресс-служб|разведк|парламент|Госдум|"
    r"агентств|аппарат|канцеляри|штаб|университет|институт|организаци|ООН|НАТО|компани|Сеул|Москв|Пхеньян|Вашингтон)"
)
_LISTENERS = word_set(
    "журналистам журналисту репортерам репортёрам им ему ей нам также тогда сегодня вчера позже "
    "ранее накануне агентству"
)
_OPENERS = word_set(
    "его ее её их как и а но при этом также однако кроме того между тем позже ранее накануне затем"
)
_SOURCE = re.compile(r"(?:источник|собеседник|источники)$", re.IGNORECASE)
_FARTHEST_NAME = 60  # characters
_MOST_WORDS = 12
_BREAK = re.compile(r"[,.;:!?()«»„“”\"—–]")
_SUBJECT_FORM = re.compile(r"(?:[бвгджзклмнпрстфхцчшщьй]|ый|ая|лава)$")
_GIVEN_TO = re.compile(
    r"\s(?:(?:агентству|газете|изданию|журналу|телеканалу|порталу|корреспонденту)\s)?[«\"]"
    r"[^«»\"\n]{1,40}[»\"](?=\s)"
)
_SPEECHES = re.compile(
    r"\s(?:слов[аоу]|выступлени[ея]|заявлени[ея]|речь|комментари[йи]|высказывани[ея]|мнение)\s"
)
_RELATION = re.compile(r"[а-яё-]+(?:ого|его|ой|ей|ых|их)$")  # "сестра северокорейского лидера …"
_KOREAN = re.compile(
    r"^(?:Ким|Чхве|Чой|Пак|Юн|Ли|Мун|Син|Чо|Хан|Кан|Чан|О|Со|Хван|Чон|Чжон|Ри|Но|Ан|Ким|Хон|Лю|"
    r"Си|Ван)$"
)


def phrase_after(text: str, start: int, end: int) -> Span | None:
    """The subject that follows a verb: up to a stop, a preposition or an adverb of time."""
    given = _GIVEN_TO.match(text, start, end)
    start = given.end() if given else start
    words = _subject_words(text, start, end)
    if not words:
        return None
    span = Span(words[0].start(), _with_name(text, words, end))
    if _speaks(span.of(text)):
        return span
    behind = _behind_object(text, span.end, end)
    return behind or (span if words[0].start() - start <= 2 else None)


def _subject_words(text: str, start: int, end: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    at = start
    for word in _WORD.finditer(text, start, end):
        if len(words) >= _MOST_WORDS or _BREAK.search(text, at, word.start()):
            break
        if word.group() in _LISTENERS and not words:
            continue
        inside = word.group() in ("в", "во") and len(words) == 1 and _SOURCE.match(words[0].group())
        if word.group() in _LISTENERS or (word.group() in STOPS and not inside):
            break
        words.append(word)
        at = word.end()
        if word.group().lower() in PRONOUNS:
            break
    return words


def _behind_object(text: str, start: int, end: int) -> Span | None:
    """ "прокомментировал сообщения о военных КНДР пресс-секретарь президента Дмитрий Песков" """
    stop = _BREAK.search(text, start, end)
    limit = min(stop.start() if stop else end, start + _FARTHEST_NAME)
    office = next(
        (w for w in _WORD.finditer(text, start, limit) if _is_nominative(w.group())), None
    )
    if office is None:
        return None
    last = _with_name(text, [office], end)
    return Span(office.start(), last) if last > office.end() else None


def _is_nominative(word: str) -> bool:
    """A post as a subject has it, or the adjective before it: "ведущий", "пресс-секретарь"."""
    return word.islower() and is_office(word) and _SUBJECT_FORM.search(word) is not None


def _with_name(text: str, words: Sequence[re.Match[str]], end: int) -> int:
    """ "постпред России при ООН Василий Небензя": up to the name, if only an office came so far."""
    last = words[-1].end()
    if _is_named(text, words[0].start(), last) or not is_office(words[0].group()):
        return last
    stop = _BREAK.search(text, last, end)
    ends = [found.end() for found in _NAME.finditer(text, last, stop.start() if stop else end)]
    return ends[-1] if ends and ends[-1] - last < _FARTHEST_NAME else last


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether somebody's name stands there: "Посол России" and "Института Китая" are none."""
    return any(
        not is_office(name.split()[0]) and any(word not in _PLACES for word in name.split())
        for name in (found.group() for found in _NAME.finditer(text, start, end))
    )


def phrase_before(text: str, start: int, end: int) -> Span | None:
    """The subject before a verb: the first phrase of the clause that can speak."""
    clause = start
    for match in re.finditer(r"[;:—–]|\.\s", text[start:end]):
        clause = start + match.end()
    for part in _parts(text, clause, end):
        words = list(_WORD.finditer(text, part.start, part.end))
        while words and words[0].group().lower() in _OPENERS:
            words.pop(0)
        if len(words) > 1 and words[0].group() in ("В", "Во", "в", "во"):
            house = _NAMES_A_HOUSE.match(words[1].group())
            if house:
                return Span(words[1].start(), _closed(text, words[1].start(), words[-1].end()))
            break  # "В интервью ТАСС Мацегора рассказал"
        found = _leading(text, words)
        if found is not None:
            return _apposed(text, found, end) or found
    names = list(_NAME.finditer(text, clause, end))
    return Span(*names[-1].span()) if names and end - names[-1].end() < _FARTHEST_NAME else None


def _closed(text: str, start: int, end: int) -> int:
    """With the mark that closes a name in marks: "пресс-служба «Газпрома»"."""
    opened = text.count("«", start, end) > text.count("»", start, end)
    return end + 1 if opened and text[end : end + 1] == "»" else end


def _apposed(text: str, found: Span, end: int) -> Span | None:
    """ "депутат Госдумы, генерал запаса Андрей Гурулев": the name that the second title brings."""
    if _is_named(text, *found) or text[found.end : found.end + 1] != ",":
        return None
    words = list(_WORD.finditer(text, found.end, end))
    if not words or not words[0].group().islower() or not is_office(words[0].group()):
        return None
    span = Span(words[0].start(), _with_name(text, words[:1], end))
    return span if _is_named(text, *span) else None


def _parts(text: str, start: int, end: int) -> list[Span]:
    parts, at = [], start
    for match in re.finditer(",", text[start:end]):
        parts.append(Span(at, start + match.start()))
        at = start + match.end()
    return [*parts, Span(at, end)]


def words_of_whom(text: str, start: int, end: int) -> Span | None:
    """ "приводит агентство «Ёнхап» слова представителя МИД": whose words they are."""
    words = _SPEECHES.search(text, start, end)
    return phrase_after(text, words.end(), end) if words is not None else None


def _leading(text: str, words: Sequence[re.Match[str]]) -> Span | None:
    """Office words and names, up to the first preposition."""
    taken: list[re.Match[str]] = []
    for word in words[:_MOST_WORDS]:
        lower = word.group().lower()
        if lower in PRONOUNS and not taken:
            return Span(*word.span())
        named = bool(taken) and _is_name(taken[-1].group())
        inside = word.group() in ("в", "во") and len(taken) == 1 and _SOURCE.match(taken[0].group())
        if inside:
            taken.append(word)
            continue
        kin = len(taken) == 1 and _RELATION.fullmatch(word.group())
        other = named and not kin and word.group().islower() and not is_office(lower)
        if word.group() in STOPS or other:
            break
        if not (taken or lower not in STOPS or len(lower) > 2):
            break
        taken.append(word)
    if not taken:
        return None
    span = Span(taken[0].start(), _with_name(text, taken, words[-1].end()))
    return span if _speaks(span.of(text)) else None


def _speaks(phrase: str) -> bool:
    if phrase.lower() in PRONOUNS:
        return True
    return any(word[0].isupper() or is_office(word) for word in phrase.split())


class RussianVoices:
    """Resolves surnames in any case, offices and pronouns in reading order."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.last: Voice | None = None
        self._full: dict[str, list[Span]] = {}
        for paragraph in paragraphs:
            for match in _NAME.finditer(text, paragraph.start, paragraph.end):
                self._learn(match)
        self._office: dict[str, Span] = {}

    def _learn(self, match: re.Match[str]) -> None:
        words = [word for word in _WORD.finditer(match.group()) if not is_office(word.group())]
        words = [word for word in words if word is words[-1] or not _ADJECTIVE.search(word.group())]
        while words and words[0].group().lower() in (_OPENERS | _LISTENERS | STOPS):
            words.pop(0)
        if len(words) < 2:
            return
        start = match.start() + words[0].start()
        span = Span(start, match.start() + words[-1].end())
        surname = words[0] if _KOREAN.match(words[0].group()) else words[-1]
        self._full.setdefault(stem(surname.group()), []).append(span)

    def of(self, phrase: Span) -> Voice | None:
        words = phrase.of(self.text).split()
        pronoun = PRONOUNS.get(words[0].lower())
        if pronoun is not None and len(words) == 1:
            last = self.last or self._to_come(phrase)
            return last._replace(attribution=phrase) if last is not None else None
        name = self._name(phrase)
        if name is None:
            return self._office_of(phrase, words)
        full = self._fullest(name)
        for word in words:
            if is_office(word) and word.islower():
                self._office[stem(word)] = full
        return Voice(full, phrase, "person")

    def _to_come(self, phrase: Span) -> Voice | None:
        """Nobody has been named yet: the first one to be named."""
        later = [span for spans in self._full.values() for span in spans if span > phrase]
        return Voice(min(later), phrase, "person") if later else None

    def _name(self, phrase: Span) -> Span | None:
        """The capitalised words at the end: "глава МИД РФ Сергей Лавров"."""
        words = list(_WORD.finditer(self.text, phrase.start, phrase.end))
        first = len(words) - _is_surname(words[-1].group())
        while first > 0 and _is_name(words[first - 1].group()):
            first -= 1
        if first == len(words):
            return None
        first = max(first, len(words) - _length_of_name([word.group() for word in words]))
        return Span(words[first].start(), words[-1].end())

    def _fullest(self, name: Span) -> Span:
        words = name.of(self.text).split()
        surname = words[0] if _KOREAN.match(words[0]) else words[-1]
        known = self._full.get(stem(surname), [])
        if len(words) >= 2:
            return self._nominative(known, name)
        return self._nominative(known, known[0]) if known else name

    def _nominative(self, known: Sequence[Span], fallback: Span) -> Span:
        """The shortest form of equals is the least declined."""
        wanted = stem(fallback.of(self.text).split()[0])
        same = [span for span in known if stem(span.of(self.text).split()[0])[:3] == wanted[:3]]
        return min([*same, fallback], key=lambda span: (span.end - span.start, span.start))

    def _office_of(self, phrase: Span, words: Sequence[str]) -> Voice:
        head = stem(words[0])
        if (len(words) <= 2 and is_office(words[0] if len(words) == 1 else words[-1])) or (
            len(words) == 2 and is_office(words[0])
        ):
            known = self._office.get(head)
            if known is not None:
                return Voice(known, phrase, "person")
            if self.last is not None and self.last.sort == "person":
                return self.last._replace(attribution=phrase)
        return Voice(phrase, phrase, "role" if is_office(words[0]) else "organisation")


def _is_surname(word: str) -> bool:
    """Зеленский: an adjective cannot end a phrase."""
    return word.istitle() and _ADJECTIVE.search(word) is not None


def _length_of_name(words: Sequence[str]) -> int:
    """Two words; three with a patronymic, or if they begin with a Korean family name."""
    if len(words) >= 3 and (_KOREAN.match(words[-3]) or _PATRONYMIC.search(words[-2])):
        return 3
    return 2


def _is_name(word: str) -> bool:
    """A capitalised word that is neither МИД, РФ, Кремль nor an adjective."""
    if word.islower() or not word[0].isupper() or (word.isupper() and len(word) > 1):
        return False
    return not (is_office(word) or _ADJECTIVE.search(word) or word in _PLACES)


_PLACES = word_set(
    "России Кореи Украины Китая Японии США Республики Федерации Госдумы Совета Думы Кремля "
    "Корея Корее Корею Россия Россию Украина Украине Китай Китае Республика Республике "
    "Европы Южной Северной Польши Германии Франции Приморья Университета"
)
