"""Quality measures and populations over the whole practice: how long each takes, beside the same facts read once.

Only what is kept is asked; the facts are made first, and their making is a figure of its own. The bounds are those of
large practices: of fewer patients than `MANY` what a question costs by itself (0.05 to 0.1 s) hides what each patient
costs, and the figures are told only.
"""

from __future__ import annotations

import datetime as dt
import resource
import time

from db.engine import driver_connection
from icm_desktop.content.measures import measures
from icm_desktop.contracts.measures import AskMeasure
from tests.benchmarks.conftest import PATIENTS

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
MANY = 10_000
LEAST_A_SECOND = 10_000  # patients, of each measure
MOST_SECONDS_FOR_LISTS = 20 * PATIENTS / 100_000


def _took(run):
    started = time.process_time()
    run()
    return time.process_time() - started


def _peak_mb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _floor(desk):
    """Every fact of everybody read once, without asking anything of it."""
    with desk.read() as uow:
        raw = driver_connection(uow.session.connection())
        return _took(
            lambda: raw.execute("SELECT count(status), sum(start_day), sum(end_day) FROM measure_fact").fetchone()
        )


def test_each_measure(filled, figures):
    desk = filled.open("administrator")
    figures("facts of everybody made for measures", _took(lambda: desk.run("services.measure_facts.reckon")) * 1000)
    floor, before, seconds = _floor(desk), _peak_mb(), {}
    for one in measures():
        asked = AskMeasure(one.id, *YEAR, one.edition)
        seconds[one.id] = _took(lambda asked=asked: desk.run("queries.measure_results.result", asked))
    slowest = max(seconds, key=seconds.__getitem__)
    remark = f"{PATIENTS / seconds[slowest]:,.0f} patients/s; memory {before} MB before, {_peak_mb()} at most"
    figures(f"slowest of {len(seconds)} measures: {slowest}", seconds[slowest] * 1000, floor * 1000, remark)
    figures("all measures", sum(seconds.values()) * 1000, floor * 1000 * len(seconds))
    assert PATIENTS < MANY or PATIENTS / seconds[slowest] > LEAST_A_SECOND


def test_all_populations(filled, figures):
    desk = filled.open("administrator")
    floor, before = _floor(desk), _peak_mb()
    took = _took(lambda: desk.run("services.populations.reckon"))
    figures("all populations", took * 1000, floor * 1000, f"memory {before} MB before, {_peak_mb()} at most")
    assert PATIENTS < MANY or took < MOST_SECONDS_FOR_LISTS
