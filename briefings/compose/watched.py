"""Which of the documents that came in hold what somebody watches for, and in which words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefings.compose.page import Page
from briefings.gazetteer.added import gazetteer_with
from briefings.model import OPINION, Article, Flag, Sentence, Span, Utterance
from briefings.storage.articles import articles
from briefings.storage.database import Database
from briefings.storage.index import whole_stems
from briefings.storage.names import names_on
from briefings.storage.rows import speaker_key, stems
from briefings.storage.watching import Watch, WatchKind, heard_among, naming_among
from briefings.text.folding import fold_tokens

MOST_SHOWN = 12
MOST_SENTENCES = 400  # of a document that are looked through for the best one


@dataclass(frozen=True, slots=True)
class Watched:
    """A document with what is watched for. span: the sentence in which it stands; None in a text
    that is not quoted. said: whose words it is, where a speaker was watched for. also_in: copies.
    """

    article: Article
    watches: tuple[Watch, ...]
    span: Span | None
    said: Utterance | None = None
    also_in: tuple[Article, ...] = ()

    @property
    def words(self) -> str:
        """Of the sentence; empty in a text that is not quoted."""
        span = self.said.sentence if self.said else self.span
        return span.of(self.article.text) if span else ""


def watched_among(
    database: Database,
    came_in: Sequence[Article],
    watches: Sequence[Watch],
    *,
    shelves: Sequence[int],
) -> tuple[tuple[Watched, ...], int]:
    """What holds most of what is watched for goes first, of the same the newest; and the number of
    further documents. came_in: they need no more than their words."""
    names = _names(database, watches, shelves)
    held = _held(database, came_in, watches, names)
    stories = _stories([each for each in came_in if each.document_id in held])
    ranked = sorted(stories, key=lambda story: _order(story[0], held), reverse=True)
    shown = [story[0].document_id for story in ranked[:MOST_SHOWN]]
    whole = {each.document_id: each for each in articles(database, shown, shelves=shelves)}
    found = tuple(
        _watched(whole[first.document_id], held[first.document_id], tuple(copies), names)
        for first, *copies in ranked[:MOST_SHOWN]
        if first.document_id in whole
    )
    return _told_once(found), len(ranked[MOST_SHOWN:])


def _told_once(found: Iterable[Watched]) -> tuple[Watched, ...]:
    """The same words from several documents are shown from the first of them."""
    kept: dict[object, Watched] = {}
    for each in found:
        words = each.words or each.article.document_id
        known = kept.get(words)
        copies = (*known.also_in, each.article, *each.also_in) if known else each.also_in
        kept[words] = replace(known or each, also_in=copies)
    return tuple(kept.values())


def _names(
    database: Database, watches: Sequence[Watch], shelves: Sequence[int]
) -> Mapping[str, str]:
    """Ids that mentions may have → the name that is watched for. A text that was read before a
    desk added the name knows its people by what it calls them."""
    wanted = [watch.term for watch in watches if watch.kind is WatchKind.NAME]
    known = gazetteer_with(names_on(database, shelves)) if wanted else None
    found = {term: term for term in wanted}
    for term in wanted:
        for form in known.forms(term) if known and term in known.names else ():
            found.setdefault(f"~{speaker_key(form)}", term)
    return found


def _held(
    database: Database,
    came_in: Sequence[Article],
    watches: Sequence[Watch],
    names: Mapping[str, str],
) -> Mapping[int, list[Watch]]:
    """By document, in the order of the watches."""
    versions = {each.version_id: each.document_id for each in came_in}
    by_kind: dict[WatchKind, list[Watch]] = defaultdict(list)
    for watch in watches:
        by_kind[watch.kind].append(watch)
    named = naming_among(database, versions, names) if names else ()
    speakers = {watch.term for watch in by_kind[WatchKind.SPEAKER]}
    heard = heard_among(database, versions, speakers) if speakers else ()
    found = {(versions[version], WatchKind.NAME, names[name_id]) for version, name_id in named}
    found |= {(versions[version], WatchKind.SPEAKER, speaker) for version, speaker in heard}
    held: dict[int, list[Watch]] = defaultdict(list)
    phrases = _phrases(database, came_in, by_kind[WatchKind.PHRASE])
    for each in came_in:
        document_id = each.document_id
        for watch in watches:
            in_words = (document_id, watch.term) in phrases and watch.kind is WatchKind.PHRASE
            if in_words or (document_id, watch.kind, watch.term) in found:
                held[document_id].append(watch)
    return held


def _phrases(
    database: Database, came_in: Sequence[Article], watches: Sequence[Watch]
) -> set[tuple[int, str]]:
    if not watches:
        return set()
    rows = whole_stems(database, [each.version_id for each in came_in])
    found = set()
    for each in came_in:
        row = f" {rows.get(each.document_id, '')} "
        for watch in watches:
            if f" {stems_of(watch)} " in row and _worded(each, watch):
                found.add((each.document_id, watch.term))
    return found


def stems_of(watch: Watch) -> str:
    return " ".join(stems(watch.term)) if watch.term.startswith('"') else watch.term


def _worded(article: Article, watch: Watch) -> bool:
    """Whether the very words stand there, where those were asked for."""
    return not watch.term.startswith('"') or _says(article.text, watch)


def _says(text: str, watch: Watch) -> bool:
    if watch.term.startswith('"'):
        return f" {watch.term.strip(chr(34))} " in f" {' '.join(fold_tokens(text))} "
    return f" {watch.term} " in f" {' '.join(stems(text))} "


def _stories(found: Iterable[Article]) -> list[list[Article]]:
    """Copies with the first of them that came in."""
    stories: dict[object, list[Article]] = {}
    roots: dict[object, object] = {}
    for each in sorted(found, key=lambda article: article.document_id):
        known = roots.get(each.digest) or roots.get(each.near_duplicate_of)
        root = known if known is not None else each.document_id
        roots[each.digest] = roots[each.document_id] = root
        stories.setdefault(root, []).append(each)
    return list(stories.values())


def _order(article: Article, held: Mapping[int, list[Watch]]) -> tuple[int, bool, int]:
    reports = article.reading.kind not in OPINION
    return len(held[article.document_id]), reports, article.document_id


def _watched(
    article: Article,
    held: Sequence[Watch],
    copies: tuple[Article, ...],
    names: Mapping[str, str],
) -> Watched:
    if Flag.REWORDED in article.reading.flags:
        return Watched(article, tuple(held), None, None, copies)
    page = Page(article)
    for watch in held:
        if watch.kind is WatchKind.SPEAKER and (said := _words_of(page, watch)):
            return Watched(article, tuple(held), None, said, copies)
    sentence = _sentence(page, held, names)
    if sentence is not None:
        return Watched(article, tuple(held), sentence.span, None, copies)
    first = [page.sentences[number].span for number in article.reading.summary[:1]]
    return Watched(article, tuple(held), first[0] if first else None, None, copies)


def _words_of(page: Page, watch: Watch) -> Utterance | None:
    """Quotes go before what is only reported."""
    reading = page.article.reading
    for said in (*reading.quotes, *reading.statements):
        if (said.name_id or speaker_key(said.speaker_in(page.text))) == watch.term:
            return said
    return None


def _sentence(page: Page, held: Sequence[Watch], names: Mapping[str, str]) -> Sentence | None:
    """The one that holds most of what is watched for, of those the weightiest, then the first."""
    best, most = None, (0, False, 0.0, 0)
    for sentence in page.sentences[:MOST_SENTENCES]:
        said = page.mentions_in(sentence.span)
        named = {names[each.name_id] for each in said if each.name_id in names}
        words = sentence.span.of(page.text)
        holds = sum(
            watch.term in named if watch.kind is WatchKind.NAME else _says(words, watch)
            for watch in held
            if watch.kind is not WatchKind.SPEAKER
        )
        worth = (holds, sentence.weight > 0, sentence.weight, -sentence.span.start)
        if holds and worth > most:
            best, most = sentence, worth
    return best
