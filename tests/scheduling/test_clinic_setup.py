"""Clinicians with their hours and kinds of visit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from icm_desktop.contracts.scheduling import SaveAppointmentType, SaveClinician
from icm_desktop.errors import Invalid

LEE = SaveClinician(None, "Lee", "Mia", "Dr", "Family medicine", "555-010-3000", ((0, "09:00", "12:00"),))


def names(desk):
    return [person.name for person in desk.run("queries.calendar.setup").clinicians]


def test_a_clinician_is_added_and_their_hours_replaced(desk):
    saved = desk.run("services.clinic_setup.save_clinician", LEE)
    assert "Dr Mia Lee" in names(desk)
    changed = replace(LEE, clinician_id=saved.id, hours=((0, "09:00", "12:00"), (2, "13:00", "15:30")))
    desk.run("services.clinic_setup.save_clinician", changed)
    (row,) = [person for person in desk.run("queries.calendar.setup").clinicians if person.id == saved.id]
    assert row.hours == changed.hours
    assert (row.family, row.specialty, row.phone) == ("Lee", "Family medicine", "555-010-3000")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"family": " "}, "scheduling.clinician_name_missing", "family"),
        ({"family": "x" * 101}, "scheduling.too_long", "family"),
        ({"hours": ((0, "12:00", "09:00"),)}, "scheduling.bad_hours", "hours"),
        ({"hours": ((7, "09:00", "12:00"),)}, "scheduling.bad_hours", "hours"),
        ({"hours": ((0, "9", "12:00"),)}, "scheduling.bad_hours", "hours"),
        ({"hours": ((0, "09:00", "12:00"), (0, "11:00", "13:00"))}, "scheduling.hours_overlap", "hours"),
        ({"clinician_id": 999}, "scheduling.no_such_clinician", "clinician_id"),
    ],
)
def test_bad_input_is_a_sentence_at_its_field(desk, changes, code, field):
    before = names(desk)
    with pytest.raises(Invalid) as caught:
        desk.run("services.clinic_setup.save_clinician", replace(LEE, **changes))
    assert (caught.value.code, caught.value.field) == (code, field)
    assert names(desk) == before


def test_kinds_of_visit_have_a_name_of_their_own_and_a_sane_length(desk):
    desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(desk.visit, "Follow-up", 20))
    desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, "New patient", 60))
    types = {row.name: row.minutes for row in desk.run("queries.calendar.setup").types}
    assert types == {"Follow-up": 20, "New patient": 60}
    for name, minutes, code in (
        (" ", 20, "scheduling.type_name_missing"),
        ("follow-UP", 20, "scheduling.type_exists"),
        ("Long", 481, "scheduling.bad_length"),
    ):
        with pytest.raises(Invalid) as caught:
            desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, name, minutes))
        assert caught.value.code == code
    with pytest.raises(Invalid):
        desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(999, "Gone", 20))
