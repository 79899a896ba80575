"""Key slots: who can open the database, and with what."""

from __future__ import annotations

import functools
import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db import keys, recovery_code
from db.errors import DatabaseProblem
from db.keys import FAST_TEST_KDF, Key
from db.slots import backup_of, slot_path
from tests.db.sample import PASSWORD

FAST: dict[str, Any] = {"kdf": FAST_TEST_KDF}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "test.icm"


@pytest.fixture
def key() -> Key:
    return keys.new_key()


@pytest.fixture
def code(database: Path, key: Key) -> str:
    return keys.create_slots(database, key, 1, "Ana", PASSWORD, kdf=FAST_TEST_KDF)


def _code_of(action: Callable[[], object]) -> str:
    with pytest.raises(DatabaseProblem) as refused:
        action()
    return refused.value.code


@pytest.mark.usefixtures("code")
def test_the_right_password_opens_whatever_the_case_of_the_name(database: Path, key: Key) -> None:
    for name in ("Ana", "ana", " ANA "):
        opened = keys.unlock_with_password(database, name, PASSWORD, **FAST)
        assert (opened.data, opened.database_id, opened.user_id) == (key.data, key.database_id, 1)


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize(("name", "password"), [("Ana", PASSWORD + " "), ("Ana", ""), ("Bob", PASSWORD), ("", "")])
def test_anything_else_does_not_open(database: Path, name: str, password: str) -> None:
    assert _code_of(lambda: keys.unlock_with_password(database, name, password, **FAST)) == "db.wrong_password"


def test_a_password_typed_on_another_keyboard_is_the_same(database: Path, key: Key) -> None:
    composed, decomposed = (unicodedata.normalize(form, "contraseña de José") for form in ("NFC", "NFD"))
    assert composed != decomposed
    keys.create_slots(database, key, 1, "José", composed, **FAST)
    assert (
        keys.unlock_with_password(database, unicodedata.normalize("NFD", "JOSÉ"), decomposed, **FAST).data == key.data
    )


def test_the_recovery_code_opens_however_it_is_typed(database: Path, key: Key, code: str) -> None:
    assert [len(group) for group in code.split("-")] == [4] * 9
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("0", "o").replace("1", "l")):
        opened = keys.unlock_with_recovery(database, typed)
        assert (opened.data, opened.user_id, opened.slot_kind) == (key.data, None, "recovery")


def test_every_single_typing_mistake_in_the_code_is_noticed() -> None:
    code = recovery_code.written(bytes(range(20)))
    letters = code.replace("-", "")
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    wrong = [letters[:at] + other + letters[at + 1 :] for at in range(36) for other in alphabet if other != letters[at]]
    assert len(wrong) == 36 * 31
    assert {_code_of(functools.partial(recovery_code.read, typed)) for typed in wrong} == {"db.recovery_code_typo"}


@pytest.mark.usefixtures("code")
def test_the_code_of_another_database_does_not_open(database: Path) -> None:
    other = recovery_code.written(recovery_code.new_secret())
    assert _code_of(lambda: keys.unlock_with_recovery(database, other)) == "db.wrong_recovery_code"


def test_a_used_code_is_refused_once_the_new_one_was_typed_back(database: Path, key: Key, code: str) -> None:
    new = keys.new_recovery_code(database, key)
    for either in (code, new):  # a computer that stops here takes nobody's way in
        assert keys.unlock_with_recovery(database, either).data == key.data
    keys.confirm_recovery_code(database, key, new.lower())
    assert _code_of(lambda: keys.unlock_with_recovery(database, code)) == "db.wrong_recovery_code"
    assert keys.unlock_with_recovery(database, new).data == key.data
    generation = keys.slot_generation(database, key)
    assert keys.confirm_recovery_code(database, key, new) == generation
    assert _code_of(lambda: keys.confirm_recovery_code(database, key, code)) == "db.wrong_recovery_code"


def test_codes_nobody_typed_back_do_not_pile_up_and_never_push_out_the_confirmed_one(
    database: Path, key: Key, code: str
) -> None:
    fresh = [keys.new_recovery_code(database, key) for _ in range(9)]
    assert [slot.kind for slot in keys.list_slots(database)].count("recovery") == 4
    for opens in (code, *fresh[-3:]):
        assert keys.unlock_with_recovery(database, opens).data == key.data
    assert _code_of(lambda: keys.unlock_with_recovery(database, fresh[0])) == "db.wrong_recovery_code"


@pytest.mark.usefixtures("code")
def test_each_user_has_a_slot_and_a_removed_one_is_gone_from_every_copy(database: Path, key: Key) -> None:
    keys.add_password_slot(database, key, 2, "Bob", "another long password", **FAST)
    assert keys.unlock_with_password(database, "bob", "another long password", **FAST).user_id == 2
    assert [(slot.kind, slot.user_id) for slot in keys.list_slots(database)] == [
        ("password", 1),
        ("recovery", None),
        ("password", 2),
    ]
    keys.remove_slot(database, key, 2)
    slot_path(database).unlink()  # even the twin does not know the removed user
    refused = _code_of(lambda: keys.unlock_with_password(database, "bob", "another long password", **FAST))
    assert refused == "db.wrong_password"


@pytest.mark.usefixtures("code")
def test_a_replaced_password_stops_working(database: Path, key: Key) -> None:
    keys.replace_password(database, key, 1, "a quite new password", **FAST)
    assert keys.unlock_with_password(database, "ana", "a quite new password", **FAST).data == key.data
    assert _code_of(lambda: keys.unlock_with_password(database, "ana", PASSWORD, **FAST)) == "db.wrong_password"


@pytest.mark.usefixtures("code")
def test_a_replaced_password_stays_dead_when_the_twin_was_left_behind(database: Path, key: Key) -> None:
    old = slot_path(database).read_bytes()
    keys.replace_password(database, key, 1, "a quite new password", **FAST)
    backup_of(slot_path(database)).write_bytes(old)
    assert _code_of(lambda: keys.unlock_with_password(database, "ana", PASSWORD, **FAST)) == "db.wrong_password"


@pytest.mark.usefixtures("code")
def test_senseless_changes_of_slots_are_refused(database: Path, key: Key) -> None:
    assert _code_of(lambda: keys.create_slots(database, key, 1, "Ana", PASSWORD, **FAST)) == "db.exists"
    assert _code_of(lambda: keys.add_password_slot(database, key, 2, "ANA", PASSWORD, **FAST)) == "db.slot_exists"
    assert _code_of(lambda: keys.replace_password(database, key, 9, PASSWORD, **FAST)) == "db.no_slot"
    assert _code_of(lambda: keys.remove_slot(database, key, 9)) == "db.no_slot"
    assert _code_of(lambda: keys.remove_slot(database, key, 1)) == "db.last_slot"
    assert _code_of(lambda: keys.new_recovery_code(database, replace(key, data=bytes(32)))) == "db.damaged_slots"


@pytest.mark.usefixtures("code")
def test_a_slot_weaker_than_the_floor_is_refused(database: Path) -> None:
    assert _code_of(lambda: keys.unlock_with_password(database, "ana", PASSWORD)) == "db.damaged_slots"


def test_the_real_computation_opens_and_a_file_without_slots_does_not(database: Path, key: Key) -> None:
    assert _code_of(lambda: keys.unlock_with_password(database, "ana", PASSWORD)) == "db.missing_slots"
    keys.create_slots(database, key, 1, "Ana", PASSWORD)
    assert keys.unlock_with_password(database, "ana", PASSWORD).data == key.data


@pytest.mark.usefixtures("code")
def test_files_are_private_and_hold_no_bare_key(database: Path, key: Key) -> None:
    for path in (slot_path(database), backup_of(slot_path(database))):
        content = path.read_bytes()
        assert path.stat().st_mode & 0o777 == 0o600
        assert key.data not in content and key.hex.encode() not in content and PASSWORD.encode() not in content
    assert key.hex not in repr(key) and "data=" not in repr(key)


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("bad", ["", "[]", "{}", '{"slots": 1}', "\u00ff", '{"format": 2}'])
def test_rubbish_is_refused(database: Path, bad: str) -> None:
    for path in (slot_path(database), backup_of(slot_path(database))):
        path.write_text(bad, encoding="latin-1")
    assert _code_of(lambda: keys.unlock_with_password(database, "ana", PASSWORD, **FAST)) == "db.damaged_slots"


def _edit(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    content = json.loads(path.read_text())
    change(content)
    path.write_bytes(json.dumps(content, indent=1, sort_keys=True).encode() + b"\n")


def _swap(content: dict[str, Any]) -> None:
    first, other = content["slots"][0], content["slots"][2]
    for name in ("ciphertext", "nonce", "salt", "kdf"):
        first[name], other[name] = other[name], first[name]


def _cheaper(content: dict[str, Any]) -> None:
    content["slots"][0]["kdf"]["lanes"] = 2


def _other_user(content: dict[str, Any]) -> None:
    content["slots"][0]["user_id"] = 2


def _other_database(content: dict[str, Any]) -> None:
    content["database_id"] = "0" * 32


def _older_generation(content: dict[str, Any]) -> None:
    content["generation"] = 1


def _without_recovery(content: dict[str, Any]) -> None:
    del content["slots"][1]


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize(
    "change",
    [_swap, _cheaper, _other_user, _other_database, _older_generation, _without_recovery],
    ids=lambda f: f.__name__,
)
def test_relabelled_slots_are_refused(database: Path, key: Key, change: Callable[[dict[str, Any]], None]) -> None:
    keys.add_password_slot(database, key, 2, "Bob", "another long password", **FAST)
    backup_of(slot_path(database)).unlink()
    _edit(slot_path(database), change)
    refused = _code_of(lambda: keys.unlock_with_password(database, "ana", PASSWORD, **FAST))
    assert refused in {"db.wrong_password", "db.damaged_slots"}


@pytest.mark.usefixtures("code")
def test_a_damaged_file_is_mended_from_its_authentic_twin(database: Path, key: Key) -> None:
    good = slot_path(database).read_bytes()
    for bad in (b"", good[:-9], good.replace(b'"user_id": 1', b'"user_id": 2')):
        slot_path(database).write_bytes(bad)
        assert keys.unlock_with_password(database, "ana", PASSWORD, **FAST).data == key.data
        assert slot_path(database).read_bytes() == good


@pytest.mark.usefixtures("code")
def test_every_change_of_slots_is_counted(database: Path, key: Key) -> None:
    found = [
        keys.add_password_slot(database, key, 2, "Bob", "another long password", **FAST),
        keys.replace_password(database, key, 2, "a quite new password", **FAST),
        keys.remove_slot(database, key, 2),
        keys.slot_generation(database, key),
    ]
    assert found == [2, 3, 4, 4]
