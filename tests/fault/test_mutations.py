"""The kept list of broken builds fits the program, covers every fault, and the quick ones are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fault.mutations import CHECKOUT, applied, copy_into, listed, noticed

pytestmark = pytest.mark.fault


def test_each_of_the_twenty_faults_has_one_that_still_fits_the_program() -> None:
    assert {each.of for each in listed()} == {f"T{number}" for number in range(1, 21)}
    for mutation in listed():
        assert applied(mutation, (CHECKOUT / mutation.file).read_text(encoding="utf-8"))
        assert (CHECKOUT / mutation.test.partition("::")[0]).exists(), mutation.test


def test_the_quick_ones_are_noticed(tmp_path: Path) -> None:
    copy_into(tmp_path)
    quick = [each for each in listed() if each.quick]
    assert len(quick) >= 2
    assert [each.broken for each in quick if not noticed(each, tmp_path)] == []


def test_a_test_that_passes_is_not_called_noticed(tmp_path: Path) -> None:
    copy_into(tmp_path)
    (tmp_path / "tests" / "test_nothing.py").write_text("def test_nothing():\n    pass\n", encoding="utf-8")
    quick = next(each for each in listed() if each.quick)
    assert not noticed(type(quick)(**{**vars(quick), "test": "tests/test_nothing.py"}), tmp_path)
