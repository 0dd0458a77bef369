"""What brings a Russian quotation: its verb, and whose words a verb brings that is not theirs."""

from briefings.model import Span
from briefings.text.later import later
from briefings.text.russian_phrases import CLAN, WORD, phrase_after
from briefings.text.russian_words import (
    CUE,
    FARTHEST_CUE,
    HIS_WORDS,
    PRONOUNS,
    STOPS,
    VERB,
    is_office,
)

_HOUSES = later(r"\s(?:агентство|газета|телеканал|издание|портал|РИА|ТАСС|Интерфакс|[A-Z])")
_SPEECHES = later(
    r"\s(?:слов[аоу]|выступлени[ея]|заявлени[ея]|речь|комментари[йи]|высказывани[ея]|мнение)\s"
)
_REFERENCE = later(r"\sсо ссылкой на(?=\s)")
_IN_HOUSE = later(r"\sв(?:о)?\s([^,.;:«—–]{3,60})")
_IN_DOCUMENT = later(
    r"(?<![а-яё])[Вв]о?\s(?P<doc>(?:[а-яё]+(?:ом|ем|ой)\s)?(?:заявлени[ие]|сообщении|докладе|письме|"
    r"коммюнике|послании|документе|статье|декларации|отч[её]те|тексте|резолюции|комментарии|"
    r"пресс-релизе|поздравлении|телеграмме)(?:\s[А-ЯЁ][^\s,:«]*){0,4})"
)
_DASH = later(r"[,.…!?]?\s?[,]?\s?[—–-]\s")
_COMMA = later(r"[,.…!?]?\s?,\s")
_KOREAN = later(r"\s([А-ЯЁ][а-яё]*)\s[А-ЯЁ][а-яё]*\s[А-ЯЁ][а-яё]*(?=\s)")
_JOINS = later(r",?\s[—–-]")
_LED = 60  # characters between a verb and the quotation it leads to
_ENDS = later(r"[.!?;»]")
_STANDS = later(r"говорится|сказано|отмечается|подч[её]ркивается|указано|указывается")


def cue_behind(text: str, lower: str, start: int, end: int) -> Span | None:
    """The verb after a dash: one of saying, or any at once before who does it ("похвастался он").
    lower: the text in lower case."""
    cue = CUE.search(lower, start, min(end, start + FARTHEST_CUE))
    if cue is not None:
        return Span(*cue.span())
    verb = VERB.match(text, start, end)
    whose = WORD.search(text, verb.end(), end) if verb is not None else None
    if verb is None or whose is None:
        return None
    word, behind = whose.group(), text[whose.end() + 1 : whose.end() + 2]
    named = word not in STOPS and behind.isupper()  # "усмехается торговец Виктор"
    acts = word in PRONOUNS or word[0].isupper() or is_office(word) or named
    return Span(*verb.span()) if acts else None


def said_from(text: str, lower: str, marks: Span, end: int) -> int | None:
    """Where the words behind a quotation begin that may name its speaker: after a dash, or after a
    comma and a verb, unless it has one before: "Он потребовал «…», сообщило агентство"."""
    dash = _DASH.match(text, marks.end, end)
    if dash is not None:
        return dash.end()
    comma = _COMMA.match(text, marks.end, end)
    if comma is None or CUE.match(lower, comma.end(), end) is None:
        return None
    led = CUE.search(lower, max(marks.start - _LED, 0), marks.start)
    own = led is not None and _ENDS.search(text, led.end(), marks.start) is None
    return None if own else comma.end()


def document_before(text: str, cue: Span, start: int) -> Span | None:
    """ "В послании, которое приводит агентство, говорится": the writing, from `start` on."""
    if _STANDS.match(text[slice(*cue)].lower()) is None:
        return None
    document = _IN_DOCUMENT.search(text, start, cue.start)
    return Span(*document.span("doc")) if document is not None else None


def according_to(text: str, cue: Span, end: int) -> Span | None:
    """ "По словам Пескова", and the pronoun of "по его словам"."""
    his = HIS_WORDS.match(text, *cue)
    return phrase_after(text, cue.end, end) if his is None else Span(*his.span("whose"))


def words_of_whom(text: str, start: int, end: int) -> Span | None:
    """ "приводит агентство «Ёнхап» слова представителя МИД": whose words they are."""
    words = _SPEECHES.search(text, start, end)
    if words is None:
        name = _KOREAN.match(text, start, end)  # "цитирует Ким Ё Чжон агентство"
        clan = name is not None and CLAN.match(name[1]) is not None
        return Span(name.start(1), name.end()) if name is not None and clan else None
    house = _HOUSES.search(text, words.end(), end)
    return phrase_after(text, words.end(), house.start() if house else end)


def house_beside(text: str, cue: Span, end: int) -> Span | None:
    """ "отметили в министерстве объединения" """
    match = _IN_HOUSE.match(text, cue.end, end)
    return Span(*match.span(1)) if match is not None and text[cue.end - 1] == "и" else None


def referred_to(text: str, start: int, end: int) -> Span | None:
    """ "передает агентство со ссылкой на источник в правительстве" """
    reference = _REFERENCE.search(text, start, end)
    if reference is None:
        return None
    house = _HOUSES.search(text, reference.end(), end)
    return phrase_after(text, reference.end(), house.start() if house else end)


def of_two(text: str, phrase: Span) -> bool:
    """ "Путин и Си Цзиньпин": neither is "он"."""
    after = text[phrase.end : phrase.end + 4]
    before = text[max(0, phrase.start - 3) : phrase.start]
    return before == " и " or (after[:3] == " и " and after[3:].isupper())


def is_introduced(text: str, marks: Span) -> bool:
    """Whether a colon or dash joins what stands in marks to somebody: no mere name does."""
    before = text[max(0, marks.start - 2) : marks.start].strip()
    after = text[marks.end : marks.end + 4]
    if before == "," and not after.strip(" .\n"):
        return True  # По его мнению, «…».
    return before == ":" or _JOINS.match(after) is not None
