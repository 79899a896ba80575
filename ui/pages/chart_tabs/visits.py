"""Visits: outside ones and ours, emergency, stay, office and virtual told apart by word and shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.scheduling import MissedBefore
from icm_desktop.contracts.visits import KINDS, VisitFilter, VisitRow
from icm_desktop.permissions import Privilege
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.chart_paged_tab import SLICE, PagedTab
from ui.pages.timeline_words import visit_chip
from ui.tables.base import Column
from ui.widgets.booking_alerts import missed_words
from ui.widgets.fact_paint import Fact
from ui.widgets.filter_chips import FilterChips
from ui.widgets.shape_label import ShapeLabel

_EVERY, _MISTAKEN = "all", "mistaken"
_A_DAY, _AN_HOUR = 24 * 60, 60


class VisitsTab(PagedTab):
    """Visits and stays, newest first, with what belongs to each beside the list."""

    name = "visits"
    number = 5
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"encounter", "appointment", "import", "patient"})
    query = "queries.visits.visits"

    def title(self) -> str:
        return self.tr("Visits")

    def hint(self) -> str:
        return self.tr("Choose a visit to see what belongs to it, and where it comes from.")

    def nothing(self) -> tuple[str, str]:
        if self.filter_words():
            return self.tr("No visit fits this filter."), self.tr("Choose All to see every visit.")
        words = self.tr("Imported visits and stays appear here, and our appointments once they took place.")
        return self.tr("No visits yet."), words

    # filters

    def build(self) -> None:
        words = {
            _EVERY: self.tr("All"),
            "emergency": self.tr("Emergency"),
            "stay": self.tr("Stays"),
            "office": self.tr("Office"),
            "virtual": self.tr("Virtual"),
            "ours": self.tr("Ours"),
        }
        self.kinds = FilterChips(list(words.items()), exclusive=True)
        self.kinds.set_on([_EVERY])
        self.missed, self._missed_asked = ShapeLabel(Level.CAUTION), Latest(self.context.jobs, self)
        self.missed.hide()
        self.extra = FilterChips([(_MISTAKEN, self.tr("Show entered in error"))])
        for chips in (self.kinds, self.extra):
            chips.changed.connect(lambda _on: self.refresh())
        super().build()

    def filters(self) -> Iterable[QWidget]:
        return (self.extra,)

    def sections(self) -> QWidget | None:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.missed)
        column.addWidget(self.kinds)
        return top

    def filter_words(self) -> str:
        return "" if _EVERY in self.kinds.on() else self.kinds.words_on()

    def refresh(self) -> None:
        super().refresh()
        if self.patient_id is not None and self.context.may(Privilege.APPOINTMENTS):
            self._missed_asked.ask("queries.missed_before.missed_before", self.patient_id, done=self._show_missed)

    def _show_missed(self, missed: MissedBefore) -> None:
        words = missed_words(self.context, missed)
        self.missed.say(Level.CAUTION, words)
        self.missed.setVisible(bool(words))

    def clear(self) -> None:
        super().clear()
        self._missed_asked.forget()
        self.missed.hide()
        self.kinds.set_on([_EVERY])
        self.extra.set_on(())

    def asked_for(self, offset: int) -> VisitFilter:
        chosen = next(iter(self.kinds.on()), _EVERY)
        kind = chosen if chosen in KINDS or chosen == "ours" else ""
        return VisitFilter(self.patient_id or 0, kind, _MISTAKEN in self.extra.on(), offset, SLICE)

    # rows

    def columns(self) -> Sequence[Column[VisitRow]]:
        return (
            Column("day", self.tr("Date"), self._day, width=12, sortable=False, tip=self._span,
                   copy=lambda row: row.day),
            Column("class", self.tr("Kind"), lambda _row: "", width=17, sortable=False,
                   chip=lambda row: visit_chip(row.class_code)),
            Column("what", self.tr("What for"), self._what, width=30, stretch=True, sortable=False),
            Column("length", self.tr("Length"), self._length, width=9, sortable=False),
            Column("where", self.tr("Where"), self._where, width=22, sortable=False),
        )  # fmt: skip

    def row_key(self, row: VisitRow) -> tuple[str, int]:
        return row.ref.kind, row.ref.id

    def row_ref(self, row: VisitRow) -> FactRef | None:
        return row.ref

    def row_sentence(self, row: VisitRow) -> str:
        mistaken = self.tr("entered in error") if row.mistaken else ""
        parts = (self._day(row), visit_chip(row.class_code).word, self._what(row), self._length(row), self._where(row))
        return ", ".join(part for part in (*parts, mistaken) if part)

    def above_detail(self, row: VisitRow) -> tuple[Fact, ...]:
        length, facts = self._length(row), []
        if length:
            facts.append(Fact("length", self.tr("Length"), aside=length, label=True))
        if row.also is not None:
            both = self.tr("The record of the visit, and the appointment in our calendar that day.")
            facts.append(Fact("also", self.tr("Two sources"), (both,), label=True))
        return tuple(facts)

    def _day(self, row: VisitRow) -> str:
        return self.context.formatting.partial_date(row.day) if row.day else self.tr("Not dated")

    def _span(self, row: VisitRow) -> str:
        ends = (self.records.when(when) for when in (row.starts, row.ends))
        return " – ".join(end for end in ends if end)

    def _what(self, row: VisitRow) -> str:
        parts = (row.text, row.reason if row.reason != row.text else "", row.discharge)
        return " · ".join(part for part in parts if part)

    def _length(self, row: VisitRow) -> str:
        """Nights of a stay; hours or minutes of a visit."""
        if row.class_code in KINDS["stay"] and row.nights is not None:
            return self.tr("%n nights", "", row.nights)
        if row.minutes is None or row.minutes >= _A_DAY:
            return ""
        if row.minutes >= 2 * _AN_HOUR:
            return self.tr("{hours} h").format(hours=round(row.minutes / _AN_HOUR))
        return self.tr("{minutes} min").format(minutes=row.minutes)

    def _where(self, row: VisitRow) -> str:
        if row.also is not None:
            told = row.organization or row.place if row.outside else None
            return " · ".join(part for part in (told, self.tr("Ours, and our calendar")) if part)
        if not row.outside:
            return self.tr("Ours")
        return row.organization or row.place or row.with_whom or self.tr("Outside")
