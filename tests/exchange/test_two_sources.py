"""One fact from two sources is one line with both; where they contradict each other a person is asked, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from icm_desktop.contracts.differences import DecideDifference, DifferenceFilter
from icm_desktop.contracts.duplicates import DuplicateFilter, MergePatients
from icm_desktop.contracts.medicines import SaveAllergy
from tests.exchange.conftest import patient, run

SNOMED = "http://snomed.info/sct"
CLINIC, HOSPITAL = "https://clinic.example/fhir", "https://hospital.example/fhir"


def coded(text, code):
    return {"text": text, "coding": [{"system": SNOMED, "code": code}]}


def about(kind, number, source, **more):
    status = {"clinicalStatus": {"coding": [{"code": more.pop("status", "active")}]}}
    whose = "patient" if kind == "AllergyIntolerance" else "subject"
    return {"resourceType": kind, "id": number, whose: {"reference": f"Patient/{source[8:12]}"}, **status, **more}


def asthma(source, text="Asthma", **more):
    return about("Condition", "c1", source, code=coded(text, "195967001"), **more)


def penicillin(source, text="Penicillin", **more):
    return about("AllergyIntolerance", "a1", source, code=coded(text, "764146007"), **more)


def metformin(source, dose="1 tablet twice daily", **more):
    return {"resourceType": "MedicationStatement", "id": "m1", "status": "active",
            "subject": {"reference": f"Patient/{source[8:12]}"},
            "medicationCodeableConcept": {"text": "Metformin 500 mg"}, "dosage": [{"text": dose}], **more}  # fmt: skip


@dataclass(frozen=True)
class OnePerson:
    """Call it with what two sources tell; `again` imports more of one of them."""

    made: Callable[[Sequence[Any], Sequence[Any]], int]
    again: Callable[..., Any]

    def __call__(self, clinic: Sequence[Any], hospital: Sequence[Any]) -> int:
        return self.made(clinic, hospital)


@pytest.fixture
def one_person(practice, write):
    """What the clinic and the hospital tell of one patient; a person has said that the two records are one."""
    count = iter(range(1, 100))

    def told(source, *resources):
        name = f"{next(count)}.json"
        file = write(name, patient(source[8:12], telecom=[{"system": "phone", "value": "555-0101"}]), *resources,
                     meta={"source": source})  # fmt: skip
        return run(practice, file)

    def made(clinic, hospital):
        told(CLINIC, *clinic)
        report = told(HOSPITAL, *hospital)
        assert [match.certainty for match in report.matches] == ["certain"]
        (pair,) = practice.run("queries.duplicates.duplicates", DuplicateFilter()).rows
        old, new = sorted((pair.one.id, pair.other.id))
        versions = {one: practice.run("queries.chart.banner", one).version for one in (old, new)}
        practice.run("services.merging.merge", MergePatients(new, old, versions[new], versions[old]))
        return old

    return OnePerson(made, told)


def summary(practice, patient_id):
    return practice.run("queries.chart.clinical", patient_id)


def asked(practice):
    return practice.run("queries.differences.differences", DifferenceFilter()).rows


def decide(practice, row, answer):
    return practice.run("services.differences.decide_between", DecideDifference(row.id, row.version, answer))


def sources(row):
    return [one.source for one in (row.provenance, *row.also)]


def test_a_problem_an_allergy_and_a_medicine_of_two_sources_are_one_line_each_with_both(practice, one_person):
    who = one_person(
        (asthma(CLINIC, "Asthma (disorder)"), penicillin(CLINIC, reaction=[{"manifestation": [{"text": "hives"}]}]),
         metformin(CLINIC)),
        (asthma(HOSPITAL), penicillin(HOSPITAL, "Penicillin G", reaction=[{"manifestation": [{"text": "swelling"}]}]),
         metformin(HOSPITAL)),
    )  # fmt: skip
    shown = summary(practice, who)
    (problem,), (medicine,), (allergy,) = shown.problems, shown.medicines, shown.allergies.items
    for row in (problem, medicine, allergy):
        assert sorted(sources(row)) == [CLINIC, HOSPITAL]
        assert (row.others, row.differs) == (1, False)
    assert sorted(allergy.reaction.split(", ")) == ["hives", "swelling"]
    assert asked(practice) == ()


def test_another_dose_elsewhere_is_a_line_of_its_own(practice, one_person):
    who = one_person((metformin(CLINIC),), (metformin(HOSPITAL, "2 tablets twice daily"),))
    assert [row.others for row in summary(practice, who).medicines] == [0, 0]


@pytest.fixture
def contradicting(practice, one_person):
    """The clinic says that the asthma is active, the hospital that it is over."""
    who = one_person((asthma(CLINIC),), (asthma(HOSPITAL, status="resolved", abatementDateTime="2026-05-01"),))
    return who, one_person.again


def test_what_two_sources_contradict_each_other_about_is_asked_side_by_side(practice, contradicting):
    who, _ = contradicting
    (row,) = asked(practice)
    assert {(field.name, field.old, field.new) for field in row.fields} == {
        ("status", "active", "resolved"), ("abated_when", None, "2026-05-01")
    }  # fmt: skip
    assert (row.mine.source, row.theirs.source) == (CLINIC, HOSPITAL)
    assert summary(practice, who).problems[0].differs


@pytest.mark.parametrize(("answer", "left"), [("mine", ["active"]), ("theirs", []), ("both", ["active"])])
def test_the_answer_is_what_is_shown_and_is_not_asked_again(practice, contradicting, answer, left):
    who, again = contradicting
    act = decide(practice, asked(practice)[0], answer).changes.action_id
    assert [row.status for row in summary(practice, who).problems] == left
    again(HOSPITAL, asthma(HOSPITAL, status="resolved", abatementDateTime="2026-05-01", note=[{"text": "as before"}]))
    assert asked(practice) == ()
    practice.run("services.history.undo", act)
    assert len(asked(practice)) == 1


def test_mine_hides_no_worse_word_of_an_allergy_before_somebody_decided(practice, one_person):
    who = one_person((penicillin(CLINIC, criticality="low"),), (penicillin(HOSPITAL, criticality="high"),))
    told = summary(practice, who).allergies.items
    assert {row.criticality for row in told} == {"low", "high"} and all(row.differs for row in told)
    decide(practice, asked(practice)[0], "mine")
    (left,) = summary(practice, who).allergies.items
    assert (left.criticality, left.others, len(left.also)) == ("low", 1, 1)


def test_what_was_entered_here_is_ours_and_is_shown(practice, one_person):
    who = one_person((asthma(CLINIC),), ())
    request = SaveAllergy(who, "Penicillin", criticality="low", severity="mild")
    practice.run("services.allergies.save", request)
    one_person.again(HOSPITAL, penicillin(HOSPITAL, criticality="high"))
    (row,) = asked(practice)
    assert (row.mine.source, row.theirs.source) == (None, HOSPITAL)
    assert [(field.name, field.old, field.new) for field in row.fields] == [("criticality", "low", "high")]


def test_two_times_ill_are_no_contradiction(practice, one_person):
    one_person(
        (asthma(CLINIC, onsetDateTime="2026-02-01"),),
        (asthma(HOSPITAL, status="resolved", onsetDateTime="2019-03-05", abatementDateTime="2019-04"),),
    )
    assert asked(practice) == ()


def test_taking_the_merge_back_takes_the_question_back(practice, contradicting):
    (merge,) = practice.run("queries.merging.merges").rows
    practice.run("services.merging.undo_merge", merge.id)
    assert asked(practice) == ()
