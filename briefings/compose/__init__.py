"""From articles to the edition that is posted: choose, place, compare, and account for the rest."""

from briefings.compose.edition import compose
from briefings.compose.serialisation import edition_from_json, edition_to_json

__all__ = ["compose", "edition_from_json", "edition_to_json"]
