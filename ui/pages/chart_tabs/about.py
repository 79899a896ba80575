"""The About tab: who the person is, how to reach them, who speaks for them, who pays, and what they agreed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.chart import Chart
from icm_desktop.contracts.demographics import About, Choices
from icm_desktop.contracts.records import FactRef
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.who_looked import show_who_looked
from ui.pages.about_forms import ROWS, AboutForms
from ui.pages.about_photo import PhotoBox
from ui.pages.about_words import AboutWords
from ui.pages.chart_tab import ChartTab
from ui.record_acts import Current, RecordActs
from ui.tables.row_menu import open_row_menu
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.scroll import scrolling

_NARROW = 900  # pixels at the usual text size; below, the three columns become one


class AboutSection(QWidget):
    """A heading with buttons (key of the form, words), and its facts; Enter on a fact opens its form."""

    opened = Signal(str)  # key of a fact, or "kind:" for the button

    def __init__(self, context: AppContext, title: str, empty: str, *buttons: tuple[str, str]) -> None:
        super().__init__()
        px = context.theme.px
        self.list = FactList(title, self)
        self.nothing = Text("body", empty, tone="text_2", wrap=True, parent=self)
        heading = Text("section", title, parent=self)
        for label in (heading, self.nothing):
            label.setContentsMargins(px(8), 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        for key, words in buttons:
            button = Button(words, parent=self)
            button.setAccessibleName(f"{title}: {words.replace('…', '')}")
            button.clicked.connect(lambda _checked=False, which=key: self.opened.emit(which))
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(2))
        column.addLayout(top)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self.list.opened.connect(lambda fact: self.opened.emit(fact.key))

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        self.list.set_facts(facts)
        self.list.setVisible(bool(facts))
        self.nothing.setVisible(not facts)


class AboutTab(ChartTab):
    """Everything about a person that is not clinical; every role reads and writes it, clinical alerts excepted."""

    name = "about"
    number = 10
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset({"*"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.about: About | None = None
        self.choices: Choices | None = None
        self._wanted = ""
        self.acts = RecordActs(context, self, self.name, self._record)
        self.forms = AboutForms(context, self, self.acts.mark_record)
        self._last: FactList | None = None  # where the keyboard was: a menu or the palette has it when a command runs
        self.sections: dict[str, AboutSection] = {}

    def title(self) -> str:
        return self.tr("About")

    # widgets

    def build(self) -> None:
        add, edit = self.tr("Add…"), self.tr("Edit…")
        made = (
            ("names", self.tr("Names"), "", edit),
            ("identity", self.tr("Birth, sex and gender"), "", edit),
            ("death", self.tr("Death"), self.tr("No death recorded."), self.tr("Record…")),
            ("numbers", self.tr("Record numbers"), "", ""),
            ("telecom", self.tr("Phones and e-mail"), self.tr("No number on file."), add),
            ("address", self.tr("Addresses"), self.tr("No address on file."), add),
            ("preferences", self.tr("How to reach"), "", edit),
            ("contact", self.tr("Contacts and proxies"), self.tr("Nobody on file."), add),
            ("alert", self.tr("Alerts"), self.tr("No alert."), add),
            ("consent", self.tr("Consents"), self.tr("No consent on file."), add),
            ("coverage", self.tr("Insurance"), self.tr("No insurance on file."), add),
        )
        for kind, title, empty, button in made:
            buttons = ((f"{kind}:", button),) if button else ()
            if kind == "names":
                buttons = (("name:", add), *buttons)
            section = AboutSection(self.context, title, empty, *buttons)
            section.opened.connect(self.open)
            section.list.stood_on.connect(partial(self._stand, section.list))
            section.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            section.list.customContextMenuRequested.connect(partial(self._menu, section.list))
            self.sections[kind] = section
        self.photo = PhotoBox(self.context)
        self._lay_out()

    def enable_actions(self, on_tab: bool) -> None:
        self.acts.enable(on_tab)

    def _stand(self, where: FactList) -> None:
        if where.hasFocus() or where is self._last:
            self._last = where
            self.acts.enable()

    def _menu(self, where: FactList, at: QPoint) -> None:
        where.setFocus()
        open_row_menu(where, self.context.actions, ("chart.edit", "", *self.acts.ids), at)

    def _record(self) -> Current | None:
        """The record the keyboard is on: a row of its own, or the patient."""
        if self.about is None or self._last is None:
            return None
        kind, _, number = (self._last.current_key() or "").partition(":")
        head = self.about.head
        if kind in ROWS:
            return FactRef(ROWS[kind], int(number)), head
        return (FactRef("patient", head.id), head) if kind else None

    def _lay_out(self) -> None:
        px = self.context.theme.px
        inside = QWidget()
        self._columns = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(24))
        groups = (
            ("names", "identity", "death", "numbers"),
            ("telecom", "address", "preferences", "contact"),
            ("alert", "consent", "coverage"),
        )
        for group in groups:
            column = QVBoxLayout()
            column.setSpacing(px(4))
            if group is groups[0]:
                column.addWidget(self.photo)
            for kind in group:
                column.addWidget(self.sections[kind])
            column.addStretch(1)
            row.addLayout(column, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolling(inside))
        self._turn_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built:
            self._turn_columns()

    def _turn_columns(self) -> None:
        """Three columns where there is room for them, else one below the other."""
        ways = QBoxLayout.Direction
        wide = self.width() >= self.context.theme.px(_NARROW)
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    # what is asked and shown

    def clear(self) -> None:
        self.about = None
        for section in self.sections.values():
            section.show_facts(())
        self.photo.show_photo(None, None)

    def show_chart(self, chart: Chart) -> None:
        super().show_chart(chart)
        self.stale = True

    def refresh(self) -> None:
        if self.choices is None:
            language = QLocale().name()
            self.context.jobs.run("queries.about.choices", language, owner=self, done=self._choose)
        self.asked.ask("queries.about.about", self.patient_id, done=self._show)

    def _choose(self, choices: Choices) -> None:
        self.choices = choices
        if self.about is not None:
            self._show(self.about)

    def _show(self, about: About) -> None:
        if about.head.id != self.patient_id:
            return
        self.about = about
        if self.choices is None:
            return
        words = AboutWords(self.context, self.choices)
        facts: dict[str, Iterable[Fact]] = {
            "names": words.names(about),
            "identity": words.identity(about),
            "death": words.death(about),
            "numbers": words.identifiers(about),
            "telecom": map(words.telecom, about.telecoms),
            "address": map(words.address, about.addresses),
            "preferences": words.preferences(about),
            "contact": map(words.contact, about.contacts),
            "alert": map(words.alert, about.alerts),
            "consent": map(words.consent, about.consents),
            "coverage": map(words.coverage, about.coverages),
        }
        for kind, section in self.sections.items():
            section.show_facts(tuple(facts[kind]))
        self.photo.show_photo(about if about.photos_enabled else None, about.photo_id)
        if self._wanted:
            self.stand_on(self._wanted)

    # keyboard and commands

    def open(self, key: str) -> bool:
        """Open the form of a fact ("telecom:12"), or of a new one ("telecom:")."""
        if self.about is None or self.choices is None:
            return False
        return self.forms.open(key, self.about, self.choices)

    def edit(self) -> bool:
        for section in self.sections.values():
            if section.list.hasFocus() and (key := section.list.current_key()):
                return self.open(key)
        return self.open("names:")

    def who_looked(self) -> None:
        """Everybody who opened this chart."""
        if self.patient_id is not None:
            show_who_looked(self.context, self, self.patient_id)

    def stand_on(self, item: str) -> None:
        """Put the keyboard on a fact such as "alert:3", now or when it is there."""
        self._wanted = item
        kind = {"name": "names"}.get(kind := item.partition(":")[0], kind)
        section = self.sections.get(kind)
        places = [fact.key for fact in section.list.facts()] if section else []
        if section is not None and item in places:
            section.list.setCurrentIndex(section.list.model().index(places.index(item), 0))
            section.list.setFocus()
            self._wanted = ""

    def panes(self) -> Sequence[QWidget]:
        return tuple(section.list for section in self.sections.values() if section.list.facts())

    def focus_first(self) -> None:
        if not self._wanted:
            shown = [section.list for section in self.sections.values() if section.list.facts()]
            (shown[0] if shown else self).setFocus()

    def state(self) -> Mapping[str, object]:
        for section in self.sections.values():
            if section.list.hasFocus():
                return {"item": section.list.current_key()}
        return {}

    def restore(self, state: Mapping[str, object]) -> None:
        if isinstance(item := state.get("item"), str):
            self._wanted = item

    def actions_offered(self, here: str) -> Iterable[Action]:
        who = Privilege.DEMOGRAPHICS
        made = (
            ("telecom", self.tr("Add &phone or e-mail…")),
            ("address", self.tr("Add &address…")),
            ("name", self.tr("Add &former name…")),
            ("contact", self.tr("Add &contact or proxy…")),
            ("coverage", self.tr("Add &insurance…")),
            ("consent", self.tr("Add c&onsent…")),
            ("alert", self.tr("Add a&lert…")),
            ("identity", self.tr("&Birth, sex and gender…")),
            ("preferences", self.tr("How to &reach…")),
            ("death", self.tr("Record &death…")),
        )
        looked = Action(
            "about.who_looked", self.tr("Who looked at this chart…"), self.who_looked, None, "eye", "patient", here,
            Privilege.AUDIT, (self.tr("audit"),), group=3,
        )  # fmt: skip
        records = (*self.acts.actions(here, who), looked)
        return records + tuple(
            Action(f"about.{kind}", words, partial(self.open, f"{kind}:"), None, None, "patient", here, who, group=3)
            for kind, words in made
        )
