"""Articles: storing, loading, listing, removing, verifying."""

from briefings.storage.articles.batches import store_articles
from briefings.storage.articles.correcting import (
    Said,
    correct_document,
    corrected_day,
    deed_of,
    said_in,
    said_of,
    storing_of,
)
from briefings.storage.articles.history import (
    Earlier,
    earlier_version,
    history_of,
    version_numbered,
)
from briefings.storage.articles.listing import (
    DocumentRow,
    count_documents,
    holds_body,
    list_documents,
    near_duplicate_candidates,
)
from briefings.storage.articles.loading import (
    Body,
    article,
    articles,
    articles_for_window,
    bodies,
)
from briefings.storage.articles.removing import (
    remove_document,
    restore_document,
    retract_document,
    stand_document,
)
from briefings.storage.articles.storing import Also, NewArticle, store_article
from briefings.storage.articles.verifying import (
    removed_among,
    stored_words,
    verify_extracts,
    verify_texts,
)
from briefings.storage.articles.versioning import document_at

__all__ = [
    "Also",
    "Body",
    "DocumentRow",
    "Earlier",
    "NewArticle",
    "Said",
    "article",
    "articles",
    "articles_for_window",
    "bodies",
    "correct_document",
    "corrected_day",
    "count_documents",
    "deed_of",
    "document_at",
    "earlier_version",
    "history_of",
    "holds_body",
    "list_documents",
    "near_duplicate_candidates",
    "remove_document",
    "removed_among",
    "restore_document",
    "retract_document",
    "said_in",
    "said_of",
    "stand_document",
    "store_article",
    "store_articles",
    "stored_words",
    "storing_of",
    "verify_extracts",
    "verify_texts",
    "version_numbered",
]
