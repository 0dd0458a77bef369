"""/health and /metrics on 127.0.0.1, for whoever watches over the process. No secrets in them."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.health.exposition import metrics, resident_bytes
from bot.health.vitals import Vitals, counted, now
from briefings.errors import BriefingsError
from briefings.ingest.jail import Jail
from briefings.storage.census import Census, take_census
from briefings.storage.database import Database

LOOPBACK = "127.0.0.1"
PATIENCE = 2.0  # seconds for the archive to answer
FRESH = 2.0  # seconds that one census is good for
STALLED = 900.0  # seconds; a long tick takes minutes, and so does waiting out a ban

log = logging.getLogger(__name__)


class Health:
    """What is asked over HTTP. `ready` is no promise that the next moment will be like this one."""

    def __init__(self, vitals: Vitals, database: Database, jail: Jail) -> None:
        self._vitals = vitals
        self._database = database
        self._jail = jail
        self._asking: asyncio.Task[Census] | None = None
        self._taken = -FRESH

    async def live(self, request: web.Request) -> web.Response:
        """That this is answered at all is the answer: the event loop turns."""
        return web.json_response({"live": True})

    async def health(self, request: web.Request) -> web.Response:
        vitals, census = self._vitals, await self._census()
        age = vitals.since_tick
        checks = {
            "gateway": vitals.connected,
            "archive": census is not None,
            "ticking": age is not None and age < STALLED,
            "staying": not vitals.ending,
        }
        told = {
            "ready": all(checks.values()),
            "checks": checks,
            "trouble": vitals.trouble,
            "shards": {str(key): up for key, up in sorted(vitals.shards.items())},
            "tick_age_seconds": None if age is None else round(age, 1),
            "queue": None if census is None else census.waiting,
            "documents": None if census is None else census.documents,
            "starts": vitals.starts,
            "identifies": vitals.identifies,
            "malformed_events": vitals.malformed,
            "interactions": counted(vitals.interactions),
            "resident_bytes": resident_bytes(),
        }
        return web.json_response(told, status=200 if told["ready"] else 503)

    async def metrics(self, request: web.Request) -> web.Response:
        text = metrics(self._vitals, await self._census(), jails=self._jail.starts)
        kind = "text/plain; version=0.0.4; charset=utf-8"
        return web.Response(body=text.encode(), headers={"Content-Type": kind})

    async def _census(self) -> Census | None:
        """None where the archive does not answer in time. One question at a time, however many
        ask: an archive that hangs shall not take all threads."""
        task = self._asking
        if task is None or (task.done() and now() - self._taken >= FRESH):
            task = asyncio.create_task(asyncio.to_thread(take_census, self._database))
            self._asking, self._taken = task, now()
        await asyncio.wait({task}, timeout=PATIENCE)
        if not task.done():
            return None
        error = task.exception()
        if isinstance(error, BriefingsError):
            log.warning("no census: error=%s", error.code)
            return None
        return task.result()


@asynccontextmanager
async def serving(port: int, health: Health) -> AsyncIterator[int]:
    """Serve on the port until the end of the block, and give it; nothing is served on port 0.

    A port that is taken is no reason not to run: it is logged, and nothing is served.
    """
    application = web.Application()
    for path, answer in (
        ("/health", health.health),
        ("/health/live", health.live),
        ("/metrics", health.metrics),
    ):
        application.router.add_get(path, answer)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        if port:
            await _listen(runner, port)
        yield port
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, LOOPBACK, port).start()
    except OSError as error:
        log.error("no endpoint of health: port=%d error=%s", port, error.strerror)
    else:
        log.info("endpoint of health: url=http://%s:%d/health", LOOPBACK, port)
