"""How often one person may ask for what costs much: a token bucket for each."""

from collections import OrderedDict

from bot.errors import CooldownError

MOST_PEOPLE = 10_000  # that are remembered; who is forgotten has a full bucket


class Cooldowns:
    """at_once: tokens of a full bucket. per_minute: how many come back."""

    def __init__(self, at_once: int, per_minute: int) -> None:
        self._full, self._rate = float(at_once), per_minute / 60
        self._buckets: OrderedDict[int, tuple[float, float]] = OrderedDict()

    def take(self, user_id: int, now: float) -> None:
        """One token. now: seconds that never go back. Raises CooldownError, which says when there
        is one again; to be refused costs nothing."""
        tokens, since = self._buckets.pop(user_id, (self._full, now))
        tokens = min(self._full, tokens + max(0.0, now - since) * self._rate)
        refused = tokens < 1
        self._buckets[user_id] = (tokens if refused else tokens - 1, now)
        if len(self._buckets) > MOST_PEOPLE:
            self._buckets.popitem(last=False)
        if refused:
            seconds = max(1, round((1 - tokens) / self._rate + 0.5))
            raise CooldownError("too much in a short time", seconds=seconds)
