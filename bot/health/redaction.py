"""No log record carries a secret, whoever writes it."""

import logging
import re
from urllib.parse import unquote

from bot.settings import HIDDEN, Settings

URL_PASSWORD = re.compile(r"(?<=://)([^\s/:@]*):[^\s/@]+@")
KEYS_IN_URLS = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^\s/?'\")]+")
"""The last part lets anybody answer an interaction for a quarter of an hour."""

TOKEN_FIELDS = re.compile(r"""(["']token["']: ?["'])[^"']+""")
"""In the events that discord.py logs when it is asked to debug."""

AUTHORISATION = re.compile(r"\b(Bot|Bearer|Basic) [\w.+/=-]{16,}")


def redact(text: str, secrets: tuple[str, ...]) -> str:
    """`text` without the secrets, without the password of any URL, and without whatever lets
    others speak in our name: authorisation headers, keys of interactions and webhooks."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    text = KEYS_IN_URLS.sub(rf"\1{HIDDEN}", text)
    text = TOKEN_FIELDS.sub(rf"\1{HIDDEN}", text)
    text = AUTHORISATION.sub(rf"\1 {HIDDEN}", text)
    return URL_PASSWORD.sub(rf"\1:{HIDDEN}@", text)


def secrets_of(settings: Settings) -> tuple[str, ...]:
    password = URL_PASSWORD.search(settings.database_url.reveal())
    given = [settings.token.reveal()] if settings.token else []
    if password:
        written = password[0].partition(":")[2].removesuffix("@")
        given += [written, unquote(written)]
    return tuple(dict.fromkeys(each for each in given if each))


def redact_logs(settings: Settings) -> None:
    """From now on no log record of this process carries a secret, its traceback included.

    A filter on the root logger would miss what other loggers log; the record factory misses none.
    """
    secrets, make = secrets_of(settings), logging.LogRecord
    formatter = logging.Formatter()

    def redacted(*args: object, **kwargs: object) -> logging.LogRecord:
        record = make(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        try:
            record.msg, record.args = redact(record.getMessage(), secrets), ()
        except (TypeError, ValueError):  # arguments that do not fit: let no part of them out
            record.msg, record.args = redact(str(record.msg), secrets), ()
        if record.exc_info and record.exc_info[0]:
            record.exc_text = redact(formatter.formatException(record.exc_info), secrets)
        if record.stack_info:
            record.stack_info = redact(record.stack_info, secrets)
        return record

    logging.setLogRecordFactory(redacted)
