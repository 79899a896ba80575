"""A whole export in a process of its own: `python -m tests.benchmarks.leave FOLDER PATIENTS` prints figures as JSON."""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
import time
from pathlib import Path

from icm_desktop.contracts.plan_document import RECORD, PlanReader
from icm_desktop.contracts.record_export import ExportPractice, ExportRecord, RecordRequest
from tests.benchmarks.measure import cpu_ms
from tests.support import make_practice


def main() -> None:
    """Make a practice, write one record several times, then everything."""
    folder, patients = Path(sys.argv[1]), int(sys.argv[2])
    practice = make_practice(folder / "practice", today=dt.date(2026, 11, 20)).open("administrator")
    practice.run("services.demo.fill", patients, 1)
    request = ExportRecord(RecordRequest(1, PlanReader(RECORD)), str(folder / "one.json"), "own_copy")
    one = cpu_ms(lambda: practice.run("services.record_exports.export", request))
    entries = len(json.loads((folder / "one.json").read_bytes())["entry"])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    made = practice.run("services.practice_exports.export", ExportPractice(str(folder / "out")))
    seconds = time.process_time() - started
    lines = sum(file.read_bytes().count(b"\n") for file in (folder / "out" / "fhir").glob("*.ndjson"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({
        "one_ms": one, "one_entries": entries, "seconds": seconds, "lines": lines, "patients": made.patients,
        "before_mb": before // 1024, "peak_mb": peak // 1024,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
