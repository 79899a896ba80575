"""The mapped ONC list: every pair both of whose ingredients are in our table is told, whichever comes first."""

from __future__ import annotations

from pathlib import Path

from tests.conflicts.onc_reference import coverage


def test_every_pair_of_the_list_whose_ingredients_we_know_fires(data_dir: Path) -> None:
    told = coverage(data_dir)
    assert told.silent == () and len(told.known) >= 523 and told.listed == 1150
    assert str(told).startswith(f"{len(told.known)} of {len(told.known)} pairs")
