"""Columns are as wide as their words; a date is never torn apart at the end of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.conftest import Sit
from tests.ui.desk import Desk
from ui.clipboard import clear_ours
from ui.pages.patients import PatientsPage
from ui.tables.base import Column
from ui.tables.fitting import shared_out
from ui.tables.tree import Node
from ui.tables.tree_view import TreeTable
from ui.tables.view import RowsTable
from ui.widgets.labels import Text, unbroken

LONG = "Dr. Alexandria Featherstonehaugh-Cholmondeley"


@dataclass(frozen=True)
class Line:
    """A row of a list."""

    number: int
    with_whom: str
    none: str = ""


@pytest.fixture
def desk(sit_at: Sit) -> Desk:
    """A coordinator at a window."""
    return sit_at((PatientsPage,))


COLUMNS = (
    Column[Line]("number", "No.", lambda row: str(row.number), width=20),
    Column[Line]("none", "Nothing here", lambda row: row.none, width=30),
    Column[Line]("with", "With", lambda row: row.with_whom, width=30),
    Column[Line]("rest", "Rest", lambda row: "r", stretch=True),
)
ROWS = [Line(n, LONG if n == 3 else "Kim") for n in range(9)]


def _wide(table: RowsTable[Line] | TreeTable, texts: Sequence[str]) -> int:
    return max(map(table.fontMetrics().horizontalAdvance, texts))


def test_a_list_gives_each_column_what_its_words_need(desk: Desk) -> None:
    table: RowsTable[Line] = RowsTable(desk.context, "fit", COLUMNS, lambda row: row.number, lambda row: "")
    table.resize(1200, 300)
    table.show()
    table.set_rows(ROWS)
    header = table.horizontalHeader()
    number, none, whom, _ = (header.sectionSize(at) for at in range(4))
    assert _wide(table, [LONG]) < whom
    assert _wide(table, ["8", "No."]) < number < _wide(table, ["m" * 20]) / 2
    assert none < _wide(table, ["Nothing here"]) * 2
    table.resize(500, 300)
    assert header.sectionSize(2) <= whom
    table.deleteLater()


def test_empty_columns_of_a_tree_make_way_first_and_words_are_not_given_more_than_they_need(desk: Desk) -> None:
    columns = [Column("due", "Due", lambda row: "today", width=30), *COLUMNS[1:]]
    tree = TreeTable(desk.context, columns, lambda row: "", keep=frozenset({"due", "none", "with"}))
    tree.resize(480, 300)
    tree.show()
    tree.set_nodes([Node(str(row.number), row) for row in ROWS])
    assert tree.header().isSectionHidden(1)
    assert tree.header().sectionSize(0) < _wide(tree, ["m" * 15])
    tree.set_nodes([Node("1", Line(1, "Kim", "here"))])
    assert not tree.header().isSectionHidden(1)
    tree.deleteLater()


@pytest.mark.parametrize(
    ("wanted", "room", "found"),
    [([90, 90], 200, [90, 90]), ([90, 90], 110, [60, 50]), ([90, 90], 10, [50, 50]), ([10, 70], 200, [50, 70])],
)
def test_room_is_shared_out_in_order_and_nothing_gets_less_than_the_least(
    wanted: list[int], room: int, found: list[int]
) -> None:
    assert shared_out([50, 50], wanted, room) == found


def test_a_date_is_never_torn_apart(desk: Desk) -> None:
    said = "Next visit: Wed 02-Dec-2026 at 11:20"
    label = Text("body", said, wrap=True)
    assert label.text() == said
    assert QLabel.text(label) == unbroken(said) == "Next visit: Wed 02-\u2060Dec-2026 at 11:20"
    number = Text("body", said, wrap=True, selectable=True)
    number.setSelection(0, len(QLabel.text(number)))
    QApplication.sendEvent(number, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier))
    assert QGuiApplication.clipboard().text() == said
    clear_ours()
    metrics = QFontMetrics(label.font())
    width = metrics.horizontalAdvance("Next visit: Wed 02-D")
    flags = int(Qt.TextFlag.TextWordWrap)
    whole = metrics.boundingRect(QRect(0, 0, width, 9999), flags, unbroken("Next visit: Wed 02-Dec-2026"))
    torn = metrics.boundingRect(QRect(0, 0, width, 9999), flags, "Next visit: Wed 02-Dec-2026")
    assert whole.width() != torn.width()
    assert unbroken("12-foo-bar, A12-Dec-20261") == "12-foo-bar, A12-Dec-20261"
