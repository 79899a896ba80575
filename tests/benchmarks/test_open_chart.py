"""A chart with 500 encounters and 1,000 observations, against reading the same rows with raw SQL."""

from __future__ import annotations

import datetime as dt

import pytest

from db.bulk import insert_bulk
from db.engine import driver_connection
from db.models.patient import Patient
from icm_desktop.contracts.records import HistoryFilter
from icm_desktop.contracts.timeline import TimelineFilter
from icm_desktop.contracts.visits import VisitFilter
from tests.benchmarks.measure import cpu_ms
from tests.support import make_practice

CODES = ("85354-9", "4548-4", "2160-0", "98979-8", "2823-3", "29463-7", "8310-5", "2093-3", "18262-6", "44261-6")
TABLES = (
    "encounter", "observation", "condition", "medication_entry", "goal", "allergy_intolerance", "procedure",
    "immunization", "appointment", "care_team", "care_team_member", "service_request", "plan_action",
)  # fmt: skip


def _when(number):
    return (dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC) - dt.timedelta(days=3 * number)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _rows():
    mine = {"patient_id": 1}
    observations = [
        {"id": number + 1, "status": "final", "code": CODES[number % 10], "effective_when": _when(number),
         "value_number": None if number % 10 == 0 else float(number % 7), "value_unit": "%"}
        for number in range(1000)
    ]  # fmt: skip
    parts = [
        {"observation_id": number + 1, "code": code, "value_number": 120.0, "value_unit": "mm[Hg]"}
        for number in range(0, 1000, 10)
        for code in ("8480-6", "8462-4")
    ]
    lists = {
        "encounter": [{"status": "finished", "class_code": "AMB", "starts_when": _when(n)} for n in range(500)],
        "observation": observations,
        "observation_component": parts,
        "condition": [{"status": "active", "text": f"Condition {n % 20}", "onset_when": _when(n)} for n in range(60)],
        "medication_entry": [
            {"kind": "MedicationRequest", "status": "active" if n % 5 == 0 else "completed", "text": f"Medicine {n}",
             "as_needed": False, "patient_reported": False}
            for n in range(80)
        ],
        "goal": [
            {"status": "active", "text": "Goal", "measure_code": "4548-4", "position": n, "on_handout": True,
             "sensitive": False}
            for n in range(5)
        ],
    }  # fmt: skip
    return {name: [row | mine for row in rows] for name, rows in lists.items()}


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    practice = make_practice(tmp_path_factory.mktemp("large"), today=dt.date(2026, 11, 20))
    with practice.open().write("benchmark") as uow:
        uow.session.add(Patient(record_number="000001", family="Lopez", given="Maria"))
        uow.session.flush()
        insert_bulk(uow, "benchmark", 1, _rows())
    return practice


def _floor(raw, tables, parts=False):
    """Reads the rows of the chart in these tables with raw SQL."""
    for name in tables:
        raw.execute(f"SELECT * FROM {name} WHERE patient_id = 1").fetchall()  # noqa: S608  our own words
    if parts:
        join = "observation_component c JOIN observation o ON o.id = c.observation_id"
        raw.execute(f"SELECT c.* FROM {join} WHERE o.patient_id = 1").fetchall()  # noqa: S608  our own words


TABS = {
    "chart": ("queries.chart.chart", 1, TABLES),
    "timeline, a page of 100": ("queries.timeline.timeline", TimelineFilter(1), TABLES),
    "timeline, a word looked for": ("queries.timeline.timeline", TimelineFilter(1, search="medicine"), TABLES),
    "results": ("queries.results.results", 1, ("observation",)),
    "visits": ("queries.visits.visits", VisitFilter(1), ("encounter", "appointment")),
    "history": ("queries.record_history.of_patient", HistoryFilter(1), ()),
}


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_of_a_large_chart(practice, figures, tab):
    name, wanted, tables = TABS[tab]
    rosa = practice.open()
    with rosa.read() as uow:
        raw = driver_connection(uow.session.connection())
        floor = cpu_ms(lambda: _floor(raw, tables, parts="observation" in tables), 20) if tables else None
    assert rosa.run(name, wanted)
    figures(
        f"large chart: {tab}",
        cpu_ms(lambda: rosa.run(name, wanted), 20),
        floor,
        "floor: the same rows" if floor else "",
    )


def test_the_large_chart_has_what_is_measured(practice):
    counts = dict(practice.open().run("queries.chart.chart", 1).counts)
    assert (counts["observations"], counts["encounters"]) == (1000, 500)
