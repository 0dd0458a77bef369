"""Why a document is, or is not, in a briefing, in words an analyst understands."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.languages import count, say, say_day, say_instant
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.extracts import Place, buttons_once, extract_line
from bot.render.layout import Button, Layout, Line, card, message, paginate, titled
from briefings.compose.explaining import BEHIND, PRINTED, Explanation
from briefings.compose.judging import Fate, Judged
from briefings.model import Flag, Item, Section

GREEN, AMBER, GREY = 0x2F855A, 0xB7791F, 0x6B7280
MOST_SENTENCES = 60
MARKS = {Fate.PRINTED: "●", Fate.BEYOND: "◐", Fate.SHOWN: "◐"}


def explanation_pages(why: Explanation, locale: str) -> tuple[Layout, ...]:
    title = labels.title_label(why.article.title, locale)
    zone = why.edition.zone
    when = say_instant(why.issue.due_at, locale, zone)
    top = say("why.heading", locale, title=title, channel=why.issue.channel_id, when=when)
    answer = Line(
        f"**{say(f'why.{why.reason}', locale)}**\n{_facts(why, locale)}",
        Button(say("button.open", locale), f"article:{why.article.document_id}"),
    )
    found = card(answer, *_beside(why, locale), heading=top, colour=_colour(why))
    told = {each.span for each in why.sentences if each.fate in MARKS}
    rest = [pair for pair in why.items if pair[1].extract.span not in told]
    printed = [_item(section, item, why, locale) for section, item in rest]
    shown = card(*titled(say("why.items", locale), buttons_once(printed)))
    return paginate([each for each in (found, shown, card(*_sentences(why, locale))) if each.lines])


def nothing_posted(locale: str) -> Layout:
    return message(say("why.none", locale), colour=GREY)


def _colour(why: Explanation) -> int:
    if why.reason in (PRINTED, BEHIND):
        return GREEN
    return AMBER if why.items else GREY


def _facts(why: Explanation, locale: str) -> str:
    window, zone = why.edition.window, why.edition.zone
    back = window.until - timedelta(hours=window.look_back_hours)
    facts = (
        labels.joined(
            (
                labels.source_label(why.article.source, locale),
                labels.kind_label(why.article.reading.kind, locale),
                labels.published_label(why.day, locale),
                say("why.came_in", locale, when=_moment(why.article.first_seen, zone, locale)),
            ),
            locale,
        ),
        say(
            "why.window",
            locale,
            since=_moment(window.since, zone, locale),
            until=_moment(window.until, zone, locale),
            back=_moment(back, zone, locale),
            zone=zone,
        ),
    )
    return "\n".join(f"-# {fact}" for fact in facts)


def _moment(instant: datetime, zone: str, locale: str) -> str:
    there = instant.astimezone(ZoneInfo(zone))
    day, time = say_day(there.date(), locale), there.strftime("%H:%M")
    return say("why.moment", locale, day=day, time=time)


def _beside(why: Explanation, locale: str) -> Iterator[Line]:
    if why.repeats is not None:
        words = say(
            "why.repeats",
            locale,
            title=labels.title_label(why.repeats.title, locale),
            source=labels.source_label(why.repeats.source, locale),
        )
        yield Line(words, _open(why.repeats.document_id, locale))
    if why.changes:
        button = Button(say("button.history", locale), f"history:{why.article.document_id}")
        yield Line(count("why.changed", locale, len(why.changes)), button)


def _open(document_id: int, locale: str) -> Button:
    return Button(say("button.open", locale), f"article:{document_id}")


def _item(section: Section | None, item: Item, why: Explanation, locale: str) -> Line:
    """An extract that the whole edition has, and whether the channel was given it with this one."""
    given = item.extract.digest in why.issue.given
    kept = "given" if given else "before" if item.extract.digest in why.issue.before else "kept"
    place = f"**{_place(section, locale)}**"
    head = labels.joined((place, say(f"why.role.{item.role}", locale)), locale)
    span, words = item.extract.span, item.extract.words
    where = Place(item.extract.document_id, item.extract.version_id, span, item.url)
    foot = say(f"why.item.{kept}", locale)
    return extract_line(words, where, head=head, foot=foot, locale=locale)


def _place(section: Section | None, locale: str) -> str:
    """Where an extract stands; a witness stands among the differences alone."""
    key = f"section.{section}" if section else "edition.differences"
    return say(key, locale).lstrip("# ")


def _sentences(why: Explanation, locale: str) -> list[Line]:
    if not why.sentences or Flag.REWORDED in why.article.reading.flags:
        return []
    shown = [_sentence(each, why, locale) for each in why.sentences[:MOST_SENTENCES]]
    left = len(why.sentences) - MOST_SENTENCES
    if left > 0:
        shown.append(Line(f"-# {say('list.more', locale, number=left)}"))
    return titled(say("why.sentences", locale), shown)


def _sentence(each: Judged, why: Explanation, locale: str) -> Line:
    article = why.article
    told = labels.joined(
        (
            say(f"why.role.{each.role}", locale) if each.role else "",
            _place(each.section, locale) if each.section or each.fate in MARKS else "",
            _rank(each, locale),
        ),
        locale,
    )
    source = clean_line(each.other[0].source, labels.LONGEST_NAME) if each.other else ""
    title = labels.title_label(each.other[0].title, locale) if each.other else ""
    fate = say(f"why.fate.{each.fate}", locale, source=source, title=title)
    head = f"{MARKS.get(each.fate, '○')} **{fate}**"
    place = Place(article.document_id, article.version_id, each.span, article.url)
    line = extract_line(
        each.span.of(article.text), place, head=head, foot=told, locale=locale, linked=False
    )
    return Line(line.text, None, line.extract)


def _rank(each: Judged, locale: str) -> str:
    if not each.among:
        return ""
    return say("why.rank", locale, place=each.place, among=each.among, score=f"{each.score:.2f}")
