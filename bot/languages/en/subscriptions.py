"""What a subscription may ask for, and what /briefing edit, pause, resume and skip say."""

MESSAGES: dict[str, str] = {
    "length.short": "short: 6 extracts at most",
    "length.standard": "standard: 15 extracts at most",
    "length.full": "full",
    "clear.role": "the role to mention",
    "clear.quiet": "the quiet hours",
    "clear.sources": "the choice of sources",
    "briefing.changed": "### The briefing for <#{channel}> is changed",
    "briefing.look_back": "looks back {hours} h",
    "briefing.sources": "only {sources}",
    "briefing.quiet": "quiet {begins}–{ends}",
    "briefing.role": "mentions <@&{role}>",
    "briefing.no_chart": "no chart",
    "briefing.paused": "The briefing for <#{channel}> is paused. `/briefing resume` lets "
    "it go on; nothing of its settings is lost.",
    "briefing.resumed": "The briefing for <#{channel}> goes on.",
    "briefing.skipped": "The briefing for <#{channel}> due {instant} is skipped.",
    "briefing.skipped.none": "Nothing is to come for <#{channel}> that could be skipped: "
    "the briefing is paused or has no days.",
    "state.paused.by": "paused by <@{who}>",
    "state.closed": "waiting for the channel: {reason}",
    "notice.again": "The briefing for <#{channel}> arrives again.",
    "notice.reason.asked": "it is paused. `/briefing resume` lets it go on.",
    "error.no-subscription": "**No channel of this server receives a briefing yet.** "
    "`/briefing subscribe` sets one up.",
    "error.several-subscriptions": "**This server has more than one briefing.** Choose "
    "one under `subscription`, from the list that appears while you type.",
    "error.nothing-to-change": "**Nothing was changed**: no option was given, or it is "
    "set so already. Choose at least one option beside `subscription`.",
    "error.zone-meant": "**“{given}” is no time zone by itself**; several places share "
    "it, or it knows no summer time. Do you mean **{zone}**? Names appear while you type.",
    "error.already-subscribed.paused": "**<#{channel}> already has this very briefing, "
    "and it is paused** (subscription {subscription}). `/briefing resume` lets it go on.",
    "name.quiet": "quiet hours",
    "name.sources": "source",
    "name.role": "role to mention",
    "wanted.quiet": "two local times such as 23:00-07:00, which leave more than an hour",
    "wanted.sources": "the name of a source in this archive; several with commas between "
    "them; names appear while you type",
    "wanted.role": "a role other than @everyone",
    "permission.mention_everyone": "Mention @everyone, @here, and All Roles",
    "command.briefing.edit": "Change a subscription",
    "command.briefing.pause": "Pause a subscription; its settings are kept",
    "command.briefing.resume": "Let a paused subscription go on",
    "command.briefing.skip": "Skip the next briefing of a subscription",
    "command.briefing.option.subscription": "Which one; may be left out where there is only one",
    "command.briefing.option.channel": "Where it is posted; otherwise this channel",
    "command.briefing.option.time": "Local time of day, such as 08:00",
    "command.briefing.option.zone": "Time zone, such as Asia/Seoul",
    "command.briefing.option.weekdays": "Such as mon,wed,fri or mon-fri; otherwise every day",
    "command.briefing.option.edges": "Otherwise all three",
    "command.briefing.option.language": "What the briefing speaks around its extracts",
    "command.briefing.option.length": "How much of it is posted",
    "command.briefing.option.sources": "Only these sources, with commas between them",
    "command.briefing.option.role": "Mentioned when there is news; otherwise nobody is",
    "command.briefing.option.quiet": "Local times between which nothing is posted, such "
    "as 23:00-07:00",
    "command.briefing.option.look_back": "How many hours old news may be",
    "command.briefing.option.chart": "Whether a chart of coverage is attached",
    "command.briefing.option.clear": "A setting to take away",
}
