"""One utterance that two documents quote in unequal words: both are shown, none is judged."""

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from briefings.compose.admission import published_day
from briefings.compose.differences import WORDING, Disagreement
from briefings.compose.frames import SLIP_DAYS, Frame
from briefings.compose.page import Page
from briefings.compose.placing import SECTIONS, section_of, section_of_speaker
from briefings.compose.roles import is_clause
from briefings.model import Precision, Quote, Span
from briefings.text.folding import fold
from briefings.text.similarity import Spoken, differing_quotes

_DAYS = frozenset({Precision.DAY, Precision.MINUTE})


def differing_wordings(pages: Iterable[Page], zone: ZoneInfo) -> list[Disagreement]:
    """Two sentences for each utterance that dated documents of near days word differently; no
    sentence twice."""
    heard = sorted(_heard(pages, zone), key=_newest, reverse=True)
    found: list[Disagreement] = []
    seen: set[tuple[int, Span]] = set()
    for first, second in differing_quotes([spoken for spoken, _ in heard]):
        one, other = heard[first][1], heard[second][1]
        near = abs((one.published - other.published).days) <= SLIP_DAYS
        if near and not {one.place, other.place} & seen:
            seen |= {one.place, other.place}
            found.append(Disagreement(WORDING, (one, other)))
    return found


def _newest(heard: tuple[Spoken, Frame]) -> tuple[date, int, Span, str]:
    spoken, frame = heard
    return frame.published, frame.document_id, frame.span, spoken.words


def _heard(pages: Iterable[Page], zone: ZoneInfo) -> Iterator[tuple[Spoken, Frame]]:
    for page in pages:
        for number in page.shown:
            clauses = [
                each
                for each in page.said_in(number)
                if isinstance(each, Quote) and is_clause(page, each)
            ]
            frame = _frame(page, number, zone) if clauses else None
            if frame is not None:
                yield from ((_spoken(page, quote), frame) for quote in clauses)


def _frame(page: Page, number: int, zone: ZoneInfo) -> Frame | None:
    """The sentence of a quotation; None of an undated document or outside of every section."""
    published, said = published_day(page.article, zone), page.said_in(number)
    section = section_of(page, number, wanted=SECTIONS)
    section = section or section_of_speaker(page, said, wanted=SECTIONS)
    if published is None or section is None:
        return None
    return Frame(
        page=page,
        number=number,
        section=section,
        acts=page.acts(number),
        people=page.people(number),
        days=None,
        published=published,
        planned=False,
    )


def _spoken(page: Page, quote: Quote) -> Spoken:
    text = page.article.text
    day = quote.said.first if quote.said and quote.said.precision in _DAYS else None
    speaker = quote.name_id or fold(quote.speaker_in(text))
    return Spoken(page.article.document_id, speaker, quote.span.of(text), day)
