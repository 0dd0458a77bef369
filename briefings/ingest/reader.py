"""The one call that the parse jail takes for a document. The text halves are imported where it
runs, in the jail's child, and cost the bot's own process neither time nor memory."""

from dataclasses import dataclass
from datetime import date

from briefings.model import AddedName, Extraction, Kind, Reading


@dataclass(frozen=True, slots=True)
class Hints:
    """What a person or the seeds' manifest says of a document, kept apart from what is found;
    names: those that its desk has added to the gazetteer's."""

    kind: Kind | None = None
    published_on: date | None = None
    names: tuple[AddedName, ...] = ()


def read_document(body: bytes, *, file_name: str, content_type: str, hints: Hints) -> Reading:
    """Everything read out of a document; see `reading.read`. Raises UnusableDocumentError."""
    from briefings.ingest.reading import read  # noqa: PLC0415 -- imported in the jail alone

    return read(body, file_name=file_name, content_type=content_type, hints=hints)


def read_again(extraction: Extraction, *, hints: Hints) -> Reading:
    """The same text under other hints."""
    from briefings.ingest.reading import read_extraction  # noqa: PLC0415 -- in the jail alone

    return read_extraction(extraction, hints=hints)
