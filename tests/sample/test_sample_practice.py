"""The generated practice: the same for the same seed, nobody booked twice, and only into an empty database."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from db.models.base import Base
from db.models.scheduling import Appointment
from icm_desktop import sample_practice
from icm_desktop.errors import CannotOpen, Invalid
from icm_desktop.sample_practice import make_sample_practice
from tests.support import make_practice
from ui import sample

TODAY = dt.date(2026, 11, 20)


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


def test_the_same_seed_makes_the_same_patients_and_another_seed_others(tmp_path):
    first, second, other = (_filled(tmp_path / str(n), 12, seed) for n, seed in enumerate((7, 7, 8)))
    for table in ("patient", "observation", "appointment", "plan_action", "referral_event"):
        assert _content(first, table) == _content(second, table)
    assert _content(first, "patient") != _content(other, "patient")


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
