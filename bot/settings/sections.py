"""The sections of config.toml as frozen values, each with its default and its bounds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from briefings.errors import BadValueError
from briefings.ingest.media import LONGEST_DOCUMENT

DEFAULT_DATABASE = "sqlite:///tumen.sqlite3"
HIDDEN = "[hidden]"
ROBOTS = ("always", "pages", "never")


class Secret:
    """A string that only `reveal` shows."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return HIDDEN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)


def whole(default: int, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    return field(default=default, metadata={"low": low, "high": high})


def checked(default: str, check: Callable[[str], bool], wanted: str) -> str:
    """Text that `check` accepts."""
    return field(default=default, metadata={"check": check, "wanted": wanted})


def numbers(given: str) -> tuple[int, ...]:
    """Of "0, 2-4": 0, 2, 3, 4. Raises ValueError."""
    found: list[int] = []
    for part in given.split(",") if given.strip() else ():
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def are_numbers(given: str) -> bool:
    try:
        return len(given) < 200 and all(0 <= each < 16384 for each in numbers(given))
    except ValueError:
        return False


def is_agent(given: str) -> bool:
    return 3 <= len(given) <= 200 and given.isascii() and given.isprintable()


def is_api(given: str) -> bool:
    return not given or (given.startswith(("https://", "http://")) and given.isprintable())


def is_time(given: str) -> bool:
    try:
        return time.fromisoformat(given).strftime("%H:%M") == given
    except ValueError:
        return False


def refuse(name: str, given: object, wanted: str) -> BadValueError:
    return BadValueError(
        f"{name}: {given!r} is not usable; it has to be {wanted}",
        name=name,
        given=str(given),
        wanted=wanted,
    )


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    seeds: str = "seeds"
    index: str = "."
    keep_departed_days: int = whole(30, 0, 3650)
    documents_per_guild: int = whole(20_000, 0, 10_000_000)
    megabytes_per_guild: int = whole(500, 0, 1_000_000)


@dataclass(frozen=True, slots=True)
class BriefingSettings:
    local_time: str = checked("08:00", is_time, "a time of day such as 08:00")
    zone: str = checked(
        "Asia/Seoul",
        lambda given: given in available_timezones(),
        "a time zone of the IANA database such as Asia/Seoul",
    )
    look_back_hours: int = whole(72, 1, 24 * 31)
    catch_up_minutes: int = whole(360, 0, 24 * 60)
    language: str = checked("en", lambda given: given in ("en", "ko", "ru"), "en, ko or ru")
    subscriptions_per_guild: int = whole(50, 0, 10_000)

    @property
    def default_time(self) -> time:
        return time.fromisoformat(self.local_time)

    @property
    def default_zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


@dataclass(frozen=True, slots=True)
class PostingSettings:
    tick_seconds: int = whole(5, 1, 60)
    lease_seconds: int = whole(180, 1, 3600)
    try_seconds: int = whole(15, 1, 120)
    nonce_window_seconds: int = whole(60, 1, 300)
    halt_seconds: int = whole(600, 60, 6 * 3600)
    requests_per_second: int = whole(45, 1, 50)
    workers: int = whole(64, 1, 256)


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    max_bytes: int = whole(8 * 1024 * 1024, 1_000, LONGEST_DOCUMENT)
    parse_seconds: int = whole(5, 1, 60)
    parse_megabytes: int = whole(512, 128, 8192)
    user_agent: str = checked("Tumen/0.1", is_agent, "a name and a version such as Desk/1.0")
    robots: str = checked("pages", lambda given: given in ROBOTS, "always, pages or never")
    more_ports: str = checked("", are_numbers, "numbers of ports such as 8080,8443")
    fetch_seconds: int = whole(30, 1, 300)
    host_pause_seconds: int = whole(1, 0, 60)
    at_once: int = whole(3, 1, 32)
    waiting: int = whole(100, 1, 10_000)
    feeds_per_guild: int = whole(100, 0, 10_000)
    poll_seconds: int = whole(30, 1, 3600)
    poll_feeds: int = whole(40, 1, 1000)
    poll_threads: int = whole(8, 1, 64)


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    presence: str = "/ask · /briefing"
    threads: int = whole(2, 1, 64)
    silent: bool = True
    ready_seconds: int = whole(2, 0, 60)
    shard_count: int = whole(0, 0, 16384)
    costly_at_once: int = whole(30, 1, 10_000)
    costly_per_minute: int = whole(20, 1, 10_000)
    api: str = checked("", is_api, "an address such as http://127.0.0.1:8080/api/v10")
    shard_ids: str = checked("", are_numbers, "numbers of shards such as 0,1 or 0-3")

    def __post_init__(self) -> None:
        if any(each >= self.shard_count for each in self.shards):
            wanted = "numbers below shard_count, which has to be given beside them"
            raise refuse("discord.shard_ids", self.shard_ids, wanted)

    @property
    def shards(self) -> tuple[int, ...]:
        """The shards of this process; none named means all there are."""
        return numbers(self.shard_ids)


@dataclass(frozen=True, slots=True)
class HealthSettings:
    port: int = whole(8790, 0, 65535)


@dataclass(frozen=True, slots=True)
class LoggingSettings:
    format: str = checked("text", lambda given: given in ("text", "json"), "text or json")
    level: str = checked(
        "info",
        lambda given: given in ("debug", "info", "warning", "error"),
        "debug, info, warning or error",
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the bot may be told from outside. `token` is None where none was given.

    failpoint: a place in the code where the process is to die, for crash tests alone.
    """

    archive: ArchiveSettings = field(default_factory=ArchiveSettings)
    briefing: BriefingSettings = field(default_factory=BriefingSettings)
    posting: PostingSettings = field(default_factory=PostingSettings)
    intake: IntakeSettings = field(default_factory=IntakeSettings)
    discord: DiscordSettings = field(default_factory=DiscordSettings)
    health: HealthSettings = field(default_factory=HealthSettings)
    logging: LoggingSettings = field(default_factory=LoggingSettings)
    token: Secret | None = None
    database_url: Secret = field(default_factory=lambda: Secret(DEFAULT_DATABASE))
    failpoint: str | None = None
