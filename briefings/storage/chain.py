"""The links of the audit log's chains: what each hash covers, and sealing new entries.

A link's hash covers the link before it, the entry, and the digest of the entry's words. So whoever
changes or takes out an entry breaks the chain behind it, and words can be erased without breaking
it. The form of what is hashed never changes: archives hold hashes of it.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from briefings.storage.bulk import put
from briefings.storage.tables import AuditEntry, AuditHead, AuditLink, AuditWords

FORM = 1
OWN_CHAIN = 0  # of what the program does by itself, for no guild
START = "0" * 64


@dataclass(frozen=True, slots=True)
class Words:
    """What can be erased of an entry."""

    by: int | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What stays of an entry for ever."""

    entry_id: int
    guild_id: int | None
    interaction_id: int | None
    action: str
    at: datetime
    subject_id: int | None
    undo_of: int | None

    @property
    def chain_id(self) -> int:
        return self.guild_id or OWN_CHAIN


def words_digest(words: Words, salt: str) -> str:
    return _digest([FORM, salt, words.by, words.before, words.after])


def link_hash(previous: str, position: int, facts: Facts, digest: str) -> str:
    """The hash of an entry's link; digest: of its words."""
    at = facts.at.astimezone(UTC).isoformat(timespec="microseconds")
    about = [facts.entry_id, facts.guild_id, facts.interaction_id, facts.action, at]
    return _digest([FORM, previous, position, *about, facts.subject_id, facts.undo_of, digest])


def salt_for(secret: str, entry_id: int) -> str:
    """One of many salts from one secret, which is not kept: none gives the others away."""
    return _digest([FORM, secret, entry_id])


def secret_of(session: Session) -> str:
    """What nobody can guess, by the database's own generator."""
    if session.get_bind().dialect.name == "sqlite":
        return str(session.scalar(text("SELECT hex(randomblob(32))")))
    return str(session.scalar(text("SELECT concat(gen_random_uuid(), gen_random_uuid())")))


def facts_of(row: AuditEntry) -> Facts:
    return Facts(
        row.entry_id,
        row.guild_id,
        row.interaction_id,
        row.action,
        row.at,
        row.subject_id,
        row.undo_of,
    )


def seal(session: Session, written: list[tuple[Facts, Words]]) -> None:
    """Put what a transaction has written at the ends of its chains: the last thing it does, so
    that others wait for the chain's end and for nothing else."""
    secret = secret_of(session)
    chains: dict[int, list[tuple[Facts, Words]]] = defaultdict(list)
    for facts, words in written:
        chains[facts.chain_id].append((facts, words))
    for chain_id in sorted(chains):  # everybody in the same order: nobody waits in a circle
        _lengthen(session, chain_id, chains[chain_id], secret)


def _lengthen(
    session: Session, chain_id: int, written: list[tuple[Facts, Words]], secret: str
) -> None:
    head = _locked(session, chain_id)
    rows: list[dict[str, Any]] = []
    position, last = head.position, head.hash
    kept: list[dict[str, Any]] = []
    for facts, words in written:
        salt = salt_for(secret, facts.entry_id)
        digest, position = words_digest(words, salt), position + 1
        last = link_hash(last, position, facts, digest)
        rows.append(
            {
                "entry_id": facts.entry_id,
                "chain_id": chain_id,
                "position": position,
                "words_digest": digest,
                "hash": last,
            }
        )
        kept.append({"entry_id": facts.entry_id, "salt": salt, **_columns(words)})
    session.execute(insert(AuditWords), kept)
    put(session, AuditLink, rows)
    head.position, head.hash = position, last
    session.flush()


def _columns(words: Words) -> dict[str, Any]:
    before, after = (each if each is None else dict(each) for each in (words.before, words.after))
    return {"by": words.by, "before": before, "after": after}


def _locked(session: Session, chain_id: int) -> AuditHead:
    """The chain's end, which is this transaction's alone until it ends."""
    here = session.get_bind().dialect.name
    make = sqlite.insert if here == "sqlite" else postgresql.insert
    fresh = make(AuditHead).values(chain_id=chain_id, position=0, hash=START)
    session.execute(fresh.on_conflict_do_nothing())
    query = select(AuditHead).where(AuditHead.chain_id == chain_id).with_for_update()
    return session.scalars(query.execution_options(populate_existing=True)).one()


def _digest(parts: list[Any]) -> str:
    shape = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    once = json.loads(json.dumps(parts))  # as it comes back from the archive
    return sha256(json.dumps(once, **shape).encode()).hexdigest()  # type: ignore[arg-type]  # json's own
