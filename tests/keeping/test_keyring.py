"""The keyring's part of passwords: never the key, never in clear text, never the only way in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest

from db import keys
from db.device import fitting_backend, mark_of
from icm_desktop import before_sign_in, bootstrap, doctor, restoring
from icm_desktop.contracts.access import NewPractice, ResetPassword, SignIn
from icm_desktop.contracts.keeping import RestoreRequest
from icm_desktop.errors import CannotOpen, Invalid, UserError
from icm_desktop.practice import OpenPractice
from icm_desktop.words import error_sentence
from tests.keeping.conftest import OTHERS, PASSWORD, Home, add_user
from tests.keeping.keyrings import Forgetful, Locked, Memory, Newline, Null, Raising, allowed, in_use

NEW, TEMPORARY = "nine small paper boats", "seven loose wooden chairs"


@pytest.fixture
def backend() -> Iterator[Memory]:
    """A computer with a keyring that works."""
    made = allowed(Memory)
    with in_use(made):
        yield made


@pytest.fixture
def tied(home: Home, backend: Memory) -> Home:
    """The practice uses it."""
    practice = home.open()
    practice.run("services.keyring.turn_on", PASSWORD)
    practice.close()
    return home


def _refused(home: Home, **how: Any) -> str:
    with pytest.raises(UserError) as refused:
        home.open(**how)
    assert len(error_sentence(refused.value)) > 20
    return refused.value.code


def _secret_names(backend: Memory) -> list[str]:
    return [name for name in backend.kept if ".device." in name]


class Plain(Memory):
    """What keyrings.alt offers: secrets in clear text in a file."""


Plain.__module__ = "keyrings.alt.file"


def test_only_keyrings_known_to_keep_secrets_are_let_in_also_inside_a_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    good = allowed(Memory)
    for bad in (keyring.backends.null.Keyring(), keyring.backends.fail.Keyring(), Plain(), Memory()):
        assert fitting_backend(bad) is None
    assert fitting_backend(good) is good
    chain = keyring.backends.chainer.ChainerBackend()
    for inside, found in (([Plain(), good], good), ([Plain(), keyring.backends.null.Keyring()], None)):
        monkeypatch.setattr(type(chain), "backends", inside)
        assert fitting_backend(chain) is found


@pytest.mark.parametrize("kind", [Null, Raising, Locked, Newline, Forgetful])
def test_a_keyring_that_fails_its_probe_is_never_used(kind: type[Memory], home: Home, tmp_path: Path) -> None:
    with in_use(allowed(kind)):
        assert not before_sign_in.keyring_answers()
        request = NewPractice(str(tmp_path / "n.icm"), "New", "UTC", "ada", PASSWORD, use_keyring=True)
        with pytest.raises(CannotOpen) as refused:
            bootstrap.make_practice(request)
        assert refused.value.code == "db.keyring_unfit"
        assert list(tmp_path.glob("n.icm*")) == []
        practice = home.open()
        with pytest.raises(UserError) as no:
            practice.run("services.keyring.turn_on", PASSWORD)
        practice.close()
        assert no.value.code == "db.keyring_unfit"
        home.open().close()


def test_a_new_practice_can_begin_with_the_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: Memory
) -> None:
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    request = NewPractice(str(tmp_path / "n.icm"), "New", "UTC", "ada", PASSWORD, use_keyring=True)
    made = bootstrap.make_practice(request)
    practice = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    key = practice.database.key.data.hex()
    practice.close()
    assert len(_secret_names(backend)) == 1
    for text in backend.kept.values():
        assert "\n" not in text and text != key and key not in text
    backend.kept.clear()
    with pytest.raises(CannotOpen) as refused:
        bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    assert refused.value.code == "db.device_secret_lost"


def test_the_file_alone_is_not_opened_by_the_password_and_everybody_follows(tied: Home, backend: Memory) -> None:
    ada = tied.open()
    add_user(ada, "fred")
    assert ada.run("queries.keyring.state").tied == 2
    ada.close()
    tied.open("fred", OTHERS).close()
    slots = {slot.user_name: slot.device for slot in keys.list_slots(tied.database)}
    assert slots["ada"] is not None and slots["ada"] == slots["fred"]
    assert slots[""] is None
    with in_use(allowed(Memory)):  # another computer
        assert _refused(tied) == "db.device_secret_lost"
        assert _refused(tied, user="fred", password=OTHERS) == "db.device_secret_lost"


def test_colleagues_from_before_follow_at_their_next_sign_in_both_ways(home: Home, backend: Memory) -> None:
    ada = home.open()
    add_user(ada, "fred")
    ada.run("services.keyring.turn_on", PASSWORD)
    assert (ada.run("queries.keyring.state").tied, ada.run("queries.keyring.state").untied) == (1, 1)
    home.open("fred", OTHERS).close()
    assert ada.run("queries.keyring.state").untied == 0
    ada.run("services.keyring.turn_off", PASSWORD)
    assert len(_secret_names(backend)) == 1  # Fred still needs it
    home.open("fred", OTHERS).close()
    assert ada.run("queries.keyring.state").tied == 0
    assert _secret_names(backend) == []
    checks = {check.name: check.ok for check in ada.run("services.backups.verify").checks}
    assert checks["key_slots"] is True
    ada.close()


@pytest.mark.parametrize("kind", [Raising, Locked])
def test_a_locked_or_absent_keyring_is_said_and_is_no_wrong_password(
    kind: type[Memory], tied: Home, backend: Memory
) -> None:
    with in_use(allowed(kind)):
        for _ in range(12):
            assert _refused(tied) == "db.keyring_silent"
        assert _refused(tied, password="not this one at all") == "db.keyring_silent"
    tied.open().close()  # not locked out


def test_another_value_is_told_from_a_wrong_password(tied: Home, backend: Memory) -> None:
    name = _secret_names(backend)[0]
    for other in ("00" * 32, "no number", "", "00" * 31):
        backend.kept[name] = other
        assert _refused(tied) == "db.device_secret_changed"


def test_when_it_was_wiped_the_printed_code_opens_and_a_new_secret_is_offered(tied: Home, backend: Memory) -> None:
    backend.kept.clear()
    assert _refused(tied) == "db.device_secret_lost"
    practice = tied.open(password=NEW, recovery_code=tied.code)
    assert practice.signed_in().keyring_lost
    assert practice.run("queries.keyring.state").in_use is False
    practice.run("services.keyring.turn_on", NEW)
    practice.close()
    again = tied.open(password=NEW)
    assert not again.signed_in().keyring_lost
    again.close()
    assert len(_secret_names(backend)) == 1
    backend.kept.clear()
    assert _refused(tied, password=NEW) == "db.device_secret_lost"


def test_after_a_wipe_an_administrator_gives_the_others_new_passwords(tied: Home, backend: Memory) -> None:
    ada = tied.open()
    for name in ("fred", "kim"):
        add_user(ada, name)
    ada.close()
    ids = {slot.user_name: slot.user_id or 0 for slot in keys.list_slots(tied.database)}
    backend.kept.clear()
    with pytest.raises(CannotOpen) as refused:
        tied.open("fred", OTHERS)
    told = error_sentence(refused.value)
    assert all(words in told for words in ("administrator", "recovery code", "new password"))

    ada = tied.open(password=NEW, recovery_code=tied.code)
    ada.run("services.access.reset_password", ResetPassword(ids["fred"], TEMPORARY))
    fred = tied.open("fred", TEMPORARY)
    assert fred.signed_in().must_change_password
    fred.run("services.access.change_password", OTHERS)
    fred.close()
    ada.run("services.keyring.turn_on", NEW)  # while Kim's password still asks for the secret that is gone
    ada.run("services.access.reset_password", ResetPassword(ids["kim"], TEMPORARY))
    for name, password in (("fred", OTHERS), ("kim", TEMPORARY)):
        tied.open(name, password).close()
    assert (ada.run("queries.keyring.state").tied, ada.run("queries.keyring.state").untied) == (3, 0)
    assert len(_secret_names(backend)) == 1
    ada.close()


def test_a_forgotten_password_alone_keeps_the_secret(tied: Home, backend: Memory) -> None:
    practice = tied.open(password=NEW, recovery_code=tied.code)
    assert not practice.signed_in().keyring_lost
    assert practice.run("queries.keyring.state").tied == 1
    practice.close()


def test_a_backup_of_a_tied_practice_opens_elsewhere_with_the_code_only(tied: Home, backend: Memory) -> None:
    ada = tied.open()
    out = tied.folder / "tied.icm"
    ada.run("services.backups.backup", str(out))
    ada.close()
    with in_use(allowed(Memory)):
        with pytest.raises(CannotOpen) as refused:
            restoring.restore(RestoreRequest(str(out), str(tied.folder / "n.icm"), "ada", PASSWORD))
        assert refused.value.code == "db.device_secret_lost"
        made = restoring.restore(RestoreRequest(str(out), str(tied.folder / "n.icm"), recovery_code=tied.code))
        practice = bootstrap.sign_in(SignIn(made.database, "ada", NEW, recovery_code=tied.code))
        assert practice.signed_in().keyring_lost
        practice.close()


def test_it_remembers_how_far_the_record_was_when_the_state_folder_does_not(tied: Home, backend: Memory) -> None:
    old = tied.database.read_bytes()
    ada = tied.open()
    add_user(ada, "fred")
    ada.close()
    assert any(name.endswith(".anchor.json") for name in backend.kept)
    tied.database.write_bytes(old)
    for anchor in (tied.folder / "home" / "state").glob("*.anchor.json"):
        anchor.unlink()
    assert _refused(tied) in {"db.rolled_back", "db.damaged_slots"}
    practice = tied.open(accept_older=True)
    practice.close()
    tied.open().close()  # once accepted it is the past of this computer


def test_only_with_the_right_password_it_is_turned_on(home: Home, backend: Memory) -> None:
    ada = home.open()
    with pytest.raises(Invalid) as refused:
        ada.run("services.keyring.turn_on", "not this one at all")
    assert refused.value.field == "password"
    ada.close()
    assert _secret_names(backend) == []


def test_doctor_says_how_it_stands(tied: Home, backend: Memory) -> None:
    def of(practice: OpenPractice | None) -> tuple[bool | None, str]:
        checks = doctor.examine(tied.database, practice).checks
        return next((check.ok, check.detail) for check in checks if check.name == "keyring")

    ada = tied.open()
    assert of(ada) == (True, "Secret Service keeps secrets; passwords need its part, never the whole key")
    with in_use(allowed(Locked)):
        assert of(ada)[0] is False
        assert of(None)[0] is True
    ada.close()


def test_a_mark_tells_nothing_of_the_secret() -> None:
    secret = bytes(range(32))
    assert len(mark_of(secret)) == 32
    assert mark_of(secret) not in secret.hex()
    assert mark_of(secret) != mark_of(bytes(32))
