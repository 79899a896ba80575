"""Forms for names: the legal and preferred one, and former ones with their dates."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import About, NameRow
from icm_desktop.contracts.demographics_requests import RowId, SaveFormerName, SaveNames
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm


class NamesDialog(PersonForm):
    """The legal name as papers have it, and what the person wants to be called."""

    def __init__(self, context: AppContext, about: About, parent: QWidget | None = None) -> None:
        super().__init__(context, about.head, "about:names", parent)
        self._about, head = about, about.head
        self.setWindowTitle(self.tr("Legal and preferred name"))
        left, right = self.columns()
        self.line("family", self.tr("&Family name"), head.family, left, required=True, check=self._check)
        self.line("given", self.tr("&Given names"), head.given, left)
        self.line("preferred_name", self.tr("Preferred &name"), head.preferred_name, left)
        self.line("prefix", self.tr("&Title"), head.prefix, right)
        self.line("suffix", self.tr("Suff&ix"), about.suffix, right)
        hint = self.tr("For example she/her, he/him, they/them")
        self.line("pronouns", self.tr("&Pronouns"), about.identity.pronouns, right, hint=hint)
        self.made(640, "family")

    def _check(self) -> str:
        missing = self.tr("Write the family name. If there is only one name, write it here.")
        return "" if self.text("family") else missing

    def save(self) -> None:
        self.run(
            "services.demographics.save_names",
            SaveNames(
                self.row.patient_id, self._about.version, self.text("family") or "", self.text("given"),
                self.text("prefix"), self.text("suffix"), self.text("preferred_name"), self.text("pronouns"),
            ),
        )  # fmt: skip


class FormerNameDialog(PersonForm):
    """A maiden, earlier or other name; search finds the person by it."""

    table = "patient_name"

    def __init__(
        self, context: AppContext, about: About, name: NameRow | None = None, parent: QWidget | None = None
    ) -> None:
        row = RowId(about.head.id, name.id, name.version) if name else None
        super().__init__(context, about.head, "about:name", parent, row)
        self.setWindowTitle(self.tr("Former or other name"))
        left, right = self.columns()
        uses = (
            ("maiden", self.tr("Name before marriage")),
            ("old", self.tr("Former name")),
            ("nickname", self.tr("Nickname")),
            ("usual", self.tr("Usual name")),
            ("temp", self.tr("Temporary name")),
            ("anonymous", self.tr("Protected name")),
        )
        self.choice("use", self.tr("&Kind"), uses, name.use if name else "maiden", left, empty=None)
        self.line("family", self.tr("&Family name"), name.family if name else None, left)
        self.line("given", self.tr("&Given names"), name.given if name else about.head.given, left)
        self.line("prefix", self.tr("&Title"), name.prefix if name else None, right)
        self.line("suffix", self.tr("Suff&ix"), name.suffix if name else None, right)
        self.day("starts_on", self.tr("Fr&om"), name.starts_on if name else None, right)
        self.day("ends_on", self.tr("&Until"), name.ends_on if name else None, right)
        self.made(640, "family")

    def save(self) -> None:
        self.run(
            "services.demographics.save_former_name",
            SaveFormerName(
                self.row, self.code("use") or "old", self.text("family"), self.text("given"), self.text("prefix"),
                self.text("suffix"), self.date("starts_on"), self.date("ends_on"),
            ),
        )  # fmt: skip
