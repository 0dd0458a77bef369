"""What a document says that nobody said: "Putin never said “…”", "не говорил", "말한 적이 없다".

Such words are between marks and beside a name, but they are no quote of his.
"""

import re

from briefings.model import Span
from briefings.text.later import later

_BACK, _ON = 80, 24  # characters before the cue and behind its beginning
_SOME = r"(?:\s(?:ever|have|has|had|been|yet|actually|explicitly|publicly|once|even))"
_BEFORE = {
    "en": re.compile(
        rf"(?:\b(?:never|not|hardly)|n[’']t){_SOME}{{0,2}}\s$"
        r"|\bden(?:y|ies|ied|ying)\b(?:\s[^\s,.;:“”\"]+){0,5}\s$",
        re.IGNORECASE,
    ),
    "ru": later(r"\b(?:не|ни разу не)\s$", re.IGNORECASE),
}
_CUES = {"ru": later(r"говор|сказа|заявл|заяви|произн|утвержда|обеща|(?:на)?писал")}
_BEHIND = {
    "en": re.compile(
        r"den(?:y|ies|ied|ying)\s(?:ever\s)?(?:having\s|saying|telling|calling|promising)",
        re.IGNORECASE,
    ),
    "ko": later(r"\S{0,8}?(?:지(?:는|도)?\s(?:않|못)|\s(?:적|바|일)(?:이|은|도)?\s?없)"),
}


def is_denied(text: str, cue: Span, *, start: int, language: str) -> bool:
    """Whether the verb of saying is negated; start: of its sentence."""
    before, behind, cues = _BEFORE.get(language), _BEHIND.get(language), _CUES.get(language)
    if cues is not None and cues.match(text[cue.start : cue.end].lower()) is None:
        return False
    if before is not None and before.search(text[max(start, cue.start - _BACK) : cue.start]):
        return True
    return behind is not None and behind.match(text, cue.start, cue.start + _ON) is not None
