"""What quality measures look at, projected from the records into tables any SQL engine could hold.

`measure_fact` has a row for every coded fact and each of its codes that a measure names, by kind (a place in KINDS),
code and the day it began; `measure_person` one for every patient. Days are ordinals (1 January of the year 1 is day 1)
and moments seconds of the practice's own clock since day 0, so that all reckoning with them is plain arithmetic.
Reckoned by `icm_desktop`: triggers note of which patients the records changed (`measure_stale`). It holds no fact of
its own, so it is not audited.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Float, Index, Integer, MetaData, String, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from db import stale_marks
from db.engine import driver_connection
from db.search import as_text

METADATA = MetaData()
# Where a fact opens; a key is the id of the row times 32 and the place of its table here.
RECORDS = (
    *("encounter", "condition", "observation", "procedure", "medication_entry", "medication_dispense"),
    *("service_request", "task", "allergy_intolerance", "source_resource", "referral_event", "patient", "appointment"),
    *("screening_follow_up", "plan_version", "plan_sign_off", "handout", "contact_log", "medication_adherence"),
)
_TABLES_AT_MOST = 32
_ROWS_AT_MOST = 1024  # of one record: its codes times those of its value
KINDS = (
    *("Encounter", "EncounterDiagnosis", "Condition", "Observation", "Component", "Procedure", "MedicationRequest"),
    *("MedicationTaken", "MedicationStatement", "MedicationDispense", "ServiceRequest", "DeviceRequest"),
    *("AllergyIntolerance", "Task", "Death", "Appointment", "Event"),
)
NO_CODE = 0

concept = Table(
    "measure_concept",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("system", String, nullable=False),
    Column("code", String, nullable=False),
)
person = Table(
    "measure_person",
    METADATA,
    Column("patient_id", Integer, primary_key=True),
    Column("born_first", Integer),
    Column("born_last", Integer),
    Column("sex", String),
    Column("counted", Integer, nullable=False),
)
fact = Table(
    "measure_fact",
    METADATA,
    Column("kind", Integer, primary_key=True, autoincrement=False),
    Column("concept_id", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("patient_id", Integer, nullable=False),
    Column("key", Integer, nullable=False),
    Column("status", String),
    Column("intent", String),
    Column("verification", String),
    Column("category", String),
    Column("class_code", String),
    Column("negated", Integer, nullable=False),
    Column("start_at", Integer),
    Column("end_at", Integer),
    Column("start_day", Integer),
    Column("end_day", Integer),
    Column("recorded_at", Integer),
    Column("recorded_day", Integer),
    Column("value_number", Float),
    Column("value_unit", String),
    Column("value_concept_id", Integer),
    Column("has_value", Integer, nullable=False),
    Column("reason_concept_id", Integer),
    Column("amount", Float),
    Column("repeats", Integer),
    Column("related_key", Integer),
    sqlite_with_rowid=False,  # kept in the order of its key: what a measure asks for lies together
)
_INDEXES = (
    Index("uq_measure_concept_system_code", concept.c.system, concept.c.code, unique=True),
    Index("ix_measure_fact_patient_id", fact.c.patient_id),
)

Coded = tuple[str, str]  # system and code


class Person(NamedTuple):
    """One patient; the first and last day of birth that the record can mean, as numbers such as 19601120.

    `counted`: 0 for a record that was removed or merged into another, or whose import is not complete.
    """

    patient_id: int
    born_first: int | None
    born_last: int | None
    sex: str | None
    counted: int = 1


class Row(NamedTuple):  # a whole practice has millions: a dataclass takes three times as long
    """One fact under one of its codes.

    `kind`: the FHIR type, or one of ours (Component, EncounterDiagnosis, MedicationTaken, Death, Event). `category`: as
    "|survey|exam|"; of a medicine the profiles it says it follows. `class_code`: of the encounter it belongs to.
    `negated`: 1 when it was not done or is not to be done, for `reason`. `value`: a coded value; of an encounter where
    the patient went, of a problem how severe it is. `amount`: days a supply lasts; `repeats`: refills allowed.
    `related_key`: of the order a task is about.
    """

    patient_id: int
    kind: str
    key: int
    concept: Coded | None
    status: str | None = None
    intent: str | None = None
    verification: str | None = None
    category: str | None = None
    class_code: str | None = None
    negated: int = 0
    start_at: int | None = None
    end_at: int | None = None
    start_day: int | None = None
    end_day: int | None = None
    recorded_at: int | None = None
    recorded_day: int | None = None
    value_number: float | None = None
    value_unit: str | None = None
    value: Coded | None = None
    has_value: int = 0
    reason: Coded | None = None
    amount: float | None = None
    repeats: int | None = None
    related_key: int | None = None


_COLUMNS = ["patient_id", "kind", "key", "concept_id", *(column.name for column in list(fact.columns)[6:])]
_KIND = _COLUMNS.index("kind")
_CODED = (_COLUMNS.index("concept_id"), _COLUMNS.index("value_concept_id"), _COLUMNS.index("reason_concept_id"))
_FACTS = (
    *("condition", "allergy_intolerance", "medication_entry", "medication_dispense", "observation"),
    *("observation_component", "encounter", "procedure", "service_request", "task", "referral_event"),
    *("appointment", "screening_follow_up", "plan_version", "plan_sign_off", "handout", "contact_log"),
    *("medication_adherence", "transition", "plan_action"),
)
_STALE = "measure_stale"
_PERSON = "birth_date, sex, deceased, deceased_on, removed_at, import_id"
_PATIENT = stale_marks.mark(_STALE, "NEW.id")
# Whatever an import brought or changed has left its resource there, also what became no row.
_OF_IMPORT = (
    f"INSERT INTO {_STALE} (patient_id) SELECT DISTINCT f.patient_id FROM source_resource AS f "  # noqa: S608
    "WHERE f.import_id = NEW.id AND f.patient_id IS NOT NULL "
    f"AND NOT EXISTS (SELECT 1 FROM {_STALE} AS s WHERE s.patient_id = f.patient_id); "
)


def _made(construct: Any) -> str:
    return " ".join(str(construct.compile(dialect=sqlite.dialect())).split())


DDL: list[str] = [
    *(_made(CreateTable(table)) for table in (concept, person, fact)),
    *(_made(CreateIndex(index)) for index in _INDEXES),
    "CREATE TABLE measure_basis (id INTEGER PRIMARY KEY, digest TEXT NOT NULL)",
    stale_marks.create(_STALE),
    *(trigger for table in _FACTS for trigger in stale_marks.of_facts(_STALE, table)),
    f"CREATE TRIGGER measure_stale_patient_added AFTER INSERT ON patient BEGIN {_PATIENT} END",
    f"CREATE TRIGGER measure_stale_patient_changed AFTER UPDATE OF {_PERSON} ON patient BEGIN {_PATIENT} END",
    stale_marks.of_purged_patient(_STALE, "measure_fact", "measure_person"),
    stale_marks.of_import(_STALE, (), stale_marks.of_imported_patients(_STALE) + _OF_IMPORT),
]


def key_of(table: str, row_id: int) -> int:
    """The key of a row of one of RECORDS."""
    return row_id * _TABLES_AT_MOST + RECORDS.index(table)


def record_of(key: int) -> tuple[str, int]:
    """The table and the id of a row with this key."""
    row_id, table = divmod(key, _TABLES_AT_MOST)
    return RECORDS[table], row_id


def stale(connection: Connection) -> list[int]:
    """Every patient whose facts changed since they were projected, in order of their ids."""
    return stale_marks.union(connection, [(_STALE, ())])


def how_many_stale(connection: Connection) -> int:
    """How many patients that are."""
    return int(driver_connection(connection).execute(f"SELECT count(*) FROM {_STALE}").fetchone()[0])  # noqa: S608


def basis(connection: Connection) -> str | None:
    """The digest of the codes that were named when the facts were projected."""
    found = driver_connection(connection).execute("SELECT digest FROM measure_basis").fetchone()
    return found[0] if found else None


def set_basis(connection: Connection, digest: str) -> None:
    """Other codes are named now: nothing of anybody is right any more."""
    raw = driver_connection(connection)
    raw.execute("DELETE FROM measure_basis")
    raw.execute("INSERT INTO measure_basis (id, digest) VALUES (1, ?)", (digest,))
    stale_marks.mark_all(connection, _STALE)


def replace(connection: Connection, people: Sequence[Person], rows: Sequence[Row], ids: Iterable[int]) -> None:
    """Put what was projected for these patients in the place of what there was."""
    raw = driver_connection(connection)
    listed = (as_text(ids),)
    for name in ("measure_fact", "measure_person", _STALE):
        raw.execute(f"DELETE FROM {name} WHERE patient_id IN (SELECT value FROM json_each(?))", listed)  # noqa: S608
    raw.executemany("INSERT INTO measure_person VALUES (?, ?, ?, ?, ?)", people)
    marks = ", ".join("?" * len(_COLUMNS))
    known = _concepts(raw, rows)
    raw.executemany(
        f"INSERT INTO measure_fact ({', '.join(_COLUMNS)}, day, id) VALUES ({marks}, ?, ?)",  # noqa: S608  our words
        map(_numbered, rows, repeat(known), _ids(rows)),
    )


def _numbered(row: Row, known: dict[Coded | None, int | None], number: int) -> list[Any]:
    stored: list[Any] = list(row)
    stored[_KIND] = KINDS.index(row.kind)
    for place in _CODED:
        stored[place] = known[stored[place]]
    stored[_CODED[0]] = stored[_CODED[0]] or NO_CODE
    return [*stored, _day(row), number]


def _ids(rows: Sequence[Row]) -> Iterator[int]:
    """A number for each row that no other has: the key of its record and its place among the rows of that."""
    places: Counter[int] = Counter()
    for row in rows:
        yield row.key * _ROWS_AT_MOST + places[row.key]
        places[row.key] += 1


def _day(row: Row) -> int:
    """The day a fact is kept under: when it began, else when it was recorded."""
    return row.start_day if row.start_day is not None else row.recorded_day or 0


def _concepts(raw: Any, rows: Sequence[Row]) -> dict[Coded | None, int | None]:
    """The number of every code these rows have; new ones get one."""
    known: dict[Coded | None, int | None] = {
        (system, code): number for number, system, code in raw.execute("SELECT id, system, code FROM measure_concept")
    }
    known[None] = None
    asked = {stored for place in _CODED for stored in map(itemgetter(place), rows)}
    for coded in sorted(one for one in asked if one is not None and one not in known):
        added = raw.execute("INSERT INTO measure_concept (system, code) VALUES (?, ?)", coded)
        known[coded] = added.lastrowid
    return known


def concepts(connection: Connection) -> Iterator[tuple[int, str, str]]:
    """Number, system and code of every code that some fact has."""
    found: Iterator[tuple[int, str, str]] = driver_connection(connection).execute(
        "SELECT id, system, code FROM measure_concept"
    )
    return found


def mark_all(connection: Connection) -> None:
    """Nothing of anybody has been projected yet: for a file from before there were the tables."""
    stale_marks.mark_all(connection, _STALE)


def fact_faults(raw: Any) -> list[str]:
    """Tables that do not fit each other: somebody never projected, facts of nobody.

    Args:
        raw: The driver's connection.
    """
    return stale_marks.faults(raw, "measure_person", "measure_fact", _STALE)
