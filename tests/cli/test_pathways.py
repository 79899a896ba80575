"""`pathways list` and `pathways due`: the document of the screen, for any day."""

from __future__ import annotations


def test_the_list_names_every_pathway_with_its_mark(demo):
    rows = demo.json("pathways", "list")
    assert {"type-2-diabetes", "post-discharge", "preventive-basics"} <= {row["id"] for row in rows}
    assert all(row["mark"] and row["source"] for row in rows)


def test_what_is_due_names_its_sum_and_a_past_day_is_stable(demo):
    patient = demo.json("patients", "--limit", "1")[0]["ref"]
    once = demo.json("pathways", "due", "--patient", patient, "--date", "2026-06-01")
    assert once == demo.json("pathways", "due", "--patient", patient, "--date", "2026-06-01")
    assert once and all(row["why"] for row in once if row["due"])


def test_whose_must_be_said(demo):
    ran = demo.run("pathways", "due")
    assert ran.code == 1 and "--patient" in ran.err


def test_a_pathway_is_adopted_by_name_then_given_to_a_patient(shell):
    shell.json("demo", "--patients", "3", "--seed", "1")
    patient = shell.json("patients", "--limit", "1")[0]["ref"]
    early = shell.run("pathways", "apply", "--patient", patient, "--pathway", "anxiety")
    assert early.code == 1 and "adopt" in early.err
    rows = shell.json("pathways", "adopt", "--pathway", "anxiety", "--by", "Dr. Ana Ruiz")
    assert [row["adopted_by"] for row in rows if row["id"] == "anxiety"] == ["Dr. Ana Ruiz"]
    due = shell.json("pathways", "apply", "--patient", patient, "--pathway", "anxiety")
    assert {row["pathway"] for row in due if row["confirmed"]} == {"anxiety"}
    counted = shell.json("pathways", "variation", "--pathway", "anxiety", "--per-patient")
    assert all(row["asked"] == len(row["patients"]) == 1 for row in counted)
    assert {row["activity"] for row in counted} >= {"anxiety-score", "audit-c"}
    late = {row["activity"] for row in counted if row["overdue"]}
    work = [row for row in shell.json("worklist") if row["kind"] == "pathway" and row["section"] == "overdue"]
    assert {row["key"].split(":")[2] for row in work} == late
    assert all(row["why"].startswith("Pathway: ") for row in work)
    assert shell.run("pathways", "adopt", "--pathway", "juggling", "--by", "Dr. Ruiz").code == 1
    assert "--pathway" in shell.run("pathways", "adopt").err
