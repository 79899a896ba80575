"""How wide columns must be for the words in them: measured on the first rows, since nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtGui import QFontMetrics

from ui.tables.base import Column
from ui.theme import Theme
from ui.widgets.status_chip import chip_size

_ROWS = 60
_MARK = " ▼"  # of the column that is sorted by


def title_width(column: Column[Any], metrics: QFontMetrics) -> int:
    """Room for the title of a column."""
    return metrics.horizontalAdvance(f"{column.title}{_MARK if column.sortable else ''}") + Theme.current().px(18)


def words_width(
    column: Column[Any], rows: Sequence[Any], words: Callable[[Any, Column[Any]], str], metrics: QFontMetrics
) -> int:
    """Room for the widest words or chip among the first rows; 0 when there are none.

    Args:
        column: The column.
        rows: What the table shows.
        words: The words of a cell.
        metrics: Of the table's font.
    """
    widest = 0
    for row in islice(rows, _ROWS):
        chip = column.chip(row) if column.chip is not None else None
        lines = words(row, column).split("\n") if chip is None else ()
        wide = max(map(metrics.horizontalAdvance, lines), default=0)
        widest = max(widest, wide, chip_size(chip.word, metrics).width() if chip is not None else 0)
    return widest + Theme.current().px(18) if widest else 0


def shared_out(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Widths between the least and the wanted ones: columns get what they want in order, as long as there is room."""
    found, left = list(least), room - sum(least)
    for place, wide in enumerate(wanted):
        more = min(max(0, wide - found[place]), max(0, left))
        found[place] += more
        left -= more
    return found
