"""What the front desk gets back from what it does: no text of a kind that no question of the desk is tried with.

`test_minimum_necessary.py` puts every question. An act answers with values, too: each of its texts must belong to a row
such a question answers with, or stand here with the reason why it can tell nothing clinical. A new act that answers
with something else fails, until its row is tried or named.
"""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from icm_desktop.catalogue import use_case
from icm_desktop.permissions import Role, allows, required_privilege
from tests.permissions.test_minimum_necessary import BY_FRONT_DESK

ROOT = Path(__file__).parents[2]
# Texts of answers that belong to no row of a question, and why they tell nothing clinical.
HARMLESS = {
    "BackupMade": "a file", "AutomaticBackup": "two files",
    "Check": "how the file is", "NotUnderstood": "a line of the file the desk chose itself",
    "DirectoryRead": "the directory: no patient",
    "FileLine": "the directory: no patient", "WorkDone": "the key of a line the desk sees", "News": "a kind of news",
    "Undone": "the name of a use case", "Decided": "a family name",
    "Marked": "told by the rule of records, which the questions are tried with",
}  # fmt: skip


def answer_of(function: typing.Any) -> typing.Any:
    """The type of its answer."""
    names = dict.fromkeys(("OpenPractice", "Progress", "UnitOfWork"), object)
    return typing.get_type_hints(function, localns=names).get("return")


def texts(kind: typing.Any, seen: frozenset[typing.Any] = frozenset()) -> Iterator[str]:
    """Which dataclasses behind a type hold a text of their own; a bare text is told as "str"."""
    if kind is str:
        yield "str"
    for inner in typing.get_args(kind):
        yield from texts(inner, seen)
    if dataclasses.is_dataclass(kind) and kind not in seen:
        hints = typing.get_type_hints(kind)
        for one in dataclasses.fields(kind):
            for found in texts(hints[one.name], seen | {kind}):
                yield getattr(kind, "__name__", "") if found == "str" else found


def acts() -> list[str]:
    """Every service asked by name that the front desk may run."""
    files = [path for folder in ("ui", "icm_desktop/cli") for path in (ROOT / folder).rglob("*.py")]
    named = {name for path in files for name in re.findall(r'"(services\.[a-z_.]+)"', path.read_text("utf-8"))}
    found = []
    for name in sorted(named):
        try:
            privilege = required_privilege(use_case(name))
        except LookupError:
            continue
        if privilege is not None and allows(Role.FRONT_DESK, privilege):
            found.append(name)
    return found


ACTS = acts()
TRIED = {found for name in BY_FRONT_DESK for found in texts(answer_of(use_case(name)))} | {"Changes", "PatientHead"}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_answers_the_desk_with_nothing_that_was_not_tried(name):
    assert set(texts(answer_of(use_case(name)))) <= TRIED | HARMLESS.keys()


def test_nothing_is_excused_that_no_act_answers_with():
    answered = {found for name in ACTS for found in texts(answer_of(use_case(name)))}
    assert answered >= HARMLESS.keys() and len(ACTS) > 70
    assert not HARMLESS.keys() & TRIED


def test_an_answer_that_was_not_tried_would_be_noticed():
    @dataclasses.dataclass(frozen=True)
    class Diagnosis:
        text: str

    assert set(texts(tuple[Diagnosis, ...])) == {"Diagnosis"} and not {"Diagnosis"} <= TRIED | HARMLESS.keys()
