"""How log records leave the process: as lines of text, or as one JSON object a line."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

from bot.health.redaction import redact_logs
from bot.settings import Settings

TEXT = "%(asctime)s %(levelname)s %(name)s %(message)s"
EVENT = re.compile(r"(?P<event>[^=]*?): (?P<fields>\w+=\S.*)", re.DOTALL)
NEXT_FIELD = re.compile(r" (?=\w+=)")


def start_logs(settings: Settings, stream: TextIO | None = None) -> None:
    """From now on this process logs, without any secret, to `stream` (stderr unless given)."""
    redact_logs(settings)
    out = logging.StreamHandler(stream or sys.stderr)
    json_wanted = settings.logging.format == "json"
    out.setFormatter(JsonLines() if json_wanted else logging.Formatter(TEXT))
    root = logging.getLogger()
    root.addHandler(out)
    root.setLevel(settings.logging.level.upper())
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of each tick
    logging.captureWarnings(capture=True)


class JsonLines(logging.Formatter):
    """{"at", "level", "logger", "event"}, the message's own fields, and "error" for a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        event, fields = parted(record.getMessage())
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": event,
        }
        line |= {name: value for name, value in fields.items() if name not in line}
        if record.exc_text or record.exc_info:
            line["error"] = record.exc_text or self.formatException(record.exc_info)  # type: ignore[arg-type]  # one of the two is there
        return json.dumps(line, ensure_ascii=False)


def parted(message: str) -> tuple[str, dict[str, object]]:
    """Of "delivery failed: delivery_id=3 code=x" the event and its fields; of others no fields."""
    found = EVENT.fullmatch(message)
    if found is None:
        return message, {}
    pairs = (field.partition("=") for field in NEXT_FIELD.split(found["fields"]))
    return found["event"], {name: plain(value) for name, _, value in pairs}


def plain(value: str) -> object:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else value
