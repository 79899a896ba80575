"""A practice of one day with a few people in it."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def desk(practice):
    return practice.open("front_desk")


@pytest.fixture
def register(desk):
    """Registers somebody and gives the head; look-alikes are taken for other people."""
    return registering(desk)


def registering(desk):
    """A function that registers through this practice."""

    def add(family, given=None, **details):
        request = RegisterPatient(PatientDetails(family=family, given=given, **details), not_duplicate=True)
        return desk.run("services.registration.register", request).head

    return add
