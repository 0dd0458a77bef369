"""What sort of text a document is: by what it calls itself, where it stood, and else its style."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from briefings.model import BlockKind, Extraction, Kind, Mood
from briefings.text.moods import mood_of

__all__ = ["kind_of", "mood_of"]

_EDITORIAL_LABELS = (
    r"editorials?|opinions?|op-?ed|columns?|columnists?|letters? to the editor|viewpoints?|guest "
    r"essay|our view|the .{3,30} view|leaders?|perspectives?|"
    r"사설|칼럼|오피니언|기고|시론|시평|독자투고|논설|데스크 ?칼럼|기자수첩|특파원 ?칼럼|"
    r"мнени[ея]|колонка|от редакции|авторская колонка|точка зрения"
)
_ANALYSIS_LABELS = (
    r"(?:news )?analysis|commentary|explainers?|in[- ]depth|q ?& ?a|insight|backgrounders?|"
    r"feature|long read|"
    r"policy brief|working paper|issue brief|분석|해설|논평|심층|기획|진단|аналитика|анализ|"
    r"комментарий|разбор"
)
_OFFICIAL_LABELS = (
    r"press (?:release|statement)|media release|for immediate release|readout|joint (?:statement|"
    r"communiqu[eé]|declaration)|"
    r"fact sheet|보도자료|공동성명|대변인 (?:성명|논평)|пресс-релиз|совместное (?:заявление|"
    r"коммюнике)|заявление мид|сообщение для сми"
)
_LABELS = tuple(
    (
        kind,
        re.compile(
            rf"\s*(?:[\[(<【〈「［]\s*(?:{words})\s*[\])>】〉」］]|(?:{words})\s*(?:[:|｜—–·/]|"
            rf"-\s|$))",
            re.IGNORECASE,
        ),
    )
    for kind, words in (
        (Kind.EDITORIAL, _EDITORIAL_LABELS),
        (Kind.ANALYSIS, _ANALYSIS_LABELS),
        (Kind.OFFICIAL, _OFFICIAL_LABELS),
    )
)
_END_LABEL = re.compile(
    r"[|｜\[(]\s*(?:(?P<editorial>editorial|opinion|column|사설|칼럼|мнение)|"
    r"(?P<analysis>analysis|explainer|commentary|аналитика))"
    r"\s*[\])]?\s*$",
    re.IGNORECASE,
)
_GLUED_LABEL = re.compile(
    r"\s*(?:(Editorial|Opinion|Column|Op-Ed)|(Analysis|Commentary|Explainer)) (?=[A-Z‘“])"
)
_OFFICIAL_TITLE = re.compile(
    r"^(?:joint (?:press )?(?:statement|communiqu|declaration)|statement (?:by|of|from)|remarks "
    r"(?:by|of|at)|readout of|"
    r"press (?:statement|release)|communiqué|treaty (?:on|of|between)|резолюция|указ президента|"
    r"заявление (?:мид|министерства)|"
    r"договор (?:о|между)|조약|공동성명)",
    re.IGNORECASE,
)
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|go\.(?:kr|jp)|gob\.[a-z]{2}|gouv\.fr|kremlin\.ru|"
    r"government\.ru|mid\.ru|mil\.ru|"
    r"duma\.gov\.ru|un\.org|nato\.int|iaea\.org|europa\.eu|mfa\.gov\.[a-z]{2}|mfa\.gov\.kp|"
    r"fmprc\.gov\.cn|president\.go\.kr)$"
)
_FORUM_HOST = re.compile(
    r"(?:^|\.)(?:reddit\.com|quora\.com|4chan\.org|dcinside\.com|clien\.net)$|^(?:forums?|"
    r"boards?)\."
)
_ADDRESS = re.compile(
    r"\s*(?:https?:)?//(?:[^/@\s]{0,200}@)?(?P<host>[^/:?#\s\[]+)(?::\d+)?(?P<path>/[^?#\s]*)?",
    re.IGNORECASE,
)
_SECTIONS = (
    (
        Kind.FORUM,
        re.compile(r"/(?:forums?|threads?|topics?|viewtopic|showthread|boards?|r/\w+/comments)\b"),
    ),
    (
        Kind.EDITORIAL,
        re.compile(
            r"/(?:opinions?|editorials?|op-?eds?|columns?|columnists?|commentisfree|views?|"
            r"letters|blogs?)\b"
        ),
    ),
    (
        Kind.ANALYSIS,
        re.compile(
            r"/(?:analysis|analyses|commentary|insights?|in-depth|explainers?|publications?|"
            r"research|policy-brief)\b"
        ),
    ),
    (Kind.OFFICIAL, re.compile(r"/(?:press-?releases?|pressreleases?|communiques?)\b")),
)
_FORUM_FURNITURE = re.compile(
    r"(?:log ?in|sign in|please|register)[^.\n]{0,40}\b(?:to (?:reply|post|create posts|join the "
    r"(?:discussion|conversation) here))"
    r"|create posts and topics|\bthread starter\b|\blast edited by\b|\bjoined:? "
    r"[A-Z][a-z]{2}\b.{0,40}\bposts:? \d"
    r"|^(?:re: |posted by u/)|\b\d+ (?:upvotes?|replies|posts in this topic)\b|\bquote reply\b|"
    r"\bjump to (?:latest|page)\b",
    re.IGNORECASE | re.MULTILINE,
)
_FORUM_WORDS = (
    *("log", "sign in", "please", "register", "create posts", "thread starter", "last edited"),
    *("joined", "re: ", "posted by u/", "upvote", "replies", "posts in this", "quote reply"),
    "jump to",
)
_NOTE_WORDS = (
    *("expressed", "the author", "the writer", "fellow", "columnist", "professor"),
    *("외부 필진", "본지의", "мнение"),
)
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z .’'/-]{2,40}(?:, [A-Z][\w. ]{2,20})?,? (?:\w+\.? \d{1,2}|\([A-Z][\w/ "
    r"]{1,30}\))[^\n]{0,40}?[-–—]{1,2}"
    r"|[A-Z][A-Z .’'-]{2,40} \((?:AP|AFP|Reuters|Yonhap|CNN|TASS|UPI|Kyodo|Xinhua)[^)]*\)|"
    r"\((?:AP|Reuters|CNN|AFP|Yonhap)\)"
    r"|\([가-힣]+=[가-힣]+\)|[가-힣 ]{2,12}(?:기자|특파원) ?=|[А-ЯЁ][А-ЯЁ -]{2,30}[,.] ?\d{1,2} "
    r"[а-я]{3,9}[^\n]{0,20}[-–—/]|[A-Z]{3,}, \w+ \d{1,2}\. /TASS/)"
)
_OPINION_NOTE = re.compile(
    r"\b(?:views|opinions) expressed (?:here|in this|are|by)|\bthe (?:author|writer)s? (?:is|"
    r"are) (?:an? )?"
    r"|\bis an? (?:senior |research |nonresident |visiting |adjunct |associate |assistant "
    r")*(?:fellow|columnist|professor) (?:at|of|in|for)\b[^.]{0,120}\.?\s*$"
    r"|외부 필진|본지의 편집방향과|мнение (?:автора|редакции) (?:может|могут) не совпадать",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:said|told|announced|reported|[Aa]ccording to|stated|declared|confirmed|denied|tweeted|"
    r"wrote)\b|(?:말했|밝혔|전했|보도했|발표했|강조했|설명했|주장했|덧붙였|따르면)"
    r"|\b(?:сообщил|заявил|сказал|отметил|подчеркнул|уточнил|передает|передаёт|пишет|рассказал)|"
    r"\b[Пп]о (?:словам|данным|информации)\b",
)
_DATED = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|last (?:week|month|"
    r"night))\b"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December|"
    r"Sept\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.) \d"
    r"|\d{1,2}일|\b\d{1,2} (?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|"
    r"декабр)|\bво? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b"
)
_ARGUED = re.compile(
    r"^(?:Thus|Moreover|Nevertheless|Certainly|Indeed|Furthermore|Likewise|Subsequently|As such|"
    r"Of course|In other words|To be sure|To make sure|On the one hand|Ultimately|In sum|Hence)\b|"
    r"\b(?:must|should|ought to|needs? to|have to|our|we|us|I|my|perhaps|surely|arguably|it is "
    r"(?:time|clear|important|essential|necessary|crucial)|"
    r"it’s time|implications?|dynamics|underscor\w+|strateg(?:y|ies|ic)|suggests?)\b"
    r"|(?:해야 한다|해야 할|되어야|필요하다|필요가 있다|우리는|우리가|아닐까|마땅하다|바람직하다|"
    r"안 된다)|\b(?:должн[аоы]?|необходимо|нужно|следует|на мой взгляд|мы|нам|наш\w*|очевидно)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?。])[”\"»’)]*\s+(?=[\"“«‘(]?[A-ZА-ЯЁ가-힣\d])")
_FEWEST_SENTENCES = 3
_LONGEST_SENTENCE = 1_000
_MOST_SENTENCES = 20
_NEWS_FROM = 0.08
_ANALYSIS_TO = -0.08


def kind_of(extraction: Extraction) -> Kind:
    """The kind the page states; else by host, labels, furniture, URL section and byline; else by
    style. UNKNOWN for a text too short to tell."""
    if extraction.kind not in (None, Kind.UNKNOWN):
        return extraction.kind
    return (
        _by_host(extraction)
        or _by_label(extraction)
        or _by_furniture(extraction)
        or _by_section(extraction)
        or _by_style(_body(extraction)[:40_000], extraction.language or "")
    )


def _address(extraction: Extraction) -> tuple[str, str]:
    """(host, path), lower case; empty where the address is missing or no address."""
    found = _ADDRESS.match(extraction.url or "")
    return (found["host"].lower(), (found["path"] or "").lower()) if found else ("", "")


def _by_host(extraction: Extraction) -> Kind | None:
    host, _ = _address(extraction)
    if _OFFICIAL_HOST.search(host):
        return Kind.OFFICIAL
    return Kind.FORUM if _FORUM_HOST.search(host) else None


def _by_label(extraction: Extraction) -> Kind | None:
    title = extraction.title or ""
    outside_body = (
        block.span.of(extraction.text)
        for block in extraction.blocks
        if block.kind not in (BlockKind.BODY, BlockKind.DUPLICATE, BlockKind.CAPTION)
    )
    for line in (title, *islice(outside_body, 12)):
        for kind, label in _LABELS:
            if len(line) < 400 and label.match(line):
                return kind
    if ending := _END_LABEL.search(title):
        return Kind.EDITORIAL if ending["editorial"] else Kind.ANALYSIS
    if glued := _GLUED_LABEL.match(extraction.text):
        return Kind.EDITORIAL if glued[1] else Kind.ANALYSIS
    return Kind.OFFICIAL if _OFFICIAL_TITLE.match(title.strip()) else None


def _by_furniture(extraction: Extraction) -> Kind | None:
    furniture = "\n".join(
        block.span.of(extraction.text)[:500]
        for block in islice((b for b in extraction.blocks if b.kind != BlockKind.BODY), 80)
    )
    edges = extraction.text[:300] + "\n" + extraction.text[-300:]
    if _finds(_FORUM_FURNITURE, _FORUM_WORDS, f"{furniture}\n\n{edges}"):
        return Kind.FORUM
    if re.search(r"editorial board|논설위원", extraction.author or "", re.IGNORECASE):
        return Kind.EDITORIAL
    return None


def _finds(pattern: re.Pattern[str], words: Sequence[str], text: str) -> bool:
    """`words`, in lower case: one of them is in whatever the pattern finds."""
    lower = text.lower()
    return any(word in lower for word in words) and pattern.search(text) is not None


def _by_section(extraction: Extraction) -> Kind | None:
    _, path = _address(extraction)
    return next((kind for kind, section in _SECTIONS if section.search(path)), None)


def _body(extraction: Extraction) -> str:
    body = [b.span.of(extraction.text) for b in extraction.blocks if b.kind == BlockKind.BODY]
    return "\n".join(body) if body else extraction.text


def _language(text: str) -> str:
    if re.search(r"[가-힣]{2}", text[:400]):
        return "ko"
    return "ru" if re.search(r"[а-яё]{3}", text[:400]) else "en"


def _by_style(text: str, language: str) -> Kind:
    if _DATELINE.match(text):
        return Kind.NEWS
    sentences = [s for s in _SENTENCE_END.split(text) if len(s) > 9]
    sentences = sentences[:: 1 + len(sentences) // _MOST_SENTENCES]
    if len(sentences) < _FEWEST_SENTENCES:
        return Kind.NEWS if _ATTRIBUTED.search(text) and _DATED.search(text) else Kind.UNKNOWN
    if _finds(_OPINION_NOTE, _NOTE_WORDS, text[-600:]):
        return Kind.ANALYSIS
    language = language or _language(text)
    looks = [_look(sentence[:_LONGEST_SENTENCE]) for sentence in sentences]
    balance = sum(_newsiness(look, language) for look in looks) / len(sentences)
    if sum(look.attributed or look.dated for look in looks) < 0.15 * len(sentences):
        balance -= 0.15  # no report goes without a source and a day
    if balance > _NEWS_FROM:
        return Kind.NEWS
    return Kind.ANALYSIS if balance < _ANALYSIS_TO else Kind.UNKNOWN


class _Look(NamedTuple):
    """A sentence, and whether it names a source and a day."""

    sentence: str
    attributed: bool
    dated: bool


def _look(sentence: str) -> _Look:
    attributed, dated = _ATTRIBUTED.search(sentence), _DATED.search(sentence)
    return _Look(sentence, attributed is not None, dated is not None)


def _newsiness(look: _Look, language: str) -> float:
    """Reports of acts, sources and days speak for news; arguing and expecting against it."""
    mood = mood_of(look.sentence, language)
    outside_quotes = re.sub(r"[“\"«][^”\"»]{0,600}[”\"»]", " ", look.sentence)
    return (
        0.6 * look.attributed
        + 0.4 * look.dated
        + 0.4 * (mood is Mood.EVENT)
        - 0.7 * (mood is Mood.FORECAST)
        - 0.6 * (_ARGUED.search(outside_quotes) is not None)
        - 0.2 * (mood is Mood.STATE)
    )
