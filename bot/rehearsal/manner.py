"""How a Discord words what it says. The description leaves much open: the order of fields, what may
be absent, which headers come, how a message of the gateway is cut into frames. This is the plain
manner; tests bring others.
"""

from collections.abc import Sequence

from .wire import Json, Reply


class Manner:
    def reply(self, operation: str, reply: Reply) -> Reply:
        """A reply of REST as it goes out; operation as in the table of `rest`."""
        return reply

    def message(self, message: Json) -> Json:
        """A message of the gateway."""
        return message

    def frames(self, packed: bytes) -> Sequence[bytes]:
        """A compressed message of the gateway as frames of its websocket."""
        return (packed,)
