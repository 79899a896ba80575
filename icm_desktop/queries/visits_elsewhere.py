"""Visits elsewhere after a stay: outside appointments and encounters others sent; which one counts as the visit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, select

from db.models.clinical import Encounter
from db.models.scheduling import Appointment
from db.models.transitions import Transition
from db.repositories.scheduling import status_in
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import transitions as content
from icm_desktop.contracts.transitions import VisitElsewhere
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain import moments
from icm_desktop.permissions import Privilege, requires

_NO_VISIT = ("entered-in-error", "cancelled", "planned")


@requires(Privilege.WORKLIST)
def visits_elsewhere(uow: UnitOfWork, patient_ids: Iterable[int], since: dt.date) -> dict[int, list[VisitElsewhere]]:
    """By patient, from a day on: outside appointments that are booked or took place, and encounters of fitting classes.

    Where a visit was and what it was about is text for roles that read clinical facts; the caller keeps it from others.
    """
    start = dt.datetime.combine(since, dt.time(), uow.zone).astimezone(dt.UTC)
    ids = as_text(sorted(set(patient_ids)))
    found: dict[int, list[VisitElsewhere]] = defaultdict(list)
    for row in uow.session.execute(_outside(), {"ids": ids, "since": start}):
        if row.starts_at is not None:
            day = row.starts_at.astimezone(uow.zone).date()
            text = " · ".join(part for part in (row.with_text, row.where_text) if part)
            found[row.patient_id].append(VisitElsewhere(f"appointment:{row.id}", day, text))
    for row in uow.session.execute(_encounters(content.elsewhere()), {"ids": ids, "first": since.isoformat()}):
        day_of = moments.local_day(row.starts_when, uow.zone)
        if day_of is not None and day_of >= since:
            text = " · ".join(part for part in (row.text, row.organization or row.location) if part)
            found[row.patient_id].append(VisitElsewhere(f"encounter:{row.id}", day_of, text))
    return found


def counted_elsewhere(said: Transition | None, known: Sequence[VisitElsewhere]) -> VisitElsewhere | None:
    """The visit elsewhere a person named, while it is still in the records."""
    if said is None:
        return None
    keys = (f"appointment:{said.seen_appointment_id}", f"encounter:{said.seen_encounter_id}")
    return next((one for one in known if one.key in keys), None)


@cache
def _outside() -> Select[*tuple[Any, ...]]:
    return select(
        Appointment.id, Appointment.patient_id, Appointment.starts_at, Appointment.with_text, Appointment.where_text
    ).where(
        Appointment.patient_id.in_(listed(bindparam("ids", type_=String))),
        Appointment.starts_at >= bindparam("since", type_=Appointment.starts_at.type),
        status_in(visit_states.OCCUPIES),
        Appointment.removed_at.is_(None),
        Appointment.outside.is_(True),
    )


@cache
def _encounters(classes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    # Worded so that SQLite finds them by the patient.
    return select(
        Encounter.id, Encounter.patient_id, Encounter.starts_when, Encounter.text, Encounter.organization,
        Encounter.location,
    ).where(
        Encounter.patient_id.in_(listed(bindparam("ids", type_=String))),
        Encounter.class_code.concat("").in_(classes),
        Encounter.starts_when >= bindparam("first", type_=String),
        Encounter.status.is_(None) | Encounter.status.not_in(_NO_VISIT),
        Encounter.removed_at.is_(None),
    )  # fmt: skip
