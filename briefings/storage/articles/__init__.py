"""Articles: storing, loading, listing, removing, verifying."""

from briefings.storage.articles.listing import (
    DocumentRow,
    count_documents,
    holds_body,
    list_documents,
    near_duplicate_candidates,
)
from briefings.storage.articles.loading import article, articles, articles_for_window
from briefings.storage.articles.removing import remove_document, restore_document
from briefings.storage.articles.storing import Also, NewArticle, store_article
from briefings.storage.articles.verifying import (
    removed_among,
    stored_words,
    verify_extracts,
    verify_texts,
)

__all__ = [
    "Also",
    "DocumentRow",
    "NewArticle",
    "article",
    "articles",
    "articles_for_window",
    "count_documents",
    "holds_body",
    "list_documents",
    "near_duplicate_candidates",
    "remove_document",
    "removed_among",
    "restore_document",
    "store_article",
    "stored_words",
    "verify_extracts",
    "verify_texts",
]
