"""Counters in Prometheus' text format, version 0.0.4."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.health.vitals import BOUNDS, Histogram, Vitals
from briefings.storage.census import Census

STATUS = Path("/proc/self/status")
Labels = Mapping[str, str]


def resident_bytes() -> int | None:
    """Memory of this process; None on systems that do not say it in a file."""
    if not STATUS.exists():
        return None
    lines = STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    found = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(found[0]) * 1024 if found else None


def metrics(vitals: Vitals, census: Census | None, *, jails: int) -> str:
    """All counters; without a census, those of the archive are missing."""
    lines = [*_of_interactions(vitals), *_of_discord(vitals)]
    lines += _single("parse_jail_starts_total", "counter", "Children started to read in", jails)
    if census is not None:
        lines += _single("documents", "gauge", "Documents in the archive", census.documents)
        states = [({"state": state}, count) for state, count in census.deliveries.items()]
        lines += _metric("deliveries", "gauge", "Deliveries by state", states)
    if (resident := resident_bytes()) is not None:
        lines += _single("resident_memory_bytes", "gauge", "Memory of the process", resident)
    return "\n".join(lines) + "\n"


def _of_interactions(vitals: Vitals) -> Iterator[str]:
    counted = [
        ({"command": command, "outcome": outcome}, count)
        for (command, outcome), count in sorted(vitals.interactions.items())
    ]
    yield from _metric("interactions_total", "counter", "Interactions that ended", counted)
    pending = len(vitals.pending)
    yield from _single("interactions_pending", "gauge", "Interactions on their way", pending)
    words = "From an interaction's arrival to"
    acknowledgements, answers = vitals.acknowledgements, vitals.answers
    yield from _histogram("acknowledge_seconds", f"{words} its acknowledgement", acknowledgements)
    yield from _histogram("answer_seconds", f"{words} its last word", answers)


def _of_discord(vitals: Vitals) -> Iterator[str]:
    statuses = [({"status": str(key)}, count) for key, count in sorted(vitals.requests.items())]
    yield from _metric("discord_requests_total", "counter", "Discord's answers", statuses)
    limited = vitals.requests[429]
    yield from _single("rate_limited_total", "counter", "Answers that said 429", limited)
    yield from _single("starts_total", "counter", "Starts of the bot", vitals.starts)
    yield from _single("identifies_total", "counter", "Sessions begun", vitals.identifies)
    yield from _single("malformed_events_total", "counter", "Events dropped", vitals.malformed)
    yield from _single("posted_total", "counter", "Deliveries sent", vitals.posted)
    shards = [({"shard": str(key)}, int(up)) for key, up in sorted(vitals.shards.items())]
    yield from _metric("shard_connected", "gauge", "Whether a shard is connected", shards)
    if vitals.since_tick is not None:
        words = "Since a look at what is due ended"
        yield from _single("tick_age_seconds", "gauge", words, round(vitals.since_tick, 3))


def _metric(
    name: str, kind: str, words: str, rows: Iterable[tuple[Labels, float]]
) -> Iterator[str]:
    yield f"# HELP tumen_{name} {words}."
    yield f"# TYPE tumen_{name} {kind}"
    for labels, value in rows:
        yield f"tumen_{name}{_braced(labels)} {value}"


def _single(name: str, kind: str, words: str, value: float) -> Iterator[str]:
    return _metric(name, kind, words, [({}, value)])


def _histogram(name: str, words: str, histogram: Histogram) -> Iterator[str]:
    yield f"# HELP tumen_{name} {words}."
    yield f"# TYPE tumen_{name} histogram"
    below = 0
    for bound, count in zip((*map(str, BOUNDS), "+Inf"), histogram.counts, strict=True):
        below += count
        yield f'tumen_{name}_bucket{{le="{bound}"}} {below}'
    yield f"tumen_{name}_sum {histogram.total:.6f}"
    yield f"tumen_{name}_count {below}"


def _braced(labels: Labels) -> str:
    if not labels:
        return ""
    pairs = (f'{name}="{_escaped(value)}"' for name, value in labels.items())
    return "{" + ",".join(pairs) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
