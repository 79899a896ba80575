"""New referral: for what, why, how urgent, to whom; kept as a draft of the referral until it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from icm_desktop.contracts.common import Owner, OwnerKind, PatientHead
from icm_desktop.contracts.directory import EntryKind, EntrySaved
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.referrals import Destination, MeasuredWait, NewReferral, ReferralSaved
from icm_desktop.contracts.social_needs import ReferNeed
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.name_reviewer import fill_reviewers
from ui.drafts import DraftKeeper
from ui.latest import Latest
from ui.set_up import SetUp
from ui.widgets.buttons import Button
from ui.widgets.destination_edit import DestinationEdit
from ui.widgets.fitting_boxes import FittingBoxes
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.text_area import TextArea


class NewReferralDialog(FormDialog):
    """Service, Enter, reason, Tab, urgency, Ctrl+Enter; the other fields can wait until it is sent."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        colleagues: Sequence[Colleague] = (),
        services: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self.setWindowTitle(self.tr("New referral"))
        self.save_button.setText(self.tr("Sa&ve"))
        self.service, self.phone = QLineEdit(), QLineEdit()
        self.reason, self.question = TextArea(), TextArea()
        self.urgency, self.owner, self.reviewer = QComboBox(), QComboBox(), QComboBox()
        self.to = DestinationEdit(context)
        self.fitting = FittingBoxes(context, head, self.to)
        self._waits = Latest(context.jobs, self)
        self.about = Text("small", "", tone="text_2", wrap=True)
        self.about.hide()
        self.add_entry = Button(self.tr("Add to the director&y…"), "plus")
        self.send_now = QCheckBox(self.tr("&It is sent already"))
        self.sensitive = QCheckBox(self.tr("Se&nsitive: front desk sees no service"))
        self._fill(colleagues, services)
        self._lay_out_fields()
        self.to.taken.connect(self._show_phone)
        self.to.textChanged.connect(self._offer_to_add)
        self.add_entry.clicked.connect(self.add_to_directory)
        self._offer_to_add("")
        self._need = ""
        self.drafts = DraftKeeper(self, "new_referral", head.id)
        self.fit(760)
        self.service.setFocus()

    def because_of(self, domain: str, service: str, *, sensitive: bool) -> None:
        """Make it because of a social need: its state then stands on the line of the need."""
        self._need = domain
        self.service.setText(service)
        self.sensitive.setChecked(sensitive)
        self.reason.setFocus()

    def _fill(self, colleagues: Sequence[Colleague], services: Sequence[str]) -> None:
        known = QCompleter(sorted(set(services)), self)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.service.setCompleter(known)
        self.urgency.addItem(self.tr("Routine"), "routine")
        self.urgency.addItem(self.tr("Urgent"), "urgent")
        for one in colleagues:
            self.owner.addItem(one.display_name, one.id)
        me = self.context.session.user_id
        fill_reviewers(self.reviewer, colleagues, self.tr("Nobody named"), me)
        self.owner.setCurrentIndex(max(self.owner.findData(me), 0))
        for text in (self.reason, self.question):
            text.setMinimumHeight(self.context.theme.px(84))
        for box in (self.send_now, self.sensitive):
            box.setMinimumHeight(self.context.theme.px(28))

    def _lay_out_fields(self) -> None:
        left, right, grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        service = FormField(self.tr("&Service"), self.service, required=True, check=self._check_service)
        self.add("service", service, left)
        self.add("reason", FormField(self.tr("&Reason"), self.reason), left)
        self.add("urgency", FormField(self.tr("&Urgency"), self.urgency), left)
        self.add("question", FormField(self.tr("&Question to answer"), self.question), left)
        to = FormField(self.tr("&To whom"), self.to, hint=self.tr("Type two letters to search the directory."),
                       check=self._check_to)  # fmt: skip
        self.add("to_name", to, right)
        right.addWidget(self.fitting)
        self._order += self.fitting.boxes
        right.addWidget(self.about)
        self.add_box(self.add_entry, right)
        self.add("to_phone", FormField(self.tr("Their &phone"), self.phone), right)
        self.add("owner", FormField(self.tr("&Owner here"), self.owner), right)
        self.add("reviewer", FormField(self.tr("Who re&views the note"), self.reviewer), right)
        self.add_box(self.send_now, right)
        self.add_box(self.sensitive, right)
        right.addStretch(1)
        for layout in (left, right):
            layout.setSpacing(self.context.theme.px(10))
        grid.setHorizontalSpacing(self.context.theme.px(24))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.column.addLayout(grid)

    def _check_service(self) -> str:
        return "" if self.service.text().strip() else self.tr("Write which service the patient needs.")

    def _check_to(self) -> str:
        missing = self.send_now.isChecked() and not self.to.text().strip()
        return self.tr("Write to whom it was sent.") if missing else ""

    def _show_phone(self, found: Destination) -> None:
        """Their phone, and what is known of them; how long our patients waited is looked up."""
        self.phone.setText(found.phone or "")
        self._known_of(found, "")
        if found.sensitive:
            self.sensitive.setChecked(True)
        self._offer_to_add(self.to.text())
        if found.practitioner_id or found.organization_id:
            self._waits.ask(
                "queries.referral_waits.measured", found.practitioner_id, found.organization_id,
                done=lambda wait: self._known_of(found, self._wait_words(wait)),
            )  # fmt: skip

    def _known_of(self, found: Destination, measured: str) -> None:
        fax = self.tr("Fax {number}").format(number=found.fax) if found.fax else ""
        wait = self.tr("usual wait: {wait}").format(wait=found.wait) if found.wait else ""
        takes = self.tr("takes {insurances}").format(insurances=found.insurances) if found.insurances else ""
        parts = (found.how, fax, found.address, found.hours, self._languages(found), takes, wait, measured)
        self.about.setText(" · ".join(part for part in parts if part))
        self.about.setVisible(bool(self.about.text()))

    def _languages(self, found: Destination) -> str:
        """Their languages; that the patient's own is not among them is said."""
        shown, own = self.context.formatting, self.head.language if self.head else None
        known = ", ".join(map(shown.language, found.languages))
        if found.languages and own and own.split("-")[0] not in {code.split("-")[0] for code in found.languages}:
            known += self.tr(" (not {language})").format(language=shown.language(own))
        return known

    def _wait_words(self, wait: MeasuredWait) -> str:
        if wait.middle is None:
            return self.tr("our own wait: too few to say (%n referrals)", "", wait.count)
        words = self.tr("our own wait: half within {middle} days, longest {longest} (%n referrals)", "", wait.count)
        return words.format(middle=wait.middle, longest=wait.longest)

    def _offer_to_add(self, text: str) -> None:
        """A name that is not in the directory can be added there."""
        known = self.to.destination is not None
        self.add_entry.setVisible(bool(text.strip()) and not known and self.context.may(Privilege.DEMOGRAPHICS))
        self.about.setVisible(known and bool(self.about.text()))

    def add_to_directory(self) -> None:
        """Add what was typed to the directory, then come back and use it."""
        SetUp(self.context, self).directory(self.to.text().strip(), self._added)

    def _added(self, saved: EntrySaved) -> None:
        row, entry = saved.row, saved.row.entry
        name = ", ".join(part for part in (row.name, row.place) if part)
        person, place = row.kind is EntryKind.PERSON, row.kind is EntryKind.PLACE
        self.to.use(Destination(
            name, row.phone, row.id if person else None, row.id if place else entry.place_id, row.fax,
            entry.referral_how, entry.wait_text, entry.languages, entry.what, entry.sensitive, entry.address,
            entry.hours_text, entry.insurances,
        ))  # fmt: skip

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("a referral is always somebody's")
        found, owner = self.to.destination, self.owner.currentData()
        request = NewReferral(
            patient_id=self.head.id,
            service=self.service.text().strip(),
            to_name=self.to.text().strip() or None,
            to_phone=self.phone.text().strip() or None,
            to_practitioner_id=found.practitioner_id if found else None,
            to_organization_id=found.organization_id if found else None,
            reason=self.reason.toPlainText().strip() or None,
            question=self.question.toPlainText().strip() or None,
            urgency=self.urgency.currentData(),
            owner=Owner(OwnerKind.USER, self.owner.currentText(), owner) if owner is not None else None,
            sensitive=self.sensitive.isChecked(),
            send_now=self.send_now.isChecked(),
            reviewer_id=self.reviewer.currentData(),
        )
        if self._need:
            self.run("services.social_needs.refer", ReferNeed(self._need, request))
        else:
            self.run("services.referrals.create", request)

    def before_close(self) -> None:
        self.drafts.discard()

    def told(self, saved: ReferralSaved) -> str:
        """What happened, in words."""
        service = saved.referral.service or ""
        if self.send_now.isChecked():
            return self.tr("Referral to {service} recorded as sent.").format(service=service)
        return self.tr("Referral to {service} saved. Next: send it.").format(service=service)
