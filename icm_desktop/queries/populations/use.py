"""Questions about the use of care: emergency visits, stays, discharges, visits here, contacts, a visit ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, union_all

from db.models.clinical import Encounter
from db.models.plan import ContactLog
from db.models.scheduling import Appointment
from db.search import among
from icm_desktop.domain import appointment_states
from icm_desktop.domain.populations import Ask, Evidence, Kind
from icm_desktop.domain.utilization import emergency_days
from icm_desktop.queries.hospital_use import NOT_A_STAY, HospitalUse, Used, classes
from icm_desktop.queries.populations.asking import Asking, Found

_DAY = dt.timedelta(days=1)


class InHospital:
    """Days with an emergency visit, stays that began, or a discharge, within so many days."""

    exact = False

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test
        self._first = asking.start(test.days)
        if test.kind is Kind.DISCHARGED:
            self._first = asking.on - dt.timedelta(days=test.days or 0)
        kinds = classes(asking.uow)
        self._classes = kinds.emergency if test.kind is Kind.EMERGENCY else kinds.stays

    @property
    def wanted(self) -> Select[*tuple[Any, ...]]:
        ended = Encounter.ends_when >= (self._first - _DAY).isoformat()
        lasts = Encounter.ends_when.is_(None)
        found = select(Encounter.patient_id).where(
            Encounter.class_code.in_(self._classes),
            ended if self._test.kind is Kind.DISCHARGED else or_(ended, lasts),
            Encounter.removed_at.is_(None),
            or_(Encounter.status.is_(None), Encounter.status.not_in(NOT_A_STAY)),
        )
        if self._test.at_least == 1:
            return found
        return found.group_by(Encounter.patient_id).having(func.count() >= self._test.at_least)

    def found(self, ids: Sequence[int]) -> Found:
        used = HospitalUse(self._asking.uow, ids, self._first - dt.timedelta(days=2))
        days = {patient_id: self._days(used.of(patient_id)) for patient_id in ids}
        return {
            patient_id: tuple(Evidence(self._test.kind, day=day) for day in reversed(found))
            for patient_id, found in days.items()
            if len(found) >= self._test.at_least
        }

    def _days(self, used: Used) -> Sequence[dt.date]:
        first, last = self._first, self._asking.on
        if self._test.kind is Kind.EMERGENCY:
            return emergency_days(used.emergency, used.every_stay, first, last)
        if self._test.kind is Kind.STAYS:
            return [one.began for one in used.stays if first <= one.began <= last]
        over = [one for one in used.stays if one.ended is not None and first <= one.ended <= last and not one.died]
        return [one.ended for one in over if one.ended is not None]


class Seen:
    """Seen here, or reached by phone or another way, within so many days."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test
        self._from = asking.midnight(asking.start(test.days))
        self._to = asking.midnight(asking.on + _DAY)

    def _visits(self) -> Select[*tuple[Any, ...]]:
        return select(Appointment.patient_id, Appointment.starts_at.label("at")).where(
            Appointment.starts_at >= _instant(self._from), Appointment.starts_at < _instant(self._to),
            Appointment.status.in_(sorted(appointment_states.TOOK_PLACE)), Appointment.removed_at.is_(None),
            Appointment.outside.is_(False),
        )  # fmt: skip

    def _calls(self) -> Select[*tuple[Any, ...]]:
        return select(ContactLog.patient_id, ContactLog.at.label("at")).where(
            ContactLog.at >= _instant(self._from), ContactLog.at < _instant(self._to),
            ContactLog.outcome == "reached", ContactLog.removed_at.is_(None),
        )  # fmt: skip

    def _parts(self) -> tuple[Select[*tuple[Any, ...]], ...]:
        return (self._visits(),) if self._test.kind is Kind.VISITS else (self._visits(), self._calls())

    @property
    def wanted(self) -> Select[*tuple[Any, ...]]:
        each = union_all(*self._parts()).subquery()
        found = select(each.c.patient_id)
        if self._test.at_least == 1:
            return found
        return found.group_by(each.c.patient_id).having(func.count() >= self._test.at_least)

    def found(self, ids: Sequence[int]) -> Found:
        rows: dict[int, list[Evidence]] = {}
        for part in self._parts():
            of_them = part.where(part.selected_columns.patient_id.in_(among(ids)))
            for patient_id, at in self._asking.uow.session.execute(of_them):
                day = at.astimezone(self._asking.uow.zone).date()
                rows.setdefault(patient_id, []).append(Evidence(self._test.kind, day=day))
        return {patient_id: tuple(sorted(found, key=lambda one: one.day or dt.date.min, reverse=True))
                for patient_id, found in rows.items() if len(found) >= self._test.at_least}  # fmt: skip


class Booked:
    """A visit here is ahead."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking = asking

    def _rows(self) -> Select[*tuple[Any, ...]]:
        return select(Appointment.patient_id, Appointment.starts_at).where(
            and_(Appointment.starts_at >= _instant(self._asking.midnight(self._asking.on))),
            Appointment.status.in_(sorted(appointment_states.COMING)), Appointment.outside.is_(False),
            Appointment.removed_at.is_(None),
        )  # fmt: skip

    @property
    def wanted(self) -> Select[*tuple[Any, ...]]:
        return self._rows().with_only_columns(Appointment.patient_id)

    def found(self, ids: Sequence[int]) -> Found:
        found: dict[int, list[Evidence]] = {}
        rows = self._rows().where(Appointment.patient_id.in_(among(ids))).order_by(Appointment.starts_at)
        for patient_id, at in self._asking.uow.session.execute(rows):
            day = at.astimezone(self._asking.uow.zone).date()
            found.setdefault(patient_id, []).append(Evidence(Kind.NEXT_VISIT, day=day))
        return found


def _instant(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
