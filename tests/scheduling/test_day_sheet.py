"""The day on paper says what the screen says."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader
from sqlalchemy import update

from db.models.scheduling import Appointment
from db.models.set_up import Room
from db.models.team import TeamMember
from icm_desktop.contracts.day_sheets import DaySheet
from icm_desktop.contracts.scheduling import BookAppointment, RecordOutsideVisit, SetAppointmentStatus
from tests.scheduling.conftest import local

TUESDAY = dt.date(2026, 11, 3)


def text(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.fixture
def booked(desk):
    desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, local("2026-11-03T09:00"), 30, desk.visit))
    again = BookAppointment(desk.ben, desk.kim, local("2026-11-03T09:00"), 30, desk.visit, overbook_reason="Wound")
    desk.run("services.scheduling.book", again)
    gone = desk.run(
        "services.scheduling.book", BookAppointment(desk.ben, desk.cole, local("2026-11-03T11:00"), 30)
    ).appointment
    desk.run("services.scheduling.set_status", SetAppointmentStatus(gone.id, gone.version, "cancelled", "Ill"))
    desk.run(
        "services.scheduling.record_outside", RecordOutsideVisit(desk.ana, local("2026-11-03T14:00"), 30, "Eye Clinic")
    )
    return desk


def test_the_whole_practice_and_one_clinician(booked):
    whole = text(booked.run("reports.day_sheet.render", DaySheet(TUESDAY)).pdf)
    assert "Day sheet · Tue 03-Nov-2026" in whole and "Printed 02-Nov-2026 8:00 AM by Fred Desk, page 1" in whole
    assert "Dr Kim · 9:00 AM-12:00 PM, 1:00 PM-4:00 PM · visits: 2" in whole
    assert "9:00 AM – 9:30 AM" in whole and "O'BRIEN, Ana" in whole and "Overbooked: Wound" in whole
    assert "J. Cole LCSW" in whole and "No visits." in whole
    assert "Visits elsewhere" in whole and "Eye Clinic" in whole
    one = text(booked.run("reports.day_sheet.render", DaySheet(TUESDAY, booked.cole, with_cancelled=True)).pdf)
    assert "RUIZ, Ben" in one and "cancelled" in one and "O'BRIEN" not in one


def primary_care(desk, patient_id, clinician_id):
    desk.add(
        TeamMember(patient_id=patient_id, kind="practitioner", name="Dr Kim", practitioner_id=clinician_id,
                   role_code="primary_care", starts_on=dt.date(2026, 1, 5))
    )  # fmt: skip


def test_who_sees_somebody_else_than_their_own_clinician_has_that_in_words(booked):
    primary_care(booked, booked.ben, booked.cole)
    primary_care(booked, booked.ana, booked.kim)
    assert booked.run("queries.own_clinician.own_clinician", booked.ben).name == "J. Cole LCSW"
    shown = text(booked.run("reports.day_sheet.render", DaySheet(TUESDAY)).pdf)
    assert shown.count("own clinician") == 1 and "own clinician: J. Cole LCSW" in shown
    spanish = text(booked.run("reports.day_sheet.render", DaySheet(TUESDAY, language="es")).pdf)
    assert "su clínico: J. Cole LCSW" in spanish
    primary_care(booked, booked.ben, booked.kim)  # two of them: nobody knows whose patient it is
    assert booked.run("queries.own_clinician.own_clinician", booked.ben) is None


def test_by_room_there_is_a_list_for_each_room_with_whom_each_visit_is(booked):
    (room,) = booked.add(Room(name="Room 7", kind="exam"))
    with booked.open("administrator").write("test.change") as uow:
        uow.session.execute(update(Appointment).where(Appointment.patient_id == booked.ana).values(room_id=room))
    shown = text(booked.run("reports.day_sheet.render", DaySheet(TUESDAY, by_room=True)).pdf)
    room_list, rest = shown.split("No room · visits: 1")
    assert "Room 7 · visits: 1" in room_list and "O'BRIEN, Ana" in room_list and "Dr Kim" in room_list
    assert "RUIZ, Ben" in rest and "Visits elsewhere" in rest and "Eye Clinic" in rest


def test_in_spanish_nothing_else_stands_in_english(booked):
    shown = text(booked.run("reports.day_sheet.render", DaySheet(TUESDAY, language="es")).pdf)
    assert "Hoja del día · mar 03-nov-2026" in shown and "Sobrecupo: Wound" in shown
    assert not {"visits", "Printed", "Phone", "booked"} & set(shown.split())


def test_a_long_day_goes_on_the_next_page_with_its_heading(desk):
    for quarter in range(28):
        at = local("2026-11-03T09:00") + dt.timedelta(minutes=15 * quarter)
        request = BookAppointment(desk.ana, desk.kim, at, 15, desk.visit, overbook_reason="Full day")
        desk.run("services.scheduling.book", request)
    pdf = desk.run("reports.day_sheet.render", DaySheet(TUESDAY)).pdf
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 1
    shown = text(pdf)
    assert "Dr Kim, continued" in shown and shown.count("O'BRIEN") == 28


def test_a_practice_with_a_24_hour_clock_reads_it_on_paper(desk):
    from db.models.practice import Practice

    desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, local("2026-11-03T13:00"), 30))
    with desk.practice.database.writer.connect() as connection:
        connection.execute(update(Practice).values(clock_24_hours=True))
        connection.commit()
    shown = text(desk.run("reports.day_sheet.render", DaySheet(TUESDAY)).pdf)
    assert "09:00-12:00, 13:00-16:00" in shown and "13:00 – 13:30" in shown


@pytest.mark.parametrize(("known", "shown"), [("1958-03-04", "04-Mar-1958"), ("1958-03", "Mar-1958"), ("1958", "1958")])
def test_a_birth_date_reads_as_on_the_screen(desk, known, shown):
    from db.models.patient import Patient

    (patient,) = desk.add(Patient(record_number="000009", family="Third", birth_date=known))
    desk.run("services.scheduling.book", BookAppointment(patient, desk.kim, local("2026-11-03T13:00"), 30))
    assert f"{shown} · 000009" in text(desk.run("reports.day_sheet.render", DaySheet(TUESDAY)).pdf)


def test_an_interpreter_and_a_ride_are_said_in_words(desk):
    from db.models.coverage import Flag
    from db.models.patient import Patient

    (patient,) = desk.add(
        Patient(record_number="000009", family="Third", language="vi", interpreter_needed="yes",
                interpreter_language="zh")
    )  # fmt: skip
    ended = Flag(patient_id=desk.ben, text="Ride", category="transport", ends_on="2026-10")
    until = Flag(patient_id=patient, text="Ride", category="transport", starts_on="2026", ends_on="2026-11")
    desk.add(ended, until)
    for at, who in (("2026-11-03T13:00", patient), ("2026-11-03T14:00", desk.ben)):
        desk.run("services.scheduling.book", BookAppointment(who, desk.kim, local(at), 30))
    rows = desk.run("queries.appointments.between", TUESDAY, TUESDAY)
    assert [(row.interpreter, row.transport) for row in rows] == [("zh", True), (None, False)]
    shown = text(desk.run("reports.day_sheet.render", DaySheet(TUESDAY)).pdf)
    assert "INTERPRETER: Chinese · NEEDS A RIDE" in shown and shown.count("NEEDS A RIDE") == 1
    spanish = text(desk.run("reports.day_sheet.render", DaySheet(TUESDAY, language="es")).pdf)
    assert "INTÉRPRETE: chino · NECESITA TRANSPORTE" in spanish


def test_what_stands_in_the_way_of_the_plan_asks_for_a_ride_until_it_is_resolved(desk):
    from db.models.shared_plan import PlanBarrier

    ana, ben = (PlanBarrier(patient_id=each, kind="transport", text="No car") for each in (desk.ana, desk.ben))
    ben.status = "resolved"
    desk.add(ana, ben, PlanBarrier(patient_id=desk.ben, kind="cost", text="The copay"))
    for at, who in (("2026-11-03T13:00", desk.ana), ("2026-11-03T14:00", desk.ben)):
        desk.run("services.scheduling.book", BookAppointment(who, desk.kim, local(at), 30))
    rows = desk.run("queries.appointments.between", TUESDAY, TUESDAY)
    assert {row.head.id: row.transport for row in rows} == {desk.ana: True, desk.ben: False}


def test_a_closed_day_says_why(desk):
    assert "Closed: Veterans Day" in text(desk.run("reports.day_sheet.render", DaySheet(dt.date(2026, 11, 11))).pdf)
