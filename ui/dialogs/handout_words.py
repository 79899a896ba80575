"""What the pages for a patient are called on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.handed_out import EXPLAINED, NOT_DONE, SAID_RIGHT
from icm_desktop.contracts.handouts import KINDS
from icm_desktop.contracts.phrases import PageLanguage


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


def languages(further: Iterable[PageLanguage] = ()) -> list[tuple[str, str]]:
    """(name, code) of every language that pages are made in.

    Those of the program first; `further` ones by their own names, with how much of them is not there yet.
    """
    ours = {
        "en": QCoreApplication.translate("Handouts", "English"),
        "es": QCoreApplication.translate("Handouts", "Spanish"),
    }
    more = [(_with_what_is_missing(one), one.code) for one in further if one.code not in ours]
    return [*((name, code) for code, name in ours.items()), *more]


def _with_what_is_missing(language: PageLanguage) -> str:
    if not language.missing:
        return language.name
    draft = QCoreApplication.translate("Handouts", "draft, {number} of {whole} sentences still in English")
    return f"{language.name} ({draft.format(number=language.missing, whole=language.whole)})"


def section_words(sections: Iterable[str]) -> str:
    """What reads differently on an outdated page: "medicines, visits"."""
    words = {
        "medicine": QCoreApplication.translate("Handouts", "medicines"),
        "visit": QCoreApplication.translate("Handouts", "visits"),
        "step": QCoreApplication.translate("Handouts", "steps of the plan"),
        "goal": QCoreApplication.translate("Handouts", "goals"),
        "team": QCoreApplication.translate("Handouts", "care team"),
        "stay": QCoreApplication.translate("Handouts", "hospital stay"),
        "advice": QCoreApplication.translate("Handouts", "what to do and watch"),
        "contact": QCoreApplication.translate("Handouts", "whom to call"),
        "person": QCoreApplication.translate("Handouts", "name or birth date"),
    }
    return ", ".join(words.get(one, one) for one in sections)


def teach_back_words() -> dict[str, str]:
    """What asking back came to."""
    return {
        SAID_RIGHT: QCoreApplication.translate("Handouts", "Said it correctly"),
        EXPLAINED: QCoreApplication.translate("Handouts", "Needed help, explained again"),
        NOT_DONE: QCoreApplication.translate("Handouts", "Not done"),
    }
