"""Encrypted backups: a consistent copy with its key slots and a signed list of what is in it, opened and checked."""

from __future__ import annotations

import datetime as dt
import hmac
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from db import audit, slots
from db.audit import Head, audited_tables
from db.database import OpenDatabase
from db.engine import check_file, keyed_connection
from db.errors import DatabaseProblem, in_words
from db.files import replace_durably, write_private
from db.key import Key
from db.room import needed_for_copy, require_room
from db.stoppable import stoppable

Progress = Callable[[int, int], None]
_PAGES_AT_ONCE = 2000
_CACHE = "PRAGMA cache_size = -64000"  # checking rows against indexes reads pages again and again
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, signed with a key derived from the database's."""

    database_id: str
    made_at: dt.datetime
    head: Head
    counts: dict[str, int]
    schema: int


def manifest_path(backup_file: Path) -> Path:
    """Where the signed list of a backup lies."""
    return Path(f"{backup_file}.manifest.json")


def backup(
    database: OpenDatabase, out: Path, *, now: dt.datetime | None = None, progress: Progress = lambda done, total: None
) -> Manifest:
    """Copy an open database while others may write, check the copy, and put it with its slots and manifest at `out`.

    Args:
        database: The open database.
        out: The file to make; `out.keys.json` and `out.manifest.json` are made beside it.
        now: Aware UTC time of the backup; the clock by default.
        progress: Called with pages copied and in all; an exception from it stops and leaves nothing behind.

    Returns:
        What the backup holds.

    Raises:
        DatabaseProblem: db.exists, db.no_room, db.disk_full, db.cannot_reach, db.missing_slots, db.backup_bad.
    """
    for part in (*_whole(out), *_whole(draft_of(out))):
        if part.exists():
            raise DatabaseProblem("db.exists", path=str(part))
    with in_words(out):
        try:
            require_room(out.parent, needed_for_copy(database.path))
            return _make(database, out, now or dt.datetime.now(dt.UTC), progress)
        except BaseException:  # whatever stopped it, half a backup must not lie there
            remove_draft(out)
            for part in _whole(out):
                part.unlink(missing_ok=True)
            raise


def remove_draft(out: Path) -> bool:
    """Take away what a backup to `out` wrote before it was whole; True when there was something."""
    draft = draft_of(out)
    there = [part for part in (*_whole(draft), Path(f"{draft}-journal")) if part.exists()]
    for part in there:
        part.unlink(missing_ok=True)
    return bool(there)


def remove_half(out: Path, key: Key) -> bool:
    """Take away what a killed backup to `out` left; True when there was something. A whole backup stays as it is.

    Slots and list without their database go only when they are of this key: the kill came between two renames.
    """
    there = remove_draft(out)
    _, keys_file, list_file = _whole(out)
    if out.exists() or not (keys_file.exists() or list_file.exists()):
        return there
    with suppress(DatabaseProblem, OSError):
        read_manifest(out, key_of(out, key))
        list_file.unlink()
        there = True
    with suppress(DatabaseProblem, OSError):
        if slots.load(keys_file).database_id == key.database_id:
            keys_file.unlink()
            there = True
    return there


def check_backup(file: Path, key: Key, progress: Progress = lambda done, total: None) -> Manifest:
    """Read a backup through: its manifest's signature, every page, the structure, the counts and the audit head.

    Raises:
        DatabaseProblem: db.backup_bad with what is wrong, db.missing, db.wrong_key, db.damaged, db.newer_schema.
    """
    right = key_of(file, key)
    manifest = read_manifest(file, right)
    check_file(file, right, any_version=True)
    _compare(file, right, manifest, progress)
    return manifest


def key_of(file: Path, key: Key) -> Key:
    """The key a backup was made with: the present one, or one the database had before it was changed."""
    for place in range(len(key.earlier)):
        earlier = replace(key, data=key.earlier[place], earlier=key.earlier[:place])
        with suppress(DatabaseProblem):
            read_manifest(file, earlier)
            return earlier
    return key


def read_manifest(file: Path, key: Key) -> Manifest:
    """The manifest beside a backup.

    Raises:
        DatabaseProblem: db.backup_bad when it is missing, unreadable or not signed with this key.
    """
    try:
        found = json.loads(manifest_path(file).read_text(encoding="utf-8"))
        right = hmac.compare_digest(bytes.fromhex(found.pop("mac")), _mac(key, found))
        manifest = Manifest(
            found["database_id"],
            dt.datetime.fromisoformat(found["made_at"]),
            Head(found["seq"], bytes.fromhex(found["head"])),
            found["counts"],
            found["schema"],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise DatabaseProblem("db.backup_bad", reason="manifest") from None
    if not right or manifest.database_id != key.database_id:
        raise DatabaseProblem("db.backup_bad", reason="manifest")
    return manifest


def _make(database: OpenDatabase, out: Path, now: dt.datetime, progress: Progress) -> Manifest:
    draft = draft_of(out)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    manifest = _copy(database, draft, now, progress)
    _compare(draft, database.key, manifest, progress)
    source = slots.slot_path(database.path)
    if not source.exists():
        raise DatabaseProblem("db.missing_slots", path=str(source))
    write_private(slots.slot_path(draft), source.read_bytes(), durable=True)
    write_private(manifest_path(draft), _signed(manifest, database.key), durable=True)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    slots.slot_path(draft).replace(slots.slot_path(out))
    manifest_path(draft).replace(manifest_path(out))
    replace_durably(draft, out)  # last, so that a file of this name is always a whole backup
    return manifest


def _copy(database: OpenDatabase, draft: Path, now: dt.datetime, progress: Progress) -> Manifest:
    target = keyed_connection(draft, database.key)
    # A connection of its own, so that the copy neither waits for nor disturbs what this process is doing.
    source = keyed_connection(database.path, database.key)
    try:
        source.execute("PRAGMA busy_timeout = 5000").fetchall()
        source.execute("BEGIN").fetchall()  # one snapshot, however long the copy takes and whoever writes meanwhile
        manifest = _describe(source, database, now)
        source.backup(target, pages=_PAGES_AT_ONCE, progress=lambda _, left, total: progress(total - left, total))
        source.execute("ROLLBACK")
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
        return manifest
    finally:
        source.close()
        target.close()


def _describe(connection: Any, database: OpenDatabase, now: dt.datetime) -> Manifest:
    row = connection.execute("SELECT seq, mac FROM audit_event ORDER BY seq DESC LIMIT 1").fetchone()
    head = Head(*row) if row else audit.genesis(database.audit_key, database.database_id)
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return Manifest(database.database_id, now, head, _counts(connection), schema)


def _compare(file: Path, key: Key, manifest: Manifest, progress: Progress) -> None:
    connection = keyed_connection(file, key)
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    try:
        with stoppable(connection, lambda: progress(pages, pages)):
            _check(connection, manifest)
    finally:
        connection.close()


def _check(connection: Any, manifest: Manifest) -> None:
    connection.execute(_CACHE).fetchall()
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise DatabaseProblem("db.backup_bad", reason="pages")
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise DatabaseProblem("db.backup_bad", reason="structure")
    row = connection.execute("SELECT seq, mac FROM audit_event ORDER BY seq DESC LIMIT 1").fetchone()
    if row is not None and tuple(row) != (manifest.head.seq, manifest.head.mac):
        raise DatabaseProblem("db.backup_bad", reason="audit")
    if _counts(connection) != manifest.counts:
        raise DatabaseProblem("db.backup_bad", reason="counts")


def _counts(connection: Any) -> dict[str, int]:
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    names = [table.name for table in audited_tables() if table.name in there] + ["audit_event"]
    return {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}  # noqa: S608


def _plain(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "database_id": manifest.database_id,
        "made_at": manifest.made_at.isoformat(),
        "seq": manifest.head.seq,
        "head": manifest.head.mac.hex(),
        "counts": manifest.counts,
        "schema": manifest.schema,
    }


def _signed(manifest: Manifest, key: Key) -> bytes:
    plain = _plain(manifest)
    return json.dumps({**plain, "mac": _mac(key, plain).hex()}, indent=1).encode()


def _mac(key: Key, plain: dict[str, Any]) -> bytes:
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return hmac.digest(key.derived("backup-v1"), text.encode(), "sha256")


def draft_of(out: Path) -> Path:
    """What a backup is called until it is whole."""
    return out.with_name(f"{out.name}.part")


def _whole(file: Path) -> tuple[Path, Path, Path]:
    return file, slots.slot_path(file), manifest_path(file)
