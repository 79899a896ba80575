"""A coordinator at the list of patients, and the patient whose file is read."""

from __future__ import annotations

import pytest

from ui.pages.patients import PatientsPage

MARIA = {
    "resourceType": "Patient",
    "id": "m",
    "name": [{"family": "Lopez", "given": ["Maria"]}],
    "birthDate": "1958-03-04",
}


@pytest.fixture
def desk(sit_at):
    return sit_at((PatientsPage,))
