"""Which of several reference ranges holds for a patient: never somebody else's."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.models.clinical import Observation, ObservationComponent
from icm_desktop.exchange.fhir.ranges import Whose, reference_range
from tests.exchange.conftest import patient, run

MEN = {"low": {"value": 13.5}, "high": {"value": 17.5}, "appliesTo": [{"coding": [{"code": "male"}]}]}
WOMEN = {"low": {"value": 12.0}, "high": {"value": 15.5}, "appliesTo": [{"coding": [{"code": "F"}]}]}
PREGNANT = {"low": {"value": 11.0}, "appliesTo": [{"coding": [{"code": "77386006"}]}], "age": {"low": {"value": 12}}}
CHILDREN = {"low": {"value": 11.5}, "high": {"value": 14.5}, "age": {"high": {"value": 17, "unit": "years"}}}
ADULTS = {"low": {"value": 13.0}, "high": {"value": 17.0}, "age": {"low": {"value": 18, "code": "a"}}}
INFANTS = {"low": {"value": 9.5}, "age": {"high": {"value": 12, "code": "mo"}}}
CRITICAL = {"low": {"value": 7.0}, "type": {"coding": [{"code": "critical"}]}}
ALL = {"low": {"value": 12.5}, "high": {"value": 17.0}}
WOMAN, MAN, CHILD, NOBODY = Whose("female", 60), Whose("male", 60), Whose("female", 9), Whose()


@pytest.mark.parametrize(
    ("ranges", "whose", "ends"),
    [
        ([MEN, WOMEN], WOMAN, (12.0, 15.5)),
        ([MEN, WOMEN], MAN, (13.5, 17.5)),
        ([MEN, WOMEN], Whose("other", 60), (None, None)),
        ([MEN, WOMEN], NOBODY, (None, None)),
        ([MEN], WOMAN, (None, None)),
        ([CHILDREN, ADULTS], CHILD, (11.5, 14.5)),
        ([CHILDREN, ADULTS], Whose(None, 17), (11.5, 14.5)),
        ([CHILDREN, ADULTS], Whose(None, 18), (13.0, 17.0)),
        ([CHILDREN, ADULTS], NOBODY, (None, None)),
        ([INFANTS], WOMAN, (9.5, None)),  # months are not worked out: the sender sent this one for this patient
        ([CHILDREN], WOMAN, (None, None)),
        ([PREGNANT, WOMEN], WOMAN, (12.0, 15.5)),
        ([PREGNANT], WOMAN, (None, None)),
        ([CRITICAL, ALL], WOMAN, (12.5, 17.0)),
        ([ALL, WOMEN], WOMAN, (12.0, 15.5)),
        ([ALL, WOMEN], NOBODY, (12.5, 17.0)),
        ([MEN, ADULTS], MAN, (None, None)),  # two that both hold and differ
    ],
)
def test_the_range_that_holds_for_the_patient_is_taken_and_no_other(ranges, whose, ends):
    low, high, words = reference_range({"referenceRange": ranges}, whose)
    assert (low, high) == ends
    assert words or len(ranges) == 1


def test_every_range_is_told_in_words_with_whom_it_is_for():
    assert reference_range({"referenceRange": [CHILDREN, ADULTS]}, NOBODY)[2] == (
        "age <= 17 years: 11.5 to 14.5; age >= 18 a: 13 to 17"
    )


def test_an_import_flags_against_the_range_of_the_patients_sex_and_age(practice, write):
    result = {
        "resourceType": "Observation", "id": "o1", "status": "final", "subject": {"reference": "Patient/p1"},
        "code": {"coding": [{"system": "http://loinc.org", "code": "718-7"}]}, "effectiveDateTime": "2026-03-01",
        "valueQuantity": {"value": 12.4, "unit": "g/dL"}, "referenceRange": [MEN, WOMEN],
        "component": [{"code": {"text": "Part"}, "referenceRange": [CHILDREN, ADULTS]}],
    }  # fmt: skip
    run(practice, write("a.json", result, patient(gender="female")))
    with practice.read() as uow:
        (row,) = uow.session.scalars(select(Observation)).all()
        assert (row.reference_low, row.reference_high) == (12.0, 15.5)
        (part,) = uow.session.scalars(select(ObservationComponent)).all()
        assert (part.reference_low, part.reference_high) == (13.0, 17.0)  # 64 years old that day
    (line,) = practice.run("queries.results.results", 1)
    assert line.latest.flag == "normal"  # of its own value, although it has parts
