"""When a feed is polled next. Pure: what happened and the moment go in, the next moment comes out.

Nothing is random: a digest spreads the polls, so that a thousand feeds added together do not stay
together, and a test sees the same moments every time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from briefings.model.feeds import FeedState

USUAL = 30  # minutes between two polls of a feed that says nothing else
LONGEST = 24 * 60  # minutes
SPREAD = 0.1  # of the interval, earlier or later
MOST_DOUBLINGS = 6
WAITING_SECONDS = 60  # until the rest of a poll's entries is taken
_MAX_AGE = re.compile(r"\bmax-age\s?=\s?\"?(\d{1,9})")
ENDED = "gone"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a poll changes of its feed."""

    state: FeedState
    reason: str | None
    fail_count: int
    next_poll_at: datetime | None


def after_success(
    feed_id: int,
    *,
    ttl_minutes: int | None,
    headers: Mapping[str, str],
    now: datetime,
    usual: int = USUAL,
) -> Verdict:
    """The longest of what the feed, its server and we ask for, and a day at most."""
    age = _MAX_AGE.search(headers.get("cache-control", "").lower())
    asked = (usual, ttl_minutes or 0, int(age[1]) // 60 if age else 0)
    minutes = min(max(asked), LONGEST)
    wait = timedelta(minutes=minutes * spread(feed_id, now))
    return Verdict(FeedState.ACTIVE, None, 0, now + wait)


def after_failure(
    feed_id: int,
    reason: str,
    *,
    fail_count: int,
    retry_after: int | None,
    now: datetime,
    usual: int = USUAL,
) -> Verdict:
    """Twice as long with every failure in a row, and a day at most; never shorter than the server
    asks. A feed that is gone for good is paused, and nothing of it is deleted."""
    count = fail_count + 1
    if reason == ENDED:
        return Verdict(FeedState.PAUSED, reason, count, None)
    minutes = min(usual * 2 ** min(count, MOST_DOUBLINGS), LONGEST)
    wait = timedelta(minutes=minutes * spread(feed_id, now))
    asked = timedelta(seconds=retry_after or 0)
    return Verdict(FeedState.ACTIVE, reason, count, now + max(wait, asked))


def spread(feed_id: int, now: datetime) -> float:
    """A factor around 1, settled by the feed and the moment."""
    digest = blake2b(f"{feed_id} {now.timestamp():.0f}".encode(), digest_size=4).digest()
    return 1 + SPREAD * (int.from_bytes(digest, "big") / 2**31 - 1)
