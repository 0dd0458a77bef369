"""What a guild thinks of its sources, over what is known of them anyway."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from briefings.errors import BadValueError
from briefings.gazetteer.outlets import outlet_of, source_key
from briefings.model import Trust
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Document, Grading, Shelf, Source

ACTION = "grade-source"
RELIABILITIES = tuple("ABCDEF")
CREDIBILITIES = range(1, 7)
LONGEST_FAMILY = 80
FIELDS = ("reliability", "credibility", "state_media", "family")


@dataclass(frozen=True, slots=True)
class GradingGiven:
    """What a person says of a source; None leaves that as it is."""

    reliability: str | None = None
    credibility: int | None = None
    state_media: bool | None = None
    family: str | None = None

    @property
    def said(self) -> dict[str, Any]:
        every = {name: getattr(self, name) for name in FIELDS}
        return {name: value for name, value in every.items() if value is not None}


@dataclass(frozen=True, slots=True)
class GradeDeed:
    """A grading as a deed left it; entry_id: of the deed in the audit log."""

    name: str
    trust: Trust
    entry_id: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """documents: live ones of the shelves. graded: whether the guild has said anything of it."""

    name: str
    documents: int
    trust: Trust
    graded: bool


class Trusts:
    """What a guild thinks of sources, by their names. Nothing of its own: what everybody knows."""

    def __init__(self, gradings: Iterable[Grading] = ()) -> None:
        self._own = {grading.source_key: grading for grading in gradings}

    def of(self, name: str) -> Trust:
        key, known = source_key(name), outlet_of(name)
        family, state = (known.family, known.state_media) if known else (key, False)
        own = self._own.get(key)
        if own is None:
            return Trust(family, state)
        return Trust(
            self._family(own.family) if own.family else family,
            state if own.state_media is None else own.state_media,
            own.reliability,
            own.credibility,
        )

    def has(self, name: str) -> bool:
        return source_key(name) in self._own

    def publishers(self, names: Iterable[str]) -> int:
        """How many there are, those of one family counted once."""
        return len({self.of(name).family for name in names})

    def state_media(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({name for name in names if self.of(name).state_media}))

    def _family(self, given: str) -> str:
        """A family may be given by any name of a known outlet."""
        known = outlet_of(given)
        return known.family if known else source_key(given)


def trusts_of(database: Database, guild_id: int | None) -> Trusts:
    """Without a guild: what everybody knows."""
    if guild_id is None:
        return Trusts()
    with database.reading() as session:
        return Trusts(session.scalars(select(Grading).where(Grading.guild_id == guild_id)))


def source_rows(
    database: Database, *, shelves: Sequence[int], guild_id: int
) -> tuple[SourceRow, ...]:
    """The sources of these shelves by name, each once, with what the guild thinks of them."""
    trusts = trusts_of(database, guild_id)
    query = (
        select(Source.name, func.count(Document.document_id))
        .outerjoin(
            Document, (Document.source_id == Source.source_id) & Document.removed_at.is_(None)
        )
        .where(Source.shelf_id.in_(shelves))
        .group_by(Source.name)
    )
    with database.reading() as session:
        rows = [
            SourceRow(name, documents, trusts.of(name), trusts.has(name))
            for name, documents in session.execute(query)
        ]
    return tuple(sorted(rows, key=lambda row: (source_key(row.name), row.name)))


def grade(
    database: Database,
    name: str,
    given: GradingGiven,
    *,
    guild_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> GradeDeed:
    """Say something of a source that this guild can see; what is not said stays.

    Raises BadValueError.
    """
    _check(given)
    deed = Deed(ACTION, by, now, guild_id, interaction_id)
    return database.do(lambda session: _grade(session, name, given, deed))


def _check(given: GradingGiven) -> None:
    for wrong, field, value in (
        (given.reliability and given.reliability not in RELIABILITIES, "reliability", None),
        (given.credibility and given.credibility not in CREDIBILITIES, "credibility", None),
        (given.family and len(given.family) > LONGEST_FAMILY, "family", given.family),
        (not given.said, "grading", ""),
    ):
        if wrong:
            shown = str(getattr(given, field, "") if value is None else value)[:40]
            raise BadValueError(f"no usable {field}", name=field, given=shown, wanted=field)


def _grade(session: Session, given_name: str, given: GradingGiven, deed: Deed) -> GradeDeed:
    assert deed.guild_id is not None
    name = _as_known(session, given_name, deed.guild_id)
    done = done_before(session, deed)
    if done is not None:
        return GradeDeed(name, _trusts(session, deed.guild_id).of(name), done.entry_id)
    before = words_of_grading(session, deed.guild_id, {"name": name})
    if before is None:
        _have_a_shelf(session, deed.guild_id)
    after = (before or {"name": name} | dict.fromkeys(FIELDS)) | given.said
    put_grading(session, deed, {"name": name}, after)
    entry_id = record(session, deed, before=before, after=after)
    return GradeDeed(name, _trusts(session, deed.guild_id).of(name), entry_id)


def _as_known(session: Session, given: str, guild_id: int) -> str:
    """The name as a source that the guild can see has it. Raises BadValueError."""
    names = select(Source.name).join(Shelf, Shelf.shelf_id == Source.shelf_id)
    seen = names.where((Shelf.guild_id == guild_id) | (Shelf.shelf_id == COMMON_SHELF))
    wanted = source_key(given)
    for name in session.scalars(seen):
        if source_key(name) == wanted:
            return name
    raise BadValueError("no such source", name="source", given=given, wanted="choice")


def _have_a_shelf(session: Session, guild_id: int) -> None:
    """Editions are shared by the shelves they come from; those of this guild are its own now."""
    if session.scalar(select(Shelf.shelf_id).where(Shelf.guild_id == guild_id)) is None:
        session.add(Shelf(guild_id=guild_id))


def _trusts(session: Session, guild_id: int) -> Trusts:
    return Trusts(session.scalars(select(Grading).where(Grading.guild_id == guild_id)))


def words_of(row: Grading) -> dict[str, Any]:
    return {"name": row.name} | {field: getattr(row, field) for field in FIELDS}


def words_of_grading(
    session: Session, guild_id: int, about: Mapping[str, Any]
) -> dict[str, Any] | None:
    row = session.get(Grading, (guild_id, source_key(about["name"])))
    return None if row is None else words_of(row)


def put_grading(
    session: Session, deed: Deed, about: Mapping[str, Any], words: Mapping[str, Any] | None
) -> None:
    """As `words` have it; None: the guild says nothing of the source any more."""
    key = source_key(about["name"])
    row = session.get(Grading, (deed.guild_id, key))
    if words is None:
        if row is not None:
            session.delete(row)
        session.flush()
        return
    if row is None:
        row = Grading(guild_id=deed.guild_id, source_key=key)
        session.add(row)
    for field, value in words.items():
        setattr(row, field, value)
    row.graded_by, row.graded_at = deed.by, deed.at
    session.flush()
