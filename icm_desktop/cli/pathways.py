"""`pathways list` and `pathways due`."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.pathways import PathwayRow, PatientPathways
from icm_desktop.domain.pathways.due import StepDue
from icm_desktop.errors import Invalid
from icm_desktop.words import say
from icm_desktop.words.pathways import why


def pathways_command(arguments: argparse.Namespace) -> Output:
    """The shipped pathways, or what of them is due for one patient on a day."""
    if arguments.action == "due" and not arguments.patient:
        raise Invalid("cli.pathways_patient")
    practice = open_practice(arguments)
    try:
        if arguments.action == "list":
            return _list(practice.run("queries.pathways.shipped"))
        patient_id = practice.run("queries.references.find_patient", arguments.patient)
        return _due(practice.run("queries.pathways.of_patient", patient_id, arguments.date))
    finally:
        practice.close()


def _list(rows: tuple[PathwayRow, ...]) -> Output:
    document = [plain(row) for row in rows]
    lines = [(row.id, row.title, row.version, row.mark, row.steps, row.source) for row in rows]
    return Output(document, table(("Id", "Pathway", "Version", "Mark", "Steps", "Source"), lines))


def _due(found: PatientPathways) -> Output:
    in_pathway = {(one.pathway, one.step) for one in found.due}
    document = [_step(one, (one.pathway, one.step) in in_pathway) for one in found.preview]
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
