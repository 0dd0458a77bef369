"""What a person reads of a message or a modal, as plain text: for a terminal, and for tests."""

from collections.abc import Callable, Iterator, Sequence

from .component_limits import (
    BUTTON,
    CHECKBOX,
    CHECKBOXES,
    CONTAINER,
    FILE,
    FILE_UPLOAD,
    GALLERY,
    LABEL,
    RADIOS,
    ROW,
    SECTION,
    SELECTS,
    SEPARATOR,
    TEXT,
    TEXT_INPUT,
    THUMBNAIL,
)
from .wire import LOADING, Json
from .world import Message


def text_of(message: Message) -> str:
    """All that is visible, in order: words, embeds, layouts, `[buttons]`, `<files>`."""
    lines = [message.content] if message.content else []
    if message.flags & LOADING:
        lines.append("(thinking …)")
    for embed in message.embeds:
        lines += embed_lines(embed)
    lines += component_lines(message.components)
    lines += [f"<{attachment.upload.filename}>" for attachment in message.attachments]
    return "\n".join(lines)


def modal_text(modal: Json) -> str:
    return "\n".join([modal["title"], *component_lines(modal["components"])])


def embed_lines(embed: Json) -> Iterator[str]:
    for part, key in (("author", "name"), ("title", ""), ("description", "")):
        value = embed.get(part)
        if value:
            yield value[key] if key else value
    for field in embed.get("fields") or []:
        yield f"{field['name']}: {field['value']}"
    for part in ("thumbnail", "image"):
        if part in embed:
            yield f"<{embed[part]['url'].rpartition('/')[2]}>"
    if embed.get("footer"):
        yield embed["footer"]["text"]


def component_lines(components: Sequence[Json]) -> Iterator[str]:
    for component in components:
        show = SHOWN.get(component.get("type") or 0)
        if show is not None:
            yield from show(component)


def _row(row: Json) -> Iterator[str]:
    yield " ".join(component_lines(row["components"]))


def _button(button: Json) -> Iterator[str]:
    label = button.get("label") or (button.get("emoji") or {}).get("name") or ""
    tail = f" → {button['url']}" if button.get("url") else ""
    yield f"[{label}{tail}]" if not button.get("disabled") else f"[{label}{tail}, disabled]"


def _select(select: Json) -> Iterator[str]:
    labels = [option["label"] for option in select.get("options") or []]
    yield f"[{select.get('placeholder') or 'Select'}: {' | '.join(labels)}]"


def _section(section: Json) -> Iterator[str]:
    yield from component_lines(section["components"])
    yield from component_lines([section["accessory"]])


def _media(component: Json) -> Iterator[str]:
    items = component.get("items") or [{"media": component.get("media") or component.get("file")}]
    for item in items:
        name = item["media"]["url"].rpartition("/")[2]
        words = item.get("description") or component.get("description")
        yield f"<{name}: {words}>" if words else f"<{name}>"


def _label(label: Json) -> Iterator[str]:
    yield label["label"] + (f" ({label['description']})" if label.get("description") else "")
    yield from component_lines([label["component"]])


def _field(field: Json) -> Iterator[str]:
    value = field.get("value") or field.get("placeholder") or ""
    label = f"{field['label']}: " if field.get("label") else ""
    yield f"{label}[{value}____]"


def _upload(field: Json) -> Iterator[str]:
    yield "[upload]"


def _options(field: Json) -> Iterator[str]:
    yield " ".join(f"( ) {option['label']}" for option in field.get("options") or [{"label": ""}])


SHOWN: dict[int, Callable[[Json], Iterator[str]]] = {
    ROW: _row,
    BUTTON: _button,
    **dict.fromkeys(SELECTS, _select),
    TEXT_INPUT: _field,
    SECTION: _section,
    TEXT: lambda part: iter([part["content"]]),
    THUMBNAIL: _media,
    GALLERY: _media,
    FILE: _media,
    SEPARATOR: lambda part: iter(["───" if part.get("divider", True) else ""]),
    CONTAINER: lambda part: component_lines(part["components"]),
    LABEL: _label,
    FILE_UPLOAD: _upload,
    **dict.fromkeys((RADIOS, CHECKBOXES, CHECKBOX), _options),
}
