"""Somebody signs in with a code of their telephone from now on, by keyboard alone; the telephone is lost; it is off."""

from __future__ import annotations

import time

import pytest

from db import totp
from tests.cli.conftest import PASSWORD
from tests.stories.conftest import PASSWORDS
from ui.dialogs.second_step import SecondStepDialog, TakeOffDialog

pytestmark = pytest.mark.story


def test_a_code_beside_the_password_until_the_telephone_is_lost(practice, person):
    person.sign_in("rosa", PASSWORDS["rosa"])
    secret = turn_on(person)
    person.press("Ctrl+Shift+L")
    asked_after_the_first_lock(person, secret)
    goes_back_with_the_password_alone(person)
    the_telephone_is_lost(person)
    told_at_the_next_sign_in(person)


def turn_on(person):
    person.command("my sign-in code")
    dialog = person.dialog(SecondStepDialog)
    person.sees("cannot sign in here without your telephone", "the encryption of the records does not know it")
    secret = totp.read(dialog.key.text())
    person.write("not my password")
    person.press("Tab")
    person.write(code(secret))
    person.press("Return")
    person.sees("This is not your password.")
    person.press("Ctrl+A")
    person.write(PASSWORDS["rosa"])
    person.press("Return")
    person.no_dialog()
    person.sees("From the next sign-in on you are asked for a code")
    return secret


def asked_after_the_first_lock(person, secret):
    person.write(PASSWORDS["rosa"])
    person.press("Return")
    person.sees("The password is right. Now type the code your authenticator app shows.")
    person.write(code(secret))
    person.press("Return")
    person.sees("This code was used already.")
    person.press("Ctrl+A")
    person.write(code(secret, 1))
    person.press("Return")
    person.until(lambda: person.keeper.lock_screen is None, "the window behind the lock")


def goes_back_with_the_password_alone(person):
    person.press("Ctrl+Shift+L")
    person.unlock("fred", PASSWORDS["fred"])  # a colleague works meanwhile
    person.press("Ctrl+Shift+L")
    person.unlock("rosa", PASSWORDS["rosa"])


def the_telephone_is_lost(person):
    person.press("Ctrl+Shift+L")
    person.unlock("ada", PASSWORD)
    person.command("admin: users")
    person.press("Ctrl+Shift+F")
    person.write("rosa")
    person.sees("On")
    person.press("Down")
    person.command("turn off the sign-in code")
    person.dialog(TakeOffDialog)
    person.write("Telephone lost, asked her in person")
    person.press("Return")
    person.no_dialog()
    person.sees("Rosa signs in with the password alone, until they turn a code on again.")


def told_at_the_next_sign_in(person):
    person.press("Ctrl+Shift+L")
    person.unlock("rosa", PASSWORDS["rosa"])
    person.sees("An administrator turned off your sign-in code.")


def code(secret, ahead=0):
    return totp.code_at(secret, totp.step_at(time.time()) + ahead)
