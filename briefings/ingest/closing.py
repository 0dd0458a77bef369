"""JSON that ends too early: close what is open and keep what is whole."""

import json
import re

DEEPEST = 400  # the stdlib's scanner recurses
_LITERAL = re.compile(r"[^\s,:\[\]{}\"]+")
_CUT_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\(?:u[0-9a-fA-F]{0,3})?)$")


def load(text: str) -> tuple[object, bool, bool]:
    """The value, whether the text was cut off, and whether its syntax had to be overlooked.

    Raises ValueError where even the beginning is not JSON.
    """
    decoder = json.JSONDecoder(strict=False)
    try:
        return json.loads(text), False, False
    except ValueError:
        pass
    start = re.search(r"[{\[]", text[:200])
    if start is None:
        raise ValueError("no JSON object")
    try:
        value, _ = decoder.raw_decode(text, start.start())
    except ValueError:
        return decoder.decode(close(text[start.start() :])), True, True
    return value, False, True


def close(text: str) -> str:
    """The longest beginning of the text that closing marks make a value. One pass.

    A string that the end cuts stays as far as it goes if it is a value, and goes if it is a key.
    """
    closers: list[str] = []
    wants_key: list[bool] = []
    safe, safe_closers = 0, ""
    at = 0
    while at < len(text):
        mark = text[at]
        if mark == '"':
            end = _string_end(text, at)
            if end is None:
                if closers and closers[-1] == "}" and wants_key[-1]:
                    break
                return _cut_escape(text) + '"' + "".join(reversed(closers))
            at = end
            if not (closers and closers[-1] == "}" and wants_key[-1]):
                safe, safe_closers = at, "".join(reversed(closers))
            continue
        at = _step(text, at, closers, wants_key)
        if mark in "}]" or (mark not in "{[,: \t\r\n" and at < len(text)) or mark in "{[":
            safe, safe_closers = at, "".join(reversed(closers))
    return text[:safe] + safe_closers


def _step(text: str, at: int, closers: list[str], wants_key: list[bool]) -> int:
    """Read one mark or literal outside strings; the offset behind it."""
    mark = text[at]
    if mark in "{[":
        closers.append("}" if mark == "{" else "]")
        wants_key.append(mark == "{")
        if len(closers) > DEEPEST:
            raise ValueError("nested too deep")
    elif mark in "}]":
        if closers:
            closers.pop()
            wants_key.pop()
    elif mark in ":,":
        if wants_key:
            wants_key[-1] = mark == ","
    elif not mark.isspace():
        literal = _LITERAL.match(text, at)
        return literal.end() if literal else at + 1
    return at + 1


_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


def _string_end(text: str, at: int) -> int | None:
    hit = _STRING.match(text, at)
    return hit.end() if hit else None


def _cut_escape(text: str) -> str:
    hit = _CUT_ESCAPE.search(text[-12:])
    return text[: len(text) - len(hit[1])] if hit else text
