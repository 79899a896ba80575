"""Every test of a screen begins in English, whatever the one before it spoke."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from ui.language import Language


@pytest.mark.parametrize("turn", [1, 2])
def test_a_language_left_over_cannot_matter(qapp: QApplication, turn: int) -> None:
    said = [QCoreApplication.translate("FirstUserStep", "%n more character(s) needed.", "", one) for one in (1, 2)]
    assert said == ["1 more character needed.", "2 more characters needed."]
    assert QCoreApplication.translate("SignInForm", "Sign in") == "Sign in"
    assert QLocale().language() == QLocale.Language.English
    if turn == 1:
        Language(qapp).use("es")
