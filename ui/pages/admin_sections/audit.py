"""Section: the audit record. Filtered, sorted by any column, looked through, checked, and its receipt printed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.audit_log import PROGRAM, AuditChoices, AuditFilter, AuditRow, AuditState, Reviewed
from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.keeping import Checked
from icm_desktop.permissions import Privilege
from ui.audit_words import AuditWords
from ui.context import AppContext
from ui.dialogs.audit_review import ReviewDialog, show_checks, show_receipt, show_reviews
from ui.dialogs.choose_patient import ChoosePatientDialog
from ui.dialogs.list_sheet import show_list
from ui.dialogs.who_looked import show_who_looked
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import Command
from ui.tables.base import Column
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.period_filter import PeriodFilter
from ui.widgets.shape_label import ShapeLabel

_SLICE = 100


class AuditSection(ListSection[AuditRow]):
    """Everything anybody did or looked at; Ctrl+Shift+E writes what is filtered as a file."""

    name = "audit"
    icon = "eye"
    opens = changes = Privilege.AUDIT
    shows = frozenset({"*"})
    paged = True

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._words = AuditWords(context)
        super().__init__(context, parent)
        self._more = Latest(context.jobs, self)
        self._state: AuditState | None = None
        self._patient: PatientHead | None = None
        self._sort, self._descending = "at", True
        self.tile = ShapeLabel(Level.INFO, "", self)
        self.body.insertWidget(self.body.indexOf(self.search), self.tile)
        self.person, self.group, self.event_box, self.kind = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.period = PeriodFilter(context)
        self.whose = Button(self.tr("Of one &patient…"), "user")
        self._put_filters()
        self.search.hide()
        self.table.sort_wanted.connect(self._sort_by)
        self.table.more_wanted.connect(self._ask_more)
        context.jobs.run("queries.audit_log.choices", owner=self, done=self._fill)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("AuditSection", "Audit")

    def intro(self) -> str:
        return self.tr(
            "Who did or looked at what, when. No event can be changed or removed. No clinical text stands here."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No event fits."), self.tr("Choose another time, person or kind.")

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    # filters

    def _put_filters(self) -> None:
        boxes = ((self.person, self.tr("Who")), (self.group, self.tr("What")), (self.event_box, self.tr("Which event")),
                 (self.kind, self.tr("Kind of record")))  # fmt: skip
        for box, name in boxes:
            box.setAccessibleName(name)
            box.setMinimumHeight(self.context.theme.px(28))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # what is asked for comes later
            box.activated.connect(lambda _at: self.refresh())
        self.group.addItem(self.tr("Everything"), "")
        for key, words in self._words.groups():
            self.group.addItem(words, key)
        self.group.activated.connect(lambda _at: self._fill_events())
        self._fill_events()
        self.period.changed.connect(self.refresh)
        self.whose.clicked.connect(lambda _on=False: self._choose_patient())
        filters = QWidget(self)
        row = FlowLayout(filters, gap=self.context.theme.px(8))
        for part in (self.period, *(box for box, _ in boxes), self.whose):
            row.addWidget(part)
        self.body.insertWidget(self.body.indexOf(self.search), filters)

    def _fill(self, choices: AuditChoices) -> None:
        self.person.clear()
        self.person.addItem(self.tr("Everybody"), None)
        for one in choices.people:
            self.person.addItem(one.name, one.id)
        self.person.addItem(self.tr("the program"), PROGRAM)
        self.kind.clear()
        self.kind.addItem(self.tr("All kinds of record"), "")
        named = sorted((self._words.kind(one), one) for one in choices.kinds)
        for words, key in named:
            self.kind.addItem(words, key)

    def _fill_events(self) -> None:
        self.event_box.clear()
        self.event_box.addItem(self.tr("All of these"), "")
        for key, words in self._words.events(self.group.currentData() or ""):
            self.event_box.addItem(words, key)
        self.event_box.setVisible(bool(self.group.currentData()))

    def _choose_patient(self) -> None:
        """Of one patient; of everybody again when one is chosen already."""
        if self._patient is not None:
            self._take_patient(None)
            return
        dialog = ChoosePatientDialog(self.context, self.tr("Whose record?"), self.window())
        dialog.chosen.connect(self._take_patient)
        dialog.open()

    def _take_patient(self, head: PatientHead | None) -> None:
        self._patient = head
        told = self.tr("Of {name}: show everybody").format(name=self.context.formatting.name(head)) if head else ""
        self.whose.setText(told or self.tr("Of one &patient…"))
        self.refresh()

    # what is asked and shown

    def _filter_now(self, offset: int = 0) -> AuditFilter:
        return AuditFilter(
            self.period.first, self.period.last, self.person.currentData(),
            self._patient.id if self._patient else None, self.group.currentData() or "",
            self.event_box.currentData() or "", self.kind.currentData() or "", self._sort, self._descending, offset,
            _SLICE,
        )  # fmt: skip

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.refresh()

    def refresh(self) -> None:
        self._more.forget()
        self.asked.ask("queries.audit_log.events", self._filter_now(), done=self._show)
        self.context.jobs.run("queries.audit_state.state", owner=self, done=self._show_state)

    def _show(self, found: Slice[AuditRow]) -> None:
        self.show_rows(found.rows, found.total)
        self.search.hide()

    def _ask_more(self, there: int) -> None:
        self._more.ask("queries.audit_log.events", self._filter_now(there), done=self._append)

    def _append(self, found: Slice[AuditRow]) -> None:
        self.table.append_rows(found.rows)
        self.context.feedback.count(self.status())

    def _show_state(self, state: AuditState) -> None:
        self._state = state
        shown = self.context.formatting
        last = state.reviews[0] if state.reviews else None
        review = (
            self.tr("Last looked through {when} by {who}, %n event(s) since.", "", state.since_review).format(
                when=shown.date_time(last.at), who=last.by)
            if last is not None
            else self.tr("Nobody has looked through it yet.")
        )  # fmt: skip
        level, check = Level.GOOD, self.tr("Last check {when}: nothing wrong.").format(
            when=shown.date_time(state.checked_at))  # fmt: skip
        if state.check_ok is False:
            level, check = Level.CRITICAL, self.tr("The last check found something wrong.")
        elif state.checked_at is None:
            level, check = Level.CAUTION, self.tr("NOT CHECKED yet.")
        elif state.check_due:
            level, check = Level.CAUTION, self.tr("Last check {when}: more than a week ago.").format(
                when=shown.date_time(state.checked_at))  # fmt: skip
        self.tile.say(level.value, f"{check} {review}")

    def columns(self) -> Sequence[Column[AuditRow]]:
        words, shown = self._words, self.context.formatting
        return (
            Column("at", self.tr("When"), lambda row: shown.date_time(row.at), width=22,
                   copy=lambda row: row.at.isoformat()),
            Column("who", self.tr("Who"), words.who, width=11),
            Column("what", self.tr("What"), words.what, width=18, tip=words.what),
            Column("patient", self.tr("Patient"), words.patient, width=19, tip=words.patient),
            Column("kind", self.tr("Record"), words.thing, width=15, tip=words.thing),
            Column("fields", self.tr("Fields changed"), words.fields, width=12, stretch=True, sortable=False,
                   tip=words.fields),
            Column("role", self.tr("Role"), words.role, width=12, sortable=False, hidden=True),
            Column("act", self.tr("Act"), lambda row: row.act or "", width=20, sortable=False, hidden=True),
            Column("seq", self.tr("Number"), lambda row: f"{row.seq:,}", width=9, sortable=False, number=True,
                   copy=lambda row: str(row.seq), hidden=True),
            Column("code", self.tr("Mark"), lambda row: row.code, width=24, sortable=False, hidden=True),
        )  # fmt: skip

    def row_id(self, row: AuditRow) -> Hashable:
        return row.seq

    # commands

    def commands(self) -> Iterable[Command]:
        yield Command("check", self.tr("&Check the whole file"), self.check, "shield-check")
        yield Command("results", self.tr("Last chec&k…"), self.results, "clipboard-list")
        yield Command("review", self.tr("&Looked through…"), self.review, "check")
        yield Command("reviews", self.tr("Re&views so far…"), self.reviews, "history")
        yield Command("receipt", self.tr("&Receipt of the day…"), self.receipt, "printer")
        yield Command("print", self.tr("Print this &list"), self.print_list, "printer")
        yield Command("looked", self.tr("&Who looked at this chart…"), self.who_looked, "eye")

    def can(self, action_id: str) -> bool:
        if not self.may_change:
            return False
        if action_id == "looked":
            return self._patient is not None or (self.row is not None and self.row.head is not None)
        if action_id == "print":
            return self.row is not None
        return action_id in ("check", "results", "review", "reviews", "receipt")

    def check(self) -> None:
        """Check everything now, in the background; the result is kept and shown."""
        self.context.jobs.run(
            "services.backups.weekly_check", owner=self, done=self._checked, failed=self.context.feedback.refuse,
            lane="long", label=self.tr("Check of the whole file"),
        )  # fmt: skip

    def _checked(self, checked: Checked) -> None:
        show_checks(self.context, self, checked.checks)
        self.refresh()

    def results(self) -> None:
        """What the last check answered, one by one."""
        if self._state is not None:
            show_checks(self.context, self, self._state.checks)

    def review(self) -> None:
        """Note that the days of the filter were looked through."""
        dialog = ReviewDialog(self.context, self.period.first, self.period.last, self.window())
        dialog.saved.connect(self._reviewed)
        dialog.open()

    def _reviewed(self, reviewed: Reviewed) -> None:
        told = self.tr("%n event(s) looked through.", "", reviewed.events)
        self.done(told, self.tr("note a review"), reviewed.changes)

    def reviews(self) -> None:
        """Who looked through which days, when."""
        if self._state is not None:
            show_reviews(self.context, self, self._state.reviews)

    def receipt(self) -> None:
        """The receipt of today; of an earlier day when the list shows one day only."""
        day = self.period.last if self.period.last is not None and self.period.last == self.period.first else None
        show_receipt(self.context, self, day, QLocale().name()[:2])

    def print_list(self) -> None:
        """The rows that show, on paper."""
        shown, total = self.table.counts()
        about = (self.tr("{shown} of {total} events").format(shown=shown, total=total), self.period.words())
        keys = ("at", "who", "what", "patient", "kind", "seq")
        show_list(self.context, self, self.table, self.title(), about, only=keys)

    def who_looked(self) -> None:
        """Everybody who opened the chart of the chosen patient, else of the row's."""
        head = self._patient or (self.row.head if self.row is not None else None)
        if head is not None:
            show_who_looked(self.context, self, head.id)

    # place

    def take(self, state: Mapping[str, object]) -> None:
        head = state.get("patient")
        if isinstance(head, PatientHead):
            self._take_patient(head)

    def state(self) -> Mapping[str, object]:
        return {"patient": self._patient} if self._patient else {}

    def focus_search(self) -> None:
        self.period.choice.setFocus()
