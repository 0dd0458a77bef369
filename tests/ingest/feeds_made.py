"""Feeds and pages for tests."""

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

NOW = datetime(2024, 6, 20, 1, 0, tzinfo=UTC)
ATOM = "http://www.w3.org/2005/Atom"


def item(
    number: int | str,
    link: str,
    *,
    title: str = "",
    content: str = "",
    date: str = "",
    guid: str = "",
) -> str:
    return (
        f"<item><title>{escape(title or f'Story {number}')}</title><link>{escape(link)}</link>"
        f"<guid isPermaLink='false'>{escape(guid or f'id-{number}')}</guid>"
        f"<pubDate>{date or 'Wed, 19 Jun 2024 10:00:00 +0900'}</pubDate>"
        f"<description>{escape(content)}</description></item>"
    )


def rss(items: Sequence[str], *, title: str = "Desk News", more: str = "") -> bytes:
    head = "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel>"
    return f"{head}<title>{title}</title>{more}{''.join(items)}</channel></rss>".encode()


def page(number: int | str, *, words: str = "", date: str = "") -> bytes:
    meta = f"<meta property='article:published_time' content='{date}'>" if date else ""
    story = words or (
        f"Vladimir Putin met Kim Jong Un in Pyongyang for round {number} of talks. "
        f"The Kremlin said that the delegations signed agreement number {number} on energy. "
        "South Korea's foreign ministry expressed regret over the visit."
    )
    return (
        f"<!doctype html><html><head><title>Story {number}</title>{meta}</head><body><article>"
        f"<h1>Story {number}</h1><p>{story}</p><p>Observers in Seoul counted {number} documents "
        "that both sides had made public by the evening.</p></article></body></html>"
    ).encode()
