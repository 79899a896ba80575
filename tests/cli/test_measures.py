"""`measures` and `value-sets`: documents by their schemas, sentences for what cannot be done."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Shell, check

DIABETES = "http://cts.nlm.nih.gov/fhir/ValueSet/2.16.840.1.113883.3.464.1003.103.12.1001"


def test_measures_are_listed_and_one_is_evaluated_with_everybody_in_it(demo: Shell):
    listed = demo.json("measures", "list")
    assert {"CMS122", "CMS951", "A1C8"} <= {one["id"] for one in listed}

    found = demo.json("measures", "evaluate", "--measure", "cms122", "--period", "2026", "--per-patient")
    (group,) = found["groups"]
    assert (found["measure"], found["edition"], found["period"]) == (
        *("CMS122", 2026), {"start": "2026-01-01", "end": "2026-12-31"},
    )  # fmt: skip
    assert group["initial-population"] == len(found["patients"]) > 0
    assert sum(one["groups"][0]["numerator"] for one in found["patients"]) == group["numerator"]
    assert {one["source"] for one in found["codes"]} <= {"open", "none"}
    told = demo.run("measures", "evaluate", "--measure", "CMS122", "--period", "2026-01-01..2026-12-31")
    assert f"{group['denominator']}" in told.out.decode()


def test_what_cannot_be_evaluated_is_said(demo: Shell):
    for words, said in (
        (("--measure", "CMS122", "--period", "2025"), "2025 edition of CMS122 is not supported"),
        (("--measure", "CMS69", "--period", "2026"), "There is no measure CMS69"),
        (("--measure", "CMS122"), "which measure and which period"),
    ):
        ran = demo.run("measures", "evaluate", *words)
        assert (ran.code, ran.out) == (1, b"")
        assert said in ran.err
    assert demo.run("measures", "evaluate", "--measure", "CMS122", "--period", "last year").code == 2


def test_a_list_of_codes_is_imported_and_used(shell: Shell, tmp_path: Path):
    contains = [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "E11.9"}]
    one = {"resourceType": "ValueSet", "url": DIABETES, "version": "20250101", "title": "Diabetes"}
    folder = tmp_path / "sets"
    folder.mkdir()
    (folder / "set.json").write_text(json.dumps({**one, "expansion": {"contains": contains}}))
    first = shell.json("value-sets", "import", folder)
    assert (first["imported"], first["files"][0]["codes"]) == (1, 1)
    assert shell.json("value-sets", "import", folder)["unchanged"] == 1
    used = shell.json("measures", "evaluate", "--measure", "CMS122", "--period", "2026")["codes"]
    assert next(row for row in used if row["name"] == "Diabetes")["source"] == "imported"


def test_a_document_of_another_shape_would_be_noticed():
    with pytest.raises(jsonschema.ValidationError):
        check("measures", {"measure": "CMS122"})
