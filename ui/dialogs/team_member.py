"""Forms of the care team: who is on it as what, who leaves, and who leads from then on."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.referrals import Destination
from icm_desktop.contracts.team import (
    NOW,
    ORGANIZATION,
    PERSON,
    PRACTITIONER,
    USER,
    Candidate,
    EndMember,
    MemberRow,
    SaveMember,
)
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.person_form import PersonForm
from ui.widgets.date_edit import DateEdit
from ui.widgets.destination_edit import DestinationEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


def day_field(
    form: PersonForm,
    name: str,
    label: str,
    day: dt.date | None,
    to: QVBoxLayout | None = None,
    *,
    lean: Lean = Lean.FUTURE,
    hint: str = "",
) -> DateEdit:
    """A field for one day; what is no date is said beneath it."""
    edit = DateEdit(form.context, lean=lean)
    edit.set_day(day)

    def check() -> str:
        told = QCoreApplication.translate("DayField", "Enter a day, for example 2w, fri or 14 jul.")
        return "" if edit.understood else told

    form.add(name, FormField(label, edit, hint=hint, check=check), to)
    return edit


class MemberDialog(PersonForm):
    """Put somebody on the team, or change what is noted of them."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        words: Choices,
        candidates: tuple[Candidate, ...],
        member: MemberRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, f"team:{member.id if member else 'new'}", parent)
        self._member, self._candidates = member, candidates
        self.setWindowTitle(self.tr("Change team member") if member else self.tr("Add to the team"))
        if member is not None:
            self.column.addWidget(Text("section", member.name, wrap=True))
        left, right = self.columns()
        if member is None:
            self._add_person(left)
        elif member.kind == PERSON:
            self.line("name", self.tr("&Name"), member.name, left, required=True)
        empty = None if member else self.tr("Choose")
        role = member.role_code if member else None
        self.choice("role_code", self.tr("What they &do"), words.of("role"), role, left, empty=empty)
        self.line("role_text", self.tr("In wor&ds, if needed"), member.role_text if member else None, left)
        starts = member.starts_on if member else context.formatting.today()
        self.starts = day_field(self, "starts_on", self.tr("On the team &from"), starts, left, lean=Lean.PAST)
        self.ends = day_field(self, "ends_on", self.tr("&Until, if known"), member.ends_on if member else None, left)
        hint = self.tr("Empty: as in the directory")
        self.line("organization", self.tr("W&here"), member.own_organization if member else None, right, hint=hint)
        self.line("phone", self.tr("&Phone"), member.own_phone if member else None, right, hint=hint)
        self.line("fax", self.tr("Fa&x"), member.own_fax if member else None, right, hint=hint)
        self.note("note", self.tr("N&ote"), member.note if member else None, right)
        self.made(820, "role_code" if member else "person")

    def _add_person(self, to: QVBoxLayout) -> None:
        self.person = QComboBox()
        self.person.addItem(self.tr("From the directory, or by name"), None)
        for one in self._candidates:
            kind = self.tr("colleague") if one.kind == USER else self.tr("family or carer")
            self.person.addItem(f"{one.name} · {kind}", one)
        self.add("person", FormField(self.tr("&Who"), self.person), to)
        self.by_name = DestinationEdit(self.context)
        hint = self.tr("Type a name; the directory offers who it knows.")
        self.add("name", FormField(self.tr("&Name"), self.by_name, hint=hint, check=self._check_name), to)
        self.by_name.taken.connect(self._taken)
        self.person.currentIndexChanged.connect(lambda _at: self._chosen())

    def _chosen(self) -> None:
        self.fields["name"].setVisible(self.person.currentData() is None)
        self.make_room()

    def _taken(self, found: Destination) -> None:
        self.fields["person"].show_problem("")

    def _check_name(self) -> str:
        needed = self.person.currentData() is None and not self.by_name.text().strip()
        return self.tr("Write the name.") if needed else ""

    def _who(self) -> tuple[str, int | None, str | None]:
        """Kind, id and name of the person."""
        if self._member is not None:
            row = self._member
            ref = row.user_id or row.practitioner_id or row.organization_id or row.contact_id
            return row.kind, ref, self.text("name") if row.kind == PERSON else row.name
        chosen: Candidate | None = self.person.currentData()
        if chosen is not None:
            return chosen.kind, chosen.id, chosen.name
        found = self.by_name.destination
        if found is not None and found.practitioner_id is not None:
            return PRACTITIONER, found.practitioner_id, found.name
        if found is not None and found.organization_id is not None:
            return ORGANIZATION, found.organization_id, found.name
        return PERSON, None, self.by_name.text().strip()

    def save(self) -> None:
        kind, ref_id, name = self._who()
        row = self._member
        request = SaveMember(
            self.row.patient_id, kind, ref_id, name, self.code("role_code") or "", self.text("role_text"),
            self.text("organization"), self.text("phone"), self.text("fax"), self.starts.day, self.ends.day,
            self.text("note"), row.id if row else None, row.version if row else 0,
        )  # fmt: skip
        self.run("services.team.save", request)


class EndMemberDialog(PersonForm):
    """From when somebody is no longer on the team, why, and who leads from then on if they did."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        member: MemberRow,
        others: tuple[MemberRow, ...],
        colleagues: tuple[Candidate, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, f"team-end:{member.id}", parent)
        self._member = member
        self.setWindowTitle(self.tr("Leaves the team"))
        self.save_button.setText(self.tr("&Take off the team"))
        self.column.addWidget(Text("section", member.name, wrap=True))
        told = self.tr("Nothing is deleted: the time on the team stays, and they can be put back.")
        self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))
        self.ends = day_field(self, "ends_on", self.tr("Left &on"), context.formatting.today(), lean=Lean.PAST)
        self.line("reason", self.tr("&Why"), None)
        if member.lead:
            on_team = {row.user_id for row in others if row.state == NOW}
            people = [one for one in colleagues if one.kind == USER and one.id != member.user_id]
            ranked = sorted(people, key=lambda one: one.id not in on_team)
            listed = [(str(one.id), one.name) for one in ranked]
            hint = self.tr("Every team has one lead.")
            self.choice("next_lead_id", self.tr("Who &leads from now on"), listed, None, empty=self.tr("Choose"))
            self.column.addWidget(Text("small", hint, wrap=True, tone="text_2"))
        self.made(480, "reason")

    def save(self) -> None:
        row, day = self._member, self.ends.day or self.context.formatting.today()
        lead = self.code("next_lead_id") if row.lead else None
        request = EndMember(row.id or 0, row.version, day, self.text("reason"), int(lead) if lead else None)
        self.run("services.team.end", request)
