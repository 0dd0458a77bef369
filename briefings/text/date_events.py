"""Which of the dates in a sentence dates what happens in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import DateMention, Precision, Span, When
from briefings.text.date_values import is_open

_THINGS = (
    r"treat(?:y|ies)|agreements?|pacts?|deals?|accords?|declarations?|resolutions?|summits?|talks|"
    r"wars?|laws?|constitution|visits?|meetings?|statements?|documents?|communiqu[eé]s?|invasion|"
    r"rupture|collapse|dissolution|tests?|launch(?:es)?|elections?|crisis|armistice|partnership"
)
_OF_A_THING = re.compile(
    rf"\b(?:{_THINGS})\s(?:(?:first|originally|initially)\s)?"
    r"(?:signed|concluded|reached|adopted|made|imposed|launched|dating|enacted|struck|held|agreed|"
    r"ratified|established|issued|passed|conducted|inked|dated)\b(?:\s(?!in\b|"
    r"on\b)[A-Za-z-]+){0,3}?\s?(?:in|on|from|to|back\sto)?\s?$"
    rf"|\b(?:{_THINGS})\sof\s$"
    r"|\b(?:invasion|rupture|collapse|dissolution|breakup|fall|founding|end|outbreak|annexation)\s"
    r"of\s(?:[\w’']+\s){1,4}in\s$"
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|its|their|his|her|this|that|old|original|previous|"
    r"[\w.]+[’']s)\s(?:[a-z-]+\s)?$",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    r"[-\s](?!(?:and|or|in|on|at|to|by|when|after|before|with|for|as|that|but|was|were|is|has|"
    r"had|of|from|the|a|an)\b)[A-Za-z]"
)
_ARTICLE = re.compile(r"\b(?:the|a|an|its|their|his|her|[\w.]+[’']s)\s$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s[^,;]*$", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Z][\w-]+\s$")
_DATELINE = re.compile(r"\W*[^\W\d_a-zа-я]{3,}(?:[ ,/.-][^\W\d_a-zа-я]+)*(?:, [A-Z]\w+)?,\s")
_AGENCY = re.compile(r"\s?(?:\(|[.,]?\s?/|--|—|–|\.$)")
_ON = re.compile(
    r"\b(?:in|on|since|by|until|from|during|of|and|to|through|between)\s(?:the\s)?(?:early\s|"
    r"late\s|mid-?)?$",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:^|[\s,(—–])(?:who|which|whose|after|before|since|ahead\sof|following|until|unlike|"
    r"compared\s(?:to|with)|"
    r"as\sof|amid)\s(?:[^,]*)$",
    re.IGNORECASE,
)
_FIRST_IN = re.compile(
    r"\bin\s(?:nearly\s|almost\s|about\s|over\s|more\sthan\s)?$|(?:впервые\sза|за\sпоследние)\s$"
)
_LENGTH = re.compile(r"(?:years|decades|months|лет|года?|년)$")
_BOUND_AFTER = re.compile(r"\s?(?:이후|이래)|\s만(?:에|의|이)")
_OF_YEAR = re.compile(r"\d{4}\s(?:года|г\.)")  # "договор 1961 года"; an event happens "в 1961 году"
_RU_IN = re.compile(r"\b[Вв]\s$")
_COARSE = (Precision.DECADE, Precision.CENTURY)


def event_date(sentence: Span, dates: Sequence[DateMention], text: str) -> When | None:
    """The first date of the sentence that dates its main clause, else the first that dates a
    clause of it; None when every date belongs to a noun ("the 1961 treaty"), is a bound
    ("since 2022") or cannot be resolved. `dates` are those of the document, in order."""
    at = bisect_left(dates, sentence.start, key=lambda mention: mention.span.start)
    second = None
    while at < len(dates) and dates[at].span.start < sentence.end:
        mention, at = dates[at], at + 1
        if not _dates_an_event(mention, sentence, text) or mention.when is None:
            continue
        before = text[sentence.start : mention.span.start]
        if _SINCE.search(before[-160:]):
            continue
        if not _SUBORDINATE.search(before[-160:]):
            return mention.when
        second = second or mention.when
    return second


def _dates_an_event(mention: DateMention, sentence: Span, text: str) -> bool:
    when = mention.when
    if when is None or is_open(when) or when.precision in _COARSE:
        return False
    if when.precision is Precision.YEAR and when.first.year != when.last.year:
        return False
    return not _dates_a_noun(mention.span, sentence, text)


def _dates_a_noun(span: Span, sentence: Span, text: str) -> bool:
    before = text[max(sentence.start, span.start - 120) : span.start]
    after = text[span.end : min(sentence.end, span.end + 24)]
    words = span.of(text)
    opens = not before.strip() and after.startswith(" (")
    in_dateline = opens or (_DATELINE.fullmatch(before) and _AGENCY.match(after))
    of_year = _OF_YEAR.fullmatch(words) and not _RU_IN.search(before)
    counts_years = _FIRST_IN.search(before) and _LENGTH.search(words)
    if any(
        (in_dateline, counts_years, of_year, _BOUND_AFTER.match(after), _OF_A_THING.search(before))
    ):
        return True
    modifies = _BEFORE_NOUN.match(after) or after.startswith(("-", "’", "'"))
    if words.isdigit() and modifies and _ARTICLE.search(before):
        return True
    if _ON.search(before):
        return False
    if modifies and _DETERMINED.search(before):
        return not words.lower().endswith("day")  # "the Tuesday edition" came out on Tuesday
    return words.isdigit() and _NAMED.search(before) is not None
