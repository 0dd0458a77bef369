"""What was posted before, and single parts of an edition, opened in private."""

from collections.abc import Sequence

from bot.languages import knows, say, say_instant
from bot.render import labels
from bot.render.coverage import document_lines
from bot.render.items import Sources, item_line
from bot.render.layout import Button, Layout, Line, card, message, paginate
from bot.render.links import link
from bot.render.reasons import reason_label
from briefings.model import DeliveryState, Edition, Role
from briefings.storage.issues import PastIssue

GREY = 0x6B7280
ROWS_ON_A_PAGE = 8
VOICED = (Role.QUOTE, Role.STATEMENT)


def history_page(
    rows: Sequence[PastIssue], *, page: int, pages: int, chosen: str, locale: str
) -> Layout:
    """chosen: the number of the one briefing whose past this is; empty for all of them."""
    top = say("history", locale)
    if not rows:
        return message(say("history.none", locale), heading=top, colour=GREY)
    shown = Layout((card(*(_row(each, locale) for each in rows), heading=top),))
    if pages == 1:
        return shown
    before, after = max(page - 1, 0), page + 1
    return shown.with_buttons(
        Button(say("button.previous", locale), f"past:{before}.{chosen}", disabled=page == 0),
        Button(say("button.page", locale, page=page + 1, pages=pages), "past:", disabled=True),
        Button(say("button.next", locale), f"past:{after}.{chosen}.", disabled=after >= pages),
    )


def quotes_pages(edition: Edition, *, locale: str) -> tuple[Layout, ...]:
    """Every quote and statement of an edition, section by section."""
    sources = Sources.of(edition)
    cards = [
        card(
            *(item_line(each, sources, locale) for each in section.items if each.role in VOICED),
            heading=f"### {say(f'section.{section.section}', locale)}",
        )
        for section in edition.sections
        if any(each.role in VOICED for each in section.items)
    ]
    return paginate(cards or [card(say("edition.no_quotes", locale))])


def sources_pages(edition: Edition, *, locale: str) -> tuple[Layout, ...]:
    """Every document of an edition, with a button that opens it in the archive."""
    lines = document_lines(edition, locale)
    shown = card(*lines, heading=say("edition.coverage", locale), colour=GREY)
    return paginate([shown if lines else card(say("edition.no_documents", locale))])


def _row(row: PastIssue, locale: str) -> Line:
    post = ""
    if row.message_id is not None:
        address = f"https://discord.com/channels/{row.guild_id}/{row.channel_id}/{row.message_id}"
        post = link(say("history.link", locale), address)
    parts = (f"<#{row.channel_id}>", f"**{state_label(row, locale)}**", post)
    when = say_instant(row.due_at, locale, row.zone)
    button = None
    if row.edition_id is not None:
        state = f"edition:open.{row.edition_id}.{row.delivery_id}"
        button = Button(say("button.open", locale), state)
    return Line(f"{when}\n{labels.joined(parts, locale)}", button)


def state_label(row: PastIssue, locale: str) -> str:
    """What became of a delivery, and why where it did not arrive."""
    state = say(f"delivery.{row.state}", locale)
    if row.reason is None or row.state in (DeliveryState.SENT, DeliveryState.DUE):
        return state
    known = f"delivery.reason.{row.reason}"
    why = say(known, locale) if knows(known) else reason_label(row.reason, locale)
    return f"{state}: {why}"
