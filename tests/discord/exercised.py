"""Which commands, components and modals of the bot were offered, and which were ever used.

Custom ids that differ in what follows the first colon are one component, "page:17" and "page:18".
"""

from collections.abc import Iterator

from bot.rehearsal.answers import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL
from bot.rehearsal.command_limits import GROUPS
from bot.rehearsal.component_limits import walk
from bot.rehearsal.wire import Json
from bot.rehearsal.world import Interaction, World


class Exercised:
    """Adds up over as many worlds as it is shown."""

    def __init__(self) -> None:
        self.offered: set[str] = set()
        self.used: set[str] = set()

    def note(self, world: World) -> None:
        for scope in world.application.commands.values():
            for command in scope.values():
                self.offered.update(_leaves(command, command["name"]))
        for channel in world.channels.values():
            for message in channel.messages.values():
                self.offered.update(_components(message.components))
        for interaction in world.interactions.values():
            self.used.add(_use(interaction))
            if interaction.modal is not None:
                self.offered.add(f"modal {family(interaction.modal['custom_id'])}")

    def never_used(self) -> list[str]:
        return sorted(self.offered - self.used)


def family(custom_id: str) -> str:
    return custom_id.partition(":")[0]


def _leaves(thing: Json, path: str) -> Iterator[str]:
    steps = [option for option in thing.get("options") or [] if option["type"] in GROUPS]
    if not steps:
        yield f"command {path}"
    for step in steps:
        yield from _leaves(step, f"{path} {step['name']}")
    for option in thing.get("options") or []:
        if option.get("autocomplete"):
            yield f"autocomplete {path} {option['name']}"


def _components(components: list[Json]) -> Iterator[str]:
    for _, component in walk(components):
        if "custom_id" in component:
            yield f"component {family(component['custom_id'])}"


def _use(interaction: Interaction) -> str:
    if interaction.type == COMPONENT:
        return f"component {family(interaction.payload['custom_id'])}"
    if interaction.type == MODAL:
        return f"modal {family(interaction.payload['custom_id'])}"
    assert interaction.type in (COMMAND, AUTOCOMPLETE)
    path, options = interaction.payload["name"], interaction.payload.get("options") or []
    while options and options[0]["type"] in GROUPS:
        path, options = f"{path} {options[0]['name']}", options[0]["options"]
    if interaction.type == COMMAND:
        return f"command {path}"
    focused = next(option["name"] for option in options if option.get("focused"))
    return f"autocomplete {path} {focused}"
