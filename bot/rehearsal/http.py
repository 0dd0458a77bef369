"""Requests of the bot as values, and our replies as HTTP."""

import json
import re
from typing import Any

from aiohttp import BodyPartReader, web

from .wire import RefusalError, Reply, Upload


def rendered(reply: Reply) -> web.Response:
    if isinstance(reply.body, str):
        html = "text/html"
        return web.Response(
            status=reply.status, text=reply.body, content_type=html, headers=reply.headers
        )
    if reply.body is None:
        return web.Response(status=reply.status, headers=reply.headers)
    # discord.py as it is reads JSON only when the type is exactly this, without a charset
    headers = {"Content-Type": "application/json", **reply.headers}
    return web.Response(status=reply.status, body=json.dumps(reply.body).encode(), headers=headers)


async def received(request: web.Request) -> tuple[Any, tuple[Upload, ...], RefusalError | None]:
    """Body and files, or what is wrong with them: 50109 for broken JSON, 40005 for too much."""
    try:
        if request.content_type == "multipart/form-data":
            return (*await _multipart(request), None)
        text = await request.text()
        return (json.loads(text) if text else None), (), None
    except web.HTTPRequestEntityTooLarge:
        return None, (), RefusalError(413, 40005, "Request entity too large")
    except ValueError:
        return None, (), RefusalError(400, 50109, "The request body contains invalid JSON.")


async def _multipart(request: web.Request) -> tuple[Any, tuple[Upload, ...]]:
    body: Any = None
    uploads: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        if part.name == "payload_json":
            body = json.loads(await part.text())
        elif found := re.fullmatch(r"files\[(\d+)\]", part.name or ""):
            kind = part.headers.get("Content-Type", "application/octet-stream")
            raw = bytes(await part.read())
            uploads.append(Upload(part.filename or "unnamed", raw, kind, int(found[1])))
    return body, tuple(uploads)
