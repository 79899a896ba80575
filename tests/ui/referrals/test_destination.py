"""What is known of whom one refers to is said where one chooses."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.referrals import Destination


def test_hours_insurance_languages_and_our_own_wait_are_said(desk):
    desk.press("Ctrl+4")
    desk.referrals.new(desk.ana)
    QApplication.processEvents()
    dialog = desk.dialog()
    dialog.to.use(
        Destination("Dr Petrov", "555-010-2000", 1, None, hours="Mon-Thu", insurances="Medicaid", languages=("es",))
    )
    words = dialog.about.text()
    assert "Mon-Thu" in words and "takes Medicaid" in words and "too few to say" in words
