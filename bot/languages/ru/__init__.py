"""Russian."""

from bot.languages.ru import (
    answers,
    checks,
    commands,
    desk,
    editions,
    errors,
    explanations,
    feeds,
    issues,
    labels,
    library,
    names,
    options,
    privacy,
    rehearsal,
    subscriptions,
    timelines,
    trust,
    watching,
)

MESSAGES: dict[str, str] = (
    labels.MESSAGES
    | commands.MESSAGES
    | answers.MESSAGES
    | checks.MESSAGES
    | desk.MESSAGES
    | editions.MESSAGES
    | errors.MESSAGES
    | explanations.MESSAGES
    | feeds.MESSAGES
    | issues.MESSAGES
    | library.MESSAGES
    | names.MESSAGES
    | privacy.MESSAGES
    | options.MESSAGES
    | rehearsal.MESSAGES
    | subscriptions.MESSAGES
    | timelines.MESSAGES
    | trust.MESSAGES
    | watching.MESSAGES
)
