"""An item of an edition as a line: label, extract, source, link."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.languages import say, say_when
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.extracts import Place, extract_line
from bot.render.layout import Line
from briefings.model import Edition, Heard, Item, LeftOut, Role

WORDS_THAT_REMIND = 5
LONGEST_REMINDER = 80
MOST_OTHERS = 5
LABELLED = (Role.STATEMENT, Role.POSITION, Role.FORECAST, Role.QUESTION, Role.BACKGROUND)


@dataclass(frozen=True, slots=True)
class Sources:
    """Which publication each document of an edition came from, and its title."""

    names: Mapping[int, str]
    titles: Mapping[int, str]

    @classmethod
    def of(cls, edition: Edition) -> "Sources":
        known: tuple[Heard | LeftOut, ...] = (
            *edition.heard,
            *edition.background,
            *edition.left_out,
        )
        return cls(
            {each.document_id: each.source for each in known},
            {each.document_id: each.title for each in known},
        )

    def also_in(self, item: Item, locale: str) -> str:
        """The other publications with nearly the same words; one without a name counts too."""
        if not item.also_in:
            return ""
        names = {self.names.get(document, "") for document in item.also_in}
        known = sorted(labels.source_label(name, locale) for name in names if name)
        others = ", ".join(known[:MOST_OTHERS]) or say("origin.none", locale)
        return say("item.also_in", locale, sources=others)


def item_line(item: Item, sources: Sources, locale: str) -> Line:
    place = Place(item.extract.document_id, item.extract.version_id, item.extract.span, item.url)
    foot = labels.joined((attribution(item, locale), sources.also_in(item, locale)), locale)
    return extract_line(
        item.extract.words, place, head=item_head(item, locale), foot=foot, locale=locale
    )


def short_line(item: Item, locale: str) -> Line:
    """A reference back to an extract that stands above in the same edition. The day of publication
    stands in its attribution alone, so that it is not taken for that of the event."""
    start = clean_line(_first_words(item.extract.words), LONGEST_REMINDER)
    when = say_when(item.when, locale) if item.when else ""
    parts = (when, say("edition.above", locale, start=start))
    return Line(f"-# {labels.joined((*parts, attribution(item, locale)), locale)}")


def item_head(item: Item, locale: str) -> str:
    """Whether it goes on with a story, date of the event if the document tells it, speaker, how the
    words were given, and what the extract is not. The day of publication stands below, so that none
    is taken for the other."""
    speaker = clean_line(item.speaker, labels.LONGEST_NAME) if item.speaker else ""
    role = say(f"role.{item.role}", locale) if item.role in LABELLED else ""
    return labels.joined(
        (
            say("item.update", locale) if item.update else "",
            f"**{say_when(item.when, locale)}**" if item.when else "",
            f"**{speaker}**" if speaker else "",
            labels.medium_label(item.medium, locale),
            role,
            gloss(item, locale),
        ),
        locale,
    )


def gloss(item: Item, locale: str) -> str:
    """Where the reported content ends and the writer's own words begin."""
    if item.cut_at is None:
        return ""
    rest = item.extract.words[item.cut_at :].lstrip(" —–-,;:")
    return (
        say("item.gloss", locale, start=clean_line(_first_words(rest), LONGEST_REMINDER))
        if rest
        else ""
    )


def attribution(item: Item, locale: str) -> str:
    """The source as such, or as the one through which a speaker is heard."""
    label = labels.via_label if item.speaker else labels.source_label
    return labels.joined(
        (
            label(item.source, locale),
            labels.kind_label(item.kind, locale),
            labels.published_label(item.published_on, locale),
        ),
        locale,
    )


def _first_words(words: str) -> str:
    return " ".join(words.split()[:WORDS_THAT_REMIND])
