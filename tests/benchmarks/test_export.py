"""How fast a record and a whole practice leave, and that memory stays flat meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
_PATIENTS = 1_000


def test_a_record_and_the_whole_practice_leave(figures, tmp_path, request):
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    command = [sys.executable, "-m", "tests.benchmarks.leave", str(tmp_path), str(_PATIENTS)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT).stdout)
    figures("export of one record", told["one_ms"], remark=f"{told['one_entries']} entries")
    each = told["seconds"] * 1000 / told["patients"]
    figures("export of a whole practice, a patient", each, remark=f"{told['lines']} lines of FHIR, tables, documents")
    figures("export of a whole practice: peak memory, MB", told["peak_mb"], remark=f"{told['before_mb']} MB before it")
    assert told["peak_mb"] - told["before_mb"] < 150
