"""Nothing in a generated practice contradicts itself, whatever the seed and the day."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icm_desktop.content.sample import sample
from icm_desktop.sample.clinic import Clinic
from tests.sample.checker import Tables, wrong
from tests.sample.conftest import SEED, TODAY, rows_of

SHOWN = 60
# A Friday, the day after a holiday week's end, a leap day, the first day of a year.
DAYS = (TODAY, dt.date(2026, 11, 29), dt.date(2028, 2, 29), dt.date(2027, 1, 1))


@pytest.fixture(scope="module")
def shown(clinic_on: Callable[[dt.date], Clinic]) -> Tables:
    return rows_of(clinic_on(TODAY), range(1, SHOWN + 1), SEED)


@pytest.fixture(scope="module")
def many(clinic_on: Callable[[dt.date], Clinic]) -> Tables:
    return rows_of(clinic_on(TODAY), range(1, 700), SEED)


def test_the_sixty_for_show_hold_no_contradiction(shown, clinic_on):
    assert wrong(shown, clinic_on(TODAY)) == []


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), first=st.sampled_from((1, 61, 161, 301, 5001)), day=st.sampled_from(DAYS))
def test_no_seed_and_no_day_makes_a_contradiction(clinic_on, seed, first, day):
    clinic = clinic_on(day)
    assert wrong(rows_of(clinic, range(first, first + 40), seed), clinic) == []


def test_the_checker_sees_what_is_wrong(clinic_on):
    clinic = clinic_on(TODAY)
    tables = rows_of(clinic, range(1, 20), SEED)
    patient = tables["patient"][0]
    patient["birth_date"] = "2030-01-01"
    tables["observation"][5]["value_number"] = 99999.0
    tables["appointment"][1] |= {
        key: tables["appointment"][0][key] for key in ("starts_at", "ends_at", "practitioner_id")
    }
    tables["appointment"][1] |= {"status": "fulfilled", "cancel_reason": None, "patient_id": patient["id"]}
    tables["appointment"][0] |= {"status": "fulfilled", "cancel_reason": None}
    tables["goal"][0]["words_language"] = "xx"
    tables["contact_log"][0]["note"] = "Call {patient}"
    found = " ".join(wrong(tables, clinic))
    for problem in ("before birth", "99999", "in two places", "{patient}"):
        assert problem in found


def test_families_twins_and_double_entries_are_what_they_say(shown):
    people = {int(row["record_number"]): row for row in shown["patient"]}
    homes = {row["patient_id"]: row["line"] for row in shown["patient_address"] if row["use"] == "home"}
    home = {number: homes[row["id"]] for number, row in people.items()}
    for parent, spouse, child in ((6, 7, 8), (31, 32, 33), (56, 57, 58)):
        assert home[parent] == home[spouse] == home[child]
        assert people[parent]["sex"] != people[spouse]["sex"]
        assert people[child]["birth_date"] > people[parent]["birth_date"]
    assert people[37]["birth_date"] == people[38]["birth_date"]
    assert people[37]["family"] == people[38]["family"] and people[37]["given"] != people[38]["given"]
    assert (people[42]["family"], people[42]["given"]) == (people[43]["family"], people[43]["given"])
    assert people[51]["birth_date"][:4] == people[52]["birth_date"][:4] and home[51] == home[52]


def test_results_follow_what_is_taken(many):
    """A1c, LDL and systolic pressure of the year after a medicine was started lie below those before."""
    tables = many
    moves = {each["code"]: each.get("moves", {}) for each in sample("medicines")["medicine"].values()}
    starts: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in tables["medication_entry"]:
        starts[row["patient_id"]].append((row["code"], row["starts_when"]))
    systolic = {
        row["observation_id"]: row["value_number"] for row in tables["observation_component"] if row["code"] == "8480-6"
    }
    falls: dict[str, list[float]] = defaultdict(list)
    for what, code in (("a1c", "4548-4"), ("ldl", "13457-7"), ("systolic", "85354-9")):
        values: dict[int, list[tuple[str, float]]] = defaultdict(list)
        for row in tables["observation"]:
            if row["code"] == code:
                number = systolic[row["id"]] if what == "systolic" else row["value_number"]
                values[row["patient_id"]].append((row["effective_when"][:10], number))
        for patient_id, medicines in starts.items():
            for medicine, day in medicines:
                if moves.get(medicine, {}).get(what, 0) > 0.4:
                    before = [value for when, value in values[patient_id] if when <= day]
                    after = [value for when, value in values[patient_id] if when > day]
                    if before and after:
                        falls[what].append(sum(before) / len(before) - sum(after) / len(after))
    for what, least in (("a1c", 0.4), ("ldl", 18), ("systolic", 4)):
        assert len(falls[what]) > 10
        assert sum(falls[what]) / len(falls[what]) > least, what


def test_kidney_function_falls_with_kidney_disease(many):
    tables = many
    ill = {row["patient_id"] for row in tables["condition"] if (row["code"] or "").startswith("N18")}
    values: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for row in tables["observation"]:
        if row["code"] == "98979-8" and row["patient_id"] in ill:
            values[row["patient_id"]].append((row["effective_when"], row["value_number"]))
    changes = [sorted(each)[-1][1] - sorted(each)[0][1] for each in values.values() if len(each) > 3]
    assert len(changes) > 20
    assert sum(changes) / len(changes) < -2


def test_mood_courses_end_in_every_way(many):
    tables = many
    scores: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for row in tables["observation"]:
        if row["code"] == "44261-6":
            scores[row["patient_id"]].append((row["effective_when"], row["value_number"]))
    ends: Counter[str] = Counter()
    for each in scores.values():
        each.sort()
        first, last = each[0][1], each[-1][1]
        if len(each) > 3 and first >= 10:
            ends["remission" if last < 5 else "response" if last <= first / 2 else "not better"] += 1
    assert min(ends["remission"], ends["response"], ends["not better"]) >= 5, ends


def test_weight_is_up_before_a_stay_for_heart_failure(many):
    tables = many
    stays = [row for row in tables["encounter"] if row["class_code"] == "IMP" and (row["code"] or "").startswith("I50")]
    rises = []
    for stay in stays:
        admitted, ended = stay["starts_when"][:10], stay["ends_when"][:10]
        weights = [
            row
            for row in tables["observation"]
            if row["patient_id"] == stay["patient_id"] and row.get("note") == "Home scale"
        ]
        before = [row["value_number"] for row in weights if row["effective_when"] < admitted]
        after = [row["value_number"] for row in weights if row["effective_when"] == ended]
        if before and after:
            rises.append(max(before) - after[0])
    assert len(rises) >= 5
    assert min(rises) > 2
