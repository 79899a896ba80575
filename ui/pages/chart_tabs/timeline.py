"""Timeline: all that happened to a patient here and elsewhere, and what is due, newest first, today's line marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.chart import Chart
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.timeline import GROUPS, LOGISTIC_GROUPS, TimelineFilter, TimelineRow
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.pages.chart_paged_tab import SLICE, PagedTab
from ui.pages.since_looked import NEWS
from ui.pages.timeline_words import TimelineWords
from ui.tables.base import Column
from ui.widgets.fact_paint import Fact
from ui.widgets.filter_chips import FilterChips
from ui.widgets.period_filter import PeriodFilter

_MISTAKEN = "mistaken"


class TimelineTab(PagedTab):
    """One dated list of everything; roles without clinical facts see appointments, referral steps and contacts."""

    name = "timeline"
    number = 3
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset({"*"})
    query = "queries.timeline.timeline"

    def title(self) -> str:
        return self.tr("Timeline")

    def hint(self) -> str:
        return self.tr("Choose a line to read all of it, and where it comes from.")

    def nothing(self) -> tuple[str, str]:
        if self.filter_words():
            return self.tr("Nothing fits this filter."), self.tr("Choose fewer filters, or another time.")
        words = self.tr("Visits, results, papers and calls appear here as they are recorded or imported.")
        return self.tr("Nothing has happened yet."), words

    # filters

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._looked_at: dt.datetime | None = None

    def build(self) -> None:
        self.words = TimelineWords(self.context)
        self.search = QLineEdit()
        self.group, self.whose, self.place = QComboBox(), QComboBox(), QComboBox()
        self.period = PeriodFilter(self.context)
        self.extra = FilterChips([(_MISTAKEN, self.tr("Show entered in error"))])
        self.news = FilterChips([(NEWS, self.tr("New since I last looked"))])
        self._dress()
        super().build()
        self.table.rows_model.line_between = lambda above, row: self.words.ahead(above) and not self.words.ahead(row)
        self.table.rows_model.line_words = self.tr("Today")
        self.news.setVisible(self._looked_at is not None)

    def _dress(self) -> None:
        theme = self.context.theme
        self.search.setPlaceholderText(self.tr("Search, also inside notes"))
        self.search.setAccessibleName(self.tr("Search the timeline"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(170))
        self.search.setMinimumHeight(theme.px(28))
        self.group.setAccessibleName(self.tr("Kind"))
        self.group.addItem(self.tr("Everything"), None)
        for group in GROUPS if self.context.may(Privilege.CLINICAL_READ) else LOGISTIC_GROUPS:
            self.group.addItem(self.words.group(group), group)
        self.whose.setAccessibleName(self.tr("Whose"))
        self.whose.addItem(self.tr("Ours and outside"), "")
        self.whose.addItem(self.tr("Ours"), "ours")
        self.whose.addItem(self.tr("Outside"), "outside")
        self.place.setAccessibleName(self.tr("Organization"))
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.setMinimumContentsLength(17)
        self._fill_places(())
        for box in (self.group, self.whose, self.place):
            box.setMinimumHeight(theme.px(28))
            box.activated.connect(lambda _at: self.refresh())
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.returnPressed.connect(self.focus_first)
        self.period.changed.connect(self.refresh)
        for chips in (self.extra, self.news):
            chips.changed.connect(lambda _on: self.refresh())

    def filters(self) -> Iterable[QWidget]:
        clinical = self.context.may(Privilege.CLINICAL_READ)
        places = (self.place,) if clinical else ()
        return (self.search, self.group, self.whose, *places, self.period, self.news, self.extra)

    def _fill_places(self, names: Sequence[str]) -> None:
        self.place.clear()
        self.place.addItem(self.tr("All organizations"), None)
        for name in names:
            self.place.addItem(name, name)

    def filter_words(self) -> str:
        parts = [box.currentText() for box in (self.group, self.whose, self.place) if box.currentData()]
        parts += [self.period.words(), self.news.words_on(), self.search.text().strip()]
        return ", ".join(part for part in parts if part)

    def clear(self) -> None:
        super().clear()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.whose.setCurrentIndex(0)
        self.period.reset()
        self.group.setCurrentIndex(0)
        self.extra.set_on(())
        self.news.set_on(())
        self._fill_places(())

    def show_patient(self, patient_id: int) -> None:
        self._looked_at = None
        super().show_patient(patient_id)

    def show_chart(self, chart: Chart) -> None:
        super().show_chart(chart)
        self._looked_at = chart.last_looked_at or self._looked_at
        if self.built:
            self.news.setVisible(self._looked_at is not None)

    def stand_on(self, item: str) -> None:
        """Only what is new, when that was asked for; nothing else is filtered then."""
        if item == NEWS and self._looked_at is not None:
            self.clear()
            self.news.set_on((NEWS,))
            self.refresh()
            return
        super().stand_on(item)

    # what is asked and shown

    def refresh(self) -> None:
        if self.place.count() <= 1 and self.patient_id is not None and self.context.may(Privilege.CLINICAL_READ):
            patient_id = self.patient_id
            self.context.jobs.run(
                "queries.timeline.organizations", patient_id, owner=self,
                done=lambda names: self._fill_places(names) if patient_id == self.patient_id else None,
            )  # fmt: skip
        super().refresh()

    def asked_for(self, offset: int) -> TimelineFilter:
        return TimelineFilter(
            patient_id=self.patient_id or 0,
            groups=frozenset({self.group.currentData()} - {None}),
            whose=self.whose.currentData() or "",
            first=self.period.first,
            last=self.period.last,
            organization=self.place.currentData(),
            search=self.search.text().strip(),
            mistaken=_MISTAKEN in self.extra.on(),
            since=self._looked_at if NEWS in self.news.on() else None,
            offset=offset,
            limit=SLICE,
        )

    def columns(self) -> Sequence[Column[TimelineRow]]:
        return self.words.columns()

    def row_key(self, row: TimelineRow) -> tuple[str, int, str]:
        return row.ref.kind, row.ref.id, row.step

    def row_ref(self, row: TimelineRow) -> FactRef | None:
        return row.ref if row.ref.kind != "pathway_step" else None  # reckoned, so there is no record of it

    def row_sentence(self, row: TimelineRow) -> str:
        return self.words.sentence(row)

    def above_detail(self, row: TimelineRow) -> tuple[Fact, ...]:
        return self.words.above(row)

    def search_here(self) -> None:
        self.search.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.search, self.table, self.pane)
