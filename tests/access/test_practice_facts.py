"""The practice's phone, hours and address; the recovery code checked later or made anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from db import keys
from db.errors import DatabaseProblem
from db.models.audit import AuditEvent
from icm_desktop import bootstrap
from icm_desktop.contracts.access import NewPractice, PracticeMade, SignIn
from icm_desktop.contracts.people import SavePractice
from icm_desktop.errors import Invalid, NotAllowed, UserError
from icm_desktop.practice import OpenPractice
from tests.access.conftest import PASSWORD
from tests.support import make_practice


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def made(home: Path) -> PracticeMade:
    return bootstrap.make_practice(
        NewPractice(str(home / "p.icm"), "Larkspur", "America/New_York", "ada", PASSWORD, phone="(555) 010-2000")
    )


@pytest.fixture
def practice(made: PracticeMade) -> Iterator[OpenPractice]:
    opened = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    yield opened
    opened.close()


def _events(practice: OpenPractice) -> list[str]:
    with practice.read() as uow:
        return list(uow.session.scalars(select(AuditEvent.event)))


def test_a_phone_given_when_the_practice_is_made_is_there(practice: OpenPractice) -> None:
    assert practice.run("queries.people.practice").phone == "(555) 010-2000"


def test_a_phone_without_digits_makes_no_practice(home: Path) -> None:
    request = NewPractice(str(home / "p.icm"), "Larkspur", "UTC", "ada", PASSWORD, phone="call us")
    with pytest.raises(Invalid) as refused:
        bootstrap.make_practice(request)
    assert (refused.value.code, refused.value.field) == ("registration.bad_phone", "phone")
    assert not (home / "p.icm").exists()


def test_details_are_saved_cleaned_and_undone(tmp_path: Path) -> None:
    practice = make_practice(tmp_path).open("administrator")
    before = practice.run("queries.people.practice")
    request = SavePractice(" 555-010-7777 ", "555-010-8888", "Mon to Fri  8 to 5", "", clock_24_hours=True)
    saved = practice.run("services.practice.save", request)
    facts = practice.run("queries.people.practice")
    assert saved.practice == facts
    assert (facts.phone, facts.hours_text, facts.address) == ("555-010-7777", "Mon to Fri 8 to 5", None)
    assert facts.clock_24_hours
    assert saved.changes.kinds == {"practice"}
    undone = practice.run("services.history.undo", saved.changes.action_id)
    assert "practice" in undone.changes.kinds
    assert practice.run("queries.people.practice") == before


@pytest.mark.parametrize(
    ("request_", "field", "code"),
    [
        (SavePractice(None, "soon", None, None, False), "after_hours_phone", "registration.bad_phone"),
        (SavePractice(None, None, "x" * 201, None, False), "hours_text", "registration.too_long"),
    ],
)
def test_what_cannot_be_printed_is_refused_beside_its_field(
    tmp_path: Path, request_: SavePractice, field: str, code: str
) -> None:
    practice = make_practice(tmp_path).open("administrator")
    with pytest.raises(Invalid) as refused:
        practice.run("services.practice.save", request_)
    assert (refused.value.field, refused.value.code) == (field, code)


def test_only_an_administrator_changes_the_practice(tmp_path: Path) -> None:
    practice = make_practice(tmp_path).open("coordinator")
    with pytest.raises(NotAllowed):
        practice.run("services.practice.save", SavePractice(None, None, None, None, False))


def test_the_recovery_code_typed_from_its_sheet_is_confirmed(made: PracticeMade, practice: OpenPractice) -> None:
    assert practice.signed_in().recovery_unconfirmed
    wrong = made.recovery_code[:-1] + ("0" if made.recovery_code[-1] != "0" else "1")
    with pytest.raises(UserError) as refused:
        practice.run("services.access.check_recovery", wrong)
    assert refused.value.code == "db.recovery_code_typo"
    practice.run("services.access.check_recovery", made.recovery_code.lower().replace("-", " "))
    again = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    assert not again.signed_in().recovery_unconfirmed
    again.close()


def test_a_lost_sheet_is_replaced_and_the_old_code_dies_when_the_new_one_is_typed_back(
    made: PracticeMade, practice: OpenPractice
) -> None:
    practice.run("services.access.check_recovery", made.recovery_code)
    fresh = practice.run("services.access.new_recovery_code").code
    path = practice.database.path
    for either in (fresh, made.recovery_code):
        assert keys.unlock_with_recovery(path, either).data == practice.database.key.data
    again = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    assert again.signed_in().recovery_unconfirmed
    again.close()
    practice.run("services.access.confirm_recovery", fresh)
    with pytest.raises(DatabaseProblem, match="wrong_recovery_code"):
        keys.unlock_with_recovery(path, made.recovery_code)
    with pytest.raises(UserError) as refused:
        practice.run("services.access.check_recovery", made.recovery_code)
    assert refused.value.code == "db.wrong_recovery_code"
    assert _events(practice).count("keys.changed") == 2


def test_the_second_process_of_a_window_leaves_no_second_sign_in(made: PracticeMade, practice: OpenPractice) -> None:
    beside = bootstrap.open_beside(SignIn(made.database, "ada", PASSWORD))
    try:
        assert beside.actor == practice.actor
        assert beside.run("queries.people.practice").name == "Larkspur"
        assert _events(beside).count("access.signed_in") == 1
    finally:
        beside.close()
