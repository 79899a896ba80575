"""`conflicts`: what the rules find in one patient, and what they could not look at."""

from __future__ import annotations

import argparse
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.conflicts import ConflictBoard, ConflictFilter, ConflictRow, PatientConflicts
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.domain.conflicts.states import GONE
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say

_MOST = 100_000  # rows of the board; a list on paper or in a file is whole


def conflicts_command(arguments: argparse.Namespace) -> Output:
    """Every conflict with its facts and source, worst first."""
    practice = open_practice(arguments)
    if arguments.action:
        return _board(arguments, practice)
    try:
        patient_id = practice.run("queries.references.find_patient", arguments.patient)
        found: PatientConflicts = practice.run("queries.conflicts.of_patient", patient_id, arguments.date)
    finally:
        practice.close()
    document = _document(found)
    rows = [(one["severity"], one["state"], one["rule"], one["title"], "; ".join(one["facts"]), one["proposal"])
            for one in document["conflicts"]]  # fmt: skip
    missing = [f"NOT CHECKED {one['item']}: {one['why']}" for one in document["not_checked"]]
    lines = [table(("Severity", "State", "Rule", "What", "Facts", "To do"), rows), document["checked"], *missing]
    return Output(document, "\n".join(lines))


def _board(arguments: argparse.Namespace, practice: OpenPractice) -> Output:
    """The board of the practice: what `conflicts list` says is what the screen shows."""
    severities = tuple(arguments.severity or ())
    asked = ConflictFilter(
        severities, arguments.mine, arguments.waiting, arguments.decided, arguments.search, limit=_MOST
    )
    try:
        practice.run("services.conflict_work.recheck")
        found: ConflictBoard = practice.run("queries.conflict_board.board", asked)
    finally:
        practice.close()
    listed = [{"patient": one.head.record_number, **conflict_document(one)} for one in found.rows]
    document = {
        "conflicts": listed,
        "counts": dict(found.counts),
        "checked": say("conflicts.limits"),
        "version": found.version.replace(".", "-"),
    }
    rows = [(one["severity"], one["state"], one["patient"], one["rule"], one["title"], one["owner"] or "")
            for one in listed]  # fmt: skip
    written = table(("Severity", "State", "Patient", "Rule", "What", "Who"), rows)
    return Output(document, f"{written}\n{say('conflicts.limits')}")


def _document(found: PatientConflicts) -> dict[str, Any]:
    told = {"checked": found.checked, "medicines": found.medicines, "version": found.version.replace(".", "-")}
    return {
        "conflicts": [conflict_document(one) for one in found.rows if one.state != GONE],
        "checked": say("conflicts.checked", **told),
        "not_checked": [{"item": one.text, "why": say(f"conflicts.{one.why}")} for one in found.not_checked],
    }


def conflict_document(one: ConflictRow) -> dict[str, Any]:
    """One conflict with where it stands."""
    question, decision = one.question, one.decision
    return {
        "rule": one.told.id,
        "severity": one.severity,
        "title": one.told.title["en"],
        "facts": [_fact(fact) for fact in one.facts],
        "source": one.told.source,
        "mark": one.told.mark,
        "state": one.state,
        "why": one.why or None,
        "owner": one.owner.name if one.owner is not None else None,
        "question": None if question is None else {
            "to": question.whom, "asked": plain(question.asked_on), "due": plain(question.due_on),
            "days": question.days, "answer": question.answer,
        },
        "decision": None if decision is None else {
            "by": decision.by, "on": plain(decision.on), "reason": decision.reason, "until": plain(decision.until),
            "told": decision.told, "text": decision.text, "low": decision.low, "high": decision.high,
            "unit": decision.unit,
        },
        "first_seen": plain(one.first_seen),
        "last_seen": plain(one.last_seen),
        "relation": one.relation or None,
        "proposal": one.told.action["en"],
        "ask": one.told.ask,
        "due": plain(one.due),
        "overdue_after": plain(one.overdue_after),
    }  # fmt: skip


def _fact(fact: Evidence) -> str:
    number = "" if fact.number is None else f"{fact.number:g}"
    if fact.kind == "medicine":
        dose = f"{number} mg a day" if number else ""
        return ", ".join(part for part in (fact.text, dose, fact.detail) if part)
    named = {"age": "age", "problems": "active problems"}.get(fact.kind, fact.text)
    return " ".join(part for part in (named, number, fact.detail) if part)
