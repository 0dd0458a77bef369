"""Everything an edition is chosen from: candidates, differences, and what is not for choice."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from zoneinfo import ZoneInfo

from briefings.compose.admission import admit
from briefings.compose.candidates import Candidate, Issue, candidates
from briefings.compose.differences import Disagreement, disagreements
from briefings.compose.frames import Frame, Groups, frames, grouped, is_outcome
from briefings.compose.page import Page
from briefings.compose.printing import digest_of
from briefings.compose.quoting import differing_wordings
from briefings.compose.repeating import Copies, copies_of, further
from briefings.model import Article, Role, Span, Window

OLDER_AT_MOST = 100  # documents of the archive that are searched for background and differences
FLOOD = 300  # new documents; of more of them each is heard with its weightiest sentences alone
IN_FLOOD = 4000  # sentences of all of them together
MOST_IN_FLOOD = 10  # of one document
LEAST_IN_FLOOD = 4
_EXPECTING = frozenset({Role.FORECAST, Role.STATEMENT})


@dataclass(frozen=True, slots=True)
class Material:
    """news: candidates of new articles that were not posted before and not overtaken.

    repeating: new documents that repeat another one; copies: their words. telling: new documents
    with something not yet posted. posted_before: those with something to say, all of which was
    posted already.
    """

    issue: Issue
    new: tuple[Article, ...]
    older: tuple[Article, ...]
    repeating: tuple[Article, ...]
    copies: Copies
    reasons: Mapping[int, str]
    news: tuple[Candidate, ...]
    archive: tuple[Candidate, ...]
    disagreements: tuple[Disagreement, ...]
    telling: frozenset[int]
    posted_before: frozenset[int]


def to_read(articles: Sequence[Article], window: Window, zone: ZoneInfo) -> frozenset[int]:
    """The ids of the documents into whose sentences `gather` will look."""
    admission = admit(articles, window, zone)
    older = admission.older[:OLDER_AT_MOST] if admission.new or admission.repeats else ()
    read = chain(admission.new, older, chain.from_iterable(admission.repeats))
    return frozenset(article.document_id for article in read)


def gather(articles: Sequence[Article], issue: Issue, shown: AbstractSet[str]) -> Material:
    admission = admit(articles, issue.window, issue.zone)
    most = heard_of_each(len(admission.new))
    new = [Page(article, most) for article in admission.new]
    new += further(admission.repeats, most)
    older = [Page(article) for article in admission.older[:OLDER_AT_MOST]] if new else []
    told = list(chain.from_iterable(candidates(page, issue) for page in new))
    groups = grouped(frames([*new, *older], issue.zone))
    disagreeing = disagreements(groups)
    known = {_sides(each) for each in disagreeing}
    wordings = differing_wordings([*new, *older], issue.zone)
    disagreeing += [each for each in wordings if _sides(each) not in known]
    late = _overtaken(groups)
    fresh = [each for each in told if digest_of(each.words) not in shown]
    news = tuple(each for each in fresh if not (each.role in _EXPECTING and each.place in late))
    archive = chain.from_iterable(candidates(page, issue) for page in older)
    return Material(
        issue=issue,
        new=admission.new,
        older=admission.older,
        repeating=tuple(article for article, _ in admission.repeats),
        copies=copies_of(admission.repeats),
        reasons=admission.reasons,
        news=news,
        archive=tuple(each for each in archive if digest_of(each.words) not in shown),
        disagreements=_new_disagreements(disagreeing, new, issue, shown),
        telling=frozenset(each.document_id for each in fresh),
        posted_before=frozenset(each.document_id for each in told)
        - {each.document_id for each in fresh},
    )


def heard_of_each(documents: int) -> int | None:
    """Sentences of each of so many new documents; None for all of them."""
    if documents <= FLOOD:
        return None
    return min(MOST_IN_FLOOD, max(LEAST_IN_FLOOD, IN_FLOOD // documents))


def _sides(disagreement: Disagreement) -> frozenset[tuple[int, Span]]:
    return frozenset(frame.place for frame in disagreement.frames)


def _overtaken(groups: Groups) -> set[tuple[int, Span]]:
    """Where something is expected of which the outcome is reported."""
    return {
        plan.place
        for group in groups.by_person
        for plan in group
        if plan.planned and any(is_outcome(plan, event) for event in group)
    }


def _new_disagreements(
    found: Sequence[Disagreement], new: Sequence[Page], issue: Issue, shown: AbstractSet[str]
) -> tuple[Disagreement, ...]:
    """Those in which a new document speaks, on the edition's edges, with words not yet posted."""
    ids = {page.article.document_id for page in new}

    def is_shown(frame: Frame) -> bool:
        return digest_of(frame.words) in shown

    return tuple(
        each
        for each in found
        if any(frame.document_id in ids for frame in each.frames)
        and all(frame.section in issue.sections for frame in each.frames)
        and not any(is_shown(frame) for frame in each.frames)
    )
