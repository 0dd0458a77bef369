"""A modal is filled in field by field, each of its kind."""

from typing import Any

import pytest

from bot.clock import Clock
from bot.rehearsal import Loopback, NotPossibleError, Upload
from bot.rehearsal.forms import filled_in
from bot.rehearsal.options import Reader

OPTIONS = [{"label": "Seoul", "value": "kr"}, {"label": "Moscow", "value": "ru", "default": True}]


def modal(*fields: dict[str, Any]) -> dict[str, Any]:
    """Each field under the label "Field n", from 1."""
    return {
        "title": "Form",
        "components": [
            {
                "type": 18,
                "id": 10 + n,
                "label": f"Field {n}",
                "component": {"id": n, "custom_id": f"f{n}"} | field,
            }
            for n, field in enumerate(fields, 1)
        ],
    }


def reader() -> Reader:
    loopback = Loopback(clock=Clock())
    return Reader(loopback.world, loopback.member.user, loopback.desk.channel("general"))


@pytest.mark.parametrize(
    ("field", "given", "sent"),
    [
        ({"type": 4}, "words", {"value": "words"}),
        ({"type": 4, "value": "as before"}, None, {"value": "as before"}),
        ({"type": 4, "required": False}, None, {"value": ""}),
        ({"type": 3, "options": OPTIONS}, ["Seoul"], {"values": ["kr"]}),
        ({"type": 3, "options": OPTIONS, "max_values": 2}, ["kr", "ru"], {"values": ["kr", "ru"]}),
        ({"type": 3, "options": OPTIONS}, None, {"values": ["ru"]}),
        ({"type": 21, "options": OPTIONS}, "Seoul", {"value": "kr"}),
        ({"type": 21, "options": OPTIONS}, None, {"value": "ru"}),
        ({"type": 22, "options": OPTIONS}, ["Seoul", "Moscow"], {"values": ["kr", "ru"]}),
        ({"type": 23, "default": True}, None, {"value": True}),
        ({"type": 23}, True, {"value": True}),
        ({"type": 19, "required": False}, None, {"values": []}),
    ],
)
def test_a_field_takes_its_value(field: dict[str, Any], given: object, sent: object) -> None:
    values = {} if given is None else {"Field 1": given}

    part = filled_in(modal(field), values, reader())[0]["component"]

    assert part == {"type": field["type"], "id": 1, "custom_id": "f1"} | dict(sent)  # type: ignore[call-overload]  # -- each a mapping


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ({"type": 4}, ""),
        ({"type": 4, "min_length": 3}, "no"),
        ({"type": 4, "max_length": 3}, "long"),
        ({"type": 3, "options": OPTIONS}, ["Pyongyang"]),
        ({"type": 3, "options": OPTIONS}, ["kr", "ru"]),
        ({"type": 3, "options": OPTIONS}, []),
        ({"type": 19}, ["no file"]),
        ({"type": 8}, ["#nowhere"]),
    ],
)
def test_a_field_refuses_what_the_client_would(field: dict[str, Any], given: object) -> None:
    with pytest.raises(NotPossibleError):
        filled_in(modal(field), {"f1": given}, reader())


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotPossibleError, match="no field Elsewhere"):
        filled_in(modal({"type": 4}), {"f1": "x", "Elsewhere": "y"}, reader())


def test_files_and_things_are_resolved() -> None:
    reading = reader()

    sent = filled_in(
        modal({"type": 19}, {"type": 8}, {"type": 5}),
        {"f1": [Upload("a.txt", b"x")], "f2": ["#briefings"], "f3": ["@admin"]},
        reading,
    )

    ids = [part["component"]["values"][0] for part in sent]
    assert [list(reading.resolved[kind]) for kind in ("attachments", "channels", "users")] == [
        [one] for one in ids
    ]


def test_rows_of_the_old_style_are_filled_in() -> None:
    old = {
        "title": "Old",
        "components": [
            {
                "type": 1,
                "id": 1,
                "components": [{"type": 4, "id": 2, "custom_id": "t", "label": "Title"}],
            }
        ],
    }

    sent = filled_in(old, {"Title": "x"}, reader())

    assert sent[0]["components"][0]["value"] == "x"
