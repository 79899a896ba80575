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
