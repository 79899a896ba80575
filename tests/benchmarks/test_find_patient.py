"""Find patient per keystroke, against one raw question to the same index."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from db import search
from db.engine import driver_connection
from icm_desktop.contracts.patients import PatientFilter
from tests.benchmarks.people import FAMILIES, GIVEN, town

chance = random.Random(4)  # noqa: S311  which names are typed
KEYSTROKES = {
    "prefix": [name[:end] for name in chance.sample(FAMILIES, 40) for end in range(1, len(name) + 1)],
    "given": [f"{given} {family[:end]}" for given, family in zip(GIVEN, FAMILIES, strict=False) for end in (1, 3)][:80],
    "middle": [name[1 : 1 + length] for name in chance.sample(FAMILIES, 40) for length in (3, 4, 5) if len(name) > 5],
    "date": ["3/4/58", "1958", "maria 1958", "lopez 3/4/58", "4 mar 1958", "1958-03-04"],
    "number": ["0142", "555-0142", "000412", "412"],
}


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    return town(tmp_path_factory.mktemp("town"))


def _p95_ms(run, values):
    took = []
    for value in values:
        start = time.process_time()
        run(value)
        took.append((time.process_time() - start) * 1000)
    return sorted(took)[int(len(took) * 0.95)]


@pytest.mark.parametrize("kind", sorted(KEYSTROKES))
def test_find_patient(practice, benchmark, kind):
    desk, typed = practice.open("front_desk"), KEYSTROKES[kind]
    with practice.open().read() as uow:
        raw = driver_connection(uow.session.connection())
        question = "SELECT rowid FROM patient_search WHERE patient_search MATCH ? LIMIT ?"

        def floor(text):
            return raw.execute(question, (f'"{text.split()[0]}" *', search.BROAD)).fetchall()

        floor(typed[0])
        floor_ms = _p95_ms(floor, typed)
    desk.run("queries.patients.find", "warm")
    benchmark.extra_info["floor_p95_ms"] = round(floor_ms, 3)
    benchmark.extra_info["p95_ms"] = round(_p95_ms(lambda text: desk.run("queries.patients.find", text), typed), 3)
    texts = itertools.cycle(typed)
    rows = benchmark(lambda: desk.run("queries.patients.find", next(texts)))
    assert len(rows) <= 12


def test_first_page_of_the_list(practice, benchmark):
    page = benchmark(lambda: practice.open("front_desk").run("queries.patients.patients", PatientFilter()))
    assert len(page.rows) == 100
