"""The posting protocol: every due slot is delivered once, crash or no crash.

A slot becomes a row once (unique). A worker claims it for a lease; each claim raises `epoch`, and
whatever a worker writes later counts only under the epoch it claimed. Payloads are frozen before
the first try, with a nonce a part, and the lease is renewed just before each try.
"""

from briefings.storage.deliveries.audits import Audit, audited, awaited, put_off_audit, to_audit
from briefings.storage.deliveries.claims import Claim, claim, fence
from briefings.storage.deliveries.corrections import (
    Cause,
    Changes,
    Correcting,
    corrected,
    corrected_up_to,
    to_correct,
)
from briefings.storage.deliveries.ends import finish
from briefings.storage.deliveries.parts import (
    Part,
    freeze,
    frozen_extracts,
    parts_of,
    record_part,
    thaw,
)
from briefings.storage.deliveries.places import (
    ClosedPlace,
    Verdict,
    closed_places,
    news_for_desk,
    note_closed,
    reopen,
)
from briefings.storage.deliveries.slots import enqueue_due, enqueue_now, outcome
from briefings.storage.deliveries.standing import (
    Standing,
    last_window_end,
    shown_in,
    standing,
)
from briefings.storage.deliveries.workers import put_off, release, seen_worker, take_over

__all__ = [
    "Audit",
    "Cause",
    "Changes",
    "Claim",
    "ClosedPlace",
    "Correcting",
    "Part",
    "Standing",
    "Verdict",
    "audited",
    "awaited",
    "claim",
    "closed_places",
    "corrected",
    "corrected_up_to",
    "enqueue_due",
    "enqueue_now",
    "fence",
    "finish",
    "freeze",
    "frozen_extracts",
    "last_window_end",
    "news_for_desk",
    "note_closed",
    "outcome",
    "parts_of",
    "put_off",
    "put_off_audit",
    "record_part",
    "release",
    "reopen",
    "seen_worker",
    "shown_in",
    "standing",
    "take_over",
    "thaw",
    "to_audit",
    "to_correct",
]
