"""Open a sealed package of another practice: the file, the code by phone, who it is from, whom it is about; then in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.packages import CHANGED, KNOWN, LookAtPackage, OpenPackage, PackageLook, PackageOpened
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.choose_patient import ChoosePatientDialog
from ui.dialogs.export_record_words import ExportRecordWords
from ui.dialogs.form_dialog import FormDialog
from ui.messages import sentence
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel


class OpenPackageDialog(FormDialog):
    """First look, then take in: nothing is taken in before a new sender's key was compared.

    `ask_file` asks for the file (tests give their own).
    """

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self.setWindowTitle(self.tr("Open a sealed package"))
        self.ask_file: Callable[[], Path | None] = self._ask_file
        self.look: PackageLook | None = None
        self.chosen: PatientHead | None = None
        self.words = ExportRecordWords()
        self.file, self.code = QLineEdit(), QLineEdit()
        self.choose_button = Button(self.tr("Choose the &file…"), "folder-open")
        self.facts = FactList(self.tr("What is in it"))
        self.told = ShapeLabel(parent=self)
        self.compared = QCheckBox(self.tr("We compared the &fingerprint by phone, and it is the same"))
        self.patient_button = Button(self.tr("It is a &patient of ours…"), "users")
        self._build()
        self.choose_button.clicked.connect(lambda _on=False: self.choose_file())
        self.patient_button.clicked.connect(lambda _on=False: self.choose_patient())
        for edit in (self.file, self.code):
            edit.textChanged.connect(lambda _text: self._forget())
        self._forget()
        self.fit(620)
        self.choose_button.setFocus()

    def _build(self) -> None:
        self.add_box(self.choose_button)
        self.column.setAlignment(self.choose_button, Qt.AlignmentFlag.AlignLeft)
        self.add("path", FormField(self.tr("&File"), self.file, required=True, check=self._no_file))
        hint = self.tr("Four groups of four letters and digits, as the sender told you by phone.")
        self.add("code", FormField(self.tr("&Code"), self.code, required=True, hint=hint, check=self._no_code))
        self.column.addWidget(self.facts)
        self.column.addWidget(self.told)
        self.compared.setMinimumHeight(self.context.theme.px(28))
        self.add_box(self.compared)
        self.add_box(self.patient_button)
        self.column.setAlignment(self.patient_button, Qt.AlignmentFlag.AlignLeft)

    def _no_file(self) -> str:
        return "" if self.file.text().strip() else self.tr("Choose the file.")

    def _no_code(self) -> str:
        return "" if self.code.text().strip() else self.tr("Type the code you were told.")

    def _ask_file(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Sealed package"), "", "ICM Desktop (*.icmx)")
        return Path(chosen) if chosen else None

    def choose_file(self) -> None:
        """Ask for the file."""
        path = self.ask_file()
        if path is not None:
            self.file.setText(str(path))
            self.code.setFocus()

    def _forget(self) -> None:
        """Another file or code: look again."""
        self.look = self.chosen = None
        for part in (self.facts, self.told, self.compared, self.patient_button):
            part.hide()
        self.compared.setChecked(False)
        self.save_button.setText(self.tr("&Look inside"))
        self.make_room()

    def save(self) -> None:
        if self.look is None:
            asked = LookAtPackage(self.file.text().strip(), self.code.text())
            self.set_busy(True)
            self.context.jobs.run("services.packages.look", asked, owner=self, done=self._show, failed=self._not_opened)
            return
        if self.look.sender_is != KNOWN and not self.compared.isChecked():
            self.told.say("high", self.tr("Compare the fingerprint with the sender by phone first, then tick the box."))
            self.compared.setFocus()
            return
        patient_id = self.chosen.id if self.chosen is not None else None
        request = OpenPackage(self.file.text().strip(), self.code.text(), self.compared.isChecked(), patient_id)
        self.run("services.packages.open_package", request)

    def _not_opened(self, error: UserError) -> None:
        self.set_busy(False)
        self.told.say("high", sentence(error, self.context.formatting))
        self.told.show()
        self.make_room()

    def _show(self, look: PackageLook) -> None:
        self.set_busy(False)
        self.look = look
        shown = self.context.formatting
        counts = ", ".join(f"{self.words.kind(kind)}: {count}" for kind, count in look.counts)
        who = ", ".join(filter(None, (look.patient, shown.partial_date(look.birth_date))))
        known = self.tr("known here") if look.patient_id is not None else self.tr("not yet settled who that is here")
        self.facts.set_facts([
            Fact("who", who, (known,), strong=True),
            Fact("from", self.tr("From {practice}").format(practice=look.practice), (shown.date_time(look.sent_at),)),
            Fact("key", self.tr("Fingerprint {digits}").format(digits=look.fingerprint), (self._sender(look),)),
            Fact("counts", self.tr("What is in it"), (counts,)),
        ])  # fmt: skip
        self.facts.show()
        self._tell(look)
        self.compared.setVisible(look.sender_is != KNOWN)
        self.patient_button.setVisible(look.patient_id is None)
        self.save_button.setText(self.tr("&Take it in"))
        self.make_room()

    def _sender(self, look: PackageLook) -> str:
        if look.sender_is == KNOWN:
            return self.tr("the key we know")
        if look.sender_is == CHANGED:
            return self.tr("before it was {digits}").format(digits=look.known_fingerprint)
        return self.tr("seen for the first time")

    def _tell(self, look: PackageLook) -> None:
        if look.sender_is == CHANGED:
            words = self.tr("This practice signs with another key than before. Call them and ask why before you go on.")
            self.told.say("high", words)
        elif look.sender_is != KNOWN:
            self.told.say("caution", self.tr("First package from this practice: compare the fingerprint by phone."))
        else:
            self.told.say("good", self.tr("Signed by the practice as before."))
        self.told.show()

    def choose_patient(self) -> None:
        """Say who it is, so that nobody is registered twice."""
        dialog = ChoosePatientDialog(self.context, self.tr("Who of our patients is it?"), self)
        dialog.chosen.connect(self._patient_chosen)
        dialog.open()

    def _patient_chosen(self, head: PatientHead) -> None:
        self.chosen = head
        name = self.context.formatting.name(head)
        self.patient_button.setText(self.tr("It is {name}").format(name=name))

    def told_after(self, opened: PackageOpened) -> str:
        """What came, for the message bar."""
        words = self.tr("From {practice}: {created} new, {updated} changed.")
        told = words.format(practice=opened.practice, created=opened.created, updated=opened.updated)
        asked = self.tr("%n fact(s) wait for an answer in Exchange, Differences.", "", opened.questions)
        return f"{told} {asked}" if opened.questions else told
