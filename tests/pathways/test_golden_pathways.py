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


# Where several steps ask for the same, the row is the one that is due first; its own mark is told.
OTHER_STEP = {"AUDIT-C": {"M"}, "heart failure visit after discharge": {"V"}}


def _ways(interval):
    """An interval as the facts write it, in the ways ours may."""
    weeks = {"P2W": "P14D", "P4W": "P28D", "day 7": "P7D", "7 d": "P7D"}
    return {interval, weeks.get(interval), "P1Y" if interval == "P12M" else None}


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
    assert {"icd10:I5022"} <= set(evidence["heart-failure"][0].codes)
    assert {"icd10:I10", "sct:59621000"} == set(evidence["hypertension"][0].codes)
    kidney = {one.rule: one for one in evidence["chronic-kidney-disease"]}
    assert "icd10:N1832" in kidney["diagnosis"].codes
    assert (kidney["egfr"].value, kidney["egfr"].since) == (34, dt.date(2026, 11, 18))
    assert "icd10:F331" in evidence["depression"][0].codes
    phq9 = evidence["depression"][1]
    assert (phq9.rule, phq9.value, phq9.since) == ("phq9", 11, dt.date(2026, 11, 18))
    assert evidence["anxiety"][0].since == dt.date(2026, 11, 18)


@pytest.mark.parametrize("name", STEPS)
def test_each_step_has_its_expected_day_and_state(found, expected, name):
    wanted = next(one for one in expected["due"]["steps"] if one["step"] == name)
    row = next(one for one in found.preview if one.activity == STEPS[name])
    last = wanted["last"] if isinstance(wanted["last"], dt.date) else None
    assert (row.due, row.state, row.last) == (wanted["due"], wanted["state"], last)
    assert row.days_past == wanted.get("days_past", 0)
    assert row.interval.iso in _ways(wanted["interval"])
    assert row.mark in ({wanted["evidence"]} | OTHER_STEP.get(name, set()))
    if "overdue_after" in wanted:
        assert row.overdue_after == wanted["overdue_after"]


def test_escalations_are_those_the_records_show_and_no_other(found, expected):
    """So none for five pounds in a week, an A1c over nine twice, a fall of eGFR over 30 %, potassium of 6.0 or more."""
    shown = {(one.pathway, one.id): (one.within, one.mark) for one in found.escalations}
    assert shown == {
        ("depression", "item-9"): ("same_day", "V"),
        ("heart-failure", "potassium-5.5"): ("same_day", "M"),
        ("chronic-kidney-disease", "potassium-5.6"): ("P3D", "P"),
        ("heart-failure", "weight-gain"): ("same_day", "M"),
        ("chronic-kidney-disease", "egfr-fall-20"): ("P14D", "V"),
        ("chronic-kidney-disease", "uacr-doubled"): ("P14D", "V"),
        ("type-2-diabetes", "uacr-doubled"): ("P7D", "V"),
    }
    told = {"item-9", "potassium-5.5", "potassium-5.6", "weight-gain", "egfr-fall-20", "uacr-doubled"}
    assert len(expected["escalations"]["rows"]) == len(told) - 1  # potassium stands once, for both pathways


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
