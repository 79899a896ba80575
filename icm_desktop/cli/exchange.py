"""`import`, `import list` and `import undo`."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
from typing import Any

from icm_desktop.cli import csv_lists
from icm_desktop.cli.output import OnStderr, Output, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.exchange import (
    Counts,
    ImportReport,
    ImportRequest,
    ImportRow,
    ImportUndone,
    UndoImport,
)
from icm_desktop.errors import Invalid
from icm_desktop.words import say


def import_command(arguments: argparse.Namespace) -> Output:
    """Read files and folders as one import; refused files are in the report and do not stop the others.

    A file or folder of the name "list" or "undo" is named as ./list.
    """
    if arguments.paths == ["list"]:
        return _list(arguments)
    if arguments.paths[0] == "undo":
        return _undo(arguments)
    practice = open_practice(arguments)
    try:
        paths = tuple(arguments.paths)
        request = ImportRequest(paths, arguments.dry_run, csv_lists.mappings(practice, arguments))
        progress = OnStderr("cli.import_progress_dry" if request.dry_run else "cli.import_progress")
        report: ImportReport = practice.run("services.exchange.import_files", request, progress=progress)
        csv_lists.save_refused(practice, arguments, report)
    finally:
        practice.close()
    return Output(_document(report), _text(report))


def _list(arguments: argparse.Namespace) -> Output:
    practice = open_practice(arguments)
    try:
        rows: tuple[ImportRow, ...] = practice.run("services.exchange.list_imports")
    finally:
        practice.close()
    cells = [
        (row.id, row.state, _instant(row.started_at), row.by, row.files, row.created, row.updated, row.patients)
        for row in rows
    ]
    heads = ("Id", "State", "Started", "By", "Files", "Created", "Updated", "Patients")
    return Output([_listed(row) for row in rows], table(heads, cells))


def _listed(row: ImportRow) -> dict[str, Any]:
    document = dataclasses.asdict(row)
    document["reason"] = document.pop("undo_reason")
    return {name: _instant(value) if isinstance(value, dt.datetime) else value for name, value in document.items()}


def _instant(value: dt.datetime | None) -> str | None:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if value else None


def _undo(arguments: argparse.Namespace) -> Output:
    words = arguments.paths[1:]
    if len(words) != 1 or not words[0].isdecimal():
        raise Invalid("exchange.undo_needs_id")
    practice = open_practice(arguments)
    try:
        request = UndoImport(int(words[0]), arguments.reason)
        done: ImportUndone = practice.run("services.exchange.undo_import", request)
    finally:
        practice.close()
    told = {"id": done.id, "patients": done.patients, "removed": done.removed, "restored": done.restored}
    return Output(told, say("cli.import_undone", **told))


def _document(report: ImportReport) -> dict[str, Any]:
    return {
        "id": report.id,
        "files": [
            {
                "path": file.path,
                "status": file.status,
                "reason": file.reason,
                "resources": {kind: dataclasses.asdict(counts) for kind, counts in file.resources},
                "notes": list(file.notes),
                "refused_lines": [{"line": line, "reason": reason} for line, reason in file.lines],
            }
            for file in report.files
        ],
        "totals": {kind: dataclasses.asdict(counts) for kind, counts in report.totals},
        "matches": [
            {"refs": list(match.refs), "certainty": match.certainty, "reasons": list(match.reasons)}
            for match in report.matches
        ],
        "differences": report.differences,
        "left_out": [
            {"type": one.kind, "elements": one.elements, "count": one.count, "why": one.why, "kept": one.kept}
            for one in report.left_out
        ],
    }


def _text(report: ImportReport) -> str:
    names = [field.name for field in dataclasses.fields(Counts)]
    rows = [(kind, *(getattr(counts, name) for name in names)) for kind, counts in report.totals]
    lines = [table(("Type", *(name.replace("_", " ") for name in names)), rows)]
    lines += [f"{file.status}: {file.path}: {file.reason}" for file in report.files if file.status != "imported"]
    lines += [f"{note}" for file in report.files for note in file.notes]
    lines += [f"{match.certainty}: {match.refs[0]} and {match.refs[1]} look alike" for match in report.matches]
    if report.differences:
        lines.append(say("cli.import_differences", count=report.differences))
    left = [(one.kind, one.elements, one.count, one.why.replace("_", " ")) for one in report.left_out]
    if left:
        lines += ["", say("cli.import_left_out"), table(("Type", "Elements", "Times", "Why"), left)]
    return "\n".join(lines)
