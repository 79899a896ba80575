"""Guessing passwords at the sign-in window gets slow and then stops, whatever happens to the program or the clock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from db import keys
from db.errors import DatabaseProblem
from db.keys import FAST_TEST_KDF
from db.lockout import LOCK_SECONDS, Attempts, Clock, delay_after
from tests.db.sample import PASSWORD

YEAR = 365 * 86400.0


@dataclass
class FakeClocks:
    """The two clocks of a computer in a test's hand."""

    wall: float = 1_784_000_000.0
    since_boot: float = 1000.0
    boot: str = "first"

    def clock(self) -> Clock:
        return Clock(lambda: self.wall, lambda: self.since_boot, lambda: self.boot)

    def pass_(self, seconds: float) -> None:
        self.wall += seconds
        self.since_boot += seconds

    def restart(self, wall: float) -> None:
        self.wall, self.since_boot, self.boot = wall, 1.0, self.boot + "+"


@pytest.fixture
def clocks() -> FakeClocks:
    return FakeClocks()


@pytest.fixture
def attempts(tmp_path: Path, clocks: FakeClocks) -> Attempts:
    return Attempts(tmp_path, "db", clocks.clock())


def _fail(attempts: Attempts, clocks: FakeClocks, times: int, slot: str = "s") -> None:
    for _ in range(times):
        clocks.pass_(attempts.seconds_to_wait(slot))
        attempts.start(slot)


def test_delays_double_from_the_fifth_failure_and_the_tenth_locks() -> None:
    assert [delay_after(number) for number in range(12)] == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 900, 900]


def test_a_try_during_the_delay_is_refused_and_not_counted(attempts: Attempts, clocks: FakeClocks) -> None:
    _fail(attempts, clocks, 6)
    with pytest.raises(DatabaseProblem) as refused:
        attempts.start("s")
    assert (refused.value.code, refused.value.params) == ("db.locked_out", {"seconds": 3})
    clocks.pass_(2)
    attempts.start("s")
    assert attempts.seconds_to_wait("s") == 4


def test_ten_failures_lock_for_a_quarter_of_an_hour(attempts: Attempts, clocks: FakeClocks) -> None:
    _fail(attempts, clocks, 10)
    clocks.pass_(LOCK_SECONDS - 1)
    assert attempts.seconds_to_wait("s") == 1
    clocks.pass_(1)
    assert attempts.seconds_to_wait("s") == 0


def test_success_starts_the_count_again_and_other_users_are_not_held_up(attempts: Attempts, clocks: FakeClocks) -> None:
    _fail(attempts, clocks, 6)
    assert attempts.seconds_to_wait("other") == 0
    clocks.pass_(2)
    attempts.start("s")
    attempts.succeeded("s")
    assert attempts.seconds_to_wait("s") == 0


@pytest.mark.parametrize("turned", [-YEAR, 10 * YEAR])
def test_turning_the_clock_shortens_nothing(attempts: Attempts, clocks: FakeClocks, turned: float) -> None:
    _fail(attempts, clocks, 10)
    clocks.wall += turned
    assert attempts.seconds_to_wait("s") == LOCK_SECONDS


def test_a_restart_with_the_clock_set_back_begins_the_wait_anew(attempts: Attempts, clocks: FakeClocks) -> None:
    _fail(attempts, clocks, 10)
    clocks.restart(clocks.wall - YEAR)
    assert attempts.seconds_to_wait("s") == LOCK_SECONDS
    clocks.pass_(LOCK_SECONDS)
    assert attempts.seconds_to_wait("s") == 0


def test_a_restart_with_a_right_clock_keeps_the_rest_of_the_wait(attempts: Attempts, clocks: FakeClocks) -> None:
    _fail(attempts, clocks, 10)
    clocks.restart(clocks.wall + 100)
    assert attempts.seconds_to_wait("s") == LOCK_SECONDS - 100


def test_the_count_is_on_disk_before_the_password_is_tried(tmp_path: Path, clocks: FakeClocks) -> None:
    _fail(Attempts(tmp_path, "db", clocks.clock()), clocks, 5)
    again = Attempts(tmp_path, "db", clocks.clock())  # the program was killed and started again
    assert again.seconds_to_wait("s") == 1
    (tmp_path / "db.attempts.jsonl").write_bytes((tmp_path / "db.attempts.jsonl").read_bytes() + b'{"id": "torn')
    assert again.seconds_to_wait("s") == 1


def test_failures_are_told_to_the_audit_record_once(attempts: Attempts, clocks: FakeClocks) -> None:
    _fail(attempts, clocks, 2, "a")
    _fail(attempts, clocks, 6, "b")
    attempts.start("a")
    attempts.succeeded("a")
    assert sorted(attempt.slot for attempt in attempts.untold()) == ["a", "a"] + ["b"] * 6
    attempts.told()
    assert attempts.untold() == []
    assert attempts.seconds_to_wait("b") == 2  # still counted


def test_signing_in_goes_through_the_journal(tmp_path: Path, clocks: FakeClocks) -> None:
    database, attempts = tmp_path / "a.icm", Attempts(tmp_path / "state", "db", clocks.clock())
    key = keys.new_key()
    keys.create_slots(database, key, 1, "Ana", PASSWORD, kdf=FAST_TEST_KDF)
    codes = []
    for _ in range(6):
        with pytest.raises(DatabaseProblem) as refused:
            keys.unlock_with_password(database, "Ana", "no", attempts=attempts, kdf=FAST_TEST_KDF)
        codes.append(refused.value.code)
    assert codes == ["db.wrong_password"] * 5 + ["db.locked_out"]
    with pytest.raises(DatabaseProblem) as refused:
        keys.unlock_with_password(database, "Ana", PASSWORD, attempts=attempts, kdf=FAST_TEST_KDF)
    assert refused.value.code == "db.locked_out"  # even the right one has to wait
    clocks.pass_(1)
    assert keys.unlock_with_password(database, "Ana", PASSWORD, attempts=attempts, kdf=FAST_TEST_KDF).data == key.data
    journal = (tmp_path / "state" / "db.attempts.jsonl").read_text()
    assert "ana" not in journal.lower() and 'no"' not in journal
