"""What is worked out for every patient: conflicts of medicines, due work of pathways; and the caseload.

Measured on a practice of its own in which each patient takes eight medicines and is in every pathway that fits; told
per patient, beside the floor of reading the same rows with raw SQL, and as what 100,000 of them would take.
"""

from __future__ import annotations

import datetime as dt
import random

import pytest

from db.bulk import insert_bulk
from db.engine import driver_connection
from icm_desktop.content.conflicts import formulary
from icm_desktop.content.pathways import pathways
from icm_desktop.contracts.caseload import CaseloadFilter
from icm_desktop.contracts.pathways import AdoptPathway
from icm_desktop.contracts.programs import AskMonth
from icm_desktop.contracts.transitions import TransitionFilter
from icm_desktop.domain.pathways.suggestions import suggestion
from icm_desktop.long_work import without_cycle_search
from icm_desktop.queries.conflict_recheck import checked_patients
from icm_desktop.queries.pathway_facts import FactsReader
from icm_desktop.queries.pathway_work import Reckoner
from tests.benchmarks.conftest import TODAY
from tests.benchmarks.measure import cpu_ms
from tests.support import make_practice

PATIENTS, MEDICINES, SLICE = 1000, 8, 200
FACTS = ("condition", "observation", "observation_component", "questionnaire_response", "procedure", "immunization")
CHECKED = (*FACTS, "medication_entry", "allergy_intolerance", "goal", "plan_action")
RECKONED = (*FACTS, "medication_entry", "encounter", "service_request", "contact_log", "pathway_enrolment")
MOST_TIMES_THE_FLOOR = {"conflicts": 2.5, "due work": 3.0, "due work kept": 3.75, "due work reworded": 4.25}


@pytest.fixture(scope="module")
def practice(tmp_path_factory, request):
    """Generated patients; each takes eight medicines and is in every pathway that fits."""
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    practice = make_practice(tmp_path_factory.mktemp("whole"), today=TODAY)
    admin = practice.open("administrator")
    admin.run("services.demo.fill", PATIENTS, 7)
    for one in admin.run("queries.pathways.shipped"):
        admin.run("services.pathways.adopt", AdoptPathway(one.id, one.digest, "Dr. Ana Ruiz"))
    chance, names = random.Random(5), sorted(set(formulary().codes.values()))  # noqa: S311  made-up people
    with admin.write("benchmark") as uow:
        known = checked_patients(uow, range(1, PATIENTS + 1), TODAY)
        medicines = [
            _entry(one.patient_id, name)
            for one in known.values()
            for name in chance.sample(names, max(0, MEDICINES - one.medicines))
        ]
        facts = FactsReader(uow).of(range(1, PATIENTS + 1), TODAY)
        entered = [
            {"patient_id": one, "pathway": each.id, "status": "enrolled", "entered_on": dt.date(2026, 1, 15)}
            for one, theirs in facts.items()
            for each in pathways()
            if suggestion(each, theirs, TODAY)
        ]
        insert_bulk(uow, "benchmark", None, {"medication_entry": medicines, "pathway_enrolment": entered})
    yield practice
    practice.database.close()


def _entry(patient_id, name):
    return {
        "patient_id": patient_id, "kind": "entry", "intent": "order", "status": "active", "text": name,
        "starts_when": "2026-10-01", "as_needed": False, "patient_reported": False, "author": "Dr. Grace Kim",
    }  # fmt: skip


def _floor(uow, tables):
    raw, ids = driver_connection(uow.session.connection()), range(1, PATIENTS + 1)
    count = 0
    for table in tables:
        query = f"SELECT * FROM {table} WHERE patient_id BETWEEN ? AND ?"  # noqa: S608  our own words
        count += len(raw.execute(query, (ids[0], ids[-1])).fetchall())
    return count


def _slices():
    return [range(start, min(start + SLICE, PATIENTS + 1)) for start in range(1, PATIENTS + 1, SLICE)]


def _told(figures, what, took_ms, floor_ms):
    each, floor = took_ms / PATIENTS, floor_ms / PATIENTS
    figures(f"{what}, per patient", each, floor, f"100,000: {each * 100:.0f} s of work; floor: the same rows, raw SQL")
    assert each <= MOST_TIMES_THE_FLOOR[what] * floor


def test_conflicts_of_everybody(practice, figures):
    with practice.open("clinician").read() as uow, without_cycle_search():
        found = checked_patients(uow, range(1, PATIENTS + 1), TODAY).values()
        assert all(one.medicines >= MEDICINES - 1 for one in found)  # two lists may name one medicine
        assert sum(len(one.findings) for one in found) > PATIENTS
        floor = cpu_ms(lambda: _floor(uow, CHECKED), 5)
        took = cpu_ms(lambda: [checked_patients(uow, ids, TODAY) for ids in _slices()], 5)
    _told(figures, "conflicts", took, floor)


def test_conflicts_of_one_patient(practice, figures):
    kim = practice.open("clinician")
    assert kim.run("queries.conflicts.of_patient", 375).medicines >= MEDICINES - 1
    figures("conflicts of one patient", cpu_ms(lambda: kim.run("queries.conflicts.of_patient", 375), 20))


def test_due_work_of_everybody(practice, figures):
    """Reckoned only, then with what is kept of it after everything that pathways say has changed: nothing else is to
    be kept of anybody, or other words of every step."""
    rosa = practice.open("coordinator")
    with rosa.read() as uow, without_cycle_search():
        floor = cpu_ms(lambda: _floor(uow, RECKONED), 5)
        reckoner = Reckoner(uow, TODAY)
        assert len(reckoner.reckon(range(1, PATIENTS + 1))[0]) > 5 * PATIENTS
        took = cpu_ms(lambda: [reckoner.reckon(ids) for ids in _slices()], 3)
    _told(figures, "due work", took, floor)
    rosa.run("services.pathway_work.reckon")

    def again(*statements):
        with rosa.write("benchmark") as uow:
            for statement in ("UPDATE pathway_checked SET content = '', theirs = ''", *statements):
                driver_connection(uow.session.connection()).execute(statement)
        assert rosa.run("services.pathway_work.reckon").patients == PATIENTS

    _told(figures, "due work kept", cpu_ms(again, 3), floor)
    other_words = "UPDATE pathway_due SET sum = sum || ' '"
    _told(figures, "due work reworded", cpu_ms(lambda: again(other_words), 3), floor)


BOARDS = {
    "caseload": ("queries.caseload.caseload", CaseloadFilter()),
    "transitions": ("queries.transitions.board", TransitionFilter()),
    "end of a month": ("queries.programs.month_end", AskMonth(2026, 11)),
}


@pytest.mark.parametrize("what", BOARDS)
def test_a_board(practice, figures, what):
    name, asked = BOARDS[what]
    rosa = practice.open("coordinator")
    rows = rosa.run(name, asked)
    count = len(getattr(rows, "rows", rows))
    assert count > 20
    figures(what, cpu_ms(lambda: rosa.run(name, asked)), remark=f"{count} rows")
