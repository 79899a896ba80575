"""Who looked at this chart: everybody who opened it, how often, first and last; on screen and on paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.audit_log import Looker, WhoLooked
from ui.context import AppContext
from ui.dialogs.rows_dialog import RowsDialog
from ui.messages import say
from ui.tables.base import Column


def show_who_looked(context: AppContext, owner: QWidget, patient_id: int) -> None:
    """Ask, and show the answer over the window."""
    context.jobs.run(
        "queries.audit_log.who_looked", patient_id, owner=owner, failed=context.feedback.refuse,
        done=lambda found: dialog_of(context, owner, found).open(),
    )  # fmt: skip


def dialog_of(context: AppContext, owner: QWidget, found: WhoLooked) -> RowsDialog[Looker]:
    """The answer as a table that sorts, prints and is written as a file."""
    shown = context.formatting
    program = QCoreApplication.translate("WhoLooked", "the program")
    columns = (
        Column[Looker]("who", QCoreApplication.translate("WhoLooked", "Who"), lambda row: row.by or program, width=18,
                       stretch=True),
        Column[Looker]("role", QCoreApplication.translate("WhoLooked", "Role"), lambda row: say(f"role.{row.role}"),
                       width=14),
        Column[Looker]("times", QCoreApplication.translate("WhoLooked", "Times"), lambda row: str(row.times),
                       lambda row: row.times, width=8, number=True),
        Column[Looker]("sensitive", QCoreApplication.translate("WhoLooked", "Sensitive notes"),
                       lambda row: str(row.sensitive), lambda row: row.sensitive, width=12, number=True),
        Column[Looker]("first", QCoreApplication.translate("WhoLooked", "First"),
                       lambda row: shown.date_time(row.first), lambda row: row.first, width=24,
                       copy=lambda row: row.first.isoformat()),
        Column[Looker]("last", QCoreApplication.translate("WhoLooked", "Last"), lambda row: shown.date_time(row.last),
                       lambda row: row.last, width=24, copy=lambda row: row.last.isoformat()),
    )  # fmt: skip
    dialog: RowsDialog[Looker] = RowsDialog(
        context, found.head, QCoreApplication.translate("WhoLooked", "Who looked at this chart"), "who_looked", columns,
        lambda row: (row.by, row.role), owner,
    )  # fmt: skip
    told = QCoreApplication.translate(
        "WhoLooked", "Everybody who opened the chart, a document or a note. Most recent first."
    )
    dialog.show_rows(found.rows, told, QCoreApplication.translate("WhoLooked", "Nobody opened this chart."))
    return dialog
