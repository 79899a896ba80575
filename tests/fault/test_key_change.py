"""A new key for the file: whoever left cannot open tomorrow's, and no moment of the change loses anything."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db import anchor, backup, database, keys, recovery_code, rekey, slots
from db.database import OpenDatabase
from db.engine import fits
from db.errors import DatabaseProblem
from db.key import Key
from db.restore import restore
from db.slots import PASSWORD as PASSWORD_KIND
from db.slots import SlotFile, next_of, slot_path
from db.unit_of_work import write
from db.unlocking import authentic
from db.verify import verify
from tests.db import sample
from tests.db.sample import ADA, PASSWORD

FAST: dict[str, Any] = {"kdf": keys.FAST_TEST_KDF}
OTHER = "another long password"


class Place:
    """A closed database of Ada, who stays, and Ben, who leaves."""

    def __init__(self, folder: Path) -> None:
        key = keys.new_key(["behavioral_health"])
        self.path, self.state = folder / "test.icm", folder / "state"
        self.code = keys.create_slots(self.path, key, 1, "Ada", PASSWORD, **FAST)
        keys.add_password_slot(self.path, key, 2, "Ben", OTHER, **FAST)
        opened = database.create(self.path, key, self.state)
        sample.add_patient(opened)
        opened.close()

    def key(self, name: str = "ada", password: str = PASSWORD) -> Key:
        return keys.unlock_with_password(self.path, name, password, **FAST)

    def change(self, users: tuple[int, ...] = (1,), **watch: Any) -> rekey.KeyChanged:
        return rekey.change_key(self.path, self.key(), users, _note, rekey.Watch(**watch))

    def opened(self, key: Key | None = None) -> OpenDatabase:
        return database.open_existing(self.path, key or self.key(), self.state)

    def is_whole(self) -> bool:
        """It opens with Ada's password and with the code, everything in it is right, and it can be written to."""
        code = keys.unlock_with_recovery(self.path, self.code)
        opened = self.opened()
        try:
            rekey.tidy(self.path, opened.key)
            number = 1 + int(sample.value(_Reader(opened), "SELECT count(*) FROM patient"))  # type: ignore[arg-type]
            sample.add_patient(opened, number)
            wrong = [check for check in verify(opened).checks if check.ok is False]
            return code.data == opened.key.data and not wrong
        finally:
            opened.close()


class _Reader:
    def __init__(self, opened: OpenDatabase) -> None:
        self.session = opened.engine.connect()


def _note(opened: OpenDatabase, after: SlotFile) -> None:
    with write(opened, ADA, "tests.rekey") as uow:
        uow.record("keys.changed", detail={"generation": after.generation})


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def _code_of(action: Any) -> str:
    with pytest.raises(DatabaseProblem) as refused:
        action()
    return refused.value.code


def test_who_left_and_kept_everything_cannot_open_the_file_of_tomorrow(place: Place, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    for part in (place.path, slot_path(place.path)):
        shutil.copyfile(part, kept / part.name)
    bens = place.key("ben", OTHER)
    place.change()
    tomorrow = tmp_path / "tomorrow"
    tomorrow.mkdir()
    shutil.copyfile(place.path, tomorrow / place.path.name)
    shutil.copyfile(slot_path(kept / place.path.name), slot_path(tomorrow / place.path.name))
    with_old_slots = keys.unlock_with_password(tomorrow / place.path.name, "ben", OTHER, **FAST)
    assert with_old_slots.data == bens.data
    for key in (bens, with_old_slots):
        assert not fits(place.path, key)
        assert _code_of(lambda key=key: place.opened(key)) == "db.wrong_key"
    assert _code_of(lambda: place.key("ben", OTHER)) == "db.wrong_password"
    assert _code_of(lambda: keys.reopened(place.path, bens)) == "db.wrong_key"
    assert place.is_whole()


def test_everybody_else_goes_on_with_password_and_code_and_the_audit_record_stays_one_chain(place: Place) -> None:
    before = place.key()
    made = place.change(users=(1, 2))
    ada = place.key()
    assert ada.data == made.key.data != before.data
    assert ada.earlier == (before.data,) and ada.audit == before.audit
    assert place.key("ben", OTHER).data == ada.data
    assert ada.compartments == before.compartments and not place.key("ben", OTHER).compartments
    assert keys.unlock_with_recovery(place.path, place.code).data == ada.data
    assert keys.reopened(place.path, before).data == ada.data  # a process of hers that was open meanwhile
    again = place.change(users=(1, 2))
    assert again.key.earlier == (before.data, ada.data)
    assert place.is_whole()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="stops a copy of this process")
@pytest.mark.parametrize("step", rekey.STEPS)
def test_a_computer_that_stops_leaves_the_old_file_or_the_new_one(place: Place, step: str) -> None:
    before = place.key()
    child = os.fork()
    if child == 0:  # pragma: no cover  it ends here, as by a power cut
        try:
            place.change(reached=lambda reached: os._exit(7) if reached == step else None)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    exchanged = rekey.STEPS.index(step) >= rekey.STEPS.index("exchanged")
    assert fits(place.path, before) is not exchanged
    assert place.is_whole()
    if exchanged:
        assert _code_of(lambda: place.key("ben", OTHER)) == "db.wrong_password"
    left = [one.name for one in place.path.parent.iterdir() if "rekeying" in one.name or "journal" in one.name]
    assert not left and not next_of(slot_path(place.path)).exists()
    place.change()
    assert place.is_whole()


@pytest.mark.parametrize("step", rekey.STEPS[: rekey.STEPS.index("exchanged")])
def test_a_change_that_is_refused_on_the_way_leaves_everything(place: Place, step: str) -> None:
    before = place.key()

    def stop(reached: str) -> None:
        if reached == step:
            raise OSError(28, "No space left on device")

    assert _code_of(lambda: place.change(reached=stop)) == "db.disk_full"
    assert fits(place.path, before) and place.is_whole()
    assert place.key("ben", OTHER).data == before.data


def test_too_little_room_is_said_before_anything_is_written(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {one.name for one in place.path.parent.iterdir()}
    monkeypatch.setattr("db.room.free_bytes", lambda _: 1000)
    assert _code_of(place.change) == "db.no_room"
    assert {one.name for one in place.path.parent.iterdir()} == names


def test_a_file_somebody_else_has_open_is_not_exchanged(place: Place) -> None:
    other = place.opened()
    with other.engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM patient")
        assert _code_of(place.change) == "db.open_elsewhere"
    other.close()
    assert place.is_whole()


def test_older_backups_open_with_the_code_of_their_time_and_can_still_be_checked(place: Place, tmp_path: Path) -> None:
    opened = place.opened()
    out = tmp_path / "backup.icm"
    backup.backup(opened, out)
    opened.close()
    place.change()
    ada = place.key()
    assert backup.check_backup(out, ada).counts["patient"] == 1
    key = keys.unlock_with_recovery(out, place.code)
    restored = restore(out, key, tmp_path / "again" / "new.icm", tmp_path / "state2", lambda _: ADA)
    assert restored.checks.ok is not False
    new = place.opened()
    backup.backup(new, tmp_path / "new-backup.icm")
    new.close()
    newer = keys.unlock_with_recovery(tmp_path / "new-backup.icm", place.code)
    assert (
        restore(tmp_path / "new-backup.icm", newer, tmp_path / "third" / "new.icm", tmp_path / "s3", lambda _: ADA)
        is not None
    )


def _of_first_format(place: Place, kind: str) -> None:
    """Write slots as the program did before there were pairs of keys."""
    key = place.key()
    file = authentic(place.path, key)
    old = []
    for slot in file.slots:
        if slot.kind == kind:
            plain = replace(slot, public=b"", sealed=())
            secret = PASSWORD if slot.user_id == 1 else OTHER
            kek = (
                slots._password_kek(plain, secret.encode(), None) if kind == PASSWORD_KIND
                else slots._recovery_kek(plain, recovery_code.read(place.code))
            )  # fmt: skip
            old.append(slots._wrapped(plain, key, key.data, kek))
        else:
            old.append(slot)
    slots.save(slot_path(place.path), replace(file, slots=tuple(old)).signed(key))


def test_slots_of_the_first_format_open_and_wait_until_their_users_signed_in(place: Place) -> None:
    _of_first_format(place, PASSWORD_KIND)
    assert place.is_whole()
    key = place.key()
    assert rekey.waiting(place.path, key, (1, 2)) == (1, 2)
    assert _code_of(lambda: place.change(users=(1, 2))) == "db.last_slot"
    keys.replace_password(place.path, key, 1, PASSWORD, **FAST)  # as her next sign-in does
    assert place.change(users=(1, 2)).left_out == (2,)
    assert place.is_whole()


def test_a_code_of_the_first_format_is_typed_once_before_the_key_changes(place: Place) -> None:
    _of_first_format(place, "recovery")
    assert keys.unlock_with_recovery(place.path, place.code).data == place.key().data
    assert _code_of(place.change) == "db.no_recovery_slot"
    keys.confirm_recovery_code(place.path, place.key(), place.code)
    place.change()
    assert place.is_whole()


def test_the_anchor_outside_follows(place: Place) -> None:
    made = place.change()
    anchor.Anchor.inside(place.state, made.key.database_id).write(made.head)
    assert place.is_whole()
