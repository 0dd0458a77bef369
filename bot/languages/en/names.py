"""Names that a desk adds: /desk name, what it answers and what it refuses."""

MESSAGES = {
    "error.name-taken": "**“{given}” already means {other}**, so nothing was added. Give a form "
    "that means nobody else; further forms of one person go under the full name.",
    "what.name": "added name",
    "name.form": "a form of a name",
    "name.side": "a name without a side",
    "name.names": "one more name",
    "wanted.form-en": "in Latin letters, with a capital first, three letters or more and 80 at "
    "most",
    "wanted.form-ko": "in Hangul, two syllables or more",
    "wanted.form-ru": "in Cyrillic letters, with a capital first, three letters or more",
    "wanted.form-common": "a name that can be told from common words in a text",
    "wanted.forms-few": "twelve forms at most",
    "wanted.names-few": "300 at most in one server; remove one first",
    "wanted.side": "given with its side: this desk does not know the name yet",
}
