"""The archive's tables. Nothing outside storage imports them."""

from briefings.storage.tables.base import Base
from briefings.storage.tables.desk import AuditEntry, Counter, Desk, Grant, NameRow
from briefings.storage.tables.documents import (
    Body,
    Correction,
    Document,
    EntryRow,
    Feed,
    Shelf,
    Source,
    Version,
)
from briefings.storage.tables.posting import (
    Chart,
    Delivery,
    DeliveryPart,
    EditionRow,
    ItemRow,
    Shown,
    SubscriptionRow,
    Worker,
)
from briefings.storage.tables.readings import (
    DateRow,
    Fingerprint,
    MentionRow,
    Passage,
    SentenceRow,
    UtteranceRow,
    Word,
)

__all__ = [
    "AuditEntry",
    "Base",
    "Body",
    "Chart",
    "Correction",
    "Counter",
    "DateRow",
    "Delivery",
    "DeliveryPart",
    "Desk",
    "Document",
    "EditionRow",
    "EntryRow",
    "Feed",
    "Fingerprint",
    "Grant",
    "ItemRow",
    "MentionRow",
    "NameRow",
    "Passage",
    "SentenceRow",
    "Shelf",
    "Shown",
    "Source",
    "SubscriptionRow",
    "UtteranceRow",
    "Version",
    "Word",
    "Worker",
]
