"""Whether the search indexes find exactly what the patients' names say: an old index page hides a patient silently."""

from __future__ import annotations

from typing import Any

from db import search

_INDEXES = ("patient_search", "patient_middle")
_PREFIXES = (1, 2, 3)
_WHOLE = 1 << 64


def search_faults(raw: Any) -> list[str]:
    """Names of the search tables that do not fit the patients, made anew in memory and compared word by word.

    Args:
        raw: The driver's connection; its main file is only read.
    """
    faults = [name for name in _INDEXES if _differs(raw, name)]
    expected = {
        patient_id: search.sort_key(family, given or "")
        for patient_id, family, given in raw.execute("SELECT id, family, given FROM patient WHERE removed_at IS NULL")
    }
    if expected != dict(raw.execute("SELECT patient_id, sort_key FROM patient_sort")):
        faults.append("patient_sort")
    return faults


def _differs(raw: Any, name: str) -> bool:
    definition = next(words for words in search.DDL if words.startswith(f"CREATE VIRTUAL TABLE {name} "))
    columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA table_info({name})"))
    try:
        raw.execute(definition.replace(f" {name} ", " temp.checked ", 1))
        raw.execute(f"INSERT INTO temp.checked (rowid, {columns}) {search.text_of(name)}")
        if _words(raw, "main", name) != _words(raw, "temp", "checked"):
            return True
        present = {row[0] for row in raw.execute(f"SELECT id FROM {name}_docsize")}  # noqa: S608  our own words
        return present != {row[0] for row in raw.execute("SELECT id FROM temp.checked_docsize")} or any(
            _answer(raw, f"main.{name}", name, asked) != _answer(raw, "temp.checked", "checked", asked)
            for asked in _questions(raw)
        )
    finally:
        raw.execute("DROP TABLE IF EXISTS temp.checked")


def _questions(raw: Any) -> list[str]:
    # Every word and every beginning that has an index of its own: they are looked up in other lists than a scan reads.
    raw.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('temp', 'checked', 'row')")
    try:
        words = [row[0] for row in raw.execute("SELECT term FROM temp.words")]
    finally:
        raw.execute("DROP TABLE temp.words")
    quoted = {word: '"' + word.replace('"', '""') + '"' for word in words}
    beginnings = {word[:length] for word in words for length in _PREFIXES if len(word) >= length}
    return [*quoted.values(), *('"' + start.replace('"', '""') + '" *' for start in sorted(beginnings))]


def _answer(raw: Any, table: str, name: str, asked: str) -> tuple[int, int]:
    query = f"SELECT count(*), coalesce(sum(rowid), 0) FROM {table} WHERE {name} MATCH ?"  # noqa: S608  our own words
    found, total = raw.execute(query, (asked,)).fetchone()
    return int(found), int(total)


def _words(raw: Any, schema: str, name: str) -> tuple[int, int]:
    raw.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab('{schema}', '{name}', 'instance')")
    try:
        count = total = 0
        for row in raw.execute("SELECT term, doc, col, offset FROM temp.words"):
            count, total = count + 1, (total + hash(row)) % _WHOLE  # compared within this process only
        return count, total
    finally:
        raw.execute("DROP TABLE temp.words")
