"""The history of the set-up: who changed what, old and new value, of everything, one kind or one record."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.base import Base
from icm_desktop.contracts.content import SetPolicy
from icm_desktop.contracts.directory import Entry, EntryKind, SaveEntry
from icm_desktop.contracts.set_up import (
    SET_UP_KINDS,
    Retire,
    SaveAbsence,
    SaveClosure,
    SaveRoom,
    SaveWeek,
    SetUpHistoryFilter,
    WeekKey,
)
from icm_desktop.domain.records import UNTOLD
from icm_desktop.errors import NotAllowed
from icm_desktop.queries.set_up_history import NEVER_TOLD
from ui.pages.field_words import has_name
from ui.pages.value_words import kind_name

DAY = dt.date(2026, 12, 24)


def told(admin, **asked):
    found = admin("queries.set_up_history.history", SetUpHistoryFilter(**asked))
    return [
        (row.event, row.kind, row.title, {one.name: (one.old, one.new) for one in row.changes}) for row in found.rows
    ]


def test_every_change_of_the_set_up_is_told_with_who_and_both_values(desk, admin):
    room = admin("services.sites.save_room", SaveRoom(None, 0, "Room 1"))
    admin("services.sites.save_room", SaveRoom(room.id, 1, "Room 2"))
    assert told(admin, kind="room", id=room.id) == [
        ("updated", "room", "Room 2", {"name": ("Room 1", "Room 2")}),
        ("created", "room", "Room 2", {}),
    ]
    retired = admin("services.sites.retire_room", Retire(room.id, 2))
    assert told(admin, kind="room")[0][:3] == ("removed", "room", "Room 2")
    admin("services.history.undo", retired.changes.action_id)
    found = admin("queries.set_up_history.history", SetUpHistoryFilter("room", room.id))
    assert (found.rows[0].event, found.rows[0].via, found.rows[0].by, found.total) == ("restored", "undo", "Ada Min", 4)


def test_hours_absences_closed_days_policies_and_the_directory_are_named_by_whose_they_are(desk, admin):
    admin("services.working_hours.save_week", SaveWeek(desk.nobody, None, WeekKey(), ((0, "09:00", "12:00"),)))
    admin("services.working_hours.save_absence", SaveAbsence(None, 0, desk.nobody, None, DAY, DAY))
    admin("services.closures.save_closure", SaveClosure(None, 0, "Staff day", DAY, DAY))
    admin("services.content.set_policy", SetPolicy("contact.missed_visit.letter", 10))
    admin("services.directory.save", SaveEntry(None, 0, Entry(EntryKind.PLACE, name="Lakeshore")))
    latest = [(event, kind, title) for event, kind, title, _ in told(admin, limit=5)]
    assert latest == [
        ("created", "organization", "Lakeshore"), ("created", "policy_setting", "contact.missed_visit.letter"),
        ("created", "closure", "Staff day"), ("created", "absence", "Dr Away"), ("created", "working_hours", "Dr Away"),
    ]  # fmt: skip
    total = admin("queries.set_up_history.history", SetUpHistoryFilter(last=dt.date(2026, 11, 2))).total
    pages = [told(admin, offset=offset, limit=4) for offset in range(0, total, 4)]
    assert sum(map(len, pages)) == total > 5


def test_only_an_administrator_reads_it(admin):
    with pytest.raises(NotAllowed):
        admin("queries.set_up_history.history", SetUpHistoryFilter(), role="clinician")


def test_kinds_and_columns_of_the_set_up_have_words():
    assert all(kind_name(kind) for kind in SET_UP_KINDS)
    columns = {column.name for kind in SET_UP_KINDS for column in Base.metadata.tables[kind].c}
    without = columns - UNTOLD - NEVER_TOLD - {"removed_at"}
    assert {name for name in without if not has_name(name)} == set()
