"""Two people at two screens: a merge and another merge, or a booking, of the same records at the same moment."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.models.patient import Patient, PatientMerge
from db.models.practice import Practitioner, WorkingHours
from db.models.scheduling import Appointment
from icm_desktop.contracts.duplicates import MergePatients
from icm_desktop.contracts.scheduling import BookAppointment
from icm_desktop.errors import UserError
from icm_desktop.words import error_sentence
from tests.matching.conftest import faults, owners, version
from tests.two_processes import DONE, at_once

NOW = dt.datetime(2026, 11, 20, 13, 0, tzinfo=dt.UTC)
MERGE, BOOK = "services.merging.merge", "services.scheduling.book"


@pytest.fixture
def two(register):
    """The record that goes and the one that stays."""
    both = {"birth_date": "1958-03-04", "sex": "female"}
    return register("Lopes", "Maria", **both), register("Lopez", "Maria", **both)


def request(desk, goes, stays):
    return MergePatients(goes, stays, version(desk, goes), version(desk, stays))


@pytest.mark.parametrize("same_way", [True, False])
def test_of_two_merges_of_one_pair_exactly_one_wins_and_the_other_is_told(practice, desk, two, tmp_path, same_way):
    goes, stays = two
    other = practice.open("clinician")
    wanted = request(desk, goes, stays)
    against = wanted if same_way else request(desk, stays, goes)
    said = at_once(tmp_path / "state", [(desk, MERGE, wanted)], [(other, MERGE, against)])
    (refused,) = (code for (code,) in said if code != DONE)
    assert refused in ("patients.unknown", "merging.changed_meanwhile")
    assert error_sentence(UserError(refused)).endswith(".")
    with desk.read() as uow:
        (merge,) = uow.session.scalars(select(PatientMerge)).all()
        left = uow.session.scalars(select(Patient.id).where(Patient.removed_at.is_(None))).all()
        assert left == [merge.survivor_id]
    assert all(ids <= {merge.survivor_id} for ids in owners(desk).values())
    assert faults(practice) == []


def test_a_booking_on_the_record_that_goes_is_moved_with_it_or_refused(practice, desk, two, tmp_path):
    goes, stays = two
    with desk.write("test") as uow:
        clinician = Practitioner(family="Kim", inside=True)
        uow.session.add(clinician)
        uow.session.flush()
        uow.session.add(WorkingHours(practitioner_id=clinician.id, weekday=0, starts="09:00", ends="12:00"))
        clinician_id = clinician.id
    booking = BookAppointment(goes, clinician_id, dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC), 30)
    clerk = practice.open("front_desk")
    merge = (desk, MERGE, request(desk, goes, stays))
    (merged,), (booked,) = at_once(tmp_path / "state", [merge], [(clerk, BOOK, booking)], now=NOW)
    assert merged == DONE
    with desk.read() as uow:
        owner = uow.session.scalars(select(Appointment.patient_id)).all()
    assert (booked, owner) in ((DONE, [stays]), ("patients.unknown", []))
    assert all(ids <= {stays} for ids in owners(desk).values())
    assert faults(practice) == []
