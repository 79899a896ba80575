"""Questions about values: the last one of a measurement, whether it was measured, whether anything followed it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import aliased

from db.models.clinical import Encounter, Observation
from db.models.plan import ContactLog
from db.models.scheduling import Appointment
from db.models.screening import ScreeningFollowUp
from db.search import among
from icm_desktop.content import codes
from icm_desktop.domain import appointment_states
from icm_desktop.domain.pathways.facts import Event
from icm_desktop.domain.populations import Ask, Evidence, Kind
from icm_desktop.queries.pathway_facts import FactsReader
from icm_desktop.queries.populations.asking import Asking, Found

_WRONG = ("entered-in-error", "cancelled", "registered")
_NOT_A_VISIT = ("planned", "cancelled", "entered-in-error", "booked")


class Valued:
    """The last value of a measurement is as asked, or it was measured at all in so many days.

    A value counts in the unit the practice's content counts in. One of a part of a panel (a pressure) cannot be found
    beforehand.
    """

    exact = False

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test
        self._measured = next(one for one in codes.measurements() if one.id == test.of[0])
        self._names = frozenset(f"loinc:{code}" for code in self._measured.codes)

    @cached_property
    def _reader(self) -> FactsReader:
        return FactsReader(self._asking.uow, self._names)

    @property
    def wanted(self) -> Select[Any] | None:
        if self._measured.component_of:
            return None
        first = self._asking.start(self._test.days) - dt.timedelta(days=1)
        found = select(Observation.patient_id).where(
            self._counts(Observation), Observation.effective_when >= first.isoformat()
        )
        if self._test.compare not in (">", ">=") or self._test.value is None:
            return found
        # A value in a larger unit has a larger number, so nobody who is as asked is left out.
        later = aliased(Observation)
        ended = self._asking.midnight(self._asking.on + dt.timedelta(days=1))
        after = select(later.id).where(
            later.patient_id == Observation.patient_id, self._counts(later), later.value_number.is_not(None),
            later.effective_when > Observation.effective_when, later.effective_when < ended,
        )  # fmt: skip
        return found.where(Observation.value_number >= self._test.value, ~after.exists())

    def _counts(self, row: Any) -> ColumnElement[bool]:
        return and_(
            row.code.in_(self._measured.codes), row.removed_at.is_(None),
            or_(row.status.is_(None), row.status.not_in(_WRONG)),
        )  # fmt: skip

    def found(self, ids: Sequence[int]) -> Found:
        last = {patient_id: one for patient_id, one in self._last(ids) if self._fits(one)}
        if self._test.unfollowed_days is not None:
            limit = self._asking.on - dt.timedelta(days=self._test.unfollowed_days)
            last = {patient_id: one for patient_id, one in last.items() if one.day <= limit}
            followed = _Followed(self._asking, list(last))
            last = {patient_id: one for patient_id, one in last.items() if not followed.after(patient_id, one.day)}
        return {
            patient_id: (Evidence(self._test.kind, self._measured.name, one.day, one.value),)
            for patient_id, one in last.items()
        }

    def _last(self, ids: Sequence[int]) -> Iterable[tuple[int, Event]]:
        first = self._asking.start(self._test.days)
        for patient_id, facts in self._reader.of(ids, self._asking.on).items():
            events = facts.known_on(self._asking.on).events_of(self._names, office=False)
            counted = [one for one in events if one.day >= first and one.value is not None]
            if counted:
                yield patient_id, counted[-1]

    def _fits(self, one: Event) -> bool:
        return one.value is not None and (self._test.kind is Kind.MEASURED or self._test.compares(one.value))


class _Followed:
    """Days on which somebody did something for these patients: reached, saw or visited them, or noted an act."""

    def __init__(self, asking: Asking, ids: Sequence[int]) -> None:
        self._days: dict[int, list[dt.date]] = defaultdict(list)
        run, zone = asking.uow.session.execute, asking.uow.zone
        if not ids:
            return
        for patient_id, at in run(
            select(ContactLog.patient_id, ContactLog.at).where(
                ContactLog.patient_id.in_(among(ids)), ContactLog.outcome == "reached", ContactLog.removed_at.is_(None)
            )
        ):
            self._days[patient_id].append(at.astimezone(zone).date())
        for patient_id, starts in run(
            select(Appointment.patient_id, Appointment.starts_at).where(
                Appointment.patient_id.in_(among(ids)), Appointment.starts_at.is_not(None),
                (Appointment.status + "").in_(sorted(appointment_states.TOOK_PLACE)),  # found by patient, not by this
                Appointment.removed_at.is_(None),
            )
        ):  # fmt: skip
            if starts is not None:
                self._days[patient_id].append(starts.astimezone(zone).date())
        seen = select(Encounter.patient_id, Encounter.starts_when).where(
            Encounter.patient_id.in_(among(ids)), Encounter.removed_at.is_(None),
            or_(Encounter.status.is_(None), Encounter.status.not_in(_NOT_A_VISIT)),
        )  # fmt: skip
        for patient_id, when in run(seen):
            if (day := asking.day(when)) is not None:
                self._days[patient_id].append(day)
        noted = select(ScreeningFollowUp.patient_id, ScreeningFollowUp.done_on).where(
            ScreeningFollowUp.patient_id.in_(among(ids)), ScreeningFollowUp.removed_at.is_(None)
        )
        for patient_id, day in run(noted):
            self._days[patient_id].append(day + dt.timedelta(days=1))  # an act of the same day follows the score
        self._until = asking.on

    def after(self, patient_id: int, day: dt.date) -> bool:
        """Whether something followed a day, as far as is known on the day that is asked for."""
        return any(day < one <= self._until + dt.timedelta(days=1) for one in self._days.get(patient_id, ()))
