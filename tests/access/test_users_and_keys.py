"""Users and their key slots stay together, whatever stops the computer between the two; who checks needs the role."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import keys
from icm_desktop import bootstrap
from icm_desktop.contracts.access import NewUser, SignIn
from icm_desktop.errors import Invalid, NotAllowed
from icm_desktop.practice import OpenPractice
from tests.access.conftest import PASSWORD

OTHERS, NEW = "green kettle on tuesday", "nine small paper boats"


@pytest.fixture
def ada(path: Path):
    practice = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    yield practice
    practice.close()


def _add(ada: OpenPractice, name: str, role: str = "front_desk") -> None:
    ada.run("services.access.add_user", NewUser(name, name.title(), role, OTHERS))


def _signed_in_as(path: Path, name: str, password: str) -> str:
    practice = bootstrap.sign_in(SignIn(str(path), name, password))
    practice.close()
    return practice.actor.role


@pytest.mark.parametrize("name", ["fred", "gus"])
def test_a_slot_without_its_user_does_not_stop_the_next_user(ada: OpenPractice, path: Path, name: str) -> None:
    keys.add_password_slot(path, ada.database.key, 2, "fred", NEW)  # and then the power failed
    _add(ada, name)
    assert _signed_in_as(path, name, OTHERS) == "front_desk"
    assert {slot.user_name for slot in keys.list_slots(path)} == {"ada", name, ""}


def test_a_name_in_use_is_still_refused_and_its_slot_stays(ada: OpenPractice, path: Path) -> None:
    _add(ada, "fred")
    with pytest.raises(Invalid):
        _add(ada, "fred")
    assert _signed_in_as(path, "fred", OTHERS) == "front_desk"


def test_a_user_whose_slot_is_gone_already_can_still_be_disabled(ada: OpenPractice, path: Path) -> None:
    _add(ada, "fred")
    keys.remove_slot(path, ada.database.key, 2)  # and then the power failed
    assert ada.run("services.access.disable_user", "fred").user.disabled
    assert ada.run("services.backups.verify").checks
    assert {check.name for check in ada.run("services.backups.verify").checks if check.ok is False} == set()


def test_only_who_may_check_the_database_checks_it(ada: OpenPractice, path: Path) -> None:
    _add(ada, "fred")
    for name, password, may in (("ada", PASSWORD, True), ("fred", OTHERS, False)):
        with bootstrap.open_to_check(SignIn(str(path), name, password)) as practice:
            if may:
                assert practice.run("services.backups.verify").checks
                continue
            with pytest.raises(NotAllowed):
                practice.run("services.backups.verify")


def test_checking_a_backup_writes_nothing_beside_it(ada: OpenPractice, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    ada.run("services.backups.backup", str(folder / "b.icm"))
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with bootstrap.open_to_check(SignIn(str(folder / "b.icm"), "ada", PASSWORD)) as practice:
        assert practice.run("services.backups.verify").checks
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
