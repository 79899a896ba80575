"""Goals that do not agree: every rule on its examples, every threshold held, ranges by property."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as some

from icm_desktop.content.checked_file import BrokenFile
from icm_desktop.content.conflicts import FOLDER, document
from icm_desktop.content.goal_conflicts import goal_book, goals_of, read_goals
from icm_desktop.domain.conflicts.goals import (
    CANDIDATE,
    CONTRADICTORY,
    PlannedGoal,
    check_goals,
    not_compared,
    state_of,
)
from tests.conflicts.cases import case, goal_findings, goals
from tests.conflicts.test_rules import numbers

FILE = document(FOLDER, "goals")
RULES = [(kind, number, one) for kind in ("measure", "advice") for number, one in enumerate(FILE[kind])]
FIRING = [(rule, one["given"]) for _, _, rule in RULES for one in rule["fires"]]
QUIET = [(rule, one["given"]) for _, _, rule in RULES for one in rule["quiet"]]
ENDS = some.one_of(some.none(), some.integers(0, 50).map(float))


def comes_out(rule: dict[str, Any], given: dict[str, Any], file: dict[str, Any]) -> bool:
    """Whether a firing example says what is written."""
    one = goal_findings(goals_of(FOLDER, file), given).get(rule["id"])
    if one is None or one.severity != rule["severity"]:
        return False
    wanted = rule["propose"][given["proposal"] - 1]["text"] if "proposal" in given else one.told.action["en"]
    return one.told.action["en"] == wanted and one.state == given.get("state", one.state)


@pytest.mark.parametrize(("rule", "given"), FIRING, ids=[rule["id"] for rule, _ in FIRING])
def test_a_rule_fires_with_its_proposal(rule: dict[str, Any], given: dict[str, Any]) -> None:
    assert comes_out(rule, given, FILE)


@pytest.mark.parametrize(("rule", "given"), QUIET, ids=[rule["id"] for rule, _ in QUIET])
def test_a_rule_is_silent_on_its_other_example(rule: dict[str, Any], given: dict[str, Any]) -> None:
    assert rule["id"] not in goal_findings(goal_book(), given)


def test_every_rule_of_the_specification_is_there() -> None:
    ids = {rule["id"] for _, _, rule in RULES} | {FILE["doses"]["id"], FILE["own"]["id"]}
    assert ids == {f"G{n:02d}" for n in range(1, 18)}


@pytest.mark.parametrize(("kind", "number", "rule"), RULES, ids=[rule["id"] for _, _, rule in RULES])
def test_every_threshold_is_held_by_an_example(kind: str, number: int, rule: dict[str, Any]) -> None:
    parts: list[tuple[tuple[Any, ...], Any]] = [(("when",), rule["when"])] if "when" in rule else []
    parts += [(("propose", n, "when"), one["when"]) for n, one in enumerate(rule["propose"]) if "when" in one]
    found = [((*place, *path), value) for place, part in parts for path, value in numbers(part)]
    found += [(("tolerance",), rule["tolerance"])] if "tolerance" in rule else []
    for path, value in found:
        step = 0.1 if value % 1 or value < 1 else 1
        assert any(_fails(kind, number, rule, path, value + way) for way in (step, -step)), (rule["id"], path)


def _fails(kind: str, number: int, rule: dict[str, Any], path: tuple[Any, ...], value: float) -> bool:
    file = deepcopy(FILE)
    part: Any = file[kind][number]
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    fired = all(comes_out(rule, one["given"], file) for one in rule["fires"])
    book = goals_of(FOLDER, file)
    return not fired or any(rule["id"] in goal_findings(book, one["given"]) for one in rule["quiet"])


@drawn(ENDS, ENDS, ENDS, ENDS, some.integers(1, 20))
def test_two_ranges_stand_to_each_other_the_same_both_ways(
    low: float | None, high: float | None, other_low: float | None, other_high: float | None, tolerance: int
) -> None:
    one, other = PlannedGoal(1, "", "a", "x", low, high), PlannedGoal(2, "", "b", "x", other_low, other_high)
    state = state_of(one, other, tolerance)
    assert state == state_of(other, one, tolerance)
    both = [value / 2 for value in range(101) if _in(one, value / 2) and _in(other, value / 2)]
    valid = all(a is None or b is None or a <= b for a, b in ((low, high), (other_low, other_high)))
    if valid and state == CONTRADICTORY:
        assert not both
    if (low, high) == (other_low, other_high) and valid:
        assert state is None
    assert state in (None, CANDIDATE, CONTRADICTORY)


def _in(goal: PlannedGoal, value: float) -> bool:
    return (goal.low is None or value >= goal.low) and (goal.high is None or value <= goal.high)


def test_two_goals_of_one_author_are_one_persons_plan() -> None:
    one, other = goals({"goals": [{"of": "a1c", "at_most": 7}, {"of": "a1c", "at_most": 8}]})
    same = (one, replace(other, author=one.author))
    assert check_goals(goal_book(), case({}), same, ()) == ()
    apart = (one, replace(other, unit="mmol/mol"))
    assert check_goals(goal_book(), case({}), apart, ()) == ()
    assert [found.why for found in not_compared(goal_book(), apart)] == ["units_differ"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('of = "a1c"', 'of = "a1d"', "a1d"),
        ('medicine = "sglt2"', 'medicine = "sglt3"', "sglt3"),
        ("tolerance = 0.5", 'tolerance = "half"', "half"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, old: str, new: str, reason: str) -> None:
    folder = tmp_path / "conflicts"
    shutil.copytree(FOLDER, folder)
    text = (folder / "goals.toml").read_text("utf-8")
    assert old in text
    (folder / "goals.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BrokenFile) as refused:
        read_goals(folder)
    assert reason in refused.value.reason and refused.value.line > 0
