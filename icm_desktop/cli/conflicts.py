"""`conflicts`: what the rules find in one patient, and what they could not look at."""

from __future__ import annotations

import argparse
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.conflicts import PatientConflicts
from icm_desktop.domain.conflicts.checking import Finding
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.words import say


def conflicts_command(arguments: argparse.Namespace) -> Output:
    """Every conflict with its facts and source, worst first."""
    practice = open_practice(arguments)
    try:
        patient_id = practice.run("queries.references.find_patient", arguments.patient)
        found: PatientConflicts = practice.run("queries.conflicts.of_patient", patient_id, arguments.date)
    finally:
        practice.close()
    document = _document(found)
    rows = [(one["severity"], one["rule"], one["title"], "; ".join(one["facts"]), one["proposal"])
            for one in document["conflicts"]]  # fmt: skip
    missing = [f"NOT CHECKED {one['item']}: {one['why']}" for one in document["not_checked"]]
    lines = [table(("Severity", "Rule", "What", "Facts", "To do"), rows), document["checked"], *missing]
    return Output(document, "\n".join(lines))


def _document(found: PatientConflicts) -> dict[str, Any]:
    told = {"checked": found.checked, "medicines": found.medicines, "version": found.version}
    return {
        "conflicts": [_finding(one) for one in found.findings],
        "checked": say("conflicts.checked", **told),
        "not_checked": [{"item": one.text, "why": say(f"conflicts.{one.why}")} for one in found.not_checked],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "rule": one.told.id,
        "severity": one.severity,
        "title": one.told.title["en"],
        "facts": [_fact(fact) for fact in one.facts],
        "source": one.told.source,
        "mark": one.told.mark,
        "state": "open",
        "relation": one.state or None,
        "proposal": one.told.action["en"],
        "ask": one.told.ask,
        "due": plain(one.due),
        "overdue_after": plain(one.overdue_after),
    }


def _fact(fact: Evidence) -> str:
    number = "" if fact.number is None else f"{fact.number:g}"
    if fact.kind == "medicine":
        dose = f"{number} mg a day" if number else ""
        return ", ".join(part for part in (fact.text, dose, fact.detail) if part)
    named = {"age": "age", "problems": "active problems"}.get(fact.kind, fact.text)
    return " ".join(part for part in (named, number, fact.detail) if part)
