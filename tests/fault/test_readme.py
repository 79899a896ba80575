"""The table of what was shown names tests that are there, and every fault and behaviour has a row."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLES = (ROOT / "tests/fault/README.md", ROOT / "README.md")
_NAMED = re.compile(r"tests/[\w/]+(?:\.\w+)?(?:::\w+)?")


def _named(text: str) -> set[str]:
    return {name for line in re.findall(r"`[^`]*tests/[^`]*`", text) for name in _NAMED.findall(line)}


@pytest.mark.parametrize("table", TABLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_that_is_named_is_there(table: Path) -> None:
    names = _named(table.read_text("utf-8"))
    assert len(names) > 10
    for name in names:
        file, _, function = name.partition("::")
        assert (ROOT / file).exists(), name
        if function:
            tree = ast.parse((ROOT / file).read_text("utf-8"))
            assert function in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, name


def test_each_fault_and_each_behaviour_has_one_row_with_a_command_or_says_so() -> None:
    rows = [line.split("|")[1:-1] for line in TABLES[0].read_text("utf-8").splitlines() if line.startswith("| ")]
    numbers = [row[0].strip() for row in rows]
    assert [one for one in numbers if one.startswith("T")] == [f"T{number}" for number in range(1, 21)]
    assert [one for one in numbers if one.isdecimal()] == [str(number) for number in range(1, 25)]
    for row in rows:
        if row[0].strip().lstrip("T").isdecimal():
            assert "`" in row[2] or re.search(r"\bT\d+", row[2]) or "not shown yet" in row[2], row
