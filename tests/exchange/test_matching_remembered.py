"""A likeness is a question with both sides and the reasons, in every format; the answer holds for later messages."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import func, select

from db.models.exchange import SourceResource
from db.models.patient import Patient, PatientAddress
from icm_desktop.contracts.differences import DecideDifference, DifferenceFilter
from icm_desktop.contracts.duplicates import DuplicateFilter, MergePatients, PairOf
from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from tests.exchange.ccda_writing import document, problem, section
from tests.exchange.conftest import patient, run, totals
from tests.exchange.test_csv_lists import HEAD, MOSS, take
from tests.exchange.test_hl7v2 import PID, message


def fhir(number: int, town: str) -> str:
    person = patient(
        gender="female", address=[{"line": ["1 Elm St"], "city": town, "state": "NY"}],
        telecom=[{"system": "phone", "value": "518-555-0101"}],
    )  # fmt: skip
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": person}]})


def ccda(number: int, town: str) -> str:
    problems = section("11450-4", "Problems", problem("1", "38341003", "Hypertension"))
    return document(problems, number=str(number), when=f"2026030{number}").replace("Troy</city>", f"{town}</city>")


def hl7(number: int, town: str) -> str:
    when = f"2026030{number}120000-0500"
    return message("ADT^A08", PID.replace("^Troy^", f"^{town}^"), number=str(number), when=when)


def listed(number: int, town: str) -> str:
    return "\r\n".join((HEAD, MOSS.replace("Troy", town), ""))


FORMATS = {"FHIR": (fhir, "a{}.json"), "C-CDA": (ccda, "a{}.xml"), "HL7 v2": (hl7, "a{}.hl7"), "CSV": (listed, "a.csv")}


@pytest.fixture(params=FORMATS)
def arrives(practice, tmp_path, request):
    """Ada Moss is on file; each call brings her in from outside once more, living in another town."""
    details = PatientDetails(family="Moss", given="Ada", birth_date="1961-11-20", sex="female", phone="518-555-0101")
    practice.run("services.registration.register", RegisterPatient(details))
    text, name = FORMATS[request.param]
    count = iter(range(1, 9))

    def imported(town: str):
        number = next(count)
        path = tmp_path / name.format(number)
        path.write_text(text(number, town), encoding="utf-8", newline="")
        return take(practice, path) if request.param == "CSV" else run(practice, path)

    return imported


def open_pairs(practice):
    return practice.run("queries.exchange_matching.waiting", DuplicateFilter()).rows


def people(practice) -> int:
    with practice.read() as uow:
        return uow.session.scalar(select(func.count()).where(Patient.removed_at.is_(None))) or 0


def towns(practice, patient_id: int) -> set[str | None]:
    with practice.read() as uow:
        here = (PatientAddress.patient_id == patient_id, PatientAddress.removed_at.is_(None))
        return set(uow.session.scalars(select(PatientAddress.city).where(*here)))


def test_an_import_merges_nobody_and_says_why_two_look_alike(practice, arrives):
    report = arrives("Troy")
    assert (totals(report)["Patient"].created, people(practice)) == (1, 2)
    (match,) = report.matches
    assert {"same_name", "same_birth_date"} & set(match.reasons) and match.certainty in ("certain", "probable")
    (pair,) = open_pairs(practice)
    assert pair.reasons == match.reasons
    compared = practice.run("queries.merging.compare", PairOf(pair.one.id, pair.other.id))
    assert {side.field for side in compared.fields} >= {"name", "birth_date"}


def test_two_people_stay_two_also_for_later_messages(practice, arrives):
    arrives("Troy")
    (pair,) = open_pairs(practice)
    practice.run("services.matching.decisions.not_the_same", PairOf(pair.one.id, pair.other.id))
    later = arrives("Albany")
    assert (later.matches, open_pairs(practice), people(practice)) == ((), (), 2)
    assert "Albany" in towns(practice, max(pair.one.id, pair.other.id))


def test_once_merged_later_messages_find_the_survivor(practice, arrives):
    arrives("Troy")
    (pair,) = open_pairs(practice)
    ours, came = sorted((pair.one.id, pair.other.id))
    versions = [practice.run("queries.chart.banner", one).version for one in (came, ours)]
    practice.run("services.merging.merge", MergePatients(came, ours, *versions))
    later = arrives("Albany")
    assert (later.matches, open_pairs(practice), people(practice)) == ((), (), 1)
    assert totals(later)["Patient"].updated == 1
    assert "Albany" in towns(practice, ours)
    with practice.read() as uow:
        assert set(uow.session.scalars(select(SourceResource.patient_id).distinct())) - {None} == {ours}


def test_a_value_changed_here_is_a_question_in_every_format_and_both_can_stand(practice, arrives):
    arrives("Troy")
    with practice.write("test") as uow:
        uow.session.scalars(select(PatientAddress)).one().city = "Cohoes"
    assert arrives("Troy").differences == 0
    assert arrives("Albany").differences == 1
    (asked,) = practice.run("queries.differences.differences", DifferenceFilter()).rows
    assert ("city", "Cohoes", "Albany") in {(field.name, field.old, field.new) for field in asked.fields}
    whose = asked.patient.id
    assert towns(practice, whose) == {"Cohoes"}
    practice.run("services.differences.decide", DecideDifference(asked.id, asked.version, "both"))
    assert towns(practice, whose) == {"Cohoes", "Albany"}
    arrives("Utica")
    assert towns(practice, whose) == {"Cohoes", "Utica"}
