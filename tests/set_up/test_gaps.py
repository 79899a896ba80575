"""What is missing in the set-up is named until it is there; holidays of a year are settled once."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.models.access import UserAccount
from db.models.set_up import Room
from icm_desktop.contracts.content import ConfirmContent
from icm_desktop.contracts.directory import Entry, EntryKind, SaveEntry
from icm_desktop.contracts.scheduling import BookAppointment, SaveAppointmentType
from icm_desktop.contracts.set_up import KeepHolidays, Missing, Retire, SaveWeek, WeekKey
from icm_desktop.errors import Conflict, Invalid
from tests.scheduling.conftest import local

THANKSGIVING = dt.date(2026, 11, 26)


def gaps(admin):
    return {(gap.what, gap.names or gap.year or "") for gap in admin("queries.set_up_gaps.gaps", role="front_desk")}


def test_each_thing_that_is_missing_is_named_until_it_is_there(desk, admin):
    admin("services.clinic_setup.save_appointment_type", SaveAppointmentType(desk.visit, "Echo", 30, room_kind="Lab"))
    seen = gaps(admin)
    assert seen == {
        (Missing.BACKUP_FOLDER, ""), (Missing.HOURS, ("Dr Away",)), (Missing.ROOMS, ("Lab",)),
        (Missing.HOLIDAYS, 2026), (Missing.HOLIDAYS, 2027), (Missing.DIRECTORY, ""), (Missing.CONTENT, ("en",)),
        (Missing.CONTENT, ("es",)),
    }  # fmt: skip
    admin("services.working_hours.save_week", SaveWeek(desk.nobody, None, WeekKey(), ((0, "09:00", "12:00"),)))
    desk.add(Room(name="Echo room", kind="lab"))
    admin("services.directory.save", SaveEntry(None, 0, Entry(EntryKind.PLACE, name="X")))
    for row in admin("queries.content.contents"):
        if row.kind == "phrases":
            admin("services.content.confirm", ConfirmContent(row.kind, row.id, row.digest, "Ana"))
    admin("services.closures.keep_holidays", KeepHolidays(2027))
    assert gaps(admin) == {(Missing.BACKUP_FOLDER, "")}


def test_without_a_coordinator_or_a_kind_of_visit_it_says_so(desk, admin):
    with desk.open("administrator").write("test") as uow:
        rosa = uow.session.scalars(select(UserAccount).where(UserAccount.role == "coordinator")).one()
        rosa.disabled_at = uow.now
    admin("services.clinic_setup.retire_type", Retire(desk.visit, 1))
    assert {Missing.COORDINATOR, Missing.VISIT_TYPES} <= {what for what, _ in gaps(admin)}


def test_the_holidays_of_a_year_are_settled_in_one_act_that_can_be_taken_back(desk, admin):
    kept = admin("services.closures.keep_holidays", KeepHolidays(2026, (THANKSGIVING,)))
    year = admin("queries.set_up.closures", 2026)
    assert year.settled and not admin("queries.set_up.closures", 2027).settled
    assert [row.starts_on for row in year.rows if row.open_anyway] == [THANKSGIVING]
    booked = BookAppointment(desk.ana, desk.kim, local("2026-11-26T09:00"), 30)
    desk.run("services.scheduling.book", booked)
    with pytest.raises(Conflict) as refused:
        admin("services.closures.keep_holidays", KeepHolidays(2026))
    assert refused.value.code == "set_up.visits_stranded"
    admin("services.closures.keep_holidays", KeepHolidays(2026, confirmed=True))
    assert not [row for row in admin("queries.set_up.closures", 2026).rows if row.open_anyway]
    with pytest.raises(Invalid):
        admin("services.closures.keep_holidays", KeepHolidays(2026, (dt.date(2026, 11, 25),)))
    assert kept.changes.action_id


def test_taking_back_what_was_settled_asks_again(admin):
    kept = admin("services.closures.keep_holidays", KeepHolidays(2026, (THANKSGIVING,)))
    admin("services.history.undo", kept.changes.action_id)
    year = admin("queries.set_up.closures", 2026)
    assert not year.settled and not [row for row in year.rows if row.open_anyway]
