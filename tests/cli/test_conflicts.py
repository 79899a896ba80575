"""`conflicts` and `medicines`: the documents of a patient, with what could not be checked."""

from __future__ import annotations


def test_the_golden_patients_conflicts_come_with_facts_and_source(shell, golden_dir):
    shell.json("import", golden_dir / "a.json")
    patient = shell.json("patients", "--limit", "1")[0]["ref"]
    found = shell.json("conflicts", "--patient", patient, "--date", "2026-11-20")
    by_rule = {one["rule"]: one for one in found["conflicts"]}
    assert by_rule["C11"]["severity"] == "stop" and len(by_rule["C11"]["facts"]) == 2
    assert any("2000 mg a day" in fact for fact in by_rule["C03"]["facts"])
    assert "13 of 14" in found["checked"] and "not a complete" in found["checked"]
    assert [one["item"] for one in found["not_checked"]] == ["Cápsulas de cúrcuma de la abuela"]
    assert all(one["source"] and one["mark"] for one in found["conflicts"])
    told = shell.run("conflicts", "--patient", patient, "--date", "2026-11-20")
    assert told.code == 0 and b"NOT CHECKED" in told.out
    listed = shell.json("medicines", "--patient", patient, "--today", "2026-11-20")
    assert listed["checked"] == "13 of 14" and [one["to"] for one in listed["allergies"]] == [
        "Amoxicillin",
        "Simvastatin",
    ]
    unknown = [one["written"] for one in listed["medicines"] if one["state"] == "taken" and not one["checked"]]
    assert shell.json("reconcile", "--patient", patient) == {"reconciliations": []}
    assert unknown == [one["item"] for one in found["not_checked"]]


def test_whose_must_be_said(shell):
    assert shell.run("conflicts").code == 2
