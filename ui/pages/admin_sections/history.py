"""Section: who changed what of the set-up, when, with old and new values."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.records import HistoryRow
from icm_desktop.contracts.set_up import SET_UP_KINDS, SetUpHistoryFilter
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.record_words import RecordWords
from ui.pages.value_words import kind_name
from ui.tables.base import Column
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import FieldLabel
from ui.widgets.period_filter import PeriodFilter

_SLICE = 100


class HistorySection(ListSection[HistoryRow]):
    """Of everything, one kind, or one record that was chosen in its own list; Ctrl+Shift+E writes it as a file."""

    name = "history"
    icon = "history"
    opens = changes = Privilege.AUDIT
    shows = frozenset({"*"})
    paged = True

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._words = RecordWords(context)
        super().__init__(context, parent)
        self._more = Latest(context.jobs, self)
        self._record: tuple[str, int] | None = None
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Everything"), "")
        for kind in sorted(SET_UP_KINDS, key=kind_name):
            self.kind.addItem(kind_name(kind), kind)
        self.kind.setMinimumHeight(context.theme.px(32))
        self.period = PeriodFilter(context)
        self.whole = Button(self.tr("Show &everything"), "x")
        filters = QWidget(self)
        row = FlowLayout(filters, gap=context.theme.px(8))
        for part in (FieldLabel(self.tr("&Kind"), self.kind), self.kind, self.period, self.whole):
            row.addWidget(part)
        self.body.insertWidget(self.body.indexOf(self.search), filters)
        self.search.hide()
        self.kind.activated.connect(lambda _at: self._choose())
        self.period.changed.connect(self.refresh)
        self.whole.clicked.connect(lambda _on=False: self._show_all())
        self.table.more_wanted.connect(self._ask_more)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("HistorySection", "History")

    def intro(self) -> str:
        return self.tr("Every change to the set-up with its old and new value. Nothing here can be changed or removed.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("Nothing was changed."), self.tr("Choose another kind or another time.")

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def columns(self) -> Sequence[Column[HistoryRow]]:
        words = self._words
        return (
            Column("at", self.tr("When"), lambda row: words.at(row.at), width=22, sortable=False,
                   copy=lambda row: row.at.isoformat()),
            Column("who", self.tr("Who"), words.who, width=12, sortable=False),
            Column("what", self.tr("What"), words.what, width=26, sortable=False, tip=words.what),
            Column("changed", self.tr("Changed"), self._changed, stretch=True, sortable=False, tip=self._changed),
            Column("via", self.tr("How"), lambda _row: "", width=9, sortable=False, chip=words.via),
        )  # fmt: skip

    def _changed(self, row: HistoryRow) -> str:
        return "; ".join(self._words.changes(row))

    def row_id(self, row: HistoryRow) -> Hashable:
        return row.seq

    def _choose(self) -> None:
        self._record = None
        self.refresh()

    def _show_all(self) -> None:
        self.kind.setCurrentIndex(0)
        self._choose()

    def _filter_now(self, offset: int = 0) -> SetUpHistoryFilter:
        kind, row_id = self._record or (self.kind.currentData(), None)
        return SetUpHistoryFilter(kind, row_id, self.period.first, self.period.last, offset, _SLICE)

    def refresh(self) -> None:
        self._more.forget()
        self.whole.setVisible(self._record is not None)
        self.asked.ask("queries.set_up_history.history", self._filter_now(), done=self._show)

    def _show(self, found: Slice[HistoryRow]) -> None:
        self.show_rows(found.rows, found.total)
        self.search.hide()

    def _ask_more(self, there: int) -> None:
        self._more.ask("queries.set_up_history.history", self._filter_now(there), done=self._append)

    def _append(self, found: Slice[HistoryRow]) -> None:
        self.table.append_rows(found.rows)
        self.context.feedback.count(self.status())

    def can(self, action_id: str) -> bool:
        return False

    def take(self, state: Mapping[str, object]) -> None:
        record = state.get("record")
        self._record = record if isinstance(record, tuple) else None
        if self._record is not None:
            self.kind.setCurrentIndex(max(self.kind.findData(self._record[0]), 0))
            self.refresh()

    def state(self) -> Mapping[str, object]:
        return {"record": self._record} if self._record else {}

    def focus_search(self) -> None:
        self.kind.setFocus()
