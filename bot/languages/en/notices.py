"""What admins are told about deliveries that did not arrive."""

MESSAGES = {
    "notice.paused": "The briefing for <#{channel}> could not be posted and is paused: {reason} "
    "Nothing of its settings is lost, and it goes on by itself once I can post there. ({code})",
    "notice.failed": "A briefing for <#{channel}> did not arrive: {reason} ({code})",
    "notice.reason.gone": "the channel is gone. Subscribe another one with `/briefing subscribe`.",
    "notice.reason.hidden": "I may not see the channel. Give my role View Channel there.",
    "notice.reason.forbidden": "I may not post there. Give my role View Channel, Send Messages and "
    "Read Message History in it.",
    "notice.reason.automod": "the guild's AutoMod refuses its words. Let my role pass there.",
    "notice.reason.link": "Discord refuses one of its links.",
    "notice.reason.unknown": "Discord never said whether a message arrived, and I may not read the "
    "channel's history to look. I do not post blindly twice. Give my role Read Message History.",
    "notice.reason.drifted": "an extract no longer equals its stored text, so I refused to post "
    "it. Run `python -m bot doctor`.",
    "notice.reason.other": "Discord refused it.",
}
