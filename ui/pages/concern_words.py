"""The words of concerns and barriers: kinds, states, priorities, what becomes of open work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.concerns import PlanBarrierRow, PlanConcernRow
from ui.feedback import Level
from ui.tables.base import Chip


class ConcernWords:
    """Words in the language of the screen."""

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ConcernWords", text, note, number)

    def kinds(self) -> dict[str, str]:
        """Kinds of concern."""
        return {"problem": self.tr("Problem"), "social": self.tr("Social need"), "risk": self.tr("Risk")}

    def statuses(self) -> dict[str, str]:
        """States of a concern (FHIR Condition.clinicalStatus)."""
        return {
            "active": self.tr("Matters now"),
            "inactive": self.tr("Set aside"),
            "resolved": self.tr("Solved"),
        }

    def barrier_statuses(self) -> dict[str, str]:
        """States of a barrier."""
        return {"active": self.tr("In the way"), "resolved": self.tr("Gone")}

    def barrier_kinds(self) -> dict[str, str]:
        """What a barrier is about."""
        return {
            "transport": self.tr("Transport"),
            "cost": self.tr("Cost"),
            "language": self.tr("Language"),
            "understanding": self.tr("Understanding"),
            "time": self.tr("Time"),
            "work": self.tr("Work"),
            "housing": self.tr("Housing"),
            "food": self.tr("Food"),
            "support": self.tr("Nobody to help"),
            "symptoms": self.tr("Symptoms"),
            "mood": self.tr("Mood"),
            "trust": self.tr("Trust"),
            "access": self.tr("No appointment or service"),
            "technology": self.tr("Phone or computer"),
            "other": self.tr("Other"),
        }

    def priorities(self) -> dict[str, str]:
        """FHIR goal priority."""
        return {
            "high-priority": self.tr("High"),
            "medium-priority": self.tr("Medium"),
            "low-priority": self.tr("Low"),
        }

    def ways(self) -> dict[str, str]:
        """What can become of open work."""
        return {
            "keep": self.tr("Keep it"),
            "cancel": self.tr("Call it off"),
            "replace": self.tr("Replace it by"),
            "hand_over": self.tr("Hand it over to"),
        }

    def concern_title(self, row: PlanConcernRow) -> str:
        """The patient's own words first, then the problem or the text."""
        draft = row.draft
        said = f"“{draft.words}”" if draft.words else ""
        called = draft.text or row.problem or ""
        told = " · ".join(part for part in (said, called) if part)
        return self.tr("{kind}: {text}").format(kind=self.kinds().get(draft.kind, draft.kind), text=told)

    def barrier_title(self, row: PlanBarrierRow) -> str:
        """What stands in the way, and that it is a barrier."""
        kind = self.barrier_kinds().get(row.draft.kind, row.draft.kind)
        return self.tr("Barrier, {kind}: {text}").format(kind=kind.lower(), text=row.draft.text)

    def concern_chip(self, row: PlanConcernRow) -> Chip:
        """Whether it matters now, high priority told first."""
        if row.status == "active" and row.draft.priority == "high-priority":
            return Chip(Level.CAUTION, self.tr("High priority"))
        levels = {"active": Level.INFO, "resolved": Level.GOOD}
        return Chip(levels.get(row.status, Level.NEUTRAL), self.statuses().get(row.status, row.status))

    def barrier_chip(self, row: PlanBarrierRow) -> Chip:
        """In the way, or gone."""
        level = Level.CAUTION if row.status == "active" else Level.GOOD
        return Chip(level, self.barrier_statuses().get(row.status, row.status))
