"""The packet of a referral: letter, cover and documents as one PDF, and what was sent to whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes

MOST_BYTES = 60_000_000


@dataclass(frozen=True, slots=True)
class PacketRequest:
    """What goes in. `results`: how many days back, 0 for none; `sensitive`: also what needs an agreement to be told."""

    referral_id: int
    language: str = "en"
    paper: str = "letter"
    cover: bool = True
    problems: bool = True
    medicines: bool = True
    allergies: bool = True
    results: int = 365
    document_ids: tuple[int, ...] = ()
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class PacketDocument:
    """A document of the patient that could be added. `pages_as`: "pdf", "picture", "words" or "" (it cannot be)."""

    id: int
    title: str
    kind: str | None
    written: str | None
    sensitive: bool
    pages_as: str


@dataclass(frozen=True, slots=True)
class PacketOffer:
    """What could go into the packet of a referral, and whether an agreement allows sensitive matters to be told."""

    documents: tuple[PacketDocument, ...]
    agreed: bool
    holds_sensitive: bool


@dataclass(frozen=True, slots=True)
class PacketMade:
    """The packet. `content` tells it from one with other words; `withheld` counts sensitive entries left out."""

    pdf: bytes
    pages: int
    content: str
    withheld: int


@dataclass(frozen=True, slots=True)
class SendPacket:
    """Keep the packet as it leaves, and record it as sent. `content` as of the packet that was looked at."""

    request: PacketRequest
    expected_version: int
    content: str
    how: str


@dataclass(frozen=True, slots=True)
class PacketSent:
    """The exact PDF that was kept."""

    handout_id: int
    pdf: bytes
    version: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class SentPacket:
    """One line of the log: which version went to whom, when, how and by whom; `sha256` of the kept PDF."""

    handout_id: int
    version: int
    at: dt.datetime
    by: str | None
    to: str | None
    how: str | None
    pages: int
    sha256: str
