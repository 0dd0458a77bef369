"""The fetcher that the settings ask for."""

from bot.settings import IntakeSettings, numbers
from briefings.ingest.fetch import Fetcher
from briefings.ingest.links import USUAL_PORTS
from briefings.ingest.sockets import Limits


def new_fetcher(intake: IntakeSettings) -> Fetcher:
    return Fetcher(
        agent=intake.user_agent,
        limits=Limits(seconds=intake.fetch_seconds, max_bytes=intake.max_bytes),
        ports=USUAL_PORTS | set(numbers(intake.more_ports)),
        robots=intake.robots,
        pause=intake.host_pause_seconds,
    )
