""" "After the hospital": the first week at home, and what to call about; from the last stay of 30 days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import select

from db.models.clinical import Encounter
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content.advice import advice
from icm_desktop.contracts.patient_sheets import Part, Words
from icm_desktop.domain.transitions import CONTACT
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handout_visits, transitions
from icm_desktop.queries.handout_page import HandoutPage
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.sheet_what_to_do import of_patient


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage, _patient: Patient) -> Iterator[Part]:
    """When the patient came home, what to do this week, when to call us and when 911."""
    bank = page.bank
    left = _left_on(uow, page)
    page.fact("stay", "stay", left)
    if left is None:
        page.notice("handout.no_stay")
        yield Words("", (bank("hospital.none"),))
    else:
        yield Words("", (bank("hospital.left", day=bank.calendar.day(left, year=left.year != page.today.year)),))
    yield Words(bank("head.first_week"), tuple(_week(uow, page, left)), mark="tick")
    _, yellow, red = of_patient(uow, page).zones
    watch = dict.fromkeys((*advice().after_hospital.watch, *yellow))
    yield Words(bank("head.watch"), tuple(bank(phrase) for phrase in watch), mark="bullet", strong=True)
    worst = dict.fromkeys((*red, *advice().after_hospital.red))
    yield Words(bank("head.call_911"), tuple(bank(phrase) for phrase in worst), mark="bullet", strong=True)


def _week(uow: UnitOfWork, page: HandoutPage, left: dt.date | None) -> Iterator[str]:
    bank = page.bank
    call = _call_by(uow, page, left)
    if call is not None:
        yield bank("hospital.we_call", day=bank.calendar.day(call))
    visits = handout_visits.visits(uow, page)
    later = {visit.id for visit in visits[1:]}  # only the day of the next is told
    page.facts = [one for one in page.facts if one.id not in later]
    page.free_lines = [line for line in page.free_lines if line.of not in {visit.id for visit in visits}]
    if visits:
        sentence = bank("hospital.visit", day=visits[0].long_day, at=visits[0].at)
        yield sentence[:-1] if sentence.endswith("..") else sentence
    else:
        yield bank("hospital.no_visit")
    for phrase in advice().after_hospital.week:
        yield bank(phrase)


def _left_on(uow: UnitOfWork, page: HandoutPage) -> dt.date | None:
    """The day the last stay ended, when that is not longer ago than a transition lasts."""
    since = (page.today - dt.timedelta(days=advice().after_hospital.days)).isoformat()
    ended = uow.session.scalars(
        select(Encounter.ends_when)
        .where(
            Encounter.patient_id == page.patient_id,
            Encounter.removed_at.is_(None),
            Encounter.class_code.in_(practice_policies(uow).after_discharge.stays),
            Encounter.ends_when >= since,
        )
        .order_by(Encounter.ends_when.desc())
    ).first()
    return None if not ended else min(dt.date.fromisoformat(ended[:10]), page.today)


def _call_by(uow: UnitOfWork, page: HandoutPage, left: dt.date | None) -> dt.date | None:
    """Until when we owe the patient a call: only told while that day has not passed."""
    if left is None or not page.may_tick:
        return None
    for row in transitions.of_patient(uow, page.patient_id):
        clock = next((one for one in row.clocks if one.what == CONTACT and not one.settled), None)
        if row.discharged_on == left and clock is not None and clock.due >= page.today:
            return clock.due
    return None
