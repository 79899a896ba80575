"""A person, place or service of the directory."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.directory import DirectoryRow, Entry, EntryKind, SaveEntry
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.set_up.checks import languages_problem, npi_problem
from ui.dialogs.set_up.form import SetUpForm, choices, note_box, typed
from ui.widgets.form_field import FormField
from ui.widgets.languages_edit import LanguagesEdit

_LINES = (
    "name", "family", "given", "prefix", "suffix", "npi", "what", "phone", "more_phones", "fax", "email", "address",
    "website", "hours_text", "referral_how", "wait_text", "insurances",
)  # fmt: skip
_PERSON, _PLACE, _SERVICE = EntryKind.PERSON, EntryKind.PLACE, EntryKind.SERVICE
_ONLY = {
    "family": {_PERSON}, "given": {_PERSON}, "prefix": {_PERSON}, "suffix": {_PERSON}, "npi": {_PERSON},
    "name": {_PLACE, _SERVICE}, "place_id": {_PERSON, _SERVICE}, "website": {_PLACE, _SERVICE},
}  # fmt: skip


class DirectoryEntryDialog(SetUpForm):
    """Add an entry (a name that was typed elsewhere may start it), or change this one."""

    def __init__(
        self,
        context: AppContext,
        row: DirectoryRow | None,
        places: tuple[tuple[int, str], ...],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "", parent)
        self._verb = self.tr("&Save")
        self.save_button.setText(self._verb)
        self.setWindowTitle(self.tr("Change directory entry") if row else self.tr("Add to the directory"))
        self.row, self._places = row, dict(places)
        self.not_duplicate = False
        self.kind = choices(
            QComboBox(),
            None,
            [(_PLACE, self.tr("Place: clinic, hospital, agency")), (_PERSON, self.tr("Person")),
             (_SERVICE, self.tr("Service"))],
        )  # fmt: skip
        self.edits = {key: QLineEdit() for key in _LINES}
        self.place = QLineEdit()
        known = QCompleter(list(self._places.values()), self)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        known.setFilterMode(Qt.MatchFlag.MatchContains)
        self.place.setCompleter(known)
        self.languages = LanguagesEdit(context)
        self.sensitive = QCheckBox(self.tr("Sensitive service: front desk does not see it on a referral"))
        self.note = note_box(context, None, 2)
        self._lay_out_fields()
        self._fill(row.entry if row else Entry(_PLACE, name=name, family=name))
        self.kind.setEnabled(row is None)
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self._show_kind()
        self.keep_draft(f"directory:{row.id}" if row else "directory:new")
        self.fit(820)
        self.watch()
        for edit in self.edits.values():
            edit.textEdited.connect(self._is_another_one)
        (self.kind if row is None and not name else self.edits["phone"]).setFocus()

    def _lay_out_fields(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self.add("kind", FormField(self.tr("&What it is"), self.kind), left)
        e = self.edits
        name = FormField(self.tr("&Name"), e["name"], required=True, check=lambda: self._check_name("name"))
        self.add("name", name, left)
        family = FormField(
            self.tr("Family &name"), e["family"], required=True, check=lambda: self._check_name("family")
        )
        self.add("family", family, left)
        self.add("given", FormField(self.tr("&Given names"), e["given"]), left)
        self.add("prefix", FormField(self.tr("Title, for example Dr"), e["prefix"]), left)
        self.add("suffix", FormField(self.tr("After the name, for example RN"), e["suffix"]), left)
        hint = self.tr("For example: cardiology, home health, food pantry")
        self.add("what", FormField(self.tr("Spe&cialty or kind"), e["what"], hint=hint), left)
        place = FormField(self.tr("Works a&t, or belongs to"), self.place, check=self._check_place)
        self.add("place_id", place, left)
        self.add("npi", FormField(self.tr("NPI"), e["npi"], check=partial(npi_problem, e["npi"])), left)
        self.add("address", FormField(self.tr("&Address"), e["address"]), left)
        check = partial(languages_problem, self.languages)
        self.add("languages", FormField(self.tr("&Languages"), self.languages, check=check), left)
        self.add("phone", FormField(self.tr("&Phone"), e["phone"]), right)
        hint = self.tr("For example: nurse line 555-010-2003")
        self.add("more_phones", FormField(self.tr("&Other phones"), e["more_phones"], hint=hint), right)
        self.add("fax", FormField(self.tr("&Fax"), e["fax"]), right)
        self.add("email", FormField(self.tr("&E-mail"), e["email"]), right)
        self.add("website", FormField(self.tr("We&bsite"), e["website"]), right)
        hint = self.tr("For example: fax the form with the last notes")
        self.add("referral_how", FormField(self.tr("How to &refer"), e["referral_how"], hint=hint), right)
        self.add("wait_text", FormField(self.tr("Us&ual wait"), e["wait_text"]), right)
        self.add("hours_text", FormField(self.tr("Op&ening hours"), e["hours_text"]), right)
        self.add("insurances", FormField(self.tr("Insurances ta&ken"), e["insurances"]), right)
        self.sensitive.setMinimumHeight(self.context.theme.px(28))
        self.add_box(self.sensitive, right)
        self.add("note", FormField(self.tr("N&ote"), self.note), right)
        left.addStretch(1)
        right.addStretch(1)
        self.put_side_by_side(left, right)

    def _fill(self, entry: Entry) -> None:
        for key, edit in self.edits.items():
            edit.setText(getattr(entry, key) or "")
        self.kind.setCurrentIndex(self.kind.findData(entry.kind))
        self.place.setText(self._places.get(entry.place_id or 0, ""))
        self.languages.setText(", ".join(map(self.context.formatting.language, entry.languages)))
        self.sensitive.setChecked(entry.sensitive)
        self.note.setPlainText(entry.note or "")

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        for key, kinds in _ONLY.items():
            self.fields[key].setVisible(kind in kinds)
        self.sensitive.setVisible(kind is _SERVICE)
        if self.isVisible():
            self._fit_now()

    def _check_name(self, key: str) -> str:
        return "" if self.edits[key].text().strip() else self.tr("Write a name.")

    def _check_place(self) -> str:
        text = self.place.text().strip()
        known = not text or text in self._places.values()
        return "" if known else self.tr("Choose a place of the directory, or leave it empty. Add the place first.")

    def _is_another_one(self, _text: str) -> None:
        if self.not_duplicate:
            self.not_duplicate = False
            self.save_button.setText(self._verb)

    def save(self) -> None:
        texts = {key: typed(edit) if self.fields[key].isVisibleTo(self) else None for key, edit in self.edits.items()}
        place = next((key for key, name in self._places.items() if name == self.place.text().strip()), None)
        entry = Entry(
            kind=self.kind.currentData(), name=texts.pop("name") or "", family=texts.pop("family") or "",
            place_id=place if self.fields["place_id"].isVisibleTo(self) else None,
            languages=self.languages.codes or (), note=typed(self.note), sensitive=self.sensitive.isChecked(), **texts,
        )  # fmt: skip
        request = SaveEntry(
            self.row.id if self.row else None, self.row.version if self.row else 0, entry, self.not_duplicate
        )
        self.run("services.directory.save", request)

    def refused(self, error: UserError) -> None:
        """An entry that is there already is named; saving again says that this is another one."""
        super().refused(error)
        if error.code == "set_up.alike":
            self.not_duplicate = True
            self.save_button.setText(self.tr("&Save: it is another one"))

    def told(self) -> str:
        """What happened, in words."""
        person = self.kind.currentData() is _PERSON
        return self.tr("Saved {name}.").format(name=self.edits["family" if person else "name"].text().strip())
