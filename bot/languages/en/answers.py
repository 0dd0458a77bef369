"""What /ask, /article, /quotes and /about answer."""

MESSAGES = {
    "button.previous": "◀ Previous",
    "button.next": "Next ▶",
    "button.page": "{page} of {pages}",
    "button.post": "Post here",
    "button.quotes": "Quotes",
    "button.archive": "Show in archive",
    "button.open": "Open",
    "button.open_article": "Summary and quotes",
    "button.try": "Ask that",
    "ask.heading": "### Answer to “{question}”",
    "ask.filter.edge": "only {edge}",
    "ask.filter.since": "only since {day}",
    "ask.digest.one": "**The same story, told by {number} source**",
    "ask.digest.many": "**The same story, told by {number} sources**",
    "ask.passage": "**The passage**",
    "ask.none": "### Nothing in the archive answers “{question}”\n"
    "The bot answers only with the words of stored documents, so it says nothing instead.",
    "ask.did_you_mean": "Did you mean **{question}**?",
    "ask.nearest": "**Nearest titles**",
    "ask.advice": "-# Try other words, or drop a filter. `/article` finds a document by its title.",
    "article.edge": "-# What it says on **{edge}** alone.",
    "article.edge.none": "-# It says nothing on **{edge}**: this is its whole summary.",
    "article.summary": "**Summary**, in the document's own words",
    "article.summary.none": "-# No sentence of this document can stand alone as a summary.",
    "article.quotes": "**Key quotes**",
    "article.quotes.none": "-# No quote with a speaker named in the document.",
    "article.reworded": "Its words are not shown, because they are not its author's.",
    "article.origin": "-# Document {document}, version {version}; came in {first_seen}.",
    "article.too_long": "-# This extract has {number} characters, more than one message can hold. "
    "Nothing is cut here: open it at its source or in the archive.",
    "quotes.heading": "### Quotes",
    "quotes.of": "### Quotes of {speaker}",
    "quotes.about": "about “{about}”",
    "quotes.in": "### Quotes in “{title}”",
    "quotes.none": "### No quote found\n"
    "Only words in quotation marks whose speaker the same document names count as quotes.",
    "quotes.nearest": "Speakers in the archive: {speakers}",
    "quotes.reworded": "This text was reworded by a machine, so nothing in it is quoted.",
    "archive.heading": "### In the archive: “{title}”",
    "archive.extract": "**The extract**",
    "archive.around": "**The text around it**",
    "post.by": "-# Posted by <@{user}> with {command}",
    "about.heading": "### About this desk",
    "about.what": "A briefing desk on **DPRK–Russia–ROK**. Every line it posts is a verbatim "
    "extract from a stored document, with its date and source, the speaker where it is a quote, "
    "and a link. It writes no sentence about the world itself.",
    "about.ask": "`/ask` answers with the passages that answer · `/article` shows a document · "
    "`/quotes` finds who said what · `/timeline` says what happened when · `/catchup` tells what "
    "came in since you last looked",
    "about.briefings": "`/briefing subscribe` gives a channel its daily briefing · "
    "`/briefing preview` shows it to you alone",
    "about.documents": "`/document add` takes in a file or pasted text · `/desk` sets rights and "
    "notices",
    "about.rules": "What it never does: quote a text that a machine has reworded, pass an undated "
    "document off as news, call an opinion a fact, cut an extract, settle a point on which sources "
    "differ.",
    "about.counts": "This desk sees {documents} and has {subscriptions}.",
    "about.documents_count.one": "{number} document",
    "about.documents_count.many": "{number} documents",
    "about.subscriptions_count.one": "{number} subscription",
    "about.subscriptions_count.many": "{number} subscriptions",
    "welcome": "**Thank you for inviting the briefing desk.**\n"
    "1. `/briefing subscribe` gives a channel its daily briefing on DPRK–Russia–ROK.\n"
    "2. `/document add` takes in your own documents; nobody outside this server sees them.\n"
    "3. `/desk rights grant` lets others than managers do this; everybody may already `/ask`.\n"
    "`/about` says what the desk does and never does.",
}
