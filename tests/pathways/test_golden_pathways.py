"""The golden patient: the pathways that fit, and what of them is due on the day, as its expected facts say."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.words import say
from icm_desktop.words.pathways import why
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
PATHWAYS = {
    "type 2 diabetes": "type-2-diabetes",
    "heart failure": "heart-failure",
    "chronic kidney disease": "chronic-kidney-disease",
    "hypertension": "hypertension",
    "depression": "depression",
    "anxiety": "anxiety",
    "post-discharge transitional care": "post-discharge",
}
# The names of the expected steps, and which of our rows says the same.
STEPS = {
    "A1c": "a1c",
    "UACR": "uacr",
    "eye examination": "eye-exam",
    "foot examination": "foot-exam",
    "diabetes education referral": "diabetes-education",
    "lipid panel": "lipids",
    "office blood pressure": "blood-pressure",
    "PHQ-9": "depression-score",
    "GAD-7": "anxiety-score",
    "AUDIT-C": "audit-c",
    "social needs": "social-needs",
    "tobacco": "tobacco",
    "K + creatinine after the ARB start (C08)": "potassium-creatinine",
    "heart failure visit after discharge": "visit-after-discharge",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory, golden_dir):
    practice = make_practice(tmp_path_factory.mktemp("golden"), today=TODAY)
    opened = practice.open()
    opened.run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    yield opened
    practice.database.close()


@pytest.fixture(scope="module")
def found(opened):
    return opened.run("queries.pathways.of_patient", 1)


@pytest.fixture(scope="module")
def expected(golden_facts):
    return golden_facts


def test_the_suggested_pathways_are_the_expected_ones_and_no_other(found, expected):
    wanted = {PATHWAYS[one["id"]] for one in expected["suggested_pathways"]}
    assert {one.pathway.id for one in found.suggested} == wanted
    assert found.due == ()  # nobody confirmed one, so nothing is work yet


def test_suggestions_bring_their_evidence(found):
    evidence = {one.pathway.id: one.evidence for one in found.suggested}
    assert {"icd10:E1122", "sct:44054006"} <= set(evidence["type-2-diabetes"][0].codes)
    assert evidence["type-2-diabetes"][0].since == dt.date(2014, 6, 2)
    lvef = next(one for one in evidence["heart-failure"] if one.rule == "lvef")
    assert (lvef.value, lvef.since) == (30, dt.date(2026, 10, 9))
    assert {one.rule for one in evidence["chronic-kidney-disease"]} >= {"diagnosis", "egfr"}
    assert (evidence["anxiety"][0].rule, evidence["anxiety"][0].value) == ("gad7", 10)
    assert evidence["post-discharge"][0].since == dt.date(2026, 11, 15)


@pytest.mark.parametrize("name", STEPS)
def test_each_step_has_its_expected_day_and_state(found, expected, name):
    wanted = next(one for one in expected["due"]["steps"] if one["step"] == name)
    row = next(one for one in found.preview if one.activity == STEPS[name])
    last = wanted["last"] if isinstance(wanted["last"], dt.date) else None
    assert (row.due, row.state, row.last) == (wanted["due"], wanted["state"], last)
    assert row.days_past == wanted.get("days_past", 0)
    if "overdue_after" in wanted:
        assert row.overdue_after == wanted["overdue_after"]


def test_escalations_are_those_the_records_show(found):
    shown = {(one.pathway, one.id) for one in found.escalations}
    assert shown >= {
        ("depression", "item-9"),
        ("heart-failure", "potassium-5.5"),
        ("chronic-kidney-disease", "potassium-5.6"),
        ("heart-failure", "weight-gain"),
        ("chronic-kidney-disease", "egfr-fall-20"),
        ("chronic-kidney-disease", "uacr-doubled"),
    }
    assert not shown & {("chronic-kidney-disease", "egfr-fall-30"), ("type-2-diabetes", "egfr-below-30")}


def test_a_past_day_shows_what_was_known_then(opened):
    then = opened.run("queries.pathways.of_patient", 1, dt.date(2026, 5, 19))
    row = next(one for one in then.preview if one.activity == "uacr")
    assert row.last is not None and row.last < dt.date(2026, 5, 19)
    assert "post-discharge" not in {one.pathway.id for one in then.suggested}
    assert then == opened.run("queries.pathways.of_patient", 1, dt.date(2026, 5, 19))


def test_the_sum_behind_a_due_date_reads_as_a_sentence(found):
    rows = {one.activity: why(one, say, dt.date.isoformat) for one in found.preview}
    assert rows["a1c"] == "last A1c or GMI 2026-08-26 + 3 months because not at goal = 2026-11-26"
    assert rows["foot-exam"] == "last Foot examination 2025-10-08 + 12 months = 2026-10-08, 43 days late"
    assert rows["visit-after-discharge"] == "discharge 2026-11-15 + 7 days = 2026-11-22"
