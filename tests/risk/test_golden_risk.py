"""What is calculated of the golden patient, and when an eGFR of ours stands in for one nobody reported."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.models.clinical import Observation
from db.unit_of_work import write
from icm_desktop.content.codes import measurements
from icm_desktop.contracts.risk import AdjustRisk, PatientRisk
from icm_desktop.errors import Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.support import PracticeForTests

EGFR = frozenset(code for one in measurements() if one.id == "egfr" for code in one.codes)


@pytest.fixture(scope="module")
def found(golden_practice: PracticeForTests) -> PatientRisk:
    return golden_practice.open().run("queries.risk.of_patient", 1)


def test_the_kidney_risk_is_that_of_the_facts_and_the_reported_egfr_stays(
    found: PatientRisk, golden_facts: dict[str, Any]
) -> None:
    kidney = golden_facts["kidney"]
    assert (found.egfr, found.no_egfr) == (None, "reported")
    assert found.kidney is not None and not found.kidney.egfr_ours
    assert dict(found.kidney.percent) == {2: kidney["kfre_2y_percent"], 5: kidney["kfre_5y_percent"]}
    assert (found.kidney.egfr, found.kidney.acr_mg_g) == (kidney["egfr"], kidney["uacr"])
    assert found.kidney.asks is not None and "nephrology" in found.kidney.asks["en"]


def test_the_comorbidity_is_that_of_the_facts_in_both_editions(
    found: PatientRisk, golden_facts: dict[str, Any]
) -> None:
    expected, index = golden_facts["risk"], found.comorbidity
    assert (index.points_1987, index.with_age) == (
        expected["charlson_1987"]["score"], expected["charlson_1987"]["with_age"]
    )  # fmt: skip
    assert index.points_2011 == expected["quan_2011"]["score"]
    assert [words["en"] for words, _, _ in index.groups] == [
        "heart failure", "diabetes with damage of organs", "moderate or severe kidney disease",
    ]  # fmt: skip


def test_the_risk_level_is_that_of_the_facts_point_by_point(found: PatientRisk, golden_facts: dict[str, Any]) -> None:
    expected = golden_facts["risk"]["icm_level"]
    assert (found.level.points, f"L{found.level.level}") == (expected["total"], expected["level"])
    order = ["conditions", "emergency", "stays", "medicines", "behavioral", "needs", "ejection_fraction", "a1c",
             "systolic", "egfr"]  # fmt: skip
    given = {one.what: one.points for one in found.level.given}
    assert [given[name] for name in order] == [one["points"] for one in expected["points"]]
    counts = {one.what: one.count for one in found.level.given}
    assert (counts["conditions"], counts["emergency"], counts["stays"], counts["needs"]) == (7, 4, 2, 2)
    (conditions,) = [one for one in found.level.given if one.what == "conditions"]
    assert len(conditions.facts) == golden_facts["risk"]["chronic_conditions"]["count"]


def test_the_lace_score_of_the_last_stay_is_that_of_the_facts(found: PatientRisk, golden_facts: dict[str, Any]) -> None:
    expected = golden_facts["risk"]["lace"]
    assert found.lace is not None
    score = found.lace.score
    assert (score.length, score.acute, score.comorbidity, score.emergency, score.total, score.band) == tuple(
        expected[name] for name in ("L", "A", "C", "E", "total", "band")
    )


def test_a_clinician_sets_the_level_with_a_reason_and_it_is_undone(golden_practice: PracticeForTests) -> None:
    doctor = golden_practice.open(Role.CLINICIAN)
    with pytest.raises(Invalid, match="reason_missing"):
        doctor.run("services.risk.adjust", AdjustRisk(1, 6, " "))
    with pytest.raises(NotAllowed):
        golden_practice.open(Role.COORDINATOR).run("services.risk.adjust", AdjustRisk(1, 6, "Hospice talks"))
    set_now = doctor.run("services.risk.adjust", AdjustRisk(1, 6, "Hospice talks"))
    level = doctor.run("queries.risk.of_patient", 1).level
    assert (level.level, level.by_points, level.set_by.reason, level.set_by.by) == (6, 5, "Hospice talks", "Kim Lee")
    doctor.run("services.history.undo", set_now.changes.action_id)
    assert doctor.run("queries.risk.of_patient", 1).level.set_by is None


def test_a_creatinine_without_a_reported_egfr_is_calculated_and_says_from_what(
    golden_practice: PracticeForTests, golden_facts: dict[str, Any]
) -> None:
    check = golden_facts["kidney"]["egfr_formula_check"]
    somebody = golden_practice.open().actor
    with write(golden_practice.database, somebody, "tests.work") as uow:  # the last test here: nobody needs them after
        kept = [row for row in uow.session.scalars(select(Observation)) if row.code in EGFR]
        for row in kept:
            row.status = "entered-in-error"
    found = golden_practice.open().run("queries.risk.of_patient", 1)
    assert kept and found.egfr is not None and found.no_egfr == ""
    assert (found.egfr.creatinine, found.egfr.age, found.egfr.sex) == (check["creatinine"], check["age"], check["sex"])
    assert found.egfr.value == check["result"]
    assert found.kidney is not None and found.kidney.egfr_ours
