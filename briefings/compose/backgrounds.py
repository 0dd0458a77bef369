"""What stands behind the news: at most one older event an edge, and one open question in all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefings.compose.candidates import Candidate, Issue
from briefings.compose.selection import Choice
from briefings.model import OPINION, Role, Section, Span

_REFERS_BACK = re.compile(
    r"^.{0,40}?\b(?:this|that|these|those|it|the same|этот|эта|это|эти)\b|^.{0,20}?(?:이|그) ",
    re.IGNORECASE,
)
_TELLING = frozenset({Role.EVENT, Role.QUOTE, Role.STATEMENT})


def questions(choice: Choice, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The one open question most worth asking, in a section that has news."""
    lively = {candidate.section for candidate in choice.chosen}
    asked = [each for each in candidates if each.role is Role.QUESTION and each.section in lively]
    return sorted(asked, key=lambda each: each.order)[:1]


def backgrounds(
    choice: Choice,
    in_the_news: Sequence[Candidate],
    in_the_archive: Sequence[Candidate],
    issue: Issue,
) -> Iterator[Candidate]:
    """For each section with news one older event: told by the new documents, else by older ones."""
    for section in issue.sections:
        if not choice.of(section):
            continue
        ranked = [
            *sorted(_usable(in_the_news, section), key=_own_words_first),
            *sorted(_factual(in_the_archive, section), key=_own_words_first),
        ]
        for candidate in ranked:
            if choice.take(replace(candidate, role=Role.BACKGROUND)):
                yield replace(candidate, role=Role.BACKGROUND)
                yield from _continuation(candidate, issue)
                break


def _own_words_first(candidate: Candidate) -> tuple[bool, tuple[float, int, Span]]:
    return candidate.role is not Role.QUOTE, candidate.order


def _usable(candidates: Iterable[Candidate], section: Section) -> Iterator[Candidate]:
    for candidate in candidates:
        dated = candidate.old and candidate.when is not None
        if dated and candidate.section is section and candidate.role in _TELLING:
            yield candidate


def _factual(candidates: Iterable[Candidate], section: Section) -> Iterator[Candidate]:
    """From the archive only what is dated, and no opinion."""
    for candidate in candidates:
        if candidate.page.article.reading.kind in OPINION or candidate.when is None:
            continue
        if candidate.section is section and candidate.role in _TELLING:
            yield candidate


def _continuation(candidate: Candidate, issue: Issue) -> Iterator[Candidate]:
    """The next sentence of the paragraph, if it tells what became of it, also long ago."""
    page, number = candidate.page, candidate.number + 1
    if number not in page.shown:
        return
    sentence = page.sentences[number]
    between = page.text[candidate.span.end : sentence.span.start]
    if "\n" in between or sentence.when is None or not _REFERS_BACK.search(page.words(number)):
        return
    if sentence.when.last < issue.horizon and candidate.span.end <= sentence.span.start:
        yield replace(
            candidate,
            number=number,
            span=sentence.span,
            role=Role.BACKGROUND,
            when=sentence.when,
            day=sentence.when.last,
            said=(),
        )
