"""Where and by whom a report was filed, before its first word: "SEOUL, Nov. 5 (Yonhap) -- ".

A dateline is no part of what the report says: the city acts in nothing, and an extract begins
behind it.
"""

import re

from briefings.model import Span

LONGEST = 160  # characters
_CITY = r"[A-ZА-ЯЁ][A-ZА-ЯЁ.'’-]+(?:[ /][A-ZА-ЯЁ][A-ZА-ЯЁ.'’-]+){0,3}"
_TOWN = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,2}"
_REGION = r"(?:, (?:[A-ZА-ЯЁ][\w.-]+ ?){1,3})?"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [\wа-яё]{3,9}\.?)(?:,? \d{4})?)?"
_AGENCY = r"(?:\.? ?(?:\([^()\n]{2,50}\)|/[^/\n]{2,30}/))"
_DASH = r"(?:\.? ?(?:—|–|--?|=)|\.) "
_WIRE = (
    r"\((?:CNN(?: [A-Z][a-z]+)?|AP|AFP|UPI|dpa|EFE|ANI|PTI|IANS|Reuters|Yonhap|Bloomberg|KCNA|TASS"
    r"|Xinhua|Kyodo)\)"
)
_DATELINES = (
    # (CNN) -- , Rome (CNN)The …: without a dash where a page has swallowed it
    re.compile(rf"(?:{_TOWN}{_REGION} ?)?{_WIRE}(?: ?(?:—|–|--?) ?| ?(?=[A-Z“\"']))"),
    re.compile(rf"{_CITY}{_REGION}{_DAY}{_AGENCY}{_DASH}"),  # SEOUL, Nov. 5 (Yonhap) --
    # МОСКВА, 19 июн — РИА Новости.
    re.compile(rf"{_CITY}, \d{{1,2}} [а-яё]{{3,9}} ?[—–-] ?[^.\n]{{2,30}}\. "),
    re.compile(rf"{_CITY}{_REGION}{_DAY} ?(?:—|–|--) "),  # WASHINGTON —
    re.compile(
        rf"[A-Z][\w.-]+(?: [A-Z][\w.-]+)?{_DAY}{_AGENCY} ?(?:—|–|--?) "
    ),  # Pyongyang (KCNA) --
    re.compile(
        r"[\(\[][가-힣]{2,6}=[^)\]\n]{2,20}[\)\]](?: ?[가-힣·∙ ]{2,30}(?:기자|특파원))? ?=? ?"
    ),
    re.compile(r"\[[가-힣A-Za-z ]{2,20} [가-힣]{2,5} (?:기자|특파원)\] ?"),
)


def after_dateline(text: str, paragraph: Span) -> Span:
    """The paragraph without its dateline; the same paragraph where it has none."""
    limit = min(paragraph.end, paragraph.start + LONGEST)
    for dateline in _DATELINES:
        found = dateline.match(text, paragraph.start, limit)
        if found is not None and found.end() < paragraph.end:
            return Span(found.end(), paragraph.end)
    return paragraph
