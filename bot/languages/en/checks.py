"""What /check and *Check the quotes* say."""

MESSAGES = {
    "command.check": "Was it really said so? Compare a quotation with the archive, word by word",
    "command.check.quote": "The words, with or without quotation marks",
    "command.check.speaker": "Who is said to have said it; any usual spelling of the name",
    "command.menu.check": "Check the quotes",
    "option.quote": "quote",
    "name.quote": "a quotation",
    "wanted.shorter-quote": "4,000 characters and 700 words at most: check one part at a time",
    "check.given": "Asked: “{words}”",
    "check.given.by": "Asked: “{words}”, by {speaker}",
    "check.nothing": "### No quotation in this message\n"
    "It has no two words between quotation marks. `/check` takes words without marks, too.",
    "check.exact": "Verbatim in the archive",
    "check.exact.told": "These very words are quoted as **{speaker}**’s.",
    "check.cut": "Verbatim, but a negation was cut off",
    "check.cut.told": "The words stand so in a quotation of **{speaker}**, but a negation right "
    "beside them is missing. Read the whole sentence.",
    "check.misattributed": "Somebody else’s words",
    "check.misattributed.told": "The archive quotes these very words as **{speaker}**’s, and "
    "nowhere as those of {named}.",
    "check.elsewhose": "Verbatim, but given to another",
    "check.elsewhose.told": "The archive quotes these words as those of **{speaker}**. Whether "
    "{named} said them, too, it does not say.",
    "check.joined": "Put together from two quotations",
    "check.joined.told": "Both parts are verbatim, but they stand in different places. Nowhere "
    "are they one quotation.",
    "check.partly": "Only partly a quotation",
    "check.partly.told": "The words stand so in an article, but only some of them between marks, "
    "as those of **{speaker}**. The others are the article’s own.",
    "check.denied": "Not said, says the archive",
    "check.denied.told": "The words are there only as what **{speaker}** did not say.",
    "check.reported": "Reported, not quoted",
    "check.reported.told": "An article reports so what **{speaker}** said, in its own words. As a "
    "quotation they are nowhere.",
    "check.marked": "Between marks, but nobody’s",
    "check.marked.told": "The words stand between quotation marks, and the article does not say "
    "whose they are.",
    "check.text": "In an article, but no quotation",
    "check.text.told": "The words stand so in the archive as an article’s own text. Nobody is "
    "quoted with them.",
    "check.altered": "Not in these words",
    "check.altered.told": "Nowhere verbatim. Nearest is this quotation of **{speaker}**.",
    "check.absent": "Not in the archive",
    "check.absent.told": "The archive of this server does not hold these words, nor any much like "
    "them. That says nothing on whether they were said.",
    "check.absent.near": "The archive of this server does not hold these words. That says nothing "
    "on whether they were said. Nearest, and not the same:",
    "check.negation": "A negation is among what differs.",
    "check.disputed": "Documents give these words to different people.",
    "check.form.PARTLY": "only partly between marks",
    "check.form.DENIED": "not said",
    "check.form.MARKED": "between marks, speaker not named",
    "check.form.TEXT": "the article’s own text",
    "check.note.aside": "with words of the article between",
    "check.note.skipped": "with words of the speaker left out, as marked",
    "check.note.asked": "a question there",
    "check.differences": "Word by word",
    "check.legend": "~~[−struck out]~~: in the archive alone · __**[+underlined]**__: as asked "
    "alone",
    "check.left_out": "left out: “{was}”",
    "check.put_in": "put in: “{now}”",
    "check.changed": "changed: “{was}” → “{now}”",
    "check.more.one": "{number} further document has them.",
    "check.more.many": "{number} further documents have them.",
}
