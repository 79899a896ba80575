"""Signing in with a one-time code: what RFC 6238 says, what counts once, who gets in without, what is written where."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import totp
from db.lockout import Attempts
from db.models.access import SecondStep
from db.models.audit import AuditEvent
from icm_desktop import bootstrap, looking, paths, second_step
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.access import (
    NewUser,
    SignIn,
    TakeOffSecondStep,
    TurnOffSecondStep,
    TurnOnSecondStep,
)
from icm_desktop.errors import Conflict, Invalid, NotAllowed, UserError
from tests.access.conftest import PASSWORD

FREDS = "green kettle on tuesday"
NEW = "seven blue kites over the bay"
RFC = b"12345678901234567890"
# RFC 6238, appendix B, SHA1: seconds since 1970 and the last six of the eight digits (RFC 4226, 5.3: modulo 10^digits)
VECTORS = {
    59: "94287082", 1111111109: "07081804", 1111111111: "14050471", 1234567890: "89005924",
    2000000000: "69279037", 20000000000: "65353130",
}  # fmt: skip
NOON = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
HERE = totp.step_at(NOON.timestamp())


@pytest.mark.parametrize(("seconds", "digits"), VECTORS.items())
def test_codes_are_those_of_the_standard(seconds, digits):
    assert totp.code_at(RFC, totp.step_at(seconds)) == digits[-6:]


def test_what_the_app_reads_names_the_practice_and_the_user_and_can_be_typed_instead():
    address = totp.address(RFC, "ada", "Larkspur & Sons: West")
    assert address.startswith("otpauth://totp/Larkspur%20%26%20Sons%3A%20West:ada?")
    assert "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" in address
    assert "period=30" in address
    assert totp.written(RFC) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert totp.read(totp.written(RFC)) == RFC


@settings(max_examples=60, deadline=None)
@given(st.integers(-40, 40), st.integers(0, 29))
def test_a_code_counts_one_step_before_and_after_and_tells_of_a_clock_that_is_ten_minutes_wrong(away, second):
    code = totp.code_at(RFC, HERE + away)
    now = dt.datetime.fromtimestamp(HERE * 30 + second, dt.UTC)
    expected = {
        True: HERE + away,
        False: "access.code_wrong" if abs(away) > 20 else "access.code_late" if away < 0 else "access.code_early",
    }[abs(away) <= 1]
    assert _judged(code, 0, now) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-1, 4), min_size=1, max_size=12))
def test_no_code_and_none_before_it_counts_twice(steps):
    used, now = 0, HERE
    for step in steps:
        now = max(now, HERE + step)
        found = _judged(totp.code_at(RFC, HERE + step), used, dt.datetime.fromtimestamp(now * 30, dt.UTC))
        fits = abs(HERE + step - now) <= 1 and HERE + step > used
        assert (found == HERE + step) is fits
        used = HERE + step if fits else used


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12345\u0000", "\ud800"])
def test_whatever_is_typed_is_no_more_than_wrong(code):
    assert _judged(code, 0, NOON) == "access.code_wrong"


def _judged(code, used, now):
    try:
        return second_step.judged(RFC, code, used, now)
    except Invalid as refused:
        return refused.code


def test_the_password_alone_no_longer_opens_and_a_code_opens_once(path):
    ada = sign_in(path)
    secret = turn_on(ada)
    ada.close()
    assert refused(path) == "access.code_wanted"
    assert refused(path, code="000000x") == "access.code_wrong"
    code = now(secret, 1)  # that of the step in which it was turned on is over
    opened = sign_in(path, code=code)
    assert opened.signed_in().ticket
    opened.close()
    assert refused(path, code=code) == "access.code_used"
    assert refused(path, code=now(secret, 6)) == "access.code_early"
    Attempts(
        paths.state_folder(), opened.database.database_id
    )._path.unlink()  # the computer forgets, the file does not
    assert refused(path, code=code) == "access.code_used"


def test_turning_on_takes_the_password_and_a_code_of_the_app(path):
    ada = sign_in(path)
    found = ada.run("reports.second_step.state")
    right = totp.code_at(totp.read(found.secret), totp.step_at(time.time()))
    for request in (
        TurnOnSecondStep("not my password", found.secret, right),
        TurnOnSecondStep(PASSWORD, found.secret, "1"),
    ):
        with pytest.raises(Invalid):
            ada.run("services.second_step.turn_on", request)
    again = ada.run("reports.second_step.state")
    assert (again.since, again.secret == found.secret) == (None, False)
    assert len(again.square) == len(again.square[0]) >= 21
    assert again.square[0].startswith("11111110")  # a corner telephones look for
    ada.run("services.second_step.turn_on", TurnOnSecondStep(PASSWORD, found.secret, right))
    state = ada.run("reports.second_step.state")
    assert (state.since is not None, state.secret, state.square) == (True, "", ())
    with pytest.raises(Conflict, match="second_step_on"):
        ada.run("services.second_step.turn_on", TurnOnSecondStep(PASSWORD, found.secret, right))
    ada.close()


def test_the_secret_is_in_no_event_no_answer_and_gone_when_it_is_off(path):
    ada = sign_in(path)
    secret = turn_on(ada)
    with pytest.raises(Invalid, match=r"keyring\.wrong_password"):
        ada.run("services.second_step.turn_off", TurnOffSecondStep("not my password", now(secret, 1)))
    with pytest.raises(Invalid, match=r"access\.code_wrong"):
        ada.run("services.second_step.turn_off", TurnOffSecondStep(PASSWORD, "1"))
    ada.run("services.second_step.turn_off", TurnOffSecondStep(PASSWORD, now(secret, 1)))
    with ada.read() as uow:
        assert uow.session.query(SecondStep).one().secret == b""
        told = json.dumps([[one.event, one.detail, one.changes] for one in uow.session.query(AuditEvent)])
    assert "access.second_step_on" in told
    assert "access.second_step_off" in told
    for form in (secret.hex(), totp.written(secret), totp.written(secret).replace(" ", "")):
        assert form not in told
    ada.close()
    sign_in(path).close()


def test_wrong_codes_lock_out_survive_a_kill_and_are_told_to_the_person(path):
    ada = sign_in(path)
    secret = turn_on(ada)
    ada.close()
    for _ in range(5):
        assert refused(path, code="000000x") == "access.code_wrong"
    assert refused(path, code=now(secret, 1)) == "access.code_locked_out"  # a try is written before it is looked at
    assert refused(path) == "access.code_wanted"  # the password is counted for itself
    let_pass(path, 10)
    opened = sign_in(path, code=now(secret, 1))
    assert opened.signed_in().wrong_codes == 5
    with opened.read() as uow:
        assert sum(one.event == "access.wrong_code" for one in uow.session.query(AuditEvent)) == 5
    opened.close()


def test_going_back_to_ones_own_session_takes_the_password_alone_and_a_new_one_the_code(path):
    ada = sign_in(path)
    secret = turn_on(ada)
    ada.run("services.access.add_user", NewUser("fred", "Fred", "front_desk", FREDS))
    ada.close()
    assert ada.signed_in().ticket is None  # signed in before there was a code: the lock asks for it
    opened = sign_in(path, code=now(secret, 1))
    ticket = opened.signed_in().ticket
    opened.close()
    assert refused(path, password=FREDS, ticket=ticket) == "db.wrong_password"
    back = sign_in(path, ticket=ticket)
    assert back.signed_in().ticket == ticket
    back.close()
    until, _, seal = ticket.partition(".")
    for bad in ("", ".", "x", f"{int(until) + 3600}.{seal}", f"{until}.{seal[::-1]}", f"{until}.é", f"²{until}.{seal}"):
        assert refused(path, ticket=bad) == "access.code_wanted"
    fred = sign_in(path, user="fred", password=FREDS)
    turn_on(fred, FREDS)
    fred.close()
    assert refused(path, user="fred", password=FREDS, ticket=ticket) == "access.code_wanted"


def test_a_ticket_ends_with_the_session(path, monkeypatch):
    ada = sign_in(path)
    secret = turn_on(ada)
    ada.close()
    monkeypatch.setattr(second_step, "SESSION_HOURS", 0)
    opened = sign_in(path, code=now(secret, 1))
    opened.close()
    assert refused(path, ticket=opened.signed_in().ticket) == "access.code_wanted"


def test_whoever_wants_the_code_at_the_lock_too_gets_no_ticket(path):
    ada = sign_in(path)
    secret = turn_on(ada, at_unlock=True)
    ada.close()
    opened = sign_in(path, code=now(secret, 1))
    opened.close()
    assert opened.signed_in().ticket is None


def test_an_administrator_takes_it_off_a_colleague_with_a_reason_and_they_are_told_once(path):
    ada = sign_in(path)
    ada.run("services.access.add_user", NewUser("fred", "Fred", "front_desk", FREDS))
    fred = sign_in(path, user="fred", password=FREDS)
    turn_on(fred, FREDS)
    rows = {row.name: row for row in ada.run("queries.users.users")}
    assert [rows[name].second_step for name in ("ada", "fred")] == [False, True]
    off = TakeOffSecondStep(rows["fred"].id, "Telephone lost, checked in person")
    with pytest.raises(NotAllowed):
        fred.run("services.second_step.take_off", off)
    fred.close()
    for bad in (TakeOffSecondStep(off.user_id, "  "), TakeOffSecondStep(rows["ada"].id, "why not")):
        with pytest.raises(Invalid):
            ada.run("services.second_step.take_off", bad)
    ada.run("services.second_step.take_off", off)
    with pytest.raises(Conflict, match="second_step_off"):
        ada.run("services.second_step.take_off", off)
    ada.close()
    told = []
    for _ in range(2):
        fred = sign_in(path, user="fred", password=FREDS)
        told.append(fred.signed_in().second_step_ended)
        fred.close()
    assert told == ["administrator", None]


def test_the_recovery_code_turns_it_off_and_says_so(path, recovery_code):
    ada = sign_in(path)
    turn_on(ada)
    ada.close()
    back = sign_in(path, password=NEW, recovery_code=recovery_code)
    assert back.signed_in().second_step_ended == "recovery_code"
    with back.read() as uow:
        events = [one for one in uow.session.query(AuditEvent) if one.event == "access.second_step_off"]
    assert [one.detail for one in events] == [{"because": "recovery_code"}]
    back.close()
    again = sign_in(path, password=NEW)
    assert again.signed_in().second_step_ended is None
    again.close()


def test_a_backup_is_looked_at_with_a_code_that_then_opens_nothing_else(path):
    ada = sign_in(path)
    secret = turn_on(ada)
    backup = path.with_name("b.icm")
    ada.run("services.backups.backup", str(backup))
    ada.close()
    look = SignIn(str(backup), "ada", PASSWORD, read_only=True)
    with pytest.raises(Invalid, match=r"access\.code_wanted"):
        looking.open_read_only(look)
    code = now(secret, 1)
    seen = looking.open_read_only(replace(look, code=code))
    assert seen.run("queries.people.practice").name == "Larkspur"
    seen.close()
    with pytest.raises(Invalid, match=r"access\.code_used"):
        looking.open_read_only(replace(look, code=code))
    assert refused(path, code=code) == "access.code_used"


def test_what_runs_beside_after_the_sign_in_asks_for_no_code_and_a_check_shows_no_record(path):
    ada = sign_in(path)
    turn_on(ada)
    beside = bootstrap.open_beside(SignIn(str(path), "ada", PASSWORD))
    beside.run("services.backups.automatic", "at_quit")
    beside.close()
    ada.close()
    with bootstrap.open_to_check(SignIn(str(path), "ada", PASSWORD)) as practice:
        assert practice.run("services.backups.verify").ok is not False


def test_the_command_line_takes_the_code_from_a_file_or_says_what_is_missing(path, tmp_path, monkeypatch):
    ada = sign_in(path)
    secret = turn_on(ada)
    ada.close()
    password, code = tmp_path / "password", tmp_path / "code"
    password.write_text(PASSWORD)
    code.write_text(f"{now(secret, 1)}\n")
    arguments = argparse.Namespace(
        database=path, user="ada", password_file=password, accept_older_copy=False, one_time_code_file=None, today=None
    )
    with pytest.raises(Invalid, match=r"cli\.code_wanted"):
        open_practice(arguments)
    monkeypatch.setenv("ICM_CODE", "000000")
    with pytest.raises(Invalid, match=r"access\.code_wrong"):
        open_practice(arguments)
    arguments.one_time_code_file = code
    open_practice(arguments).close()
    with pytest.raises(Invalid, match=r"access\.code_used"):
        open_practice(arguments)


def sign_in(path, *, user="ada", password=PASSWORD, **more):
    return bootstrap.sign_in(SignIn(str(path), user, password, **more))


def refused(path, **more):
    with pytest.raises(UserError) as found:
        sign_in(path, **more)
    return found.value.code


def turn_on(practice, password=PASSWORD, *, at_unlock=False):
    """With the code of this half minute; the secret."""
    secret = totp.read(practice.run("reports.second_step.state").secret)
    request = TurnOnSecondStep(password, totp.written(secret), now(secret), at_unlock)
    practice.run("services.second_step.turn_on", request)
    return secret


def now(secret, ahead=0):
    """The code of this half minute, or of one that comes."""
    return totp.code_at(secret, totp.step_at(time.time()) + ahead)


def let_pass(path, minutes):
    """Everything this computer remembers of tries was so much earlier."""
    for journal in paths.state_folder().glob("*.attempts.jsonl"):
        lines = [json.loads(line) for line in journal.read_text().splitlines()]
        for line in lines:
            line["wall"] -= minutes * 60
            line["since_boot"] -= minutes * 60
        journal.write_text("".join(json.dumps(line) + "\n" for line in lines))
