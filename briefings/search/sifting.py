"""A long quotation → the few articles that may hold it, or something like it."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from briefings.model import Article, Flag
from briefings.search.lexicon import Lexicon
from briefings.search.stopwords import STOP_WORDS
from briefings.storage.articles import articles
from briefings.storage.database import Database
from briefings.storage.filters import Filters
from briefings.storage.index import PassageRow, passage_candidates
from briefings.text.folding import fold_tokens
from briefings.text.stemming import stem

MOST_READ = 120  # words of which the rarest are looked up
MOST_ASKED = 12
PHRASE = 6  # words at either end that are looked up as they stand
MOST_PASSAGES = 120
MOST_ARTICLES = 16
WHOLE_PHRASE = 1.5  # times the weight of all words, for a passage with one end as it stands


def articles_like(
    database: Database,
    quote: str,
    *,
    shelves: Sequence[int],
    lexicon: Lexicon,
    name_ids: Collection[str] = (),
) -> tuple[Article, ...]:
    """The likeliest first, without reworded ones. name_ids: who is said to have said it."""
    tokens = fold_tokens(quote)
    words = _asked(tokens, lexicon)
    groups = [(word,) for word in words]
    phrases = [tuple(map(stem, tokens[:PHRASE])), tuple(map(stem, tokens[-PHRASE:]))]
    wanted = [Filters(), *(Filters(phrases=(phrase,)) for phrase in dict.fromkeys(phrases))]
    if name_ids:
        wanted.append(Filters(name_ids=tuple(name_ids), speakers=()))
    rows: dict[tuple[int, int], PassageRow] = {}
    for filters in wanted:
        found = passage_candidates(
            database,
            groups or [(token,) for token in tokens[:MOST_ASKED]],
            shelves=shelves,
            filters=filters,
            limit=MOST_PASSAGES,
            known=lexicon,
            worded=False,
        )
        rows |= {(row.version_id, row.span.start): row for row in found}
    weights = {stem(word): lexicon.weight(lexicon.frequency(word)) for word in words}
    ends = [f" {' '.join(phrase)} " for phrase in phrases]
    likely = _likeliest(rows.values(), weights, ends)
    whole = articles(database, likely, shelves=shelves)
    return tuple(each for each in whole if Flag.REWORDED not in each.reading.flags)


def _asked(tokens: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The rarest words that the archive has; neighbours also as one, for the spacing of Hangul is
    free."""
    read = tokens[:MOST_READ]
    glued = [one + other for one, other in pairwise(read) if one[-1] >= "가"]
    telling = [token for token in read if token not in STOP_WORDS] or list(read)
    words = list(dict.fromkeys((*telling, *glued)))
    lexicon.learn(words)
    known = [word for word in words if lexicon.frequency(word)]
    return sorted(known, key=lexicon.frequency)[:MOST_ASKED]


def _likeliest(
    rows: Collection[PassageRow], weights: dict[str, float], ends: Sequence[str]
) -> list[int]:
    """Documents by the passage that has most of the words, or one end of them as it stands."""
    whole = WHOLE_PHRASE * (sum(weights.values()) or 1.0)
    best: dict[int, float] = {}
    for row in rows:
        stems = set(row.folded.split())
        worth = sum(weight for word, weight in weights.items() if word in stems)
        worth += whole * sum(end in f" {row.folded} " for end in ends)
        best[row.document_id] = max(worth, best.get(row.document_id, 0.0))
    ordered = sorted(best, key=lambda document_id: (-best[document_id], document_id))
    return ordered[:MOST_ARTICLES]
