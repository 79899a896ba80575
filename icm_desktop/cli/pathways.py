"""`pathways list`, `adopt`, `apply`, `due` and `variation`."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from icm_desktop.cli.output import Output, notice, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.pathway_variation import (
    SKIPPED,
    AskBehind,
    AskVariation,
    BehindRow,
    Variation,
    VariationRow,
)
from icm_desktop.contracts.pathways import AdoptPathway, EnrolPatient, PathwayRow, PatientPathways
from icm_desktop.domain.pathways.due import StepDue
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say
from icm_desktop.words.pathways import why


def pathways_command(arguments: argparse.Namespace) -> Output:
    """The shipped pathways; one adopted by a named clinician; a patient put into one; what is due; what is skipped."""
    if arguments.action in ("due", "apply") and not arguments.patient:
        raise Invalid("cli.pathways_patient")
    if arguments.action in ("adopt", "apply") and not arguments.pathway:
        raise Invalid("cli.pathways_pathway")
    practice = open_practice(arguments)
    try:
        for one in practice.run("queries.pathways.refused"):
            notice(say("cli.pathway_refused", file=one.file, line=one.line, reason=one.reason))
        if arguments.action == "variation":
            return _variation(practice, arguments)
        if arguments.action == "adopt":
            _adopt(practice, arguments.pathway, arguments.by)
        if arguments.action in ("list", "adopt"):
            return _list(practice.run("queries.pathways.shipped"))
        patient_id = practice.run("queries.references.find_patient", arguments.patient)
        if arguments.action == "apply":
            practice.run("services.pathways.enrol", EnrolPatient(patient_id, arguments.pathway))
        return _due(practice.run("queries.pathways.of_patient", patient_id, arguments.date))
    finally:
        practice.close()


def _adopt(practice: OpenPractice, pathway: str, by: str) -> None:
    """Adopt a pathway as it is shipped now; an unknown one is refused by the service."""
    rows: tuple[PathwayRow, ...] = practice.run("queries.pathways.shipped")
    digest = next((row.digest for row in rows if row.id == pathway), "")
    practice.run("services.pathways.adopt", AdoptPathway(pathway, digest, by))


def _variation(practice: OpenPractice, arguments: argparse.Namespace) -> Output:
    """Steps that were skipped, of how many and why; with `--per-patient` everybody who is counted."""
    practice.run("services.pathway_work.reckon")
    asked = AskVariation(arguments.group, arguments.pathway or "")
    found: Variation = practice.run("queries.pathway_variation.variation", asked)
    document = [_varied(practice, found, row, arguments.per_patient) for row in found.rows]
    lines = [
        (row.group_name, row.pathway_title, row.title, f"{row.skipped}/{row.asked}", row.overdue, row.declined,
         row.not_applicable, "; ".join(reason for reason, _ in row.reasons))
        for row in found.rows
    ]  # fmt: skip
    heads = ("By", "Pathway", "Step", "Skipped", "Overdue", "Declined", "Not applicable", "Reasons")
    return Output(document, table(heads, lines))


def _varied(practice: OpenPractice, found: Variation, row: VariationRow, per_patient: bool) -> dict[str, Any]:
    counted = {name: getattr(row, name) for name in ("asked", "done", "on_time", "deferred", *SKIPPED)}
    document = {
        "group": row.group_name if found.by != "step" else None,
        "pathway": row.pathway,
        "activity": row.activity,
        "title": row.title,
        **counted,
        "skipped": row.skipped,
        "reasons": [{"reason": reason, "count": count} for reason, count in row.reasons],
    }
    if per_patient:
        asked = AskBehind(found.by, row.group, row.pathway, row.activity)
        people: tuple[BehindRow, ...] = practice.run("queries.pathway_variation.behind", asked)
        document["patients"] = [
            {"ref": one.head.record_number, "state": one.stands, "due": plain(one.due), "reason": one.reason,
             "decided_by": one.decided_by, "decided_on": plain(one.decided_on)}
            for one in people
        ]  # fmt: skip
    return document


def _list(rows: tuple[PathwayRow, ...]) -> Output:
    document = [plain(row) for row in rows]
    lines = [(row.id, row.title, row.version, row.mark, row.steps, row.adopted_by, row.source) for row in rows]
    return Output(document, table(("Id", "Pathway", "Version", "Mark", "Steps", "Adopted by", "Source"), lines))


def _due(found: PatientPathways) -> Output:
    """As the screen: what is confirmed, then what would be due besides; another pathway may ask for the same sooner."""
    confirmed = {(one.pathway, one.step) for one in found.due}
    besides = [one for one in found.preview if (one.pathway, one.step) not in confirmed]
    document = [*(_step(one, True) for one in found.due), *(_step(one, False) for one in besides)]
    lines = [(row["due"], row["state"], row["title"], row["pathway"], row["owner"], row["why"]) for row in document]
    return Output(document, table(("Due", "State", "What", "Pathway", "Owner", "Why"), lines))


def _step(one: StepDue, confirmed: bool) -> dict[str, Any]:
    return {
        "pathway": one.pathway,
        "also_in": list(one.also_in),
        "step": one.step,
        "title": one.title,
        "last": plain(one.last),
        "interval": one.interval.iso,
        "why": why(one, say, dt.date.isoformat),
        "due": plain(one.due),
        "state": one.state,
        "owner": ", ".join(one.owner),
        "confirmed": confirmed,
        "source": one.source,
        "mark": one.mark,
    }
