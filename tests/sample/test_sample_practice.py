"""The generated practice: the same for the same seed, nobody booked twice, and only into an empty database."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from db.models.base import Base
from db.models.scheduling import Appointment
from db.verify import verify
from icm_desktop import sample_practice
from icm_desktop.contracts.calendar import AskDay
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.errors import CannotOpen, Invalid, JobCancelled
from icm_desktop.sample.rows import TABLES
from icm_desktop.sample_practice import make_sample_practice
from icm_desktop.services.demo_clinic import set_up
from tests.support import make_practice
from ui import sample

TODAY = dt.date(2026, 11, 20)
SUNDAY = dt.date(2026, 11, 29)
_SENT = ("condition", "medication_entry", "encounter", "observation", "procedure", "document")


def _content(practice, table):
    with practice.open("administrator").read() as uow:
        rows = uow.session.execute(Base.metadata.tables[table].select().order_by("id")).mappings()
        return [
            {name: value for name, value in row.items() if not name.startswith(("created", "updated"))} for row in rows
        ]


def _filled(folder, patients, seed):
    practice = make_practice(folder, today=TODAY)
    practice.open("administrator").run("services.demo.fill", patients, seed)
    return practice


def _digest(practice, most: int | None = None) -> str:
    """One digest of every row of the patients (up to a number), however many there are."""
    whole = hashlib.sha256()
    for table in TABLES:
        whose = "id" if table == "patient" else "patient_id"
        rows = [row for row in _content(practice, table) if most is None or row[whose] <= most]
        whole.update(repr([sorted(row.items()) for row in rows]).encode())
    return whole.hexdigest()


def test_the_same_seed_makes_the_same_rows_and_another_seed_others(tmp_path):
    first, second, other = (_filled(tmp_path / str(n), 12, seed) for n, seed in enumerate((7, 7, 8)))
    assert _digest(first) == _digest(second)
    assert _content(first, "patient") != _content(other, "patient")


def test_the_first_patients_are_the_same_however_many_follow(tmp_path):
    few, more = _filled(tmp_path / "few", 9, 3), _filled(tmp_path / "more", 30, 3)
    assert _digest(few) == _digest(more, 9)


def test_what_others_sent_names_its_import_and_its_sender(tmp_path):
    practice = _filled(tmp_path, 40, 1)
    sources = {row["id"]: row for row in _content(practice, "source_resource")}
    theirs = {table: [row for row in _content(practice, table) if row["source_id"]] for table in _SENT}
    for table, rows in theirs.items():
        assert rows, table
        for row in rows:
            source = sources[row["source_id"]]
            assert (source["target_table"], source["target_id"]) == (table, row["id"])
            assert (source["source"], source["import_id"]) == (row["organization"], row["import_id"])
            assert source["patient_id"] == row["patient_id"]
    batches = practice.open("administrator").run("services.exchange.list_imports")
    assert [batch.state for batch in batches] == ["complete", "complete"]
    assert sum(batch.created for batch in batches) == len(sources)


def test_a_filled_file_is_whole(tmp_path):
    practice = _filled(tmp_path, 20, 1)
    wrong = {check.name for check in verify(practice.database).checks if check.ok is False}
    assert wrong <= {"key_slots"}  # a practice for tests has no users' keys


def test_on_its_busiest_day_every_list_is_long_and_the_file_is_whole(tmp_path):
    practice = make_practice(tmp_path, today=TODAY)
    practice.open("administrator").run("services.demo.fill", 40, 7, True)
    desk = practice.open("front_desk")
    counts = dict(desk.run("queries.queues.counts", WorkFilter(everyone=True)).counts)

    assert counts["arrivals"] > 200 and counts["tomorrow"] > 450
    assert desk.run("queries.today.worklist", WorkFilter(everyone=True, queue="wait_list")).total > 30
    assert len(desk.run("queries.appointments.between", TODAY, TODAY)) > 500
    assert {check.name for check in verify(practice.database).checks if check.ok is False} <= {"key_slots"}


def test_making_it_can_be_stopped_and_tells_how_far_it_is(tmp_path):
    practice, steps = make_practice(tmp_path, today=TODAY), []

    class Stopping:
        def step(self, done, total):
            steps.append((done, total))
            raise JobCancelled("stopped")

    with pytest.raises(JobCancelled):
        practice.open("administrator").run("services.demo.fill", 200, 1, progress=Stopping())
    made = len(_content(practice, "patient"))
    assert steps == [(made, 200)]
    assert 0 < made < 200


def test_no_clinician_and_no_patient_is_in_two_places(tmp_path):
    practice = _filled(tmp_path, 60, 1)
    with practice.open().read() as uow:
        one, other = aliased(Appointment), aliased(Appointment)
        for whose in ("practitioner_id", "patient_id"):
            same = (getattr(one, whose) == getattr(other, whose)) & (one.id < other.id)
            overlap = (one.starts_at < other.ends_at) & (other.starts_at < one.ends_at)
            clashes = select(func.count()).where(same, overlap, ~one.outside, ~other.outside)
            assert uow.session.scalar(clashes) == 0, whose


def test_a_database_with_patients_is_not_filled(tmp_path):
    practice = _filled(tmp_path, 2, 1)
    with pytest.raises(Invalid) as refused:
        practice.open("administrator").run("services.demo.fill", 2, 1)
    assert refused.value.code == "cli.not_empty"
    assert len(_content(practice, "patient")) == 2


def test_the_sample_practice_is_replaced_but_another_file_is_not(tmp_path):
    path = tmp_path / "sample.icm"
    make_sample_practice(path, patients=1)
    make_sample_practice(path, patients=1)
    path.write_bytes(b"not a sample practice")
    with pytest.raises(CannotOpen) as refused:
        make_sample_practice(path, patients=1)
    assert refused.value.code == "sample.not_a_sample"
    assert path.read_bytes() == b"not a sample practice"


def test_the_sign_in_screen_names_the_users_and_the_password_that_the_sample_practice_has():
    names = (sample_practice.ADMINISTRATOR, *(user.name for user in sample_practice.USERS))
    assert (names, sample_practice.PASSWORD) == (sample.SAMPLE_USERS, sample.SAMPLE_PASSWORD)
    assert sample.SAMPLE_USER in names


def test_open_today_has_visits_on_a_sunday(tmp_path):
    opened = make_practice(tmp_path, today=SUNDAY).open("administrator")
    opened.run("services.demo.fill", 40, 1, False, True)
    here = [each for each in opened.run("queries.calendar.day_view", AskDay(SUNDAY)).appointments if not each.outside]
    assert len(here) > 5 and any(each.status == "arrived" for each in here)


def test_open_today_works_on_a_holiday_and_is_closed_on_the_next_sunday(tmp_path):
    thanksgiving = dt.date(2026, 11, 26)
    with make_practice(tmp_path, today=thanksgiving).open("administrator").write("tests.clinic") as uow:
        clinic = set_up(uow, 60, 1, open_today=True)
    assert not clinic.closed(thanksgiving) and clinic.closed(SUNDAY)
    assert all(len({weekday for weekday, _, _ in each.hours}) <= 5 for each in clinic.clinicians)
