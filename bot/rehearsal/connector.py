"""The hook by which unmodified discord.py arrives here: `discord.Client(connector=...)`.

Every host and every scheme opens one plain connection to 127.0.0.1, so that REST, webhooks, the
CDN and the gateway keep their real addresses, need no certificate, and can never reach Discord.
"""

import asyncio
from typing import TYPE_CHECKING

import aiohttp
from aiohttp.client_proto import ResponseHandler

if TYPE_CHECKING:
    from aiohttp.client_reqrep import ClientRequest
    from aiohttp.tracing import Trace

LOOPBACK = "127.0.0.1"


class LoopbackConnector(aiohttp.BaseConnector):
    """An aiohttp connector that knows one address. To be made inside a running event loop."""

    def __init__(self, port: int) -> None:
        super().__init__(limit=0)
        self._port = port

    async def _create_connection(
        self,
        req: "ClientRequest",
        traces: "list[Trace]",
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 -- the signature is aiohttp's
    ) -> ResponseHandler:
        try:
            async with asyncio.timeout(timeout.sock_connect):
                _, protocol = await self._loop.create_connection(
                    self._factory, LOOPBACK, self._port
                )
        except OSError as error:
            raise aiohttp.ClientConnectorError(req.connection_key, error) from error
        return protocol


def connector(port: int) -> LoopbackConnector:
    """For a bot in another process that was told the port."""
    return LoopbackConnector(port)
