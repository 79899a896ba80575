"""An encrypted database of its own for each test, and the few things tests do with it."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import text

from db import database, keys
from db.bulk import insert_bulk
from db.database import OpenDatabase
from db.key import Key
from db.models.patient import Patient
from db.unit_of_work import Actor, UnitOfWork, write

ADA = Actor(1, "Ada", "administrator")
NOON = dt.datetime(2026, 7, 14, 16, 0, tzinfo=dt.UTC)
PASSWORD = "correct horse battery"


def make(folder: Path) -> OpenDatabase:
    """A new database with key slots that are quick to open; test.icm in the folder.

    A copy of one made once in this process, with its key.
    """
    files, key = _made()
    for name, content in files.items():
        private(folder / name, content)
    return database.open_existing(folder / "test.icm", key, folder / "state")


@cache
def _made() -> tuple[dict[str, bytes], Key]:
    with TemporaryDirectory(prefix="icm-sample-", ignore_cleanup_errors=True) as place:
        folder, key = Path(place), keys.new_key()
        keys.create_slots(folder / "test.icm", key, 1, "Ada", PASSWORD, kdf=keys.FAST_TEST_KDF)
        database.create(folder / "test.icm", key, folder / "state").close()
        found = [path for path in folder.rglob("*") if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}, key


def private(path: Path, content: bytes) -> None:
    """A file that nobody else may read, as the program makes them."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(content)


def reopen(opened: OpenDatabase) -> OpenDatabase:
    """The same file again, as after a restart."""
    return database.open_existing(opened.path, opened.key, opened.anchor.path.parent)


def patient(number: int = 1, family: str = "Lopez") -> Patient:
    """A patient with nothing but a number and a name."""
    return Patient(record_number=str(number), family=family)


def add_patient(opened: OpenDatabase, number: int = 1, family: str = "Lopez") -> int:
    """Save a patient; the id."""
    with write(opened, ADA, "tests.add", now=NOON) as uow:
        row = patient(number, family)
        uow.session.add(row)
        uow.session.flush()
        return row.id


def add_observations(opened: OpenDatabase, patient_id: int, count: int) -> None:
    """Save observations the way an import does."""
    with write(opened, ADA, "tests.bulk", now=NOON) as uow:
        insert_bulk(uow, "import.rows", patient_id, {"observation": observations(patient_id, count)}, file="1")


def observations(patient_id: int, count: int) -> list[dict[str, Any]]:
    """Rows of blood pressures."""
    return [
        {
            "patient_id": patient_id,
            "status": "final",
            "code": "8480-6",
            "text": "Systolic",
            "value_number": 120.5 + n,
        }
        for n in range(count)
    ]


def value(uow: UnitOfWork, query: str) -> Any:
    """The first column of the first row."""
    return uow.session.execute(text(query)).scalar()


def fingerprints(folder: Path) -> dict[str, str]:
    """{file name: hash} of a folder, to show that nothing was touched."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}
