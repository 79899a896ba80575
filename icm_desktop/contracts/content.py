"""Shipped content and who of the practice stands for it; values of policies the practice changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from icm_desktop.changes import Changes


class Standing(StrEnum):
    """Whether somebody of the practice stands for content as it is now."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class ContentRow:
    """One content. `marks`: V, V2 verified in a source, P a policy of practices, M from memory, to be confirmed."""

    kind: str
    id: str
    language: str | None
    title: str
    source: str
    year: int | None
    version: str
    marks: tuple[str, ...]
    digest: str
    standing: Standing
    confirmation_id: int | None = None
    confirmed_by: str | None = None
    confirmed_role: str | None = None
    confirmed_on: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line of content that is no longer what was confirmed; None: it was not there, or is no longer."""

    place: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class ContentChanges:
    """What changed since the last confirmation; `version` is the one that was confirmed.

    `lines` is None when the confirmation kept no lines to compare with.
    """

    version: str
    lines: tuple[ChangedLine, ...] | None


@dataclass(frozen=True, slots=True)
class ConfirmContent:
    """A person of the practice has read this content, as its `digest` tells, and stands for it."""

    kind: str
    content_id: str
    digest: str
    confirmed_by: str
    confirmed_role: str | None = None
    confirmed_on: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A value the practice may change: `value` counts now, `shipped` is where it comes from."""

    name: str
    value: int
    shipped: int
    unit: str
    least: int
    most: int
    source: str
    mark: str
    why: str
    changed_at: dt.datetime | None = None
    changed_by: str | None = None

    @property
    def changed(self) -> bool:
        """Whether the practice put a value of its own here."""
        return self.value != self.shipped


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """Put a value in place of the shipped one; None goes back to it."""

    name: str
    value: int | None


@dataclass(frozen=True, slots=True)
class ContentSaved:
    """Content was confirmed, or a policy changed."""

    changes: Changes
