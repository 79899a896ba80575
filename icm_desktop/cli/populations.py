"""`populations`: the target populations of the practice with their numbers, and who is on one and why."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.populations import (
    JOINED,
    LEFT,
    AskMembers,
    Members,
    PopulationList,
    PopulationRow,
    RuleChoices,
)
from icm_desktop.domain.populations import Evidence
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say
from icm_desktop.words.populations import evidence_words, rule_words

_EVERYBODY = 10_000_000


def populations_command(arguments: argparse.Namespace) -> Output:
    """Reckoned anew from the records as they are, then shown.

    Raises:
        UserError: nothing was named; populations.unknown.
    """
    if arguments.action == "show" and not arguments.name:
        raise Invalid("cli.no_population")
    practice = open_practice(arguments)
    try:
        choices: RuleChoices = practice.run("queries.populations.lists.choices")
        if arguments.action == "list":
            practice.run("services.populations.reckon")
            return _list(practice.run("queries.populations.lists.populations_list"), choices)
        practice.run("services.populations.reckon", arguments.name)
        return _show(practice, arguments, choices)
    finally:
        practice.close()


def _list(found: PopulationList, choices: RuleChoices) -> Output:
    document = [_row(one, choices) for one in found.rows]
    lines = [(one["id"], one["title"], one["members"], one["joined"], one["left"], one["excluded"]) for one in document]
    return Output(document, table(("Id", "Population", "Members", "Joined", "Left", "Left out"), lines))


def _row(one: PopulationRow, choices: RuleChoices) -> dict[str, Any]:
    it = one.population
    return {
        "id": it.id,
        "title": it.title["en"],
        "rule": rule_words(it.criteria, say, lambda named, each: choices.words_of(named, each)["en"]),
        "members": one.members,
        "joined": one.joined,
        "left": one.left,
        "excluded": one.excluded,
        "compared_with": plain(one.compared_with),
        "on": plain(one.on),
        "chosen_for_use": it.chosen_for_use,
        "source": it.source or None,
        "version": it.version or None,
        "mark": it.mark or None,
        "own": it.own_id is not None,
    }


def _show(practice: OpenPractice, arguments: argparse.Namespace, choices: RuleChoices) -> Output:
    found: Members = practice.run("queries.populations.lists.members", AskMembers(arguments.name, limit=_EVERYBODY))
    document: dict[str, Any] = _row(found.row, choices)
    lines = [f"{document['title']}: {document['rule']}", f"{document['members']} patients"]
    if arguments.per_patient:
        document["patients"] = [
            {"ref": one.head.record_number, "evidence": [_fact(each) for each in one.evidence],
             "facts": [_words(each) for each in one.evidence], "since": plain(one.since),
             "coordinator": one.coordinator}
            for one in found.rows
        ]  # fmt: skip
        for shown, name in ((JOINED, "joined_patients"), (LEFT, "left_patients")):
            part: Members = practice.run(
                "queries.populations.lists.members", AskMembers(arguments.name, shown, limit=_EVERYBODY)
            )
            document[name] = [one.head.record_number for one in part.rows]
        rows = [(one["ref"], "; ".join(one["facts"])) for one in document["patients"]]
        lines.append(table(("Patient", "Why"), rows))
    return Output(document, "\n".join(lines))


def _fact(one: Evidence) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "what": one.words.get("en") or one.what or None,
        "recorded": one.what or None,
        "day": plain(one.day),
        "value": one.value,
    }


def _words(one: Evidence) -> str:
    return evidence_words(one, say, dt.date.isoformat)
