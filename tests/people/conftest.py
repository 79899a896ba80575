"""A practice of one day with one person in it, and short ways to ask and to save."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.demographics_requests import RowId
from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from icm_desktop.contracts.records import FactRef, MarkMistaken
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def desk(practice):
    return practice.open("front_desk")


@pytest.fixture
def rosa(practice):
    return practice.open("coordinator")


@pytest.fixture
def maria(desk):
    """Id of a patient."""
    details = PatientDetails(family="Lopez", given="Maria", birth_date="1958-03-04", sex="female", phone="555-010-0142")
    return desk.run("services.registration.register", RegisterPatient(details)).head.id


@pytest.fixture
def about(desk, maria):
    """Everything about the patient as it is now."""
    return lambda as_whom=desk: as_whom.run("queries.about.about", maria)


@pytest.fixture
def new(maria):
    return RowId(maria)


def mistaken(desk, table, row, reason="Entered twice"):
    """Say that a row was entered in error."""
    return desk.run("services.mistakes.mark", MarkMistaken(FactRef(table, row.id), row.version, reason))


def at(row, patient_id):
    """The row as it was read."""
    return RowId(patient_id, row.id, row.version)
