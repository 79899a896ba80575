"""The golden patient through the real commands, as of 20 November 2026."""

from __future__ import annotations

import json
import tomllib

import pytest

from tests.cli.conftest import check, make_shell
from tests.handouts.reading import empty_boxes, fonts, letter_sizes, text

TODAY = ("--today", "2026-11-20")
ID = "golden-a-patient"


@pytest.fixture(scope="module")
def expected(golden_dir):
    return tomllib.loads((golden_dir / "a.expected.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def walk(tmp_path_factory, golden_dir):
    """A shell whose practice imported the bundle, and the document of that import."""
    shell = make_shell(tmp_path_factory.mktemp("golden"))
    return shell, shell.json("import", golden_dir / "a.json")


def test_the_import_accounts_for_every_resource(walk, expected):
    wanted = {kind: number for kind, number in expected["counts"].items() if kind != "total"}
    totals = walk[1]["totals"]
    assert {kind: counts["read"] for kind, counts in totals.items()} == wanted
    assert sum(counts["read"] for counts in totals.values()) == expected["counts"]["total"]
    for counts in totals.values():
        assert counts["refused"] == 0
        assert counts["read"] == sum(counts.values()) - counts["read"]
    assert [file["status"] for file in walk[1]["files"]] == ["imported"]


def test_a_second_import_creates_and_changes_nothing(walk, golden_dir):
    shell, first = walk
    again = shell.json("import", golden_dir / "a.json")["totals"]
    assert {(counts["created"], counts["updated"], counts["refused"]) for counts in again.values()} == {(0, 0, 0)}
    assert {kind: counts["read"] for kind, counts in again.items()} == {
        kind: counts["read"] for kind, counts in first["totals"].items()
    }


def test_a_dry_run_counts_the_same_and_saves_nothing(walk, golden_dir, tmp_path):
    shell = make_shell(tmp_path)
    dry = shell.json("import", "--dry-run", golden_dir / "a.json")
    assert dry["totals"] == walk[1]["totals"]
    assert dry["id"] is None
    assert shell.json("patients") == []


@pytest.mark.parametrize("words", ["nunez", "O'Farrill", "maria jose", "GA-004417", "1961"])
def test_the_patient_is_found_however_they_are_asked_for(walk, expected, words):
    (found,) = walk[0].json("patients", "--search", words)
    assert found["name"] == "Núñez O'Farrill, María José"
    assert (found["birth_date"], found["sex"]) == ("1961-11-20", "female")
    assert {expected["patient_identifier"], f"Patient/{ID}"} <= set(found["sources"])


@pytest.mark.parametrize("ref", ["000001", ID, f"Patient/{ID}", "https://golden.example/mrn|GA-004417"])
def test_every_kind_of_reference_opens_the_chart(walk, expected, ref):
    chart = walk[0].json("chart", *TODAY, "--patient", ref)
    assert chart["patient"]["sources"][0] == expected["patient_identifier"]


def test_the_chart_counts_what_an_independent_count_of_the_file_counts(walk, expected, golden_dir):
    entries = [entry["resource"] for entry in json.loads((golden_dir / "a.json").read_text())["entry"]]
    kept = [one for one in entries if not _entered_in_error(one)]

    def number(*kinds: str) -> int:
        return sum(one["resourceType"] in kinds for one in kept)

    counts = walk[0].json("chart", *TODAY, "--patient", ID)["counts"]
    assert counts == {
        "conditions": number("Condition"),
        "allergies": number("AllergyIntolerance"),
        "observations": number("Observation"),
        "encounters": number("Encounter"),
        "procedures": number("Procedure"),
        "immunizations": number("Immunization"),
        "goals": number("Goal"),
        "medications": number("MedicationRequest", "MedicationStatement"),
        "care_team": expected["counts_derived"]["care_team_members"],
        "referrals": len(expected["referrals"]["rows"]),
        "appointments": number("Appointment"),
    }


def _entered_in_error(resource):
    codes = [coding["code"] for coding in resource.get("verificationStatus", {}).get("coding", [])]
    return "entered-in-error" in (resource.get("status"), *codes)


def test_the_chart_lists_the_active_medicines(walk, expected):
    clinical = walk[0].json("chart", *TODAY, "--patient", ID)["summary"]["clinical"]
    assert len(clinical["medicines"]) == expected["counts_derived"]["medication_entries_active"]


def test_referrals_stand_where_expected(walk, expected):
    rows = walk[0].json("referrals", *TODAY)
    assert len(rows) == len(expected["referrals"]["rows"])
    by_order = {row["facts"]["sent"]: row for row in rows}
    for want in expected["referrals"]["rows"]:
        row = by_order[want["ordered"].isoformat()]
        assert row["state"] == want["state"], want["id"]
        assert row["urgency"] == want.get("priority", row["urgency"])
        assert want.get("to", "") in row["to"]
        assert row["days_waiting"] == want.get("waiting_days", row["days_waiting"])
        if "limit_date" in want:
            assert (row["due"], row["days_over"]) == (want["limit_date"].isoformat(), want["days_over"]), want["id"]
        for state, key in (("seen", "seen"), ("report_received", "report"), ("declined", "declined")):
            if key in want:
                assert row["facts"][state] == want[key].isoformat()


def test_referrals_as_of_a_past_day_know_nothing_later(walk):
    then = walk[0].json("referrals", "--date", "2026-10-01")
    facts = [fact for row in then for fact in row["facts"].values()]
    assert {row["facts"]["sent"] for row in then} == {"2025-10-14", "2026-08-26", "2026-09-08"}
    assert max(facts) <= "2026-10-01"


def test_appointments_of_the_coming_weeks_are_the_expected_ones(walk, expected):
    rows = walk[0].json("appointments", "--from", "2026-11-20", "--to", "2026-12-31")
    booked = [want for want in expected["appointments"]["rows"] if want.get("status") != "noshow"]
    assert len(rows) == len(booked) == expected["counts_derived"]["appointments_booked"]
    assert [row["start"] for row in rows] == [want["starts"].isoformat() for want in booked]
    (missed,) = walk[0].json("appointments", "--from", "2026-11-16", "--to", "2026-11-16")
    assert missed["status"] == "noshow"


def test_the_worklist_names_what_is_due_most_urgent_first(walk, expected):
    rows = walk[0].json("worklist", *TODAY)
    titles = [row["title"] for row in rows]
    assert expected["worklist"]["first_row"] in titles[0]
    assert [row["section"] for row in rows[:2]] == ["critical", "critical"]
    due = {row["title"].split(":")[0]: row["due"] for row in rows}
    assert due["Call"] == "2026-11-17"
    assert due["Book"] == "2026-11-22"
    assert not any("COPD" in title for title in titles)


@pytest.mark.parametrize(
    ("queue", "due"),
    [
        ("follow_up", ["2026-11-17", "2026-11-18", "2026-11-22"]),
        ("unscheduled", ["2026-11-12", "2026-11-16"]),
        ("tomorrow", []),
        ("quiet", []),
    ],
)
def test_the_queues_of_the_front_desk_hold_the_expected_days(walk, queue, due):
    assert [row["due"] for row in walk[0].json("worklist", *TODAY, "--queue", queue)] == due


def test_the_worklist_of_the_same_day_asked_as_a_past_date_is_the_same(walk):
    """But for conflicts: they count from the day they were found, and these were found with the import, later."""
    now = walk[0].json("worklist", *TODAY)
    then = walk[0].json("worklist", "--date", "2026-11-20")
    assert [(row["kind"], row["due"], row["section"]) for row in then] == [
        (row["kind"], row["due"], row["section"]) for row in now if row["kind"] != "conflict"
    ]


def test_the_page_says_in_spanish_what_comes_next(walk, tmp_path):
    out = tmp_path / "page.pdf"
    document = walk[0].json("handout", *TODAY, "--patient", ID, "--out", out)
    assert (document["language"], document["pages"], document["out"]) == ("es", 1, str(out))
    words = text(out.read_bytes())
    for part in ("martes 24 de noviembre", "Jue 3 de diciembre 2:30 p. m.", "quinceañera", "911", "988"):
        assert part in words
    for part in ("PHQ", "E11", "ibuprofen", "bipolar", "COPD"):
        assert part.casefold() not in words.casefold()
    assert min(letter_sizes(out.read_bytes())) >= 12
    assert empty_boxes(out.read_bytes()) == []
    assert all(fonts(out.read_bytes()).values())


def test_large_print_in_english_on_a4_is_as_large_as_it_says(walk, tmp_path):
    out = tmp_path / "large.pdf"
    words = ("--language", "en", "--large-print", "--paper", "a4")
    document = walk[0].json("handout", *TODAY, "--patient", ID, *words, "--out", out)
    assert document["language"] == "en"
    assert 1 <= document["pages"] <= 4
    assert min(letter_sizes(out.read_bytes())) >= 18


@pytest.mark.parametrize("form", ["html", "text"])
def test_the_page_as_text_says_the_same_visits(walk, tmp_path, form):
    out = tmp_path / f"page.{form}"
    document = walk[0].json("handout", *TODAY, "--patient", ID, "--format", form, "--out", out)
    assert "24 de noviembre" in out.read_text(encoding="utf-8")
    assert document["language"] == "es"


def test_verify_and_doctor_find_nothing_wrong_with_it(walk):
    shell = walk[0]
    verified = shell.json("verify")
    assert verified["ok"] is True
    ran = shell.run("doctor", "--json")
    check("doctor", ran.document())
    assert ran.code == (0 if ran.document()["ok"] is not False else 1)
