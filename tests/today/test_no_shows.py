"""A missed visit: why, as far as it is told, what is owed until the letter is sent, and how often for whom."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.plan import Goal, PlanAction
from db.models.scheduling import Appointment
from icm_desktop.content import no_shows
from icm_desktop.contracts.closing import AskHandoff
from icm_desktop.contracts.letters import KeepLetters, Letter, LetterTarget
from icm_desktop.contracts.scheduling import BookAgain, SetAppointmentStatus, SetNoShowReason
from icm_desktop.contracts.worklist import CallFor, LogContact, WorkFilter
from icm_desktop.errors import Conflict, Invalid
from tests.scheduling.conftest import local
from tests.today.conftest import TODAY
from ui.pages.value_words import coded

PDF = b"%PDF-1.4 made for a test"


def visit(desk, start, status="noshow", patient=None, **more):
    at = local(start)
    made = {"patient_id": patient or desk.ana, "practitioner_id": desk.kim, "starts_at": at, "minutes": 30}
    return desk.add(Appointment(**made | {"ends_at": at + dt.timedelta(minutes=30), "status": status} | more))[0]


def now_of(desk, visit_id):
    return desk.run("queries.appointments.appointment", visit_id)


def missed_before(desk):
    return desk.run("queries.missed_before.missed_before", desk.ana)


def lines(desk, queue=""):
    work = desk.run("queries.today.worklist", WorkFilter(everyone=True, queue=queue))
    return [(row.kind, row.title, row.section) for row in work.rows]


def test_every_reason_has_words_on_the_screen():
    assert all(coded(code) != code for code in no_shows.reasons())
    assert len(set(no_shows.reasons())) == len(no_shows.reasons()) <= 9  # a digit each


def test_the_reason_is_told_when_the_visit_is_marked_or_later_and_taken_back(desk):
    first = visit(desk, "2026-11-20T09:00", "booked")
    marked = SetAppointmentStatus(first, 1, "noshow", "no-transport")
    assert desk.run("services.scheduling.set_status", marked).appointment.no_show_reason == "no-transport"
    changed = desk.run("services.no_shows.set_reason", SetNoShowReason(first, now_of(desk, first).version, "cost"))
    assert changed.appointment.no_show_reason == "cost"
    desk.run("services.history.undo", changed.changes.action_id)
    assert now_of(desk, first).no_show_reason == "no-transport"
    desk.run("services.scheduling.book_again", BookAgain(first, now_of(desk, first).version, "Marked by mistake"))
    assert now_of(desk, first).no_show_reason is None


def test_not_known_is_allowed_and_anything_else_that_is_no_reason_is_refused(desk):
    first, kept = visit(desk, "2026-11-20T09:00"), visit(desk, "2026-11-19T09:00", "fulfilled")
    assert desk.run("services.no_shows.set_reason", SetNoShowReason(first, 1, None)).appointment.no_show_reason is None
    for request, code in (
        (SetNoShowReason(first, now_of(desk, first).version, "Bus was late"), "scheduling.unknown_no_show_reason"),
        (SetNoShowReason(kept, 1, "cost"), "scheduling.not_missed"),
    ):
        with pytest.raises(Invalid) as refused:
            desk.run("services.no_shows.set_reason", request)
        assert refused.value.code == code
    with pytest.raises(Conflict):
        desk.run("services.no_shows.set_reason", SetNoShowReason(kept, 9, "cost"))


def test_the_call_asks_for_the_reason_and_keeps_it(desk):
    missed = visit(desk, "2026-11-20T09:00")
    key = f"appointment:{missed}:missed"
    card = desk.run("queries.calling.call_card", CallFor(desk.ana, key))
    assert (card.no_show_reasons, card.no_show_reason) == (no_shows.reasons(), None)
    call = LogContact(desk.ana, "phone", "reached", key=key, no_show_reason="work-or-care")
    desk.run("services.follow_up.log_contact", call)
    assert desk.run("queries.calling.call_card", CallFor(desk.ana, key)).no_show_reason == "work-or-care"
    assert desk.run("queries.calling.call_card", CallFor(desk.ana)).no_show_reasons == ()


def test_reasons_are_counted_for_the_patient_and_for_the_practice(desk):
    for day, why in (("10", "cost"), ("11", "forgot"), ("12", "forgot"), ("13", None)):
        visit(desk, f"2026-11-{day}T09:00", no_show_reason=why)
    visit(desk, "2026-11-13T10:00", patient=desk.ben, no_show_reason="cost")
    visit(desk, "2026-11-14T10:00", patient=desk.ben, no_show_reason="cost")
    assert missed_before(desk).reasons == (("forgot", 2), ("cost", 1))
    closing = desk.run("queries.closing.day_to_close", AskHandoff(TODAY))
    assert (closing.missed_lately.count, closing.lately_days) == (6, 90)
    assert closing.missed_lately.reasons == (("cost", 3), ("forgot", 2))


def test_two_calls_then_a_letter_that_is_work_of_its_own_and_done_when_it_is_made(desk):
    missed = visit(desk, "2026-11-12T09:00")
    key = f"appointment:{missed}:missed"
    assert lines(desk) == [("letter", "today.missed_letter", "overdue")]
    assert lines(desk, "follow_up") == [("letter", "today.missed_letter", "overdue")]
    letter = Letter(LetterTarget(desk.ana, missed, key=key), "O'Brien", "en", False, 1, 1, PDF)
    kept = desk.run("services.letters.keep", KeepLetters("missed_visit", "letter", (letter,), "printed"))
    assert lines(desk) == [("appointment", "today.done_appointment", "done_today")]
    assert lines(desk, "follow_up") == []
    assert [row.outcome for row in desk.run("queries.calling.last_contacts", desk.ana)] == ["sent"]
    desk.run("services.history.undo", kept.changes.action_id)
    assert lines(desk) == [("letter", "today.missed_letter", "overdue")]


def test_the_call_is_for_the_step_its_goal_and_what_else_is_due(desk):
    (goal,) = desk.add(Goal(patient_id=desk.ana, status="active", text="BP < 130/80", words="Walk to church again"))
    step = {"patient_id": desk.ana, "status": "not-started", "due_on": dt.date(2026, 11, 16)}
    recall, _ = desk.add(
        PlanAction(text="Check blood pressure", goal_id=goal, appointment_type_id=desk.visit, **step),
        PlanAction(text="Ask about the scale", **step),
    )
    asked = CallFor(desk.ana, f"plan_action:{recall}")
    assert desk.run("queries.calling.call_card", asked, role="coordinator").wants == (
        ("visit", "Follow-up"), ("action", "Check blood pressure"), ("goal", "Walk to church again"),
        ("also", "Ask about the scale"),
    )  # fmt: skip
    assert desk.run("queries.calling.call_card", asked, role="front_desk").wants == (("visit", "Follow-up"),)
