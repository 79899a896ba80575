"""The audit head that this computer remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.anchor import Anchor
from db.audit import Head

HEADS = [Head(number, bytes([number]) * 32) for number in range(1, 6)]


@pytest.fixture
def anchor(tmp_path: Path) -> Anchor:
    return Anchor.inside(tmp_path / "state", "d" * 32)


def test_the_newest_head_is_remembered(anchor: Anchor) -> None:
    assert anchor.read() is None
    for head in HEADS:
        anchor.write(head)
        assert anchor.read() == head
    assert anchor.path.stat().st_mode & 0o777 == 0o600


def test_a_slower_program_does_not_turn_it_back(anchor: Anchor) -> None:
    anchor.write(HEADS[3])
    anchor.write(HEADS[2])
    assert anchor.read() == HEADS[3]


@pytest.mark.parametrize("cut", [0, 1, 100, 255, 300])
def test_a_write_that_was_cut_off_spoils_one_line_at_most(anchor: Anchor, cut: int) -> None:
    anchor.write(HEADS[1])
    anchor.write(HEADS[2])
    anchor.path.write_bytes(anchor.path.read_bytes()[:cut])
    assert anchor.read() in {None, HEADS[1]}
    assert (anchor.read() is None) == (cut < 180)


def test_the_anchor_of_another_database_is_not_used(anchor: Anchor) -> None:
    anchor.write(HEADS[0])
    assert Anchor(anchor.path, "e" * 32).read() is None


def test_an_accepted_older_copy_begins_anew(anchor: Anchor) -> None:
    anchor.write(HEADS[4])
    anchor.forget()
    assert anchor.read() is None
    anchor.write(HEADS[1])
    assert anchor.read() == HEADS[1]
