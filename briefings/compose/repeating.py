"""Documents that repeat another one: what they say beside it, and which of its words they have."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from briefings.compose.counting import Amount, far_apart, numbers
from briefings.compose.page import Page
from briefings.compose.wording import alike, figures, folded, stems
from briefings.model import Article, Precision, Span

MOST_COMPARED = 50  # repeating documents of an edition that are read for what they add
_SAME = 0.5  # of the stems in common
_DAYS = frozenset({Precision.DAY, Precision.MINUTE})

Copies = Mapping[int, Sequence[tuple[int, str]]]
"""By document: the documents that repeat it, each with its folded text."""


def copies_of(repeats: Sequence[tuple[Article, Article]]) -> Copies:
    found: dict[int, list[tuple[int, str]]] = {}
    for article, original in repeats:
        text = folded(article.text)
        found.setdefault(original.document_id, []).append((article.document_id, text))
    return found


def having(copies: Sequence[tuple[int, str]], words: str) -> set[int]:
    """The documents that have these words, be it with other marks or spaces."""
    wanted = folded(words)
    return {document_id for document_id, text in copies if wanted in text}


def further(repeats: Sequence[tuple[Article, Article]], most: int | None) -> list[Page]:
    """The repeating documents, each with the sentences alone that its original does not have. What
    a publisher told otherwise before ("CORRECTED", "UPDATE 2") it does not tell any more."""
    pages = []
    for article, original in repeats[:MOST_COMPARED]:
        if article.digest != original.digest and not _is_earlier_take(article, original):
            page = Page(article, most)
            added = _added(page, Page(original))
            pages.append(Page(article, most, only=added))
    return [page for page in pages if page.only]


def _is_earlier_take(article: Article, original: Article) -> bool:
    same = bool(article.source) and article.source == original.source
    return same and article.first_seen <= original.first_seen


def _added(page: Page, original: Page) -> AbstractSet[int]:
    known = [(number, stems(original.words(number))) for number in original.shown]
    found = set()
    for number in page.shown:
        own = stems(page.words(number))
        same = [other for other, theirs in known if alike(own, theirs) >= _SAME]
        if not any(_holds(original, other, page, number) for other in same):
            found.add(number)
    return found


def _holds(original: Page, other: int, page: Page, number: int) -> bool:
    """Whether the original's sentence has every figure and every day of the other."""
    told = figures(page.words(number)) <= figures(original.words(other))
    theirs = days_in(original, original.sentences[other].span)
    return told and days_in(page, page.sentences[number].span) <= theirs


def days_in(page: Page, span: Span) -> frozenset[tuple[object, object]]:
    """The exact days that are named there."""
    found = (mention.when for mention in page.dates_in(span))
    return frozenset((each.first, each.last) for each in found if each and each.precision in _DAYS)


def contradict(one: tuple[Page, Span], other: tuple[Page, Span]) -> bool:
    """Whether two sentences name different days, or count the same things differently."""
    days, others = days_in(*one), days_in(*other)
    if days and others and not days & others:
        return True
    counts, theirs = _counts(*one), _counts(*other)
    return any(far_apart(counts[thing], theirs[thing]) for thing in counts.keys() & theirs.keys())


def _counts(page: Page, span: Span) -> dict[str, Amount]:
    return dict(numbers(span.of(page.text), page.article.reading.language))
