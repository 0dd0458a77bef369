"""What a search is confined to, as predicates over passages, documents and versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from briefings.model import Edge, Kind
from briefings.storage.database import Database
from briefings.storage.tables import Document, Passage, Source, UtteranceRow, Version


@dataclass(frozen=True, slots=True)
class Filters:
    """since, until: the day of publication, or else of arrival, both included. sources: ids.

    name_ids, speakers: any of them is quoted or reported; None where nobody was asked for.
    phrases: stems that stand in the passage one after the other. without: stems the document's
    passage must not hold.
    """

    edge: Edge | None = None
    since: date | None = None
    until: date | None = None
    sources: tuple[int, ...] | None = None
    kind: Kind | None = None
    language: str | None = None
    name_ids: tuple[str, ...] | None = None
    speakers: tuple[str, ...] | None = None
    quoted: bool = False
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()

    @property
    def confines(self) -> bool:
        """Whether anything but words is asked for, so that even no words are a question."""
        asked = (self.since, self.until, self.sources, self.kind, self.language, self.speakers)
        return any(each is not None for each in asked) or self.quoted

    @property
    def of_versions(self) -> bool:
        """Whether any predicate is over versions."""
        return any(each is not None for each in (self.edge, self.kind, self.language))


NO_FILTERS = Filters()


def predicates(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.since is not None:
        found.append(Passage.seen_on >= filters.since)
    if filters.until is not None:
        found.append(Passage.seen_on <= filters.until)
    if filters.edge is not None:
        found.append(Version.edges.contains(filters.edge.value))
    if filters.sources is not None:
        found.append(Document.source_id.in_(filters.sources))
    if filters.kind is not None:
        found.append(Version.kind == filters.kind.value)
    if filters.language is not None:
        found.append(Version.language == filters.language)
    return found + _spoken(filters)


def _spoken(filters: Filters) -> list[ColumnElement[bool]]:
    if not filters.quoted and filters.speakers is None:
        return []
    said = [UtteranceRow.version_id == Passage.version_id]
    if filters.quoted:
        said.append(UtteranceRow.form == "quote")
    if filters.speakers is not None:
        said.append(
            or_(
                UtteranceRow.name_id.in_(filters.name_ids or ()),
                and_(
                    UtteranceRow.name_id.is_(None), UtteranceRow.speaker_key.in_(filters.speakers)
                ),
            )
        )
    return [select(UtteranceRow.utterance_id).where(*said).exists()]


def source_names(database: Database, *, shelves: Sequence[int]) -> dict[int, str]:
    """The sources of these shelves by their id."""
    query = select(Source.source_id, Source.name).where(Source.shelf_id.in_(shelves))
    with database.reading() as session:
        return {row.source_id: row.name for row in session.execute(query)}
