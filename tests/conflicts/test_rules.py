"""Every rule fires on its worked examples and is silent on the others; a threshold moved by one makes one fail."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from icm_desktop.content import conflicts
from icm_desktop.content.checked_file import BrokenFile
from icm_desktop.content.conflicts import FOLDER, document, read_rule, read_rules
from icm_desktop.domain.conflicts.checking import Reaction, check, not_checked
from tests.conflicts.cases import case, found, taken

RULES = document(FOLDER, "rules")["rule"]
FIRING = [(one["id"], given["given"], one["level"][0]["severity"]) for one in RULES for given in one["fires"]]
QUIET = [(one["id"], given["given"]) for one in RULES for given in one["quiet"]]
PAIRS = document(FOLDER, "interactions")["pair"]
DOUBLES = document(FOLDER, "duplicates")["class"]
ALLERGENS = document(FOLDER, "allergies")["allergen"]
CROSSES = document(FOLDER, "allergies")["cross"]


def dosed(pair: dict[str, Any], name: str) -> dict[str, Any]:
    """The dose of the first medicine with which a pair fires or is quiet; nothing for a pair at any dose."""
    return {"mg_per_day": pair[f"{name}_mg_per_day"]} if "one_above_mg_per_day" in pair else {}


@pytest.mark.parametrize(("rule", "given", "severity"), FIRING)
def test_a_rule_fires_on_its_example(rule: str, given: dict[str, Any], severity: str) -> None:
    finding = found(given)[rule]
    assert finding.severity == given.get("severity", severity)
    assert finding.facts and finding.told.source and finding.told.action["es"]


@pytest.mark.parametrize(("rule", "given"), QUIET)
def test_a_rule_is_silent_on_its_other_example(rule: str, given: dict[str, Any]) -> None:
    assert rule not in found(given)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_a_pair_fires_whichever_comes_first_and_not_on_its_neighbour(pair: dict[str, Any]) -> None:
    first, second = pair["fires"]
    assert pair["id"] in found({"takes": [first, second], **dosed(pair, "fires")})
    if "one_above_mg_per_day" in pair:
        assert pair["id"] not in found({"takes": [first, second], **dosed(pair, "quiet")})
    else:
        assert pair["id"] in found({"takes": [second, first]})
    assert pair["id"] not in found({"takes": pair["quiet"], **dosed(pair, "fires")})


@pytest.mark.parametrize("pair", [one for one in PAIRS if one["id"].startswith("D")], ids=lambda pair: pair["id"])
def test_a_pair_of_the_onc_list_fires_on_every_member_we_know(pair: dict[str, Any]) -> None:
    rule = next(one for one in conflicts.rule_book().pairs if one.told.id == pair["id"])
    for one in rule.one:
        for other in rule.other - {one}:
            assert pair["id"] in found({"takes": [one, other]}), (one, other)


@pytest.mark.parametrize("double", DOUBLES, ids=lambda one: one["id"])
def test_two_of_a_class_are_told(double: dict[str, Any]) -> None:
    assert double["id"] in found({"takes": double["fires"]})
    assert double["id"] not in found({"takes": double["quiet"]})


@pytest.mark.parametrize("cross", CROSSES, ids=lambda one: one["id"])
def test_a_reaction_and_its_kin(cross: dict[str, Any]) -> None:
    for name, fires in (("fires", True), ("quiet", False)):
        allergen, medicine = cross[name]
        reaction = Reaction(allergen, conflicts.allergen(allergen))
        assert (cross["id"] in found({"takes": [medicine]}, reaction)) is fires


@pytest.mark.parametrize("named", ALLERGENS, ids=lambda one: one["names"][0])
def test_an_allergy_to_a_class_by_any_of_its_names_stops_every_medicine_of_the_class(named: dict[str, Any]) -> None:
    members = {one for each in named["classes"] for one in conflicts.formulary().classes[each]}
    for name in named["names"]:
        reaction = Reaction(name, conflicts.allergen(name.title()))
        assert reaction.ingredients == members, name
    for medicine in members:
        assert found({"takes": [medicine]}, reaction)["allergy-same"].severity == "stop", medicine
    assert "allergy-same" not in found({"takes": ["acetaminophen"]}, reaction)


@pytest.mark.parametrize(
    ("text", "codes", "medicine"),
    [
        ("Penicillins (class)", (), "Augmentin 875 mg tablet"),
        ("Allergy to penicillin", ("70618",), "amoxicillin"),
        ("alergia a las sulfas", (), "Bactrim DS"),
        ("Cephalosporin antibiotics", (), "ceftriaxone"),
        ("Penicillin G benzathine", (), "penicillin g"),
    ],
)
def test_an_allergy_is_found_in_the_words_people_use_and_beside_a_code_nobody_knows(
    text: str, codes: tuple[str, ...], medicine: str
) -> None:
    reaction = Reaction(text, conflicts.allergen(text, codes))
    assert found({"takes": [medicine]}, reaction)["allergy-same"].severity == "stop"
    assert conflicts.allergen("peanut") == conflicts.allergen("allergy") == frozenset()


def test_every_rule_of_the_specification_is_in_a_file_with_an_example_of_either_kind() -> None:
    kinds = {"C": 40, "X": 14, "D": 15, "S": 29}  # by problem, age and value; ONC; ours
    told = [one for each in (RULES, PAIRS) for one in each]
    assert {one["id"] for one in told} == {f"{kind}{n:02d}" for kind, most in kinds.items() for n in range(1, most + 1)}
    assert len({one["id"] for one in DOUBLES}) == 34 and len({one["id"] for one in CROSSES}) == 16
    assert all(one["fires"] and one["quiet"] for one in (*told, *DOUBLES, *CROSSES))


def test_the_same_medicine_twice_is_one_stop_and_an_allergy_to_it_too() -> None:
    assert found({"takes": ["furosemide", "Lasix"]})["duplicate-ingredient"].severity == "stop"
    reaction = Reaction("Amoxicillin", conflicts.allergen("amoxicillin"))
    assert found({"takes": ["Augmentin"]}, reaction)["allergy-same"].severity == "stop"


def test_an_intolerance_is_told_and_stops_nothing() -> None:
    reaction = Reaction("Simvastatin", conflicts.allergen("simvastatin"), intolerance=True)
    assert found({"takes": ["atorvastatin"]}, reaction)["intolerance"].severity == "info"


def test_good_pairs_are_not_called_double() -> None:
    for pair in (["furosemide", "hydrochlorothiazide"], ["aspirin", "clopidogrel"], ["albuterol", "salmeterol"],
                 ["insulin glargine", "insulin lispro"]):  # fmt: skip
        assert not [one for one in found({"takes": pair}) if one.startswith("duplicate")]


def test_what_is_not_known_is_said() -> None:
    patient = case({"takes": ["turmeric of grandmother", "citalopram"]})
    assert [(one.text, one.why) for one in not_checked(conflicts.rule_book(), patient)] == [
        ("turmeric of grandmother", ""), ("citalopram", "dose_unknown"),
    ]  # fmt: skip


def test_two_prescriptions_of_one_medicine_are_one_dose() -> None:
    book = conflicts.rule_book()
    half = taken("citalopram", mg_per_day=20)[0]
    patient = case({"age": 65})
    twice = replace(patient, taken=(half, replace(half, entry=1, mg_per_day=10)))
    assert "C21" in {one.told.id for one in check(book, twice)}


def test_every_threshold_of_a_rule_is_held_by_an_example() -> None:
    """Moving any number of a condition by one step, one way or the other, makes an example of its own rule fail."""
    file = document(FOLDER, "rules")
    unheld = []
    for number, one in enumerate(file["rule"]):
        for place, level in enumerate(one["level"]):
            for path, value in numbers(level["when"]):
                step = 0.1 if value % 1 else 1
                if not any(fails(number, moved(one, place, path, value + way), file) for way in (step, -step)):
                    unheld.append((one["id"], path[-1], value))
    assert unheld == []


def numbers(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], float]]:
    """Every threshold of a condition, with its path; how far back something counts is none."""
    pairs = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from numbers(value, (*path, key))
        elif isinstance(value, int | float) and key not in ("within_days", "recent_days", "days"):
            yield (*path, key), value


def moved(rule: dict[str, Any], level: int, path: tuple[Any, ...], value: float) -> dict[str, Any]:
    """The rule with one number changed."""
    changed = deepcopy(rule)
    part = changed["level"][level]["when"]
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return changed


def fails(number: int, rule: dict[str, Any], file: dict[str, Any]) -> bool:
    """Whether an example of the rule comes out otherwise than written."""
    mine = read_rule(FOLDER, number, rule, file)
    alone = replace(conflicts.rule_book(), rules=(mine,), pairs=(), doubles=(), crosses=())

    def severities(given: dict[str, Any]) -> list[str]:
        return [one.severity for one in check(alone, case(given)) if one.told.id == rule["id"]]

    first = rule["level"][0]["severity"]
    fired = all(severities(one["given"]) == [one["given"].get("severity", first)] for one in rule["fires"])
    return not fired or any(severities(one["given"]) for one in rule["quiet"])


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("rules", 'medicine = "metformin"', 'medicine = "metforming"', "metforming"),
        ("rules", 'problem = "liver_disease"', 'problem = "liver"', "liver"),
        ("rules", 'severity = "stop"', 'severity = "shout"', "shout"),
        ("rules", "below = 30", "beneath = 30", "beneath"),
        ("interactions", 'one = ["atazanavir"]', 'one = ["atazanaver"]', "atazanaver"),
        ("duplicates", 'classes = ["nsaid"]', 'classes = ["nsaids"]', "nsaids"),
        ("medicines", 'of = ["losartan", ', 'of = ["losarten", ', "losarten"),
        ("allergies", "[[cross]]", "[[cros]]", "cros"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, file: str, old: str, new: str, reason: str) -> None:
    folder = tmp_path / "conflicts"
    shutil.copytree(FOLDER, folder)
    text = (folder / f"{file}.toml").read_text("utf-8")
    assert old in text
    (folder / f"{file}.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BrokenFile) as refused:
        read_rules(folder)
    assert reason in refused.value.reason and refused.value.line > 0
