"""What a goal can be measured by."""

from __future__ import annotations

from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.contracts.plans import MeasureChoice
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.CLINICAL_READ)
def measures(uow: UnitOfWork) -> tuple[MeasureChoice, ...]:
    """Every measurement the practice's content knows, those a chart shows first named first."""
    return tuple(MeasureChoice(one.name, one.codes) for one in codes.measurements())
