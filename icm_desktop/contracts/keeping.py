"""Backups and checks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One answer; `ok` is None when it could not be checked here, which is not a yes."""

    name: str
    ok: bool | None
    detail: str


@dataclass(frozen=True, slots=True)
class Checked:
    """All answers: False when one failed, None when none failed but one was not checked."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool | None:
        """The worst answer."""
        answers = {check.ok for check in self.checks}
        return False if False in answers else None if None in answers else True


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A verified backup."""

    out: str
    bytes: int
    patients: int
