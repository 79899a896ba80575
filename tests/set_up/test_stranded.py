"""Visits that would lose their place are named before anything is saved, stay booked, and come to Today."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.content import Standing
from icm_desktop.contracts.scheduling import BookAppointment
from icm_desktop.contracts.set_up import SaveAbsence, SaveClosure
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.errors import Conflict, NotAllowed
from icm_desktop.words import sentences
from tests.scheduling.conftest import local

TUESDAY = dt.date(2026, 11, 3)


def book(desk):
    request = BookAppointment(desk.ana, desk.kim, local("2026-11-03T09:00"), 30)
    return desk.run("services.scheduling.book", request).appointment


def absence(desk, **more):
    return SaveAbsence(None, 0, desk.kim, None, TUESDAY, TUESDAY, **more)


def to_rebook(desk):
    rows = desk.run("queries.today.worklist", WorkFilter(everyone=True), role="coordinator").rows
    return [row for row in rows if "rebook" in row.key]


def test_an_absence_names_the_visits_first_and_they_come_to_today(desk):
    visit = book(desk)
    with pytest.raises(Conflict) as refused:
        desk.run("services.working_hours.save_absence", absence(desk))
    assert refused.value.code == "set_up.visits_stranded"
    assert refused.value.params == {"count": 1, "visits": (visit.id,)}
    assert desk.run("queries.set_up.absences") == ()
    (named,) = desk.run("queries.appointments.by_ids", (visit.id,))
    assert named.head.id == desk.ana
    saved = desk.run("services.working_hours.save_absence", absence(desk, confirmed=True))
    assert desk.run("queries.appointments.appointment", visit.id).status == "booked"
    assert len(to_rebook(desk)) == 1
    desk.run("services.history.undo", saved.changes.action_id)
    assert to_rebook(desk) == [] and desk.run("queries.set_up.absences") == ()


def test_an_absence_beside_the_visits_is_saved_at_once(desk):
    book(desk)
    desk.run("services.working_hours.save_absence", absence(desk, starts_at="10:00"))
    assert to_rebook(desk) == []


def test_closing_asks_too_and_front_desk_may_not(desk, admin):
    book(desk)
    request = SaveClosure(None, 0, "Staff day", TUESDAY, TUESDAY)
    with pytest.raises(Conflict):
        admin("services.closures.save_closure", request)
    with pytest.raises(NotAllowed):
        desk.run("services.closures.save_closure", request)


def test_every_kind_of_content_has_a_word(admin):
    rows = admin("queries.content.contents")
    assert {f"content.{row.kind}" for row in rows} <= sentences().keys()
    assert {row.standing for row in rows} == {Standing.DRAFT}
