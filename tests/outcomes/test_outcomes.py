"""Proof: rates, surveys without a name, savings against others, files that leave, and what is never told."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from db.models.clinical import Encounter, QuestionnaireResponse
from db.models.coverage import Coverage
from db.models.outcomes import SurveyAnswer
from icm_desktop.contracts.common import TakeAway
from icm_desktop.contracts.outcomes import (
    AskBehindFigure,
    AskOutcomes,
    AskSavings,
    ImportTable,
    PrintOutcomes,
    SaveExpense,
    SaveOutcomes,
    SetRate,
)
from icm_desktop.contracts.populations import SaveRule
from icm_desktop.contracts.surveys import AskSurveys, SaveSurvey
from icm_desktop.domain.populations import Ask, Criterion, Kind
from icm_desktop.errors import Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.outcomes.conftest import TODAY, YEAR, Proof, cost
from tests.populations.conftest import problem, visit

BEFORE, AFTER = (dt.date(2024, 11, 1), dt.date(2025, 10, 31)), (dt.date(2025, 11, 1), dt.date(2026, 10, 31))
ANSWERS = {"know-plan": 4, "same-advice": 4, "next-step": 3, "referred": 0, "listened": 4, "rating": 9}


def insured() -> Coverage:
    return Coverage(status="active", starts_on="2024-11-01")


def rule(proof: Proof, title: str, code: str) -> str:
    """A list of who has a diagnosis on the HHS list."""
    criteria = (Criterion((Ask(Kind.CONDITIONS, (code,)),)),)
    saved = proof.run("services.populations.save_rule", SaveRule(title, criteria))
    proof.reckon(saved.population)
    return f"population:{saved.population}"


@pytest.fixture
def arms(proof: Proof) -> tuple[str, str]:
    """Thirty people with asthma whose cost fell from 100 to 70 a month, thirty with arthritis: 100 to 90."""
    for code, after in (("J45.909", 70.0), ("M19.90", 90.0)):
        for _ in range(30):
            months = [cost(f"{2024 + (10 + at) // 12}-{(10 + at) % 12 + 1:02}-05", 100.0) for at in range(12)]
            later = [cost(f"{2025 + (10 + at) // 12}-{(10 + at) % 12 + 1:02}-05", after) for at in range(12)]
            proof.add(problem(code), insured(), *months, *later)
    return rule(proof, "Program", "asthma"), rule(proof, "Others", "arthritis")


def compared(proof: Proof, group: str, others: str):
    return proof.run("queries.outcomes.savings.compared", AskSavings(group, others, *BEFORE, *AFTER))


def test_savings_stand_against_others_and_need_rates(proof: Proof, arms: tuple[str, str]) -> None:
    group, others = arms
    proof.manage("services.outcomes.save_expense", SaveExpense("Program of asthma", 300, AFTER[0]))
    found = compared(proof, group, others)
    assert (found.group.before, found.group.after, found.comparison.after) == (100, 70, 90)
    assert (found.found.difference, found.found.gross) == (-20, 20 * 360)
    assert found.expenses == 3600 and not found.chosen_for_use
    alone = compared(proof, group, "")
    assert alone.found.difference is None and alone.found.naive == 30 * 360
    assert "no_comparison" in alone.found.why_not
    with pytest.raises(Invalid):
        compared(proof, group, group)


def test_nothing_is_told_of_a_time_without_amounts(proof: Proof, arms: tuple[str, str]) -> None:
    group, others = arms
    early = AskSavings(group, others, dt.date(2020, 1, 1), dt.date(2020, 12, 31), *AFTER)
    found = proof.run("queries.outcomes.savings.compared", early)
    assert found.found.difference is None and found.group.before is None


def test_zero_is_not_told_where_nothing_is_known(proof: Proof) -> None:
    for _ in range(12):
        proof.add(insured())
    for name in ("cost", "emergency-visits", "stays", "emergency-often"):
        row = proof.figure(name)
        assert row.now.value is None and row.note in ("no_records", "population_tool"), name
    proof.add(insured(), cost("2026-03-01", 10.0), visit("EMER", "2026-03-01"))
    assert proof.figure("cost").now.value is not None and proof.figure("emergency-visits").now.value


def test_a_survey_without_a_name_keeps_nothing_of_the_patient(proof: Proof) -> None:
    somebody = proof.add()
    proof.run("services.outcomes.save_survey", SaveSurvey(ANSWERS, "es", "paper"))
    with proof.practice.open().read() as uow:
        (row,) = uow.session.scalars(select(SurveyAnswer))
        assert not hasattr(row, "patient_id") and row.scores["rating"] == 9
        assert uow.session.scalars(select(QuestionnaireResponse)).first() is None
    proof.run("services.outcomes.save_survey", SaveSurvey(ANSWERS, "en", "self", patient_id=somebody))
    found = proof.run("queries.outcomes.surveys.summary", AskSurveys(*YEAR))
    assert (found.total, found.nameless, found.mean) == (2, 1, 9.0)
    assert all(row.rho is None for row in found.associations)
    shared = proof.run("queries.outcomes.surveys.summary", AskSurveys(*YEAR, shared=True))
    assert shared.hidden and shared.items == ()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (SaveSurvey({}, "en", "paper"), "outcomes.no_answers"),
        (SaveSurvey({"rating": 11}, "en", "paper"), "outcomes.bad_answer"),
        (SaveSurvey(ANSWERS, "fr", "paper"), "outcomes.bad_language"),
        (SaveSurvey(ANSWERS, "en", "paper", TODAY + dt.timedelta(days=1)), "outcomes.future"),
        (SaveSurvey(ANSWERS, "en", "paper", practitioner_id=99), "outcomes.no_such_clinician"),
    ],
)
def test_a_survey_that_cannot_be_is_refused(proof: Proof, wrong: SaveSurvey, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        proof.run("services.outcomes.save_survey", wrong)
    assert refused.value.code == code


def test_rates_and_expenses_are_set_changed_and_taken_back(proof: Proof) -> None:
    with pytest.raises(NotAllowed):
        proof.run("services.outcomes.set_rate", SetRate("clinician", 100))
    proof.manage("services.outcomes.set_rate", SetRate("clinician", 100, dt.date(2026, 1, 1)))
    proof.manage("services.outcomes.set_rate", SetRate("clinician", 120, dt.date(2026, 6, 1)))
    proof.manage("services.outcomes.set_rate", SetRate("clinician", 140, dt.date(2027, 1, 1)))
    saved = proof.manage("services.outcomes.save_expense", SaveExpense("Tablets", 50, dt.date(2026, 1, 1)))
    costs = proof.run("queries.outcomes.savings.program_costs")
    assert next(one.amount for one in costs.rates if one.role == "clinician") == 120
    (expense,) = costs.expenses
    proof.manage("services.outcomes.remove_expense", TakeAway(expense.id, expense.version))
    assert proof.run("queries.outcomes.savings.program_costs").expenses == ()
    assert saved.changes.action_id
    for wrong in (SetRate("nobody", 1), SetRate("clinician", -1), SetRate("clinician", float("nan"))):
        with pytest.raises(Invalid):
            proof.manage("services.outcomes.set_rate", wrong)
    for bad in (SaveExpense(" ", 1, TODAY), SaveExpense("x", 1, TODAY, TODAY - dt.timedelta(days=1))):
        with pytest.raises(Invalid):
            proof.manage("services.outcomes.save_expense", bad)


def emergency(code: str, day: str) -> Encounter:
    return visit("EMER", day, reason_codes=[{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": code}])


def test_a_table_of_the_practice_says_which_emergency_visits_were_avoidable(proof: Proof, tmp_path: Path) -> None:
    assert proof.figure("emergency-avoidable").note == "no_table"
    table = tmp_path / "table.csv"
    table.write_text("dx,noner,epct,edcnpa,edcnnpa\nJ06.9,0.5,0.3,0.1,0.1\nbroken,x,,,\nI21.4,0,0,0,1\n", "utf-8")
    assert proof.manage("services.outcomes.import_table", ImportTable(str(table))).rows == 2
    assert proof.figure("emergency-avoidable").note != "no_table"
    for text in ("a,b\n1,2\n", "code,noner,epct,edcnpa,edcnnpa\n"):
        table.write_text(text, "utf-8")
        with pytest.raises(Invalid):
            proof.manage("services.outcomes.import_table", ImportTable(str(table)))
    with pytest.raises(Invalid):
        proof.manage("services.outcomes.import_table", ImportTable(str(tmp_path / "missing.csv")))


@pytest.fixture
def ten(proof: Proof) -> Proof:
    """Ten insured people who cost something: too few to be told of outside."""
    for _ in range(10):
        proof.add(insured(), cost("2026-03-01", 120.0), visit("EMER", "2026-03-01"))
    return proof


def test_of_fewer_than_eleven_people_nothing_leaves(ten: Proof, tmp_path: Path) -> None:
    assert ten.figure("cost").now.value == 10.0  # 120 member-months are enough for the people who work here
    for form, name in (("csv", "out.csv"), ("fhir", "out.json")):
        request = SaveOutcomes(AskOutcomes(*YEAR, line=False), form, str(tmp_path / name))
        with pytest.raises(NotAllowed):
            ten.practice.open(Role.FRONT_DESK).run("services.outcome_files.save", request)
        ten.manage("services.outcome_files.save", request)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    told = next(row for row in rows if row["figure"] == "cost")
    assert told["hidden"] == "yes" and told["value"] == told["numerator"] == told["denominator"] == ""
    reports = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert reports["resourceType"] == "Bundle" and "1200" not in json.dumps(reports)
    paper = ten.practice.open().run("reports.outcomes.render", PrintOutcomes(AskOutcomes(*YEAR)))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf)).pages)
    assert "fewer than 11" in text and "1,200" not in text and "Sample" not in text


def test_an_eleventh_person_is_enough_and_the_smallest_other_group_hides_with_a_hidden_one(
    ten: Proof, tmp_path: Path
) -> None:
    for number in range(25):
        ten.add(insured(), cost("2026-03-01", 120.0), language="es" if number < 11 else "en")
    request = SaveOutcomes(AskOutcomes(*YEAR, by="language", line=False), "csv", str(tmp_path / "out.csv"))
    ten.manage("services.outcome_files.save", request)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    costs = {row["group"]: row for row in rows if row["figure"] == "cost" and row["part"] == "by language"}
    assert {name: row["hidden"] for name, row in costs.items()} == {"": "yes", "es": "yes", "en": ""}
    assert next(row for row in rows if row["figure"] == "cost" and row["part"] == "now")["value"]


def test_the_names_behind_a_figure_are_as_many_as_it_counts(ten: Proof) -> None:
    asked = AskOutcomes(*YEAR, clinical=False, line=False)
    found = ten.run("queries.outcomes.board.behind", AskBehindFigure(asked, "emergency-visits"))
    assert found.total == ten.figure("emergency-visits").now.n == 10
    one = ten.run("queries.outcomes.board.behind", AskBehindFigure(asked, "cost", limit=3))
    assert (len(one.rows), one.total) == (3, 10)


def test_the_front_desk_sees_no_outcomes(proof: Proof) -> None:
    with pytest.raises(NotAllowed):
        proof.practice.open(Role.FRONT_DESK).run("queries.outcomes.board.outcomes", AskOutcomes(*YEAR))


def test_a_period_that_cannot_be_is_refused(proof: Proof) -> None:
    first, last = dt.date(1, 1, 1), dt.date(9999, 12, 31)
    backwards, long = (TODAY, TODAY - dt.timedelta(days=1)), (dt.date(2020, 1, 1), TODAY)
    for start, end in (backwards, long, (first, first), (last, last)):
        with pytest.raises(Invalid):
            proof.run("queries.outcomes.board.outcomes", AskOutcomes(start, end))
