"""Every error the program can raise has a sentence."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path

from icm_desktop import words
from ui.formatting import Formatting
from ui.messages import say

ROOT = Path(words.__file__).resolve().parents[2]
ERRORS = {"UserError", "NotAllowed", "NotFound", "Invalid", "Conflict", "CannotOpen", "JobCancelled", "DatabaseProblem"}
TURNED_INTO_ANOTHER = {"db.weak_password"}  # becomes password.short, password.common ... in icm_desktop/bootstrap.py


def raised_codes() -> set[str]:
    """The literal codes given to error classes anywhere in the program."""
    found = set()
    for folder in ("icm_desktop", "db", "ui"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id in ERRORS
                    and node.args
                ):
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        found.add(first.value)
    return found


def test_every_code_raised_has_a_sentence() -> None:
    codes = raised_codes()
    assert len(codes) > 30
    assert sorted(codes - words.sentences().keys() - TURNED_INTO_ANOTHER) == []


def test_times_in_a_sentence_are_the_practices_own() -> None:
    at = dt.datetime(2026, 7, 14, 18, 0, tzinfo=dt.UTC)
    told = say("window.held", Formatting("America/New_York"), user="rosa", host="front", since=at)
    assert "Tue 14-Jul-2026 2:00 PM" in told
