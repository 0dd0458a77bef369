"""Korean."""

from bot.languages.ko import (
    answers,
    commands,
    desk,
    editions,
    errors,
    feeds,
    issues,
    labels,
    library,
    names,
    subscriptions,
)

MESSAGES: dict[str, str] = (
    labels.MESSAGES
    | commands.MESSAGES
    | answers.MESSAGES
    | desk.MESSAGES
    | editions.MESSAGES
    | errors.MESSAGES
    | feeds.MESSAGES
    | issues.MESSAGES
    | library.MESSAGES
    | names.MESSAGES
    | subscriptions.MESSAGES
)
