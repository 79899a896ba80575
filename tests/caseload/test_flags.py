"""Flags of the caseload: each by its rule, over all values and dates; and those of the golden patient."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.clinical import Observation, QuestionnaireResponse
from db.models.patient import Patient as PatientRow
from db.models.programs import ProgramEnrolment
from icm_desktop.content import caseload as content
from icm_desktop.content.treat_to_target import targets
from icm_desktop.contracts.caseload import CaseloadFilter
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.programs import EnrolInProgram
from icm_desktop.domain.caseload import Patient, flags, improved, weeks
from icm_desktop.domain.score_courses import Value, course
from tests.ui.clock import make_still_practice

TODAY = dt.date(2026, 11, 20)
SCORES = content.score_rules()


def ago(days):
    return TODAY - dt.timedelta(days=days)


def held(enrolled=100, contact=1, values=(), **more):
    found = course("phq9", [Value(ago(days), value) for days, value in values], ago(enrolled), 90)
    patient = Patient(ago(enrolled), ago(contact) if contact is not None else None,
                      {"phq9": found} if found else {}, targets=targets(), **more)  # fmt: skip
    return [one.rule.id for one in flags(patient, content.flag_rules(), SCORES, TODAY)]


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({"contact": 27}, []),
        ({"contact": 28}, ["no_contact"]),
        ({"contact": None, "enrolled": 28}, ["no_contact"]),
        ({"contact": None, "enrolled": 27}, []),
        ({"values": ((100, 16), (5, 14)), "enrolled": 55}, ["under_improvement"]),
        ({"values": ((100, 16), (5, 14)), "enrolled": 28}, ["under_improvement"]),
        ({"values": ((100, 16), (5, 12)), "enrolled": 27}, []),
        ({"values": ((100, 16), (5, 11)), "enrolled": 40}, []),
        ({"values": ((100, 16), (5, 12)), "enrolled": 40}, ["under_improvement"]),
        ({"values": ((100, 16), (5, 14)), "enrolled": 56}, ["not_improving"]),
        ({"values": ((100, 16), (5, 8))}, ["response"]),
        ({"values": ((100, 20), (5, 10))}, ["response"]),
        ({"values": ((100, 20), (5, 11)), "enrolled": 100}, ["not_improving"]),
        ({"values": ((100, 16), (5, 4))}, ["remission"]),
        ({"values": ((100, 16), (28, 9))}, ["screening_due", "response"]),
        ({"values": ((100, 16), (40, 4))}, ["remission"]),
        ({"values": ((100, 6), (40, 7))}, []),
        ({"self_harm_on": TODAY}, ["self_harm"]),
        ({"review_due": ago(1)}, ["review_due"]),
        ({"review_due": TODAY}, []),
        ({"has_next": False}, ["no_next"]),
    ],
)
def test_each_flag_holds_from_its_limit_on(given_values, expected):
    assert held(**given_values) == expected


@given(
    st.lists(st.tuples(st.integers(0, 700), st.integers(0, 27)), max_size=8),
    st.integers(0, 700),
    st.none() | st.integers(0, 700),
)
def test_nobody_both_improves_and_does_not_and_the_serious_stands_first(values, enrolled, contact):
    found = held(enrolled, contact, tuple(values))
    assert len({"not_improving", "under_improvement", "response", "remission"} & set(found)) < 2
    assert not {"not_improving", "response"} <= set(found) and not {"not_improving", "remission"} <= set(found)
    assert len({"response", "remission"} & set(found)) < 2
    order = [rule.id for rule in content.flag_rules()]
    assert found == sorted(found, key=order.index)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 27)), min_size=1, max_size=8), st.integers(0, 400))
def test_a_course_begins_at_the_enrolment_and_ends_with_the_newest(values, enrolled):
    known = [Value(ago(days), value) for days, value in values]
    found = course("phq9", known, ago(enrolled), 90)
    assert found is not None and found.last.on == max(one.on for one in known)
    assert [one.on for one in found.values] == sorted(one.on for one in found.values)
    near = [one.on for one in known if ago(enrolled + 90) <= one.on <= ago(enrolled)]
    if near:
        assert found.first.on == max(near)
    assert weeks(ago(enrolled), TODAY) == enrolled // 7


def test_the_golden_patient_on_the_caseload(tmp_path, golden_dir):
    expected = tomllib.loads((golden_dir / "a.expected.toml").read_text("utf-8"))
    practice = make_still_practice(tmp_path)
    rosa = practice.open()
    rosa.run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    rosa.run("services.programs.enrol", EnrolInProgram(1, "cocm", enrolled_on=dt.date(2025, 9, 12)))
    (row,) = rosa.run("queries.caseload.caseload", CaseloadFilter()).rows
    phq9 = row.course("phq9")
    scores = [one for one in expected["screening"]["rows"] if one["id"].startswith("phq")]
    assert [(one.on, one.value) for one in phq9.values] == [(one["date"], one["score"]) for one in scores]
    assert phq9.fall_percent == scores[-1]["fall_percent"] and not improved(phq9, SCORES["phq9"])
    assert [one.rule.id for one in row.flags][:2] == ["self_harm", "not_improving"]
    assert (row.referrals, row.next_visit.date(), row.weeks) == (4, dt.date(2026, 11, 24), 62)
    practice.database.close()


def test_no_answer_about_self_harm_hides_from_the_flag(tmp_path):
    practice = make_still_practice(tmp_path)
    rosa = practice.open()
    item = {"link_id": "44260-8", "code": "LA6569-3", "value": None}
    given_answers: dict[str, Any] = {
        "undated form": QuestionnaireResponse(status="completed", authored_when=None, items=[item]),
        "an observation": Observation(status="final", code="44260-8", effective_when="2026-10-01", value_number=1),
        "undated observation": Observation(status="final", code="44260-8", value_code="LA6571-9"),
        "not the last": QuestionnaireResponse(status="completed", authored_when="2026-10-02", items=[item]),
        "long ago": Observation(status="final", code="44260-8", effective_when="2020-10-01", value_number=1),
    }
    with rosa.write("test") as uow:
        for number, (family, row) in enumerate(given_answers.items(), start=1):
            patient = PatientRow(record_number=f"00010{number}", family=family)
            uow.session.add(patient)
            uow.session.flush()
            row.patient_id = patient.id
            zero = QuestionnaireResponse(patient_id=patient.id, status="completed", authored_when="2026-11-01",
                                         items=[item | {"code": "LA6568-5"}])  # fmt: skip
            enrolled = ProgramEnrolment(patient_id=patient.id, program="ccm", status="active", enrolled_on=ago(10))
            uow.session.add_all((row, zero, enrolled))
    rows = rosa.run("queries.caseload.caseload", CaseloadFilter()).rows
    flagged = {row.head.family for row in rows if any(one.rule.id == "self_harm" for one in row.flags)}
    assert flagged == given_answers.keys() - {"long ago"}
    practice.database.close()


def test_the_flags_have_the_form_of_their_schema():
    folder = files("resources").joinpath("content")
    schema = json.loads(folder.joinpath("schemas", "caseload_flags.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    value = tomllib.loads(folder.joinpath("caseload", "flags.toml").read_text("utf-8"))
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(value)) == []
