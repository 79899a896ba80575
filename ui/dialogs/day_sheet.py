"""The day sheet before it is printed: in memory only, until somebody prints or saves it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.day_sheets import DaySheet, SheetMade
from ui.context import AppContext
from ui.dialogs.sheet_preview import show_sheet


def show_day_sheet(
    context: AppContext, day: dt.date, clinician_id: int | None, with_cancelled: bool, owner: QWidget,
    *, by_room: bool = False,
) -> None:  # fmt: skip
    """Make the sheet of a day and show it over the window; `by_room`: a list for each room."""
    title = QCoreApplication.translate("DaySheet", "Day sheet")

    def made(sheet: SheetMade) -> None:
        show_sheet(context, sheet, owner.window(), title=title, name=f"day-{day.isoformat()}")

    language = QLocale().name()[:2]
    request = DaySheet(day, clinician_id, language, with_cancelled=with_cancelled, by_room=by_room)
    context.jobs.run("reports.day_sheet.render", request, owner=owner, done=made)
