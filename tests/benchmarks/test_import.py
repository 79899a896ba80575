"""How fast an import is, against a floor measured in the same run: parse with orjson and put plain rows into SQLite.

On demand: `python packaging/bootstrap.py bench`.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any

import orjson
import pytest

from icm_desktop.exchange.fhir import reading
from tests.benchmarks.large_files import write_bundle
from tests.exchange.conftest import run
from tests.support import make_practice

COPIES = 5
ROUNDS = 3
CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bundles(data_dir: Path, tmp_path_factory) -> Path:
    """Synthea bundles, several times with patients of their own."""
    folder: Path = tmp_path_factory.mktemp("bundles")
    for copy, path in itertools.product(range(COPIES), sorted((data_dir / "synthea-fhir").rglob("*.json"))):
        text = path.read_text(encoding="utf-8")
        bundle = json.loads(text)
        for entry in bundle["entry"]:
            own = entry["resource"].get("id") or entry["fullUrl"].rpartition(":")[2]
            text = text.replace(own, f"{own[:-1]}{copy}x") if entry["resource"]["resourceType"] == "Patient" else text
        (folder / f"{copy}-{path.name}").write_text(_renamed(text, copy), encoding="utf-8")
    return folder


def _renamed(text: str, copy: int) -> str:
    bundle = json.loads(text)
    for entry in bundle["entry"]:
        if "id" in entry["resource"]:
            entry["resource"]["id"] += f"-{copy}"
    return json.dumps(bundle)


def _floor_seconds(folder: Path, database: Path) -> float:
    """Work of reading the files with orjson and putting each resource into plain SQLite."""
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE resource (id INTEGER PRIMARY KEY, type, resource_id, subject, code, body)")
    started = time.process_time()
    for path in sorted(folder.iterdir()):
        rows = [_plain(entry["resource"]) for entry in orjson.loads(path.read_bytes())["entry"]]
        connection.executemany("INSERT INTO resource VALUES (NULL, ?, ?, ?, ?, ?)", rows)
        connection.commit()
    took = time.process_time() - started
    connection.close()
    return took


def _plain(resource: dict[str, Any]) -> tuple[Any, ...]:
    subject = resource.get("subject")
    whose = subject.get("reference") if isinstance(subject, dict) else None
    code = orjson.dumps(resource.get("code"))
    return resource["resourceType"], resource.get("id"), whose, code, orjson.dumps(resource)


def test_importing_bundles_with_encryption_and_audit(figures, bundles, tmp_path, request):
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    took, floors = [], []
    for number in range(ROUNDS):
        floors.append(_floor_seconds(bundles, tmp_path / f"floor{number}.db"))
        practice = make_practice(tmp_path / f"practice{number}").open("coordinator")
        started = time.process_time()
        report = run(practice, bundles)
        took.append(time.process_time() - started)
    read = sum(counts.read for _, counts in report.totals)
    assert read > 1000 * COPIES
    remark = f"{read / min(took):.0f} resources/s; floor: plain rows in plain SQLite, {read / min(floors):.0f}"
    figures("import, 1,000 resources", min(took) / read * 1e6, min(floors) / read * 1e6, remark)


@pytest.mark.parametrize("megabytes", [30, 300])
def test_peak_memory_of_a_large_file(figures, data_dir, tmp_path, request, megabytes):
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    path = tmp_path / "large.json"
    count = write_bundle(data_dir / "synthea-fhir", path, megabytes * 1_000_000)
    command = [sys.executable, "-m", "tests.benchmarks.peak", str(tmp_path / "practice"), str(path)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT).stdout)
    assert told["read"] == count
    figures(f"import of {megabytes} MB: peak memory, MB", told["peak_mb"], remark=f"{told['before_mb']} MB before it")
    figures(f"import of {megabytes} MB: work", told["seconds"] * 1000, remark=f"{count} resources")


def test_memory_stays_flat_when_the_file_is_ten_times_as_large(benchmark, bundles, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES_AT_ONCE", 4_000_000)
    patients = [path for path in sorted(bundles.iterdir()) if "Information" not in path.name]
    entries = [entry for path in patients for entry in orjson.loads(path.read_bytes())["entry"]]
    peaks = []
    for share in (10, 1):
        path = tmp_path / f"{share}.json"
        some = entries[: len(entries) // share]
        path.write_bytes(orjson.dumps({"resourceType": "Bundle", "type": "collection", "entry": some}))
        practice = make_practice(tmp_path / f"memory{share}").open("coordinator")
        tracemalloc.start()
        run(practice, path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    benchmark.extra_info.update(peaks_mb=[round(peak / 1e6) for peak in peaks])
    benchmark.pedantic(lambda: None, rounds=1)
    assert peaks[1] - peaks[0] < 40_000_000
