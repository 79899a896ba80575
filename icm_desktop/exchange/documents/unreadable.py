"""A document that cannot be read, and why."""

from __future__ import annotations


class Unreadable(ValueError):
    """The content cannot be turned into words.

    Args:
        reason: The code of a sentence, such as "documents.damaged".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
