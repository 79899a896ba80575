"""Social needs: per domain found, none or not asked; whether help is wanted; the referral until its loop is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.referrals import ReferralSaved
from icm_desktop.contracts.social_needs import FOUND, NeedRow, NeedSaved, NeedToPlan, PatientNeeds
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.new_referral import NewReferralDialog
from ui.dialogs.social_need import SocialNeedDialog
from ui.pages.chart_list_tab import ListTab
from ui.pages.need_words import NeedWords
from ui.tables.base import Column
from ui.widgets.action_button import ActionButton
from ui.widgets.fact_paint import Fact

SAY, REFER, PLAN, BOARD = "needs.say", "needs.refer", "needs.plan", "needs.board"


class NeedsTab(ListTab):
    """One line for each domain; Enter asks whether help is wanted."""

    name = "needs"
    number = 16
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"questionnaire_response", "social_need", "referral", "health_concern", "condition", "patient"})
    query = "queries.social_needs.of_patient"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: PatientNeeds | None = None
        self._words = NeedWords(context)

    def title(self) -> str:
        return self.tr("Social needs")

    def hint(self) -> str:
        return self.tr("Choose a line to see where it comes from.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("No social needs."), ""

    def build(self) -> None:
        super().build()
        self.enable_actions(on_tab=False)

    def filters(self) -> Iterable[QWidget]:
        return tuple(
            ActionButton(self.context, one) for one in (SAY, REFER, PLAN, BOARD) if one in self.context.actions
        )

    def menu(self) -> Sequence[str]:
        return (SAY, REFER, PLAN, BOARD, *super().menu())

    def clear(self) -> None:
        self.found = None
        super().clear()

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask(self.query, self.patient_id, done=self._found)

    def _found(self, found: PatientNeeds) -> None:
        if found.head.id == self.patient_id:
            self.found, self.head, self.pane.head = found, found.head, found.head
            self._show(Page(found.rows, len(found.rows)))

    # rows

    def columns(self) -> Sequence[Column[NeedRow]]:
        words = self._words
        return (
            Column("state", self.tr("State"), lambda row: words.chip(row).word, width=15, chip=words.chip),
            Column("need", self.tr("Need"), lambda row: words.pick(row.title), width=15),
            Column("from", self.tr("From"), words.source, width=24, tip=words.source, hidden=True),
            Column("help", self.tr("Wants help"), words.help, width=16, tip=words.help),
            Column("referral", self.tr("Referral"), words.referral, width=20, stretch=True, tip=words.referral),
            Column("plan", self.tr("Care plan"), words.plan, width=11),
        )

    def row_key(self, row: NeedRow) -> str:
        return row.domain

    def row_ref(self, row: NeedRow) -> FactRef | None:
        return FactRef("questionnaire_response", row.response_id) if row.response_id is not None else None

    def row_sentence(self, row: NeedRow) -> str:
        words = self._words
        parts = (words.pick(row.title), words.chip(row).word, words.source(row), words.help(row), words.referral(row))
        return ", ".join(part for part in parts if part)

    def above_detail(self, row: NeedRow) -> tuple[Fact, ...]:
        return self._words.facts(row)

    def enable_actions(self, on_tab: bool) -> None:
        super().enable_actions(on_tab)
        row = self._need()
        able = {SAY: row is not None, REFER: row is not None,
                PLAN: row is not None and row.concern is None and row.state == FOUND,
                BOARD: row is not None and row.referral is not None}  # fmt: skip
        for action_id, on in able.items():
            if action_id in self.context.actions:
                self.context.actions.set_enabled(action_id, on_tab and on)

    def _need(self) -> NeedRow | None:
        return self.table.current_row() if self.built else None

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        yield from super().actions_offered(here)
        write, refer = Privilege.CLINICAL_WRITE, Privilege.REFERRAL_CLINICAL
        yield Action(SAY, self.tr("&Wants help?…"), self.say, None, "circle-help", "patient", "chart", write,
                     (self.tr("social need"),))  # fmt: skip
        yield Action(REFER, self.tr("&Refer to a service…"), self.refer, None, "send", "patient", "chart", refer,
                     (self.tr("community service"), self.tr("social need")))  # fmt: skip
        yield Action(PLAN, self.tr("Add to care &plan"), self.plan, None, "clipboard-list", "patient", "chart", write)
        yield Action(BOARD, self.tr("Open re&ferral"), self.board, None, "external-link", "patient", "chart",
                     Privilege.CLINICAL_READ)  # fmt: skip

    def primary_action(self) -> str | None:
        return SAY

    def open_current(self) -> None:
        self.say()

    def say(self) -> None:
        """Note whether the patient wants help with the need of the line."""
        row = self._need()
        if row is not None and self.head is not None:
            dialog = SocialNeedDialog(self.context, self.head, row, self._words.pick(row.title), self)
            dialog.saved.connect(lambda saved: self._done(saved, self.tr("Noted.")))
            dialog.open()

    def refer(self) -> None:
        """Refer to a community service because of the need; the line then shows where that stands."""
        row, head = self._need(), self.head
        if row is None or head is None:
            return

        def opened(colleagues: tuple[Colleague, ...]) -> None:
            dialog = NewReferralDialog(self.context, head, colleagues, (), self.window())
            dialog.because_of(row.domain, row.service, sensitive=row.private)
            dialog.saved.connect(lambda saved: self._referred(saved, dialog.told(saved)))
            dialog.open()

        self.context.jobs.run("queries.people.colleagues", owner=self, done=opened)

    def _referred(self, saved: ReferralSaved, told: str) -> None:
        name = self.tr("new referral")
        self.context.feedback.done(told, f"{name}, {saved.referral.head.family.upper()}", saved.changes)

    def plan(self) -> None:
        """Make a concern of the care plan from the need."""
        row = self._need()
        if row is not None and self.patient_id is not None:
            self.context.jobs.run(
                "services.social_needs.to_plan", NeedToPlan(self.patient_id, row.domain), owner=self,
                done=lambda saved: self._done(saved, self.tr("It is a concern of the care plan now.")),
                failed=self.context.feedback.refuse,
            )  # fmt: skip

    def board(self) -> None:
        """Open the referral of the line on the board."""
        row = self._need()
        if row is not None and row.referral is not None:
            self.context.navigation.open("referrals", None, {"referral": row.referral.id})

    def _done(self, saved: NeedSaved, told: str) -> None:
        family = self.head.family.upper() if self.head is not None else ""
        name = self.tr("social need")
        self.context.feedback.done(told, f"{name}, {family}", saved.changes)
