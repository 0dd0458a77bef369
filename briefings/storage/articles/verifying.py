"""Words are checked against the stored text in the moment they are used."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import select

from briefings.errors import DriftedExtractError, NotFoundError
from briefings.model import Extract, Span
from briefings.storage.database import Database
from briefings.storage.tables import Document, Version


def stored_words(database: Database, version_id: int, span: Span) -> str:
    """The words at a span of a version. Raises NotFoundError where there is no such version."""
    with database.reading() as session:
        text = session.scalar(select(Version.text).where(Version.version_id == version_id))
    if text is None:
        raise NotFoundError(f"There is no version {version_id}", what="version", wanted=version_id)
    return span.of(text)


def verify_extracts(database: Database, extracts: Iterable[Extract]) -> None:
    """Slice the stored texts again. Raises DriftedExtractError at the first extract whose words
    or digest are not exactly what the archive holds, or whose text has been damaged."""
    wanted = list(extracts)
    keys = sorted({extract.version_id for extract in wanted})
    with database.reading() as session:
        found = session.execute(
            select(Version.version_id, Version.text, Version.digest).where(
                Version.version_id.in_(keys)
            )
        )
        texts = {key: text for key, text, digest in found if _digest(text) == digest}
    for extract in wanted:
        words = extract.span.of(texts.get(extract.version_id, ""))
        if not words or words != extract.words or _digest(words) != extract.digest:
            raise DriftedExtractError(
                f"An extract of document {extract.document_id} is not in its stored text",
                document_id=extract.document_id,
                version_id=extract.version_id,
            )


def removed_among(database: Database, document_ids: Iterable[int]) -> frozenset[int]:
    """Those of the documents that have been removed."""
    query = select(Document.document_id).where(
        Document.document_id.in_(sorted(set(document_ids))), Document.removed_at.is_not(None)
    )
    with database.reading() as session:
        return frozenset(session.scalars(query))


def verify_texts(database: Database) -> tuple[int, ...]:
    """The ids of versions whose text no longer has the sha256 it was stored with."""
    with database.reading() as session:
        rows = session.execute(
            select(Version.version_id, Version.text, Version.digest)
            .order_by(Version.version_id)
            .execution_options(yield_per=100)
        )
        return tuple(key for key, text, digest in rows if _digest(text) != digest)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
