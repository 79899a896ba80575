"""Forms for reaching a person: a number or e-mail address, a postal address, and how they want to be reached."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import About, AddressRow, Preferences, TelecomRow
from icm_desktop.contracts.demographics_requests import RowId, SaveAddress, SavePreferences, SaveTelecom
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.person_form import PersonForm
from ui.pages.reach_words import LANGUAGES, ReachWords


class TelecomDialog(PersonForm):
    """A phone number or e-mail address."""

    table = "patient_telecom"

    def __init__(
        self, context: AppContext, about: About, telecom: TelecomRow | None = None, parent: QWidget | None = None
    ) -> None:
        row = RowId(about.head.id, telecom.id, telecom.version) if telecom else None
        super().__init__(context, about.head, "about:telecom", parent, row)
        words = ReachWords(context)
        self.setWindowTitle(self.tr("Phone number or e-mail"))
        left, right = self.columns()
        system = telecom.system if telecom else "phone"
        self.choice("system", self.tr("&Kind"), words.systems(), system, left, empty=None)
        value = telecom.value if telecom else None
        self.line("value", self.tr("&Number or address"), value, left, required=True)
        use = telecom.use if telecom else "mobile"
        self.choice("use", self.tr("&Use"), words.telecom_uses(), use, left, empty=self.tr("Not known"))
        ranks = tuple((str(number), str(number)) for number in range(1, 10))
        rank = str(telecom.rank) if telecom and telecom.rank else None
        self.choice("rank", self.tr("O&rder of trying"), ranks, rank, left, empty=self.tr("No order"))
        self.day("starts_on", self.tr("&From"), telecom.starts_on if telecom else None, right)
        self.day("ends_on", self.tr("Un&til"), telecom.ends_on if telecom else None, right, lean=Lean.FUTURE)
        self.line("note", self.tr("N&ote"), telecom.note if telecom else None, right,
                  hint=self.tr("For example: daughter answers; only before 5 PM"))  # fmt: skip
        self.made(640, "value")

    def save(self) -> None:
        rank = self.code("rank")
        self.run(
            "services.reachability.save_telecom",
            SaveTelecom(
                self.row, self.code("system") or "phone", self.text("value") or "", self.code("use"),
                int(rank) if rank else None, self.date("starts_on"), self.date("ends_on"), self.text("note"),
            ),
        )  # fmt: skip


class AddressDialog(PersonForm):
    """A postal address."""

    table = "patient_address"

    def __init__(
        self, context: AppContext, about: About, address: AddressRow | None = None, parent: QWidget | None = None
    ) -> None:
        row = RowId(about.head.id, address.id, address.version) if address else None
        super().__init__(context, about.head, "about:address", parent, row)
        words = ReachWords(context)
        self.setWindowTitle(self.tr("Address"))
        left, right = self.columns()
        use = address.use if address else "home"
        self.choice("use", self.tr("&Use"), words.address_uses(), use, left, empty=self.tr("Not known"))
        self.line("line", self.tr("Street and numbe&r"), (address.line or address.text) if address else None, left)
        self.line("city", self.tr("&City"), address.city if address else None, left)
        self.line("state", self.tr("St&ate"), address.state if address else None, left)
        self.line("postal_code", self.tr("&ZIP code"), address.postal_code if address else None, right)
        self.line("country", self.tr("Countr&y"), address.country if address else None, right)
        self.day("starts_on", self.tr("&From"), address.starts_on if address else None, right)
        self.day("ends_on", self.tr("Un&til"), address.ends_on if address else None, right, lean=Lean.FUTURE)
        self.made(640, "line")

    def save(self) -> None:
        self.run(
            "services.reachability.save_address",
            SaveAddress(
                self.row, self.code("use"), self.text("line"), self.text("city"), self.text("state"),
                self.text("postal_code"), self.text("country"), self.date("starts_on"), self.date("ends_on"),
            ),
        )  # fmt: skip


class PreferencesDialog(PersonForm):
    """Language, interpreter, channel, what may be left on voicemail, best time."""

    def __init__(self, context: AppContext, about: About, parent: QWidget | None = None) -> None:
        super().__init__(context, about.head, "about:preferences", parent)
        self._about, now, words = about, about.preferences, ReachWords(context)
        self.setWindowTitle(self.tr("Language and how to reach"))
        left, right = self.columns()
        languages = tuple((code, context.formatting.language(code)) for code in LANGUAGES)
        self.choice("language", self.tr("&Language"), languages, now.language, left)
        needed = (("yes", self.tr("Yes")), ("no", self.tr("No")))
        self.choice("interpreter_needed", self.tr("&Interpreter needed"), needed, now.interpreter_needed, left)
        spoken = now.interpreter_language
        same = self.tr("The same language")
        self.choice("interpreter_language", self.tr("Interpreter's lan&guage"), languages, spoken, left, empty=same)
        self.large_print = self.tick(self.tr("Large print on pap&er"), now.large_print, left)
        self.choice("preferred_channel", self.tr("&Reach by"), words.channels(), now.preferred_channel, right)
        self.choice("voicemail_rule", self.tr("&Voicemail"), words.voicemail_choices(), now.voicemail_rule, right)
        self.line("best_time", self.tr("&Best time to call"), now.best_time, right)
        self.do_not_call = self.tick(self.tr("&Do not call"), bool(now.do_not_call), right)
        self.no_letters = self.tick(self.tr("No le&tters by mail"), bool(now.no_letters), right)
        self.note("contact_note", self.tr("N&ote for whoever calls"), now.contact_note, right)
        self.made(720, "language")

    def save(self) -> None:
        before = self._about.preferences
        preferences = Preferences(
            language=self.code("language"), interpreter_needed=self.code("interpreter_needed"),
            interpreter_language=self.code("interpreter_language"), preferred_channel=self.code("preferred_channel"),
            do_not_call=self.do_not_call.isChecked() or (None if before.do_not_call is None else False),
            voicemail_rule=self.code("voicemail_rule"), best_time=self.text("best_time"),
            contact_note=self.text("contact_note"), large_print=self.large_print.isChecked(),
            no_letters=self.no_letters.isChecked() or (None if before.no_letters is None else False),
        )  # fmt: skip
        request = SavePreferences(self.row.patient_id, self._about.version, preferences)
        self.run("services.demographics.save_preferences", request)
