"""A Discord that is contrary, and within its rights: whatever its description leaves open, it does
in another way than the loopback, by a seed.

Fields come in another order, and with some that nobody knows. What says nothing (null, empty,
false) may be absent where the description does not require it; what is absent may be null where the
description allows that. Headers of rate limits come or do not; JSON may name its charset; a first
response to an interaction may be answered with nothing (204), which the description allows;
messages of the gateway arrive in frames of any size; a session is resumed at another address.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.rehearsal.manner import Manner
from bot.rehearsal.wire import Json, Reply

from .schemas import Description, Schema, api, gateway, openapi

NEW = "from_tomorrow"
SILENT: tuple[object, ...] = (None, False, 0, "", [], {})
CALLBACK = "/callback"
LIBRARY = frozenset({"bot_public", "bot_require_code_grant"})
"""What discord.py cannot log in without, whatever bot it is."""


Change = Callable[[Json], Json]


class Careless(Manner):
    """What a Discord made of an older description, or in a language with nulls, might send."""

    def __init__(self) -> None:
        self.change: Change = lambda given: given

    def message(self, message: Json) -> Json:
        if message.get("t") != "INTERACTION_CREATE":
            return message
        return message | {"d": self.change(message["d"])}


class Contrary(Manner):
    """`varied` counts what was done differently, so that a test can see that something was."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.left_out = self.nulls = self.added = 0

    def reply(self, operation: str, reply: Reply) -> Reply:
        headers = dict(reply.headers) | self._limits() | self._charset()
        if operation.endswith(CALLBACK) and reply.status == 200 and self._tossed():
            return Reply(204, None, headers)
        if reply.status >= 300 or not isinstance(reply.body, dict | list):
            return Reply(reply.status, reply.body, headers)
        method, _, template = operation.partition(" ")
        described = openapi()["paths"][template][method.lower()]["responses"][str(reply.status)]
        schema = described["content"]["application/json"]["schema"]
        return Reply(reply.status, self._worded(reply.body, schema, api()), headers)

    def message(self, message: Json) -> Json:
        if message["op"] == 0:
            schema = gateway().raw("Events")["properties"].get(message["t"], {})
            message = message | {"d": self._worded(message["d"], schema, gateway())}
            if message["t"] == "READY":
                message["d"]["resume_gateway_url"] = "wss://gateway-contrary.discord.gg/over/there"
        return self._shuffled(message | {NEW: None})

    def frames(self, packed: bytes) -> Sequence[bytes]:
        """The four bytes that end a message stay together: that is how its end is told."""
        size = self._random.choice((7, 100, 100_000))
        body, end = packed[:-4], packed[-4:]
        return [*(body[start : start + size] for start in range(0, len(body), size)), end]

    def _limits(self) -> dict[str, str]:
        """None at all, or those of a bucket, which is used up now and then."""
        if self._tossed():
            return {}
        return {
            "X-RateLimit-Limit": "5",
            "X-RateLimit-Remaining": self._random.choice(("0", "1", "4")),
            "X-RateLimit-Reset-After": "0.01",
            "X-RateLimit-Reset": "1718838000.01",
            "X-RateLimit-Bucket": self._random.choice(("a", "b")),
        }

    def _charset(self) -> dict[str, str]:
        return {"Content-Type": "application/json; charset=utf-8"} if self._tossed() else {}

    def _tossed(self) -> bool:
        return self._random.random() < 0.5

    def _shuffled(self, given: Json) -> Json:
        keys = list(given)
        self._random.shuffle(keys)
        return {key: given[key] for key in keys}

    def _worded(self, given: Any, schema: Schema, description: Description) -> Any:
        if isinstance(given, list):
            inside: Schema = next(members(schema, description, "items"), {})
            return [self._worded(one, inside, description) for one in given]
        if not isinstance(given, dict):
            return given
        objects = list(members(schema, description, "properties"))
        if not objects:  # a map, or something that is not described
            others: Schema = next(members(schema, description, "additionalProperties"), {})
            return {key: self._worded(one, others, description) for key, one in given.items()}
        known, required = together(objects, given)
        worded = {
            key: self._worded(one, known.get(key, {}), description)
            for key, one in given.items()
            if key in required | LIBRARY or not self._leaves_out(one)
        }
        for key in known.keys() - given.keys() - required:
            if may_be_null(known[key], description) and self._tossed():
                worded[key] = None
                self.nulls += 1
        self.added += 1
        return self._shuffled(worded | {NEW: {"of": ["a", 1, None]}})

    def _leaves_out(self, value: object) -> bool:
        if value not in SILENT or not self._tossed():
            return False
        self.left_out += 1
        return True


def members(schema: Any, description: Description, word: str) -> Iterator[Any]:
    """The parts of a schema that say something about `word`, through references and unions; for
    items and further properties what they say, for properties the object itself."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        schema = description.target(schema)
    if isinstance(schema.get(word), dict):
        yield schema if word == "properties" else schema[word]
    for union in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(union, ()):
            yield from members(part, description, word)


def together(objects: Sequence[Schema], given: Json) -> tuple[dict[str, Schema], set[str]]:
    """The properties of the objects that `given` may be, and what any of them requires."""
    fitting = [one for one in objects if set(one.get("required", ())) <= given.keys()]
    known: dict[str, Schema] = {}
    required: set[str] = set()
    for one in fitting:
        known |= one["properties"]
        required |= set(one.get("required", ()))
    alone = len(fitting) == 1
    return known, required if alone else required | set(known) - set(given)


def may_be_null(schema: Any, description: Description) -> bool:
    if not isinstance(schema, dict):
        return False
    if "$ref" in schema:
        schema = description.target(schema)
    kind = schema.get("type")
    if kind == "null" or (isinstance(kind, list) and "null" in kind):
        return True
    parts = (*schema.get("oneOf", ()), *schema.get("anyOf", ()))
    return any(may_be_null(one, description) for one in parts)


def without_new(given: Any) -> Any:
    """What was worded, without the fields that nobody knows."""
    if isinstance(given, list):
        return [without_new(one) for one in given]
    if isinstance(given, dict):
        return {key: without_new(one) for key, one in given.items() if key != NEW}
    return given


def without(given: Json, *names: str) -> Json:
    return {key: part for key, part in given.items() if key not in names}
