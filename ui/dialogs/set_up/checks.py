"""What can be wrong with an NPI or with languages in the form of a clinician or of somebody in the directory."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from icm_desktop.domain.npi import is_npi
from ui.widgets.languages_edit import LanguagesEdit


def npi_problem(edit: QLineEdit) -> str:
    """The sentence for what is no NPI, or ""."""
    text = edit.text().strip()
    if not text or is_npi(text):
        return ""
    return QCoreApplication.translate("FormChecks", "This is no NPI: ten digits, and the last one checks the others.")


def languages_problem(edit: LanguagesEdit) -> str:
    """The sentence for a word that is no language, or ""."""
    if edit.codes is not None:
        return ""
    return QCoreApplication.translate("FormChecks", "Write languages with commas, for example English, Spanish.")
