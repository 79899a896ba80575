"""History: who did what to a chart and when, with old and new values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.records import FactRef, HistoryFilter, HistoryPerson, HistoryRow
from icm_desktop.domain.records import KINDS
from icm_desktop.permissions import Privilege
from ui.pages.chart_paged_tab import SLICE, PagedTab
from ui.tables.base import Column
from ui.widgets.fact_paint import Fact
from ui.widgets.period_filter import PeriodFilter


class HistoryTab(PagedTab):
    """Everything that was done to a chart, the latest first; the record itself stands beside it as it is now."""

    name = "history"
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset({"*"})
    query = "queries.record_history.of_patient"

    def title(self) -> str:
        return self.tr("History")

    def hint(self) -> str:
        return self.tr("Choose a line to see what was changed.")

    def nothing(self) -> tuple[str, str]:
        if self.filter_words():
            return self.tr("Nothing fits this filter."), self.tr("Choose fewer filters, or another time.")
        return self.tr("Nothing was changed yet."), self.tr("Every change to this chart is kept here.")

    # filters

    def build(self) -> None:
        self.person, self.group = QComboBox(), QComboBox()
        self.period = PeriodFilter(self.context)
        self.person.setAccessibleName(self.tr("Who"))
        self.group.setAccessibleName(self.tr("Kind"))
        self._fill_people(())
        for words, key in self._groups():
            self.group.addItem(words, key)
        for box in (self.person, self.group):
            box.setMinimumHeight(self.context.theme.px(28))
            box.activated.connect(lambda _at: self.refresh())
        self.period.changed.connect(self.refresh)
        super().build()

    def _groups(self) -> list[tuple[str, str]]:
        clinical = [
            (self.tr("Clinical facts"), "facts"),
            (self.tr("Plan and team"), "plan"),
        ]
        return [
            (self.tr("Everything"), ""),
            (self.tr("Person, insurance, consent"), "person"),
            *(clinical if self.context.may(Privilege.CLINICAL_READ) else ()),
            (self.tr("Appointments and referrals"), "visits"),
            (self.tr("Calls and pages"), "contacts"),
        ]

    def filters(self) -> Iterable[QWidget]:
        return (self.person, self.group, self.period)

    def filter_words(self) -> str:
        parts = [box.currentText() for box in (self.person, self.group) if box.currentData()]
        return ", ".join(part for part in (*parts, self.period.words()) if part)

    def _fill_people(self, people: Sequence[HistoryPerson]) -> None:
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("Everybody"), None)
        for one in people:
            self.person.addItem(one.name, one.id)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))

    def clear(self) -> None:
        super().clear()
        self._fill_people(())
        self.group.setCurrentIndex(0)
        self.period.reset()

    def refresh(self) -> None:
        super().refresh()
        patient_id = self.patient_id
        if patient_id is not None:
            self.context.jobs.run(
                "queries.record_history.people", patient_id, owner=self,
                done=lambda people: self._fill_people(people) if patient_id == self.patient_id else None,
            )  # fmt: skip

    def asked_for(self, offset: int) -> HistoryFilter:
        return HistoryFilter(
            self.patient_id or 0, self.person.currentData(), self.group.currentData() or "", self.period.first,
            self.period.last, offset, SLICE,
        )  # fmt: skip

    # rows

    def columns(self) -> Sequence[Column[HistoryRow]]:
        words = self.records
        return (
            Column("at", self.tr("When"), lambda row: words.at(row.at), width=24, sortable=False,
                   copy=lambda row: row.at.isoformat()),
            Column("who", self.tr("Who"), words.who, width=16, sortable=False),
            Column("what", self.tr("What"), words.what, width=30, stretch=True, sortable=False),
            Column("via", self.tr("How"), lambda _row: "", width=11, sortable=False, chip=words.via),
        )  # fmt: skip

    def row_key(self, row: HistoryRow) -> int:
        return row.seq

    def row_ref(self, row: HistoryRow) -> FactRef | None:
        return FactRef(row.kind, row.id) if row.kind in KINDS and row.id is not None else None

    def row_sentence(self, row: HistoryRow) -> str:
        chip = self.records.via(row)
        parts = (self.records.at(row.at), self.records.who(row), self.records.what(row), chip.word if chip else "")
        return ", ".join(part for part in (*parts, *self.records.changes(row)) if part)

    def show_row(self, row: HistoryRow) -> None:
        if self.row_ref(row) is None:
            self.pane.show_note(self.records.what(row), self.above_detail(row))
        else:
            super().show_row(row)

    def above_detail(self, row: HistoryRow) -> tuple[Fact, ...]:
        changes = (*self.records.changes(row), *self.records.contents(row))
        if not changes:
            return ()
        title = self.tr("Contents") if row.contents else self.tr("Changed")
        return (Fact("changes", title, changes, label=True, sentence=". ".join(changes)),)
