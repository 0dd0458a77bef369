"""Full text: words with their alternatives → a few hundred passages, with bounded work.

The database finds candidates by the rarest words; who asks ranks them over the same tokens, so that
SQLite and PostgreSQL answer alike. No word of a user reaches a query language: what is asked for
are stems, letters and digits alone, and quoted.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, Protocol

from sqlalchemy import bindparam, func, literal, select
from sqlalchemy.orm import Session

from briefings.model import Edge, Span
from briefings.storage.database import Database
from briefings.storage.filters import NO_FILTERS, Filters, predicates
from briefings.storage.gin import Gin
from briefings.storage.plans import (
    RANKED_AT_MOST,
    SHELVES,
    Candidates,
    Fts5,
    Group,
    Passages,
)
from briefings.storage.rows import stems
from briefings.storage.tables import Document, Passage, Version, Word
from briefings.text.folding import fold_tokens

_WHOLE = (  # made once: asked with every question
    select(Passage.document_id, Passage.folded)
    .where(Passage.version_id.in_(bindparam("versions", expanding=True)))
    .order_by(Passage.version_id, Passage.starts)
    .limit(bindparam("most"))
)
MOST_WORDS = 32
MOST_FORMS = 32


class PassageRow(NamedTuple):
    """A passage that may answer, with its words and its document's title, so that it can be looked
    at without loading the article; folded: its stems. words: empty where nobody wants them."""

    document_id: int
    version_id: int
    span: Span
    title: str
    words: str
    folded: str


class Known(Protocol):
    """What the archive knows of words: in how many documents a folded form stands."""

    def frequency(self, form: str) -> int: ...


def passage_candidates(
    database: Database,
    words: Sequence[Sequence[str]],
    *,
    shelves: Sequence[int],
    edge: Edge | None = None,
    since: datetime | None = None,
    filters: Filters = NO_FILTERS,
    limit: int = 300,
    known: Known | None = None,
    worded: bool = True,
) -> tuple[PassageRow, ...]:
    """Passages of live documents for `words` (for each its alternatives), the likeliest first: at
    most `limit` by their words, and a third as many of the newest that hold all of them.

    edge: the document is about it. since: published, or else seen, on that day or later; both may
    as well stand in the filters. Without words the newest passages that the filters let through.
    known: how common the words are, where that has been asked before. worded: with their words.
    """
    filters = replace(
        filters, edge=edge or filters.edge, since=since.date() if since else filters.since
    )
    with database.reading() as session:
        groups = _groups(words, known or _Counted(session, words, shelves))
        if not groups and not filters.confines:
            return ()
        visible = _visible(filters, worded=worded)
        passages = Passages(session.connection(), visible, tuple(shelves), filters)
        dialect = Fts5 if database.dialect == "sqlite" else Gin
        if groups:
            rows = dialect.ranked(passages, _rarest(groups), limit)
            rows += dialect.newest(passages, groups, max(1, limit // 3))
        else:
            query = visible.order_by(Passage.seen_on.desc(), Passage.passage_id)
            rows = passages.read(query.limit(limit))
        found = {row[0]: row for row in rows}
    return tuple(
        PassageRow(document_id, version_id, Span(starts, ends), title, words, folded)
        for _, document_id, version_id, starts, ends, folded, title, words in found.values()
    )


def whole_stems(
    database: Database, version_ids: Collection[int], *, passages: int = 40
) -> dict[int, str]:
    """The stems of these versions, by document, as far as their first `passages` reach."""
    given = {"versions": list(version_ids), "most": passages * len(version_ids)}
    found: dict[int, list[str]] = {}
    with database.reading() as session:
        for document_id, folded in session.connection().execute(_WHOLE, given):
            found.setdefault(document_id, []).append(folded)
    return {document_id: " ".join(parts[:passages]) for document_id, parts in found.items()}


def _groups(words: Sequence[Sequence[str]], known: Known) -> list[Group]:
    groups = []
    for forms in _bounded(words):
        phrases = dict.fromkeys(tuple(stems(form)) for form in forms)
        phrases.pop((), None)
        frequency = sum(map(known.frequency, forms))
        if phrases:
            groups.append(Group(tuple(phrases), frequency))
    return groups


def _bounded(words: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [tuple(dict.fromkeys(forms))[:MOST_FORMS] for forms in words[:MOST_WORDS]]


class _Counted:
    """`Known`, asked of the archive for some words."""

    def __init__(
        self, session: Session, words: Sequence[Sequence[str]], shelves: Sequence[int]
    ) -> None:
        self._tokens = {form: fold_tokens(form) for forms in _bounded(words) for form in forms}
        wanted = {token for tokens in self._tokens.values() for token in tokens}
        query = (
            select(Word.word, func.sum(Word.frequency))
            .where(Word.shelf_id.in_(shelves), Word.word.in_(wanted))
            .group_by(Word.word)
        )
        self._counts = {word: int(count) for word, count in session.execute(query)}

    def frequency(self, form: str) -> int:
        """Of a phrase its rarest word counts."""
        tokens = self._tokens[form]
        return min((self._counts.get(token, 0) for token in tokens), default=0)


def _rarest(groups: Sequence[Group]) -> list[Group]:
    """The rarest words, as many as may be ranked; at least one."""
    chosen: list[Group] = []
    seen = 0
    for group in sorted(groups, key=lambda group: group.frequency):
        seen += group.frequency
        if chosen and seen > RANKED_AT_MOST:
            break
        chosen.append(group)
    return chosen


@lru_cache(maxsize=16)
def _visible(filters: Filters, *, worded: bool) -> Candidates:
    """Those of the shelves, of live documents, that the filters let through. Made once, mostly: a
    question without filters is the usual one."""
    length = Passage.ends - Passage.starts
    words = func.substr(Version.text, Passage.starts + 1, length) if worded else literal("")
    visible = (
        select(
            Passage.passage_id,
            Passage.document_id,
            Passage.version_id,
            Passage.starts,
            Passage.ends,
            Passage.folded,
            Document.title,
            words.label("words"),
        )
        .join(Document, Document.document_id == Passage.document_id)
        .where(
            Passage.shelf_id.in_(bindparam(SHELVES, expanding=True)),
            Document.removed_at.is_(None),
            *predicates(filters),
        )
    )
    if worded or filters.of_versions:
        visible = visible.join(Version, Version.version_id == Passage.version_id)
    return visible
