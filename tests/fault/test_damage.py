"""A file that was changed, exchanged or put back behind the program's back is reported, page by page."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db import keys
from db.bulk import insert_bulk
from db.database import OpenDatabase
from db.engine import keyed_connection
from db.errors import DatabaseProblem
from db.models.clinical import Observation
from db.models.patient import Patient
from db.slots import backup_of, slot_path
from db.unit_of_work import write
from db.verify import verify_file
from tests.db.sample import ADA, PASSWORD, add_observations, add_patient, observations
from tests.fault.writer import Place

pytestmark = pytest.mark.fault
PAGE = 4096
IV_AT, MAC_AT = PAGE - 80, PAGE - 64  # Source: SQLCipher design, "reserved" area of a page with HMAC-SHA512


@pytest.fixture
def place(opened: OpenDatabase) -> Place:
    """A closed database of more than 60 pages."""
    for number in range(1, 6):
        add_observations(opened, add_patient(opened, number, f"Family{number}"), 300)
    opened.close()
    assert opened.path.stat().st_size > 60 * PAGE
    return Place.of(opened)


def _reported(place: Place) -> bool:
    """Whether verify says that something is wrong, in plain checks and without touching the file."""
    before = place.path.read_bytes()
    answer = verify_file(place.path, place.key, place.state)
    assert place.path.read_bytes() == before
    return answer.ok is False


def _change(place: Place, content: bytes) -> bool:
    good = place.path.read_bytes()
    place.path.write_bytes(content)
    try:
        return _reported(place)
    finally:
        place.path.write_bytes(good)


def test_an_untouched_file_is_fine(place: Place) -> None:
    assert verify_file(place.path, place.key, place.state).ok is True


def test_every_flipped_bit_is_reported(place: Place, full: bool) -> None:
    chance = random.Random(60)  # noqa: S311  where to flip, not a secret
    good = place.path.read_bytes()
    pages = len(good) // PAGE
    regions = [(16, IV_AT), (IV_AT, MAC_AT), (MAC_AT, PAGE)]
    chosen = range(pages) if full else chance.sample(range(pages), 60)
    flips = [(page, region) for page in chosen for region in (regions if full else [chance.choice(regions)])]
    missed = []
    for page, (first, end) in [*flips, (0, (0, 16))]:  # the last one lies in the salt of the file
        bad = bytearray(good)
        bad[page * PAGE + chance.randrange(first, end)] ^= 1 << chance.randrange(8)
        if not _change(place, bytes(bad)):
            missed.append((page, first))
    assert missed == []
    assert len(flips) >= 60


def _swapped(good: bytes, page: int) -> bytes:
    here, there = page * PAGE, (page + 7) * PAGE
    return (
        good[:here]
        + good[there : there + PAGE]
        + good[here + PAGE : there]
        + good[here : here + PAGE]
        + good[there + PAGE :]
    )


@pytest.mark.parametrize(
    "surgery",
    [
        pytest.param(lambda good: _swapped(good, 9), id="two pages swapped"),
        pytest.param(lambda good: good[: 9 * PAGE] + bytes(PAGE) + good[10 * PAGE :], id="a page of zeros"),
        pytest.param(lambda good: good[: -PAGE // 2], id="half a page cut off"),
        pytest.param(lambda good: good[: -5 * PAGE], id="whole pages cut off"),
        pytest.param(lambda good: good[: 20 * PAGE], id="most of the file cut off"),
        pytest.param(lambda good: good + bytes(PAGE), id="a page appended"),
    ],
)
def test_page_surgery_is_reported(place: Place, surgery: Callable[[bytes], bytes]) -> None:
    assert _change(place, surgery(place.path.read_bytes()))


def _lists_inside_the_search_index(place: Place) -> set[int]:
    connection = keyed_connection(place.path, place.key)
    # The list of patients whose keys are to be made anew is empty before and after every act, and verify asks for that.
    # How often tables were changed is no fact: it is compared with what a running process remembers, never kept.
    query = (
        "SELECT rootpage FROM sqlite_master WHERE name GLOB 'patient_*_idx' OR name GLOB 'patient_*_docsize' "
        "OR name IN ('patient_match_due', 'table_change')"
    )
    pages = {row[0] for row in connection.execute(query)}
    connection.close()
    return pages


def _work(place: Place) -> None:
    database = place.open()
    with write(database, ADA, "tests.work") as uow:
        uow.session.get_one(Patient, 2).family = "Married"
        uow.session.get_one(Observation, 700).value_number = 1.0
        insert_bulk(uow, "import.rows", 3, {"observation": observations(3, 40)})
    database.close()


def test_an_old_page_put_back_is_reported(place: Place) -> None:
    old = place.path.read_bytes()
    _work(place)
    new = place.path.read_bytes()
    pages = [at for at in range(PAGE, len(old), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    missed = {at // PAGE + 1 for at in pages if not _change(place, new[:at] + old[at : at + PAGE] + new[at + PAGE :])}
    assert missed <= _lists_inside_the_search_index(place)  # and verify found every search to answer as it should
    assert len(pages) >= 5


def test_an_old_file_put_back_is_reported(place: Place) -> None:
    old = place.path.read_bytes()
    _work(place)
    place.path.write_bytes(old)
    answer = verify_file(place.path, place.key, place.state)
    assert [check.name for check in answer.checks if check.ok is False] == ["audit_anchor"]


def test_a_computer_that_never_saw_the_database_says_so(place: Place, tmp_path: Path) -> None:
    answer = verify_file(place.path, place.key, tmp_path / "new-state")
    assert answer.ok is None
    assert [check.name for check in answer.checks if check.ok is None] == ["audit_anchor"]


def _copied_while_open(place: Place, folder: Path) -> Place:
    database = place.open()
    with write(database, ADA, "tests.work") as uow:
        uow.session.get_one(Patient, 2).family = folder.name
    folder.mkdir()
    for suffix in ("", "-wal", ".keys.json", ".keys.json.bak"):
        shutil.copy(f"{place.path}{suffix}", folder / f"test.icm{suffix}")
    shutil.copytree(place.state, folder / "state")
    database.close()
    return Place(folder / "test.icm", place.key, folder / "state")


def test_a_lost_or_damaged_log_is_reported(place: Place, tmp_path: Path) -> None:
    ruins: list[Callable[[Path], None]] = [Path.unlink, _flip_in_the_middle]
    for number, ruin in enumerate(ruins):
        crashed = _copied_while_open(place, tmp_path / f"crashed{number}")
        ruin(Path(f"{crashed.path}-wal"))
        answer = verify_file(crashed.path, crashed.key, crashed.state)
        assert "audit_anchor" in [check.name for check in answer.checks if check.ok is False]


def test_a_log_that_a_crash_left_is_read_and_written_back(place: Place, tmp_path: Path) -> None:
    crashed = _copied_while_open(place, tmp_path / "crashed")
    assert verify_file(crashed.path, crashed.key, crashed.state).ok is True
    assert not Path(f"{crashed.path}-wal").exists()


def _flip_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


def test_every_flipped_byte_of_the_key_file_is_noticed_and_mended(opened: OpenDatabase, full: bool) -> None:
    path = slot_path(opened.path)
    twin, good = backup_of(path), path.read_bytes()
    opened_with, mended = [], []
    for at in range(0, len(good), 1 if full else 9):
        bad = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        path.write_bytes(bad)
        twin.unlink(missing_ok=True)
        try:
            keys.unlock_with_password(opened.path, "ada", PASSWORD, kdf=keys.FAST_TEST_KDF)
            opened_with.append(at)
        except DatabaseProblem as problem:
            mended.append(problem.code)
        twin.write_bytes(good)
        key = keys.unlock_with_password(opened.path, "ada", PASSWORD, kdf=keys.FAST_TEST_KDF)
        if key.data != opened.key.data or path.read_bytes() != good:
            opened_with.append(-at)
    assert opened_with == []
    assert set(mended) == {"db.damaged_slots", "db.wrong_password"}


def test_an_old_key_file_put_back_is_reported(opened: OpenDatabase) -> None:
    path, place = slot_path(opened.path), Place.of(opened)
    old = path.read_bytes()
    with write(opened, ADA, "tests.password") as uow:
        generation = keys.replace_password(opened.path, opened.key, 1, "a quite new password", kdf=keys.FAST_TEST_KDF)
        uow.record("keys.changed", detail={"generation": generation})
    opened.close()
    assert verify_file(place.path, place.key, place.state).ok is True
    for copy in (path, backup_of(path)):
        copy.write_bytes(old)
    answer = verify_file(place.path, place.key, place.state)
    assert [check.name for check in answer.checks if check.ok is False] == ["key_slots"]
