"""What happened when, from a shell: as Markdown or JSON."""

import argparse
import json
from typing import Any

from bot.render.plain import readable
from bot.render.timelines import anchor_of, wording_of
from bot.settings import Settings
from bot.shell.assembly import open_desk
from briefings.compose.timeline import Telling, Timeline
from briefings.compose.timeline import timeline as timeline_of
from briefings.model import Edge
from briefings.search.sought import seek
from briefings.storage.shelves import COMMON_SHELF

SHELVES = (COMMON_SHELF,)
LOCALE = "en"
NOTHING_FOUND = 1


def timeline(given: argparse.Namespace, settings: Settings) -> int:
    with open_desk(settings) as desk:
        sought = seek(
            desk.database,
            " ".join(given.about),
            shelves=SHELVES,
            edge=Edge(given.edge) if given.edge else None,
            speaker=given.speaker,
            since=given.since,
            until=given.until,
            now=desk.clock.now(),
        )
        found = timeline_of(
            desk.database,
            shelves=SHELVES,
            zone=settings.briefing.default_zone,
            since=sought.since,
            until=sought.until,
            filters=sought.filters,
            passages=sought.passages,
        )
    print(timeline_json(found) if given.format == "json" else timeline_markdown(found), end="")
    return 0 if found.moments else NOTHING_FOUND


def timeline_json(found: Timeline) -> str:
    whole = {
        "moments": [
            [_told(line.telling) | {"also_in": [*map(_told, line.also_in)]} for line in each.lines]
            for each in found.moments
        ],
        "left_out": found.left_out,
        "earlier": found.earlier and found.earlier.isoformat(),
        "later": found.later and found.later.isoformat(),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _told(telling: Telling) -> dict[str, Any]:
    article, when, said = telling.article, telling.when, telling.speaking
    day, zone = anchor_of(article)
    return {
        "date": when.edtf,
        "first": when.first.isoformat(),
        "last": when.last.isoformat(),
        "precision": str(when.precision),
        "wording": telling.wording and telling.wording.of(article.text),
        "anchor": (day or telling.published).isoformat(),
        "zone": zone or None,
        "role": telling.role and str(telling.role),
        "speaker": said.speaker_in(article.text) if said else None,
        "words": telling.span.of(article.text),
        "document_id": article.document_id,
        "version_id": article.version_id,
        "start": telling.span.start,
        "end": telling.span.end,
        "title": article.title,
        "source": article.source,
        "published": telling.published.isoformat(),
        "url": article.url,
    }


def timeline_markdown(found: Timeline) -> str:
    lines = [
        _item(line.telling, [each.article.source for each in line.also_in], beside=number > 0)
        for moment in found.moments
        for number, line in enumerate(moment.lines)
    ]
    notes = [
        f"{found.left_out} documents left out: undated, reworded or retracted"
        if found.left_out
        else "",
        f"There is more up to {found.earlier}" if found.earlier else "",
        f"There is more from {found.later} on" if found.later else "",
    ]
    told = "".join(lines) or "Nothing dated was found.\n"
    return f"# Timeline\n\n{told}" + "".join(f"\n_{note}._\n" for note in notes if note)


def _item(telling: Telling, others: list[str], *, beside: bool) -> str:
    """An item of a list; inside the one before, where it puts the same on another day."""
    article, said = telling.article, telling.speaking
    words = " ".join(telling.span.of(article.text).split())
    source = (
        f"[{article.source or article.title}]({article.url})" if article.url else article.source
    )
    parts = (
        f"**{telling.when.edtf}**",
        f"{said.speaker_in(article.text)}:" if said else "",
        words,
    )
    facts = (
        readable(wording_of(telling, LOCALE)),
        source or article.title,
        f"published {telling.published}",
        f"also in {', '.join(dict.fromkeys(others))}" if others else "",
    )
    start = "  - another day: " if beside else "- "
    told = " ".join(part for part in parts if part)
    return f"{start}{told} ({'; '.join(fact for fact in facts if fact)})\n"
