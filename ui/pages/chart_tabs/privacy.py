"""The Privacy tab: what the patient asked for about the record, to whom records went, who looked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.patient_requests import ReopenRequest, RequestFilter, RequestRow, RequestSaved
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.privacy import OPEN
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.disclosures import show_disclosures
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.outcome import Outcome
from ui.dialogs.patient_request import AnswerDialog, ExtendDialog, StatementDialog, TakeRequestDialog
from ui.dialogs.who_looked import show_who_looked
from ui.pages.chart_list_tab import ListTab
from ui.pages.privacy_words import PrivacyWords
from ui.tables.base import Chip, Column
from ui.widgets.action_button import ActionButton

TAKE, ANSWER, LONGER, STATEMENT, REOPEN, WHERE, LOOKED = (
    "privacy.take", "privacy.answer", "privacy.longer", "privacy.statement", "privacy.reopen", "privacy.where",
    "privacy.looked",
)  # fmt: skip
_OF_ROW = (ANSWER, LONGER, STATEMENT, REOPEN)


class PrivacyTab(ListTab):
    """Requests, open ones first by their last day; each is answered by a form and can be undone."""

    name = "privacy"
    number = 24
    privilege = Privilege.PATIENT_RIGHTS
    shows = frozenset({"patient_request", "patient"})
    query = "queries.patient_requests.requests"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words: PrivacyWords | None = None
        self._item = ""

    def title(self) -> str:
        return self.tr("Privacy")

    def hint(self) -> str:
        return self.tr("Choose a request to read it.")

    def nothing(self) -> tuple[str, str]:
        told = self.tr(
            "Access, amendments, accountings and restrictions the patient asks for come here with a last day."
        )
        return self.tr("No request yet."), told

    def build(self) -> None:
        offered = (TAKE, *_OF_ROW, WHERE, LOOKED)
        self.buttons = [ActionButton(self.context, one) for one in offered if one in self.context.actions]
        super().build()
        self.enable_actions(on_tab=False)

    def filters(self) -> Iterable[QWidget]:
        return self.buttons

    def menu(self) -> Sequence[str]:
        return (TAKE, *_OF_ROW)

    # what is asked and shown

    def refresh(self) -> None:
        if self.words is None:
            language = QLocale().name()
            self.context.jobs.run("queries.disclosures.words", language, owner=self, done=self._words_came)
        if self.patient_id is not None:
            self.asked.ask(self.query, RequestFilter(self.patient_id), done=self._came)

    def _words_came(self, lists: Choices) -> None:
        self.words = PrivacyWords(self.context, lists)
        if self.page is not None:
            self._show(self.page)

    def _came(self, rows: tuple[RequestRow, ...]) -> None:
        self._show(Page(rows, len(rows)))
        if self._item and self.table.go_to(self._item):
            self._item = ""

    def columns(self) -> Sequence[Column[RequestRow]]:
        shown = self.context.formatting

        def say(what: str, row: RequestRow) -> str:
            return str(getattr(self.words, what)(row)) if self.words is not None else ""

        return (
            Column("state", self.tr("State"), self._word, width=16, chip=self._chip),
            Column("kind", self.tr("Asks for"), lambda row: say("kind", row), width=20),
            Column("due", self.tr("Last day"), lambda row: say("due", row), lambda row: row.due_on, width=18,
                   copy=lambda row: row.due_on.isoformat()),
            Column("text", self.tr("In their words"), lambda row: " ".join(row.text.split()), width=20, stretch=True),
            Column("received", self.tr("Received"), lambda row: shown.date(row.received_on),
                   lambda row: row.received_on, width=12, copy=lambda row: row.received_on.isoformat()),
            Column("owner", self.tr("Who answers"), lambda row: row.owner.name if row.owner else "", width=14),
        )  # fmt: skip

    def _chip(self, row: RequestRow) -> Chip | None:
        return self.words.chip(row) if self.words is not None else None

    def _word(self, row: RequestRow) -> str:
        chip = self._chip(row)
        return chip.word if chip is not None else ""

    def row_key(self, row: RequestRow) -> str:
        return f"request:{row.id}"

    def row_ref(self, row: RequestRow) -> FactRef | None:
        return None

    def row_sentence(self, row: RequestRow) -> str:
        if self.words is None:
            return ""
        return ", ".join((self._word(row), self.words.kind(row), self.words.due(row), row.text))

    def show_row(self, row: RequestRow) -> None:
        if self.words is not None:
            self.pane.show_note(self.words.kind(row), self.words.facts(row))
        self.enable_actions(on_tab=self.isVisible())

    def open_current(self) -> None:
        """Enter: the whole request, beside the list or in a window of its own."""
        row = self.row
        if row is None or self.words is None:
            return
        if self.pane.isVisible():
            self.pane.focus_first()
            return
        rows = [(fact.text, fact.aside) for fact in self.words.facts(row)]
        Outcome(self.title(), self.words.kind(row), (self.tr("Request"), ""), rows, (), self.window()).show()

    def stand_on(self, item: str) -> None:
        self._item = item
        if self.page is not None and self.table.go_to(item):
            self._item = ""

    # commands

    @property
    def row(self) -> RequestRow | None:
        """The request the keyboard is on."""
        found = self.table.current_row() if self.built else None
        return found if isinstance(found, RequestRow) else None

    def actions_offered(self, here: str) -> Iterable[Action]:
        made = (
            (TAKE, self.tr("New re&quest…"), self.take, "plus"),
            (ANSWER, self.tr("&Answer the request…"), partial(self._open, AnswerDialog), "check"),
            (LONGER, self.tr("Make the term &longer…"), partial(self._open, ExtendDialog), "clock"),
            (STATEMENT, self.tr("&Statement of disagreement…"), partial(self._open, StatementDialog), "message-square"),
            (REOPEN, self.tr("&Open again"), self.reopen, "undo-2"),
            (WHERE, self.tr("To &whom records went…"), self.where, "send"),
        )
        for key, words, handler, icon in made:
            yield Action(key, words, handler, None, icon, "patient", here, self.privilege, group=3)
        yield Action(LOOKED, self.tr("Who loo&ked at this chart…"), self.looked, None, "eye", "patient", here,
                     Privilege.AUDIT, group=3)  # fmt: skip

    def enable_actions(self, on_tab: bool) -> None:
        row, actions = self.row, self.context.actions
        is_open = row is not None and row.status == OPEN
        fits = {
            TAKE: self.head is not None,
            ANSWER: is_open,
            LONGER: row is not None and row.longer_until is not None,
            STATEMENT: row is not None and row.denies,
            REOPEN: row is not None and not is_open,
            WHERE: self.head is not None,
            LOOKED: self.head is not None,
        }
        for key, may in fits.items():
            if key in actions:
                actions.set_enabled(key, on_tab and may)

    def primary_action(self) -> str | None:
        return TAKE

    def take(self) -> None:
        """Note what the patient asks for."""
        if self.head is None or self.words is None:
            return
        head, lists = self.head, self.words.lists

        def open_form(people: tuple[Colleague, ...]) -> None:
            self._form(TakeRequestDialog(self.context, head, lists, people, self.window()), self.tr("Request kept."))

        self.context.jobs.run("queries.people.colleagues", owner=self, done=open_form)

    def _open(self, kind: type[FormDialog]) -> None:
        row = self.row
        if row is None or self.words is None:
            return
        if kind is AnswerDialog:
            self._form(AnswerDialog(self.context, row, self.words.lists, self.window()), self.tr("Answered."))
        elif kind is ExtendDialog:
            self._form(ExtendDialog(self.context, row, self.window()), self.tr("Term made longer."))
        else:
            self._form(StatementDialog(self.context, row, self.window()), self.tr("Statement kept."))

    def reopen(self) -> None:
        """It was closed by mistake."""
        if (row := self.row) is not None:
            self.context.jobs.run(
                "services.patient_requests.reopen", ReopenRequest(row.id, row.version), owner=self,
                done=lambda saved: self._told(saved, self.tr("Open again.")), failed=self.context.feedback.refuse,
            )  # fmt: skip

    def where(self) -> None:
        """To whom records of the patient went."""
        if self.head is not None and self.words is not None:
            show_disclosures(self.context, self, self.head, self.words)

    def looked(self) -> None:
        """Everybody who opened this chart."""
        if self.patient_id is not None:
            show_who_looked(self.context, self, self.patient_id)

    def _form(self, dialog: FormDialog, told: str) -> None:
        dialog.saved.connect(lambda saved: self._told(saved, told))
        dialog.open()

    def _told(self, saved: RequestSaved, told: str) -> None:
        self._item = f"request:{saved.id}"
        name = self.tr("request, {family}").format(family=self.head.family.upper() if self.head is not None else "")
        self.context.feedback.done(told, name, saved.changes)
