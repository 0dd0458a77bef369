"""Discord's rate limits: requests a second, buckets with headers, a ban for too many mistakes,
and what a gateway connection may send.
"""

from collections import deque

from .wire import Call, Json, Reply
from .world import World

PER_BUCKET, BUCKET_SECONDS = 5, 5.0
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token")
UNLIMITED = ("/interactions/", "/webhooks/")  # not counted towards the limit of all
INVALID = (401, 403, 429)
INVALID_SECONDS = 600.0  # in which a bot may make so many invalid requests
BANNED = "<html><body>error code: 1015</body></html>"  # what Cloudflare says, without Via
KEPT_BUCKETS = 10_000
SENDS, SENDS_SECONDS = 120, 60.0  # events of the bot on one gateway connection
IDENTIFY_SECONDS = 5.0  # between two log-ins of one shard's key


class Rates:
    def __init__(self, world: World) -> None:
        self._world = world
        self._recent: deque[float] = deque()
        self._invalid: deque[float] = deque()
        self._buckets: dict[str, deque[float]] = {}

    def check(self, operation: str, call: Call, now: float) -> tuple[Reply | None, dict[str, str]]:
        """A 429 when the bot was too quick, and the headers for a reply that goes well."""
        if not self._world.settings.rate_limits:
            return None, {}
        _forget(self._invalid, now - INVALID_SECONDS)
        if len(self._invalid) >= self._world.settings.invalid_requests:
            return Reply(429, BANNED, {"Retry-After": "600"}), {}
        if not any(prefix in operation for prefix in UNLIMITED):
            _forget(self._recent, now - 1.0)
            if len(self._recent) >= self._world.settings.requests_a_second:
                return _too_many(self._recent[0] + 1.0 - now, everything=True), {}
            self._recent.append(now)
        return self._bucket(operation, call, now)

    def _bucket(
        self, operation: str, call: Call, now: float
    ) -> tuple[Reply | None, dict[str, str]]:
        major = ":".join(call.path[name] for name in MAJOR if name in call.path)
        self._prune(now)
        used = self._buckets.setdefault(f"{operation}:{major}", deque())
        _forget(used, now - BUCKET_SECONDS)
        if len(used) >= PER_BUCKET:
            return _too_many(used[0] + BUCKET_SECONDS - now, everything=False), {}
        used.append(now)
        wait = used[0] + BUCKET_SECONDS - now
        return None, {
            "X-RateLimit-Limit": str(PER_BUCKET),
            "X-RateLimit-Remaining": str(PER_BUCKET - len(used)),
            "X-RateLimit-Reset": f"{self._world.clock.now().timestamp() + wait:.3f}",
            "X-RateLimit-Reset-After": f"{wait:.3f}",
            "X-RateLimit-Bucket": operation.encode().hex()[:32],
        }

    def note(self, status: int, now: float) -> None:
        """Count a refusal towards the ban."""
        if status in INVALID and self._world.settings.rate_limits:
            self._invalid.append(now)

    def _prune(self, now: float) -> None:
        if len(self._buckets) < KEPT_BUCKETS:
            return
        old = [name for name, used in self._buckets.items() if used[-1] <= now - BUCKET_SECONDS]
        for name in old:
            del self._buckets[name]


class Sends:
    """What one gateway connection sent lately."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()

    def too_many(self, now: float) -> bool:
        """Count one more; whether it is one too many."""
        _forget(self._times, now - SENDS_SECONDS)
        self._times.append(now)
        return len(self._times) > SENDS


class Logins:
    """IDENTIFYs: one in five seconds for each key of a shard, so many a day in all."""

    def __init__(self) -> None:
        self._last: dict[int, float] = {}

    def too_soon(self, shard: int, concurrency: int, now: float) -> bool:
        """Count a log-in of the shard; whether it came too soon after its key's last."""
        key = shard % concurrency
        before, self._last[key] = self._last.get(key), now
        return before is not None and now - before < IDENTIFY_SECONDS


def _forget(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()


def _too_many(wait: float, *, everything: bool) -> Reply:
    body: Json = {
        "message": "You are being rate limited.",
        "retry_after": round(max(wait, 0.001), 3),
        "global": everything,
    }
    headers = {
        "Via": "1.1 google",
        "Retry-After": str(max(1, round(wait))),
        "X-RateLimit-Scope": "global" if everything else "user",
    }
    return Reply(429, body, headers)
