"""A CSV file to resources: a table of Synthea by itself, any other list by the mapping somebody gave it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from icm_desktop.domain.csv_mapping import COSTS, PATIENTS, CsvMapping, key_of, lacking
from icm_desktop.exchange.csv_files.costs import cost
from icm_desktop.exchange.csv_files.people import Refused, patient, source_of
from icm_desktop.exchange.csv_files.synthea import synthea_entries, table_of
from icm_desktop.exchange.csv_files.table import Line, Shape, lines_of, shape_of
from icm_desktop.exchange.csv_files.visits import visit
from icm_desktop.exchange.fhir.partial import PARTIAL
from icm_desktop.exchange.fhir.reading import Broken, Entry, Left, Remark, Unreadable

Mappings = Mapping[str, CsvMapping]
NOT_MAPPED = (
    "What the columns of this list mean is not known yet. Import it by itself and say it once; "
    "lists with the same columns are then read without asking."
)
_KIND = {PATIENTS: "Patient", COSTS: "ExplanationOfBenefit"}
_ONE = {"Appointment": visit, "ExplanationOfBenefit": cost}


def csv_entries(path: Path, mappings: Mappings, today: dt.date) -> Iterator[Entry | Broken | Left | Remark]:
    """Every resource of a CSV file, in order.

    Args:
        path: The file.
        mappings: What columns mean, by their key.
        today: The day of the practice: nobody is born after it.

    Raises:
        Unreadable: no table, or one whose columns nobody has explained.
    """
    shape = shape_of(path)
    table = table_of(path, shape)
    if table is not None:
        yield from synthea_entries(path, shape, table)
        return
    mapping = mappings.get(key_of(shape.headers))
    if mapping is None or lacking(mapping.kind, (field for field, _ in mapping.columns)):
        raise Unreadable(NOT_MAPPED, skipped=True)
    yield from _listed(path, shape, mapping, today)


def _listed(path: Path, shape: Shape, mapping: CsvMapping, today: dt.date) -> Iterator[Entry | Broken]:
    kind, source = _KIND.get(mapping.kind, "Appointment"), source_of(mapping)
    for line in lines_of(path, shape):
        try:
            if line.wrong:
                raise Refused(line.wrong)
            cells = cells_of(line, mapping)
            one = _ONE.get(kind)
            found = list(patient(cells, mapping, today)) if one is None else [one(cells, mapping, today)]
        except Refused as problem:
            yield Broken(f"Line {line.number}: {problem.reason}.", kind, line.number)
            continue
        for resource in found:
            yield Entry({**resource, "meta": PARTIAL}, None, line.number, source)


def cells_of(line: Line, mapping: CsvMapping) -> dict[str, str]:
    """The filled cells of a line by the field they mean; without the apostrophe that guards against formulas."""
    found = {field: line.cells[place] for field, place in mapping.columns if place < len(line.cells)}
    return {
        field: text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text for field, text in found.items() if text
    }
