"""The endpoint of health says what is so, and no secret."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import create_engine

from bot.health.exposition import metrics
from bot.health.server import Health, serving
from bot.health.vitals import BOUNDS, MOST_PENDING, Histogram, Vitals
from bot.rehearsal.faults import slow_down
from bot.rehearsal.remote import rehearsing
from bot.shell.supervisor import Supervisor
from briefings.ingest.documents import reading_jail
from briefings.storage.census import take_census
from briefings.storage.database import open_database
from tests.bot.process.running import free_port, running
from tests.bot.process.supervised import supervised, until

SAMPLE = re.compile(r'tumen_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?\d+(\.\d+)?(e-?\d+)?')


def health_of(supervisor: Supervisor) -> Health:
    return Health(supervisor.vitals, supervisor.desk.database, supervisor.desk.jail)


async def told(port: int, path: str = "/health") -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def test_ready_is_who_is_connected_and_looks_what_is_due(new_sqlite: str) -> None:
    async with (
        supervised(new_sqlite) as (loopback, supervisor, _),
        serving(free_port(), health_of(supervisor)) as port,
    ):
        assert (await told(port, "/health/live"))[0] == 200
        await until(lambda: supervisor.vitals.connected and supervisor.vitals.ticked)

        status, text = await told(port)
        assert status == 200
        assert '"ready": true' in text
        assert '"documents": 5' in text

        supervisor.stop()
        status, text = await told(port)
        assert status == 503
        assert '"staying": false' in text
        assert loopback.token not in text


async def test_not_ready_is_who_lost_discord(new_sqlite: str) -> None:
    async with (
        supervised(new_sqlite) as (loopback, supervisor, _),
        serving(free_port(), health_of(supervisor)) as port,
    ):
        await until(lambda: supervisor.vitals.connected)
        await loopback.gateway.close(4004)
        await until(lambda: not supervisor.vitals.connected)

        status, text = await told(port)

    assert status == 503
    assert '"gateway": false' in text


async def test_not_ready_is_whose_archive_is_away(new_postgresql: str) -> None:
    """A server that nobody can connect to, as far as this process can see."""
    database, jail = open_database(new_postgresql), reading_jail()
    database.engine.dispose()
    database.engine = create_engine("postgresql+pg8000://desk:hunter2@127.0.0.1:1/none")
    async with serving(free_port(), Health(Vitals(), database, jail)) as port:
        status, text = await told(port)
        counted = await told(port, "/metrics")
    jail.close()

    assert status == 503
    assert '"archive": false' in text
    assert "hunter2" not in text
    assert counted[0] == 200
    assert "tumen_documents" not in counted[1]


async def test_what_happened_is_counted(new_sqlite: str) -> None:
    async with (
        supervised(new_sqlite, subscribed=("briefings",)) as (loopback, supervisor, _),
        serving(free_port(), health_of(supervisor)) as port,
    ):
        assert await loopback.commands_registered(30)
        await until(lambda: supervisor.vitals.connected)
        await loopback.member.slash("/about")
        await loopback.admin.slash("/briefing list")
        await loopback.admin.autocomplete("/article title:put")
        loopback.faults.add(slow_down("PATCH /webhooks/*", after=0.05))
        await loopback.member.slash("/about")
        loopback.world.clock.advance(timedelta(minutes=2))
        await until(lambda: supervisor.vitals.posted)

        _, text = await told(port, "/metrics")

    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(SAMPLE.fullmatch(line) for line in lines), lines
    assert 'tumen_interactions_total{command="about",outcome="done"} 2' in lines
    assert 'tumen_interactions_total{command="article (typing)",outcome="done"} 1' in lines
    assert 'tumen_deliveries{state="sent"} 1' in lines
    assert "tumen_rate_limited_total 1" in lines
    assert "tumen_documents 5" in lines
    assert "tumen_posted_total 1" in lines
    assert "tumen_interactions_pending 0" in lines
    assert "tumen_acknowledge_seconds_count 4" in lines


def test_a_histogram_counts_what_is_at_most_a_bound() -> None:
    histogram = Histogram()
    for seconds in (0.0, BOUNDS[0], BOUNDS[0] + 1e-9, BOUNDS[-1], 1e9):
        histogram.add(seconds)

    vitals = Vitals(answers=histogram)
    lines = metrics(vitals, None, jails=0).splitlines()

    assert f'tumen_answer_seconds_bucket{{le="{BOUNDS[0]}"}} 2' in lines
    assert f'tumen_answer_seconds_bucket{{le="{BOUNDS[-1]}"}} 4' in lines
    assert 'tumen_answer_seconds_bucket{le="+Inf"} 5' in lines
    assert "tumen_answer_seconds_count 5" in lines


async def test_interactions_that_never_end_are_forgotten_in_the_end() -> None:
    vitals = Vitals()
    for number in range(MOST_PENDING + 7):
        vitals.arrive(number, "ask")

    assert len(vitals.pending) == MOST_PENDING
    assert vitals.interactions["ask", "lost"] == 7


def test_no_label_breaks_the_line() -> None:
    vitals = Vitals()
    vitals.interactions['a"b\\c\nd', "done"] += 1

    assert 'command="a\\"b\\\\c\\nd"' in metrics(vitals, None, jails=0)


async def test_a_port_that_is_taken_is_said_and_no_reason_not_to_run(
    new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with supervised(new_sqlite) as (loopback, supervisor, _):
        health = health_of(supervisor)
        port = free_port()
        async with serving(port, health), serving(port, health):
            assert await loopback.commands_registered(30)
    assert "no endpoint of health" in caplog.text


def test_the_census_counts_every_state(database_url: str) -> None:
    database = open_database(database_url)

    census = take_census(database)

    assert census.documents == 0
    assert census.waiting == 0
    assert set(census.deliveries) == {"due", "sending", "sent", "skipped", "failed", "unknown"}
    database.close()


async def test_a_process_serves_its_health(new_sqlite: str, tmp_path: Path) -> None:
    async with rehearsing() as remote, running(tmp_path, remote, new_sqlite) as bot:
        assert await remote.wait(commands=True, seconds=30)
        await asyncio.sleep(2)

        assert (await bot.health())["ready"]
        assert "tumen_resident_memory_bytes" in await bot.metrics()
