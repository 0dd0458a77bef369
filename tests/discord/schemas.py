"""Discord's description of its API, sharpened so that a validator finds typos and points at them.

- Every object is closed: a property the description does not know is an error.
- A union whose members are told apart by `type` becomes if/then, so that an error points at the
  field that is wrong, not at the union; "null or something" likewise.
- Each operation is compiled once, when it is first met, with only the schemas it refers to.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

Schema = dict[str, Any]
Validator = jsonschema_rs.Draft202012Validator


@cache
def openapi() -> Schema:
    described: Schema = json.loads(Path(__file__).with_name("openapi.json").read_text())
    return described


@cache
def api() -> "Description":
    return Description("#/components/schemas/", openapi()["components"]["schemas"])


@cache
def gateway() -> "Description":
    described: Schema = json.loads(Path(__file__).with_name("gateway.json").read_text())
    return Description("#/definitions/", described["definitions"])


@cache
def request_validator(method: str, template: str) -> Validator | None:
    """For the JSON body of an operation, None when it takes none; KeyError for no operation."""
    operation = openapi()["paths"][template][method.lower()]
    if "requestBody" not in operation:
        return None
    return api().validator(operation["requestBody"]["content"]["application/json"]["schema"])


@cache
def reply_validator(method: str, template: str, status: int) -> Validator | None:
    """For the JSON of a reply, None when it has none; KeyError for a status not described."""
    responses = openapi()["paths"][template][method.lower()]["responses"]
    reply = responses.get(str(status)) or responses[f"{status // 100}XX"]
    if "$ref" in reply:
        reply = openapi()["components"]["responses"][reply["$ref"].rpartition("/")[2]]
    if "content" not in reply:
        return None
    return api().validator(reply["content"]["application/json"]["schema"])


@cache
def event_validator(event: str) -> Validator | None:
    """For the payload of a gateway event; None for one that is not described."""
    found = gateway().raw("Events")["properties"].get(event)
    return None if found is None else gateway().validator(found)


class Description:
    """Named schemas, and a validator for whatever refers to them."""

    def __init__(self, prefix: str, schemas: Mapping[str, Schema]) -> None:
        self._prefix = prefix
        self._schemas = schemas
        self._sharp: dict[str, Schema] = {}

    def raw(self, name: str) -> Schema:
        return self._schemas[name]

    def validator(self, schema: Schema) -> Validator:
        root = self.sharpened(schema)
        reachable: dict[str, Schema] = {}
        waiting = [root]
        while waiting:
            for name in self._references(waiting.pop()):
                if name not in reachable:
                    if name not in self._sharp:
                        self._sharp[name] = self.sharpened(self.raw(name))
                    reachable[name] = self._sharp[name]
                    waiting.append(reachable[name])
        document: Schema = reachable
        for step in reversed(self._prefix.strip("#/").split("/")):
            document = {step: document}
        return Validator({**root, **document}, validate_formats=True)

    def _references(self, schema: object) -> Iterator[str]:
        if isinstance(schema, dict):
            reference = schema.get("$ref")
            if isinstance(reference, str):
                yield reference.removeprefix(self._prefix)
            for part in schema.values():
                yield from self._references(part)
        elif isinstance(schema, list):
            for part in schema:
                yield from self._references(part)

    def sharpened(self, schema: Schema) -> Schema:
        schema = self._merged(schema)
        sharp = {key: self._inside(key, part) for key, part in schema.items()}
        if "properties" in schema and "additionalProperties" not in schema:
            sharp["additionalProperties"] = False
        for word in ("oneOf", "anyOf"):
            if word in sharp:
                sharp |= self._union(sharp.pop(word), word)
        return sharp

    def _inside(self, key: str, part: Any) -> Any:
        if key == "properties":
            return {name: self.sharpened(one) for name, one in part.items()}
        if key in ("oneOf", "anyOf", "allOf"):
            return [self.sharpened(one) for one in part]
        if key in ("items", "additionalProperties") and isinstance(part, dict):
            return self.sharpened(part)
        return part

    def target(self, schema: Schema) -> Schema:
        reference = schema.get("$ref")
        return self.raw(reference.removeprefix(self._prefix)) if reference else schema

    def _merged(self, schema: Schema) -> Schema:
        """An `allOf` of objects as one object, so that it can be closed."""
        parts = [self.target(part) for part in schema.get("allOf", [])]
        if not parts or not all("properties" in part for part in parts):
            return schema
        whole: Schema = {key: value for key, value in schema.items() if key != "allOf"}
        whole["properties"] = {
            name: one for part in parts for name, one in part["properties"].items()
        }
        whole["required"] = [name for part in parts for name in part.get("required", [])]
        return whole

    def _union(self, members: list[Schema], word: str) -> Schema:
        if all("const" in member for member in members):
            return {"enum": [member["const"] for member in members]}
        others = [member for member in members if member.get("type") != "null"]
        if len(others) < len(members):
            rest = others[0] if len(others) == 1 else self._union(others, word)
            return {"if": {"type": "null"}, "else": rest}
        tags = [self._tags(member) for member in members]
        return _by_type(members, tags, word) if all(tags) else {word: members}

    def _tags(self, member: Schema) -> tuple[Any, ...]:
        """The values of `type` by which an object is told apart; empty when it cannot be."""
        target = self.target(member)
        if "properties" not in target:
            parts = [self._tags(part) for part in target.get("anyOf", [])]
            return tuple(tag for part in parts for tag in part) if all(parts) else ()
        kind = self.target(target["properties"].get("type", {}))
        return tuple(kind.get("enum", [])) or ((kind["const"],) if "const" in kind else ())


def _by_type(members: list[Schema], tags: list[tuple[Any, ...]], word: str) -> Schema:
    by_tag: dict[Any, list[Schema]] = {}
    for member, values in zip(members, tags, strict=True):
        for value in dict.fromkeys(values):
            by_tag.setdefault(value, []).append(member)
    branches = [
        {
            "if": {"properties": {"type": {"const": value}}},
            "then": group[0] if len(group) == 1 else {word: group},
        }
        for value, group in by_tag.items()
    ]
    return {
        "type": "object",
        "required": ["type"],
        "allOf": [{"properties": {"type": {"enum": list(by_tag)}}}, *branches],
    }
