"""Add or change a health concern: the patient's own words first, then what it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.concerns import AddConcern, ChangeConcern, ConcernDraft, PlanConcernRow
from icm_desktop.contracts.plan_sheet import ProblemChoice
from icm_desktop.contracts.plans import CarePlanView
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.dialogs.plan_fields import OwnerBox, day_field
from ui.dialogs.plan_leftovers import LeftoversDialog
from ui.pages.care_plan_requests import Asked, Leftovers
from ui.pages.care_plan_rows import open_work
from ui.pages.concern_words import ConcernWords
from ui.pages.plan_words import PlanWords
from ui.widgets.form_field import FormField


class ConcernDialog(PersonForm):
    """The form of a concern; `problems` are the entries of the problem list it may stand for."""

    def __init__(
        self,
        context: AppContext,
        view: CarePlanView,
        problems: tuple[ProblemChoice, ...],
        row: PlanConcernRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, view.head, "concern" if row is None else f"concern:{row.id}", parent)
        self._view, self._concern, self._words = view, row, ConcernWords()
        self._draft = row.draft if row else ConcernDraft("problem", None, None)
        self.setWindowTitle(self.tr("Change concern") if row else self.tr("New concern"))
        self.save_button.setText(self.tr("&Save") if row else self.tr("&Add concern"))
        said = self.tr("As the patient says it: I am out of breath on the stairs")
        self.line("words", self.tr("In the patient's own &words"), self._draft.words, hint=said, check=self._check)
        self.line("text", self.tr("&Concern"), self._draft.text)
        left, right = self.columns()
        self.choice("kind", self.tr("&Kind"), self._words.kinds().items(), self._draft.kind, left, empty=None)
        listed = tuple((str(one.id), one.text) for one in problems)
        chosen = str(self._draft.condition_id or "")
        self.choice("condition_id", self.tr("On the &problem list"), listed, chosen, right, empty=self.tr("None"))
        self.choice("priority", self.tr("P&riority"), self._words.priorities().items(), self._draft.priority, left,
                    empty=self.tr("Not set"))  # fmt: skip
        self.owner = OwnerBox(PlanWords(context), view.owners, self._draft.owner)
        self.add("owner", FormField(self.tr("&Owner"), self.owner), right)
        languages = tuple((code, context.formatting.language(code)) for code in self._languages())
        spoken = self._draft.words_language or view.language or "en"
        self.choice("words_language", self.tr("Patient's words are &in"), languages, spoken, left, empty=None)
        self.noticed = day_field(context, self, "noticed_on", self.tr("&Noticed on"), self._draft.noticed_on, right)
        if row is not None:
            self.choice("status", self.tr("Stat&us"), self._words.statuses().items(), row.status, left, empty=None)
            self.line("reason", self.tr("R&eason"), None, right)
        self.note("note", self.tr("No&te"), self._draft.note)
        self.sensitive = self.tick(self.tr("Sensiti&ve"), self._draft.sensitive)
        self.made(660, "words")

    def _languages(self) -> tuple[str, ...]:
        spoken = (self._draft.words_language or self._view.language or "en").split("-")[0]
        return tuple(dict.fromkeys(("en", "es", spoken)))

    def _check(self) -> str:
        if self.text("words") or self.text("text") or self.code("condition_id"):
            return ""
        return self.tr("Write the concern in the patient's words, or name it.")

    def draft(self) -> ConcernDraft:
        """What is typed, as a request."""
        problem = self.code("condition_id")
        return ConcernDraft(
            kind=self.code("kind") or "problem",
            words=self.text("words"),
            text=self.text("text"),
            words_language=self.code("words_language") if self.text("words") else None,
            condition_id=int(problem) if problem else None,
            priority=self.code("priority"),
            note=self.text("note"),
            noticed_on=self.noticed.day,
            owner=self.owner.owner,
            sensitive=self.sensitive.isChecked(),
        )

    def save(self) -> None:
        row = self._concern
        if row is None:
            self.run("services.concerns.add_concern", AddConcern(self._view.head.id, self.draft()))
            return
        work = open_work(self._view, row)
        if self.code("status") != "active" and row.status == "active" and work:
            verb = self.tr("&End concern")
            asking = LeftoversDialog(
                self.context, self._view, work, self._change, verb, self, self.text("reason")
            )  # fmt: skip
            asking.saved.connect(self._done)
            asking.open()
            return
        self.run(*self._change((), self.text("reason")))

    def _change(self, leftovers: Leftovers, reason: str | None) -> Asked:
        row, status = self._concern, self.code("status") or "active"
        assert row is not None  # noqa: S101  only a stored concern is changed
        change = ChangeConcern(row.id, row.version, self.draft(), status, reason, leftovers)
        return "services.concerns.change_concern", change
