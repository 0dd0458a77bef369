"""What came in since somebody last looked, and what they watch for."""

from collections.abc import Iterator, Sequence

from bot.languages import count, say, say_instant
from bot.render import labels
from bot.render.articles import attribution
from bot.render.clean import clean_line
from bot.render.editions import COLOURS, differences_card
from bot.render.extracts import Place, buttons_once, extract_line, shown_span, utterance_head
from bot.render.items import Sources, item_line
from bot.render.layout import Button, Card, Layout, Line, card, message, paginate
from bot.render.quotes import LONGEST_TOPIC
from briefings.compose.catching_up import CatchUp
from briefings.compose.watched import Watched
from briefings.model import SectionItems
from briefings.storage.watching import MOST_WATCHES, Watch

GOLD = 0xB7791F
GREY = 0x6B7280
MOST_REASONS = 3
MOST_OTHERS = 5


def catch_up_pages(found: CatchUp, *, zone: str, locale: str) -> tuple[Layout, ...]:
    """What is watched for, then each edge that has something; at the end what is not shown."""
    top = card(*_top(found, zone, locale))
    quiet = labels.joined(
        (
            say(f"section.{each.section}", locale)
            for each in found.edition.sections
            if not each.items
        ),
        locale,
    )
    watched = buttons_once([_watched(each, locale) for each in found.watched])
    more = count("catchup.further", locale, found.further) if found.further else ""
    sources = Sources.of(found.edition)
    printed = {item.extract.digest for section in found.edition.sections for item in section.items}
    printed |= {line.extract.digest for line in watched if line.extract}
    cards = [
        top,
        card(*watched, more, heading=say("catchup.watched", locale), colour=GOLD),
        *(_section(section, sources, locale) for section in found.edition.sections),
        differences_card(found.edition.differences, printed, sources, locale),
        card(
            f"-# {say('catchup.quiet', locale, sections=quiet)}" if quiet else "",
            count("catchup.beyond", locale, found.edition.beyond) if found.edition.beyond else "",
        ),
    ]
    return paginate([each for each in cards if each.lines])


def _top(found: CatchUp, zone: str, locale: str) -> Iterator[str]:
    yield say("catchup.heading", locale)
    instant = say_instant(found.stretch.since.until, locale, zone)
    key = "catchup.since" if found.stretch.since.document_id else "catchup.first"
    since = say(key, locale, instant=instant)
    yield f"-# {since} {count('catchup.came_in', locale, found.documents)}"
    if found.looked_at < found.documents:
        yield f"-# {say('catchup.newest', locale, number=f'{found.looked_at:,}')}"


def _section(section: SectionItems, sources: Sources, locale: str) -> Card:
    heading = f"### {say(f'section.{section.section}', locale)}"
    lines = [item_line(item, sources, locale) for item in section.items]
    return card(*lines, heading=heading, colour=COLOURS[section.section])


def _watched(watched: Watched, locale: str) -> Line:
    article = watched.article
    why = say("catchup.why", locale, watches=_reasons(watched.watches, locale))
    others = dict.fromkeys(each.source for each in watched.also_in if each.source != article.source)
    also = [labels.source_label(name, locale) for name in others][:MOST_OTHERS]
    foot = labels.joined(
        (
            attribution(article, locale),
            say("item.also_in", locale, sources=", ".join(also)) if also else "",
        ),
        locale,
    )
    said = watched.said
    span = shown_span(article.text, said) if said else watched.span
    if span is None:
        title = labels.title_label(article.title, locale)
        flags = "\n".join(labels.flag_lines(article.reading.flags, locale))
        text = "\n".join(part for part in (why, title, flags, f"-# {foot}") if part)
        return Line(text, Button(say("button.open", locale), f"article:{article.document_id}"))
    head = utterance_head(said, said.speaker_in(article.text), locale) if said else ""
    place = Place(article.document_id, article.version_id, span, article.url)
    return extract_line(
        span.of(article.text),
        place,
        head=f"{why}\n{head}" if head else why,
        foot=foot,
        locale=locale,
    )


def _reasons(watches: Sequence[Watch], locale: str) -> str:
    shown = [watch_label(each, locale) for each in watches[:MOST_REASONS]]
    more = len(watches) - len(shown)
    return ", ".join([*shown, f"+{more}"] if more > 0 else shown)


def watch_label(watch: Watch, locale: str) -> str:
    """ "Kim Jong Un (name, in every script)"."""
    exact = watch.term.startswith('"')
    kind = say("watch.kind.exact" if exact else f"watch.kind.{watch.kind}", locale)
    return f"**{clean_line(watch.shown, LONGEST_TOPIC)}** ({kind})"


def watch_list(watches: Sequence[Watch], locale: str) -> Layout:
    if not watches:
        return message(say("watch.none", locale), colour=GREY)
    lines = [f"- {watch_label(each, locale)}" for each in watches]
    left = count("watch.left", locale, MOST_WATCHES - len(watches))
    return message("\n".join(lines), f"-# {left}", heading=say("watch.heading", locale))
