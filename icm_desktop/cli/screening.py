"""`screen list` and `screen score`: questionnaires and what answers come to. Saves nothing, needs no database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.content.instruments import instruments
from icm_desktop.domain.instruments import answers
from icm_desktop.domain.instruments.answers import WrongAnswer
from icm_desktop.domain.instruments.definition import Instrument
from icm_desktop.domain.instruments.scoring import Outcome, Person, Scored, outcome
from icm_desktop.errors import Invalid, NotFound

_LONGEST_FILE = 1_000_000  # bytes: no questionnaire comes near


def screen_command(arguments: argparse.Namespace) -> Output:
    """The shipped questionnaires, or the score of a file of answers."""
    if arguments.action == "list":
        return _list()
    if not arguments.instrument or arguments.answers is None:
        raise Invalid("cli.screen_what")
    found = instruments().get(arguments.instrument)
    if found is None:
        raise NotFound("cli.screen_unknown", instrument=arguments.instrument)
    scored = outcome(found, _read(found, arguments.answers), Person(arguments.sex), arguments.cut_off)
    document = _document(found, scored)
    return Output(document, "\n".join(_lines(document)))


def _list() -> Output:
    found = instruments().values()
    document = [
        {
            "instrument": one.id,
            "version": one.version,
            "title": one.title["en"],
            "about": one.about["en"],
            "languages": list(one.languages),
            "items": len(one.items),
            "licence": one.licence.use,
            "source": one.source,
            "mark": one.mark,
        }
        for one in found
    ]
    lines = [
        tuple(row[key] for key in ("instrument", "title", "items", "licence", "mark", "source")) for row in document
    ]
    return Output(document, table(("Id", "Questionnaire", "Items", "Licence", "Mark", "Source"), lines))


def _read(instrument: Instrument, file: Path) -> answers.Answers:
    try:
        if file.stat().st_size > _LONGEST_FILE:
            raise Invalid("cli.screen_file", file=file.name)
        given = json.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Invalid("cli.screen_file", file=file.name) from error
    if not isinstance(given, dict):
        raise Invalid("cli.screen_file", file=file.name)
    try:
        return answers.read(instrument, given)
    except WrongAnswer as wrong:
        raise Invalid(f"screening.{wrong.reason}", item=wrong.item[:80], value=wrong.value[:80]) from wrong


def _document(instrument: Instrument, found: Outcome) -> dict[str, Any]:
    first = found.scores[0]
    return {
        "instrument": instrument.id,
        "version": instrument.version,
        "score": first.value,
        "band": first.band.id if first.band else None,
        "positive": found.positive,
        "complete": found.complete,
        "missing": list(found.missing),
        "alerts": [{"id": one.id, "text": one.words["en"], "source": one.source} for one in found.alerts],
        "notes": [{"id": one.id, "text": one.words["en"], "source": one.source} for one in found.notes],
        "scores": [_score(one) for one in found.scores],
        "source": instrument.source,
        "mark": instrument.mark,
    }


def _score(one: Scored) -> dict[str, Any]:
    return {
        "id": one.score.id,
        "title": one.score.words["en"],
        "loinc": one.score.loinc,
        "value": one.value,
        "so_far": one.so_far,
        "out_of": one.out_of,
        "band": one.band.words["en"] if one.band else None,
        "positive": one.positive,
        "cut_off": plain(one.cut_off),
        "source": one.score.source,
        "mark": one.score.mark,
    }


def _lines(document: dict[str, Any]) -> list[str]:
    """What it comes to, alerts first."""
    lines = [f"! {one['text']} ({one['source']})" for one in document["alerts"]]
    rows = [
        (one["title"], "not complete" if one["value"] is None else one["value"], one["band"], _said(one["positive"]),
         one["cut_off"]["source"] if one["cut_off"] else None)
        for one in document["scores"]
    ]  # fmt: skip
    lines.append(table(("Score", "Value", "Band", "Screen", "Cut-off"), rows))
    if document["missing"]:
        lines.append(f"Not answered: {', '.join(document['missing'])}")
    return lines + [one["text"] for one in document["notes"]]


def _said(positive: bool | None) -> str:
    return {True: "positive", False: "negative", None: "cannot be told"}[positive]
