"""Whether the bot's requests, and the loopback's replies and events, are as Discord describes them.

`async with conforming() as loopback:` is a loopback after which neither side may have done wrong;
`watch(loopback)` only lists what is wrong.
"""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import jsonschema_rs

from bot.rehearsal import Loopback

from .exercised import Exercised
from .schemas import event_validator, reply_validator, request_validator


class Tolerance(NamedTuple):
    """A deviation from the description that the real Discord accepts, or itself shows."""

    side: str
    operation: str  # all three are patterns
    error: str  # of "place: message"
    reason: str


NUMERIC = r"\d+ is not of type \"string\""
REFERENCE = rf"message_reference/\w+_id: {NUMERIC}"
WORDS = r"^errors/.*_errors"
TOLERANCES = (
    Tolerance("request", "/commands$", r"\('nsfw' was", "documented, and sent by discord.py"),
    Tolerance("request|reply", "/commands$", r"types/\d+: 16 is", "a media channel"),
    Tolerance("request", "", r"embeds/\d+: .*\('flags' was", "an embed is sent as received"),
    Tolerance("request", "PATCH|/callback", r"\('tts' was", "discord.py sends it with edits"),
    Tolerance("request", "", rf"attachments/\d+/id: {NUMERIC}", "a snowflake, or n of files[n]"),
    Tolerance("request", "/users/@me/channels", rf"_id: {NUMERIC}", "snowflakes may be integers"),
    Tolerance("request", "/messages", REFERENCE, "snowflakes may be integers"),
    Tolerance(
        "event", "MESSAGE_|INTERACTION", r"media: .*\('id' was", "the description of REST has it"
    ),
    Tolerance("reply", "", WORDS, "codes inside an error tree are words"),
)
tolerated: Counter[Tolerance] = Counter()
seen: Counter[str] = Counter()  # requests and replies that were validated
exercised = Exercised()


@asynccontextmanager
async def conforming(**options: Any) -> AsyncIterator[Loopback]:
    """A loopback, made with these options; at its end fails for any violation of either side, an
    interaction that was not answered in time included.
    """
    loopback = Loopback(**options)
    wrong = watch(loopback)
    async with loopback:
        yield loopback
    exercised.note(loopback.world)
    violations = [*wrong, *loopback.violations]
    assert not violations, "\n".join(violations)


def watch(loopback: Loopback) -> list[str]:
    """From now on what is wrong on either side, one sentence each, in a list that grows."""
    wrong: list[str] = []

    def observe(method: str, template: str, body: Any, status: int, reply: Any) -> None:
        operation = f"{method} {template}"
        if status < 400:  # what Discord refuses, it may refuse for being malformed
            wrong.extend(_wrong("request", operation, _request_errors(method, template, body)))
        wrong.extend(_wrong("reply", operation, _reply_errors(method, template, status, reply)))

    def hear(event: str, payload: Any) -> None:
        wrong.extend(_wrong("event", event, event_errors(event, payload)))

    loopback.rest.observers.append(observe)
    loopback.gateway.observers.append(hear)
    return wrong


def _wrong(side: str, operation: str, errors: Iterator[str]) -> Iterator[str]:
    seen[side] += 1
    for error in errors:
        for tolerance in TOLERANCES:
            if _fits(tolerance, side, operation, error):
                tolerated[tolerance] += 1
                break
        else:
            yield f"{side} {operation}: {error}"


def _fits(tolerance: Tolerance, side: str, operation: str, error: str) -> bool:
    return (
        re.search(tolerance.side, side) is not None
        and re.search(tolerance.operation, operation) is not None
        and re.search(tolerance.error, error) is not None
    )


def _request_errors(method: str, template: str, body: Any) -> Iterator[str]:
    validator = request_validator(method, template)
    if validator is not None:
        yield from _errors(validator, body)
    elif body is not None:
        yield "takes no body"


def _reply_errors(method: str, template: str, status: int, reply: Any) -> Iterator[str]:
    try:
        validator = reply_validator(method, template, status)
    except KeyError:
        yield f"status {status} is not described"
        return
    if validator is not None:
        yield from _errors(validator, reply)
    elif reply is not None:
        yield f"{status} has no body"


def event_errors(event: str, payload: Any) -> Iterator[str]:
    validator = event_validator(event)
    if validator is None:
        yield "is not described"
    else:
        yield from _errors(validator, payload)


def _errors(validator: jsonschema_rs.Draft202012Validator, instance: Any) -> Iterator[str]:
    for error in validator.iter_errors(instance):
        for leaf in _leaves(error):
            place = "/".join(map(str, leaf.instance_path)) or "the whole"
            yield f"{place}: {leaf.message[:300]}"


def _leaves(error: jsonschema_rs.ValidationError) -> Iterator[jsonschema_rs.ValidationError]:
    """Of a union that has no tag, the errors of the member that comes nearest."""
    branches = getattr(error.kind, "context", None)
    if not branches:
        yield error
        return
    for nearer in min(branches, key=_distance):
        yield from _leaves(nearer)


def _distance(errors: list[jsonschema_rs.ValidationError]) -> tuple[int, int]:
    """The deeper the shallowest error, and the fewer there are, the nearer."""
    return -min(len(error.instance_path) for error in errors), len(errors)


def summary() -> Iterator[str]:
    """For the end of a test run: what was validated, and what was tolerated and why."""
    yield ", ".join(f"{count} × {side}" for side, count in sorted(seen.items())) + " validated"
    for tolerance in TOLERANCES:
        where = tolerance.operation.strip("$") or "anywhere"
        times = tolerated[tolerance]
        yield f"tolerated {times} × {tolerance.side} {where}, {tolerance.error}: {tolerance.reason}"
