"""What failed, why, and what to do."""

MESSAGES = {
    "error.unknown": "**That did not work, and it is our mistake.** It has been logged as "
    "`{reference}`. Trying again may help; if it does not, give that reference to whoever runs "
    "this bot.",
    "error.line": "**That did not work: Discord did not take it.** Trying again in a moment "
    "helps, as a rule; if it does not, give the reference `{reference}` to whoever runs this bot.",
    "error.just-posted": "This has just been posted here, and is not posted twice.",
    "error.stale": "This button belongs to an earlier version of the bot or to something that is "
    "gone. Run the command again for a fresh one.",
    "error.error": "**That did not work.** {text}",
    "error.archive": "**The archive cannot be reached or written to right now**, so nothing was "
    "changed. Please try again in a few minutes; if it lasts, tell whoever runs this bot: "
    "`{reference}`.",
    "error.drifted-extract": "**A stored extract no longer matches its document, so it is not "
    "shown.** Whoever runs this bot finds the details under `{reference}`.",
    "error.duplicate-document": "**This document is already here**: “{title}”. Nothing was added. "
    "`/document show` displays it.",
    "error.duplicate-document.removed": "**This document was here and has been removed**: "
    "“{title}”. Nothing was added. `/document restore` brings it back.",
    "error.not-found": "**There is no {what} “{wanted}” here.** Choose one from the list that "
    "appears while you type.",
    "error.several-documents": "**Several documents are called “{title}”**: {found}. Give the "
    "number of the one you mean, or choose it from the list that appears while you type.",
    "error.common-shelf": "**“{title}” stands on the common shelf**, which is the same for every "
    "server, so it cannot be changed from here. Documents added in this server can.",
    "error.busy": "**Many documents are being taken in just now**, so nothing was added. Try "
    "again in about {minutes} min.",
    "error.changed-since": "**Something has changed since**, so nothing was done. Look at the "
    "document again with `/document show`.",
    "what.deed": "deed that can be taken back",
    "what.document": "document",
    "what.removed-document": "removed document",
    "what.article": "article",
    "what.version": "version",
    "what.subscription": "subscription",
    "what.edition": "edition",
    "what.channel": "channel",
    "what.speaker": "speaker",
    "what.thing": "such thing as",
    "error.not-allowed": "**You lack the right “{right}”.** Whoever may manage this server can "
    "give it to you or to a role of yours with `/desk rights grant`.",
    "error.already-subscribed": "**<#{channel}> already receives this very briefing** "
    "(subscription {subscription}), so no second one was set up.",
    "error.not-posting": "**This part of the bot posts no briefings**, so nothing was posted. Try "
    "again in a minute; if it lasts, tell whoever runs this bot.",
    "error.only-guild": "**This works inside a server only**, where the bot has been added.",
    "error.not-your-channel": "**You may not post in this channel** (missing: {missing}), so "
    "neither does the bot for you.",
    "error.missing-permissions": "**The bot lacks permissions in <#{channel}>: {missing}.** "
    "Somebody who may manage that channel can grant them under Edit Channel › Permissions.",
    "error.bad-value": "**“{given}” is not usable as {name}.** It has to be {wanted}.",
    "name.zone": "time zone",
    "name.time": "time of day",
    "name.day": "day",
    "name.since": "day",
    "name.published": "day",
    "name.weekdays": "weekdays",
    "name.kind": "kind",
    "name.document": "document",
    "name.subscription": "subscription",
    "name.edges": "edges",
    "name.url": "link",
    "name.question": "question",
    "wanted.subscription": "chosen from the list that appears while you type, since this server "
    "has more than one",
    "wanted.zone": "a time zone of the IANA list, such as Asia/Seoul or Europe/Moscow; names "
    "appear while you type",
    "wanted.time": "a time of day such as 08:00",
    "wanted.day": "a day such as 2024-06-19",
    "wanted.weekdays": "days such as “mon,wed,fri”, “weekdays” or “daily”",
    "wanted.choice": "chosen from the list that appears while you type",
    "wanted.url": "a link that begins with http:// or https://",
    "wanted.edge": "dprk-russia, russia-rok or dprk-rok",
    "wanted.kind": "news, analysis, editorial, forum or official",
    "wanted.language": "en, ko or ru",
    "wanted.question": "at least one word",
    "unusable.empty": "**The document is empty**, so nothing was added. Attach a file with text, "
    "or leave the attachment out and paste the text.",
    "unusable.too-large": "**The document is too large** ({size}; the limit is {limit}), so "
    "nothing was added. Attach the article alone, or paste its text.",
    "unusable.bomb": "**The Word file unpacks to more than {limit}**, as no article does, so "
    "nothing was added. Paste the text of the article.",
    "unusable.not-text": "**The file is not text** (it looks like an image, a program or an "
    "archive), so nothing was added. HTML, JSON, PDF, Word (.docx), "
    "e-mail (.eml), Markdown and plain text work.",
    "unusable.no-text": "**No article text was found in the document**, so nothing was added. "
    "Paste the text itself: run `/document add` without a file.",
    "unusable.too-deep": "**The document is nested too deeply to be read**, so nothing was added. "
    "Paste its text instead: run `/document add` without a file.",
    "unusable.too-slow": "**Reading the document took too long**, so it was stopped and nothing "
    "was added. Paste its text instead: run `/document add` without a file.",
    "unusable.too-hungry": "**Reading the document took too much memory**, so it was stopped and "
    "nothing was added. Paste its text instead: run `/document add` without a file.",
    "unusable.broken": "**The document is broken beyond repair**, so nothing was added. Save it "
    "again from its source, or paste its text.",
    "unusable.locked": "**The file opens only with a password**, so nothing was added. Save it "
    "without one, or paste its text.",
    "unusable.unknown-type": "**This type of file cannot be read**, so nothing was added. HTML, "
    "JSON, PDF, Word (.docx), e-mail (.eml), Markdown and plain text work.",
    "unusable.export-too-large": "**That is more than Discord takes in one file.** Export one "
    "document at a time, or citations instead.",
    "unusable.download": "**Discord did not hand the file over**, so nothing was added. Please "
    "attach it again.",
}
