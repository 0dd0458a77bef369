"""The archive's tables. Nothing outside storage imports them."""

from briefings.storage.tables.base import Base
from briefings.storage.tables.desk import AuditEntry, Counter, Desk, Grant
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
