"""What a sender says beside the main words: directions, reactions and the sex that US Core tells apart from gender."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.models.clinical import AllergyIntolerance
from db.models.patient import Patient
from icm_desktop.exchange.fhir.dosage import dosage
from tests.exchange.conftest import patient, run
from tests.exchange.not_understood import MADE


def test_what_was_told_of_a_reaction_and_the_notes_of_each_are_shown(practice, write):
    reaction = [
        {"manifestation": [{"text": "Hives"}], "severity": "severe", "description": "An hour after lunch",
         "note": [{"text": "Mother has it too"}]},
        {"manifestation": [{"text": "Cough"}], "description": "cough"},
        {"description": "Felt ill", "note": [{"text": "Not seen by us"}]},
    ]  # fmt: skip
    allergy = {"resourceType": "AllergyIntolerance", "id": "al", "patient": {"reference": "Patient/p1"},
               "code": {"text": "Nuts"}, "note": [{"text": "Carries a pen"}], "reaction": reaction}  # fmt: skip
    report = run(practice, write("a.json", patient(), allergy))
    with practice.read() as uow:
        (stored,) = uow.session.execute(select(AllergyIntolerance.reaction, AllergyIntolerance.note)).all()
    assert stored.reaction == "Hives (severe): An hour after lunch; Cough; Felt ill"
    assert stored.note == "Carries a pen\nMother has it too\nNot seen by us"
    assert "reaction.note" not in [one.elements for one in report.left_out]


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({"text": "1 tablet daily"}, "1 tablet daily, with food, no alcohol"),
        ({"text": "1 tablet daily With Food"}, "1 tablet daily With Food, no alcohol"),
        ({"patientInstruction": "at supper"}, "with food, no alcohol, at supper"),
        ({"patientInstruction": "with food"}, "with food, no alcohol"),
    ],
)
def test_with_food_stands_in_the_directions_of_a_medicine(more, shown):
    also = [{"text": "with food"}, {"coding": [{"code": "37"}, {"code": "38", "display": "no alcohol"}]}, {}]
    assert dosage([{"additionalInstruction": also, **more}]).dosage == shown


@pytest.mark.parametrize(
    ("gender", "told", "kept"),
    [
        (None, {"valueCode": "248152002"}, "female"),
        ("unknown", {"valueCode": "248153007"}, "male"),
        ("other", {"valueCode": "248153007"}, "other"),
        ("female", {"valueCoding": {"code": "248152002"}}, "female"),
        ("female", {"valueCode": "248153007"}, "female"),
        ("odd", {"valueCode": "asked-declined"}, "unknown"),
    ],
)
def test_the_sex_of_us_core_fills_what_gender_leaves_open_and_a_difference_is_told(practice, write, gender, told, kept):
    url = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex"
    report = run(practice, write("a.json", patient(gender=gender, extension=[{"url": url, **told}])))
    with practice.read() as uow:
        assert uow.session.scalars(select(Patient.sex)).all() == [kept]
    differs = gender == "female" and told == {"valueCode": "248153007"}
    assert ("gender and us-core-sex differ" in " ".join(report.files[0].notes)) == differs
    assert not [one for one in report.left_out if "us-core-sex" in one.elements]


def test_gender_identity_and_pronouns_are_not_told_as_left_out(practice):
    report = run(practice, MADE)
    assert [one.elements for one in report.left_out if one.why in ("extension", "not_shown")] == []
    with practice.read() as uow:
        stored = uow.session.execute(
            select(Patient.gender_identity, Patient.pronouns, Patient.sexual_orientation)
        ).all()
    assert len(stored) == 9 and all(value for row in stored for value in row)
