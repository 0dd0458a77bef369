"""Each documented limit is refused at its place, and what is just within passes."""

from typing import Any

import pytest

from bot.rehearsal.command_limits import check_commands, size
from bot.rehearsal.component_limits import check_modal
from bot.rehearsal.limits import FILE_BYTES, check_message
from bot.rehearsal.wire import COMPONENTS_V2, Problems, RefusalError, Upload


def button(number: int, **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "x", "custom_id": f"b{number}"} | more


def row(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(parts)}


def text(words: str = "x") -> dict[str, Any]:
    return {"type": 10, "content": words}


SELECT: dict[str, Any] = {"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a"}]}
FIELD = {"name": "n", "value": "v"}


def place_of(error: RefusalError) -> str:
    """The path to the first problem of an error tree."""
    node, path = error.body["errors"], []
    while "_errors" not in node:
        step = next(iter(node))
        path.append(step)
        node = node[step]
    return ".".join(path)


@pytest.mark.parametrize(
    ("place", "body"),
    [
        ("content", {"content": "x" * 2001}),
        ("nonce", {"nonce": "x" * 26}),
        ("embeds", {"embeds": [{}] * 11}),
        ("embeds.0.title", {"embeds": [{"title": "x" * 257}]}),
        ("embeds.0.footer.text", {"embeds": [{"footer": {"text": "x" * 2049}}]}),
        ("embeds.0.fields", {"embeds": [{"fields": [FIELD] * 26}]}),
        ("embeds.0.fields.0.value", {"embeds": [{"fields": [FIELD | {"value": ""}]}]}),
        ("embeds.0.url", {"embeds": [{"url": "javascript:x"}]}),
        ("components", {"components": [row(button(n)) for n in range(6)]}),
        ("components.0.components", {"components": [row(*map(button, range(6)))]}),
        ("components.0.components", {"components": [row(SELECT, button(1))]}),
        ("components.0.components.1.custom_id", {"components": [row(button(1), button(1))]}),
        ("components.0.components.0.custom_id", {"components": [row(button(1, custom_id=None))]}),
        ("components.0.components.0.label", {"components": [row(button(1, label="x" * 81))]}),
        ("components.0.type", {"components": [text()]}),
        ("content", {"flags": COMPONENTS_V2, "content": "x", "components": [text()]}),
        ("components", {"flags": COMPONENTS_V2, "components": [text()] * 41}),
        ("components", {"flags": COMPONENTS_V2, "components": [text("x" * 2001)] * 2}),
        ("components.0.file.url", {
            "flags": COMPONENTS_V2,
            "components": [{"type": 13, "file": {"url": "attachment://lost.txt"}}],
        }),
    ],
)  # fmt: skip
def test_a_message_over_a_limit_is_refused_there(place: str, body: dict[str, Any]) -> None:
    with pytest.raises(RefusalError) as refusal:
        check_message(body, ())

    assert place_of(refusal.value) == place


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2000, "nonce": "x" * 25},
        {"embeds": [{"fields": [FIELD] * 25, "description": "x" * 4096, "title": "x" * 256}]},
        {"components": [row(*map(button, range(5))), row(SELECT)]},
        {"flags": COMPONENTS_V2, "components": [text("x" * 100)] * 40},
    ],
)
def test_what_is_just_within_the_limits_passes(body: dict[str, Any]) -> None:
    check_message(body, ())


def test_a_file_too_large_is_refused() -> None:
    with pytest.raises(RefusalError, match="40005"):
        check_message({}, [Upload("a", b"x" * (FILE_BYTES + 1))])


@pytest.mark.parametrize(
    ("place", "modal"),
    [
        ("title", {"title": "x" * 46, "custom_id": "m", "components": [text()]}),
        ("components", {"title": "x", "custom_id": "m", "components": []}),
        ("components", {"title": "x", "custom_id": "m", "components": [text()] * 6}),
        ("components.0.components.0.type",
         {"title": "x", "custom_id": "m", "components": [row(button(1))]}),
        ("components.0.label", {"title": "x", "custom_id": "m", "components": [
            {"type": 18, "label": "x" * 46,
             "component": {"type": 4, "custom_id": "a", "style": 1}}]}),
    ],
)  # fmt: skip
def test_a_modal_over_a_limit_is_refused_there(place: str, modal: dict[str, Any]) -> None:
    problems = Problems()
    check_modal(problems, modal)

    with pytest.raises(RefusalError) as refusal:
        problems.refuse()
    assert place_of(refusal.value) == place


def command(name: str = "ask", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "d", "options": []} | more


def option(name: str, **more: Any) -> dict[str, Any]:
    return {"type": 3, "name": name, "description": "d"} | more


@pytest.mark.parametrize(
    ("place", "commands"),
    [
        ("0.name", [command("Ask")]),
        ("0.name", [command("two words")]),
        ("0.name", [command("x" * 33)]),
        ("0.name_localizations.ko", [command(name_localizations={"ko": "질문!"})]),
        ("0.description", [command(description="")]),
        ("0.description_localizations.ru", [command(description_localizations={"ru": "x" * 101})]),
        ("1", [command(), command()]),
        ("0.options", [command(options=[option(f"o{n}") for n in range(26)])]),
        ("0.options.1", [command(options=[option("a"), option("b", required=True)])]),
        ("0.options.1", [command(options=[option("a"), option("a")])]),
        ("0.options.0.choices", [command(options=[option("a", choices=[
            {"name": str(n), "value": str(n)} for n in range(26)])])]),
        ("0.description", [{"type": 3, "name": "Check quote", "description": "no"}]),
    ],
)  # fmt: skip
def test_a_command_over_a_limit_is_refused_there(place: str, commands: list[Any]) -> None:
    with pytest.raises(RefusalError) as refusal:
        check_commands(commands)

    assert place_of(refusal.value) == place


def test_commands_in_three_languages_pass_and_are_measured_by_the_longest() -> None:
    asked = command(
        name_localizations={"ko": "질문", "ru": "спросить"},
        description_localizations={"ru": "вопрос"},
    )

    check_commands([asked])

    assert size(asked) == len("спросить") + len("вопрос")
    with pytest.raises(RefusalError, match="TOO_MANY"):
        check_commands([command(f"c{n}") for n in range(101)])
