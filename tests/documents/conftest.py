"""A practice of one day with one patient, and documents of every form."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.patient import Patient
from icm_desktop.contracts.documents import AddDocument, DocumentFilter
from icm_desktop.permissions import Role
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def practice(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    yield made
    made.database.close()


@pytest.fixture
def patient(store):
    return store(Patient(record_number="000001", family="Lopez", given="Maria", birth_date="1958-03-04"))[0]


@pytest.fixture
def other(store):
    return store(Patient(record_number="000002", family="Ruiz", given="Ben"))[0]


@pytest.fixture
def do(practice):
    """Runs a use case as a role."""

    def run(name, *args, role=Role.COORDINATOR):
        return practice.open(role).run(name, *args)

    return run


@pytest.fixture
def add(do, patient):
    """Adds a document of the patient; its id."""

    def put(data=b"Seen today.", name="note.txt", title="Cardiology consult", kind="consult_note", **more):
        request = AddDocument(more.pop("patient_id", patient), title, kind, data, name, **more)
        return do("services.documents.add", request).ids[0]

    return put


@pytest.fixture
def listed(do, patient):
    """The list as a filter shows it."""

    def ask(**more):
        return do("queries.documents.documents", DocumentFilter(patient, **more))

    return ask
