"""Into a program with consent; another status with its reason; time typed in or corrected with its reason."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.programs import (
    ACTIVITIES,
    AddTime,
    ChangeEnrolment,
    ChangeTime,
    EnrolInProgram,
    ProgramRow,
    TimeRow,
)
from icm_desktop.domain.programs import ASKED, STATUSES, Program
from icm_desktop.domain.timeslots import Fit, LocalTime, local_to_utc
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.pages.program_words import ProgramWords
from ui.widgets.check_group import CheckGroup
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.time_edit import TimeEdit

_DECLINED, _ACTIVE = "declined", "active"
_MOST_DIGITS = 4


def _asked(program: Program, words: ProgramWords) -> list[tuple[str, str]]:
    """Gates and circumstances a person says."""
    gates = [(gate.id, words.title(gate)) for gate in program.gates if gate.check == ASKED]
    return gates + [(one.id, words.title(one)) for one in program.circumstances if not one.computed]


class _Consent:
    """Who consented, how and when: the fields two forms share."""

    def __init__(self, context: AppContext, words: ProgramWords) -> None:
        self._context = context
        self.by, self.how, self.on = QComboBox(), QComboBox(), DateEdit(context, lean=Lean.PAST)
        self.by.setEditable(True)
        self.by.addItems(["", words.patient()])
        self.how.addItem(words.not_yet(), "")
        for how in ("verbal", "written"):
            self.how.addItem(words.how(how), how)

    @property
    def person(self) -> str:
        """Who gave it."""
        return self.by.currentText().strip()

    @property
    def way(self) -> str:
        """How it was given."""
        return str(self.how.currentData())

    def late(self) -> bool:
        """Whether the day lies ahead."""
        return self.on.day is not None and self.on.day > self._context.formatting.today()


class EnrolDialog(FormDialog):
    """Which program, whose consent, and what is known of its gates; or that the patient declined."""

    def __init__(
        self, context: AppContext, head: PatientHead, rows: tuple[ProgramRow, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self._words = ProgramWords(context)
        self._programs = {row.program.id: row.program for row in rows if row.program.counts != "clocks"}
        self.setWindowTitle(self.tr("Enrol in a program"))
        self.save_button.setText(self.tr("&Enrol"))
        taken = {row.program.id for row in rows if row.status in (_ACTIVE, "on_hold")}
        self.program, self.answer, self.reason = QComboBox(), QComboBox(), QLineEdit()
        for program in self._programs.values():
            if program.id not in taken:
                self.program.addItem(self._words.title(program), program.id)
        self.answer.addItem(self.tr("Yes, enrol"), False)
        self.answer.addItem(self.tr("Asked, and declined"), True)
        self.day, self.practitioner = DateEdit(context, lean=Lean.PAST), QLineEdit()
        self.day.set_day(context.formatting.today())
        self.consent = _Consent(context, self._words)
        self.consent.by.setCurrentIndex(1)
        self.consent.how.setCurrentIndex(1)
        self.gates: CheckGroup | None = None
        self._lay_out_fields()
        self.program.currentIndexChanged.connect(lambda _at: self._show_program())
        self.answer.currentIndexChanged.connect(lambda _at: self._show_answer())
        self._show_program()
        self._show_answer()
        self.keep_draft("enrol_program")
        self.fit(520)
        self.program.setFocus()

    def _lay_out_fields(self) -> None:
        self.add("program", FormField(self.tr("&Program"), self.program))
        self.why = Text("small", "", tone="text_2", wrap=True)
        self.column.addWidget(self.why)
        self.add("declined", FormField(self.tr("&The patient said"), self.answer))
        self.add("enrolled_on", FormField(self.tr("&From"), self.day, check=self._check_day))
        self.add("consent_by", FormField(self.tr("Consent &by"), self.consent.by))
        self.add("consent_how", FormField(self.tr("&How"), self.consent.how))
        self.add("practitioner", FormField(self.tr("Practitioner who bi&lls"), self.practitioner))
        self.add("reason", FormField(self.tr("&Why"), self.reason, check=self._check_reason))

    @property
    def declined(self) -> bool:
        """Whether the patient said no."""
        return bool(self.answer.currentData())

    def _show_program(self) -> None:
        program = self._programs.get(str(self.program.currentData()))
        if self.gates is not None:
            self.column.removeWidget(self.gates)
            self.gates.deleteLater()
            self.gates = None
        if program is None:
            self.why.setText(self.tr("The patient is in every program already."))
            return
        self.why.setText(f"{self._words.source(program)}, {program.year}")
        choices = _asked(program, self._words)
        if choices:
            self.gates = CheckGroup(choices, columns=1)
            self.gates.setAccessibleName(self.tr("What holds"))
            self.add_box(self.gates)
        self.make_room()

    def _show_answer(self) -> None:
        for name in ("consent_by", "consent_how", "practitioner"):
            self.fields[name].setVisible(not self.declined)
        self.fields["reason"].setVisible(self.declined)
        if self.gates is not None:
            self.gates.setVisible(not self.declined)
        self.make_room()

    def _check_day(self) -> str:
        if self.day.day is None:
            return self.tr("Enter a day, for example today or 1 nov.")
        late = self.day.day > self.context.formatting.today()
        return self.tr("This day lies after today. Check the date.") if late else ""

    def _check_reason(self) -> str:
        return self.tr("Write why.") if self.declined and not self.reason.text().strip() else ""

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("an enrolment is always somebody's")
        request = EnrolInProgram(
            patient_id=self.head.id,
            program=str(self.program.currentData()),
            enrolled_on=self.day.day,
            consent_by="" if self.declined else self.consent.person,
            consent_how="" if self.declined else self.consent.way,
            practitioner="" if self.declined else self.practitioner.text().strip(),
            said=self.gates.chosen() if self.gates is not None and not self.declined else (),
            declined=self.declined,
            reason=self.reason.text().strip() if self.declined else "",
        )
        self.run("services.programs.enrol", request)


class EnrolmentDialog(FormDialog):
    """The status with its reason, the consent, and what is said of the gates."""

    def __init__(self, context: AppContext, head: PatientHead, row: ProgramRow, parent: QWidget | None = None) -> None:
        super().__init__(context, head, "", parent)
        self._row, self._words = row, ProgramWords(context)
        self.setWindowTitle(self.tr("Program"))
        self.save_button.setText(self.tr("&Save"))
        self.status, self.reason = QComboBox(), QLineEdit(row.reason or "")
        for status in STATUSES:
            self.status.addItem(self._words.status(status), status)
        self.status.setCurrentIndex(max(self.status.findData(row.status), 0))
        self.consent = _Consent(context, self._words)
        self.gates = CheckGroup(_asked(row.program, self._words), [what for what, _ in row.said], columns=1)
        self.gates.setAccessibleName(self.tr("What holds"))
        self.column.addWidget(Text("section", self._words.title(row.program), wrap=True))
        self.column.addWidget(Text("body", self._words.consent(row), tone="text_2", wrap=True))
        self.add("status", FormField(self.tr("S&tatus"), self.status))
        self.add("reason", FormField(self.tr("&Why"), self.reason, check=self._check_reason))
        if row.consent_on is None:
            self.add("consent_by", FormField(self.tr("Consent &by"), self.consent.by))
            self.add("consent_how", FormField(self.tr("&How"), self.consent.how))
            self.add("consent_on", FormField(self.tr("&On"), self.consent.on, check=self._check_consent))
        if self.gates.boxes:
            self.column.addWidget(Text("body", self.tr("What holds"), strong=True))
            self.add_box(self.gates)
        self.fit(500)
        self.status.setFocus()

    def _check_reason(self) -> str:
        missing = self.status.currentData() != _ACTIVE and not self.reason.text().strip()
        return self.tr("Write why.") if missing else ""

    def _check_consent(self) -> str:
        if not self.consent.on.understood:
            return self.tr("Enter a day, for example today or 1 nov.")
        return self.tr("This day lies after today. Check the date.") if self.consent.late() else ""

    def save(self) -> None:
        status = str(self.status.currentData())
        request = ChangeEnrolment(
            enrolment_id=self._row.enrolment_id or 0,
            expected_version=self._row.version,
            status=status,
            reason=self.reason.text().strip() if status != _ACTIVE else "",
            consent_by=self.consent.person,
            consent_how=self.consent.way,
            consent_on=self.consent.on.day,
            said=self.gates.chosen(),
        )
        self.run("services.programs.change", request)


class TimeDialog(FormDialog):
    """Time typed in, or an entry corrected; the reason is always asked. 0 minutes take an entry out."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        programs: tuple[Program, ...],
        row: TimeRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._row, words = row, ProgramWords(context)
        self.setWindowTitle(self.tr("Correct time") if row else self.tr("Add time"))
        self.save_button.setText(self.tr("&Save"))
        self.day, self.time = DateEdit(context, lean=Lean.PAST), TimeEdit(context)
        self.minutes, self.reason = QLineEdit(), QLineEdit()
        self.activity, self.program = QComboBox(), QComboBox()
        for activity in ACTIVITIES:
            self.activity.addItem(words.activity(activity), activity)
        self.program.addItem(self.tr("The only one, or none yet"), "")
        for program in programs:
            self.program.addItem(words.title(program), program.id)
        self._fill(row)
        hint = self.tr("0 takes the entry out.") if row else ""
        self.add("day", FormField(self.tr("&Day"), self.day, check=self._check_day))
        self.add("starts_at", FormField(self.tr("&From"), self.time, check=self._check_time))
        self.add("minutes", FormField(self.tr("&Minutes"), self.minutes, check=self._check_minutes, hint=hint))
        self.add("activity", FormField(self.tr("&What"), self.activity))
        self.add("program", FormField(self.tr("&Program"), self.program))
        self.add("reason", FormField(self.tr("Wh&y it is typed"), self.reason, required=True, check=self._check_reason))
        self.keep_draft("time")
        self.fit(460)
        (self.minutes if row else self.time).setFocus()

    def _fill(self, row: TimeRow | None) -> None:
        shown = self.context.formatting
        if row is None:
            self.day.set_day(shown.today())
            self.activity.setCurrentIndex(self.activity.findData("call"))
            return
        starts = shown.local(row.starts_at)
        self.day.set_day(starts.date())
        self.time.set_time(starts.time().replace(second=0, microsecond=0))
        self.minutes.setText(str(round((row.ends_at - row.starts_at).total_seconds() / 60)))
        self.activity.setCurrentIndex(max(self.activity.findData(row.activity), 0))
        self.program.setCurrentIndex(max(self.program.findData(row.program), 0))

    def _check_day(self) -> str:
        if self.day.day is None:
            return self.tr("Enter a day, for example today or yesterday.")
        late = self.day.day > self.context.formatting.today()
        return self.tr("This day lies after today. Check the date.") if late else ""

    def _check_time(self) -> str:
        if self.time.time is None:
            return self.tr("Enter a time, for example 9:30 or 2 pm.")
        if self.day.day is not None and self._local().fit is Fit.GAP:
            return self.tr("The clocks go forward then: this time does not exist on that day.")
        return ""

    def _check_minutes(self) -> str:
        typed = self.minutes.text().strip()
        fine = typed.isascii() and typed.isdigit() and len(typed) < _MOST_DIGITS and (self._row or int(typed))
        return "" if fine else self.tr("Write the minutes as a whole number, for example 12.")

    def _check_reason(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why, for example: call from another telephone.")

    def _local(self) -> LocalTime:
        day, time = self.day.day or self.context.formatting.today(), self.time.time or dt.time()
        return local_to_utc(dt.datetime.combine(day, time), self.context.formatting.zone)

    def _starts_at(self) -> dt.datetime:
        """The time in the form; that of the entry, to the second, when it was not touched."""
        found = self._local().choices[0]
        if self._row is not None and self._row.starts_at.replace(second=0) == found:
            return self._row.starts_at
        return found

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("time is always spent on somebody")
        minutes, activity = int(self.minutes.text().strip()), str(self.activity.currentData())
        reason, program = self.reason.text().strip(), str(self.program.currentData())
        if self._row is None:
            request = AddTime(self.head.id, self._starts_at(), minutes, activity, reason, program)
            self.run("services.time_log.add", request)
            return
        changed = ChangeTime(self._row.id, self._row.version, self._starts_at(), minutes, activity, reason, program)
        self.run("services.time_log.change", changed)
