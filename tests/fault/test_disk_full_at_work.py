"""The disk is full in the middle of an import or as a page is kept: said in words, nothing half, and again later."""

from __future__ import annotations

import json
import resource
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.handouts import HandoutRequest, KeepHandout
from icm_desktop.contracts.patients import PatientDetails, PatientFilter, RegisterPatient
from icm_desktop.errors import UserError
from icm_desktop.practice import OpenPractice
from tests.benchmarks.conftest import TODAY, keep_key, open_kept
from tests.fault.writer import processes
from tests.support import make_practice

pytestmark = [pytest.mark.fault, pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")]


def _with_little_room(practice: OpenPractice, spare: int, name: str, *request: object) -> str:
    """The code of what an act says when it may write only a little more."""
    size = Path(f"{practice.database.path}-wal").stat().st_size  # where everything is written first
    unlimited = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + spare, unlimited))
    try:
        practice.run(name, *request)
    except UserError as error:
        return error.code
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (unlimited, unlimited))
    return "done"


def _work(folder: Path, bundle: Path, answer: Connection) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    made = open_kept(folder)
    rosa = made.open("coordinator")
    request = ImportRequest((str(bundle),))
    told = [_with_little_room(rosa, 30_000, "services.exchange.import_files", request)]
    told.append(str(len(rosa.run("queries.patients.patients", PatientFilter(limit=500)).rows)))
    rosa.run("services.exchange.import_files", request)
    found = rosa.run("queries.patients.patients", PatientFilter(limit=500)).rows
    told.append(str(len(found)))
    page = rosa.run("reports.handouts.render", HandoutRequest(found[0].head.id))
    keep = KeepHandout(found[0].head.id, page, "waiting", too_hard_reason="test")
    told.append(_with_little_room(rosa, 0, "services.handouts.keep", keep))
    told.append("kept" if rosa.run("services.handouts.keep", keep).id else "")
    told.append(str(rosa.database.path.exists()))
    made.database.close()
    answer.send(told)


def test_a_full_disk_during_an_import_and_as_a_page_is_kept(tmp_path: Path) -> None:
    practice = make_practice(tmp_path, today=TODAY)
    details = PatientDetails(family="Before", given="Ana", birth_date="1950-03-04")
    practice.open("coordinator").run("services.registration.register", RegisterPatient(details))
    keep_key(tmp_path, practice.database.key)
    practice.database.close()
    people = [
        {"resourceType": "Patient", "id": f"p{number}", "birthDate": f"19{number % 90 + 10}-01-01",
         "name": [{"family": f"Moss{number}", "given": ["Ben"]}]}
        for number in range(300)
    ]  # fmt: skip
    entries = [{"resource": one} for one in people]
    bundle = tmp_path / "many.json"
    bundle.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), encoding="utf-8")
    receive, send = processes().Pipe(duplex=False)
    child = processes().Process(target=_work, args=(tmp_path, bundle, send))  # type: ignore[attr-defined]
    child.start()
    send.close()
    told = receive.recv()
    child.join(60)
    receive.close()
    assert told == ["db.disk_full", "1", "301", "db.disk_full", "kept", "True"]
