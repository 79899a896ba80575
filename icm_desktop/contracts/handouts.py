"""Pages for the patient."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class HandoutRequest:
    """Make "Your next steps". `language`: en, es or None for the patient's; `paper`: letter or a4; None large print: as chosen for the patient.

    `sensitive_ids` are the sensitive items ("appointment:5", "plan_action:9", "goal:3", "medication:4") a coordinator ticked.
    """

    patient_id: int
    kind: str = "next-steps"
    language: str | None = None
    large_print: bool | None = None
    paper: str = "letter"
    sensitive_ids: tuple[str, ...] = ()
    most_important: str | None = None


@dataclass(frozen=True, slots=True)
class SensitiveItem:
    """An item that prints only when ticked."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class HandoutMade:
    """The PDF and what a person must know of it. `overflow` names what did not fit; `not_in_language` the lines in the box."""

    pdf: bytes
    pages: int
    language: str
    large_print: bool
    paper: str
    not_in_language: tuple[str, ...]
    overflow: tuple[str, ...]
    sensitive: tuple[SensitiveItem, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepHandout:
    """Keep the exact PDF that was `how`: printed or saved."""

    patient_id: int
    made: HandoutMade
    how: str


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """A page that was handed out."""

    id: int
    kind: str
    language: str
    large_print: bool
    pages: int
    how: str
    made_at: dt.datetime
    by: str


@dataclass(frozen=True, slots=True)
class HandoutKept:
    """The page is kept."""

    id: int
    changes: Changes
