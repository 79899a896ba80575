"""Which new passwords are accepted."""

from __future__ import annotations

import pytest

from db.errors import DatabaseProblem
from db.passwords import check_password

BLOCKLIST = ["password", "welcome", "qwertyuiop", "letmein", "administrator", "qwertyuiopasdfgh"]
NAMES = ["rosa.diaz", "Rosa Diaz", "Sunrise Family Clinic"]


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "x7#Kp2!vQz9&Lm4",
        "ñandú ñandú volando",
        "a" + "b c" * 30 + "zz quiet river",
        "密碼是很長的一句話不容易猜中喔",
        "welcome to my quiet garden",
        "rosa likes green rivers",
    ],
)
def test_long_passwords_of_any_kind_are_accepted(password: str) -> None:
    check_password(password, blocklist=BLOCKLIST, names=NAMES)
    assert len(password) >= 15


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("fourteen chars", "short"),
        ("é" * 3 + "e\u0301" * 8, "short"),
        ("abc def " * 200, "long"),
        ("aaaaaaaaaaaaaaaaaa", "repeated"),
        ("1234512345123451", "repeated"),
        ("abcdefghijklmnopq", "repeated"),
        ("passwordpassword", "common"),
        ("Password!12345678", "common"),
        ("QwertyuiopAsdfgh", "common"),
        ("Welcome.Administrator.1", "common"),
        ("Sunrise Family Clinic 2026", "name"),
        ("rosa.diaz rosa.diaz", "name"),
        ("Rosa-Diaz-1975-07-14", "name"),
    ],
)
def test_weak_passwords_are_refused_with_the_reason(password: str, reason: str) -> None:
    with pytest.raises(DatabaseProblem) as refused:
        check_password(password, blocklist=BLOCKLIST, names=NAMES)
    assert (refused.value.code, refused.value.params["reason"]) == ("db.weak_password", reason)
