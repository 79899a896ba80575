"""What the pages for a patient are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.handouts import KINDS


def kind_words() -> dict[str, str]:
    """Every kind with its name."""
    return {
        "next-steps": QCoreApplication.translate("Handouts", "Your next steps"),
        "my-plan": QCoreApplication.translate("Handouts", "My care plan"),
        "medicines": QCoreApplication.translate("Handouts", "My medicines"),
        "visits": QCoreApplication.translate("Handouts", "My visits"),
        "after-hospital": QCoreApplication.translate("Handouts", "After the hospital"),
        "what-to-do": QCoreApplication.translate("Handouts", "What to do and what to watch"),
    }


def kinds() -> tuple[tuple[str, str], ...]:
    """(name, kind) in the order they are offered."""
    words = kind_words()
    return tuple((words[kind], kind) for kind in KINDS)
