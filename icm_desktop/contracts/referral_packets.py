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
    """The packet. `content` tells it from one with other words; `withheld` counts sensitive entries left out.

    `missing`: characters of the letter, or of documents set here, that no font has, shown as a square. `substance_use`:
    it tells of it, by the consent `consent_id`, and carries the notice.
    """

    pdf: bytes
    pages: int
    content: str
    withheld: int
    missing: str = ""
    substance_use: bool = False
    consent_id: int | None = None


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
    approved_by: str | None = None


@dataclass(frozen=True, slots=True)
class ApprovePacket:
    """Let the front desk send exactly these pages. `content` as of what was looked at; `note` for the desk."""

    request: PacketRequest
    expected_version: int
    content: str
    how: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ApprovedPacketRow:
    """A packet the front desk may send: which version, who approved it when, to whom and how it is to go.

    `sensitive`: it tells what needs an agreement, or holds sensitive documents. `fits`: the referral still goes to whom
    it was approved for.
    """

    id: int
    version: int
    at: dt.datetime
    by: str
    to: str | None
    how: str
    pages: int
    documents: int
    sensitive: bool
    note: str | None
    sha256: str
    fits: bool


@dataclass(frozen=True, slots=True)
class PacketForDesk:
    """What the front desk may send for a referral, the newest first, and whom to ask when there is nothing."""

    approved: tuple[ApprovedPacketRow, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PacketApproved:
    """The packet that was approved."""

    packet: ApprovedPacketRow
    changes: Changes


@dataclass(frozen=True, slots=True)
class SendApproved:
    """Send an approved packet as it is."""

    packet_id: int
    how: str


@dataclass(frozen=True, slots=True)
class PacketPages:
    """The exact pages of an approved packet; that they were opened is on record."""

    pdf: bytes
    changes: Changes
