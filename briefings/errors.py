"""What a person can act on. Everything else is a bug and flies.

An error carries a `code`, which the message catalogue turns into a sentence in the person's
language, and the ids and numbers that sentence needs. `str(error)` is the same in plain English.
"""


class BriefingsError(Exception):
    """Something a person can do something about."""

    code = "error"

    def __init__(self, text: str, /, **fields: object) -> None:
        super().__init__(text)
        self.fields = fields


class UnusableDocumentError(BriefingsError):
    """A document that cannot become an article; `reason` is the catalogue's key.

    Reasons: empty, too-large, not-text, no-text, locked, too-deep, too-slow, too-hungry, broken,
    bomb, unknown-type.
    """

    code = "unusable-document"

    def __init__(self, text: str, /, *, reason: str, **fields: object) -> None:
        super().__init__(text, reason=reason, **fields)
        self.reason = reason


class DuplicateDocumentError(BriefingsError):
    """The shelf already holds this; `document_id` and `title` say where, `reason` "removed" that
    it has been taken out of sight."""

    code = "duplicate-document"


class ChangedSinceError(BriefingsError):
    """Somebody was quicker, or the deed has been taken back; `title` says of which document."""

    code = "changed-since"


class BusyError(BriefingsError):
    """Too much is waiting to be taken in; `minutes` says when to try again."""

    code = "busy"


class NotFoundError(BriefingsError):
    """Nothing visible answers to this id or name; `what` and `wanted` say which."""

    code = "not-found"


class NotAllowedError(BriefingsError):
    """The person lacks a right; `right` says which."""

    code = "not-allowed"


class BadValueError(BriefingsError):
    """A value a person gave is not usable; `name`, `given` and `wanted` say how to mend it."""

    code = "bad-value"


class NameTakenError(BriefingsError):
    """A form that a desk adds means somebody already; `given` is the form, `other` whose it is."""

    code = "name-taken"


class DriftedExtractError(BriefingsError):
    """A stored extract no longer equals its slice of the stored text; it is never posted."""

    code = "drifted-extract"


class ArchiveError(BriefingsError):
    """The archive cannot be written or read: disk full, database away, newer schema."""

    code = "archive"


class FetchError(BriefingsError):
    """A link that was not followed, or that gave nothing usable; `reason` is the catalogue's key.

    `host` says where, never the whole link, which may hold a key. Reasons: bad-link, scheme, port,
    user-info, host, address, downgrade, redirects, redirect, no-name, unreachable, tls, too-slow,
    stopped, broken-answer, headers, status, not-there, gone, forbidden, busy, server, too-large,
    bomb, encoding, cut-short, empty, not-text, robots.
    """

    code = "fetch"

    def __init__(self, text: str, /, *, reason: str, **fields: object) -> None:
        super().__init__(text, reason=reason, **fields)
        self.reason = reason


class FeedError(BriefingsError):
    """A feed that cannot be read or kept; `reason` is the catalogue's key.

    Reasons: entities, not-a-feed, broken, too-large, too-deep, no-feed, known, quota, opml.
    """

    code = "feed"

    def __init__(self, text: str, /, *, reason: str, **fields: object) -> None:
        super().__init__(text, reason=reason, **fields)
        self.reason = reason


class QuotaError(BriefingsError):
    """A guild has all it may have; `reason` says of what (documents, megabytes, subscriptions),
    `most` how much that is."""

    code = "quota"
