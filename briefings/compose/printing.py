"""Chosen sentences → items: the words themselves, and everything that has to stand beside them."""

from collections.abc import Iterable
from hashlib import sha256
from zoneinfo import ZoneInfo

from briefings.compose.admission import published_day
from briefings.compose.candidates import Candidate, gloss
from briefings.compose.frames import Frame
from briefings.compose.page import Page
from briefings.model import Article, Extract, Heard, Item, Quote, Role, Span, Utterance, When


def digest_of(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def extract_of(article: Article, span: Span) -> Extract:
    words = span.of(article.text)
    return Extract(article.document_id, article.version_id, span, words, digest_of(words))


def item_of(candidate: Candidate, zone: ZoneInfo, *, also_in: Iterable[int] = ()) -> Item:
    article = candidate.page.article
    voice = candidate.said[0] if candidate.said else None
    return Item(
        role=candidate.role,
        extract=extract_of(article, candidate.span),
        source=article.source,
        kind=article.reading.kind,
        published_on=published_day(article, zone),
        url=article.url,
        speaker=voice.speaker_in(article.text) if voice else None,
        medium=voice.medium if voice else None,
        when=candidate.when,
        cut_at=gloss(candidate),
        also_in=tuple(sorted(also_in)),
        dates=_dates_in(candidate.page, candidate.span),
    )


def witness(frame: Frame, zone: ZoneInfo) -> Item:
    """A frame as an item of a difference that no section prints."""
    article, sentence = frame.page.article, frame.page.sentences[frame.number]
    said = frame.page.said_in(frame.number)
    voiced = said[0].said if said else None
    role = Role.FORECAST if frame.planned else Role.EVENT
    return Item(
        role=_voiced(said[0]) if said else role,
        extract=extract_of(article, sentence.span),
        source=article.source,
        kind=article.reading.kind,
        published_on=published_day(article, zone),
        url=article.url,
        speaker=said[0].speaker_in(article.text) if said else None,
        medium=said[0].medium if said else None,
        when=voiced if said else sentence.when,
        dates=_dates_in(frame.page, sentence.span),
    )


def _dates_in(page: Page, span: Span) -> tuple[When, ...]:
    return tuple(mention.when for mention in page.dates_in(span) if mention.when is not None)


def _voiced(said: Utterance) -> Role:
    return Role.QUOTE if isinstance(said, Quote) else Role.STATEMENT


def heard(article: Article, zone: ZoneInfo) -> Heard:
    return Heard(
        document_id=article.document_id,
        title=article.title,
        source=article.source,
        kind=article.reading.kind,
        published_on=published_day(article, zone),
        url=article.url,
        flags=article.reading.flags,
    )
