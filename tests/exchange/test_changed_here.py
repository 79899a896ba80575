"""An imported resource leaves with what somebody here changed, and with all that we do not model."""

from __future__ import annotations

import pytest

from db.models.clinical import Condition
from db.models.patient import Patient, PatientTelecom
from db.models.plan import PlanAction
from icm_desktop.contracts.plan_document import RECORD, PlanReader
from tests.exchange.conftest import condition, patient, run
from tests.exchange.round_trips import everybody, export, resources

ACTIVE = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]}
STAGE = [{"summary": {"text": "Stage II"}}]
PHONE = {"system": "phone", "value": "555-0101", "extension": [{"url": "http://example.org/x", "valueString": "kept"}]}
MAIL = {"system": "email", "value": "ada@example.org", "period": {"start": "2020-01-01"}}


@pytest.fixture
def left(practice, write, tmp_path):
    """Imports two resources; gives what leaves after `act` in the practice."""
    file = write(
        "a.json",
        patient(telecom=[PHONE, MAIL], active=True, gender="female"),
        condition(stage=STAGE, onsetAge={"value": 40, "unit": "a"}, clinicalStatus=ACTIVE),
    )
    run(practice, file)

    def exported(act=None):
        if act is not None:
            with practice.write("test") as uow:
                act(uow)
        (patient_id,) = everybody(practice)
        path = tmp_path / "out.json"
        export(practice, patient_id, path, PlanReader(RECORD))
        return resources(path)

    return exported


def test_what_nobody_touched_leaves_as_it_came(left):
    found = left()
    assert found["Condition/c1"] == condition(stage=STAGE, onsetAge={"value": 40, "unit": "a"}, clinicalStatus=ACTIVE)
    assert found["Patient/p1"]["telecom"] == [PHONE, MAIL]
    assert not [name for name in found if name.startswith("Provenance/")]


def test_a_changed_field_leaves_changed_the_rest_as_it_came_and_who_changed_it(left):
    def resolve(uow):
        row = uow.session.get(Condition, 1)
        row.status, row.onset_when = "resolved", "2001-05"

    found = left(resolve)
    one = found["Condition/c1"]
    assert one["clinicalStatus"]["coding"][0]["code"] == "resolved"
    assert one["onsetDateTime"] == "2001-05" and "onsetAge" not in one
    assert one["stage"] == STAGE
    (who,) = [each for name, each in found.items() if name.startswith("Provenance/")]
    assert who["target"] == [{"reference": "Condition/c1"}]
    assert found[who["agent"][0]["who"]["reference"]]["name"] == [{"text": "Rosa Diaz"}]


def test_of_a_list_only_the_changed_entry_is_written_anew(left):
    def call_elsewhere(uow):
        uow.session.get(PatientTelecom, 2).value = "new@example.org"
        uow.session.add(PatientTelecom(patient_id=1, system="phone", value="555-0199", use="work"))

    telecom = left(call_elsewhere)["Patient/p1"]["telecom"]
    assert telecom[0] == PHONE
    assert telecom[1]["value"] == "new@example.org"
    assert telecom[2] == {"system": "phone", "value": "555-0199", "use": "work"}


def test_what_was_removed_here_does_not_leave(left):
    def remove(uow):
        uow.session.get(Condition, 1).removed_at = uow.now

    assert [name for name in left(remove) if name.startswith("Condition/")] == []


def test_a_changed_name_and_death_reach_the_patient(left):
    def change(uow):
        row = uow.session.get(Patient, 1)
        row.deceased, row.deceased_on = True, "2026-10-01"

    found = left(change)["Patient/p1"]
    assert (found["deceasedDateTime"], found["active"]) == ("2026-10-01", True)


def test_an_action_added_here_stands_beside_what_the_plan_only_points_to(practice, write, tmp_path):
    pointing = {"reference": {"reference": "Condition/c1"}}
    walk = {"detail": {"status": "scheduled", "description": "Walk", "location": {"display": "park"}}}
    plan = {"resourceType": "CarePlan", "id": "cp1", "status": "active", "intent": "plan",
            "subject": {"reference": "Patient/p1"}, "activity": [pointing, walk]}  # fmt: skip
    run(practice, write("a.json", patient(), condition(), plan))
    with practice.write("test") as uow:
        uow.session.add(PlanAction(patient_id=1, care_plan_id=1, status="not-started", text="Bring the logbook"))
    export(practice, 1, tmp_path / "out.json", PlanReader(RECORD))
    found = resources(tmp_path / "out.json")["CarePlan/cp1"]["activity"]
    assert pointing in found and walk in found
    assert [one["detail"]["description"] for one in found if "detail" in one] == ["Walk", "Bring the logbook"]
