"""The form for a contact, relative or proxy: authority, what they may and may not hear, until when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import About, Choices, ContactPersonRow
from icm_desktop.contracts.demographics_requests import RowId, SaveContactPerson
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.person_form import PersonForm
from ui.pages.reach_words import LANGUAGES


class ContactPersonDialog(PersonForm):
    """Somebody to speak to."""

    table = "patient_contact"

    def __init__(
        self,
        context: AppContext,
        about: About,
        choices: Choices,
        person: ContactPersonRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        row = RowId(about.head.id, person.id, person.version) if person else None
        super().__init__(context, about.head, "about:contact", parent, row)
        self._person, self._choices = person, choices
        self.setWindowTitle(self.tr("Contact, relative or proxy"))
        self._who()
        self.made(860, "name")

    def _who(self) -> None:
        one, (left, right) = self._person, self.columns()
        self.line("name", self.tr("&Name"), one.name if one else None, left)
        kinds = self._choices.of("relationship")
        kind = one.relationship_code if one else None
        self.choice("relationship_code", self.tr("&Relationship"), kinds, kind, left, empty=self.tr("Not known"))
        words = one.relationship_text if one else None
        self.line("relationship_text", self.tr("Relationship in &words"), words, left)
        self.line("phone", self.tr("&Phone"), one.phone if one else None, left)
        self.line("email", self.tr("E-&mail"), one.email if one else None, left)
        self.line("address", self.tr("&Address"), one.address if one else None, left)
        languages = tuple((code, self.context.formatting.language(code)) for code in LANGUAGES)
        self.choice("language", self.tr("&Language"), languages, one.language if one else None, left)
        self.emergency = self.tick(self.tr("Call in an emer&gency"), bool(one and one.is_emergency), left)
        authority = one.authority if one else None
        allowed = self._choices.of("authority")
        self.choice("authority", self.tr("A&uthority"), allowed, authority, right, empty=self.tr("None"))
        topics = self._choices.of("topic")
        self.checks("may", self.tr("May &hear about"), topics, one.may if one else (), right)
        self.checks("may_not", self.tr("May no&t hear about"), topics, one.may_not if one else (), right)
        self.day("starts_on", self.tr("&From"), one.starts_on if one else None, right)
        self.day("ends_on", self.tr("Unt&il"), one.ends_on if one else None, right, lean=Lean.FUTURE)
        self.note("note", self.tr("N&ote"), one.note if one else None, left)

    def save(self) -> None:
        self.run(
            "services.contact_people.save",
            SaveContactPerson(
                self.row, self.text("name"), self.code("relationship_code"), self.text("relationship_text"),
                self.text("phone"), self.text("email"), self.text("address"), self.code("language"),
                self.emergency.isChecked(), self.code("authority"), self.codes("may"), self.codes("may_not"),
                self.date("starts_on"), self.date("ends_on"), self.text("note"),
            ),
        )  # fmt: skip
