"""`import` of lists in CSV: what their columns mean, as said, remembered or guessed; refused lines written out."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from icm_desktop.cli.output import notice
from icm_desktop.contracts.csv_files import ListLook, LookAtList, SaveRefused
from icm_desktop.contracts.exchange import ImportReport
from icm_desktop.domain.csv_mapping import FIELDS, CsvMapping, lacking
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say


def mappings(practice: OpenPractice, arguments: argparse.Namespace) -> tuple[CsvMapping, ...]:
    """The mappings of the lists that are named; without --list only what is remembered is used.

    Raises:
        Invalid: exchange.list_unreadable, exchange.list_no_column, exchange.list_no_field, exchange.list_lacks,
            exchange.list_dates, exchange.refused_needs_list.
    """
    lists = [path for path in arguments.paths if path.lower().endswith(".csv") and Path(path).is_file()]
    if arguments.refused is not None and (len(lists) != 1 or len(arguments.paths) != 1):
        raise Invalid("exchange.refused_needs_list")
    if arguments.list is None:
        return ()
    found = []
    for path in lists:
        seen: ListLook = practice.run("services.csv_files.look", LookAtList(path))
        if not seen.known:
            found.append(_mapping(seen, arguments))
    return tuple(found)


def _mapping(seen: ListLook, arguments: argparse.Namespace) -> CsvMapping:
    name, kind = Path(seen.path).name, arguments.list
    columns = dict(seen.columns_of(kind))
    for each in arguments.column:
        field, _, column = each.partition("=")
        if field not in FIELDS[kind]:
            raise Invalid("exchange.list_no_field", kind=kind, name=field, fields=", ".join(FIELDS[kind]))
        if column not in seen.headers:
            shown = ", ".join(seen.headers)
            raise Invalid("exchange.list_no_column", path=name, column=column or "(empty)", columns=shown)
        columns[field] = seen.headers.index(column)
    missing = lacking(kind, columns)
    if missing:
        raise Invalid("exchange.list_lacks", path=name, what={"patient": "number"}.get(missing, missing))
    orders = seen.orders_of(kind, columns)
    dates = arguments.dates or seen.mapping.dates or (orders[0] if len(orders) == 1 else "")
    if not dates and orders:
        raise Invalid("exchange.list_dates", path=name)
    source = arguments.sender or seen.mapping.source
    return dataclasses.replace(seen.mapping, kind=kind, columns=tuple(columns.items()), dates=dates, source=source)


def save_refused(practice: OpenPractice, arguments: argparse.Namespace, report: ImportReport) -> None:
    """Write the refused lines of the one list where they were asked for; nothing where there are none."""
    lines = report.files[0].lines if report.files else ()
    if arguments.refused is None or not lines:
        return
    practice.run("services.csv_files.save_refused", SaveRefused(arguments.paths[0], lines, str(arguments.refused)))
    notice(say("cli.refused_saved", count=len(lines), path=arguments.refused))
