"""What of real records no screen shows is a table that was read by somebody: a new silent loss is a new line in it."""

from __future__ import annotations

import pytest

from icm_desktop.exchange.fhir.unread import elements
from tests.exchange.conftest import condition, patient, run
from tests.exchange.not_understood import ALL, SAMPLE, TABLES, seen, table, watched

ANEW = "python -m tests.exchange.not_understood makes the tables anew: read what changed before it is committed"


def test_of_a_sample_nothing_is_left_out_that_the_table_does_not_name(practice, data_dir):
    watch, _report = watched(practice, [data_dir / part for part in SAMPLE])
    assert seen(watch) == (TABLES / "not_understood_sample.tsv").read_text("utf-8"), ANEW
    read = {kind: set(paths) for kind, paths in watch.lists().items()}
    for kind, known in elements().read.items():
        wholes = {path.removesuffix(".*") for path in known}
        missing = {path for path in read[kind] if path.removesuffix(".*") not in wholes and path not in known}
        assert not {path for path in missing if path.removesuffix(".*") in watch.came[kind]}, (kind, ANEW)


def test_of_all_real_records_the_table_says_exactly_what_is_left_out(practice, data_dir, pytestconfig):
    if not pytestconfig.getoption("--exchange-full", default=False):
        pytest.skip("--exchange-full looks at all real records")
    watch, report = watched(practice, [data_dir / part for part in ALL])
    assert watch.lists() == {kind: sorted(paths) for kind, paths in sorted(elements().read.items())}, ANEW
    assert table(report) == (TABLES / "not_understood_all.tsv").read_text("utf-8"), ANEW


def test_an_element_that_nothing_looks_at_is_told_with_the_reason_and_counted(practice, write):
    resources = (
        patient(multipleBirthBoolean=True, text={"status": "generated", "div": "<div/>"}),
        condition(bodySite=[{"text": "left"}], extension=[{"url": "http://example.org/odd", "valueString": "x"}]),
        condition("c2", bodySite=[{"text": "right"}], code={"text": "Gout", "coding": [{"code": "1", "version": "2"}]}),
        {"resourceType": "NutritionOrder", "id": "n", "patient": {"reference": "Patient/p1"}},
        {"resourceType": "ValueSet", "id": "v"},
    )
    report = run(practice, write("a.json", *resources))
    told = {(one.kind, one.elements): (one.count, one.why, one.kept) for one in report.left_out}
    assert told == {
        ("Patient", "multipleBirthBoolean"): (1, "not_shown", True),
        ("Patient", "text"): (1, "narrative", True),
        ("Condition", "bodySite"): (2, "not_shown", True),
        ("Condition", "extension(odd)"): (1, "extension", True),
        ("Condition", "version"): (1, "bookkeeping", True),
        ("NutritionOrder", ""): (1, "type_not_read", True),
        ("ValueSet", ""): (1, "not_patient_data", False),
    }
    again = run(practice, write("a.json", *resources), dry_run=True)
    assert again.left_out == report.left_out


def test_a_file_that_is_refused_leaves_no_line(practice, write, tmp_path):
    good = write("a.json", patient())
    (tmp_path / "files" / "b.json").write_text(
        '{"resourceType":"Patient","id":"x","multipleBirthBoolean":true', "utf-8"
    )
    report = run(practice, tmp_path / "files")
    assert report.left_out == run(practice, good, dry_run=True).left_out
