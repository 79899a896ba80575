"""An open practice runs named use cases as the signed-in role."""

from __future__ import annotations

import pytest

from icm_desktop import catalogue
from tests.support import make_practice


def test_unknown_or_private_use_cases_are_not_found():
    for name in (
        "services.nothing.here",
        "queries._hidden.x",
        "os.system",
        "services.access._secret",
        "db.engine.open",
    ):
        with pytest.raises(LookupError):
            catalogue.use_case(name)


def test_services_write_and_queries_read():
    assert catalogue.writes("services.scheduling.book")
    assert not catalogue.writes("queries.patients.find")


def test_a_practice_for_tests_opens_encrypted_as_each_role(tmp_path):
    practice = make_practice(tmp_path)
    assert (tmp_path / "test.icm").read_bytes()[:15] != b"SQLite format 3"
    assert practice.open("front_desk").actor.role == "front_desk"
    with practice.open().read() as uow:
        assert uow.actor.name == "Rosa Diaz"
