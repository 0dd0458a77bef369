"""An article that somebody passed on by e-mail: its own header lines, and where its words begin.

Who passes it on is not its author, and the day on which they did is not its day.
"""

import re
from email.utils import parseaddr

from briefings.ingest.moments import read_moment
from briefings.ingest.pieces import Found

WITHIN = 4_000  # characters before the header lines: what the sender says to it
MOST_LINES = 10
_PREFIX = re.compile(r"\s*(?:fwd?|fw|wg|전달|пересл|переслано)\s?:\s*", re.IGNORECASE)
_MARK = re.compile(
    r"^[ \t>]*(?:-{3,} ?(?:forwarded message|original message|전달된 메일|전달된 메시지|원본 메일"
    r"|원본 메시지|пересылаемое сообщение|пересланное сообщение|исходное сообщение) ?-{3,}"
    r"|begin forwarded message:)[ \t]*\n",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(
    r"[ \t>*]*(?P<key>from|date|sent|subject|to|cc|reply-to|보낸 ?사람|보낸 ?날짜|날짜|제목"
    r"|받는 ?사람|참조|от|от кого|дата|отправлено|тема|кому|копия)"
    r"\*?[ \t]*:\*?[ \t]*(?P<words>[^\n]*)",
    re.IGNORECASE,
)
_TITLES, _DAYS = (
    ("subject", "제목", "тема"),
    ("date", "sent", "날짜", "보낸날짜", "дата", "отправлено"),
)
_SENDERS = ("from", "보낸사람", "от", "откого")


def without_prefix(subject: str) -> str | None:
    """The subject as it was before it was passed on; None where it was not."""
    words = _PREFIX.sub("", subject, count=1)
    return words if words != subject and words else None


def passed_on(words: str) -> tuple[Found, int] | None:
    """What the header lines of an article passed on say, and the offset behind them; None where
    there are none."""
    mark = _MARK.search(words, 0, WITHIN)
    if mark is None:
        return None
    fields, at = _fields(words, mark.end())
    if not fields:
        return None
    moment = next((read_moment(fields[key]) for key in _DAYS if key in fields), None)
    sender = next((parseaddr(fields[key])[0] for key in _SENDERS if key in fields), "")
    found = Found(
        title=next((fields[key] for key in _TITLES if key in fields), None),
        author=sender or None,
        published_raw=moment.raw if moment else None,
        published=moment.instant if moment else None,
        published_on=moment.day if moment else None,
    )
    return found, at


def _fields(words: str, at: int) -> tuple[dict[str, str], int]:
    """Keys in small letters without blanks; a blank line ends them."""
    fields: dict[str, str] = {}
    for _ in range(MOST_LINES):
        end = words.find("\n", at)
        line = words[at:end] if end >= 0 else words[at:]
        hit = _FIELD.match(line)
        if hit is None and (fields or line.strip()):
            break
        if hit:
            key = hit["key"].casefold().replace(" ", "")
            fields[key] = " ".join(hit["words"].split())
        if end < 0:
            return fields, len(words)
        at = end + 1
    return fields, at
