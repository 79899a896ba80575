"""A process that writes like the program does and says so after each commit, until it is stopped."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path

from db.bulk import insert_bulk
from db.database import OpenDatabase, open_existing
from db.errors import DatabaseProblem
from db.keys import Key
from db.models.patient import Patient, PatientName
from db.unit_of_work import read, write
from db.verify import verify
from tests.db.sample import ADA, observations, value

MARKER = "Zyxwvut-Secret"
NAMES, RESULTS = 2, 5  # rows that belong to each patient: a torn act would have fewer


@dataclass(frozen=True)
class Place:
    """What a child process needs to open the database."""

    path: Path
    key: Key
    state: Path

    @classmethod
    def of(cls, opened: OpenDatabase) -> Place:
        return cls(opened.path, opened.key, opened.anchor.path.parent)

    def open(self) -> OpenDatabase:
        return open_existing(self.path, self.key, self.state)


def processes() -> BaseContext:
    """Child processes that start quickly: the modules are loaded once."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.fault.writer", "alembic.command", "icm_desktop.bootstrap"])
    return context


def one_act(database: OpenDatabase, number: int, prefix: str = "") -> None:
    """One act of several rows in several tables, by session and in bulk."""
    with write(database, ADA, "tests.act") as uow:
        row = Patient(record_number=f"{prefix}{number}", family=MARKER, phone=MARKER)
        row.names = [PatientName(family=MARKER, given=str(n)) for n in range(NAMES)]
        uow.session.add(row)
        uow.session.flush()
        results = [{**row_, "value_text": MARKER} for row_ in observations(row.id, RESULTS)]
        insert_bulk(uow, "import.rows", row.id, {"observation": results})
        first = uow.session.get_one(Patient, 1)
        first.phone = f"{MARKER} {number}"


def write_until_stopped(place: Place, acknowledge: Connection, prefix: str = "", most: int = 1_000_000) -> None:
    """Run acts, each acknowledged by its number after the commit returned."""
    database = place.open()
    with read(database, ADA) as uow:
        first = value(uow, "SELECT count(*) FROM patient") + 1
    for number in range(first, first + most):
        one_act(database, number, prefix)
        acknowledge.send(number)
    database.close()


def write_until_full(place: Place, answer: Connection, spare_bytes: int) -> None:
    """Run acts in a process that may write only a little more, then again without that limit."""
    import resource  # not on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    database = place.open()
    limit = place.path.stat().st_size + spare_bytes
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    done = 0
    try:
        while True:
            one_act(database, done + 1)
            done += 1
    except DatabaseProblem as problem:
        answer.send((done, problem.code))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    one_act(database, done + 1)
    answer.send((done + 1, "db.ok"))
    database.close()


def broken_promises(place: Place, acknowledged: int) -> list[str]:
    """What is not as it must be after a crash: lost acts, half acts, or a check that fails."""
    database = place.open()
    try:
        with read(database, ADA) as uow:
            patients = value(uow, "SELECT count(*) FROM patient")
            torn = value(
                uow,
                "SELECT count(*) FROM patient p WHERE (SELECT count(*) FROM patient_name n WHERE n.patient_id = p.id) "  # noqa: S608
                f"<> {NAMES} OR (SELECT count(*) FROM observation o WHERE o.patient_id = p.id) <> {RESULTS}",
            )
            acts = value(uow, "SELECT count(*) FROM action")
        faults = [f"{check.name}: {check.detail}" for check in verify(database).checks if check.ok is not True]
    finally:
        database.close()
    if patients < acknowledged:
        faults.append(f"{acknowledged} acknowledged, {patients} found")
    if torn or acts != patients:
        faults.append(f"{torn} half acts, {acts} acts for {patients} patients")
    return faults


if __name__ == "__main__":  # used under strace, which follows one program: key and numbers come on standard input
    _path, _data, _id, _state, _acts, *_settings = sys.stdin.read().split("\n")
    _database = open_existing(Path(_path), Key(bytes.fromhex(_data), _id), Path(_state))
    for _setting in filter(None, _settings):
        _database.engine.raw_connection().driver_connection.execute(_setting)  # type: ignore[union-attr]
    for _number in range(1, int(_acts) + 1):
        one_act(_database, _number)
        os.write(1, f"ACK {_number}\n".encode())
    os._exit(0)  # no orderly close: the log stays
