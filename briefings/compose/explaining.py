"""Why a document is, or is not, in a briefing: from the stored edition, and the archive as it was.

What the edition has is decided by the edition alone. Why the rest is not there is worked out anew
from the archive; a document that was changed since is told, for it may have been another then.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from zoneinfo import ZoneInfo

from briefings.compose.admission import (
    NEAR_DUPLICATE,
    OLDER,
    SHOWN,
    Admission,
    admit,
    look_back,
    published_day,
)
from briefings.compose.candidates import Issue
from briefings.compose.edition import chosen_of, why_silent
from briefings.compose.judging import Judged, Printed, judged
from briefings.compose.lengths import items_of
from briefings.compose.material import gather, heard_of_each, to_read
from briefings.compose.page import Page
from briefings.compose.placing import sections_for
from briefings.compose.repeating import further
from briefings.compose.serialisation import edition_from_json
from briefings.model import Article, Edition, Event, Item, Role, Section
from briefings.storage.articles import article, articles_for_window, history_of
from briefings.storage.database import Database
from briefings.storage.reviewing import GivenIssue, given_issue

PRINTED, BEHIND, BEYOND = "printed", "behind", "beyond"
AFTER, EARLIER, OTHER_SOURCE = "after", "earlier", "other-source"


@dataclass(frozen=True, slots=True)
class Explanation:
    """reason: PRINTED, BEHIND (as background alone), BEYOND (in the whole edition, not in what the
    channel was given), AFTER, EARLIER (came in before the window), OTHER_SOURCE, or one of
    admission's. items: extracts of the document in the whole edition, each with its section, or
    without where it is a witness alone. repeats: the document that it repeats. day: of its
    publication in the edition's zone. changes: what happened to it after the edition was composed.
    sentences: of a document that was looked at for news.
    """

    issue: GivenIssue
    edition: Edition
    article: Article
    reason: str
    day: date | None
    items: tuple[tuple[Section | None, Item], ...] = ()
    repeats: Article | None = None
    changes: tuple[Event, ...] = ()
    sentences: tuple[Judged, ...] = ()


def explain(
    database: Database,
    delivery_id: int,
    document_id: int,
    *,
    guild_id: int,
    shelves: Sequence[int],
) -> Explanation:
    """Raises NotFoundError for a briefing the guild was not given, or a document not in sight."""
    with database.steadily():
        issue = given_issue(database, delivery_id, guild_id=guild_id)
        edition = edition_from_json(issue.edition)
        now = article(database, document_id, shelves=shelves)
        _, events = history_of(database, document_id, shelves=shelves)
        then = _as_of(database, now, events, edition, shelves=shelves)
        told = Explanation(
            issue,
            edition,
            then or now,
            AFTER,
            published_day(then or now, ZoneInfo(edition.zone)),
            tuple(_items(edition, document_id)),
            changes=tuple(each for each in events if each.at > issue.composed_at),
        )
        if then is None or then.first_seen >= edition.window.until:
            return told
        if issue.sources and then.source not in issue.sources:
            return replace(told, reason=OTHER_SOURCE)
        found = _archive(database, then, issue, edition, shelves=shelves)
    return _looked_into(told, found)


def _as_of(
    database: Database,
    now: Article,
    events: Sequence[Event],
    edition: Edition,
    *,
    shelves: Sequence[int],
) -> Article | None:
    """The version that was there when the window ended."""
    versions = [
        each for each in events if each.subject == "version" and each.at < edition.window.until
    ]
    if not versions:
        return None
    last = max(versions, key=lambda each: each.number)
    if last.version_id == now.version_id:
        return now
    return article(database, now.document_id, shelves=shelves, version_id=last.version_id)


def _items(edition: Edition, document_id: int) -> list[tuple[Section | None, Item]]:
    """Each extract once: in its section, or else as a witness of a difference."""
    printed = [(section.section, item) for section in edition.sections for item in section.items]
    digests = {item.extract.digest for _, item in printed}
    rest = [(None, item) for item in items_of(edition) if item.extract.digest not in digests]
    every: list[tuple[Section | None, Item]] = [*printed, *rest]
    own = (pair for pair in every if pair[1].extract.document_id == document_id)
    return list({item.extract.digest: (section, item) for section, item in own}.values())


def _archive(
    database: Database,
    then: Article,
    issue: GivenIssue,
    edition: Edition,
    *,
    shelves: Sequence[int],
) -> tuple[Article, ...]:
    """What the edition was composed of, as far as it is still so; with the document in any case."""
    window, zone = edition.window, ZoneInfo(edition.zone)

    def read_of(articles: Sequence[Article]) -> frozenset[int]:
        heard = [each for each in articles if not issue.sources or each.source in issue.sources]
        return to_read(heard, window, zone)

    found = articles_for_window(database, window, shelves=shelves, to_read=read_of)
    others = (each for each in found if not issue.sources or each.source in issue.sources)
    return (then, *(each for each in others if each.document_id != then.document_id))


def _looked_into(told: Explanation, found: Sequence[Article]) -> Explanation:
    edition, document_id = told.edition, told.article.document_id
    zone = ZoneInfo(edition.zone)
    admission = admit(found, edition.window, zone)
    original = {one.document_id: other for one, other in admission.repeats}.get(document_id)
    reason = _listed(told) or admission.reasons.get(document_id, "")
    if reason == OLDER and _is_recent(told, zone):
        reason = EARLIER
    page = _page(told.article, admission)
    if page is None:
        return replace(told, reason=reason, repeats=original)
    sections = sections_for(edition.edges)
    issue = Issue.of(edition.window, zone=zone, sections=sections, language=edition.language)
    material = gather(found, issue, frozenset())
    choice = chosen_of(material)
    repeated = frozenset(chain.from_iterable(choice.also_in.values()))
    stands = {item.extract.digest: (item.role, section) for section, item in told.items}
    printed = Printed(stands, told.issue.given, told.issue.before)
    reason = reason or why_silent(told.article, material, repeated)
    sentences = judged(page, material, choice, printed)
    if original is None and reason == NEAR_DUPLICATE:
        original = next((each.other[0] for each in sentences if each.other), None)
    return replace(told, reason=reason, repeats=original, sentences=sentences)


def _is_recent(told: Explanation, zone: ZoneInfo) -> bool:
    """Whether it was published within the look-back, and came in before the window."""
    window = told.edition.window
    came_before = told.article.first_seen < window.since
    return (
        came_before
        and told.day is not None
        and told.day >= look_back(window).astimezone(zone).date()
    )


def _listed(told: Explanation) -> str:
    """What the stored edition itself says of the document; empty where it says nothing."""
    given = [item for _, item in told.items if item.extract.digest in told.issue.given]
    if given:
        return PRINTED if any(item.role is not Role.BACKGROUND for item in given) else BEHIND
    if told.items:
        before = {item.extract.digest for _, item in told.items} & told.issue.before
        return SHOWN if before else BEYOND
    left = {each.document_id: each.reason for each in told.edition.left_out}
    return left.get(told.article.document_id, "")


def _page(whole: Article, admission: Admission) -> Page | None:
    """As the edition looked at the document for news; None where it did not."""
    most = heard_of_each(len(admission.new))
    if whole.document_id in {each.document_id for each in admission.new}:
        return Page(whole, most)
    repeating = [pair for pair in admission.repeats if pair[0].document_id == whole.document_id]
    if not repeating:
        return None
    return next(iter(further(repeating, most)), Page(whole, most, only=frozenset()))
