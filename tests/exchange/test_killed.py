"""An import whose process is killed: nothing of it is seen, and the next import cleans up and brings everything."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db import database
from db.database import OpenDatabase
from db.key import Key
from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import Patient
from db.unit_of_work import Actor
from db.verify import verify
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.exchange_rows import Slice
from icm_desktop.practice import OpenPractice
from tests.exchange.conftest import totals
from tests.support import NEW_YORK

CHECKOUT = Path(__file__).resolve().parents[2]
CHILD = """
import os, signal, sys
from pathlib import Path
from icm_desktop.contracts.exchange import ImportRequest
from tests.support import make_practice

class Killed:
    left = int(sys.argv[3])

    def step(self, done, total):
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

made = make_practice(Path(sys.argv[1]))
print(made.database.key.data.hex(), made.database.database_id, flush=True)
made.open("coordinator").run("services.exchange.import_files", ImportRequest((sys.argv[2],)), progress=Killed())
"""


def _open(folder: Path, told: str) -> OpenDatabase:
    key, database_id = told.split()
    return database.open_existing(folder / "test.icm", Key(bytes.fromhex(key), database_id), folder / "state")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("steps", [4, 6])
def test_a_killed_import_is_never_seen_and_the_next_one_is_whole(tmp_path, golden_dir, steps):
    words = [sys.executable, "-c", CHILD, str(tmp_path), str(golden_dir / "a.json"), str(steps)]
    child = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert child.returncode == -signal.SIGKILL, child.stderr
    opened = _open(tmp_path, child.stdout)
    practice = OpenPractice(opened, Actor(2, "Rosa", "coordinator"), NEW_YORK)
    with practice.read() as uow:
        assert uow.session.scalars(select(ImportBatch.state)).all() == ["loading"]
        assert uow.session.scalar(select(func.count()).select_from(Patient)) == 0
        assert (uow.session.scalar(select(func.count()).select_from(SourceResource)) or 0) > 0
    (broken,) = practice.run("queries.exchange_failed.failed", Slice()).rows
    assert (broken.why, broken.paths) == ("exchange.broke_off", (str(golden_dir / "a.json"),))
    assert practice.run("queries.exchange_in.incoming", Slice()).rows == ()
    again = ImportRequest(broken.paths, again_of=broken.id)
    assert totals(practice.run("services.exchange.import_files", again))["Patient"].created == 1
    assert practice.run("queries.exchange_failed.failed", Slice()).rows == ()
    with practice.read() as uow:
        assert uow.session.scalars(select(ImportBatch.state).order_by(ImportBatch.id)).all() == ["failed", "complete"]
    checks = {check.name: check.ok for check in verify(opened).checks}
    assert (checks["row_digests"], checks["audit_chain"], checks["foreign_keys"]) == (True, True, True)
    opened.close()
