"""The practice's own facts: name, phones, hours, address, time zone, and how its screens behave."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.people import LEAST_LOCK, MOST_LOCK, MOST_SESSION, PracticeFacts, SavePractice, ZoneChange
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, typed
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class PracticeDialog(SetUpForm):
    """What patients read on every page, and how the program behaves here."""

    def __init__(self, context: AppContext, facts: PracticeFacts, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.facts = facts
        self.setWindowTitle(self.tr("Practice details"))
        self.save_button.setText(self.tr("&Save"))
        self.name = QLineEdit(facts.name)
        self.phone, self.after_hours = QLineEdit(facts.phone or ""), QLineEdit(facts.after_hours_phone or "")
        self.fax, self.email = QLineEdit(facts.fax or ""), QLineEdit(facts.email or "")
        self.website = QLineEdit(facts.website or "")
        self.hours, self.address = QLineEdit(facts.hours_text or ""), QLineEdit(facts.address or "")
        self.clock, self.zone = QComboBox(), QComboBox()
        self.clock.addItem(self.tr("12 hours: 2:30 pm"), False)
        self.clock.addItem(self.tr("24 hours: 14:30"), True)
        self.clock.setCurrentIndex(int(facts.clock_24_hours))
        self.zone.setEditable(True)
        self.zone.addItems(sorted(each for each in available_timezones() if "/" in each or each == "UTC"))
        self.zone.setCurrentText(facts.time_zone)
        self.lock = QLineEdit(str(facts.lock_minutes))
        self.session = QLineEdit(str(facts.session_hours))
        self.photos = QCheckBox(self.tr("Photos of &patients may be kept"))
        self.photos.setChecked(facts.photos_enabled)
        self.pictures = QCheckBox(self.tr("P&ictures on pages for patients"))
        self.pictures.setChecked(facts.pictures_on_pages)
        self.code = QCheckBox(self.tr("The we&bsite on pages, to scan with a telephone"))
        self.code.setToolTip(self.tr("Only an address anybody may see, such as directions; never one to sign in at."))
        self.code.setChecked(facts.code_on_pages)
        self.follows = Text("small", "", wrap=True, tone="caution")
        self.follows.hide()
        self._lay_out_fields()
        self.zone.currentTextChanged.connect(self._ask_what_follows)
        self.keep_draft("practice")
        self.fit(820)
        self.phone.setFocus()

    def _lay_out_fields(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        told = self.tr("Printed on the pages patients take home:")
        left.addWidget(Text("small", told, wrap=True, tone="text_2"))
        self.add("name", FormField(self.tr("&Name"), self.name, required=True, check=self._check_name), left)
        self.add("phone", FormField(self.tr("&Phone patients call"), self.phone), left)
        self.add("after_hours_phone", FormField(self.tr("Phone &after hours"), self.after_hours), left)
        hint = self.tr("For example: Monday to Friday 8 am to 5 pm")
        self.add("hours_text", FormField(self.tr("&Opening hours"), self.hours, hint=hint), left)
        self.add("address", FormField(self.tr("A&ddress"), self.address), left)
        self.add("fax", FormField(self.tr("&Fax"), self.fax), right)
        self.add("email", FormField(self.tr("&E-mail"), self.email), right)
        self.add("website", FormField(self.tr("&Website"), self.website), right)
        self.add("time_zone", FormField(self.tr("Time &zone"), self.zone, check=self._check_zone), right)
        right.addWidget(self.follows)
        self.add("clock_24_hours", FormField(self.tr("&Times are written with"), self.clock), right)
        hint = self.tr("{least} to {most}; without a key or click for so long the window locks.")
        hint = hint.format(least=LEAST_LOCK, most=MOST_LOCK)
        lock = FormField(self.tr("&Lock after minutes"), self.lock, hint=hint, check=self._check_lock)
        self.add("lock_minutes", lock, right)
        hint = self.tr("1 to {most}; what is typed stays.").format(most=MOST_SESSION)
        label = self.tr("Ask the pass&word again after hours")
        self.add("session_hours", FormField(label, self.session, hint=hint, check=self._check_session), right)
        for box, side in ((self.pictures, left), (self.code, left), (self.photos, right)):
            box.setMinimumHeight(self.context.theme.px(28))
            self.add_box(box, side)
        left.addStretch(1)
        right.addStretch(1)
        self.put_side_by_side(left, right)

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write the name of the practice.")

    def _check_zone(self) -> str:
        if self.zone.currentText().strip() in available_timezones():
            return ""
        return self.tr("There is no such time zone. Choose one of the list.")

    def _check_lock(self) -> str:
        text = self.lock.text().strip()
        if text.isdecimal() and LEAST_LOCK <= int(text) <= MOST_LOCK:
            return ""
        return self.tr("Enter {least} to {most}.").format(least=LEAST_LOCK, most=MOST_LOCK)

    def _check_session(self) -> str:
        text = self.session.text().strip()
        if text.isdecimal() and 1 <= int(text) <= MOST_SESSION:
            return ""
        return self.tr("Enter {least} to {most}.").format(least=1, most=MOST_SESSION)

    def _ask_what_follows(self, zone: str) -> None:
        """Say what another time zone changes before it is saved."""
        if zone.strip() == self.facts.time_zone or zone.strip() not in available_timezones():
            self.follows.hide()
            return
        self.context.jobs.run(
            "queries.people.zone_change", zone.strip(), owner=self, done=self._say_what_follows,
            failed=lambda _error: self.follows.hide(),
        )  # fmt: skip

    def _say_what_follows(self, change: ZoneChange) -> None:
        hours = f"{abs(change.hours):g}"
        later = self.tr("{visits} coming visits keep their moment and show {hours} h later.")
        earlier = self.tr("{visits} coming visits keep their moment and show {hours} h earlier.")
        same = self.tr("{visits} coming visits keep their moment.")
        words = later if change.hours > 0 else earlier if change.hours < 0 else same
        rest = self.tr("Working hours keep their wall time. It counts from the next sign-in on.")
        self.follows.setText(f"{words.format(visits=change.visits, hours=hours)} {rest}")
        self.follows.show()
        self._fit_now()

    def save(self) -> None:
        request = SavePractice(
            phone=typed(self.phone), after_hours_phone=typed(self.after_hours), hours_text=typed(self.hours),
            address=typed(self.address), clock_24_hours=bool(self.clock.currentData()), fax=typed(self.fax),
            email=typed(self.email), website=typed(self.website), photos_enabled=self.photos.isChecked(),
            lock_minutes=int(self.lock.text()), name=self.name.text(), time_zone=self.zone.currentText().strip(),
            pictures_on_pages=self.pictures.isChecked(), code_on_pages=self.code.isChecked(),
            session_hours=int(self.session.text()),
        )  # fmt: skip
        self.run("services.practice.save", request)
