"""Kinds of visit with the sentences patients may read for them."""

from __future__ import annotations

from sqlalchemy import select

from db.models.practice import AppointmentType
from db.repositories.scheduling import TYPE_ORDER
from db.unit_of_work import UnitOfWork
from icm_desktop.content.phrases import LANGUAGES, bank
from icm_desktop.contracts.scheduling import Setup
from icm_desktop.contracts.set_up import VisitTypes
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.calendar import type_row

_VISIT, _BRING = "visit.", "bring."


@requires(Privilege.APPOINTMENTS)
def visit_types(uow: UnitOfWork) -> VisitTypes:
    """Every kind, those no longer offered too, and what the phrase bank offers in each language."""
    found = uow.session.scalars(select(AppointmentType).order_by(*TYPE_ORDER))
    types = tuple(type_row(row) for row in found)
    setup = Setup((), tuple(row for row in types if not row.retired))
    return VisitTypes(types, setup, _phrases(_VISIT), _phrases(_BRING))


def _phrases(prefix: str) -> tuple[tuple[str, str], ...]:
    banks = [bank(language) for language in LANGUAGES]
    keys = [key for key in banks[0].texts if key.startswith(prefix)]
    return tuple((key, " / ".join(each(key) for each in banks if each.has(key))) for key in keys)
