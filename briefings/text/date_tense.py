"""Past or future: the tense of the clause that holds a date expression."""

import re

from briefings.model import Span
from briefings.text.date_context import Tense

WINDOW = 240
"""Characters of the sentence looked at on each side of the expression."""

_INFINITIVE = (
    "meet|visit|hold|attend|arrive|travel|depart|leave|begin|start|discuss|sign|take|make|be|host|"
    "go|fly|return|deliver|speak|address|announce|launch|join|conduct|convene|open|resume|vote|"
    "stage|head|brief|appear|unveil|publish|release|send|come|participate|talk|kick|have|convene|"
    "celebrate|mark|decide|expire|run|end|reach|tour|receive|welcome|testify|greet"
)
_PARTICIPLE = (
    "expected|scheduled|slated|due|planned|set|poised|likely|planning|plans|plan|about|ready"
)
_FUTURE_EN = (
    rf"(?:will|shall|would|[’']ll|won[’']t)\b(?: not| also| likely| then| be|"
    rf" have)*(?: \w+ly)?(?: \w+)?"
    rf"|(?:{_PARTICIPLE})\b(?: to| for)(?: be)?(?: \w+)?|(?:is|are) to \w+(?: \w+)?|upcoming|"
    rf"to (?:be \w+|{_INFINITIVE})|(?:is|are) (?:arriving|visiting|traveling|travelling|holding|"
    rf"meeting|hosting|going|heading|flying|leaving)|(?:until|by) next|intends? to \w+"
)
_PAST_EN = (
    r"(?!(?i:united|armed|need|speed|indeed|exceed|proceed|hundred|unprecedented)\b)\w{2,}ed|"
    r"said|was|were|had|met|held|took|made|went|came|flew|left|told|gave|began|sent|shot|"
    r"hit|struck|wrote|spoke|won|lost|fell|rose|saw|sought|sat|stood|brought|built|kept|"
    r"knew|led|paid|ran|sold|shook|withdrew|became|drew|drove|fought|found|got|did|broke|quit|"
    r"bore|chose|caught|swore|rang|hung|lit|fled|says|has|have"
)
_PRESENT_EN = r"visits|arrives|meets|begins|heads|hosts|opens|starts|travels|departs"
_MARKERS_EN = re.compile(
    rf"\b(?:(?P<future>{_FUTURE_EN})|(?P<present>{_PRESENT_EN})|(?P<past>{_PAST_EN}))\b"
    rf"|(?P<elided>[’']ll)\b"
)
_MARKERS_RU = re.compile(
    r"\b(?P<future>будет|будут|состоится|состоятся|пройд[её]т|пройдут|планиру\w+|намерен\w*|"
    r"предсто\w+|ожида\w+|прибудет|посетит|встретится|встретятся|проведет|проведёт|начн[её]тся|"
    r"приедет|прилетит|вылетит|подпишет|подпишут|запланирован\w*|собирается|готовится|следующ\w+)\b"
    r"|\b(?P<past>\w{2,}(?:л|ла|ло|ли|лся|лась|лось|лись))\b"
)
_FUTURE_KO = re.compile(
    r"예정|계획이|계획을|할 것|될 것|열릴|오는 ?$|방침|한다고 밝|갈 것|예상|앞두고|개최한다|"
    r"방문한다|만난다"
)
_FROM_THEN = re.compile(r"\b(?:starting|beginning|effective|until|through)(?: on)? $")
_PUT_OFF = re.compile(
    r"\b(?:delayed|postponed|extended|suspended|pushed back|put off|barred|rescheduled)\b"
    r".{0,40}\b(?:until|to|till|through|for) $"
)
_QUOTED_KO = re.compile(r"[\"“][^\"“”]*[\"”]")
_TOPIC_KO = re.compile(r"[가-힣](?:은|는) ?$")
_SAID_KO = re.compile(
    r"(?:다|라|자|냐)고 (?:밝혔|말했|전했|했다|주장했|강조했|경고했|설명했|보도했|발표했|덧붙였|"
    r"지적했)"
)
_COMING_KO = re.compile(r"오는 ?$")
_GONE_KO = re.compile(r"지난 ?$")


def tense_of(text: str, span: Span, sentence: Span) -> Tense:
    """The marker nearest before the expression in its sentence decides, else the first after it.

    A speech verb next to a weekday ("said Tuesday") is simply the nearest marker.
    """
    before = text[max(sentence.start, span.start - WINDOW) : span.start]
    after = text[span.end : min(sentence.end, span.end + WINDOW)]
    first = text[span.start : span.end]
    if any("가" <= letter <= "힣" for letter in first):
        return _korean(before, after)
    markers = _MARKERS_RU if any("а" <= letter <= "я" for letter in first) else _MARKERS_EN
    earlier = list(markers.finditer(before))
    found = earlier[-1] if earlier else markers.search(after)
    if found is None:
        return Tense.NONE
    if _PUT_OFF.search(before):
        return Tense.FUTURE
    if _FROM_THEN.search(before) and any(marker["future"] for marker in earlier):
        return Tense.FUTURE
    return {"past": Tense.PAST, "present": Tense.PRESENT}.get(found.lastgroup or "", Tense.FUTURE)


def _korean(before: str, after: str) -> Tense:
    """The verb stands at the end in Korean; "오는" and "지난" stand right before the date.

    "국정원은 23일 북한이 파병할 것이라고 밝혔다": the day after who speaks is that of the saying.
    """
    if _COMING_KO.search(before):
        return Tense.FUTURE
    if _GONE_KO.search(before):
        return Tense.PAST
    outside = _marks_in(before) % 2 == 0
    after = _QUOTED_KO.sub(" ", after) if outside else after
    if _TOPIC_KO.search(before) and _SAID_KO.search(after):
        return Tense.PAST
    return Tense.FUTURE if _FUTURE_KO.search(after) else Tense.PAST


def _marks_in(text: str) -> int:
    """An odd number of marks: a quotation is open."""
    return sum(text.count(mark) for mark in '"“”')
