"""One extract with everything that has to stand beside it, as a line that is never cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.languages import say, say_when
from bot.render import labels
from bot.render.clean import clean_line, extract, width
from bot.render.layout import Button, Line
from bot.render.links import link, sound_url
from briefings.model import Article, Extract, Quote, Span, Statement, Tier, Utterance

LONGEST_LINE = 2600  # UTF-16 units; leaves room for a heading with a long link and the footer
OPENING_MARKS = frozenset("“‘«„「『\"'《")
CLOSING_MARKS = frozenset("”’»“」』\"'》")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an extract stands: enough to open it at its source or in the archive."""

    document_id: int
    version_id: int
    span: Span
    url: str | None

    @property
    def state(self) -> str:
        return f"{self.document_id}.{self.version_id}.{self.span.start}.{self.span.end}"


def extract_line(
    words: str, place: Place, *, head: str, foot: str, locale: str, linked: bool = True
) -> Line:
    """head, the words as a quotation, foot and a link; the button *Show in archive* where the
    source has no address. Words longer than a message are not cut: they are only linked."""
    shown = extract(words)
    at_words = link(say("link.words", locale), place.url, words=words) if linked else ""
    last = labels.joined((foot, at_words), locale)
    text = _lines(head, shown, f"-# {last}" if last else "")
    button = None if sound_url(place.url) else archive_button(place, locale)
    if width(text) > LONGEST_LINE:
        text = _lines(head, say("article.too_long", locale, number=len(words)), f"-# {last}")
        return Line(text, button)
    return Line(text, button, verbatim(words, place))


def verbatim(words: str, place: Place) -> Extract:
    digest = sha256(words.encode()).hexdigest()
    return Extract(place.document_id, place.version_id, place.span, words, digest)


def archive_button(place: Place, locale: str) -> Button:
    return Button(say("button.archive", locale), f"show:{place.state}")


def sentence_line(article: Article, span: Span, locale: str) -> Line:
    """A sentence or passage of an article whose name stands above it."""
    place = Place(article.document_id, article.version_id, span, article.url)
    line = extract_line(span.of(article.text), place, head="", foot="", locale=locale)
    return replace(line, button=None)  # the article's own message has one


def shown_span(text: str, said: Utterance) -> Span:
    """A whole clause with its quotation marks; anything less inside its sentence."""
    if isinstance(said, Quote) and said.tier is Tier.A:
        return with_marks(text, said.span)
    return said.sentence


def with_marks(text: str, span: Span) -> Span:
    """The span and the marks around it, as the document has them."""
    start, end = span
    if start > 0 and text[start - 1] in OPENING_MARKS and text[end : end + 1] in CLOSING_MARKS:
        return Span(start - 1, end + 1)
    return span


def utterance_head(said: Utterance, speaker: str, locale: str) -> str:
    """Who said it, when, how; a statement is labelled as reported."""
    parts = [
        f"**{clean_line(speaker, labels.LONGEST_NAME)}**",
        say_when(said.said, locale) if said.said else "",
        labels.medium_label(said.medium, locale),
        say("role.statement", locale) if isinstance(said, Statement) else "",
    ]
    return labels.joined(parts, locale)


def utterance_line(article: Article, said: Utterance, locale: str, *, foot: str = "") -> Line:
    span = shown_span(article.text, said)
    place = Place(article.document_id, article.version_id, span, article.url)
    return extract_line(
        span.of(article.text),
        place,
        head=utterance_head(said, said.speaker_in(article.text), locale),
        foot=foot,
        locale=locale,
    )


def buttons_once(lines: Sequence[Line]) -> list[Line]:
    """Two who speak in one sentence have a line each and one button: a message takes no second
    one of the same meaning."""
    seen: set[str] = set()
    found = []
    for line in lines:
        again = line.button is not None and line.button.custom_id in seen
        found.append(replace(line, button=None) if again else line)
        seen |= {line.button.custom_id} if line.button is not None else set()
    return found


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
