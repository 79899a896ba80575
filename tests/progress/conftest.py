"""A practice of one day with one patient."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.patient import Patient
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def practice(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    yield made
    made.database.close()


@pytest.fixture
def patient(store):
    return store(Patient(record_number="000001", family="Lopez"))[0]
