"""A file with one patient is read in the time of one patient, however large the practice is."""

from __future__ import annotations

import json
from pathlib import Path

from icm_desktop.contracts.exchange import ImportRequest
from tests.plans import asked, scans
from tests.support import make_practice

LARGE = {"appointment", "condition", "allergy_intolerance", "observation", "medication_statement", "encounter"}


def test_no_large_table_is_looked_through_for_one_new_patient(tmp_path: Path) -> None:
    practice = make_practice(tmp_path)
    opened = practice.open("administrator")
    patient = {"resourceType": "Patient", "id": "one", "name": [{"family": "Lopez", "given": ["Ana"]}]}
    file = tmp_path / "one.json"
    file.write_text(json.dumps(patient), encoding="utf-8")
    with asked(practice) as seen:
        opened.run("services.exchange.import_files", ImportRequest((str(file),)))
    assert any("appointment" in statement for statement, _ in seen)
    assert LARGE & scans(opened, seen).keys() == set()
    assert not [
        statement for statement, _ in seen if "FROM condition" in statement and "source_id IS NULL" in statement
    ]
    practice.database.close()
