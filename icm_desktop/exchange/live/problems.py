"""What can go wrong with a partner: later again, not this resource, or somebody else changed it first."""

from __future__ import annotations


class Trouble(Exception):
    """The partner cannot be used now; everything stays queued.

    `code` is a code of words with `params`; `retry_after`: seconds the partner asked to be left alone.
    """

    def __init__(self, code: str, *, retry_after: int | None = None, **params: str | int) -> None:
        super().__init__(code)
        self.code, self.params, self.retry_after = code, params, retry_after


class Refused(Exception):
    """The partner will not take or give this one thing. `words`: what it said, shortened."""

    def __init__(self, status: int, words: str = "") -> None:
        super().__init__(str(status))
        self.status, self.words = status, words


class ChangedThere(Exception):
    """The partner has another version than the one that was to be replaced (HTTP 412, or 409 on an update)."""
