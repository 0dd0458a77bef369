"""English quotations: whose words they hold, read in order of the document."""

from collections.abc import Sequence

from briefings.text.found import Found
from briefings.text.frames import Frame
from briefings.text.hearing import Heard, Hearing
from briefings.text.leads import named_later
from briefings.text.paragraphs import ParagraphReader
from briefings.text.people import Roster

_LEAD = 3  # paragraphs


def attribute(frames: Sequence[Frame], roster: Roster) -> tuple[list[Found], list[Heard]]:
    """The attributed quotations in order of the text, and every cue with its speaker."""
    hearing = Hearing(roster)
    for paragraph in frames:
        if paragraph.tokens:
            ParagraphReader(hearing, paragraph).read()
    lead = [token for one in frames[:_LEAD] for token in one.tokens]
    articles = {token.start for token in lead if token.word in ("a", "an")}
    found = named_later(hearing.found, hearing.memory.history, articles)
    return sorted(found, key=lambda found: found.inner), hearing.heard
