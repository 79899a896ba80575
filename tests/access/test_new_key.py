"""Who leaves cannot open the file of tomorrow: from disabling to the new key, as people do it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from db import keys
from db.backup import backup
from db.database import open_existing
from db.engine import fits, keyed_connection
from db.errors import DatabaseProblem
from icm_desktop import bootstrap, rekeying
from icm_desktop.contracts.access import NewUser, SignIn
from icm_desktop.errors import CannotOpen, NotAllowed
from icm_desktop.long_work import NoProgress
from icm_desktop.practice import OpenPractice
from tests.access.conftest import PASSWORD

OTHER = "nine purple elephants waltzing"


@pytest.fixture
def ada(path: Path) -> Iterator[OpenPractice]:
    practice = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    practice.run("services.access.add_user", NewUser("ben", "Ben", "coordinator", OTHER))
    yield practice
    with suppress(DatabaseProblem):  # the file has another key by now
        practice.close()


def test_disabling_makes_a_new_key_due_until_the_file_has_one(ada: OpenPractice, path: Path) -> None:
    assert ada.run("queries.key_state.state").due_since is None
    bens = keys.unlock_with_password(path, "ben", OTHER)
    ada.run("services.access.disable_user", "ben")
    ada.run("services.access.change_key_at_close", True)
    due = ada.run("queries.key_state.state")
    assert due.due_since is not None and due.at_close and due.recovery_ready and due.waiting == ()
    ada.close()
    waiting = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    assert waiting.database.key.hex == bens.hex  # it stands over closing and signing in
    waiting.close()
    practice = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    assert practice.run("queries.key_state.state").due_since == due.due_since
    assert rekeying.change_key(practice, NoProgress()).left_out == ()
    again = rekeying.open_again(practice)
    done = again.run("queries.key_state.state")
    assert done.due_since is None and not done.at_close and done.changed_at is not None
    with again.read() as uow:
        told = uow.session.execute(text("SELECT event, user_id FROM audit_event WHERE event LIKE 'keys.%'")).all()
    assert ("keys.renewed", ada.actor.user_id) in [tuple(row) for row in told]
    again.close()
    assert not fits(path, bens)


def test_only_administrators_make_a_new_key_and_nobody_who_was_disabled(ada: OpenPractice, path: Path) -> None:
    ben = bootstrap.sign_in(SignIn(str(path), "ben", OTHER))
    with pytest.raises(NotAllowed):
        rekeying.change_key(ben, NoProgress())
    with pytest.raises(CannotOpen, match=r"db\.open_elsewhere"):  # Ben still works
        rekeying.change_key(ada, NoProgress())
    ben.close()
    practice = rekeying.open_again(ada)
    practice.run("services.access.add_user", NewUser("cleo", "Cleo", "administrator", OTHER))
    practice.run("services.access.disable_user", "ada")
    with pytest.raises(CannotOpen, match="user_disabled"):
        rekeying.refuse_who_left(practice)
    practice.close()


def test_by_the_command_all_of_it_is_one_step(path: Path, shell_of) -> None:
    practice = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    practice.run("services.access.add_user", NewUser("ben", "Ben", "coordinator", OTHER))
    practice.close()
    bens = keys.unlock_with_password(path, "ben", OTHER)
    assert shell_of("user", "disable", "ben") == 0
    assert not fits(path, bens)
    practice = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    assert practice.run("queries.key_state.state").due_since is None
    practice.close()


@pytest.fixture
def shell_of(path: Path, monkeypatch: pytest.MonkeyPatch):
    from icm_desktop.__main__ import main

    monkeypatch.setenv("ICM_PASSWORD", PASSWORD)
    return lambda *words: main([*words, "--database", str(path), "--user", "ada"])


def test_a_raw_reading_of_the_file_with_its_key_shows_no_word_of_a_sensitive_note(
    ada: OpenPractice, path: Path, tmp_path: Path
) -> None:
    from db.models.patient import Patient
    from icm_desktop.contracts.notes import AmendNote, NewNote, SetGrants
    from icm_desktop.contracts.people import SaveDraft

    words, more, half = "relapsed at the lake house", "slept at the harbour", "half a thought on the pier"
    with ada.write("test") as uow:
        patient = Patient(record_number="000001", family="Lopez", given="Maria")
        uow.session.add(patient)
        uow.session.flush()
        patient_id = patient.id
    note = ada.run("services.notes.write", NewNote(patient_id, "substance_use", words, ())).note_id
    ada.run("services.notes.amend", AmendNote(note, more, "told later"))
    ada.run("services.drafts.save", SaveDraft("note", patient_id, (("kind", "substance_use"), ("text", half))))
    assert ada.run("services.notes.open_note", note).text == words
    assert dict(ada.run("queries.drafts.load", "note", patient_id).fields)["text"] == half

    ben = bootstrap.sign_in(SignIn(str(path), "ben", OTHER))
    everything = _every_value(path, ben.database.key)
    ben.close()
    assert b"told later" in everything  # the reading finds what is only under the key of the file
    for secret in (words, more, half):
        assert secret.encode() not in everything

    ada.run("services.notes.set_grants", SetGrants(_ben(ada), ("substance_use",), "works with them"))
    assert "substance_use/1" in dict(keys.unlock_with_password(path, "ben", OTHER).compartments)
    ada.run("services.notes.set_grants", SetGrants(_ben(ada), (), "moved on"))
    assert not any("substance_use" in name for name, _ in keys.unlock_with_password(path, "ben", OTHER).compartments)
    assert "substance_use/2" in dict(keys.unlock_with_password(path, "ada", PASSWORD).compartments)

    backup(ada.database, tmp_path / "b.icm")  # rotation, backup and password go on opening them
    rekeying.change_key(ada, NoProgress())
    again = rekeying.open_again(ada)
    assert again.run("services.notes.open_note", note).text == words
    again.close()
    from_backup = keys.unlock_with_password(tmp_path / "b.icm", "ada", PASSWORD)
    shutil.copy(tmp_path / "b.icm", tmp_path / "copy.icm")
    opened = open_existing(tmp_path / "copy.icm", from_backup, tmp_path / "state")
    looked = OpenPractice(opened, again.actor, again.zone)
    assert looked.run("services.notes.open_note", note).text == words
    looked.close()


def _ben(ada: OpenPractice) -> int:
    return next(row.id for row in ada.run("queries.users.users") if row.name == "ben")


def _every_value(path: Path, key: keys.Key) -> bytes:
    """All values of all tables, the search index among them, as bytes."""
    connection = keyed_connection(path, key)
    found = []
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  names of tables
            found += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    connection.close()
    return b"\n".join(found)
