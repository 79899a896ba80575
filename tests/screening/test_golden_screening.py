"""The golden patient's questionnaires: score, band, change, alert and needs of every expected row."""

from __future__ import annotations

import pytest

NAMES = {"phq": "phq-9", "gad": "gad-7", "audi": "audit-c", "ahc": "ahc-hrsn"}
NEEDS = {"food": "food", "transport": "transportation", "housing": "housing", "utilities": "utilities"}


@pytest.fixture(scope="module")
def rows(golden_practice):
    found = golden_practice.open().run("queries.screening.of_patient", 1).rows
    return {(one.instrument, one.day): one for one in found}


def wanted_of(golden_facts):
    for row in golden_facts["screening"]["rows"]:
        yield next(name for start, name in NAMES.items() if row["id"].startswith(start)), row


def test_every_expected_row_is_there_and_no_other(rows, golden_facts):
    assert set(rows) == {(name, row["date"]) for name, row in wanted_of(golden_facts)}


def test_each_row_says_what_is_expected_of_it(rows, golden_facts):
    for name, wanted in wanted_of(golden_facts):
        row = rows[name, wanted["date"]]
        score = row.scores[0]
        assert wanted.get("score", score.value) == score.value, wanted["id"]
        assert wanted.get("band", score.band and score.band["en"]) == (score.band and score.band["en"]), wanted["id"]
        for key in ("response", "remission"):
            assert wanted.get(key, getattr(score, key)) == getattr(score, key), wanted["id"]
        assert wanted.get("positive", wanted.get("positive_by_score", score.positive)) == score.positive, wanted["id"]
        if "fall_percent" in wanted:
            assert -score.change_percent == wanted["fall_percent"], wanted["id"]
        assert wanted.get("language", row.language) == row.language, wanted["id"]
        assert row.mark == wanted["evidence"], wanted["id"]
        assert bool(row.alerts) is wanted.get("alert", False), wanted["id"]
        answers = {one.item: one.value for one in row.answers}
        assert wanted.get("item9", answers.get("9")) == answers.get("9"), wanted["id"]
        assert bool(row.notes) is wanted.get("q1_only_note", False), wanted["id"]


def test_needs_are_told_by_domain_and_safety_by_its_own_score(rows, golden_facts):
    wanted = next(row for name, row in wanted_of(golden_facts) if name == "ahc-hrsn")
    scores = {one.id: one for one in rows["ahc-hrsn", wanted["date"]].scores}
    for need, score in NEEDS.items():
        assert scores[score].positive is wanted[need], need
    assert (scores["safety"].positive, scores["safety"].value) == (wanted["safety"], wanted["hits"])
    needs = [need for need, score in NEEDS.items() if scores[score].positive]
    assert needs == golden_facts["risk"]["social_needs"]["which"]
    assert len(needs) == golden_facts["risk"]["social_needs"]["count"]
    assert golden_facts["risk"]["social_needs"]["safety"] == {"hits": scores["safety"].value, "positive": False}
