"""What is thought of a source: how far it is trusted, whose it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trust:
    """reliability: "A" (completely reliable) to "E" (unreliable), "F" (cannot be judged).
    credibility: of what it reports, 1 (confirmed by others) to 5 (improbable), 6 (cannot be
    judged). Both as NATO's AJP-2.1 has them (the Admiralty code); None: not graded. family: what
    counts as one publisher."""

    family: str
    state_media: bool = False
    reliability: str | None = None
    credibility: int | None = None
