"""The one doorway to the encrypted file: key, cipher and version checks, settings, transactions."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from db.errors import DatabaseProblem, problem_of
from db.key import Key
from db.limits import PlannedOnce
from db.locations import refuse_shared_folder
from db.room import in_mb, needed_for_update

APPLICATION_ID = 0x49434D44  # "ICMD" in the file header, so that `file` and recovery tools can name it
SCHEMA_VERSION = 7  # PRAGMA user_version: how many revisions `db.schema.REVISIONS` has
OLDEST_SQLITE = (
    3,
    51,
    3,
)  # earlier ones may corrupt a WAL when two connections checkpoint (sqlite.org/changes, 3.51.3)
OLDEST_SQLCIPHER = (4, 14)
PLAIN_HEADER = b"SQLite format 3\x00"
WRITE = {"icm_write": True}  # execution options of an engine whose transactions begin IMMEDIATE

_RAW_KEY = re.compile(r"[0-9a-f]{64}")
_SETTINGS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # or INSERT OR REPLACE walks through the append-only triggers
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "cache_size = -64000",
    "busy_timeout = 5000",
    "secure_delete = ON",
)
_SQLITE_ATTACH = 24
# What is read to see whether the key is right: the whole schema (10 ms), or of a file only looked at its first page.
_SCHEMA, _FIRST_PAGE = "SELECT count(*) FROM sqlite_master", "PRAGMA user_version"
_BUSY_TIMEOUT, _BETWEEN_TRIES = 5000, 8  # milliseconds that SQLite waits by itself
PATIENCE = 15.0  # seconds until somebody who wants to write is told that the file is busy


def create_database(path: Path, key: Key) -> Engine:
    """Make a new, empty encrypted file and open it.

    Raises:
        DatabaseProblem: db.exists, db.shared_folder, db.unsafe_engine, db.read_only, db.disk_full.
    """
    refuse_shared_folder(path)
    _make_private_file(path)
    try:
        return _stamped(path, key)
    except BaseException as error:  # noqa: BLE001  given on, in words where there are some
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        raise problem_of(error) or error from None


def open_database(path: Path, key: Key, *, any_version: bool = False) -> Engine:
    """Open an existing encrypted file; a refused file is left byte for byte as it was.

    Args:
        path: The database file.
        key: Its 256-bit key.
        any_version: Also open files of an older schema (for migration and for checks of backups).

    Raises:
        DatabaseProblem: db.missing, db.plaintext, db.wrong_key, db.damaged, db.newer_schema, db.older_schema,
            db.shared_folder, db.unsafe_engine, db.read_only.
    """
    refuse_shared_folder(path)
    check_file(path, key, any_version=any_version)
    if not os.access(path, os.W_OK):  # or a log is made beside the file before the first write fails
        raise DatabaseProblem("db.read_only", path=str(path))
    return _engine(path, key)


def check_file(path: Path, key: Key, *, newest: int = SCHEMA_VERSION, any_version: bool = False) -> int:
    """Look into the file without changing it: its schema version, or the problem `open_database` would raise."""
    if not path.is_file():
        raise DatabaseProblem("db.missing", path=str(path))
    refuse_plaintext(path)
    wal = Path(f"{path}-wal")
    # With a log (another process, or a crash) its newest pages count; without one nothing beside the file is made.
    mode = "mode=ro" if wal.exists() and wal.stat().st_size else "immutable=1"
    connection = _keyed(f"file:{quote(str(path))}?{mode}", key, _FIRST_PAGE)
    try:
        version = int(_read(connection, "PRAGMA user_version"))
        if _read(connection, "PRAGMA application_id") != APPLICATION_ID:
            raise DatabaseProblem("db.damaged", path=str(path))
    finally:
        connection.close()
    if version > newest:
        raise DatabaseProblem("db.newer_schema", found=version, known=newest)
    if version < newest and not any_version:
        needed_mb = in_mb(needed_for_update(path))
        raise DatabaseProblem("db.older_schema", found=version, known=newest, needed_mb=needed_mb)
    return version


def driver_connection(connection: Connection) -> Any:
    """The binding's own connection under a SQLAlchemy one, for PRAGMA and bulk reads."""
    return connection.connection.driver_connection


def close_engine(engine: Engine) -> None:
    """Write the log back into the file and close; quietly leaves the log when another process still reads it."""
    with engine.connect() as connection:
        raw = driver_connection(connection)
        try:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except driver.Error as error:
            if problem_of(error) is None:
                raise
    engine.dispose()


def keyed_connection(path: Path, key: Key) -> Any:
    """A bare driver connection with the key set and the cipher checked, for backups and checks of other files.

    Raises:
        DatabaseProblem: db.wrong_key, db.damaged, db.unsafe_engine.
    """
    return _keyed(f"file:{quote(str(path))}", key)


def fits(path: Path, key: Key) -> bool:
    """Whether the file is encrypted with this key; also of one that is busy. One that is not there fits every key."""
    if not path.exists() or not path.stat().st_size:
        return True
    try:
        _keyed(f"file:{quote(str(path))}?immutable=1", key, _FIRST_PAGE).close()
    except DatabaseProblem as problem:
        if problem.code != "db.wrong_key":
            raise
        return False
    return True


def engine_versions() -> dict[str, str]:
    """Versions of SQLite and SQLCipher in the binding."""
    connection = driver.connect(":memory:")
    try:
        return {"sqlite": driver.sqlite_version, "sqlcipher": _cipher_version(connection)}
    finally:
        connection.close()


def current_settings(connection: Connection) -> dict[str, str]:
    """What the open connection answers for every setting that safety depends on, for `doctor`."""
    names = [setting.split(" ")[0] for setting in _SETTINGS] + ["journal_mode", "cipher_status", "application_id"]
    with connection.begin():  # reading; waiting to write has a shorter busy_timeout
        raw = driver_connection(connection)
        return {name: str(_read(raw, f"PRAGMA {name}")) for name in names}


def _stamped(path: Path, key: Key) -> Engine:
    engine = _engine(path, key)
    try:
        with engine.connect() as connection:
            raw = driver_connection(connection)
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        refuse_plaintext(path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(path: Path, key: Key) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=_opener(path, key),
        module=driver,
        poolclass=StaticPool,
        hide_parameters=True,
        query_cache_size=1500,
    )
    engine.dialect.statement_compiler = PlannedOnce
    event.listen(engine, "begin", _begin)
    return engine


def _opener(path: Path, key: Key) -> Callable[[], Any]:
    def connect() -> Any:
        before = path.stat()
        connection = keyed_connection(path, key)
        try:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}").fetchall()
            if _read(connection, "PRAGMA journal_mode = WAL") != "wal":
                raise DatabaseProblem("db.read_only", path=str(path))
            if not os.path.samestat(before, path.stat()):  # its key was changed while we waited: this file is no more
                raise DatabaseProblem("db.busy")
        except BaseException:
            connection.close()
            raise
        connection.set_authorizer(_authorize)
        return connection

    return connect


def _begin(connection: Connection) -> None:
    # Only this PRAGMA here: setting another (query_only, say) makes SQLite compile every statement anew.
    raw = driver_connection(connection)
    write = bool(connection.get_execution_options().get("icm_write"))
    raw.executescript(f"PRAGMA busy_timeout = {_BETWEEN_TRIES if write else _BUSY_TIMEOUT}")
    if write:
        _begin_write(raw)
    else:
        raw.execute("BEGIN")


def _begin_write(raw: Any) -> None:
    """Wait for the turn to write.

    SQLite's own waiting grows to a tenth of a second between two tries, so that a neighbour who writes one thing after
    the other would be first every time; many short waits get in between.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            raw.execute("BEGIN IMMEDIATE")
        except driver.OperationalError as error:
            if time.monotonic() >= until or "locked" not in str(error):
                raise
        else:
            return


def _authorize(action: int, *_: object) -> int:
    # ATTACH ... KEY '' plus an export would write the practice in clear text.
    return int(driver.SQLITE_DENY if action == _SQLITE_ATTACH else driver.SQLITE_OK)


def _keyed(uri: str, key: Key, proof: str = _SCHEMA) -> Any:
    """A connection with the key set; `proof` is the statement by which the key is seen to be the right one."""
    if not _RAW_KEY.fullmatch(key.hex):
        raise ValueError("a raw key has 64 hexadecimal digits")  # a shorter one would silently be a passphrase
    try:
        connection = driver.connect(uri, uri=True, check_same_thread=False, isolation_level=None, cached_statements=512)
    except driver.Error as error:
        raise problem_of(error) or error from None
    try:
        _require_safe_engine(connection)
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        connection.execute(f"PRAGMA key = \"x'{key.hex}'\"").fetchall()
        connection.execute(proof).fetchall()
        if str(_read(connection, "PRAGMA cipher_status")) != "1":
            raise DatabaseProblem("db.unsafe_engine", engine="SQLCipher", found="not encrypting")
    except driver.Error as error:
        connection.close()
        if "file is not a database" in str(error):
            raise DatabaseProblem("db.wrong_key") from None
        raise problem_of(error) or error from None
    except BaseException:
        connection.close()
        raise
    return connection


def _require_safe_engine(connection: Any) -> None:
    cipher = _cipher_version(connection)
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseProblem("db.unsafe_engine", engine="SQLite", found=driver.sqlite_version)
    if _numbers(cipher) < OLDEST_SQLCIPHER:
        raise DatabaseProblem("db.unsafe_engine", engine="SQLCipher", found=cipher)


def _cipher_version(connection: Any) -> str:
    row = connection.execute("PRAGMA cipher_version").fetchone()
    return str(row[0]) if row else "0"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.split(" ", maxsplit=1)[0]))


def _read(connection: Any, statement: str) -> Any:
    row = connection.execute(statement).fetchone()
    return row[0] if row else None


def _make_private_file(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise DatabaseProblem("db.exists", path=str(path)) from None
    except OSError as error:
        raise DatabaseProblem("db.read_only", path=str(path), reason=error.strerror) from None


def refuse_plaintext(path: Path) -> None:
    """Raise when the file is no encrypted database, as its first bytes tell.

    Raises:
        DatabaseProblem: db.plaintext, db.damaged.
    """
    with path.open("rb") as file:
        head = file.read(16)
    if head == PLAIN_HEADER:
        raise DatabaseProblem("db.plaintext", path=str(path))
    if len(head) < 16:
        raise DatabaseProblem("db.damaged", path=str(path))
