"""Logs can be read by machines, and hold no secret whatever happens."""

import asyncio
import io
import json
import logging
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.health.logs import JsonLines, parted, start_logs
from bot.health.redaction import redact
from bot.rehearsal.faults import POST_MESSAGE, broken, dropped, refused
from bot.rehearsal.remote import rehearsing
from bot.settings import LoggingSettings, Secret, Settings
from tests.bot.process.running import furnish, place, running

PASSWORD = "canary%2Fpassw0rd"  # noqa: S105 -- nobody's
KEY = "aW50ZXJhY3Rpb246MTIz"


@pytest.fixture
def own_logging() -> Iterator[None]:
    root, factory = logging.getLogger(), logging.getLogRecordFactory()
    handlers, level = list(root.handlers), root.level
    yield
    logging.setLogRecordFactory(factory)
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize(
    ("message", "event", "fields"),
    [
        ("tick ended", "tick ended", {}),
        ("joined: guild_id=12", "joined", {"guild_id": 12}),
        ("no answer: delivery_id=3 error=A b c x=", "no answer", None),
        ("https://a.example/?b=c d", "https://a.example/?b=c d", {}),
        ("x: reference=ab12 error=Oops(1, 'two')", "x", {"reference": "ab12"}),
    ],
)
def test_a_message_is_an_event_and_its_fields(
    message: str, event: str, fields: dict[str, object] | None
) -> None:
    found = parted(message)

    assert found[0] == event
    assert fields is None or fields.items() <= found[1].items()


@pytest.mark.usefixtures("own_logging")
def test_each_record_is_one_line_of_json() -> None:
    stream = io.StringIO()
    start_logs(replace(Settings(), logging=LoggingSettings(format="json")), stream)
    log = logging.getLogger("somebody")

    log.warning("two\nlines: level=3 at=never word=여기")
    try:
        raise ValueError("why")
    except ValueError:
        log.exception("failed: number=%d", 7)

    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert first["event"] == "two\nlines"
    assert first["level"] == "warning"
    assert first["word"] == "여기"
    assert second["number"] == 7
    assert "ValueError: why" in second["error"]


@pytest.mark.usefixtures("own_logging")
def test_text_is_the_default_and_as_secretive() -> None:
    stream = io.StringIO()
    start_logs(replace(Settings(), token=Secret("a.canary.token")), stream)

    logging.getLogger("somebody").info("the token is %s", "a.canary.token")

    assert "INFO somebody the token is [hidden]" in stream.getvalue()


def test_a_formatter_alone_tells_an_error_too() -> None:
    try:
        raise KeyError("gone")
    except KeyError:
        record = logging.LogRecord("x", 40, "y", 1, "bad", (), sys.exc_info())

    assert "KeyError: 'gone'" in json.loads(JsonLines().format(record))["error"]


@pytest.mark.parametrize(
    "text",
    [
        f"POST https://discord.com/api/v10/interactions/12/{KEY}/callback with 404",
        f"url='https://discord.com/api/v10/webhooks/12/{KEY}/messages/@original'",
        f"https://discord.com/api/v10/webhooks/12/{KEY}?wait=true",
        f"<CIMultiDict('Authorization': 'Bot {KEY}')>",
        f"WebSocket Event: {{'t': 'INTERACTION_CREATE', 'd': {{'token': '{KEY}', 'id': '1'}}}}",
        f'{{"token":"{KEY}"}}',
        f"postgresql://desk:{KEY}@host/archive",
    ],
)
def test_what_opens_a_door_is_hidden_wherever_it_stands(text: str) -> None:
    shown = redact(text, ())

    assert KEY not in shown
    assert "[hidden]" in shown


async def test_no_log_of_a_whole_run_holds_a_secret(new_postgresql: str, tmp_path: Path) -> None:
    """Commands, posts, refusals, cut lines, a malformed event, a lost session and the end, with
    everything logged that anybody logs."""
    url = new_postgresql.replace("postgres@", f"postgres:{PASSWORD}@")
    keys = []
    async with rehearsing() as remote:
        guild_id, channel_id = await place(remote)
        await asyncio.to_thread(furnish, url, (guild_id, channel_id))
        await remote.fault(dropped(POST_MESSAGE, applied=False), broken(POST_MESSAGE, 503))
        async with running(tmp_path, remote, url) as bot:
            assert await remote.wait(commands=True, seconds=30)
            await remote.fault(
                dropped("PATCH /webhooks/*", applied=True),
                refused("PATCH /webhooks/*", 404, 10008),
            )
            for line in ("/about", "/about", "/ask question:weapons", "/briefing list", "/about"):
                answer = await remote.slash("admin", line)
                keys.append(answer["token"])
            await remote.fault(dropped("POST /interactions/*", applied=False))
            await remote.call("disturb", how="cut")
            await remote.call("disturb", how="invalidate")
            await remote.wait(messages=1, at="briefings", seconds=30)
            bot.signal(signal.SIGTERM)
            assert await bot.ended() == 0
        shown = bot.log

    assert "Traceback" in shown
    assert "INTERACTION_CREATE" in shown
    assert len(set(keys)) == 5
    for secret in (remote.token, *keys, PASSWORD, PASSWORD.replace("%2F", "/")):
        assert secret not in shown
    for line in shown.splitlines():
        assert json.loads(line)["event"]
