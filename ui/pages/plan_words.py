"""The words of goals, actions and referrals: states as chips, owners, days."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.plans import ActionDraft, GoalDraft, PlanActionRow
from ui.context import AppContext
from ui.feedback import Level
from ui.tables.base import Chip


class PlanWords:
    """States and owners of the shared plan in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("PlanWords", text, note, number)

    def statuses(self) -> dict[str, str]:
        """Words of FHIR Goal.lifecycleStatus that a person chooses from."""
        return {
            "proposed": self.tr("Proposed"),
            "planned": self.tr("Planned"),
            "accepted": self.tr("Accepted"),
            "active": self.tr("Active"),
            "on-hold": self.tr("On hold"),
            "completed": self.tr("Completed"),
            "cancelled": self.tr("Cancelled"),
            "rejected": self.tr("Rejected"),
        }

    def achievements(self) -> dict[str, str]:
        """Words of FHIR Goal.achievementStatus."""
        return {
            "in-progress": self.tr("In progress"),
            "improving": self.tr("Improving"),
            "worsening": self.tr("Getting worse"),
            "no-change": self.tr("No change"),
            "achieved": self.tr("Reached"),
            "sustaining": self.tr("Keeping it up"),
            "not-achieved": self.tr("Not reached"),
            "no-progress": self.tr("No progress"),
            "not-attainable": self.tr("Cannot be reached"),
        }

    def action_statuses(self) -> dict[str, str]:
        """Words of the states of an action."""
        return {
            "not-started": self.tr("Not started"),
            "scheduled": self.tr("Scheduled"),
            "in-progress": self.tr("In progress"),
            "on-hold": self.tr("On hold"),
            "completed": self.tr("Done"),
            "cancelled": self.tr("Cancelled"),
            "stopped": self.tr("Stopped"),
        }

    def goal_chip(self, status: str, achievement: str | None) -> Chip:
        """How a goal stands: what was reached first, else where in its life it is."""
        levels = {
            "improving": Level.GOOD, "achieved": Level.GOOD, "sustaining": Level.GOOD, "completed": Level.GOOD,
            "worsening": Level.HIGH, "not-achieved": Level.CAUTION, "no-progress": Level.CAUTION,
            "no-change": Level.CAUTION, "on-hold": Level.CAUTION, "in-progress": Level.INFO, "active": Level.INFO,
        }  # fmt: skip
        if achievement in self.achievements() and status not in ("cancelled", "rejected", "on-hold"):
            return Chip(levels.get(achievement or "", Level.NEUTRAL), self.achievements()[achievement or ""])
        return Chip(levels.get(status, Level.NEUTRAL), self.statuses().get(status, status))

    def action_chip(self, row: PlanActionRow) -> Chip:
        """How an action stands; late is told before the state."""
        if row.days_late > 0:
            return Chip(Level.HIGH, self.tr("%n d late", "", row.days_late))
        levels = {
            "completed": Level.GOOD, "in-progress": Level.INFO, "scheduled": Level.INFO, "on-hold": Level.CAUTION
        }  # fmt: skip
        return Chip(levels.get(row.status, Level.NEUTRAL), self.action_statuses().get(row.status, row.status))

    def owner(self, owner: Owner | None) -> str:
        """Who it belongs to; the patient by that word."""
        if owner is None:
            return ""
        return self.tr("Patient") if owner.kind is OwnerKind.PATIENT else owner.name

    def owner_long(self, owner: Owner) -> str:
        """Name with what they are, for choosing."""
        kinds = {
            OwnerKind.USER: self.tr("here"),
            OwnerKind.PATIENT: self.tr("patient"),
            OwnerKind.PRACTITIONER: self.tr("outside"),
            OwnerKind.PERSON: self.tr("outside"),
        }
        about = ", ".join(part for part in (owner.organization, kinds[owner.kind]) if part)
        return f"{owner.name} ({about})"

    def due(self, draft: ActionDraft | GoalDraft) -> str:
        """The day, or nothing."""
        return self._context.formatting.date(draft.due_on)

    def goal_title(self, draft: GoalDraft, target: str | None) -> str:
        """The patient's own words first, else the clinical text, else the target."""
        return f"“{draft.words}”" if draft.words else draft.text or target or self.tr("Goal")

    def condition_status(self, status: str | None) -> str:
        """The clinical status of a problem when it is not simply active."""
        return {
            "recurrence": self.tr("recurrence"),
            "relapse": self.tr("relapse"),
            "remission": self.tr("in remission"),
        }.get(status or "", "")

    def referral_state(self, state: str) -> str:
        """Words of a referral's state."""
        return {
            "draft": self.tr("To send"),
            "sent": self.tr("Sent"),
            "received": self.tr("Received"),
            "more_info": self.tr("More asked"),
            "accepted": self.tr("Accepted"),
            "declined": self.tr("Declined"),
            "scheduled": self.tr("Booked"),
            "no_show": self.tr("No-show"),
            "visit_cancelled": self.tr("Visit cancelled"),
            "seen": self.tr("Seen"),
            "report_received": self.tr("Note back"),
            "reviewed": self.tr("Note reviewed"),
            "patient_informed": self.tr("Patient told"),
            "closed": self.tr("Closed"),
            "cancelled": self.tr("Cancelled"),
            "patient_declined": self.tr("Patient declined"),
            "expired": self.tr("Expired"),
            "rerouted": self.tr("Sent elsewhere"),
        }.get(state, state.replace("_", " ").replace("-", " ").capitalize())

    def ball(self, ball_with: str | None) -> str:
        """Who has to do something now."""
        return {
            "us": self.tr("our turn"),
            "consultant": self.tr("consultant's turn"),
            "clinician": self.tr("clinician's turn"),
            "patient": self.tr("patient's turn"),
        }.get(ball_with or "", "")
