"""A list before it is printed: what the table shows, in memory only, until somebody prints or saves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.list_sheets import ListSheet
from ui.context import AppContext
from ui.dialogs.sheet_preview import show_sheet
from ui.tables.view import RowsTable


def show_list(
    context: AppContext,
    owner: QWidget,
    table: RowsTable[Any],
    title: str,
    about: Sequence[str],
    note: str = "",
    *,
    only: Sequence[str] = (),
) -> None:
    """Make a page of the rows that show and put it over the window. `only`: keys of the columns, all by default."""
    columns = [one for one in table.rows_model.columns if (one.key in only if only else not one.hidden)]
    model = table.rows_model
    rows = tuple(tuple(_words(one, row) for one in columns) for row in model.rows())
    show_rows(context, owner, title, about, [(one.title, one.width) for one in columns], rows, note)


def show_rows(
    context: AppContext,
    owner: QWidget,
    title: str,
    about: Sequence[str],
    columns: Sequence[tuple[str, int]],
    rows: tuple[tuple[str, ...], ...],
    note: str = "",
) -> None:
    """Make a page of rows of words and put it over the window; `columns`: titles and shares of the width."""
    shown = context.formatting
    printed = QCoreApplication.translate("ListSheet", "Printed {when} by {who}").format(
        when=shown.date_time(dt.datetime.now(dt.UTC)), who=context.session.display_name
    )
    request = ListSheet(
        title=f"{title} · {shown.weekday_date(shown.today())}",
        about=tuple(line for line in about if line),
        columns=tuple(words for words, _ in columns),
        widths=tuple(width for _, width in columns),
        rows=rows,
        note=note,
        printed=printed,
        page=QCoreApplication.translate("ListSheet", "Page {page} of {pages}"),
        language=QLocale().name()[:2],
    )

    def made(sheet: SheetMade) -> None:
        show_sheet(context, sheet, owner.window(), title=title, name=f"list-{shown.today().isoformat()}")

    context.jobs.run("reports.list_sheet.render", request, owner=owner, done=made)


def _words(column: Any, row: Any) -> str:
    text = str(column.text(row))
    chip = column.chip(row) if column.chip and not text else None
    return chip.word if chip else text
