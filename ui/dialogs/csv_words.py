"""What fields of lists of patients and visits, and orders of dates, are called on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.domain.csv_dates import DMY, MDY, YMD
from icm_desktop.domain.csv_mapping import COSTS, PATIENTS, VISITS


class CsvWords:
    """Words in the language of the screen."""

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("CsvWords", text, note, number)

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """What a list can be of."""
        return (PATIENTS, self.tr("Patients")), (VISITS, self.tr("Visits")), (COSTS, self.tr("Costs"))

    def orders(self) -> dict[str, str]:
        """In which order dates can stand."""
        return {
            MDY: self.tr("Month, day, year: 03/04 is March 4"),
            DMY: self.tr("Day, month, year: 03/04 is April 3"),
            YMD: self.tr("Year, month, day"),
        }

    def field(self, field: str) -> str:
        """What a field is called."""
        return {
            "number": self.tr("Patient’s number there"), "record_number": self.tr("Our record number"),
            "visit_number": self.tr("Number of the visit"), "family": self.tr("Family name"),
            "given": self.tr("Given names"), "name": self.tr("Whole name"),
            "preferred_name": self.tr("Preferred name"), "birth_date": self.tr("Birth date"), "sex": self.tr("Sex"),
            "phone": self.tr("Phone"), "mobile": self.tr("Mobile phone"), "email": self.tr("Email"),
            "address": self.tr("Street and number"), "city": self.tr("City"), "state": self.tr("State"),
            "postal_code": self.tr("ZIP code"), "language": self.tr("Language"), "payer": self.tr("Insurance"),
            "member_id": self.tr("Member number"), "contact_name": self.tr("Emergency contact"),
            "contact_relation": self.tr("Relation of the contact"), "contact_phone": self.tr("Phone of the contact"),
            "date": self.tr("Day of the visit or service"), "time": self.tr("Time of the visit"),
            "minutes": self.tr("Length in minutes"), "ends": self.tr("End of the visit"),
            "with": self.tr("With whom"), "where": self.tr("Where"), "reason": self.tr("Reason"),
            "status": self.tr("State of the visit"), "claim_number": self.tr("Number of the claim"),
            "allowed": self.tr("Allowed amount"), "paid": self.tr("Paid amount"),
            "submitted": self.tr("Billed amount"), "what": self.tr("What was paid for"),
        }[field]  # fmt: skip

    def lacking(self, what: str) -> str:
        """What is still to be said before a list can be read; empty when nothing is."""
        return {
            "": "",
            "name": self.tr("Which column is the family name, or the whole name?"),
            "patient": self.tr("Which column tells the patient: a number, or name and birth date?"),
            "date": self.tr("Which column is the day of the visit?"),
            "allowed": self.tr("Which column is the allowed amount?"),
            "dates": self.tr("In which order do day and month stand?"),
        }[what]
