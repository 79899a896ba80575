"""To whom a late referral went, and to whom it goes when nothing happens, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.referrals import LadderStep
from ui.context import AppContext


class LadderWords:
    """Words about steps of escalation in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("LadderWords", text)

    def reached(self, ladder: Sequence[LadderStep]) -> LadderStep | None:
        """The last step that was reached."""
        today = self._context.formatting.today()
        return next((step for step in reversed(ladder) if step.on <= today), None)

    def who(self, step: LadderStep) -> str:
        """The person, else the role."""
        role = {"coordinator": self.tr("the coordinator"), "clinician": self.tr("a clinician")}[step.to]
        return step.name or role

    def shortly(self, ladder: Sequence[LadderStep]) -> str:
        """ "Late: also with Rosa Diaz since 12-Nov-2026", or nothing."""
        step = self.reached(ladder)
        if step is None:
            return ""
        words = self.tr("Late: also with {who} since {date}")
        return words.format(who=self.who(step), date=self._context.formatting.date(step.on))

    def lines(self, ladder: Sequence[LadderStep]) -> list[str]:
        """Every step that was reached, and the next one with its day."""
        shown = self._context.formatting
        found = []
        for step in ladder:
            came = step.on <= shown.today()
            words = (
                self.tr("Late: went to {who} on {date}.")
                if came
                else self.tr("If nothing happens: to {who} on {date}.")
            )
            line = words.format(who=self.who(step), date=shown.date(step.on))
            by_calls = self.tr("Nobody was reached by phone.") if came and step.by_calls else ""
            found.append(" ".join(part for part in (line, by_calls) if part))
            if not came:
                break
        return found
