""" "My visits": calendar pages with the days marked, and every visit with what to bring."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.patient_sheets import Month, Months, Part, Visits, Words
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handout_visits
from icm_desktop.queries.handout_page import HandoutPage

_MOST_MONTHS = 3  # side by side on one sheet; later visits stand in the list


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage, _patient: Patient) -> Iterator[Part]:
    """The months that have a visit, then every visit, soonest first."""
    bank = page.bank
    visits = handout_visits.visits(uow, page)
    if not visits:
        yield Words(bank("head.visits"), (bank("visits.none"),))
        return
    days = handout_visits.days(uow, page, {visit.id for visit in visits})
    months = [
        Month(first, tuple(day.day for day in month))
        for first, month in itertools.groupby(days, key=lambda day: day.replace(day=1))
    ]
    yield Months(tuple(months[:_MOST_MONTHS]), bank("visits.framed"))
    yield Visits(bank("head.visits"), visits)
    yield Words(bank("head.cannot_come"), (bank("visits.cannot_come"), bank("visits.ride")))
