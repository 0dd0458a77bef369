"""What travels: a call from the bot, our reply, and a refusal in Discord's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_EMBEDS = 1 << 2
SUPPRESS_NOTIFICATIONS = 1 << 12
COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a multipart request, or one a person holds in the hand."""

    filename: str
    body: bytes
    content_type: str = "application/octet-stream"
    number: int = 0  # n of files[n], which attachments[].id refers to


@dataclass(frozen=True, slots=True)
class Call:
    """One REST request of the bot, parsed."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any = None
    uploads: tuple[Upload, ...] = ()
    unreadable: "RefusalError | None" = None

    def id(self, name: str) -> int:
        """A snowflake of the path.

        Raises:
            RefusalError: 50035, when it is not a number.
        """
        if not self.path[name].isdecimal():
            raise form_refusal({name: problem("NUMBER_TYPE_COERCE", "Value is not snowflake.")})
        return int(self.path[name])

    @property
    def json(self) -> Json:
        return self.body if isinstance(self.body, dict) else {}


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: Any = None  # JSON; None is sent as an empty 204
    headers: Mapping[str, str] = field(default_factory=dict)


class RefusalError(Exception):
    """Discord says no: an HTTP status, its own code, and for 50035 a tree of errors."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code} {message}" + (f" {errors}" if errors else ""))
        self.status = status
        self.body: Json = {"message": message, "code": code}
        if errors:
            self.body["errors"] = errors


def problem(code: str, message: str) -> Json:
    return {"_errors": [{"code": code, "message": message}]}


def form_refusal(errors: Json) -> RefusalError:
    return RefusalError(400, 50035, "Invalid Form Body", errors)


def missing_access() -> RefusalError:
    return RefusalError(403, 50001, "Missing Access")


def missing_permissions() -> RefusalError:
    return RefusalError(403, 50013, "Missing Permissions")


def unknown(what: str) -> RefusalError:
    """404 with the code Discord gives to an unknown thing of that kind."""
    codes = {
        "Application": 10002,
        "Channel": 10003,
        "Guild": 10004,
        "Member": 10007,
        "Message": 10008,
        "Role": 10011,
        "User": 10013,
        "Webhook": 10015,
        "interaction": 10062,
        "application command": 10063,
    }
    return RefusalError(404, codes[what], f"Unknown {what}")


class Problems:
    """Collects what is wrong with a form, each at its place, and refuses once with all of it."""

    def __init__(self) -> None:
        self.tree: Json = {}

    def add(self, path: tuple[str | int, ...], code: str, message: str) -> None:
        node = self.tree
        for step in path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def length(self, path: tuple[str | int, ...], text: object, within: range) -> None:
        """Note a text that is missing, too short or too long for range(least, most + 1)."""
        if not isinstance(text, str):
            self.add(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif len(text) not in within:
            if len(text) >= within.stop:
                self.add(
                    path,
                    "BASE_TYPE_MAX_LENGTH",
                    f"Must be {within.stop - 1} or fewer in length.",
                )
            else:
                span = f"between {within.start} and {within.stop - 1} in length."
                self.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be {span}")

    def refuse(self) -> None:
        """Do so, with 50035, when anything was noted."""
        if self.tree:
            raise form_refusal(self.tree)
