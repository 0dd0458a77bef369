"""What has been heard so far in an English document: the state that its paragraphs share."""

from typing import NamedTuple

from briefings.text.focus import Voice
from briefings.text.found import Found
from briefings.text.frames import Frame
from briefings.text.people import Roster
from briefings.text.said import Said
from briefings.text.voices import Voices


class Heard(NamedTuple):
    """A cue with its speaker, and whether a whole quotation is all it introduces."""

    frame: Frame
    said: Said
    voice: Voice
    quoted: bool


class Hearing:
    """`found`: the attributed quotations; `heard`: all cues with their speakers."""

    def __init__(self, roster: Roster) -> None:
        self.voices = Voices(roster)
        self.memory = self.voices.memory
        self.found: list[Found] = []
        self.heard: list[Heard] = []
        self.previous: Found | None = None  # the last attributed words of the paragraph before
        self.introduced: Found | None = None  # the paragraph before ended with a colon
        self.asked: Voice | None = None  # in the sentence before
