"""Of whom the kept conflicts may not be right any more."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db import conflict_work
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import content_digest
from icm_desktop.domain.conflicts.rules import SEVERITIES
from icm_desktop.permissions import Privilege, allows, requires


@requires(Privilege.SIGN_IN)
def outdated(uow: UnitOfWork) -> tuple[int, ...]:
    """Patients whose kept conflicts may not be right today."""
    return tuple(conflict_work.outdated(uow.session.connection(), uow.today.isoformat(), content_digest()))


@requires(Privilege.SIGN_IN)
def everybody(uow: UnitOfWork) -> tuple[int, ...]:
    """Every patient of the file, in order."""
    return tuple(uow.session.scalars(select(Patient.id).where(Patient.removed_at.is_(None)).order_by(Patient.id)))


@requires(Privilege.SIGN_IN)
def waiting(uow: UnitOfWork) -> int:
    """How many patients must be checked again."""
    return len(outdated(uow))


@requires(Privilege.SIGN_IN)
def found_later(uow: UnitOfWork, day: dt.date) -> bool:
    """Whether conflicts of today's list were found after a past day, and so are not on the list of that day.

    Who reads no conflicts is not told of them.
    """
    if day >= uow.today or not allows(uow.actor.role, Privilege.CLINICAL_READ):
        return False
    return conflict_work.found_after(uow.session.connection(), SEVERITIES.index("stop"), day.isoformat())
