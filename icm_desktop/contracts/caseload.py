"""The caseload: one row for each patient in a program, with contacts, scores, flags, plan, referrals and minutes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.programs import ProgramName
from icm_desktop.domain.caseload import Flag
from icm_desktop.domain.score_courses import Course


@dataclass(frozen=True, slots=True)
class CaseloadFilter:
    """Whose patients (mine, or everybody's), of which program ("" for all)."""

    mine: bool = False
    program: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One patient in care management. `contacts`: times reached in 30 days. `planned`: a next try or call on a day.

    `minutes`: of this month, of all programs. `courses`: scores that are followed, first to last. `referrals_late`:
    past the practice's limit. `pressures`: day, systolic, diastolic, from the one at enrolment on. `consult_on`: the
    last psychiatric consult, with how many `recommendations` are open.
    """

    head: PatientHead
    coordinator: str | None
    coordinator_id: int | None
    programs: tuple[ProgramName, ...]
    on_hold: bool
    enrolled_on: dt.date
    weeks: int
    last_contact: dt.date | None
    contacts: int
    planned: dt.date | None
    next_visit: dt.datetime | None
    next_visit_with: str | None
    courses: tuple[Course, ...]
    flags: tuple[Flag, ...]
    review_due: dt.date | None
    referrals: int
    referrals_late: int
    barriers: tuple[str, ...]
    goals: int
    minutes: int
    pressures: tuple[tuple[dt.date, float, float], ...] = ()
    consult_on: dt.date | None = None
    consult_by: str | None = None
    recommendations: int = 0

    def course(self, score: str) -> Course | None:
        """One score by its name."""
        return next((one for one in self.courses if one.score == score), None)


@dataclass(frozen=True, slots=True)
class Caseload:
    """The rows, the most serious flags first, and the strip above: of how many what is true."""

    day: dt.date
    rows: tuple[CaseloadRow, ...]
    contacted: int
    improved: int
    followed: int
    no_next: int
