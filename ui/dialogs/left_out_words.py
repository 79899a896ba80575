"""What an import left out, in words: which elements of which type, how often, why, and what became of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.exchange import LeftOut
from ui.tables.base import Column

# What a person should look at comes first; what is left out on purpose last.
_ORDER = (
    *("not_shown", "extension", "type_not_read", "bills", "directory", "not_patient_data"),
    *("narrative", "repeated", "bookkeeping"),
)


class LeftOutWords:
    """Words and columns of the table."""

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("LeftOutWords", text)

    def title(self) -> str:
        """What the table is called."""
        return self.tr("What was left out")

    def why(self, row: LeftOut) -> str:
        """Why it is left out."""
        return {
            "not_shown": self.tr("No screen shows it yet"),
            "extension": self.tr("An addition of the sender, not known here"),
            "bookkeeping": self.tr("For the sender's computer only"),
            "narrative": self.tr("The sender's wording of the whole entry"),
            "repeated": self.tr("Another element says the same"),
            "bills": self.tr("Of bills only amounts, days and services are read"),
            "directory": self.tr("Of places and caregivers only names and contacts are read"),
            "type_not_read": self.tr("Entries of this kind are not read yet"),
            "not_patient_data": self.tr("This kind is not about patients"),
        }.get(row.why, row.why)

    def elements(self, row: LeftOut) -> str:
        """Which elements."""
        return row.elements or self.tr("(all of it)")

    def kept(self, row: LeftOut) -> str:
        """What became of it."""
        return self.tr("Kept as it came") if row.kept else self.tr("Not kept")

    def columns(self) -> tuple[Column[LeftOut], ...]:
        """One line per element and reason."""
        return (
            Column("kind", self.tr("Kind"), lambda row: row.kind, width=17),
            Column("elements", self.tr("Element"), self.elements, width=24, stretch=True),
            Column("count", self.tr("Times"), lambda row: f"{row.count:,}", sort=lambda row: row.count, number=True,
                   width=9, copy=lambda row: str(row.count)),
            Column("why", self.tr("Why it is left out"), self.why, sort=lambda row: _ORDER.index(row.why), width=32),
            Column("kept", self.tr("What became of it"), self.kept, width=17),
        )  # fmt: skip

    @staticmethod
    def in_order(rows: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
        """What a person should look at first, first."""
        return tuple(sorted(rows, key=lambda row: (_ORDER.index(row.why), row.kind, row.elements)))
