"""What pathways ask for, patient by patient, in one table that Today ranks and counts by; it holds no fact of its own.

Which days are due is reckoned from the facts by `icm_desktop`, so it cannot be done by triggers as in `db.standing`.
Triggers note instead, whoever writes, of which patients the facts changed (`pathway_stale`). `pathway_checked` has a
row for every patient: on which day the work was reckoned, from which day on time alone may change it, and by which
content. `outdated` is whoever must be reckoned again; derived, so not audited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection

from db import stale_marks, table_changes
from db.engine import driver_connection
from db.search import as_text

OPEN, DECLINED, NOT_APPLICABLE = "open", "declined", "not_applicable"
NEVER = "9999-12-31"


class Row(NamedTuple):  # a whole practice has a million: a dataclass takes three times as long
    """One activity of one patient; days are ISO texts.

    `state`: open, done (for good), declined or not_applicable. `due_on` is None for what is done at each visit.
    Overdue after `overdue_after`, due from `due_on`, due soon from `soon_from`. `pathways`: the one that asks for it
    first, then the others, with a blank between. `owner`: as in its file; `role`: who of the practice sees to it;
    `whose`: the id of the user, 0 nobody's. `done_by`: lab, visit, call, referral ... `listed`: "today", "visit" (only
    when the patient comes) or "elsewhere" (another list of the program has it). `sum`: what the due day was counted
    from, as JSON. `held_until`: somebody put it off till then.
    """

    patient_id: int
    activity: str
    state: str
    pathways: str
    step: str
    due_on: str | None
    soon_from: str | None
    overdue_after: str | None
    last_on: str | None
    owner: str
    role: str
    whose: int
    done_by: str
    listed: str
    sum: str
    held_until: str | None = None


class Checked(NamedTuple):
    """That one patient's work was reckoned: on which day, good until before which day, by which content.

    `content`: of all that the practice works by; `theirs`: of what may ask something of this patient.
    """

    patient_id: int
    checked_on: str
    again_on: str
    content: str
    theirs: str


COLUMNS = Row._fields
_NAMES = ", ".join(COLUMNS)
_KEY = itemgetter(0, 1)  # the primary key
_INDEXED = ("state", "due_on", "overdue_after", "role", "whose", "listed", "held_until")  # and counted by
_WORDS = tuple(name for name in COLUMNS[2:] if name not in _INDEXED)
_LISTED_BY = itemgetter(*map(COLUMNS.index, _INDEXED))
_WORDS_OF = itemgetter(*map(COLUMNS.index, _WORDS))
# Facts a pathway looks at: a change of any column may matter, so every update marks its patient.
_IMPORTED = (
    "condition", "medication_entry", "observation", "observation_component", "questionnaire_response", "procedure",
    "immunization", "encounter", "service_request",
)  # fmt: skip
_FACTS = (*_IMPORTED, "contact_log", "step_decision", "pathway_enrolment", "pathway_target")
_STALE = "pathway_stale"
_PATIENT = stale_marks.mark(_STALE, "NEW.id")
_PERSON = "birth_date, sex, deceased, deceased_on, coordinator_id, removed_at, import_id"


DDL: list[str] = [
    (
        "CREATE TABLE pathway_due (patient_id INTEGER NOT NULL, activity TEXT NOT NULL, state TEXT NOT NULL, "
        "pathways TEXT NOT NULL, step TEXT NOT NULL, due_on TEXT, soon_from TEXT, overdue_after TEXT, last_on TEXT, "
        "owner TEXT NOT NULL, role TEXT NOT NULL, whose INTEGER NOT NULL, done_by TEXT NOT NULL, listed TEXT NOT NULL, "
        "sum TEXT NOT NULL, held_until TEXT, PRIMARY KEY (patient_id, activity)) WITHOUT ROWID"
    ),
    (
        "CREATE INDEX ix_pathway_due_due_on ON pathway_due "
        "(listed, state, due_on, patient_id, activity, overdue_after, role, whose)"
    ),
    "CREATE INDEX ix_pathway_due_activity ON pathway_due (activity, patient_id)",
    "CREATE INDEX ix_pathway_due_held_until ON pathway_due (held_until) WHERE held_until IS NOT NULL",
    stale_marks.create(_STALE),
    (
        "CREATE TABLE pathway_checked (patient_id INTEGER PRIMARY KEY, checked_on TEXT NOT NULL, "
        "again_on TEXT NOT NULL, content TEXT NOT NULL, theirs TEXT NOT NULL)"
    ),
    "CREATE INDEX ix_pathway_checked_checked_on ON pathway_checked (checked_on)",
    "CREATE INDEX ix_pathway_checked_again_on ON pathway_checked (again_on)",
    "CREATE INDEX ix_pathway_checked_content ON pathway_checked (content)",
    *(trigger for table in _FACTS for trigger in stale_marks.of_facts(_STALE, table)),
    f"CREATE TRIGGER pathway_stale_patient_added AFTER INSERT ON patient BEGIN {_PATIENT} END",
    f"CREATE TRIGGER pathway_stale_patient_changed AFTER UPDATE OF {_PERSON} ON patient BEGIN {_PATIENT} END",
    stale_marks.of_purged_patient(_STALE, "pathway_due", "pathway_checked"),
    stale_marks.of_import(_STALE, _IMPORTED, stale_marks.of_imported_patients(_STALE)),
]


def stale(connection: Connection, most: int) -> list[int]:
    """Patients whose facts changed since their work was reckoned; the first `most`."""
    return stale_marks.first(connection, _STALE, most)


def outdated(connection: Connection, day: str, content: str) -> list[int]:
    """Patients whose rows may not be right on a day, in order of their ids.

    Args:
        connection: The running transaction.
        day: ISO.
        content: What the practice goes by now, as it is noted with each patient.
    """
    return stale_marks.union(connection, outdated_parts(day, content))


def outdated_parts(day: str, content: str) -> list[stale_marks.Part]:
    """The same as tables with conditions, each answered by its index."""
    return [
        (_STALE, ()),
        ("pathway_checked WHERE checked_on > ?", (day,)),
        ("pathway_checked WHERE again_on <= ?", (day,)),
        ("pathway_checked WHERE content < ?", (content,)),
        ("pathway_checked WHERE content > ?", (content,)),
    ]


def was_reckoned_after(connection: Connection, day: str) -> bool:
    """Whether the work of anybody was reckoned on a later day (ISO)."""
    query = "SELECT EXISTS (SELECT 1 FROM pathway_checked WHERE checked_on > ?)"
    return bool(driver_connection(connection).execute(query, (day,)).fetchone()[0])


def checked(connection: Connection, ids: Iterable[int]) -> dict[int, Checked]:
    """When and by what the work of these patients was reckoned, without those whose facts changed since."""
    query = (
        "SELECT * FROM pathway_checked AS c WHERE patient_id IN (SELECT value FROM json_each(?)) "
        "AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = c.patient_id)"
    )
    return {row[0]: Checked(*row) for row in driver_connection(connection).execute(query, (as_text(ids),))}


def keep(connection: Connection, ids: Iterable[int], content: str) -> None:
    """What is kept of these patients is right by this content too."""
    query = "UPDATE pathway_checked SET content = ? WHERE patient_id IN (SELECT value FROM json_each(?))"
    raw = driver_connection(connection)
    raw.execute(query, (content, as_text(ids)))
    table_changes.note(raw, "pathway_due")


class Difference(NamedTuple):
    """What must change in the table: the keys of rows that go, and new rows; rows that stay are left alone.

    `reworded`: what lists neither find nor count by (`_WORDS`), and the key. It is changed in place, without an index.
    All are plain tuples: another process hands them over, which takes three times as long with names.
    """

    gone: list[tuple[int, str]]
    new: list[tuple[Any, ...]]
    reworded: list[tuple[Any, ...]]


def difference(connection: Connection, rows: Iterable[Row], ids: Iterable[int]) -> Difference:
    """Between what is kept of these patients and what was reckoned for them."""
    before, after = set(_stored(connection, ids)), set(rows)  # plain tuples are equal to rows: none is made of each
    gone = {_KEY(row): row for row in before - after}
    new, reworded = list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    for row in sorted(after - before, key=_KEY):
        was = gone.get(_KEY(row))
        if was is not None and _LISTED_BY(was) == _LISTED_BY(row):
            reworded.append((*_WORDS_OF(row), *_KEY(row)))
            del gone[_KEY(row)]
        else:
            new.append(tuple(row))
    return Difference(list(gone), new, reworded)


def change(connection: Connection, found: Difference, checked: Sequence[Checked]) -> None:
    """Keep what was reckoned for the patients who were checked."""
    raw = driver_connection(connection)
    raw.executemany("DELETE FROM pathway_due WHERE patient_id = ? AND activity = ?", found.gone)
    marks = ", ".join("?" * len(COLUMNS))
    raw.executemany(f"INSERT INTO pathway_due ({_NAMES}) VALUES ({marks})", found.new)  # noqa: S608  our own words only
    words = ", ".join(f"{name} = ?" for name in _WORDS)
    query = f"UPDATE pathway_due SET {words} WHERE patient_id = ? AND activity = ?"  # noqa: S608
    raw.executemany(query, found.reworded)
    ids = as_text(one.patient_id for one in checked)
    for name in ("pathway_checked", "pathway_stale"):
        raw.execute(f"DELETE FROM {name} WHERE patient_id IN (SELECT value FROM json_each(?))", (ids,))  # noqa: S608
    raw.executemany("INSERT INTO pathway_checked VALUES (?, ?, ?, ?, ?)", checked)
    table_changes.note(raw, "pathway_due")


def of_patients(connection: Connection, ids: Iterable[int]) -> Iterator[Row]:
    """The kept rows of these patients."""
    return map(Row._make, _stored(connection, ids))


def _stored(connection: Connection, ids: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    query = f"SELECT {_NAMES} FROM pathway_due WHERE patient_id IN (SELECT value FROM json_each(?))"  # noqa: S608
    found: Iterator[tuple[Any, ...]] = driver_connection(connection).execute(query, (as_text(ids),))
    return found


def mark_all(connection: Connection) -> None:
    """Nothing of anybody has been reckoned yet: for a file from before there was the table."""
    stale_marks.mark_all(connection, _STALE)


def work_faults(raw: Any) -> list[str]:
    """Tables that do not fit each other: work of somebody never reckoned, somebody of whom nothing is known.

    Args:
        raw: The driver's connection.
    """
    return stale_marks.faults(raw, "pathway_checked", "pathway_due", _STALE)
