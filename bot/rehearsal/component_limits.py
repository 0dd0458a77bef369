"""What Discord's documentation limits in components: rows, layouts and modals."""

from collections.abc import Callable, Iterator, Sequence

from .wire import Json, Problems

Place = tuple[str | int, ...]

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
LABEL, FILE_UPLOAD, RADIOS, CHECKBOXES, CHECKBOX = 18, 19, 21, 22, 23
SELECTS = (STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)
LINK, PREMIUM = 5, 6

IN_LAYOUT = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER)
IN_CONTAINER = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR)
IN_LABEL = (TEXT_INPUT, *SELECTS, FILE_UPLOAD, RADIOS, CHECKBOXES, CHECKBOX)

ROWS, IN_ROW, TOTAL, LAYOUT_TEXT, OPTIONS = 5, 5, 40, 4000, 25
CUSTOM_ID, LABEL_TEXT, PLACEHOLDER, OPTION_TEXT, MODAL_TITLE = 100, 80, 150, 100, 45


def walk(
    components: Sequence[Json], place: Place = ("components",)
) -> Iterator[tuple[Place, Json]]:
    """Every component with its place, nested ones after the one that holds them."""
    for index, component in enumerate(components):
        here = (*place, index)
        yield here, component
        yield from walk(component.get("components") or [], (*here, "components"))
        for part in ("accessory", "component"):
            if isinstance(component.get(part), dict):
                yield (*here, part), component[part]


def check_components(problems: Problems, components: Sequence[Json], *, layout: bool) -> None:
    """Note what is wrong with the components of a message."""
    if layout:
        _layout(problems, components)
    else:
        if len(components) > ROWS:
            _too_long(problems, ("components",), ROWS)
        _only(problems, ("components",), components, (ROW,))
    _each(problems, components)


def check_modal(problems: Problems, modal: Json) -> None:
    """Note what is wrong with a modal: its title, its 1 to 5 parts, and what they hold."""
    problems.length(("title",), modal.get("title"), range(1, MODAL_TITLE + 1))
    problems.length(("custom_id",), modal.get("custom_id"), range(1, CUSTOM_ID + 1))
    components = modal.get("components") or []
    if not 1 <= len(components) <= ROWS:
        problems.add(
            ("components",), "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {ROWS} in length."
        )
    _only(problems, ("components",), components, (ROW, LABEL, TEXT))
    for index, component in enumerate(components):
        at = ("components", index)
        if component.get("type") == ROW:
            _only(problems, (*at, "components"), component.get("components") or [], (TEXT_INPUT,))
        elif component.get("type") == LABEL:
            problems.length((*at, "label"), component.get("label"), range(1, 46))
            if (description := component.get("description")) is not None:
                problems.length((*at, "description"), description, range(101))
            _only(problems, (*at, "component"), [component.get("component") or {}], IN_LABEL)
    _each(problems, components)


def _layout(problems: Problems, components: Sequence[Json]) -> None:
    _only(problems, ("components",), components, IN_LAYOUT)
    everything = [component for _, component in walk(components)]
    if len(everything) > TOTAL:
        problems.add(
            ("components",),
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The total number of components cannot exceed {TOTAL}",
        )
    texts = [part.get("content") or "" for part in everything if part.get("type") == TEXT]
    if sum(map(len, texts)) > LAYOUT_TEXT:
        problems.add(
            ("components",),
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"The total displayable text size exceeds maximum: {LAYOUT_TEXT}",
        )


def _too_long(problems: Problems, place: Place, limit: int) -> None:
    problems.add(place, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length.")


def _only(
    problems: Problems, place: Place, components: Sequence[Json], allowed: Sequence[int]
) -> None:
    for index, component in enumerate(components):
        if component.get("type") not in allowed:
            choices = ", ".join(map(str, allowed))
            problems.add(
                (*place, index, "type"),
                "BASE_TYPE_CHOICES",
                f"Value must be one of {{{choices}}}.",
            )


def _each(problems: Problems, components: Sequence[Json]) -> None:
    seen: set[str] = set()
    for place, component in walk(components):
        custom_id = component.get("custom_id")
        if custom_id is not None:
            problems.length((*place, "custom_id"), custom_id, range(1, CUSTOM_ID + 1))
            if custom_id in seen:
                problems.add(
                    (*place, "custom_id"),
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated",
                )
            seen.add(custom_id)
        check = CHECKS.get(component.get("type") or 0)
        if check is not None:
            check(problems, place, component)


def _row(problems: Problems, place: Place, row: Json) -> None:
    parts = row.get("components") or []
    if not 1 <= len(parts) <= IN_ROW:
        problems.add(
            (*place, "components"),
            "BASE_TYPE_BAD_LENGTH",
            f"Must be between 1 and {IN_ROW} in length.",
        )
    selects = [part for part in parts if part.get("type") in (*SELECTS, TEXT_INPUT)]
    if selects and len(parts) > 1:
        problems.add(
            (*place, "components"),
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "The specified component exceeds the maximum width",
        )


def _button(problems: Problems, place: Place, button: Json) -> None:
    style = button.get("style")
    if style == LINK:
        problems.length((*place, "url"), button.get("url"), range(1, 513))
    elif style != PREMIUM and button.get("custom_id") is None:
        problems.add((*place, "custom_id"), "BASE_TYPE_REQUIRED", "This field is required")
    if style == LINK and button.get("custom_id") is not None:
        problems.add(
            (*place, "custom_id"),
            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
            "A custom id and url cannot both be specified",
        )
    if button.get("label") is not None:
        problems.length((*place, "label"), button["label"], range(LABEL_TEXT + 1))
    elif style != PREMIUM and not button.get("emoji"):
        problems.add((*place, "label"), "BASE_TYPE_REQUIRED", "This field is required")


def _select(problems: Problems, place: Place, select: Json) -> None:
    if select.get("placeholder") is not None:
        problems.length((*place, "placeholder"), select["placeholder"], range(PLACEHOLDER + 1))
    if select.get("type") != STRING_SELECT:
        return
    options = select.get("options") or []
    if not 1 <= len(options) <= OPTIONS:
        problems.add(
            (*place, "options"),
            "BASE_TYPE_BAD_LENGTH",
            f"Must be between 1 and {OPTIONS} in length.",
        )
    values = [option.get("value") for option in options]
    for index, option in enumerate(options):
        at = (*place, "options", index)
        for part in ("label", "value"):
            problems.length((*at, part), option.get(part), range(1, OPTION_TEXT + 1))
        if option.get("description") is not None:
            problems.length((*at, "description"), option["description"], range(OPTION_TEXT + 1))
        if option.get("value") in values[:index]:
            problems.add(
                (*at, "value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used",
            )


def _section(problems: Problems, place: Place, section: Json) -> None:
    parts = section.get("components") or []
    _only(problems, (*place, "components"), parts, (TEXT,))
    if not 1 <= len(parts) <= 3:
        problems.add(
            (*place, "components"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 3 in length."
        )
    accessory = [section.get("accessory") or {}]
    _only(problems, (*place, "accessory"), accessory, (BUTTON, THUMBNAIL))


def _container(problems: Problems, place: Place, container: Json) -> None:
    parts = container.get("components") or []
    _only(problems, (*place, "components"), parts, IN_CONTAINER)


def _gallery(problems: Problems, place: Place, gallery: Json) -> None:
    if not 1 <= len(gallery.get("items") or []) <= 10:
        problems.add(
            (*place, "items"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 10 in length."
        )


def _text(problems: Problems, place: Place, text: Json) -> None:
    problems.length((*place, "content"), text.get("content"), range(1, LAYOUT_TEXT + 1))


def _text_input(problems: Problems, place: Place, field: Json) -> None:
    if field.get("placeholder") is not None:
        problems.length((*place, "placeholder"), field["placeholder"], range(101))
    if field.get("value") is not None:
        problems.length((*place, "value"), field["value"], range(4001))
    if field.get("label") is not None:
        problems.length((*place, "label"), field["label"], range(1, 46))


CHECKS: dict[int, Callable[[Problems, Place, Json], None]] = {
    ROW: _row,
    BUTTON: _button,
    **dict.fromkeys(SELECTS, _select),
    SECTION: _section,
    CONTAINER: _container,
    GALLERY: _gallery,
    TEXT: _text,
    TEXT_INPUT: _text_input,
}
