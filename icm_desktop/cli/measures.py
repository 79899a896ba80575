"""`measures list`, `measures evaluate` and `value-sets import`."""

from __future__ import annotations

import argparse
from typing import Any

from icm_desktop.cli.output import OnStderr, Output, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.measures import (
    AskMeasure,
    AskPeople,
    ImportValueSets,
    MeasuredPerson,
    MeasureResult,
    MeasureRow,
    Rate,
    ValueSetsImported,
)
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice

_SLICE = 500
_MANY = 2000  # patients whose facts take some seconds


def measures_command(arguments: argparse.Namespace) -> Output:
    """What there is; or one measure over a period, with everybody in it."""
    if arguments.action == "evaluate" and (not arguments.measure or not arguments.period):
        raise Invalid("cli.measures_what")
    practice = open_practice(arguments)
    try:
        if arguments.action == "list":
            return _list(practice.run("queries.measure_results.shipped"))
        start, end = arguments.period
        asked = AskMeasure(arguments.measure, start, end, arguments.edition)
        practice.run("services.measure_facts.reckon", progress=OnStderr("cli.measures_progress", _MANY))
        found: MeasureResult = practice.run("queries.measure_results.result", asked)
        document = _evaluated(found)
        if arguments.per_patient:
            document["patients"] = _people(practice, asked)
        return Output(document, _text(found))
    finally:
        practice.close()


def value_sets_command(arguments: argparse.Namespace) -> Output:
    """Read ValueSet files."""
    practice = open_practice(arguments)
    try:
        request = ImportValueSets(tuple(arguments.paths))
        done: ValueSetsImported = practice.run("services.value_sets.import_files", request)
    finally:
        practice.close()
    counts = {name: sum(one.status == name for one in done.files) for name in ("imported", "unchanged", "refused")}
    files = [
        {"path": one.path, "status": one.status, "reason": one.reason, "url": one.url, "title": one.title,
         "codes": one.codes}
        for one in done.files
    ]  # fmt: skip
    rows = [(one.status, one.title, one.codes, one.reason or "") for one in done.files]
    return Output({**counts, "files": files}, table(("Status", "Title", "Codes", "Why"), rows))


def _list(rows: tuple[MeasureRow, ...]) -> Output:
    document = [
        {"id": one.id, "edition": one.edition, "title": one.title["en"], "version": one.version,
         "source": one.source, "mark": one.mark, "better": one.better, "family": one.family,
         "groups": len(one.groups)}
        for one in rows
    ]  # fmt: skip
    lines = [(one.id, one.edition, one.title["en"], one.version, one.better, one.mark) for one in rows]
    return Output(document, table(("Id", "Edition", "Measure", "Version", "Better", "Mark"), lines))


def _evaluated(found: MeasureResult) -> dict[str, Any]:
    return {
        "measure": found.row.id,
        "edition": found.row.edition,
        "version": found.row.version,
        "period": {"start": found.start.isoformat(), "end": found.end.isoformat()},
        "groups": [_populations(rate) for rate in found.rates],
        "rates": [
            {"title": rate.title["en"], "counted": rate.counted, "percent": rate.percent, "low": rate.low,
             "high": rate.high}
            for rate in found.rates
        ],
        "codes": [
            {"name": one.name, "url": one.url, "source": one.source, "version": one.version, "codes": one.codes}
            for one in found.codes
        ],
    }  # fmt: skip


def _populations(rate: Rate) -> dict[str, int]:
    return {
        "initial-population": rate.initial,
        "denominator": rate.denominator,
        "denominator-exclusion": rate.exclusions,
        "numerator": rate.numerator,
        "denominator-exception": rate.exceptions,
    }


def _people(practice: OpenPractice, asked: AskMeasure) -> list[dict[str, Any]]:
    document: list[dict[str, Any]] = []
    while True:
        page = AskPeople(asked, part="initial", limit=_SLICE, offset=len(document), evidence=False)
        people: tuple[MeasuredPerson, ...] = practice.run("queries.measured_people.people", page).rows
        sources = practice.run("queries.sources.sources", [one.head.id for one in people])
        document += [
            {"ref": one.head.record_number, "sources": list(sources[one.head.id]),
             "groups": [dict(each) for each in one.populations]}
            for one in people
        ]  # fmt: skip
        if len(people) < _SLICE:
            return document


def _text(found: MeasureResult) -> str:
    rows = [
        (rate.title["en"], rate.initial, rate.denominator, rate.exclusions, rate.exceptions, rate.numerator,
         "not enough data" if rate.percent is None or rate.low is None or rate.high is None
         else f"{rate.percent:.1f} % ({rate.low:.1f} to {rate.high:.1f})")
        for rate in found.rates
    ]  # fmt: skip
    heads = ("Rate", "Initial", "Denominator", "Excluded", "Exceptions", "Numerator", "Of those who count (95 %)")
    codes = ["", "Lists of codes:"] + [f"  {one.source}: {one.name}" for one in found.codes]
    return "\n".join([table(heads, rows), *codes])
