"""Whether the audit log is what was written: every hash worked out anew, chain by chain."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from briefings.storage.chain import START, Words, facts_of, link_hash, words_digest
from briefings.storage.database import Database
from briefings.storage.tables import AuditEntry, AuditHead, AuditLink, AuditWords

AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Proof:
    """entries: links that hold. erased: those of them whose words are gone. broken_at: the entry
    where a chain first breaks (the oldest such, if several do), and why."""

    entries: int
    erased: int
    broken_at: int | None = None
    reason: str = ""


def prove(database: Database, guild_id: int | None = None) -> Proof:
    """Of one guild's chain, or of all there are. Work: linear in the entries; memory: constant."""
    held = erased = 0
    with database.reading() as session:
        outside = session.scalar(_outside(guild_id))
        for chain_id in session.scalars(_chains(guild_id)).all():
            proof = _proof(session, chain_id)
            held, erased = held + proof.entries, erased + proof.erased
            if proof.broken_at is not None and (outside is None or proof.broken_at <= outside):
                return Proof(held, erased, proof.broken_at, proof.reason)
    if outside is not None:
        return Proof(held, erased, outside, "it stands in no chain")
    return Proof(held, erased)


def _outside(guild_id: int | None) -> Select[int | None]:
    """The first entry without a link."""
    query = (
        select(func.min(AuditEntry.entry_id))
        .outerjoin(AuditLink, AuditLink.entry_id == AuditEntry.entry_id)
        .where(AuditLink.entry_id.is_(None))
    )
    return query if guild_id is None else query.where(AuditEntry.guild_id == guild_id)


def _chains(guild_id: int | None) -> Select[int]:
    every = select(AuditLink.chain_id).union(select(AuditHead.chain_id)).subquery()
    query = select(every.c.chain_id).order_by(every.c.chain_id)
    return query if guild_id is None else query.where(every.c.chain_id == guild_id)


def _proof(session: Session, chain_id: int) -> Proof:
    last, held, erased = START, 0, 0
    for link, entry, words in _links(session, chain_id):
        reason = _fault(link, entry, words, after=(held, last, chain_id))
        if reason:
            return Proof(held, erased, link.entry_id, reason)
        held, last = link.position, link.hash
        erased += words is None
    head = session.get(AuditHead, chain_id)
    if head is None or (head.position, head.hash) != (held, last):
        at = session.scalar(
            select(func.max(AuditLink.entry_id)).where(AuditLink.chain_id == chain_id)
        )
        return Proof(held, erased, at or 0, "entries after it are gone")
    return Proof(held, erased)


def _fault(
    link: AuditLink,
    entry: AuditEntry | None,
    words: AuditWords | None,
    *,
    after: tuple[int, str, int],
) -> str:
    """Why the link does not follow the one before it, or is not of what the entry says now."""
    position, last, chain_id = after
    if link.position != position + 1:
        return "an entry before it is gone"
    if entry is None:
        return "the entry is gone"
    facts = facts_of(entry)
    same = link_hash(last, link.position, facts, link.words_digest) == link.hash
    if not same or facts.chain_id != chain_id:
        return "it is not what was written, or an entry before it was changed"
    said = words and Words(words.by, words.before, words.after)
    if words and said and words_digest(said, words.salt) != link.words_digest:
        return "its words are not what was written"
    return ""


def _links(
    session: Session, chain_id: int
) -> Iterator[Row[AuditLink, AuditEntry | None, AuditWords | None]]:
    query: Any = (
        select(AuditLink, AuditEntry, AuditWords)
        .outerjoin(AuditEntry, AuditEntry.entry_id == AuditLink.entry_id)
        .outerjoin(AuditWords, AuditWords.entry_id == AuditLink.entry_id)
        .where(AuditLink.chain_id == chain_id)
        .order_by(AuditLink.position)
        .execution_options(yield_per=AT_ONCE)
    )
    yield from session.execute(query)
