"""What became of a visit is taken back days later: booked as before, with a reason in its history."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.audit import AuditEvent
from db.models.scheduling import Appointment
from icm_desktop.contracts.records import HistoryFilter
from icm_desktop.contracts.scheduling import BookAgain, BookAppointment, SetAppointmentStatus
from icm_desktop.domain import appointment_states as states
from icm_desktop.errors import Conflict, Invalid
from tests.scheduling.conftest import local


def visit(desk, start="2026-11-10T09:00", status="booked", patient=None):
    at = local(start)
    made = Appointment(
        patient_id=patient or desk.ana, practitioner_id=desk.kim, starts_at=at, status=status, minutes=30,
        ends_at=at + dt.timedelta(minutes=30),
    )  # fmt: skip
    return desk.add(made)[0]


def again(desk, visit_id, reason="Marked by mistake", version=1):
    return desk.run("services.scheduling.book_again", BookAgain(visit_id, version, reason))


@pytest.mark.parametrize("status", sorted(states.MAY_BE_BOOKED_AGAIN))
def test_every_end_of_a_past_visit_can_be_taken_back_with_a_reason(desk, status):
    visit_id = visit(desk, "2026-10-28T09:00", status)
    assert again(desk, visit_id).appointment.status == "booked"
    with desk.open().read() as uow:
        (event,) = uow.session.query(AuditEvent).filter_by(event="appointment.booked_again")
        assert event.detail == {"reason": "Marked by mistake", "was": status}
    history = desk.run("queries.record_history.of_patient", HistoryFilter(desk.ana), role="coordinator")
    assert [row.reason for row in history.rows if row.event == "appointment.booked_again"] == ["Marked by mistake"]


def test_what_is_only_booked_or_was_entered_in_error_is_refused_and_so_is_no_reason(desk):
    for status in ("booked", "entered-in-error"):
        with pytest.raises(Invalid) as caught:
            again(desk, visit(desk, status=status))
        assert caught.value.code == "scheduling.not_possible"
    with pytest.raises(Invalid) as caught:
        again(desk, visit(desk, status="noshow"), reason="  ")
    assert caught.value.code == "scheduling.reason_missing"


def test_a_cancelled_visit_to_come_takes_its_place_again_only_while_it_is_free(desk):
    first = desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, local("2026-11-10T09:00"), 30))
    cancel = SetAppointmentStatus(first.appointment.id, first.appointment.version, "cancelled", "Snow")
    gone = desk.run("services.scheduling.set_status", cancel).appointment
    desk.run("services.scheduling.book", BookAppointment(desk.ben, desk.kim, local("2026-11-10T09:00"), 30))
    with pytest.raises(Conflict) as caught:
        again(desk, gone.id, version=gone.version)
    assert caught.value.code == "scheduling.slot_taken"


def test_missed_visits_are_counted_for_a_year_of_those_held_or_missed(desk):
    for start, status in (("2025-10-01", "noshow"), ("2026-03-02", "noshow"), ("2026-10-05", "noshow"),
                          ("2026-10-06", "fulfilled"), ("2026-10-07", "cancelled")):  # fmt: skip
        visit(desk, f"{start}T09:00", status)
    found = desk.run("queries.missed_before.missed_before", desk.ana)
    assert (found.count, found.of, found.last_at) == (2, 3, local("2026-10-05T09:00"))
    assert desk.run("queries.missed_before.missed_before", desk.ben).last_at is None
