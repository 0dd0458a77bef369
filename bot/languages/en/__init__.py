"""English."""

from bot.languages.en import (
    answers,
    checks,
    commands,
    desk,
    documents,
    editions,
    errors,
    explanations,
    feeds,
    issues,
    labels,
    library,
    names,
    notices,
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
    | documents.MESSAGES
    | desk.MESSAGES
    | editions.MESSAGES
    | errors.MESSAGES
    | explanations.MESSAGES
    | feeds.MESSAGES
    | issues.MESSAGES
    | library.MESSAGES
    | names.MESSAGES
    | notices.MESSAGES
    | privacy.MESSAGES
    | options.MESSAGES
    | rehearsal.MESSAGES
    | subscriptions.MESSAGES
    | timelines.MESSAGES
    | trust.MESSAGES
    | watching.MESSAGES
)
