"""Settings come once, whole, and tell no secret."""

import dataclasses
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.health.redaction import redact_logs, secrets_of
from bot.settings import SECTIONS, Secret, load_settings
from briefings.errors import BadValueError

CONFIG = Path(__file__).parents[2] / "config.toml"
TOKEN = "MTAx.canary.c0ffee"  # noqa: S105 -- nobody's


@pytest.fixture
def record_factory() -> Iterator[None]:
    factory = logging.getLogRecordFactory()
    yield
    logging.setLogRecordFactory(factory)


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text)
    return path


def test_the_shipped_file_names_every_key_with_its_default(tmp_path: Path) -> None:
    sections = re.split(r"(?m)^\[(\w+)\]", CONFIG.read_text())
    names, bodies = sections[1::2], sections[2::2]

    assert load_settings(CONFIG, {}) == load_settings(tmp_path / "none.toml", {})
    assert {
        name: set(re.findall(r"(?m)^(\w+) =", body))
        for name, body in zip(names, bodies, strict=True)
    } == {
        name: {field.name for field in dataclasses.fields(section)}
        for name, section in SECTIONS.items()
    }


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[posting]\nlease_secs = 3", "lease_seconds"),
        ("[postings]\n", "posting"),
        ("[posting]\nlease_seconds = 0", "from 1 to 3600"),
        ("[posting]\nlease_seconds = true", "whole number"),
        ("[posting]\nlease_seconds = '3'", "whole number"),
        ("[discord]\nsilent = 1", "true or false"),
        ("[discord]\npresence = 1", "text"),
        ("[briefing]\nzone = 'Mars/Olympus'", "Asia/Seoul"),
        ("[briefing]\nlocal_time = '25:00'", "08:00"),
        ("posting = 3", "section"),
        ("[posting", "TOML"),
        ("token = 'x'", "archive"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_would_be_right(
    tmp_path: Path, text: str, hint: str
) -> None:
    with pytest.raises(BadValueError, match=hint):
        load_settings(written(tmp_path, text), {})


def test_the_token_comes_from_the_environment_or_from_a_file_it_names(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    none = tmp_path / "none.toml"

    assert load_settings(none, {}).token is None
    assert load_settings(none, {"DISCORD_TOKEN": TOKEN}).token == Secret(TOKEN)
    assert load_settings(none, {"DISCORD_TOKEN_FILE": str(file)}).token == Secret(TOKEN)
    with pytest.raises(BadValueError, match="DISCORD_TOKEN_FILE"):
        load_settings(none, {"DISCORD_TOKEN_FILE": str(tmp_path / "missing")})


def test_no_printed_settings_show_a_secret(tmp_path: Path) -> None:
    url = "postgresql://desk:hunter2@host/archive"
    settings = load_settings(tmp_path / "none.toml", {"DISCORD_TOKEN": TOKEN, "DATABASE_URL": url})

    for shown in (repr(settings), str(settings), f"{settings}"):
        assert TOKEN not in shown
        assert "hunter2" not in shown
    assert secrets_of(settings) == (TOKEN, "hunter2")


@pytest.mark.usefixtures("record_factory")
def test_no_log_record_carries_a_secret(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    url = "postgresql://desk:hunter2@host/archive"
    settings = load_settings(tmp_path / "none.toml", {"DISCORD_TOKEN": TOKEN, "DATABASE_URL": url})
    redact_logs(settings)

    log = logging.getLogger("somebody.else")
    log.warning("token %s", TOKEN)
    log.warning("too many %s", TOKEN, url)  # noqa: PLE1205 -- the mistake is the point
    log.warning("url %s and %s", url, "https://a:secret@b/")
    try:
        raise ValueError(f"Authorization: Bot {TOKEN}")
    except ValueError:
        log.exception("failed")

    for secret in (TOKEN, "hunter2", "a:secret@"):
        assert secret not in caplog.text
    assert "desk:[hidden]@host" in caplog.text
