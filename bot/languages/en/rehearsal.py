"""What the rehearsal says beside the bot: things to try, stage directions, the tour."""

MESSAGES = {
    "try.seeds": "Go to 20 June 2024",
    "try.subscribe": "Subscribe a channel",
    "try.ask": "Ask, with a typo",
    "try.quotes": "Words of a misspelt speaker",
    "try.preview": "Look at the briefing",
    "try.add": "Add a document",
    "stage.skipped": "It is {time} on {day} ({zone}).",
    "stage.set": "The clock is set to {time} on {day} ({zone}).",
    "stage.restarted": "The bot has been stopped and started again.",
    "stage.nobody": "No channel has subscribed yet: /briefing subscribe",
    "tour.evening": "The evening of 19 June 2024. Five documents are in the archive.",
    "tour.ask": "A question, with a typo. The article that answers is machine-reworded: it is "
    "linked, never quoted.",
    "tour.quotes": "Words of a speaker whose name is misspelt: verbatim, with date and source.",
    "tour.add": "An admin adds a document: here by a form, as well as a file, a link or a message.",
    "tour.correct": "What was understood is told, with buttons. The source was missing: Correct.",
    "tour.version": "The page changes its words. The new copy becomes version 2; nothing is lost.",
    "tour.changes": "What changed: quotes first, then words.",
    "tour.found": "Found again, however the question is spelt.",
    "tour.name": "The desk adds a name of its own, with its Korean form.",
    "tour.subscribe": "A channel subscribes to the briefing of 08:00 in Seoul.",
    "tour.edit": "Second thoughts: the same subscription, with quiet hours.",
    "tour.briefing": "The clock skips to 08:00. The briefing comes: verbatim extracts, where "
    "sources differ both, what was left out and why, and a chart of twelve weeks.",
    "tour.full": "Under each edition: its quotes, its sources, and everything as a file.",
    "tour.history": "What was posted stays listed, and can be opened or exported.",
    "tour.rights": "A member reads everything, but may not add. Who may is up to the desk.",
    "tour.language": "The same member in Korean: the bot speaks it, extracts stay as they are.",
    "tour.restart": "The bot is stopped and started again. It does not post the briefing twice.",
    "tour.shown": "{shown} things shown, {failed} failed.",
}
