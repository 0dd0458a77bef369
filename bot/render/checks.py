"""What the archive says of a quotation: a verdict, where it stands, and what differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.languages import count, say
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.extracts import Place, buttons_once, extract_line, utterance_head
from bot.render.layout import Card, Layout, Line, card, message, paginate
from briefings.model import Flag
from briefings.search import Check, Find, Form, Verdict
from briefings.text.wordings import Piece

GREEN, AMBER, RED, GREY = 0x2F855A, 0xB7791F, 0xC53030, 0x6B7280
COLOURS = {
    Verdict.EXACT: GREEN,
    Verdict.MISATTRIBUTED: RED,
    Verdict.DENIED: RED,
    Verdict.CUT: RED,
    Verdict.ALTERED: AMBER,
    Verdict.JOINED: AMBER,
    Verdict.PARTLY: AMBER,
    Verdict.ELSEWHOSE: AMBER,
    Verdict.REPORTED: AMBER,
}
MARKS = {GREEN: "✓", AMBER: "≠", RED: "✗", GREY: "?"}
LONGEST_GIVEN = 700  # UTF-16 units of what was asked, and of what differs
LONGEST_CHANGE = 300
MOST_CHANGES = 8
AROUND = 6  # words that are shown beside a difference


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to check, and to whom they are given; empty where that does not matter."""

    words: str
    speaker: str = ""

    @property
    def query(self) -> tuple[str, str]:
        return self.words, self.speaker


def check_pages(checks: Sequence[Check], locale: str) -> tuple[Layout, ...]:
    """All of them in order; several messages where one does not hold them."""
    return paginate([_card(check, locale) for check in checks])


def nothing_to_check(locale: str) -> Layout:
    return message(say("check.nothing", locale), colour=GREY)


def _card(check: Check, locale: str) -> Card:
    colour = COLOURS.get(check.verdict, GREY)
    mark, words = MARKS[colour], clean_line(check.given, LONGEST_GIVEN)
    named = clean_line(check.speaker, labels.LONGEST_NAME)
    asked = say("check.given.by" if named else "check.given", locale, words=words, speaker=named)
    top = f"### {mark} {say(f'check.{check.verdict}', locale)}\n{asked}"
    lines = [
        *(Line(each) for each in _told(check, locale)),
        *buttons_once([_find(check, find, locale) for find in _shown(check.finds)]),
        *(Line(each) for each in _differences(check, locale)),
    ]
    if check.more:
        lines.append(Line(f"-# {count('check.more', locale, check.more)}"))
    return card(*lines, heading=top, colour=colour)


def _told(check: Check, locale: str) -> Iterator[str]:
    """What the verdict means, and what has to be known beside it."""
    best = check.finds[0] if check.finds else None
    speaker = clean_line(best.speaker, labels.LONGEST_NAME) if best else ""
    named = clean_line(check.speaker, labels.LONGEST_NAME)
    key = f"check.{check.verdict}.told"
    if check.verdict is Verdict.ABSENT and best:
        key = "check.absent.near"
    yield say(key, locale, speaker=speaker, named=named)
    if check.negation and check.verdict is Verdict.ALTERED:
        yield f"**{say('check.negation', locale)}**"
    if check.disputed:
        yield f"**{say('check.disputed', locale)}**"


def _shown(finds: Sequence[Find]) -> list[Find]:
    """Of two parts in one sentence the sentence once."""
    seen: set[tuple[int, int, int]] = set()
    shown = []
    for find in finds:
        key = (find.article.version_id, *find.shown)
        if key not in seen:
            shown.append(find)
        seen.add(key)
    return shown


def _find(check: Check, find: Find, locale: str) -> Line:
    article, flags = find.article, find.article.reading.flags
    place = Place(article.document_id, article.version_id, find.shown, article.url)
    head = utterance_head(find.said, find.speaker, locale) if find.said else ""
    if find.form not in (Form.QUOTED, Form.JOINED, Form.REPORTED):
        head = labels.joined((head, f"**{say(f'check.form.{find.form.name}', locale)}**"), locale)
    foot = labels.joined(
        (
            labels.via_label(article.source, locale),
            labels.kind_label(article.reading.kind, locale),
            labels.published_label(article.published_on, locale),
            f"“{clean_line(article.title, 80)}”" if article.title else "",
            *_notes(check, find, locale),
            f"⚠ **{say('mark.retracted', locale)}**" if Flag.RETRACTED in flags else "",
        ),
        locale,
    )
    return extract_line(find.shown.of(article.text), place, head=head, foot=foot, locale=locale)


def _notes(check: Check, find: Find, locale: str) -> Iterator[str]:
    notes = {
        "aside": find.aside and check.verdict is not Verdict.ALTERED,
        "skipped": find.skipped,
        "asked": find.asked,
    }
    yield from (say(f"check.note.{note}", locale) for note, holds in notes.items() if holds)


def _differences(check: Check, locale: str) -> Iterator[str]:
    """One line that has both wordings, and a list of what was left out, put in and changed."""
    if not check.pieces:
        return
    line = " ".join(filter(None, (_marked(piece) for piece in check.pieces)))
    if len(line) <= 2 * LONGEST_GIVEN:
        yield f"**{say('check.differences', locale)}**\n{line}\n-# {say('check.legend', locale)}"
    changes = list(_changes(check.pieces))
    told = [_change(was, now, locale) for was, now in changes[:MOST_CHANGES]]
    if len(changes) > MOST_CHANGES:
        told.append(f"-# {say('list.more', locale, number=len(changes) - MOST_CHANGES)}")
    yield "\n".join(told)


def _marked(piece: Piece) -> str:
    if piece.where == "both":
        both = piece.words.split()
        if len(both) > 2 * AROUND:
            both = [*both[:AROUND], "…", *both[-AROUND:]]
        return clean_line(" ".join(both))
    words = clean_line(piece.words, LONGEST_CHANGE)
    return f"~~[−{words}]~~" if piece.where == "archive" else f"__**[+{words}]**__"


def _changes(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """(in the archive, as given); a change is both, one after the other."""
    was = ""
    for piece in pieces:
        if piece.where == "given":
            yield was, piece.words
            was = ""
            continue
        if was:
            yield was, ""
        was = piece.words if piece.where == "archive" else ""
    if was:
        yield was, ""


def _change(was: str, now: str, locale: str) -> str:
    kind = "changed" if was and now else "left_out" if was else "put_in"
    fields = {"was": clean_line(was, LONGEST_CHANGE), "now": clean_line(now, LONGEST_CHANGE)}
    return f"• {say(f'check.{kind}', locale, **fields)}"
