"""The lists people look at all day, on the generated practice."""

from __future__ import annotations

import datetime as dt

import pytest

from db.engine import driver_connection, keyed_connection
from icm_desktop.contracts.calendar import AskDay, AskMonths, AskWeek, CalendarFilter
from icm_desktop.contracts.duplicates import DuplicateFilter
from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.scheduling import FindSlots
from icm_desktop.contracts.worklist import WorkFilter
from tests.benchmarks.conftest import TODAY
from tests.benchmarks.measure import cpu_ms
from tests.benchmarks.test_open_chart import TABLES

SCREENS = {
    "Today: mine, first 100 rows": ("queries.today.worklist", WorkFilter()),
    "Today: everyone's, first 100 rows": ("queries.today.worklist", WorkFilter(everyone=True)),
    "Today: one kind": ("queries.today.worklist", WorkFilter(everyone=True, kinds=("plan_action",))),
    "Today: with a name typed": ("queries.today.worklist", WorkFilter(everyone=True, search="lopez")),
    "referrals board, first 100 rows": ("queries.referrals.rows", ReferralFilter(limit=100)),
    "referrals board, 500 rows": ("queries.referrals.rows", ReferralFilter()),
    "referrals board, mine": ("queries.referrals.rows", ReferralFilter(mine=True, limit=100)),
    "referrals board, with a name typed": ("queries.referrals.rows", ReferralFilter(search="lopez", limit=100)),
    "calendar day": ("queries.calendar.day_view", AskDay(TODAY, CalendarFilter(page=0))),
    "calendar day on paper": ("queries.calendar.day_view", AskDay(TODAY)),
    "calendar day by room": ("queries.calendar.day_view", AskDay(TODAY, CalendarFilter(page=0), rooms=True)),
    "calendar day, visits elsewhere": ("queries.calendar.day_view", AskDay(TODAY, CalendarFilter(page=99))),
    "calendar week of one clinician": ("queries.calendar.week_view", AskWeek(TODAY - dt.timedelta(days=4), 1)),
    "calendar week of everybody": ("queries.calendar_overview.week_load", AskWeek(TODAY - dt.timedelta(days=4))),
    "calendar months": ("queries.calendar_overview.month_days", AskMonths(TODAY, TODAY + dt.timedelta(days=70))),
    "needs booking": ("queries.needs_booking.needs_booking",),
    "free times": ("queries.slots.free_slots", FindSlots(30, TODAY + dt.timedelta(days=1), patient_id=1)),
    "patient list, first page": ("queries.patients.patients", PatientFilter()),
    "find patient, 'mar'": ("queries.patients.find", "mar"),
    "find patient, middle 'ope'": ("queries.patients.find", "ope"),
    "find patient, sounds like 'gonsales'": ("queries.patients.find", "gonsales"),
    "find patient, birth date": ("queries.patients.find", "3/4/58"),
    "find patient, name and year": ("queries.patients.find", "lopez 1958"),
    "find patient, last digits of a phone": ("queries.patients.find", "2142"),
    "look-alikes, first 100 pairs": ("queries.duplicates.duplicates", DuplicateFilter()),
}


@pytest.mark.parametrize("what", SCREENS)
def test_a_screen(filled, figures, what):
    name, *args = SCREENS[what]
    rosa = filled.open("coordinator")
    found = rosa.run(name, *args)
    assert found is not None
    remark = f"{found.total} in all" if args and isinstance(args[0], WorkFilter) else ""
    figures(what, cpu_ms(lambda: rosa.run(name, *args)), remark=remark)


def _rows_of(raw, patient_ids):
    count = 0
    for patient_id in patient_ids:
        for table in TABLES:
            query = f"SELECT * FROM {table} WHERE patient_id = ?"  # noqa: S608  our own words
            count += len(raw.execute(query, (patient_id,)).fetchall())
    return count


def test_open_a_chart_of_the_generated_practice(filled, figures):
    rosa = filled.open("coordinator")
    with rosa.read() as uow:
        raw = driver_connection(uow.session.connection())
        assert _rows_of(raw, [1]) > 0
        floor = cpu_ms(lambda: _rows_of(raw, [1]))
    figures("open a chart", cpu_ms(lambda: rosa.run("queries.chart.chart", 1)), floor, "floor: the same rows, raw SQL")


def test_encryption_costs_little_when_the_cache_is_warm(filled, figures, tmp_path):
    source = keyed_connection(filled.database.path, filled.database.key)
    source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(tmp_path / "plain.db"),))
    for table in TABLES:
        source.execute(f"CREATE TABLE plain.{table} AS SELECT * FROM main.{table} WHERE patient_id <= 2000")  # noqa: S608
        source.execute(f"CREATE INDEX plain.own_{table} ON {table} (patient_id)")
    source.execute("DETACH DATABASE plain")
    plain = driver_of(tmp_path / "plain.db")
    patients = range(1, 101)
    for connection in (source, plain):
        connection.execute("PRAGMA cache_size = -64000").fetchall()
    assert _rows_of(source, patients) == _rows_of(plain, patients)
    encrypted = cpu_ms(lambda: _rows_of(source, patients))
    figures("100 charts' rows, encrypted", encrypted, cpu_ms(lambda: _rows_of(plain, patients)), "floor: plain SQLite")
    source.close()
    plain.close()


def driver_of(path):
    """A plain connection with the same binding."""
    import sqlcipher3.dbapi2 as driver

    return driver.connect(path)
