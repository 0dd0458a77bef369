"""Russian noun phrases that speak, found beside a verb of saying."""

import re
from collections.abc import Sequence

from briefings.model import Span
from briefings.text.later import later
from briefings.text.russian_words import PRONOUNS, STOPS, is_office
from briefings.text.wordlists import words as word_set

WORD = later(r"[А-ЯЁA-Z]\.(?!\w)|[^\W_]+(?:[-.][^\W_]+)*")
NAME = later(
    r"(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:\s[А-ЯЁ][а-яё]*(?:-[А-ЯЁа-яё]+)*){1,3}"
)
ADJECTIVE = later(r"(?:ого|ский|ская|ское|ского|ской|ому|ский|ные|ный|ная|ной|ного|ских)$")
PATRONYMIC = later(r"(?:вич|вна|вича|вны)$")
NAMES_A_HOUSE = later(
    r"(?:Кремл|МИД|Белом|Пентагон|Госдеп|министерств|правительств|ведомств|посольств|офис|Совбез|"
    r"Генштаб|Мин(?!истр)[а-я]|МВД|МЧС|РЖД|Роскосмос|администраци|пресс-служб|разведк|парламент(?!ари)|парти[ию]|Госдум|"
    r"агентств|аппарат|канцеляри|штаб|университет|институт|организаци|ООН|НАТО|компани|Сеул|Москв|Пхеньян|Вашингтон)"
)
LISTENERS = word_set(
    "журналистам журналисту репортерам репортёрам им ему ей нам также тогда сегодня вчера позже "
    "ранее накануне агентству затем потом позднее утром вечером"
)
OPENERS = word_set(
    "его ее её их как так и а но при этом также однако кроме того между тем позже ранее накануне "
    "затем сам сама сами"
)
_SOURCE = later(r"(?:источник|собеседник|источники)$", re.IGNORECASE)
_FARTHEST_NAME = 60  # characters
_MOST_WORDS = 12
_BREAK = later(r"[,.;:!?()«»„“”\"—–]")
_SUBJECT_FORM = later(r"(?:[бвгджзклмнпрстфхцчшщьй]|ый|ая|лава)$")
_GIVEN_TO = later(
    r"\s(?:(?:агентству|газете|изданию|журналу|телеканалу|порталу|корреспонденту)\s)?[«\"]"
    r"[^«»\"\n]{1,40}[»\"](?=\s)"
    r"|\sагентству\s(?:(?:Ё|Рё|Ре)нхап|Киодо|Рейтере?с?|Синьхуа|Блумберг|ТАСС|[A-Z][A-Za-z]+)(?=\s)"
)
_PREPOSITIONS = word_set("в во на по о об от из за с со к ко у при для над под перед через до без")
_OTHERS = later(  # "глава государства на встрече с Ким Чен Ыном": not he, but whom he met
    r"\s(?:со?|об?|обо|ко?|после|перед|против|насч[её]т)\s"
)
_DAY = later(r"\d{1,2}(?:-го)?\s(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|числа)")
_ON_DAY = later(
    r"\s(?:в(?:о)?\s(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)"
    r"|\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))"
    r"(?=\s)"
)
_TALK = later(r"\s(?:в|на)\s[а-яё]+\s(?:с|для)\s(?:[а-яё]+\s)?«[^«»\n]{1,30}»(?=\s)")
_GERUND = later(r"[А-ЯЁ][а-яё]{3,}(?:ая|яя|уя|оря|вшись|ясь)")  # "Комментируя сообщения, …"
_GIVEN_FIRST = later(r"\s*[«\"][^«»\"\n]{2,40}у[»\"]\s")  # «Интерфаксу» в посольстве …
_PLURAL = later(r"[а-яё]{3,}(?:ли|лись|[аяую]ют|[ую]ются)")  # "в посольстве отказались"
_CALLED = later(  # "в МИД слова генсека назвали …"
    r"(?:слов[ао]|заявлени|высказывани|эт[оиу]|такой|такую|такие|подобн|его|е[её]|их|решени|обвинени|"
    r"сообщени|действи|учени|отправк|визит|запуск|поставк)"
)
_RELATION = later(r"[а-яё-]+(?:ого|его|ой|ей|ых|их)$")  # "сестра северокорейского лидера …"
CLAN = later(
    r"^(?:Ким|Чхве|Чой|Цой|Пак|Юн|Ли|Мун|Син|Чо|Хан|Кан|Чан|О|Со|Хван|Чон|Чжон|Ри|Но|Ан|Хон|Лю|"
    r"Си|Ван|Пэк|Пэ|Чи|Квон|Кван|Чу|Ма|Сон|Нам|Хо|Им|Лим|Рим|Мин|Тхэ|Тэ|Ха|Рю|Сим|Ко|Ку|Ю|Чхон|У|"
    r"Чин|Линь|Мао|Чжан|Чжао)$"
)


_INTO = ("В", "Во", "в", "во")
_TITLED = later(r"\s«[^«»\n]{2,40}»(?=[\s,.])")
_ENTITLED = later(r"(?:ая|ое|ий|ый|газета|агентство|телеканал|издание|журнал|портал|радио)$")
_IN_MARKS = later(r"«[^«»\n]{1,60}»(?=\s)")
_PRONOUN = later(r"(?<![А-Яа-яЁё])([Оо]на?|[Оо]ни)\s$")
_OF_COUNTRY = later(r"[А-ЯЁа-яё]{2,}(?:[оеё]м|[оеё]й|ых|их)")
_CLAN_AND_NAME = 3  # words
_SYLLABLE = later(r"[А-ЯЁ][^аеёиоуыэюя]*[аеёиоуыэюя]?[^аеёиоуыэюя]*")


def phrase_after(text: str, start: int, end: int) -> Span | None:
    """The subject that follows a verb: up to a stop, a preposition or an adverb of time."""
    for skipped in (_GIVEN_TO, _ON_DAY):
        match = skipped.match(text, start, end)
        start = match.end() if match else start
    words = _subject_words(text, start, end)
    if not words:
        talk = _TALK.match(text, start, end)
        return _behind_object(text, talk.end() if talk else start, end)
    span = Span(words[0].start(), _with_name(text, words, end))
    title = _TITLED.match(text, span.end, end) if _ENTITLED.search(span.of(text)) else None
    if title is not None:  # "пишет японская «Асахи»"
        return Span(span.start, title.end())
    if _speaks(span.of(text)):
        return span
    behind = _behind_object(text, span.end, end)
    return behind or (span if words[0].start() - start <= 2 else None)


def _subject_words(text: str, start: int, end: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    at = start
    for word in WORD.finditer(text, start, end):
        if len(words) >= _MOST_WORDS or _BREAK.search(text, at, word.start()):
            break
        if (word.group() in LISTENERS or word.group() == "и") and not words:
            continue
        inside = word.group() in ("в", "во") and len(words) == 1 and _SOURCE.match(words[0].group())
        if word.group() in LISTENERS or (word.group() in STOPS and not inside):
            break
        words.append(word)
        at = word.end()
        if word.group().lower() in PRONOUNS:
            break
    return words


def _behind_object(text: str, start: int, end: int) -> Span | None:
    """ "прокомментировал сообщения о военных КНДР пресс-секретарь президента Дмитрий Песков",
    "напомнила в своем заявлении Ким Ё Чжон" """
    stop = _BREAK.search(text, start, end)
    limit = min(stop.start() if stop else end, start + _FARTHEST_NAME)
    words = list(WORD.finditer(text, start, limit))
    office = next((word for word in words if _is_nominative(word.group())), None)
    if office is not None:
        last = _with_name(text, [office], end)
        return Span(office.start(), last) if last > office.end() else None
    found = [match for match in NAME.finditer(text, start, limit) if _is_named(text, *match.span())]
    before = [word.group() for word in words if found and word.end() <= found[-1].start()]
    governed = not before or before[-1].lower() in _PREPOSITIONS or is_office(before[-1])
    return None if governed else Span(*found[-1].span())


def _is_nominative(word: str) -> bool:
    """A post as a subject has it, or the adjective before it: "ведущий", "пресс-секретарь"."""
    return word.islower() and is_office(word) and _SUBJECT_FORM.search(word) is not None


def _with_name(text: str, words: Sequence[re.Match[str]], end: int) -> int:
    """ "постпред России при ООН Василий Небензя": up to the name, if only an office came so far."""
    last = words[-1].end()
    if _is_named(text, words[0].start(), last) or not is_office(words[0].group()):
        return last
    stop = _BREAK.search(text, last, end)
    other = _OTHERS.search(text, last, stop.start() if stop else end)
    limit = other.start() if other else stop.start() if stop else end
    ends = [found.end() for found in NAME.finditer(text, last, limit)]
    return ends[-1] if ends and ends[-1] - last < _FARTHEST_NAME else last


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether somebody's name stands there: "Посол России" and "Института Китая" are none."""
    return any(
        not is_office(name.split()[0]) and any(word not in PLACES for word in name.split())
        for name in (found.group() for found in NAME.finditer(text, start, end))
    )


def _own_words(text: str, part: Span, *, more: bool) -> list[re.Match[str]]:
    """The words of a part of a clause that may be its subject; none of "Комментируя сообщения, …".
    more: other parts follow."""
    given = _GIVEN_FIRST.match(text, *part)
    words = list(WORD.finditer(text, given.end() if given else part.start, part.end))
    inside = () if words and words[0].group() in _INTO else _IN_MARKS.finditer(text, *part)
    for title in inside:  # "директор программы «Россия и Азия» Войтов"
        words = [word for word in words if not title.start() < word.start() < title.end()]
    acting = more and len(words) > 1 and words[1].group().islower()
    if acting and _GERUND.fullmatch(words[0].group()):
        return []
    while words and words[0].group().lower() in OPENERS and not _is_clan(words):
        words.pop(0)
    return words


def _is_clan(words: Sequence[re.Match[str]]) -> bool:
    """ "Но Гван Чхоль": a family name and no "but"."""
    named = len(words) >= _CLAN_AND_NAME and CLAN.match(words[0].group()) is not None
    return named and all(_SYLLABLE.fullmatch(word.group()) for word in words[1:_CLAN_AND_NAME])


def _house(text: str, words: Sequence[re.Match[str]]) -> Span:
    """ "в посольстве КНДР отказались": the house, up to what it does."""
    verb = next(
        (
            word
            for word in words[1:]
            if _PLURAL.fullmatch(word.group()) or _CALLED.match(word.group())
        ),
        None,
    )
    last = max(word.end() for word in words if verb is None or word.end() <= verb.start())
    return Span(words[0].start(), _closed(text, words[0].start(), last))


def phrase_before(text: str, start: int, end: int) -> Span | None:
    """The subject before a verb: the first phrase of the clause that can speak."""
    pronoun = _PRONOUN.search(text, max(start, end - 8), end)
    if pronoun is not None:  # "На переговорах с Шойгу он …"
        return Span(*pronoun.span(1))
    clause = start
    for match in re.finditer(r"[;:—–]|\.\s", text[start:end]):
        clause = start + match.end()
    for part in _parts(text, clause, end):
        words = _own_words(text, part, more=part.end < end)
        if len(words) > 1 and words[0].group() in _INTO:
            whose = len(words) > 2 and _OF_COUNTRY.fullmatch(words[1].group())  # "В российском МИД"
            if NAMES_A_HOUSE.match(words[2 if whose else 1].group()):
                return _house(text, words[1:])
            break  # "В интервью ТАСС Мацегора рассказал"
        found = _leading(text, words)
        if found is not None:
            return _apposed(text, found, end) or found
    names = list(NAME.finditer(text, clause, end))
    return Span(*names[-1].span()) if names and end - names[-1].end() < _FARTHEST_NAME else None


def _closed(text: str, start: int, end: int) -> int:
    """With the mark that closes a name in marks: "пресс-служба «Газпрома»"."""
    opened = text.count("«", start, end) > text.count("»", start, end)
    return end + 1 if opened and text[end : end + 1] == "»" else end


def _apposed(text: str, found: Span, end: int) -> Span | None:
    """ "депутат Госдумы, генерал запаса Андрей Гурулев": the name that the second title brings."""
    if _is_named(text, *found) or text[found.end : found.end + 1] != ",":
        return None
    words = list(WORD.finditer(text, found.end, end))
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


def _leading(text: str, words: Sequence[re.Match[str]]) -> Span | None:
    """Office words and names, up to the first preposition."""
    taken: list[re.Match[str]] = []
    for word in words[:_MOST_WORDS]:
        lower = word.group().lower()
        if lower in PRONOUNS and not taken:
            return Span(*word.span())
        named = bool(taken) and is_name(taken[-1].group())
        inside = word.group() in ("в", "во") and len(taken) == 1 and _SOURCE.match(taken[0].group())
        if inside:
            taken.append(word)
            continue
        kin = len(taken) == 1 and _RELATION.fullmatch(word.group())
        other = named and not kin and word.group().islower() and not is_office(lower)
        dated = bool(taken) and _DAY.match(text, word.start())  # "Захарова 23 октября заявила"
        if word.group() in STOPS or other or dated:
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


def is_name(word: str) -> bool:
    """A capitalised word that is neither МИД, РФ, Кремль nor an adjective."""
    if word.islower() or not word[0].isupper() or (word.isupper() and len(word) > 1):
        return False
    return not (is_office(word) or ADJECTIVE.search(word) or word in PLACES)


PLACES = word_set(
    "России Кореи Украины Китая Японии США Республики Федерации Госдумы Совета Думы Кремля "
    "Корея Корее Корею Россия Россию Украина Украине Китай Китае Республика Республике "
    "Европы Южной Северной Польши Германии Франции Приморья Университета"
)
