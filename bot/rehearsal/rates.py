"""Discord's rate limits: so many requests a second in all, and buckets with headers."""

from collections import deque

from .wire import Call, Json, Reply
from .world import World

PER_BUCKET, BUCKET_SECONDS = 5, 5.0
MAJOR = ("channel_id", "guild_id", "webhook_id")
UNLIMITED = ("/interactions/", "/webhooks/")  # not counted towards the limit of all


class Rates:
    def __init__(self, world: World) -> None:
        self._world = world
        self._recent: deque[float] = deque()
        self._buckets: dict[str, deque[float]] = {}

    def check(self, operation: str, call: Call, now: float) -> tuple[Reply | None, dict[str, str]]:
        """A 429 when the bot was too quick, and the headers for a reply that goes well."""
        if not self._world.settings.rate_limits:
            return None, {}
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
