"""The CSV tables Synthea writes: one file for each sort of thing, tied together by ids.

Source: Synthea, CSV File Data Dictionary. The files of one folder are one import; each can also come alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from icm_desktop.exchange.csv_files.synthea_facts import FACTS
from icm_desktop.exchange.csv_files.synthea_people import PEOPLE
from icm_desktop.exchange.csv_files.table import Shape, lines_of, named
from icm_desktop.exchange.fhir.reading import Broken, Entry, Left, Remark, Unreadable
from icm_desktop.exchange.fhir.values import Json

SOURCE = "synthea-csv"
Row = dict[str, str]
_BILLS = frozenset({"claims", "claims_transactions"})
_PATIENT_OF_BILL = "PATIENTID"


@dataclass(frozen=True, slots=True)
class Table:
    """What rows of one table become. `key`: the columns that tell its rows apart where they have no id."""

    kind: str
    needs: frozenset[str]
    make: Callable[[Row], Json | None]
    key: tuple[str, ...] = ()


TABLES: dict[str, Table] = {
    name: Table(kind, frozenset(needs.split()), make, tuple(key.split()))
    for name, (kind, needs, make, key) in {**PEOPLE, **FACTS}.items()
}


def table_of(path: Path, shape: Shape) -> str | None:
    """Which table of Synthea a file is, by its name and columns; None when it is none."""
    name, has = path.stem.lower(), {header.upper() for header in shape.headers}
    if name in _BILLS and _PATIENT_OF_BILL in has:
        return name
    table = TABLES.get(name)
    return name if table is not None and table.needs <= has else None


def synthea_entries(path: Path, shape: Shape, name: str) -> Iterator[Entry | Broken | Left | Remark]:
    """Every row of a table as a resource, in order.

    Raises:
        Unreadable: bills, which are not read.
    """
    if name in _BILLS:
        raise Unreadable("Bills in CSV are not read.", skipped=True)
    table, names = TABLES[name], [header.upper() for header in shape.headers]
    same: Counter[str] = Counter()
    for row in _rows(path, shape, names, table, name):
        if isinstance(row, Broken):
            yield row
            continue
        made = table.make(row)
        if made is None:
            yield Left(f"{row.get('CODE')}: a figure of the generator, not of the patient", table.kind)
            continue
        made = {field: value for field, value in made.items() if value not in (None, "", [], {})}
        made["resourceType"] = table.kind
        made["id"] = row["ID"] if row.get("ID") and not table.key else _key(row, table.key, name, same)
        yield Entry(made, None, 0, SOURCE)
        if name == "providers":
            yield Entry(_role(row), None, 0, SOURCE)


def _role(row: Row) -> Json:
    """Where a provider works, and as what."""
    specialty = row.get("SPECIALITY") or row.get("SPECIALTY")
    return {
        "resourceType": "PractitionerRole",
        "id": row["ID"],
        "practitioner": {"reference": f"Practitioner/{row['ID']}"},
        "organization": {"reference": f"Organization/{row.get('ORGANIZATION', '')}"},
        "specialty": [{"text": specialty.capitalize()}] if specialty else [],
    }


def _rows(path: Path, shape: Shape, names: list[str], table: Table, name: str) -> Iterator[Row | Broken]:
    """Rows; the two pressures of one measurement come as one, with the lower in DIASTOLIC."""
    waiting: list[Row] = []
    for line in lines_of(path, shape):
        if line.wrong:
            yield Broken(f"Line {line.number}: {line.wrong}.", table.kind, line.number)
            continue
        row = named(line, names)
        if name != "observations":
            yield row
            continue
        if waiting and _moment(row) != _moment(waiting[0]):
            yield from _pressures(waiting)
            waiting.clear()
        waiting.append(row)
    yield from _pressures(waiting)


def _moment(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("PATIENT", "ENCOUNTER", "DATE"))


def _pressures(rows: list[Row]) -> Iterator[Row]:
    upper = [row for row in rows if row.get("CODE") == "8480-6"]
    lower = [row for row in rows if row.get("CODE") == "8462-4"]
    whole = len(upper) == len(lower) == 1
    for row in rows:
        if whole and row is lower[0]:
            continue
        yield row | {"DIASTOLIC": lower[0].get("VALUE", "")} if whole and row is upper[0] else row


def _key(row: Row, columns: tuple[str, ...], name: str, same: Counter[str]) -> str:
    """An id of what tells a row apart; a row that says the same again gets a number."""
    plain = "|".join((name, *(row.get(column, "") for column in columns)))
    same[plain] += 1
    again = f"|{same[plain]}" if same[plain] > 1 else ""
    return hashlib.blake2b(f"{plain}{again}".encode(), digest_size=16).hexdigest()
