"""Keys that records of one person share: how look-alikes and names that sound alike are found without comparing all.

Derived from patients, their names, numbers and phones, so not audited. Triggers note whose keys are out of date in
`patient_match_due`, whoever writes; the unit of work makes them anew before it commits.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, column, table

from db.engine import driver_connection
from db.sounds import sound_of, words_of

_SHORTEST_PHONE = 7
_MOST_PEOPLE = 60  # a number or date that more people share says nothing about any two of them
_MOST_NAMESAKES = 300
_MOST_WORDS = 4  # of one kind of name
_AT_ONCE = 400
Phones = Iterable[str]

PAIR = table("match_pair", *map(column, ("patient_id", "other_patient_id", "rank", "score", "reasons")))


@dataclass(frozen=True, slots=True)
class Identity:
    """What keys are made of. `names`: (family, given) of the current and all former names; phones are digits."""

    names: Sequence[tuple[str | None, str | None]]
    preferred: str | None = None
    birth_date: str | None = None
    phones: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str | None, str]] = frozenset()


def _due(patient: str) -> str:
    # A trigger runs with the conflict rule of the statement that fires it, so no OR IGNORE here.
    return (
        f"INSERT INTO patient_match_due (patient_id) SELECT {patient} "  # noqa: S608  our own words only
        f"WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = {patient}); "
    )


def _triggers(table: str, columns: str) -> list[str]:
    row = "id" if table == "patient" else "patient_id"
    old_too = "" if table == "patient" else _due("OLD.patient_id")
    gone = (
        "DELETE FROM patient_match_key WHERE patient_id = OLD.id; "
        "DELETE FROM patient_match_due WHERE patient_id = OLD.id; "
        "DELETE FROM match_pair WHERE patient_id = OLD.id; DELETE FROM match_pair WHERE other_patient_id = OLD.id; "
    )
    purged = gone if table == "patient" else _due("OLD.patient_id")
    name = f"CREATE TRIGGER patient_match_{table}"
    return [
        f"{name}_added AFTER INSERT ON {table} BEGIN {_due(f'NEW.{row}')} END",
        f"{name}_changed AFTER UPDATE OF {columns}, removed_at ON {table} BEGIN {old_too}{_due(f'NEW.{row}')} END",
        f"{name}_purged AFTER DELETE ON {table} BEGIN {purged} END",
    ]


DDL: list[str] = [
    (
        "CREATE TABLE patient_match_key (patient_id INTEGER NOT NULL, key TEXT NOT NULL, "
        "PRIMARY KEY (patient_id, key)) WITHOUT ROWID"
    ),
    "CREATE INDEX ix_patient_match_key_key ON patient_match_key (key)",
    "CREATE TABLE patient_match_due (patient_id INTEGER PRIMARY KEY)",
    (
        "CREATE TABLE match_pair (patient_id INTEGER NOT NULL, other_patient_id INTEGER NOT NULL, "
        "rank INTEGER NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL, "
        "PRIMARY KEY (patient_id, other_patient_id), CHECK (patient_id < other_patient_id)) WITHOUT ROWID"
    ),
    "CREATE INDEX ix_match_pair_other_patient_id ON match_pair (other_patient_id)",
    "CREATE INDEX ix_match_pair_rank ON match_pair (rank, score DESC)",
    *_triggers(
        "patient",
        "family, given, preferred_name, suffix, birth_date, sex, multiple_birth, deceased, deceased_on, import_id",
    ),
    *_triggers("patient_name", "patient_id, family, given"),
    *_triggers("patient_identifier", "patient_id, system, value"),
    *_triggers("patient_telecom", "patient_id, system, value, digits"),
    *_triggers("patient_address", "patient_id, line, city, postal_code"),
]


def keys_of(who: Identity) -> set[str]:
    """Every key of a person, the first letter saying of what: sound, identifier, phone, day, year, month and day, name.

    Two records of one person share one as long as not everything about them differs; see `keys_to_ask`.
    """
    families, givens = _sounds(who)
    born = who.birth_date or ""
    keys = {f"s{sound}" for family, given in who.names for word in _all(family, given) if (sound := sound_of(word))}
    keys |= {f"s{sound_of(word)}" for word in words_of(who.preferred)}
    keys |= {f"i{system or ''}|{value}" for system, value in who.identifiers}
    keys |= {f"p{phone}" for phone in who.phones if len(phone) >= _SHORTEST_PHONE}
    pairs = {".".join(sorted((family, given))) for family in families for given in givens}
    keys |= {f"n{pair}" for pair in pairs or {*families, *givens}}
    keys |= {f"y{born[:4]}{pair}" for pair in pairs if len(born) >= 4}
    if len(born) == len("1958-03-04"):
        keys |= {f"d{born}{sound}" for sound in (*families, *givens)}
        keys |= {f"m{born[5:]}{pair}" for pair in pairs}
    else:
        keys |= {f"0{pair}" for pair in pairs or {*families, *givens}}
    return keys


def keys_to_ask(who: Identity) -> set[str]:
    """The keys under which other records of the person are looked for; a mere name only where a date is missing."""
    keys = {key for key in keys_of(who) if key[0] != "s"}
    if len(who.birth_date or "") != len("1958-03-04"):
        return keys
    return {f"0{key[1:]}" if key[0] == "n" else key for key in keys}


def _all(family: str | None, given: str | None) -> list[str]:
    return [*words_of(family)[:_MOST_WORDS], *words_of(given)[:_MOST_WORDS]]


def _sounds(who: Identity) -> tuple[list[str], list[str]]:
    families = dict.fromkeys(sound_of(word) for family, _ in who.names for word in words_of(family)[:2])
    firsts = [*(given for _, given in who.names), who.preferred]
    givens = dict.fromkeys(sound_of(word) for given in firsts for word in words_of(given)[:1])
    return list(families)[:_MOST_WORDS], list(givens)[:_MOST_WORDS]


def sharing(connection: Connection, keys: Iterable[str]) -> Iterator[tuple[str, list[int]]]:
    """Who has each of these keys; nobody for one that too many have.

    Args:
        connection: The running transaction.
        keys: As `keys_to_ask` gives them.
    """
    raw = driver_connection(connection)
    for key in keys:
        most = _MOST_NAMESAKES if key[0] in "n0" else _MOST_PEOPLE
        query = "SELECT patient_id FROM patient_match_key WHERE key = ? LIMIT ? + 0"
        rows = raw.execute(query, (key, most + 1)).fetchall()
        if len(rows) <= most:
            yield key, [row[0] for row in rows]


def sounding(connection: Connection, words: Sequence[str], most: int) -> list[int]:
    """Patients of whose names each word has the sound, in no order."""
    sounds = [f"s{sound_of(word)}" for text in words for word in words_of(text)]
    if not sounds:
        return []
    joins = "".join(
        f" JOIN patient_match_key AS k{place} ON k{place}.patient_id = k0.patient_id AND k{place}.key = ?"
        for place in range(1, len(sounds))
    )
    statement = f"SELECT k0.patient_id FROM patient_match_key AS k0{joins} WHERE k0.key = ? LIMIT ? + 0"  # noqa: S608
    raw = driver_connection(connection)
    return [row[0] for row in raw.execute(statement, (*sounds[1:], sounds[0], most))]


def refresh(connection: Connection) -> list[int]:
    """Make the keys of everybody whose identity changed in this transaction anew.

    Returns:
        Who that was.
    """
    raw = driver_connection(connection)
    ids = [row[0] for row in raw.execute("SELECT patient_id FROM patient_match_due ORDER BY patient_id")]
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        known = identities(raw, some)
        rows = [(patient_id, key) for patient_id, who in known.items() for key in keys_of(who)]
        listed = json.dumps(some)
        raw.execute(f"DELETE FROM patient_match_key WHERE patient_id IN ({_LISTED})", (listed,))  # noqa: S608
        raw.executemany("INSERT INTO patient_match_key (patient_id, key) VALUES (?, ?)", rows)
        replace_pairs(connection, set(some) - known.keys(), [])
    if ids:
        raw.execute("DELETE FROM patient_match_due")
    return ids


def add(connection: Connection, people: Mapping[int, Identity]) -> None:
    """Let people be found by their keys who are no rows of this file: what an import only tries out.

    Args:
        connection: A transaction that is rolled back.
        people: By ids that no patient has.
    """
    rows = [(patient_id, key) for patient_id, who in people.items() for key in keys_of(who)]
    driver_connection(connection).executemany("INSERT INTO patient_match_key (patient_id, key) VALUES (?, ?)", rows)


def replace_pairs(connection: Connection, ids: Iterable[int], rows: Sequence[tuple[int, int, int, float, str]]) -> None:
    """Put pairs of look-alikes in the place of all that one of these patients was in.

    Args:
        connection: The running write transaction.
        ids: The patients.
        rows: Lower id, higher id, rank (0 is the surest), score, reasons.
    """
    raw, listed = driver_connection(connection), (json.dumps(sorted(ids)),)
    for column_name in ("patient_id", "other_patient_id"):
        raw.execute(f"DELETE FROM match_pair WHERE {column_name} IN ({_LISTED})", listed)  # noqa: S608  our own words
    raw.executemany(
        "INSERT INTO match_pair (patient_id, other_patient_id, rank, score, reasons) VALUES (?, ?, ?, ?, ?)", rows
    )


def refresh_all(connection: Connection) -> None:
    """Make the keys of everybody: for a file from before there were keys."""
    raw = driver_connection(connection)
    raw.execute("INSERT OR IGNORE INTO patient_match_due (patient_id) SELECT id FROM patient")
    refresh(connection)


def key_faults(raw: Any) -> list[str]:
    """Names of the tables that do not fit the patients.

    Args:
        raw: The driver's connection.
    """
    faults: list[str] = []
    ids = [row[0] for row in raw.execute("SELECT id FROM patient ORDER BY id")]
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        expected = {patient_id: keys_of(who) for patient_id, who in identities(raw, some).items()}
        kept: dict[int, set[str]] = defaultdict(set)
        query = f"SELECT patient_id, key FROM patient_match_key WHERE patient_id IN ({_LISTED})"  # noqa: S608
        for patient_id, key in raw.execute(query, (json.dumps(some),)):
            kept[patient_id].add(key)
        if kept != {patient_id: keys for patient_id, keys in expected.items() if keys}:
            faults.append("patient_match_key")
            break
    if raw.execute("SELECT EXISTS (SELECT * FROM patient_match_due)").fetchone()[0]:
        faults.append("patient_match_due")
    if raw.execute(f"SELECT EXISTS ({_PAIR_OF_NOBODY})").fetchone()[0]:
        faults.append("match_pair")
    return faults


_LISTED = "SELECT value FROM json_each(?)"
_PAIR_OF_NOBODY = (
    "SELECT 1 FROM match_pair AS m WHERE NOT EXISTS "
    "(SELECT 1 FROM patient AS p WHERE p.id = m.patient_id AND p.removed_at IS NULL) OR NOT EXISTS "
    "(SELECT 1 FROM patient AS p WHERE p.id = m.other_patient_id AND p.removed_at IS NULL)"
)
_OF = f"WHERE removed_at IS NULL AND patient_id IN ({_LISTED})"


def identities(raw: Any, ids: Sequence[int]) -> dict[int, Identity]:
    """What keys of these patients are made of; removed patients are missing."""
    listed = (json.dumps(list(ids)),)
    numbers: dict[int, set[tuple[str | None, str]]] = defaultdict(set)
    for patient_id, system, value in raw.execute(
        f"SELECT patient_id, system, value FROM patient_identifier {_OF}",  # noqa: S608  our own words only
        listed,
    ):
        numbers[patient_id].add((system, value))
    phones: dict[int, set[str]] = defaultdict(set)
    for patient_id, digits in raw.execute(
        f"SELECT patient_id, digits FROM patient_telecom {_OF} AND digits IS NOT NULL",  # noqa: S608  as above
        listed,
    ):
        phones[patient_id].add(digits)
    others: dict[int, list[tuple[str | None, str | None]]] = defaultdict(list)
    for patient_id, family, given in raw.execute(
        f"SELECT patient_id, family, given FROM patient_name {_OF} ORDER BY id",  # noqa: S608  as above
        listed,
    ):
        others[patient_id].append((family, given))
    people = raw.execute(
        "SELECT id, family, given, preferred_name, birth_date FROM patient "  # noqa: S608  as above
        f"WHERE removed_at IS NULL AND id IN ({_LISTED})",
        listed,
    )
    return {
        row[0]: Identity(
            tuple(dict.fromkeys([(row[1], row[2]), *others[row[0]]])),
            row[3],
            row[4],
            frozenset(phones[row[0]]),
            frozenset(numbers[row[0]]),
        )
        for row in people
    }
