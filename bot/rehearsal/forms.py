"""How a person fills in a modal: rows of text inputs, or labelled fields of every kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .component_limits import (
    CHECKBOX,
    CHECKBOXES,
    FILE_UPLOAD,
    LABEL,
    RADIOS,
    ROW,
    SELECTS,
    STRING_SELECT,
    TEXT,
    TEXT_INPUT,
)
from .interactions import NotPossibleError
from .options import Reader
from .wire import Json

CHOOSES = {5: ("user",), 6: ("role",), 7: ("user", "role"), 8: ("channel",)}


def filled_in(modal: Json, values: Mapping[str, object], reader: Reader) -> list[Json]:
    """The modal's components as Discord sends them back.

    Raises:
        NotPossibleError: for a field it does not have, or a value the client would not take.
    """
    left = dict(values)
    sent = [_part(component, left, reader) for component in modal["components"]]
    if left:
        raise NotPossibleError(f"the modal {modal['title']!r} has no field {', '.join(left)}")
    return sent


def _part(component: Json, left: dict[str, object], reader: Reader) -> Json:
    shell: Json = {"type": component["type"], "id": component["id"]}
    if component["type"] == ROW:
        inner = [
            _field(one, one.get("label") or "", left, reader) for one in component["components"]
        ]
        return shell | {"components": inner}
    if component["type"] == LABEL:
        return shell | {
            "component": _field(component["component"], component["label"], left, reader)
        }
    if component["type"] == TEXT:
        return shell
    raise NotPossibleError(f"a modal shows no component of type {component['type']}")


def _field(field: Json, label: str, left: dict[str, object], reader: Reader) -> Json:
    given: Any = None
    for name in (field["custom_id"], label):
        if name in left:
            given = left.pop(name)
    sent: Json = {"type": field["type"], "id": field["id"], "custom_id": field["custom_id"]}
    return sent | FILL[field["type"]](field, given, reader)


def _text(field: Json, given: Any, reader: Reader) -> Json:
    text = str(field.get("value") or "" if given is None else given)
    least, most = field.get("min_length") or 0, field.get("max_length") or 4000
    required = field.get("required", True)
    if (text or required) and not max(least, int(required)) <= len(text) <= most:
        raise NotPossibleError(f"{field['custom_id']}: between {least} and {most} characters")
    return {"value": text}


def _many(field: Json, given: Any) -> list[Any]:
    chosen = [] if given is None else list(given) if isinstance(given, Sequence | set) else [given]
    chosen = [given] if isinstance(given, str) else chosen
    required = field.get("required", True)
    least, most = field.get("min_values", 1), field.get("max_values", 1)
    if (chosen or required) and not max(least, int(required)) <= len(chosen) <= most:
        raise NotPossibleError(f"{field['custom_id']}: takes {least} to {most}, not {len(chosen)}")
    return chosen


def _select(field: Json, given: Any, reader: Reader) -> Json:
    if given is None and field["type"] == STRING_SELECT:
        given = [one["value"] for one in field["options"] if one.get("default")]
    chosen = _many(field, given)
    if field["type"] == STRING_SELECT:
        return {"values": [_option(field, one) for one in chosen]}
    return {"values": [reader.thing(CHOOSES[field["type"]], one, field) for one in chosen]}


def _files(field: Json, given: Any, reader: Reader) -> Json:
    return {"values": [reader.thing(("file",), one, field) for one in _many(field, given)]}


def _radio(field: Json, given: Any, reader: Reader) -> Json:
    if given is None:
        defaults = [one["value"] for one in field["options"] if one.get("default")]
        if not defaults and field.get("required", True):
            raise NotPossibleError(f"{field['custom_id']}: choose one")
        return {"value": defaults[0] if defaults else None}
    return {"value": _option(field, given)}


def _boxes(field: Json, given: Any, reader: Reader) -> Json:
    wide = {"max_values": len(field["options"])} | field
    return {"values": [_option(field, one) for one in _many(wide, given)]}


def _box(field: Json, given: Any, reader: Reader) -> Json:
    return {"value": bool(field.get("default") if given is None else given)}


def _option(field: Json, value: object) -> str:
    for option in field["options"]:
        if value in (option["value"], option["label"]):
            return str(option["value"])
    raise NotPossibleError(f"{field['custom_id']}: {value!r} is none of the options")


FILL: dict[int, Callable[[Json, Any, Reader], Json]] = {
    TEXT_INPUT: _text,
    **dict.fromkeys(SELECTS, _select),
    FILE_UPLOAD: _files,
    RADIOS: _radio,
    CHECKBOXES: _boxes,
    CHECKBOX: _box,
}
