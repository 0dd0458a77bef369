"""`python -m tests.rehearsal.page.small`: the page in front of the small bot of these tests."""

import asyncio
import io
import struct
import zlib

import discord

from bot.rehearsal.page import Directions, Page, Suggestion
from tests.rehearsal.desk import Briefing, desk, text_channel

WIDTH, HEIGHT = 64, 32  # of the picture, in points


async def serve() -> None:
    async with desk() as (loopback, client):
        chart = discord.File(io.BytesIO(png()), "chart.png")
        notes = discord.File(io.BytesIO(b"# Notes\nas they are"), "notes.md")
        briefings = text_channel(client, loopback, "briefings")
        await briefings.send(view=Briefing(), file=chart)
        await briefings.send("with notes", file=notes)
        stage = Directions(suggestions=lambda locale: (Suggestion("Pages", "pages"),))
        page = Page(loopback, stage=stage)
        print(page.url, flush=True)  # noqa: T201 -- read by whoever started this
        await asyncio.Event().wait()


def png() -> bytes:
    """A picture of one colour."""

    def part(kind: bytes, body: bytes) -> bytes:
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x17\x74\x8a" * WIDTH) * HEIGHT
    parts = part(b"IHDR", header) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


if __name__ == "__main__":
    asyncio.run(serve())
