"""What the shell lets the page do besides Discord: stage directions, things to try, a tour."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

Direction = Callable[[str, str], Awaitable[str]]
"""Takes what was typed and the locale of the person, does it, and says what came of it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to try: a command without its slash and its options, or a stage direction."""

    label: str
    command: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A step of the tour: what is told, who does what and where, and what is seen then.

    `fields`: what is filled into the form that opens, by label. `click`: the label of a button of
    the newest message that has it. `still`: the channel holds as many messages as before.
    """

    caption: str
    person: str = "admin"
    locale: str = ""
    channel: str = "general"
    direction: str = ""
    words: str = ""
    command: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    click: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    shows: Sequence[str] = ()
    hides: Sequence[str] = ()
    still: bool = False


@dataclass(frozen=True, slots=True)
class Directions:
    """`zone`: in which the page tells the time. What is read comes in the language of a locale."""

    zone: str = "UTC"
    deeds: Mapping[str, Direction] = field(default_factory=dict)
    suggestions: Callable[[str], Sequence[Suggestion]] = lambda locale: ()
    tour: Callable[[str], Sequence[Scene]] = lambda locale: ()
