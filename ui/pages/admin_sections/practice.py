"""Section: the practice's own facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.people import PracticeFacts, PracticeSaved
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.practice_details import PracticeDialog
from ui.feedback import Level
from ui.pages.admin_sections.section import CHANGE, Section
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.holidays_notice import HolidaysNotice


class PracticeSection(Section):
    """Facts with one form."""

    name = "practice"
    icon = "building-2"
    opens = Privilege.SIGN_IN
    shows = frozenset({"practice", "closure"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.facts: PracticeFacts | None = None
        self.list = FactList(self.title())
        self.list.opened.connect(lambda _fact: self.change() if self.can(CHANGE) else None)
        self.notice = HolidaysNotice(context, self)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("PracticeSection", "Practice")

    def intro(self) -> str:
        return self.tr("Whom patients call and what stands on every page, and how the program behaves here.")

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Change details…")}

    def can(self, action_id: str) -> bool:
        return self.may_change and action_id == CHANGE and self.facts is not None

    def refresh(self) -> None:
        self.notice.refresh()
        self.context.jobs.run("queries.people.practice", owner=self, done=self._show)

    def _show(self, facts: PracticeFacts) -> None:
        self.facts = facts
        unknown = self.tr("Not given")
        on, off = self.tr("On"), self.tr("Off")
        clock = self.tr("24 hours: 14:30") if facts.clock_24_hours else self.tr("12 hours: 2:30 pm")
        rows = (
            ("name", self.tr("Name"), facts.name),
            ("phone", self.tr("Phone patients call"), facts.phone),
            ("after_hours", self.tr("Phone after hours"), facts.after_hours_phone),
            ("hours", self.tr("Opening hours on pages"), facts.hours_text),
            ("address", self.tr("Address"), facts.address),
            ("fax", self.tr("Fax"), facts.fax),
            ("email", self.tr("E-mail"), facts.email),
            ("website", self.tr("Website"), facts.website),
            ("zone", self.tr("Time zone"), facts.time_zone),
            ("clock", self.tr("Times are written with"), clock),
            ("lock", self.tr("The window locks after"), self.tr("%n minute(s)", "", facts.lock_minutes)),
            ("session", self.tr("The password is asked again after"), self.tr("%n hour(s)", "", facts.session_hours)),
            ("pictures", self.tr("Pictures on pages for patients"), on if facts.pictures_on_pages else off),
            ("code", self.tr("Website to scan on pages"), on if facts.code_on_pages else off),
            ("photos", self.tr("Photos of patients"), on if facts.photos_enabled else off),
        )
        self.list.set_facts([Fact(key, value or unknown, (label,), strong=bool(value)) for key, label, value in rows])
        self.commands_changed.emit()

    def change(self) -> None:
        if self.facts is None:
            return
        dialog = PracticeDialog(self.context, self.facts, self.window())
        zone = self.facts.time_zone

        def saved(done: PracticeSaved) -> None:
            self.done(self.tr("Practice details saved"), self.tr("change the practice details"), done.changes)
            if done.practice.time_zone != zone:
                words = self.tr("The new time zone counts from the next sign-in on. Lock and sign in again now.")
                self.context.feedback.offer(words, "file.lock", Level.CAUTION)

        dialog.saved.connect(saved)
        dialog.open()

    def panes(self) -> Sequence[QWidget]:
        return (self.list,)

    def focus_first(self) -> None:
        self.list.setFocus()
