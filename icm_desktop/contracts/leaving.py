"""Open work of one person, and how it goes to a colleague."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class OpenWork:
    """What is still with somebody who leaves: coming visits, and work they own, as ids; patients they coordinate."""

    clinician_id: int | None
    name: str
    left_on: dt.date | None
    visits: tuple[int, ...] = ()
    referrals: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()
    actions: tuple[int, ...] = ()
    tasks: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()
    near_misses: tuple[int, ...] = ()
    recommendations: tuple[int, ...] = ()
    concerns: tuple[int, ...] = ()
    requests: tuple[int, ...] = ()

    @property
    def owned(self) -> int:
        """How much of it can be given to a colleague at once."""
        parts = (
            self.referrals, self.concerns, self.goals, self.actions, self.tasks, self.patients, self.questions,
            self.near_misses, self.recommendations, self.requests,
        )  # fmt: skip
        return sum(map(len, parts))


@dataclass(frozen=True, slots=True)
class HandOver:
    """Give the work of somebody who leaves to a user; visits go to `clinician_id` where the same time is free."""

    from_clinician_id: int
    to_user_id: int
    to_clinician_id: int | None = None


@dataclass(frozen=True, slots=True)
class WorkOf:
    """What a user has open: with one patient, or (None) with all."""

    user_id: int
    patient_id: int | None = None


@dataclass(frozen=True, slots=True)
class HandWorkOver:
    """Give the open work of one user to another: with one patient, or (None) with all."""

    from_user_id: int
    to_user_id: int
    patient_id: int | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What went over; `visits_left` have to be booked anew."""

    owned: int
    visits: int
    visits_left: int
    changes: Changes
