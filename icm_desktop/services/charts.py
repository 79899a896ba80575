"""Opening a chart: a read that leaves a trace."""

from __future__ import annotations

from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.chart import Chart
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.chart import chart
from icm_desktop.queries.since_looked import OPENED, last_looked


@requires(Privilege.DEMOGRAPHICS)
def open_chart(uow: UnitOfWork, patient_id: int) -> Chart:
    """The chart of a patient; that it was opened, by whom and when, is recorded.

    Raises:
        NotFound: patients.unknown.
    """
    opened = replace(chart(uow, patient_id), last_looked_at=last_looked(uow, patient_id))
    uow.record(OPENED, patient_id=patient_id, object_kind="patient", object_id=patient_id)
    return opened
