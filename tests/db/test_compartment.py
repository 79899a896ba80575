"""Compartments: words the key of the file does not open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db import compartment, keys
from db.errors import DatabaseProblem
from db.key import Key
from tests.db.sample import PASSWORD

KINDS = ("behavioral_health", "substance_use")
WORDS = "Slept badly, craving since Tuesday; ñ 中"


@pytest.fixture
def key() -> Key:
    return keys.new_key(KINDS)


def test_what_is_sealed_opens_with_its_compartment_and_with_no_other_key(key: Key) -> None:
    sealed = compartment.seal(key, WORDS, "behavioral_health")
    assert compartment.open_(key, sealed) == WORDS
    assert b"craving" not in sealed
    assert compartment.seal(key, WORDS, "behavioral_health") != sealed
    without = replace(key, compartments=())
    for attempt in (
        lambda: compartment.open_(without, sealed), lambda: compartment.seal(without, WORDS, "substance_use"),
    ):  # fmt: skip
        with pytest.raises(DatabaseProblem, match="compartment_closed"):
            attempt()


def test_changed_words_of_another_database_or_kind_are_refused(key: Key) -> None:
    sealed = compartment.seal(key, WORDS, "behavioral_health")
    for broken in (
        sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed.replace(b"behavioral_health/1", b"substance_useeeee/1"),
        sealed[:10], b"",
    ):  # fmt: skip
        with pytest.raises(DatabaseProblem):
            compartment.open_(key, broken)
    with pytest.raises(DatabaseProblem, match="damaged"):
        compartment.open_(replace(key, database_id="other"), sealed)


def test_a_slot_holds_what_it_was_given_and_passes_on_no_more(tmp_path: Path, key: Key) -> None:
    database = tmp_path / "test.icm"
    fast: dict[str, Any] = {"kdf": keys.FAST_TEST_KDF}
    code = keys.create_slots(database, key, 1, "Ana", PASSWORD, kdf=keys.FAST_TEST_KDF)
    keys.add_password_slot(database, key, 2, "Ben", PASSWORD, compartments=["substance_use"], **fast)
    keys.add_password_slot(database, key, 3, "Flo", PASSWORD, **fast)
    ana, ben, flo = (keys.unlock_with_password(database, name, PASSWORD, **fast) for name in ("ana", "ben", "flo"))
    assert {ana.data, ben.data, flo.data} == {key.data}
    assert ana.compartments == key.compartments == keys.unlock_with_recovery(database, code).compartments
    assert [name for name, _ in ben.compartments] == ["substance_use/1"]
    assert not flo.compartments
    keys.replace_password(database, flo, 2, "a quite new password", **fast)  # by somebody who holds nothing
    assert not keys.unlock_with_password(database, "ben", "a quite new password", **fast).compartments
