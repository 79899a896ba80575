"""The wait list: which freed time suits whom, who is asked, and one booking that ends the waiting."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from sqlalchemy import update

from db.models.scheduling import Appointment, WaitListEntry
from icm_desktop.contracts.scheduling import BookAppointment
from icm_desktop.contracts.wait_list import PutOnWaitList
from icm_desktop.contracts.worklist import FinishWork, LogContact, WorkFilter
from icm_desktop.domain.wait_list import Freed, Wish, first_suiting, suits
from icm_desktop.errors import Invalid
from tests.scheduling.conftest import local
from tests.today.conftest import TODAY

TUESDAY = dt.datetime.fromisoformat("2026-11-24T09:00")
ANYTHING = Wish(1, 30, None, "", None, False, TODAY)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({}, True),
        ({"minutes": 45}, False),
        ({"clinician_id": 2}, False),
        ({"clinician_id": 1}, True),
        ({"days": "1"}, True),
        ({"days": "024"}, False),
        ({"part_of_day": "morning"}, True),
        ({"part_of_day": "afternoon"}, False),
    ],
)
def test_a_time_suits_by_length_clinician_day_and_part_of_day(wish, expected):
    fields = {name: getattr(ANYTHING, name) for name in Wish.__slots__} | wish
    assert suits(Wish(**fields), Freed(1, TUESDAY, 30, 1)) is expected


def test_of_all_freed_times_of_two_weeks_the_earliest_that_suits_is_offered_to_every_kind_of_wish():
    times = [TUESDAY + dt.timedelta(days=day, hours=hour) for day in range(14) for hour in (6, 0, 3)]
    freed = [
        Freed(at, starts, minutes, clinician)
        for at, (starts, minutes, clinician) in enumerate(itertools.product(times, (15, 30, 60), (1, 2)))
    ]
    choices = itertools.product((15, 30, 60, 90), (None, 1, 2), ("", "0", "14", "56"), (None, "morning", "afternoon"))
    for minutes, clinician, days, part in choices:
        wish = Wish(1, minutes, clinician, days, part, False, TODAY)
        found, suiting = first_suiting(wish, freed), [each for each in freed if suits(wish, each)]
        assert (found is None) == (minutes == 90) == (not suiting)
        assert found is None or (found in suiting and found.starts == min(each.starts for each in suiting))


def put(desk, patient, **more):
    return desk.run("services.wait_list.put", PutOnWaitList(patient, desk.visit, **more)).id


def queue(desk):
    rows = desk.run("queries.today.worklist", WorkFilter(everyone=True, queue="wait_list")).rows
    return [(row.head.family, row.section, row.key, row.tries) for row in rows]


def test_a_cancelled_visit_is_offered_asked_about_and_booked_once(desk):
    first, second = put(desk, desk.ben, clinician_id=desk.kim), put(desk, desk.add_patient(), urgent=True)
    third = put(desk, desk.add_patient("Fourth"), clinician_id=desk.cole)
    at = local("2026-11-24T09:00")
    (freed,) = desk.add(
        Appointment(
            patient_id=desk.ana, practitioner_id=desk.kim, starts_at=at, ends_at=at + dt.timedelta(minutes=30),
            minutes=30, status="cancelled",
        )
    )  # fmt: skip
    offered = f"wait_list:{second}:{freed}"
    assert queue(desk) == [
        ("Third", "due_today", offered, 0),
        ("Ruiz", "due_today", f"wait_list:{first}:{freed}", 0),
        ("Fourth", "expected", f"wait_list:{third}", 0),
    ]
    with desk.open().read() as uow:
        third_patient = uow.session.get_one(WaitListEntry, second).patient_id
    desk.run("services.follow_up.log_contact", LogContact(third_patient, "phone", "no_answer", None, offered))
    assert queue(desk)[0] == ("Third", "due_today", offered, 1)
    booking = BookAppointment(desk.ben, desk.kim, at, 30, wait_list_id=first)
    visit = desk.run("services.scheduling.book", booking).appointment.id
    assert [row[:2] for row in queue(desk)] == [("Third", "expected"), ("Fourth", "expected")]
    with desk.open().read() as uow:
        entry = uow.session.get_one(WaitListEntry, first)
        assert (entry.appointment_id, entry.closed_on) == (visit, TODAY)
    with pytest.raises(Invalid) as caught:
        again = BookAppointment(desk.ben, desk.kim, local("2026-11-24T11:00"), 30, wait_list_id=first)
        desk.run("services.scheduling.book", again)
    assert caught.value.code == "scheduling.not_on_wait_list"


def test_who_waits_long_is_asked_whether_a_time_is_still_wanted(desk):
    put(desk, desk.ben, note="after school")
    put(desk, desk.add_patient())
    with desk.open("administrator").write("test.change") as uow:
        uow.session.execute(update(WaitListEntry).values(since=TODAY - dt.timedelta(days=59)))
    rows = desk.run("queries.today.worklist", WorkFilter(everyone=True, queue="wait_list")).rows
    assert {row.why for row in rows} == {"today.why_wait", "today.why_wait_note"}
    with desk.open("administrator").write("test.change") as uow:
        uow.session.execute(update(WaitListEntry).values(since=TODAY - dt.timedelta(days=60)))
    rows = desk.run("queries.today.worklist", WorkFilter(everyone=True, queue="wait_list")).rows
    assert {row.why for row in rows} == {"today.why_wait_long", "today.why_wait_long_note"}


def test_taken_off_the_list_by_done_and_an_impossible_day_is_refused(desk):
    entry = put(desk, desk.ben)
    desk.run("services.follow_up.finish", FinishWork(f"wait_list:{entry}", 1))
    assert queue(desk) == []
    with pytest.raises(Invalid) as caught:
        put(desk, desk.ben, days="7")
    assert caught.value.field == "days"
