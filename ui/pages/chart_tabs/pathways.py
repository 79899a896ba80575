"""Pathways: which fit the patient and why, what of them is due and why on that day, and what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.pathways import (
    EnrolmentRow,
    EnrolPatient,
    PathwaySaved,
    PatientPathways,
    SuggestedPathway,
    TargetRow,
)
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.pathways.due import StepDue
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.outcome import Outcome
from ui.dialogs.pathways import DecideStepDialog, OwnTargetDialog, PathwayReasonDialog
from ui.feedback import Level
from ui.pages.chart_kinds_tab import KindsTab, with_note
from ui.pages.pathway_words import ALARM, IN, OUT, PREVIEW, STEP, SUGGESTED, TARGET, Line, PathwayWords, lines_of
from ui.tables.base import Column
from ui.widgets.action_button import ActionButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

_ALL, _OPEN, _SETTLED, _PATHWAYS = "all", "open", "settled", "pathways"
_CONFIRM, _DISMISS, _LEAVE = "pathways.confirm", "pathways.dismiss", "pathways.leave"
_AGAIN, _DECIDE, _TARGET = "pathways.again", "pathways.decide", "pathways.target"
_ACTS = (_CONFIRM, _DISMISS, _LEAVE, _AGAIN, _DECIDE, _TARGET)


class PathwaysTab(KindsTab):
    """One list: what needs somebody, what is suggested, every step with its state, enrolments and targets."""

    name = "pathways"
    number = 9
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"*"})
    query = "queries.pathways.of_patient"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: PatientPathways | None = None
        self._step = ""
        self._words = PathwayWords(context)

    def title(self) -> str:
        return self.tr("Pathways")

    def hint(self) -> str:
        return self.tr("Choose a line to see why it is here and where it is written.")

    def nothing(self) -> tuple[str, str]:
        if self.found is not None and not any(one.adoption_id for one in self.found.pathways):
            words = self.tr(
                "A clinician reads a pathway and adopts it in Admin, Pathways. From then on patients enter it here."
            )
            return self.tr("No pathway is adopted yet."), words
        if self.filter_words():
            return self.tr("Nothing fits this filter."), self.tr("Choose All to see every line.")
        words = self.tr("A pathway is suggested here when problems or results call for it; you decide.")
        return self.tr("No pathway fits this patient."), words

    # filters

    def build(self) -> None:
        words = {
            _ALL: self.tr("All"),
            _OPEN: self.tr("Open"),
            _SETTLED: self.tr("Settled"),
            _PATHWAYS: self.tr("Pathways and targets"),
            PREVIEW: self.tr("If confirmed"),
        }
        self.choose_among(words)
        self.as_of = DateEdit(self.context, lean=Lean.PAST)
        self.as_of.edit.setPlaceholderText(self.tr("today"))
        self.as_of.day_changed.connect(lambda _day: self.refresh())
        self.note_above = ShapeLabel()
        may = [one for one in _ACTS if one in self.context.actions]
        self.buttons = {one: ActionButton(self.context, one) for one in may}
        super().build()
        self.enable_actions(on_tab=False)

    def menu(self) -> Sequence[str]:
        return _ACTS

    def filters(self) -> Iterable[QWidget]:
        return (FormField(self.tr("As &of"), self.as_of), *self.buttons.values())

    def sections(self) -> QWidget | None:
        return with_note(self.note_above, self.kinds)

    def filter_words(self) -> str:
        return "" if _ALL in self.kinds.on() else self.kinds.words_on()

    def stand_on(self, item: str) -> None:
        """Put the keyboard on a step ("pathway:12:a1c"), now or when it is there."""
        self._step = item.rpartition(":")[2]
        self._go_to_step()

    def _go_to_step(self) -> None:
        lines = self.table.rows() if self._step and self.built else ()
        mine = (one.key for one in lines if isinstance(one.item, StepDue) and one.item.activity == self._step)
        if (key := next(mine, None)) is not None and self.table.go_to(key):
            self._step = ""

    def clear(self) -> None:
        self.found = None
        super().clear()
        self.kinds.set_on([_ALL])
        self.as_of.set_day(None)
        self.note_above.hide()

    # what is asked and shown

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask(self.query, self.patient_id, self.as_of.day, done=self._found)

    def _found(self, found: PatientPathways) -> None:
        if found.head.id == self.patient_id:
            self.found, self.head = found, found.head
            self.pane.head = found.head
            self._say_above(found)
            self.show_lines()

    def _say_above(self, found: PatientPathways) -> None:
        lines = [line for line in lines_of(found) if line.kind != PREVIEW]
        unsure = sum(self._words.from_memory(line) for line in lines)
        said = ""
        if self._another_day():
            day = self.context.formatting.date(found.day)
            said = self.tr("As it was on {day}. To change anything, empty the day.").format(day=day)
        elif any(one.pathway.adoption_id is None or one.pathway.changed for one in found.suggested):
            said = self.tr("Some of these are drafts. Before one is used, a clinician adopts it in Admin, Pathways.")
        elif unsure:
            words = self.tr("From memory, please confirm: {count} of {all} lines. How sure stands beside the list.")
            said = words.format(count=unsure, all=len(lines))
        self.note_above.say(Level.CAUTION.value, said)
        self.note_above.setVisible(bool(said))

    def _another_day(self) -> bool:
        return self.found is not None and self.found.day != self.context.formatting.today()

    def show_lines(self) -> None:
        if self.found is not None:
            rows = tuple(line for line in lines_of(self.found) if self._keeps(line))
            self._show(Page(rows, len(rows)))
            self._go_to_step()

    def _keeps(self, line: Line) -> bool:
        chosen = next(iter(self.kinds.on()), _ALL)
        if PREVIEW in (line.kind, chosen):
            return line.kind == chosen
        open_kind = line.kind in (ALARM, SUGGESTED) or (line.kind == STEP and not line.settled)
        return {
            _ALL: True,
            _OPEN: open_kind,
            _SETTLED: line.settled,
            _PATHWAYS: line.kind in (SUGGESTED, IN, OUT, TARGET),
        }[chosen]

    # rows

    def columns(self) -> Sequence[Column[Line]]:
        words = self._words
        return (
            Column("state", self.tr("State"), lambda line: words.chip(line).word, width=16, chip=words.chip),
            Column("due", self.tr("Due"), self._due, words.day, width=12, copy=self._iso),
            Column("what", self.tr("What"), words.name, width=18, tip=words.name),
            Column("sure", self.tr("Content"), words.sure, width=11),
            Column("why", self.tr("Why"), words.why, width=20, stretch=True, tip=words.why),
            Column("pathway", self.tr("Pathway"), lambda line: words.titled(line.pathway), width=18, hidden=True),
            Column("who", self.tr("Who"), words.who, width=20, hidden=True),
            Column("source", self.tr("Source"), words.source, width=30, hidden=True),
        )

    def _due(self, line: Line) -> str:
        return self.context.formatting.date(self._words.day(line))

    def _iso(self, line: Line) -> str:
        day = self._words.day(line)
        return day.isoformat() if day is not None else ""

    def row_key(self, row: Line) -> str:
        return row.key

    def row_ref(self, row: Line) -> FactRef | None:
        return None

    def row_sentence(self, row: Line) -> str:
        words = self._words
        parts = (words.name(row), words.chip(row).word, self._due(row), words.why(row), words.sure(row))
        return ", ".join(part for part in parts if part)

    def show_row(self, row: Line) -> None:
        if self.found is not None:
            self.pane.show_note(self._words.name(row), self._words.facts(row, self.found))

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        write = Privilege.CLINICAL_WRITE
        said = (
            (_CONFIRM, self.tr("Put into this pathwa&y"), self.confirm, "Ctrl+Return", "check"),
            (_DISMISS, self.tr("T&urn down…"), self.leave_or_dismiss, "Ctrl+Shift+X", "circle-x"),
            (_LEAVE, self.tr("Leave this path&way…"), self.leave_or_dismiss, None, "circle-x"),
            (_AGAIN, self.tr("Su&ggest again…"), self.leave_or_dismiss, None, "undo-2"),
            (_DECIDE, self.tr("&Decide about this step…"), self.decide, "Ctrl+Shift+S", "pencil"),
            (_TARGET, self.tr("Own &target…"), self.set_target, "Ctrl+Shift+T", "pencil"),
        )
        for action_id, words, do, key, icon in said:
            yield Action(action_id, words, do, key, icon, "work", here, write, (self.tr("pathway"),))

    def enable_actions(self, on_tab: bool) -> None:
        line = self.table.current_row() if self.built and self.found is not None else None
        offered = self._offered(line) if on_tab and line is not None and not self._another_day() else frozenset()
        for action_id in _ACTS:
            self.context.actions.set_enabled(action_id, action_id in offered)
        for action_id, button in self.buttons.items() if self.built else ():
            button.setVisible(action_id in offered)

    @staticmethod
    def _offered(line: Line) -> frozenset[str]:
        item, ready = line.item, line.pathway.adoption_id is not None and not line.pathway.changed
        if isinstance(item, SuggestedPathway):
            return frozenset({_CONFIRM, _DISMISS} if ready else {_DISMISS})
        if isinstance(item, EnrolmentRow):
            return frozenset({"enrolled": {_LEAVE}, "dismissed": {_AGAIN}}.get(item.status, set()))
        return frozenset({STEP: {_DECIDE}, TARGET: {_TARGET}}.get(line.kind, set()))

    def _line(self) -> Line | None:
        return self.table.current_row() if self.built else None

    def confirm(self) -> None:
        """Put the patient into the suggested pathway, with the evidence as it was shown."""
        line = self._line()
        if line is None or self.patient_id is None or not isinstance(line.item, SuggestedPathway):
            return
        request = EnrolPatient(self.patient_id, line.pathway.id, self._words.evidence(line.item))
        told = self.tr("In the pathway: {title}.").format(title=self._words.name(line))
        self.context.jobs.run(
            "services.pathways.enrol", request, owner=self, done=lambda saved: self._told(saved, told),
            failed=self.context.feedback.refuse,
        )  # fmt: skip

    def leave_or_dismiss(self) -> None:
        """Turn a suggestion down, leave a pathway, or have it suggested again: each with the reason."""
        line = self._line()
        if line is None or self.head is None:
            return
        title, item = self._words.name(line), line.item
        if isinstance(item, EnrolmentRow) and item.status == "enrolled":
            what, verb = self.tr("Leave the pathway: {title}"), self.tr("&Leave")
        elif isinstance(item, EnrolmentRow):
            what, verb = self.tr("Suggest again: {title}"), self.tr("&Suggest again")
        else:
            what, verb = self.tr("Turn down: {title}"), self.tr("&Turn down")
        about = item if isinstance(item, EnrolmentRow) else line.pathway.id
        said = what.format(title=title)
        self._open(PathwayReasonDialog(self.context, self.head, said, verb, about, self), said)

    def decide(self) -> None:
        """Say that a step was declined, does not apply, is put off or was done."""
        line = self._line()
        if line is not None and self.head is not None and isinstance(line.item, StepDue):
            what = self._words.name(line)
            said = self.tr("Decided: {title}.").format(title=what)
            self._open(DecideStepDialog(self.context, self.head, line.item.activity, what, self), said)

    def set_target(self) -> None:
        """Give the patient a target of their own."""
        line = self._line()
        if line is not None and self.head is not None and isinstance(line.item, TargetRow):
            what = self._words.name(line)
            said = self.tr("Own target: {title}.").format(title=what)
            self._open(OwnTargetDialog(self.context, self.head, line.item, what, self), said)

    def _open(self, dialog: FormDialog, told: str) -> None:
        dialog.saved.connect(lambda saved: self._told(saved, told))
        dialog.open()

    def _told(self, saved: PathwaySaved, told: str) -> None:
        family = self.head.family.upper() if self.head is not None else ""
        name = self.tr("pathway")
        self.context.feedback.done(told, f"{name}, {family}", saved.changes)

    def edit(self) -> bool:
        """F2: the act that fits the line."""
        for action_id, do in ((_DECIDE, self.decide), (_TARGET, self.set_target)):
            line = self._line()
            if line is not None and action_id in self._offered(line) and action_id in self.buttons:
                do()
                return True
        return False

    def open_current(self) -> None:
        if self.pane.isVisible():
            self.pane.focus_first()
        elif (line := self._line()) is not None and self.found is not None:
            rows = [(fact.text, " ".join(fact.detail)) for fact in self._words.facts(line, self.found)]
            headers = ("", self.tr("What is known"))
            Outcome(self.tr("Pathways"), self._words.name(line), headers, rows, (), self.window()).show()

    # place

    def search_here(self) -> None:
        self.as_of.setFocus()
