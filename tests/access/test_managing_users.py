"""Administrators change users, give new passwords and never lock everybody out of managing them."""

from __future__ import annotations

from pathlib import Path

import pytest

from icm_desktop import bootstrap
from icm_desktop.contracts.access import ChangeUser, NewUser, ResetPassword, SignIn
from icm_desktop.errors import Invalid, NotAllowed, UserError
from tests.access.conftest import PASSWORD

OTHERS, NEW = "green kettle on tuesday", "nine small paper boats"


@pytest.fixture
def ada(path: Path):
    practice = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    practice.run("services.access.add_user", NewUser("fred", "Fred", "front_desk", OTHERS))
    yield practice
    practice.close()


def user(ada, name):
    return next(row for row in ada.run("queries.users.users") if row.name == name)


def change(ada, name, role, display="X"):
    row = user(ada, name)
    return ada.run("services.access.change_user", ChangeUser(row.id, row.version, display, role))


def test_a_disabled_user_signs_in_again_with_a_new_password_and_must_choose_their_own(ada, path):
    ada.run("services.access.disable_user", "fred")
    ada.run("services.access.reset_password", ResetPassword(user(ada, "fred").id, NEW))
    with pytest.raises(UserError):
        bootstrap.sign_in(SignIn(str(path), "fred", OTHERS))
    fred = bootstrap.sign_in(SignIn(str(path), "fred", NEW))
    assert fred.signed_in().must_change_password
    fred.run("services.access.change_password", OTHERS)
    with pytest.raises(NotAllowed):
        fred.run("queries.users.users")
    fred.close()
    row = user(ada, "fred")
    assert not row.must_change_password and row.last_signed_in_at is not None and not row.disabled


def test_whoever_is_added_chooses_a_password_of_their_own_which_is_another(ada, path):
    fred = bootstrap.sign_in(SignIn(str(path), "fred", OTHERS))
    assert fred.signed_in().must_change_password
    with pytest.raises(Invalid) as refused:
        fred.run("services.access.change_password", OTHERS)
    assert refused.value.code == "password.given"
    fred.run("services.access.change_password", NEW)
    fred.close()
    assert not user(ada, "fred").must_change_password
    again = bootstrap.sign_in(SignIn(str(path), "fred", NEW))
    assert not again.signed_in().must_change_password
    again.close()


def test_the_last_administrator_stays_one_even_by_undo(ada):
    with pytest.raises(Invalid) as refused:
        change(ada, "ada", "clinician")
    assert refused.value.code == "access.last_administrator"
    made = change(ada, "fred", "administrator")
    change(ada, "ada", "clinician")
    with pytest.raises(Invalid) as refused:
        ada.run("services.history.undo", made.changes.action_id)
    assert refused.value.code == "access.no_administrator_left"
    assert user(ada, "fred").role == "administrator"
