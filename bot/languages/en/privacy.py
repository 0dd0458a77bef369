"""/privacy, quotas, and how often costly commands may be run."""

MESSAGES = {
    "command.privacy": "What is kept of you or of this server, and how to have it erased",
    "command.privacy.export": "What is kept, as a JSON file",
    "command.privacy.export.scope": "Of you, or of this server",
    "command.privacy.delete": "Erase for good what is kept",
    "command.privacy.delete.scope": "Of you, or of this server",
    "privacy.me": "me",
    "privacy.server": "this server",
    "privacy.exported.one": "This is all that is kept: {number} row.",
    "privacy.exported.many": "This is all that is kept: {number} rows.",
    "privacy.delete.me": "### Erase what is kept of you?\nIn every server: that it was you who "
    "added documents, feeds, names, grades and subscriptions; what the audit log says of you; the "
    "rights that were given to you. The documents and subscriptions themselves stay, without your "
    "name. **This cannot be undone**, and deeds of yours can no longer be undone either.",
    "button.forget_me": "Erase it",
    "privacy.form": "Erase all of this server",
    "privacy.form.name": "The name of this server",
    "privacy.form.hint": "Erases documents, feeds, names, grades, subscriptions, rights. No undo.",
    "privacy.forgotten.me": "### You are forgotten\n{rows} rows no longer say that it was you, and "
    "{words} entries of the audit log have lost their words. What stays: the documents and "
    "subscriptions you added, and that something was done then, not by whom.",
    "privacy.forgotten.server": "### All of this server is erased\n{rows} rows are gone: "
    "documents, feeds, names, grades, subscriptions, rights; {words} entries of the audit log have "
    "lost their words. What stays: messages that were posted, which are Discord's; and of the log "
    "the number, time and kind of each deed with this server's id, so that its chain can still be "
    "checked.",
    "privacy.backups": "-# Backups and copies made before an update still hold it, until whoever "
    "runs this bot deletes them.",
    "privacy.later": "-# The archive was in use, so its file will be rewritten with the next "
    "erasure.",
    "unusable.privacy-too-large": "**That is more than Discord takes in one file.** Export "
    "documents with `/document export`, or ask whoever runs this bot for a copy.",
    "name.server-name": "the name of this server",
    "wanted.its-name": "exactly the name that Discord shows for it; nothing was erased",
    "name.person": "your own button",
    "wanted.person": "pressed by the person it was made for",
    "action.erase-guild": "server erased",
    "action.erase-person": "person erased",
    "error.quota.documents": "**This server has its {most} documents**, so nothing was added. "
    "Whoever runs this bot can allow more (`documents_per_guild`).",
    "error.quota.megabytes": "**This server's documents take up {most} MB, which is all it may**, "
    "so nothing was added. Whoever runs this bot can allow more (`megabytes_per_guild`).",
    "error.quota.subscriptions": "**This server has its {most} subscriptions**, so no further one "
    "was set up. End one with `/briefing unsubscribe`.",
    "reason.full": "this server has all the documents it may have",
    "error.cooldown": "**That was a lot in a short time.** Try again in {seconds} s.",
}
