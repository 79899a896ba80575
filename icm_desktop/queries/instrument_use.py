"""Which questionnaires the practice uses, and with which of their optional cut-offs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Select, select

from db.models.screening import InstrumentUse
from db.unit_of_work import UnitOfWork
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.screening import InstrumentRow
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def uses(uow: UnitOfWork) -> Mapping[str, InstrumentRow]:
    """Every shipped questionnaire by id. Until the practice says otherwise, those that need no licence are in use."""
    said = {row.instrument: row for row in uow.session.scalars(_said())}
    return {
        one.id: InstrumentRow(
            instrument=one,
            use_id=said[one.id].id if one.id in said else None,
            in_use=said[one.id].in_use if one.id in said else one.licence.use != "declare",
            licence=said[one.id].licence if one.id in said else None,
            cut_offs=tuple((said[one.id].cut_offs or "").split()) if one.id in said else (),
        )
        for one in instruments().values()
    }


@cache
def _said() -> Select[InstrumentUse]:
    return select(InstrumentUse).where(InstrumentUse.removed_at.is_(None)).order_by(InstrumentUse.id)
