"""Beside a list: one record in full, where it comes from, what belongs to it, its history, and how to call it wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactDetail, FactRef
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.feedback import Level
from ui.latest import Latest
from ui.messages import sentence
from ui.pages.record_words import RecordWords
from ui.record_acts import RecordActs
from ui.widgets.buttons import Button
from ui.widgets.detail_pane import DetailPane
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel


class FactPane(DetailPane):
    """Shows any record; a hint when none is chosen. `head` is whose it is, for the forms it opens."""

    opened = Signal(object)  # FactRef of something that belongs to the record shown
    marked = Signal()

    def __init__(self, context: AppContext, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(context, hint, margin=8, parent=parent)
        self.words = RecordWords(context)
        self.head: PatientHead | None = None
        self.detail: FactDetail | None = None
        self.acts = RecordActs(context, self, "", lambda: (self.detail.ref, self.head) if self.detail else None)
        self.acts.marked.connect(self._changed)
        self._asked = Latest(context.jobs, self)
        self._more: tuple[Fact, ...] = ()
        self.clear()

    def clear(self) -> None:
        """Show nothing but the hint."""
        self._asked.forget()
        self.detail = None
        super().clear()

    def show_fact(self, ref: FactRef | None, more: tuple[Fact, ...] = ()) -> None:
        """Ask for a record and show it; `more` stands above its own fields."""
        self._more = more
        if ref is None:
            self.clear()
        else:
            self._asked.ask("queries.records.fact", ref, done=self.show_detail, failed=self._refused)

    def show_note(self, title: str, facts: tuple[Fact, ...]) -> None:
        """Show something that is no record by itself."""
        self._asked.forget()
        self.detail = None
        body, column = self._body()
        column.addWidget(Text("section", title, wrap=True, selectable=True))
        self._section(column, self.tr("Details"), list(facts), titled=False)
        self._put(body, column)

    def focus_first(self) -> None:
        """Put the keyboard on the first list of the record."""
        body: QWidget | None = self.widget()
        lists = body.findChildren(FactList) if body is not None else []
        if lists:
            lists[0].setFocus()

    def again(self) -> None:
        """Read the record shown again."""
        if self.detail is not None:
            self.show_fact(self.detail.ref, self._more)

    def _refused(self, error: UserError) -> None:
        self.detail = None
        self._say(sentence(error, self._context.formatting))

    def show_detail(self, detail: FactDetail) -> None:
        """Show a record."""
        self.detail = detail
        body, column = self._body()
        column.addWidget(Text("section", self.words.heading(detail), wrap=True, selectable=True))
        if detail.mistaken:
            column.addWidget(ShapeLabel(Level.HIGH, self.words.mistaken(detail), parent=body))
        fields = [*self._more, *(self.words.field(field) for field in detail.fields)]
        self._section(column, self.tr("Details"), fields, titled=False)
        self._linked(column, detail)
        self._section(column, self.tr("Where it comes from"), self.words.origin(detail.origin))
        column.addWidget(self._buttons(detail))
        self._put(body, column)
        self.verticalScrollBar().setValue(0)

    def _section(self, column: QVBoxLayout, title: str, facts: list[Fact], *, titled: bool = True) -> FactList | None:
        if not facts:
            return None
        if titled:
            self._heading(column, title)
        made = FactList(title)
        made.set_facts(facts)
        column.addWidget(made)
        return made

    def _linked(self, column: QVBoxLayout, detail: FactDetail) -> None:
        facts = [self.words.linked(one) for one in detail.linked]
        if detail.linked_more:
            facts.append(Fact("more", self.tr("and more; Timeline has them all")))
        made = self._section(column, self.tr("Belongs to it"), facts)
        if made is not None:
            refs = {f"{one.ref.kind}:{one.ref.id}": one.ref for one in detail.linked}
            made.opened.connect(lambda fact: self._open_linked(refs.get(fact.key)))

    def _open_linked(self, ref: FactRef | None) -> None:
        if ref is not None:
            self.opened.emit(ref)
            self.show_fact(ref)

    def _buttons(self, detail: FactDetail) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, gap=self._context.theme.px(6))
        history = Button(self.tr("History…"), "history")
        history.clicked.connect(self.open_history)
        row.addWidget(history)
        if detail.can_mark:
            mark = Button(self.tr("Entered in error…"), "circle-x")
            mark.clicked.connect(self.mark)
            row.addWidget(mark)
        if detail.can_unmark:
            unmark = Button(self.tr("Not an error"), "undo-2")
            unmark.clicked.connect(self.unmark)
            row.addWidget(unmark)
        return holder

    # what the buttons do

    def open_history(self) -> None:
        """Who changed this record, when, and what it said before."""
        self.acts.open_history()

    def mark(self) -> None:
        """Say that the record was entered in error."""
        self.acts.mark()

    def unmark(self) -> None:
        """Say that it was no error after all."""
        if self.detail is not None and self.detail.can_unmark:
            self.acts.unmark(self.detail)

    def _changed(self) -> None:
        self.again()
        self.marked.emit()
