"""Facts about our own work: how the steps of pathways stand today, and what followed errors and near misses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select

from db.models.conferences import NearMiss
from db.repositories import pathway_variation
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.near_misses import CLOSED
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.outcomes.facts import Fact
from icm_desktop.queries.pathways_in_use import in_use

_CHANGED = {"en": "Near miss: something was changed", "es": "Casi error: se cambió algo"}
_STEP = {"en": "A step that is not asked for any more", "es": "Un paso que ya no se pide"}
_NOT_YET = {"en": "Near miss: nothing was changed so far", "es": "Casi error: nada se ha cambiado aún"}


@requires(Privilege.CLINICAL_READ)
def steps_by_patient(uow: UnitOfWork) -> list[Fact]:
    """Of each patient how many steps of pathways are asked for, and how many of those are not overdue, as of today."""
    today = uow.today
    rows = pathway_variation.by_patient(uow.session.connection(), today.isoformat())
    return [Fact(patient_id, today, in_time, asked) for patient_id, in_time, asked in rows]


@requires(Privilege.CLINICAL_READ)
def steps_behind(uow: UnitOfWork, ids: Collection[int], *, overdue: bool) -> list[Fact]:
    """The steps themselves of these patients, one fact each."""
    rows = pathway_variation.steps_of(uow.session.connection(), uow.today.isoformat(), overdue=overdue)
    steps = (step for pathway in in_use(uow).pathways for step in pathway.steps)
    titles = {step.activity.group: {"en": step.activity.title, "es": step.activity.title_es} for step in steps}
    return [
        Fact(patient_id, dt.date.fromisoformat(due), float(not overdue), 1, titles.get(activity, _STEP))
        for patient_id, activity, due in rows if patient_id in ids
    ]  # fmt: skip


@requires(Privilege.CLINICAL_READ)
def near_misses(uow: UnitOfWork, first: dt.date, last: dt.date) -> list[Fact]:
    """Each that happened, with whether something was changed after it; some are of no patient."""
    row = NearMiss
    wanted = select(row.patient_id, row.happened_on, row.status, row.changed_text).where(
        row.removed_at.is_(None), row.happened_on >= first, row.happened_on <= last
    )
    return [
        Fact(patient_id, day, float(changed), what=_CHANGED if changed else _NOT_YET)
        for patient_id, day, changed in (
            (each.patient_id, each.happened_on, each.status == CLOSED and bool(each.changed_text))
            for each in uow.session.execute(wanted)
        )
    ]
