"""What was imported leaves as it came: exported, taken into an empty practice and exported again it is the same."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.models.exchange import SourceResource
from icm_desktop.exchange.fhir.writing import identity, walking
from icm_desktop.practice import OpenPractice
from tests.exchange import test_golden as golden
from tests.exchange.conftest import run, totals
from tests.exchange.round_trips import EXCEPTIONS, Resources, comparable, everybody, export_everybody
from tests.support import make_practice

SAMPLE = ("careplan-personas", "synthea-fhir/mcc-ckd", "ecqm/mp2025/CMS122")
ALL = ("synthea-fhir", "ccda", "ig-examples", "ecqm/mp2026", "ecqm/mp2025")


@pytest.fixture(scope="module")
def expected(golden_dir):
    return tomllib.loads((golden_dir / "a.expected.toml").read_text("utf-8"))


def _here_and_there(folder: Path, *paths: Path) -> tuple[OpenPractice, OpenPractice, Resources]:
    """A practice that imported these paths, another that got all its patients, and what left the first."""
    here = make_practice(folder / "here", name="Riverbend Family Practice").open("administrator")
    there = make_practice(folder / "there", name="Lakeside Family Practice").open("administrator")
    run(here, *paths)
    left = export_everybody(here, folder / "out")
    report = run(there, folder / "out")
    assert sum(one.refused for one in totals(report).values()) == 0
    return here, there, left


def _agree(folder: Path, *paths: Path) -> tuple[OpenPractice, OpenPractice]:
    here, there, left = _here_and_there(folder, *paths)
    again = export_everybody(there, folder / "again")
    assert again.keys() == left.keys()
    ours = identity.system_of(here.database.database_id)
    for name, resource in left.items():
        one, other = comparable(resource, here), comparable(again[name], there)
        if "identifier" in other and resource["resourceType"] == "Patient":
            numbers = [number for number in other["identifier"] if number.get("system") == ours]
            assert len(numbers) == 1, "the first practice's number stays with the patient"
            other["identifier"] = [number for number in other["identifier"] if number.get("system") != ours]
        assert one == other, name
    return here, there


def _nothing_stays_behind(practice: OpenPractice, left: Resources) -> None:
    with practice.read() as uow:
        query = select(SourceResource.resource_type, func.count()).where(SourceResource.patient_id.is_not(None))
        stored = dict(uow.session.execute(query.group_by(SourceResource.resource_type)).all())
    leaving = {kind: sum(name.startswith(f"{kind}/") for name in left) for kind in stored}
    assert leaving == stored


def _ends_inside(resources: list[dict[str, Any]], known: set[str]) -> Counter[str]:
    """How many references of each type of resource name something that is there too."""
    found: Counter[str] = Counter()
    for resource in resources:
        found[resource["resourceType"]] += sum(one["reference"] in known for one in walking.references(resource))
    return found


@pytest.mark.parametrize("folder", SAMPLE)
def test_a_record_comes_back_as_it_left(tmp_path, data_dir, folder):
    here, there = _agree(tmp_path, data_dir / folder)
    assert len(everybody(here)) == len(everybody(there)) > 0


def test_every_stored_resource_of_a_patient_leaves_with_its_references(tmp_path, golden_dir):
    here, _, left = _here_and_there(tmp_path, golden_dir / "a.json")
    _nothing_stays_behind(here, left)
    came = json.loads((golden_dir / "a.json").read_bytes())["entry"]
    wanted = _ends_inside([one["resource"] for one in came], {one["fullUrl"] for one in came})
    assert wanted.total() > 400
    assert _ends_inside(list(left.values()), set(left)) == wanted


def test_everything_real_comes_back_as_it_left(request, tmp_path, data_dir, golden_dir):
    if not request.config.getoption("--exchange-full"):
        pytest.skip("all real data: pytest tests/exchange --exchange-full")
    for place, folder in enumerate((*(data_dir / name for name in ALL), golden_dir)):
        here, there = _agree(tmp_path / str(place), folder)
        assert len(everybody(here)) == len(everybody(there)) > 0, folder.name


def test_what_is_expected_of_the_golden_patient_holds_where_the_export_was_taken_in(tmp_path, golden_dir, expected):
    here = make_practice(tmp_path / "here", name="Riverbend Family Practice").open("administrator")
    there = make_practice(tmp_path / "there", name="Riverbend Family Practice").open("coordinator")
    run(here, golden_dir / "a.json")
    export_everybody(here, tmp_path / "out")
    report = run(there, tmp_path / "out")
    taken = there, report
    wanted = {kind: number for kind, number in expected["counts"].items() if kind != "total"}
    assert {kind: one.created for kind, one in report.totals} == wanted
    golden.test_the_patient_is_who_the_bundle_says(taken, expected)
    golden.test_active_problems_and_medicines_are_those_expected(taken, expected)
    golden.test_encounters_keep_their_class_and_local_day(taken, expected)
    golden.test_referral_facts_come_out_dated(taken, expected)
    golden.test_appointments_are_inside_or_outside_and_sensitive_as_expected(taken, expected)
    golden.test_the_goal_in_her_own_words_stays_in_her_words(taken)
    golden.test_what_care_cost_comes_out_to_the_cent(taken, expected)
    golden.test_her_daughter_may_be_told_and_not_of_everything(taken, expected)
    golden.test_the_eye_note_belongs_to_its_referral_and_can_be_read(taken)


def test_each_exception_has_a_reason():
    assert all(len(one["reason"].split()) > 5 for one in EXCEPTIONS)
    assert {one["path"] for one in EXCEPTIONS} == {
        "Bundle.timestamp", "Bundle.meta", "Bundle.entry.fullUrl", "Patient.identifier", "meta.source",
    }  # fmt: skip
