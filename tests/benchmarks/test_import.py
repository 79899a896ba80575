"""How fast an import is, against a floor measured in the same run: parse with orjson and put plain rows into SQLite.

On demand: `python packaging/bootstrap.py bench`.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import time
import tracemalloc
from pathlib import Path
from typing import Any

import orjson
import pytest

from icm_desktop.exchange.fhir import reading
from tests.exchange.conftest import run
from tests.support import make_practice

COPIES = 5
LEAST_OF_FLOOR = 0.3


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


def _floor(folder: Path, database: Path) -> float:
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE resource (id INTEGER PRIMARY KEY, type, resource_id, subject, code, body)")
    started, read = time.perf_counter(), 0
    for path in sorted(folder.iterdir()):
        rows = [_plain(entry["resource"]) for entry in orjson.loads(path.read_bytes())["entry"]]
        connection.executemany("INSERT INTO resource VALUES (NULL, ?, ?, ?, ?, ?)", rows)
        connection.commit()
        read += len(rows)
    rate = read / (time.perf_counter() - started)
    connection.close()
    return rate


def _plain(resource: dict[str, Any]) -> tuple[Any, ...]:
    subject = resource.get("subject")
    whose = subject.get("reference") if isinstance(subject, dict) else None
    code = orjson.dumps(resource.get("code"))
    return resource["resourceType"], resource.get("id"), whose, code, orjson.dumps(resource)


def test_importing_bundles_with_encryption_and_audit(benchmark, bundles, tmp_path):
    numbers = itertools.count()
    floor = _floor(bundles, tmp_path / "floor.db")

    def fresh() -> tuple[tuple[Any], dict[str, Any]]:
        return (make_practice(tmp_path / f"practice{next(numbers)}").open("coordinator"),), {}

    report = benchmark.pedantic(lambda practice: run(practice, bundles), setup=fresh, rounds=3)
    if benchmark.stats is None:
        pytest.skip("benchmarks are off")
    read = sum(counts.read for _, counts in report.totals)
    rate = read / benchmark.stats.stats.min
    benchmark.extra_info.update(resources=read, per_second=round(rate), floor_per_second=round(floor))
    assert rate >= LEAST_OF_FLOOR * floor


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
