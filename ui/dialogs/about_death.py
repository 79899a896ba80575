"""The form for a death: its date of any precision, and the visits and work that are called off with it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import About
from icm_desktop.contracts.demographics_requests import DeathInError, OpenThing, RecordDeath
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.widgets.buttons import Button
from ui.widgets.labels import Text


class DeathDialog(PersonForm):
    """Everything open is listed and ticked; what stays unticked stays open. One Undo takes all of it back."""

    def __init__(
        self, context: AppContext, about: About, things: tuple[OpenThing, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, about.head, "about:death", parent)
        self._about, self._things = about, {thing.key: thing for thing in things}
        self.setWindowTitle(self.tr("Death"))
        self.save_button.setText(self.tr("&Record death"))
        self.day("died_on", self.tr("&Died on"), about.death.died_on)
        self.note("note", self.tr("N&ote"), about.death.note)
        if things:
            choices = tuple((thing.key, self._words(thing)) for thing in things)
            self.checks("cancel", self.tr("&Call off"), choices, self._things, columns=1)
        elif not about.death.deceased:
            self.column.addWidget(Text("body", self.tr("No coming visit and no open work."), tone="text_2"))
        if about.death.deceased:
            self.save_button.setText(self.tr("&Save"))
            alive = Button(self.tr("Recorded by mistake: the patient is &alive"))
            alive.clicked.connect(self._alive)
            self.add_box(alive)
        self.made(560, "died_on", drafts=False)

    def _words(self, thing: OpenThing) -> str:
        kind = thing.key.partition(":")[0]
        name = {
            "appointment": self.tr("Visit"), "referral": self.tr("Referral"), "plan_action": self.tr("Care plan"),
            "task": self.tr("Task"),
        }.get(kind, kind)  # fmt: skip
        shown = self.context.formatting
        due = shown.date_time(thing.due) if isinstance(thing.due, dt.datetime) else shown.date(thing.due)
        return " · ".join(part for part in (name, thing.text or "", due) if part)

    def save(self) -> None:
        chosen = self.codes("cancel") if "cancel" in self.fields else ()
        cancel = tuple(self._things[key] for key in chosen)
        request = RecordDeath(self.row.patient_id, self._about.version, self.date("died_on"), self.text("note"), cancel)
        self.run("services.deaths.record", request)

    def _alive(self) -> None:
        self.run("services.deaths.in_error", DeathInError(self.row.patient_id, self._about.version))
