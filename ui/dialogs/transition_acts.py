"""What is done about a discharge: a step is signed, it is described, it is closed with an outcome."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.transitions import CloseTransition, DescribeTransition, SignStep, TransitionRow
from icm_desktop.domain import transitions as rules
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.pages.transition_words import TransitionWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_WITH_REASON = ("declined", "moved", "not_needed")


class SignStepDialog(FormDialog):
    """The first step that is not signed is chosen, the day is today; Enter records it."""

    def __init__(self, context: AppContext, row: TransitionRow, what: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent, prompt=True)
        self._row, self._words = row, TransitionWords(context)
        self.setWindowTitle(self.tr("Step after a discharge"))
        self.save_button.setText(self.tr("&Record"))
        self.step, self.day = QComboBox(), DateEdit(context, lean=Lean.PAST)
        self.by, self.note = QLineEdit(context.session.display_name), QLineEdit()
        steps = row.clocks[2:]
        for clock in steps:
            done = "" if clock.done_on is None or not clock.settled else f" ({self._words.chip(clock).word})"
            self.step.addItem(f"{self._words.clock_name(clock.what)}{done}", clock.what)
        open_ones = [clock.what for clock in steps if not clock.settled]
        wanted = what or (open_ones[0] if open_ones else steps[0].what)
        self.step.setCurrentIndex(max(self.step.findData(wanted), 0))
        self.day.set_day(context.formatting.today())
        self.add("kind", FormField(self.tr("&Step"), self.step))
        self.add("done_on", FormField(self.tr("&Day"), self.day, check=self._check_day))
        self.add("done_by", FormField(self.tr("Signed &by"), self.by, hint=self.tr("Who stands for it.")))
        self.add("note", FormField(self.tr("&Note"), self.note))
        self.step.currentIndexChanged.connect(lambda _at: self._hint())
        self.why = Text("small", "", tone="text_2", wrap=True)
        self.column.insertWidget(0, self.why)
        self._hint()
        self.keep_draft("transition_step")
        self.fit(460)
        self.step.setFocus()

    def _hint(self) -> None:
        clock = self._row.clock(str(self.step.currentData()))
        self.why.setText("\n".join(self._words.clock_lines(clock)))

    def _check_day(self) -> str:
        if self.day.day is None:
            return self.tr("Enter a day, for example today or yesterday.")
        if self.day.day > self.context.formatting.today():
            return self.tr("This day lies after today. Record it when it is done.")
        return ""

    def save(self) -> None:
        request = SignStep(
            self._row.encounter_id, str(self.step.currentData()), self.day.day, self.by.text().strip(),
            self.note.text().strip(),
        )  # fmt: skip
        self.run("services.transitions.sign_step", request)

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Recorded: {step}.").format(step=self._words.clock_name(str(self.step.currentData())))


class DescribeTransitionDialog(FormDialog):
    """How complex the patient is, when they are to be seen, and whether a visit elsewhere counts."""

    def __init__(
        self, context: AppContext, row: TransitionRow, complexities: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, row.head, "", parent, prompt=True)
        self._row, self._words = row, TransitionWords(context)
        self.setWindowTitle(self.tr("About this discharge"))
        self.save_button.setText(self.tr("&Save"))
        self.complexity, self.acute, self.elsewhere = QComboBox(), QComboBox(), QComboBox()
        self.days = QLineEdit("" if row.visit_days is None else str(row.visit_days))
        self.why = QLineEdit(row.visit_reason or "")
        self._fill(complexities)
        hint = self.tr("High: seen within 7 days (CPT 99496). Moderate: within 14 (CPT 99495).")
        self.add("complexity", FormField(self.tr("&How complex"), self.complexity, hint=hint))
        empty = self.tr("Empty: as the complexity says.")
        self.add("visit_days", FormField(self.tr("&Visit within days"), self.days, hint=empty, check=self._check_days))
        self.add("visit_reason", FormField(self.tr("&Why these days"), self.why, check=self._check_why))
        if row.elsewhere:
            self.add("seen_elsewhere", FormField(self.tr("Visit &elsewhere that counts"), self.elsewhere))
        self.add("acute", FormField(self.tr("&Admission"), self.acute))
        self.column.addWidget(Text("body", self.tr("LACE, part by part"), strong=True))
        for line in self._words.lace_parts(row):
            self.column.addWidget(Text("small", line, tone="text_2", wrap=True))
        self.fit(480)
        self.complexity.setFocus()

    def _fill(self, complexities: tuple[str, ...]) -> None:
        row = self._row
        for complexity in ("", *complexities):
            self.complexity.addItem(self._words.complexity(complexity), complexity)
        self.complexity.setCurrentIndex(max(self.complexity.findData(row.complexity), 0))
        self.elsewhere.addItem(self.tr("None"), "")
        for one in row.elsewhere:
            self.elsewhere.addItem(self._words.elsewhere(one), one.key)
        self.elsewhere.setCurrentIndex(max(self.elsewhere.findData(row.seen_elsewhere), 0))
        self.elsewhere.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, value in (
            (self.tr("As the records say"), None), (self.tr("In an emergency"), True), (self.tr("Planned"), False),
        ):  # fmt: skip
            self.acute.addItem(text, value)
        self.acute.setCurrentIndex({None: 0, True: 1, False: 2}[row.acute])

    def _check_days(self) -> str:
        typed = self.days.text().strip()
        return "" if not typed or typed.isdecimal() else self.tr("Write a number of days, or leave it empty.")

    def _check_why(self) -> str:
        missing = bool(self.days.text().strip()) and not self.why.text().strip()
        return self.tr("Write why these days and not those of the complexity.") if missing else ""

    def save(self) -> None:
        typed = self.days.text().strip()
        request = DescribeTransition(
            self._row.encounter_id, self._row.version, str(self.complexity.currentData()), self.acute.currentData(),
            int(typed) if typed.isdecimal() else None, self.why.text().strip(), str(self.elsewhere.currentData()),
        )  # fmt: skip
        self.run("services.transitions.describe", request)


class CloseTransitionDialog(FormDialog):
    """How it ended; what is still owed is named above."""

    def __init__(self, context: AppContext, row: TransitionRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent, prompt=True)
        self._row, self._words = row, TransitionWords(context)
        self.setWindowTitle(self.tr("Close the transition"))
        self.save_button.setText(self.tr("&Close it"))
        owed = [self._words.clock_name(one.what) for one in row.clocks if not one.settled]
        words = self.tr("Still owed: {what}.").format(what=", ".join(owed)) if owed else self.tr("Nothing is owed.")
        self.column.addWidget(Text("body", words, tone="text_2", wrap=True))
        self.outcome, self.reason = QComboBox(), QLineEdit()
        for outcome in rules.OUTCOMES:
            self.outcome.addItem(self._words.outcome(outcome), outcome)
        self.outcome.setCurrentIndex(self.outcome.findData("readmitted" if row.readmitted else "completed"))
        self.add("outcome", FormField(self.tr("&How it ended"), self.outcome))
        self.add("reason", FormField(self.tr("&Why"), self.reason, check=self._check_reason))
        self.keep_draft("transition_close")
        self.fit(440)
        self.outcome.setFocus()

    def _check_reason(self) -> str:
        missing = self.outcome.currentData() in _WITH_REASON and not self.reason.text().strip()
        return self.tr("Write why.") if missing else ""

    def save(self) -> None:
        request = CloseTransition(
            self._row.encounter_id, self._row.version, str(self.outcome.currentData()), self.reason.text().strip()
        )
        self.run("services.transitions.close", request)

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Closed: {outcome}.").format(outcome=self._words.outcome(str(self.outcome.currentData())))
