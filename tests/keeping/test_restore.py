"""A backup becomes a database again, or is refused in a sentence; whatever happens, nothing else is touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from db import keys
from db.engine import SCHEMA_VERSION, keyed_connection
from db.models.audit import AuditEvent
from icm_desktop import bootstrap, restoring
from icm_desktop.contracts.access import NewPractice, SignIn
from icm_desktop.contracts.keeping import RestoreRequest
from icm_desktop.errors import CannotOpen, NotAllowed, UserError
from icm_desktop.practice import OpenPractice
from icm_desktop.words import error_sentence
from tests.db import schema_one
from tests.db.sample import fingerprints
from tests.keeping.conftest import OTHERS, PASSWORD, Home, add_user, register


def _restore(backup: Path, target: Path, **how: object) -> None:
    how = how or {"user": "ada", "password": PASSWORD}
    restoring.restore(RestoreRequest(str(backup), str(target), **how))  # type: ignore[arg-type]


def _everything(home: Home) -> dict[str, str]:
    """Of the live practice and of the stick."""
    return {f"{folder}/{name}": mark for folder in ("live", "stick")
            for name, mark in fingerprints(home.folder / folder).items()}  # fmt: skip


def test_what_was_backed_up_is_back_in_a_new_file_and_the_record_says_from_where(stick: Path, home: Home) -> None:
    before = _everything(home)
    made = restoring.restore(RestoreRequest(str(stick), str(home.folder / "new" / "n.icm"), "ada", PASSWORD))
    assert (made.patients, made.updated) == (2, False)
    assert {check.name: check.ok for check in made.checks if check.ok is not True} == {}
    assert _everything(home) == before
    files = sorted(path.name for path in (home.folder / "new").iterdir())
    assert files == ["n.icm", "n.icm.keys.json", "n.icm.keys.json.bak"]
    assert {path.stat().st_mode & 0o777 for path in (home.folder / "new").iterdir()} == {0o600}
    restored = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    with restored.read() as uow:
        events = list(uow.session.scalars(select(AuditEvent)))
    told = next(event for event in events if event.event == "database.restored")
    assert told.user_id == 1
    assert told.detail is not None and told.detail["backup_made_at"][:10] == f"{made.backup_made_at:%Y-%m-%d}"
    restored.close()


def test_the_restored_file_and_the_other_one_are_each_measured_by_their_own_past(stick: Path, home: Home) -> None:
    """The computer has seen more of the live file than the backup has; that is no alarm for the new file."""
    target = home.folder / "n.icm"
    _restore(stick, target)
    for database in (target, home.database, target):
        practice = bootstrap.sign_in(SignIn(str(database), "ada", PASSWORD))
        register(practice, f"Of {database.name}")
        assert {check.name: check.ok for check in practice.run("services.backups.verify").checks}[
            "audit_anchor"
        ] is True
        practice.close()
    old = target.read_bytes()
    practice = bootstrap.sign_in(SignIn(str(target), "ada", PASSWORD))
    register(practice, "Newest")
    practice.close()
    target.write_bytes(old)
    with pytest.raises(CannotOpen) as refused:
        bootstrap.sign_in(SignIn(str(target), "ada", PASSWORD))
    assert refused.value.code == "db.rolled_back"


def test_the_printed_code_restores_without_any_password(stick: Path, home: Home) -> None:
    target = home.folder / "n.icm"
    _restore(stick, target, recovery_code=home.code.lower())
    practice = bootstrap.sign_in(SignIn(str(target), "ada", "nine small paper boats", recovery_code=home.code))
    assert practice.run("queries.people.practice").name == "Larkspur"
    practice.close()


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -5 * 4096])


def _cut_to_nothing(path: Path) -> None:
    path.write_bytes(b"")


def _other_manifest(path: Path) -> None:
    manifest = Path(f"{path}.manifest.json")
    manifest.write_text(manifest.read_text().replace('"patient": 2', '"patient": 1'))


def _later_version(path: Path) -> None:
    key = keys.unlock_with_password(path, "ada", PASSWORD)
    connection = keyed_connection(path, key)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()


DAMAGE: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a flipped bit": (_flip, {"db.backup_bad", "db.damaged"}),
    "cut off": (_cut, {"db.backup_bad", "db.damaged"}),
    "empty": (_cut_to_nothing, {"db.damaged"}),
    "its list changed": (_other_manifest, {"db.backup_bad"}),
    "without its list": (lambda path: Path(f"{path}.manifest.json").unlink(), {"db.backup_incomplete"}),
    "without its keys": (lambda path: Path(f"{path}.keys.json").unlink(), {"db.backup_incomplete"}),
    "damaged keys": (lambda path: _flip(Path(f"{path}.keys.json")), {"db.damaged_slots", "db.wrong_password"}),
    "of a later version": (_later_version, {"db.newer_schema"}),
    "gone": (lambda path: path.unlink(), {"db.missing"}),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_bad_backup_is_refused_in_a_sentence_and_leaves_nothing(what: str, stick: Path, home: Home) -> None:
    harm, codes = DAMAGE[what]
    harm(stick)
    Path(f"{stick}.keys.json.bak").unlink(missing_ok=True)
    before, target = _everything(home), home.folder / "new" / "n.icm"
    with pytest.raises(UserError) as refused:
        _restore(stick, target)
    assert refused.value.code in codes
    assert len(error_sentence(refused.value)) > 20
    assert _everything(home) == before
    assert not target.parent.exists() or list(target.parent.iterdir()) == []


def test_the_keys_of_another_practice_do_not_open_it(stick: Path, home: Home) -> None:
    request = NewPractice(str(home.folder / "other.icm"), "Other", "UTC", "ada", PASSWORD)
    other = Path(bootstrap.make_practice(request).database)
    shutil.copy(f"{other}.keys.json", f"{stick}.keys.json")
    with pytest.raises(CannotOpen) as refused:
        _restore(stick, home.folder / "n.icm")
    assert refused.value.code == "db.backup_bad"
    assert not (home.folder / "n.icm").exists()


def test_nothing_is_ever_overwritten(stick: Path, home: Home) -> None:
    before = _everything(home)
    for target in (home.database, stick):
        with pytest.raises(CannotOpen) as refused:
            _restore(stick, target)
        assert refused.value.code == "db.exists"
    assert _everything(home) == before


def test_a_wrong_password_and_somebody_who_may_not_restore_get_nothing(
    stick: Path, home: Home, ada: OpenPractice
) -> None:
    with pytest.raises(CannotOpen) as refused:
        _restore(stick, home.folder / "n.icm", user="ada", password="not this one at all")
    assert refused.value.code == "db.wrong_password"
    add_user(ada, "fred")
    ada.run("services.backups.backup", str(home.folder / "second.icm"))
    with pytest.raises(NotAllowed):
        _restore(home.folder / "second.icm", home.folder / "n.icm", user="fred", password=OTHERS)
    assert not (home.folder / "n.icm").exists()


def test_into_a_synchronised_folder_it_is_not_restored(stick: Path, home: Home) -> None:
    with pytest.raises(CannotOpen) as refused:
        _restore(stick, home.folder / "Dropbox" / "n.icm")
    assert refused.value.code == "db.shared_folder"


def test_stopped_on_the_way_it_leaves_nothing(stick: Path, home: Home) -> None:
    class Stop:
        def step(self, done: int, total: int) -> None:
            if done == total:
                raise UserError("job.cancelled", done=done, total=total)

    with pytest.raises(UserError):
        request = RestoreRequest(str(stick), str(home.folder / "new" / "n.icm"), "ada", PASSWORD)
        restoring.restore(request, Stop())
    assert list((home.folder / "new").iterdir()) == []


def test_a_backup_of_the_first_version_is_brought_up_and_then_checked(home: Home, tmp_path: Path) -> None:
    key = keys.new_key()
    folder = tmp_path / "old"
    folder.mkdir()
    schema_one.make(folder / "b.icm", key, bulk=50)
    code = keys.create_slots(folder / "b.icm", key, 1, "ada", PASSWORD)
    schema_one.sign(folder / "b.icm", key)
    before = fingerprints(folder)
    made = restoring.restore(RestoreRequest(str(folder / "b.icm"), str(tmp_path / "n.icm"), recovery_code=code))
    assert made.updated
    assert fingerprints(folder) == before
    assert not list(tmp_path.glob("n.icm*before*"))
    practice = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    assert {check.name for check in practice.run("services.backups.verify").checks if check.ok is not True} == set()
    practice.close()
