"""What a line over, beside or under an article says of it: labels, bylines, dates, credits."""

import re

from briefings.ingest.furniture import is_furniture
from briefings.ingest.moments import read_moment
from briefings.model import Kind

LONGEST_NAMES = 90
LONGEST_DATE_LINE = 160
LONGEST_CAPTION = 600

_KINDS = {
    Kind.EDITORIAL: (
        "editorial", "editorials", "leading article", "opinion", "op-ed", "column", "viewpoint",
        "perspective", "사설", "칼럼", "기고", "시론", "오피니언", "передовица", "мнение",
        "колонка",
    ),
    Kind.ANALYSIS: (
        "analysis", "commentary", "essay", "explainer", "news analysis", "guest post", "분석",
        "аналитика",
    ),
    Kind.FORUM: ("forum", "discussion", "форум", "토론"),
    Kind.OFFICIAL: ("press release", "official statement", "보도자료", "пресс-релиз", "заявление"),
    Kind.NEWS: (
        "news", "breaking", "breaking news", "exclusive", "urgent", "속보", "단독", "종합",
        "срочно", "новости", "молния",
    ),
}  # fmt: skip
LABELS = {word: kind for kind, words in _KINDS.items() for word in words}
_LABEL = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
_BRACKETED = re.compile(rf"\s*[\[【<(](?P<label>{_LABEL})[\]】>)]\s*", re.IGNORECASE)
_LEADING = re.compile(rf"\s*(?P<label>{_LABEL})(?:\s?[:|›»]\s?|\s[/–—-]\s)(?=\S)", re.IGNORECASE)
_BYLINE = re.compile(
    r"\s*(?:(?i:written by|story by|words by|posted by|submitted by|by|von|автор|текст)\s?:?)"
    r"\s+(?P<names>\S.*)$"
)
_SIGNED = re.compile(
    r"(?:(?:posted|submitted|written|published|geschrieben|publié)\b\s?)?"
    r"(?:(?:by|on|von|par|por|автор|текст)\s?(?::|\s|$)\s?)?",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(
    r"\s+(?:[|•·–—-]|@\w|(?:posted|published|updated|on)\b|\(?\d)", re.IGNORECASE
)
_WEEKDAY_END = re.compile(
    r"\W(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\W*$"
    r"|\W(?:Mo|Di|Mi|Do|Fr|Sa|So)\W*$",
    re.IGNORECASE,
)
_BY_AFTER = re.compile(r"(?:\b[Bb]y|BY)\s+(?P<names>[^|•·]{3,80}?)\s*(?:$|[|•·])")
_KOREAN_BYLINE = re.compile(
    r"\W{0,3}(?:\(?[가-힣]{2,6}\s?=\s?[가-힣A-Za-z]{2,8}\)?\s?)?"
    r"(?P<names>[가-힣]{2,4}(?:[,·]\s?[가-힣]{2,4}){0,3})\s?"
    r"(?:선임)?(?:기자|특파원|논설위원|통신원|객원기자)\W{0,3}(?:[\w.+-]+@[\w.-]+)?\W{0,3}$"
)
_FILED = re.compile(
    r"\s?[(\[][가-힣·∙ ]{2,20}=[^)\]\n]{2,20}[)\]]\s?"
    r"(?P<names>[가-힣]{2,4}(?:[,·∙]?\s?[가-힣]{2,4}){0,3}?)\s?(?:선임)?(?:기자|특파원)\s?="
)
_NAME = r"(?:(?:[A-Z][\w’'.-]*|[А-ЯЁ][\w-]*\.?|de|van|von|der|al|bin|la)\s?){1,5}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,|\band\b|&|и)\s*{_NAME}){{0,5}}$")
_STAMP = re.compile(
    r"\s*(?:(?:first |last )?(?:posted|published|updated|modified|created|date|issued|released"
    r"|added)(?: (?:on|at))?|입력|수정|등록|최종수정|승인|기사입력|송고"
    r"|опубликовано|обновлено|дата|создано)"
    r"\s?(?:일시?|시간)?\s?[:.|]?\s*",
    re.IGNORECASE,
)
_MODIFIED = re.compile(r"(?:modified|updated|수정|최종수정|обновлено)\W", re.IGNORECASE)
_POSTED = re.compile(r"(?:posted|published|created|입력|등록|опубликовано)\W", re.IGNORECASE)
_WEEKDAYS = re.compile(
    r"(?i:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:at|on)\b)"
    r"|[^\w]|\b[A-Z]{2,4}\b|기사|г\b"
)
_AGENCY = (
    r"(?:AP|AFP|EPA|Reuters|Yonhap|KCNA|TASS|Xinhua|Kyodo|Sputnik|Bloomberg|Getty(?: Images)?"
    r"|NurPhoto|Rodong Sinmun|News1|Newsis|Pool|ROK [A-Z]\w+.{0,40}|Wikimedia.{0,30}|Shutterstock"
    r"|연합뉴스|뉴시스|뉴스1|로이터|조선중앙통신|노동신문|ТАСС|РИА.{0,12})"
)
_CREDIT = re.compile(
    r"[(\[]\s?(?:(?:credits?|photo|image|picture|사진|фото|file photo)\b.{0,60}"
    r"|.{0,40}\b(?:via|photo|file photo|images?)\b.{0,40}"
    rf"|{_AGENCY}(?:\s?[/,–—-]\s?.{{1,40}})?|[^()]{{0,40}}{_AGENCY})\s?[)\]]\s*$"
    r"|\|\s?(?:images?|photos?|pictures?|illustrations?|credits?|graphics?)\s?(?:by)?\s?:.{1,160}$"
    r"|(?:photo|image|picture|photograph|illustration)s?(?: credits?| courtesy(?: of)?| by)?\s?:"
    r".{1,120}$|[\[/|]\s?(?:사진|자료사진|그래픽)\s?[=:/]?.{0,60}$"
    r"|(?:사진|그래픽)\s?[=:].{1,60}$|\bфото\s?:.{1,80}$"
    rf"|(?:©|/)\s?{_AGENCY}[^.]{{0,40}}$|\bFile [Pp]hoto\W*$",
    re.IGNORECASE,
)
_THIS_PHOTO = re.compile(
    r"(?:in )?(?:this|these|an?)\b[^.]{0,60}"
    r"\b(?:photos?|images?|pictures?|photographs?|screenshot|screengrab)\b[^.]{0,60}\b(?:shows?|taken|released|provided|captured|supplied)\b",
    re.IGNORECASE,
)
_PHOTO_LINE = re.compile(
    r"\s*(?:photo|image|picture|video|фото|사진|\[사진\]|▲|△)\s?[:=|]", re.IGNORECASE
)
_HEADER = re.compile(
    r"\s*(?P<key>title|headline|source|publisher|publication|author|by|date|published|url|link"
    r"|제목|출처|날짜|заголовок|источник)\s?:\s+(?P<words>\S.*)$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|ⓒ|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*(?:by\s+)?(?P<holder>[^.|©\n]{2,60}?)\s*(?:\d{4})?\s*"
    r"(?:[.|,]|$|\ball rights)",
    re.IGNORECASE,
)


def label_of(words: str) -> tuple[Kind, int, int] | None:
    """The kind that a label at the start of the words gives, the label's end inside its brackets
    or mark, and where the words after it begin; the whole line may be the label."""
    alone = LABELS.get(words.strip(" \t[]【】|:<>").lower())
    if alone:
        return alone, len(words), len(words)
    hit = _BRACKETED.match(words) or _LEADING.match(words)
    if hit is None:
        return None
    return LABELS[hit["label"].lower()], hit.end("label"), hit.end()


def names_of(words: str) -> str | None:
    """The author's name or names of a byline: "By John Lee", "김철수 기자", "Автор: …"."""
    line = words.strip()
    if len(line) > LONGEST_NAMES:
        return None
    hit = _KOREAN_BYLINE.match(line)
    if hit:
        return hit["names"]
    hit = _BYLINE.match(line)
    if hit and looks_like_names(hit["names"].split(" | ")[0]):
        return hit["names"].split(" | ")[0].strip(" ,|")
    return None


def filed_by(words: str) -> str | None:
    """The author before a Korean agency's first sentence: "(서울=통신사) 홍길동 기자 = …"."""
    hit = _FILED.match(words)
    return hit["names"] if hit else None


def names_after_date(words: str) -> str | None:
    """The author in a line such as "Posted on June 21, 2024 by Lee Min-ho"."""
    hit = _BY_AFTER.search(words[:LONGEST_DATE_LINE])
    names = hit["names"].strip(" ,|") if hit else ""
    return names if looks_like_names(names) else names_of(words.rpartition("|")[2])


def signed_by(words: str) -> str | None:
    """The author in a line that the markup calls a byline, without what else it says: "By Jane Roe
    posted Aug 18th 2010", "Jane Roe @jane". None where no name is left, as of "Print"."""
    line = _SIGNED.sub("", words.strip()[:LONGEST_DATE_LINE], count=1)
    moment = read_moment(line)
    line = _WEEKDAY_END.sub("", line[: moment.start]) if moment else line
    line = _AFTER_NAMES.split(line, maxsplit=1)[0]
    name = line.strip(" ,|·•-–—:")
    telling = any(mark.isalpha() and not mark.islower() for mark in name)
    return name if telling and len(name) > 1 and not is_furniture(name) else None


def looks_like_names(words: str) -> bool:
    """Two to six capitalised words, as a name or names stand on a line of their own."""
    line = words.strip(" ,|·")
    return len(line) <= LONGEST_NAMES and 2 <= len(line.split()) <= 12 and bool(_NAMES.match(line))


def is_date_line(words: str) -> bool:
    """Hardly more than a date, its clock and the words that introduce them."""
    line = words.strip()
    if len(line) > LONGEST_DATE_LINE or not any(mark.isdigit() for mark in line):
        return False
    rest = _STAMP.sub(" ", line, count=1)
    for _ in range(3):
        moment = read_moment(rest)
        if moment is None:
            break
        rest = rest[: moment.start] + " " + rest[moment.end :]
        rest = re.sub(_STAMP.pattern, " ", rest, flags=re.IGNORECASE)
    else:
        moment = None
    left = _WEEKDAYS.sub("", rest)
    return len(rest) < len(line) and read_moment(line) is not None and len(left) <= 12


def stamps_of(words: str) -> tuple[str, str | None]:
    """The wording of the publication and of the modification in a date line."""
    hit = _MODIFIED.search(words)
    if hit is None:
        return words, None
    before = words[: hit.start()]
    if read_moment(before):
        return before, words[hit.start() :]
    after = words[hit.end() :]
    posted = _POSTED.search(after)  # "Updated June 19, 2024 Published June 18, 2024"
    if posted and read_moment(after[posted.end() :]) and read_moment(after[: posted.start()]):
        return after[posted.end() :], after[: posted.start()]
    return after, after


def is_credited(words: str) -> bool:
    """True for a caption: its photo credit or its opening words give it away."""
    line = words.strip()
    if len(line) > LONGEST_CAPTION:
        return False
    telling = _PHOTO_LINE.match(line) or _THIS_PHOTO.match(line) or _CREDIT.search(line[-220:])
    return bool(telling)


def header_of(words: str) -> tuple[str, str] | None:
    """The key and words of a header line such as "Source: …" above a pasted article."""
    hit = _HEADER.match(words)
    return (hit["key"].lower(), hit["words"].strip()) if hit else None


def rights_holder(words: str) -> str | None:
    """Who claims the rights in a copyright line."""
    hit = _RIGHTS.search(words[:300])
    holder = hit["holder"].strip(" ,|-–") if hit else ""
    return (
        holder
        if holder and not holder.isdigit() and holder.lower() != "all rights reserved"
        else None
    )
