"""Somebody types ten letters a second while answers come late and out of order: none is dropped, none shown too late.

Time is counted, not waited for: every key press and every answer has its moment, and they happen in that order.
"""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from icm_desktop.contracts.patients import PatientRow
from tests.ui.desk import Desk, sit_down
from ui.jobs import InlineJobs, Job
from ui.pages.patients import PatientsPage
from ui.theme import Theme, ThemeName
from ui.widgets.search_box import SearchBox

KEY_MS = 100  # ten letters a second
PEOPLE = [
    ("Lopez", "Maria"), ("Lopes", "Rui"), ("López", "Mario"), ("Lo", "Wei"), ("Lopresti", "Ada"), ("Loper", "Jo"),
    ("Chen", "Wei"), ("Smith", "Ann"), ("Smyth", "Anna"), ("O'Farrill", "Inés"),
]  # fmt: skip
TYPED = ["lopez maria", "smyth", "lopresti", "ofarrill", "maria lopez", "lo wei", "lopezz\b"]


class Clock(InlineJobs):
    """Runs a use case when it is asked and brings the answer after a time that chance decides."""

    def __init__(self, practice: object, seed: int) -> None:
        super().__init__(practice)  # type: ignore[arg-type]  # the desk's practice
        self.chance = random.Random(seed)  # noqa: S311  how late answers are
        self.now = 0
        self._order = itertools.count()
        self._events: list[tuple[int, int, Callable[[], object]]] = []
        self.asked: list[object] = []

    def at(self, moment: int, what: Callable[[], object]) -> None:
        """Have something happen at a moment."""
        heapq.heappush(self._events, (moment, next(self._order), what))

    def _submit(self, job: Job, args: tuple[object, ...]) -> None:
        self.asked.append(args[0])
        result = self._practice.run(job.name, *args)
        self.at(self.now + self.chance.choice([1, 30, 90, 140, 320, 900]), lambda: self._finish(job, result, None))

    def run_out(self, after_each: Callable[[], object]) -> None:
        """Let everything happen in its order."""
        while self._events:
            self.now, _, what = heapq.heappop(self._events)
            what()
            QApplication.processEvents()
            after_each()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    Theme.current().apply(ThemeName.LIGHT, 10)
    made = sit_down(tmp_path, (PatientsPage,))
    for number, (family, given) in enumerate(PEOPLE):
        made.register(family, given, f"195{number % 10}-03-04")
    yield made
    made.window.close()
    made.window.deleteLater()


def press(box: SearchBox, letter: str) -> None:
    """One key."""
    if letter == "\b":
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    else:
        QTest.keyClicks(box, letter)


def shown(box: SearchBox) -> list[int]:
    """Ids of the results under the field, from the top."""
    rows = (box._found.row(place) for place in range(box.results()))
    return [row.head.id for row in rows if row is not None]


def answer_to(desk: Desk, text: str) -> list[int]:
    """What the practice finds for a text."""
    rows: tuple[PatientRow, ...] = desk.run("queries.patients.find", text) if len(text) > 1 else ()
    return [row.head.id for row in rows][:8]


@pytest.mark.parametrize("seed", range(6))
def test_late_answers_never_drop_or_reorder_a_result(desk: Desk, seed: int) -> None:
    context, inline = desk.context, desk.context.jobs
    clock = Clock(inline._practice, seed)  # type: ignore[attr-defined]  # the desk's jobs run in this process
    object.__setattr__(context, "jobs", clock)
    try:
        for text in TYPED:
            holder = QWidget()
            holder.resize(900, 600)
            box = SearchBox(context, holder)
            holder.show()
            kept: list[str] = []
            seen: list[list[int]] = []
            typed = ""
            for number, letter in enumerate(text):
                typed = typed[:-1] if letter == "\b" else typed + letter
                kept.append(typed)
                clock.at(clock.now + number * KEY_MS, lambda letter=letter, box=box: press(box, letter))  # type: ignore[misc]
            clock.run_out(lambda box=box, seen=seen: seen.append(shown(box)))  # type: ignore[misc]
            assert box.text() == typed
            assert shown(box) == answer_to(desk, typed)
            order = [list(one) for one, _ in itertools.groupby(seen) if one]
            possible = [answer_to(desk, each) for each in kept]
            at = 0
            for one in order:  # what is shown only ever moves on to what was typed later
                assert one in possible[at:]
                at += possible[at:].index(one)
            holder.close()
            holder.deleteLater()
    finally:
        object.__setattr__(context, "jobs", inline)


def test_every_key_asks_and_the_last_answer_counts_even_when_it_comes_first(desk: Desk) -> None:
    context, inline = desk.context, desk.context.jobs
    clock = Clock(inline._practice, 0)  # type: ignore[attr-defined]  # as above
    clock.chance = _Later()  # each answer is faster than the one before
    object.__setattr__(context, "jobs", clock)
    try:
        holder = QWidget()
        box = SearchBox(context, holder)
        holder.show()
        for number, letter in enumerate("lopez"):
            clock.at(number * KEY_MS, lambda letter=letter, box=box: press(box, letter))  # type: ignore[misc]
        clock.run_out(lambda: None)
        assert clock.asked == ["lo", "lop", "lope", "lopez"]
        assert shown(box) == answer_to(desk, "lopez")
        holder.close()
        holder.deleteLater()
    finally:
        object.__setattr__(context, "jobs", inline)


class _Later(random.Random):
    """Every answer takes less time than the one before."""

    _left = 2000

    def choice(self, _seq: object) -> int:  # type: ignore[override]
        self._left -= 400
        return self._left
