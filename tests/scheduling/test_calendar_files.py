"""Calendar files: what is written is what the screen says, and what is read is recorded once and can be taken back."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from db.models.audit import AuditEvent
from icm_desktop.contracts.calendar_files import FULL_NAME, INITIALS, ExportCalendar, ImportVisits
from icm_desktop.contracts.content import SetPolicy
from icm_desktop.contracts.scheduling import BookAppointment, MoveAppointment, SetAppointmentStatus
from icm_desktop.errors import Invalid
from icm_desktop.words import say
from tests.scheduling.conftest import local

EVENT = """BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
{start}
DURATION:PT45M
SUMMARY:Lakeshore Heart Group
LOCATION:12 Lake Rd
STATUS:{status}
END:VEVENT
"""
NEW_YORK = "DTSTART;TZID=America/New_York:20261110T093000"


def event(uid="a@lake", start=NEW_YORK, sequence=0, status="CONFIRMED"):
    return EVENT.format(uid=uid, start=start, sequence=sequence, status=status)


def ics(*events):
    return (
        ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n" + "".join(events) + "END:VCALENDAR\n")
        .replace("\n", "\r\n")
        .encode()
    )


def read(desk, content, name="visits.ics", patient=None):
    whom = desk.ana if patient is None else patient or None
    found = desk.run("services.calendar_files.import_visits", ImportVisits(name, content, whom))
    assert all(say(each.code, **dict(each.params)) for each in (*found.not_understood, *found.notes))
    return found


def book(desk, at, **more):
    return desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, local(at), 30, **more)).appointment


def export(desk, first=dt.date(2026, 11, 1), last=dt.date(2027, 6, 30), **more):
    return desk.run("services.calendar_files.export", ExportCalendar(first, last, **more))


def inside(content: bytes | str) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def events(made):
    return {str(each["summary"]): each for each in inside(made.content)}


def all_of(desk):
    return desk.run("queries.appointments.of_patient", desk.ana)


def test_times_in_the_file_are_those_on_the_screen_on_both_sides_of_the_clock_changes(desk):
    for day in ("2026-11-03", "2027-03-11", "2027-03-15"):
        book(desk, f"{day}T09:00")
    text = export(desk, first=dt.date(2026, 10, 1)).content.decode()
    for day in ("20261103", "20270311", "20270315"):
        assert f"DTSTART;TZID=America/New_York:{day}T090000" in text
    assert "BEGIN:VTIMEZONE" in text and "TZID:America/New_York" in text
    found = [each["dtstart"].dt.astimezone(dt.UTC) for each in inside(text)]
    assert found == [row.starts_at for row in all_of(desk)]


def test_a_visit_keeps_its_uid_and_its_sequence_grows_until_it_is_cancelled(desk):
    row = book(desk, "2026-11-03T09:00")
    (first,) = inside(export(desk).content)
    move = MoveAppointment(row.id, row.version, local("2026-11-04T10:00"))
    row = desk.run("services.scheduling.move", move).appointment
    (moved,) = inside(export(desk).content)
    cancel = SetAppointmentStatus(row.id, row.version, "cancelled", "Ill")
    desk.run("services.scheduling.set_status", cancel)
    (gone,) = inside(export(desk).content)
    assert first["uid"] == moved["uid"] == gone["uid"]
    assert first["sequence"] < moved["sequence"] < gone["sequence"]
    assert (moved["status"], gone["status"]) == ("CONFIRMED", "CANCELLED")


def test_no_name_leaves_unless_asked_and_never_more_than_the_practice_allows(desk):
    book(desk, "2026-11-03T09:00", type_id=desk.visit, reason="Wound")
    plain = export(desk).content.decode()
    assert "Brien" not in plain and "Ana" not in plain and "Wound" not in plain
    assert list(events(export(desk, names=INITIALS))) == ["AO: Follow-up"]
    with pytest.raises(Invalid) as caught:
        export(desk, names=FULL_NAME)
    assert (caught.value.code, caught.value.field) == ("scheduling.names_not_allowed", "names")
    desk.run("services.content.set_policy", SetPolicy("scheduling.calendar_file.names", 2), role="administrator")
    assert list(events(export(desk, names=FULL_NAME))) == ["Ana O'Brien: Follow-up"]
    with desk.open().read() as uow:
        told = [each.detail["names"] for each in uow.session.query(AuditEvent).filter_by(event="calendar.exported")]
    assert told == ["no_name", "initials", "full_name"]


def test_a_visit_elsewhere_is_read_in_its_own_zone(desk):
    chicago = event("b@lake", "DTSTART;TZID=America/Chicago:20261110T083000")
    utc = event("c@lake", "DTSTART:20261111T143000Z")
    found = read(desk, ics(event(), chicago, utc))
    assert (found.created, found.not_understood) == (3, ())
    starts = [row.starts_at for row in all_of(desk)]
    assert starts == [local("2026-11-10T09:30"), local("2026-11-10T09:30"), local("2026-11-11T09:30")]
    row = all_of(desk)[0]
    assert (row.outside, row.minutes, row.with_whom, row.where) == (True, 45, "Lakeshore Heart Group", "12 Lake Rd")
    assert [each.code for each in found.notes] == ["scheduling.event_overlaps"]


def test_the_same_file_twice_changes_nothing_a_newer_one_moves_and_an_older_one_does_not(desk):
    read(desk, ics(event()))
    assert read(desk, ics(event())).unchanged == 1
    later = event(start="DTSTART;TZID=America/New_York:20261112T100000", sequence=2)
    assert read(desk, ics(later)).updated == 1
    assert read(desk, ics(event(sequence=1))).unchanged == 1
    assert [row.starts_at for row in all_of(desk)] == [local("2026-11-12T10:00")]
    gone = event(start="DTSTART;TZID=America/New_York:20261112T100000", sequence=3, status="CANCELLED")
    assert read(desk, ics(gone)).cancelled == 1
    assert [row.status for row in all_of(desk)] == ["cancelled"]


def test_one_undo_takes_a_whole_file_back(desk):
    found = read(desk, ics(event(), event("b@lake", "DTSTART:20261120T143000Z")))
    desk.run("services.history.undo", found.changes.action_id)
    assert all_of(desk) == ()


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ("DTSTART;VALUE=DATE:20261110", "scheduling.event_all_day"),
        ("DTSTART;TZID=Mars/Olympus:20261110T093000", "scheduling.event_unknown_zone"),
        ("DTSTART:20270314T023000", "scheduling.clock_gap"),
        ("DTSTART:20261110T093000\nRRULE:FREQ=WEEKLY", "scheduling.event_repeats"),
        ("X-NOTHING:1", "scheduling.event_without_time"),
    ],
)
def test_what_is_not_understood_is_named_and_the_rest_is_read(desk, start, code):
    found = read(desk, ics(event("bad@lake", start), event()))
    assert ([each.code for each in found.not_understood], found.created) == ([code], 1)


def test_a_time_without_a_zone_is_the_practices_and_said_so(desk):
    found = read(desk, ics(event(start="DTSTART:20261110T093000")))
    assert all_of(desk)[0].starts_at == local("2026-11-10T09:30")
    assert [each.code for each in found.notes] == ["scheduling.event_without_zone"]


def test_our_own_visits_do_not_come_back_as_visits_elsewhere(desk):
    book(desk, "2026-11-03T09:00")
    found = read(desk, export(desk).content)
    assert [each.code for each in found.not_understood] == ["scheduling.event_is_ours"] and len(all_of(desk)) == 1


CSV = """Record number;Date;Time;Minutes;With;Where
1;2026-11-10;9:30;30;Eye Clinic;Main St
000002;2026-11-10;14:00;;Dentist;
7777;2026-11-10;14:00;;Dentist;
1;2026-02-30;14:00;;Dentist;
1;2027-03-14;02:30;;Night Clinic;
1;2026-11-11;10:00;soon;Dentist;
1;2026-11-11;10:00;10;;
"""


def test_a_csv_names_its_patients_and_every_bad_line_is_told(desk):
    found = read(desk, CSV.encode(), "visits.csv", patient=0)
    assert found.created == 2
    assert [(each.what[0], each.code) for each in found.not_understood if each.what[0].isdigit()] == [
        ("5", "scheduling.line_without_time"), ("6", "scheduling.clock_gap"),
        ("7", "scheduling.line_bad_minutes"), ("8", "scheduling.place_missing"),
    ]  # fmt: skip
    assert "scheduling.line_unknown_patient" in {each.code for each in found.not_understood}
    assert read(desk, CSV.encode(), "visits.csv", patient=0).unchanged == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"hello", b"BEGIN:VCALENDAR", b"a,b\n1,2\n"])
def test_a_file_that_is_no_calendar_is_refused(desk, content):
    with pytest.raises(Invalid) as caught:
        read(desk, content, "x.csv")
    assert caught.value.code == "scheduling.no_calendar_file"


def test_a_clinic_that_moved_to_another_zone_writes_the_wall_time_it_shows_now(desk):
    book(desk, "2026-11-03T09:00")
    from db import unit_of_work
    from icm_desktop.services.calendar_files import export as write_file

    practice, denver = desk.open(), ZoneInfo("America/Denver")
    with unit_of_work.write(practice.database, practice.actor, "test.export", now=desk.now, zone=denver) as uow:
        made = write_file(uow, ExportCalendar(dt.date(2026, 11, 3), dt.date(2026, 11, 3)))
    assert "DTSTART;TZID=America/Denver:20261103T070000" in made.content.decode()


def test_words_about_substance_use_are_in_no_calendar_file(desk):
    secret = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261110T150000Z\r\nDTEND:20261110T153000Z\r\n"
    secret += b"SUMMARY:Methadone clinic\r\nLOCATION:Opioid Treatment Program\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    read(desk, secret)
    (row,) = all_of(desk)
    assert row.outside and "Methadone" in row.with_whom
    made = export(desk)
    assert len(inside(made.content)) == 1
    assert b"methadone" not in made.content.lower() and b"opioid" not in made.content.lower()
