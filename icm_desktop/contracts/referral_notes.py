"""Notes that came in and look like the answer to a referral."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteProposal:
    """A document that fits an open referral; `reasons` as of `domain.referral_notes`. Nothing is linked by itself."""

    document_id: int
    title: str
    written: str | None
    author: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkNote:
    """This document is the answer to this referral."""

    referral_id: int
    expected_version: int
    document_id: int
