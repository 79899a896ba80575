"""What is missing in the set-up, in words, and the form that sets each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.set_up import Gap, Missing
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.set_up import SetUp

_NEEDED = {
    Missing.BACKUP_FOLDER: Privilege.BACKUP,
    Missing.PRACTICE_PHONE: Privilege.SETTINGS,
    Missing.CLINICIANS: Privilege.APPOINTMENTS,
    Missing.HOURS: Privilege.APPOINTMENTS,
    Missing.VISIT_TYPES: Privilege.APPOINTMENTS,
    Missing.ROOMS: Privilege.SETTINGS,
    Missing.HOLIDAYS: Privilege.SETTINGS,
    Missing.COORDINATOR: Privilege.USERS,
    Missing.DIRECTORY: Privilege.DEMOGRAPHICS,
    Missing.CONTENT: Privilege.SETTINGS,
}


def needed(gap: Gap) -> Privilege:
    """What a role must have to set it up."""
    return _NEEDED[gap.what]


def set_up(context: AppContext, forms: SetUp, gap: Gap) -> None:
    """Open the form that sets what is missing; content is read first, in its section."""
    if gap.what is Missing.CONTENT:
        context.navigation.open("admin", state={"section": "content", "row": ("phrases", gap.key)})
    elif gap.what is Missing.HOURS:
        forms.hours(gap.id or 0)
    elif gap.what is Missing.HOLIDAYS:
        forms.holidays(gap.year or context.formatting.today().year)
    elif gap.what is Missing.ROOMS:
        forms.room(gap.key or "")
    elif gap.what is Missing.DIRECTORY:
        forms.directory("")
    else:
        {
            Missing.BACKUP_FOLDER: forms.backups,
            Missing.PRACTICE_PHONE: forms.practice,
            Missing.CLINICIANS: forms.clinicians,
            Missing.VISIT_TYPES: forms.visit_types,
            Missing.COORDINATOR: forms.coordinator,
        }[gap.what]()


class GapWords:
    """What is missing and why that matters."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("GapWords", text)

    def what(self, gap: Gap) -> str:
        """One sentence."""
        name = ", ".join(gap.names)
        if gap.what is Missing.CONTENT:
            name = self._context.formatting.language(name)
        return {
            Missing.BACKUP_FOLDER: self.tr("Backups lie on the same disk as the records."),
            Missing.PRACTICE_PHONE: self.tr("The practice has no phone number."),
            Missing.CLINICIANS: self.tr("No clinicians yet."),
            Missing.HOURS: self.tr("No working hours for {name}."),
            Missing.VISIT_TYPES: self.tr("No kinds of visit yet."),
            Missing.ROOMS: self.tr("A room or equipment visits ask for is not there: {name}."),
            Missing.HOLIDAYS: self.tr("The holidays of {year} are not settled."),
            Missing.COORDINATOR: self.tr("No user is a care coordinator."),
            Missing.DIRECTORY: self.tr("The directory is empty."),
            Missing.CONTENT: self.tr("The sentences for patients are a draft: {name}."),
        }[gap.what].format(name=name, year=gap.year)

    def why(self, gap: Gap) -> str:
        """What happens while it is missing."""
        return {
            Missing.BACKUP_FOLDER: self.tr("They are lost when it fails. Choose a folder elsewhere."),
            Missing.PRACTICE_PHONE: self.tr("Pages for patients do not say whom to call."),
            Missing.CLINICIANS: self.tr("Nothing can be booked."),
            Missing.HOURS: self.tr("No free times are offered with them."),
            Missing.VISIT_TYPES: self.tr("Every visit takes half an hour."),
            Missing.ROOMS: self.tr("Such visits cannot be given a place."),
            Missing.HOLIDAYS: self.tr("Until then no visits are offered on any day of the list."),
            Missing.COORDINATOR: self.tr("Nobody follows the plans; pages name the practice."),
            Missing.DIRECTORY: self.tr("Referrals must be addressed by hand each time."),
            Missing.CONTENT: self.tr("Pages in this language say so."),
        }[gap.what]
