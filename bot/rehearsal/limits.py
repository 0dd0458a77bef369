"""What Discord's documentation limits in a message, as the error trees its API answers with."""

from collections.abc import Sequence

from .component_limits import check_components
from .wire import COMPONENTS_V2, Json, Problems, RefusalError, Upload

CONTENT, TITLE, DESCRIPTION, FIELD_NAME, FIELD_VALUE, FOOTER, AUTHOR = (
    2000, 256, 4096, 256, 1024, 2048, 256,
)  # fmt: skip
EMBEDS, FIELDS, EMBED_TEXT, FILES = 10, 25, 6000, 10
FILE_BYTES, REQUEST_BYTES = 10 * 1024 * 1024, 25 * 1024 * 1024
NONCE = 25


def check_message(body: Json, uploads: Sequence[Upload], *, kept: Sequence[str] = ()) -> None:
    """Refuse a message, new or edited, that Discord would not take.

    `kept` names the files an edited message already has.

    Raises:
        RefusalError: 50035 with the error tree, or 40005 when a file is too large.
    """
    problems = Problems()
    if (content := body.get("content")) is not None:
        problems.length(("content",), content, range(CONTENT + 1))
    nonce = body.get("nonce")
    if nonce is not None and len(str(nonce)) > NONCE:
        problems.length(("nonce",), str(nonce), range(NONCE + 1))
    embeds = body.get("embeds") or []
    _embeds(problems, embeds)
    layout = bool((body.get("flags") or 0) & COMPONENTS_V2)
    if layout:
        _nothing_beside_a_layout(problems, body)
    components = body.get("components") or []
    check_components(problems, components, layout=layout)
    names = {upload.filename for upload in uploads} | set(kept)
    _attachments(problems, body, uploads)
    for path, url in referenced_files(embeds, components):
        if url.removeprefix("attachment://") not in names:
            problems.add(
                path,
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                f"The referenced attachment {url} was not found.",
            )
    _sizes(uploads)
    problems.refuse()


def refuse_emptiness(body: Json, uploads: Sequence[Upload]) -> None:
    """Refuse a message that would show nothing, with 50006."""
    shown = ("content", "embeds", "components", "sticker_ids", "poll", "attachments")
    if not uploads and not any(body.get(part) for part in shown):
        raise RefusalError(400, 50006, "Cannot send an empty message")


def _nothing_beside_a_layout(problems: Problems, body: Json) -> None:
    for part in ("content", "embeds", "sticker_ids", "poll"):
        if body.get(part):
            problems.add(
                (part,),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{part}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def _embeds(problems: Problems, embeds: Sequence[Json]) -> None:
    if len(embeds) > EMBEDS:
        problems.add(("embeds",), "BASE_TYPE_MAX_LENGTH", f"Must be {EMBEDS} or fewer in length.")
    for number, embed in enumerate(embeds):
        _embed(problems, number, embed)
    if sum(embed_length(embed) for embed in embeds) > EMBED_TEXT:
        problems.add(
            ("embeds",),
            "MAX_EMBED_SIZE_EXCEEDED",
            f"Embed size exceeds maximum size of {EMBED_TEXT}",
        )


def _embed(problems: Problems, number: int, embed: Json) -> None:
    place: tuple[str | int, ...] = ("embeds", number)
    limits = (("title",), TITLE), (("description",), DESCRIPTION)
    nested = (("footer", "text"), FOOTER), (("author", "name"), AUTHOR)
    for path, limit in (*limits, *nested):
        text = _dig(embed, path)
        if text is not None:
            problems.length((*place, *path), text, range(limit + 1))
    fields = embed.get("fields") or []
    if len(fields) > FIELDS:
        problems.add(
            (*place, "fields"), "BASE_TYPE_MAX_LENGTH", f"Must be {FIELDS} or fewer in length."
        )
    for index, field in enumerate(fields):
        at = (*place, "fields", index)
        problems.length((*at, "name"), field.get("name"), range(1, FIELD_NAME + 1))
        problems.length((*at, "value"), field.get("value"), range(1, FIELD_VALUE + 1))
    for path in (("url",), ("image", "url"), ("thumbnail", "url"), ("author", "url")):
        url = _dig(embed, path)
        if url and not str(url).startswith(("http://", "https://", "attachment://")):
            problems.add((*place, *path), "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def _dig(tree: Json, path: Sequence[str]) -> object:
    node: object = tree
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def embed_length(embed: Json) -> int:
    """Characters that count towards the 6,000 of a message."""
    paths = ("title",), ("description",), ("footer", "text"), ("author", "name")
    texts = [_dig(embed, path) for path in paths]
    for field in embed.get("fields") or []:
        texts += [field.get("name"), field.get("value")]
    return sum(len(text) for text in texts if isinstance(text, str))


def _attachments(problems: Problems, body: Json, uploads: Sequence[Upload]) -> None:
    listed = body.get("attachments") or []
    if max(len(listed), len(uploads)) > FILES:
        problems.add(
            ("attachments",), "BASE_TYPE_MAX_LENGTH", f"Must be {FILES} or fewer in length."
        )
    for number, attachment in enumerate(listed):
        if (description := attachment.get("description")) is not None:
            problems.length(("attachments", number, "description"), description, range(1025))


def _sizes(uploads: Sequence[Upload]) -> None:
    sizes = [len(upload.body) for upload in uploads]
    if sum(sizes) > REQUEST_BYTES or any(size > FILE_BYTES for size in sizes):
        raise RefusalError(413, 40005, "Request entity too large")


def referenced_files(
    embeds: Sequence[Json], components: Sequence[Json]
) -> list[tuple[tuple[str | int, ...], str]]:
    """Each `attachment://` of a message, with its place in the body."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    stack: list[tuple[tuple[str | int, ...], object]] = [
        (("embeds",), embeds),
        (("components",), components),
    ]
    while stack:
        place, node = stack.pop()
        if isinstance(node, dict):
            url = node.get("url")
            if isinstance(url, str) and url.startswith("attachment://"):
                found.append(((*place, "url"), url))
            stack += [((*place, key), value) for key, value in node.items()]
        elif isinstance(node, list | tuple):
            stack += [((*place, index), value) for index, value in enumerate(node)]
    return found
