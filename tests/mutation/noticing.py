"""Whether the worked examples of a file notice that it says something else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from icm_desktop.content import conflicts, risk, transitions
from icm_desktop.content.checked_file import BrokenFile, checked
from icm_desktop.domain.conflicts.checking import Finding, check
from icm_desktop.domain.conflicts.rules import RuleBook
from icm_desktop.domain.lace import LaceInputs, lace
from tests.conflicts.cases import DAY, case
from tests.conflicts.test_goal_rules import comes_out
from tests.conflicts.test_rules import dosed
from tests.mutation.numbers import Moved
from tests.risk.examples import charlson_holds, egfr_holds, kfre_holds, level_holds
from tests.screening.examples import holds

KINDS = ("conflicts", "instruments", "risk")


def files() -> list[Path]:
    """Every file of rules, questionnaires and risks."""
    every = (file for kind in KINDS for file in sorted((risk.FOLDER.parent / kind).glob("*.toml")))
    return [file for file in every if file.parent.name == "instruments" or file.stem in _CHECKS]


def noticed(one: Moved, folder: Path) -> bool:
    """Whether an example comes out otherwise than written, or the reader refuses the file; `folder` is for its copy."""
    copy = folder / one.file.name
    copy.write_text(one.text, "utf-8")
    try:
        return not _CHECKS.get(one.file.stem, holds)(copy)
    except BrokenFile:
        return True
    except StopIteration:  # no band and no points for a value
        return True


def _rules(file: Path) -> bool:
    """The examples of the rule that differs."""
    was, now = conflicts.document(conflicts.FOLDER, "rules"), tomllib.loads(file.read_text("utf-8"))
    return all(
        rule_holds(n, rule, now) for n, rule in enumerate(now["rule"]) if rule != was["rule"][n]
    ) and all(was[key] == now[key] for key in was if key != "rule")  # fmt: skip


def rule_holds(number: int, rule: Mapping[str, Any], file: Mapping[str, Any]) -> bool:
    """Whether a rule fires on its examples as they say, and on no other."""
    mine = conflicts.read_rule(conflicts.FOLDER, number, rule, file)
    book = replace(_nothing(), rules=(mine,))
    first = rule["level"][0]["severity"]
    fired = all(_as_written(_found(book, rule, one["given"]), one["given"], first) for one in rule["fires"])
    return fired and not any(_found(book, rule, one["given"]) for one in rule["quiet"])


def _as_written(found: list[Finding], given: Mapping[str, Any], severity: str) -> bool:
    if [one.severity for one in found] != [given.get("severity", severity)]:
        return False
    days = {"due_in": found[0].due, "overdue_in": found[0].overdue_after}
    return all((days[key] - DAY).days == given[key] for key in days if key in given and days[key])  # type: ignore[operator]


def _found(book: RuleBook, rule: Mapping[str, Any], given: Mapping[str, Any]) -> list[Finding]:
    return [one for one in check(book, case(given)) if one.told.id == rule["id"]]


def _nothing() -> RuleBook:
    return replace(conflicts.rule_book(), rules=(), pairs=(), doubles=(), crosses=())


def _goals(file: Path) -> bool:
    was, now = conflicts.document(conflicts.FOLDER, "goals"), tomllib.loads(file.read_text("utf-8"))
    return all(
        goal_holds(rule, now) for kind in ("measure", "advice")
        for n, rule in enumerate(now[kind]) if rule != was[kind][n]
    )  # fmt: skip


def goal_holds(rule: Mapping[str, Any], file: Mapping[str, Any]) -> bool:
    """Whether a rule about goals fires on its examples as they say, and on no other."""
    from icm_desktop.content.goal_conflicts import goals_of
    from tests.conflicts.cases import goal_findings

    written, document = dict(rule), dict(file)
    book = goals_of(conflicts.FOLDER, document)
    fired = all(comes_out(written, one["given"], document) for one in rule["fires"])
    return fired and not any(rule["id"] in goal_findings(book, one["given"]) for one in rule["quiet"])


def _pairs(file: Path) -> bool:
    was, now = conflicts.document(conflicts.FOLDER, "interactions"), tomllib.loads(file.read_text("utf-8"))
    known = conflicts.class_members(conflicts.FOLDER)
    for n, pair in enumerate(now["pair"]):
        if pair == was["pair"][n]:
            continue
        book = replace(_nothing(), pairs=(conflicts.read_pair(conflicts.FOLDER, n, pair, known),))
        if not _found(book, pair, {"takes": pair["fires"], **dosed(pair, "fires")}):
            return False
        if _found(book, pair, {"takes": pair["fires"], **dosed(pair, "quiet")}):
            return False
    return True


def _lace(file: Path) -> bool:
    raw = checked(file, "lace")
    rules = transitions.lace_rules_of(raw)
    for one in raw["example"]:
        found = lace(rules, LaceInputs(one["days"], one["acute"], tuple(one["have"]), one["visits"]))
        if {name: getattr(found, name) for name in one["expect"]} != one["expect"]:
            return False
    return True


_CHECKS: Mapping[str, Callable[[Path], bool]] = {
    "rules": _rules,
    "goals": _goals,
    "interactions": _pairs,
    "lace": _lace,
    "egfr": egfr_holds,
    "kfre": kfre_holds,
    "charlson": charlson_holds,
    "icm-level": level_holds,
}
