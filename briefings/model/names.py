"""Names that a desk added beside the gazetteer's own."""

from dataclasses import dataclass

from briefings.model.reading import Actor, NameKind


@dataclass(frozen=True, slots=True)
class AddedName:
    """A name, or further forms of one that the gazetteer has.

    name_id: the gazetteer's, or "desk:" and the folded name. shown: as it was given, or as the
    gazetteer shows it. forms: (language, form) of what was added.
    """

    name_id: str
    shown: str
    kind: NameKind
    actor: Actor
    forms: tuple[tuple[str, str], ...]
