"""The library from a shell: ask, brief. No Discord, no token."""

import argparse
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.render.answers import Found, Nearest, Question, hit_pages, no_hits
from bot.render.editions import edition_layouts
from bot.render.layout import Layout
from bot.render.plain import plain_lines
from bot.settings import Settings
from bot.shell.assembly import Desk, open_desk
from briefings.compose import compose, edition_to_json
from briefings.compose.outlets import LATELY
from briefings.model import Edition, Length, Window
from briefings.search import ask as ask_archive
from briefings.storage.articles import articles_for_window
from briefings.storage.coverage import activity
from briefings.storage.shelves import COMMON_SHELF

SHELVES = (COMMON_SHELF,)
LOCALE = "en"
NOTHING_FOUND = 1


def ask(given: argparse.Namespace, settings: Settings) -> int:
    question = Question(" ".join(given.question), None, None)
    with open_desk(settings) as desk:
        now = desk.clock.now()
        answer = ask_archive(desk.database, question.words, shelves=SHELVES, now=now)
    if answer.hits:
        hits = [Found(hit.article, hit.passage, hit.summary, hit.quotes) for hit in answer.hits]
        _print(hit_pages(question, hits, LOCALE))
        return 0
    nearest = [
        Nearest(hit.document_id, hit.title, hit.source, hit.published_on) for hit in answer.nearest
    ]
    _print([no_hits(question, did_you_mean=answer.did_you_mean, nearest=nearest, locale=LOCALE)])
    return NOTHING_FOUND


def brief(given: argparse.Namespace, settings: Settings) -> int:
    with open_desk(settings) as desk:
        length = Length(given.length)
        edition = _edition(desk, settings, given.at or desk.clock.now(), length)
    if given.json:
        print(edition_to_json(edition))
    else:
        _print(edition_layouts(edition, marker="unposted", locale=LOCALE))
    return 0


def _edition(desk: Desk, settings: Settings, until: datetime, length: Length) -> Edition:
    hours = settings.briefing.look_back_hours
    window = Window(until - timedelta(hours=hours), until, hours)
    found = articles_for_window(desk.database, window, shelves=SHELVES)
    heard = activity(desk.database, shelves=SHELVES, window=window, lately=LATELY)
    zone = settings.briefing.zone
    return compose(found, window=window, zone=zone, sources=heard, length=length)


def _print(layouts: Iterable[Layout]) -> None:
    print("\n".join(plain_lines(layouts)))
