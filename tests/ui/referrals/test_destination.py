"""What is known of whom one refers to is said where one chooses."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from db.models.coverage import Coverage
from db.models.patient import Patient
from db.models.practice import Organization
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


def test_the_list_is_narrowed_to_who_speaks_the_language_and_takes_the_insurance(desk):
    with desk.practice.open().write("test") as uow:
        uow.session.get_one(Patient, desk.ana).language = "es"
        uow.session.add_all([
            Coverage(patient_id=desk.ana, payer="Medicaid", status="active", position=1),
            Organization(name="Heart North", languages=["es"], insurances="Medicaid"),
            Organization(name="Heart South", languages=["en"], insurances="Medicaid"),
        ])  # fmt: skip
    desk.press("Ctrl+4")
    desk.referrals.new(desk.ana)
    QApplication.processEvents()
    dialog = desk.dialog()
    dialog.to.setText("heart")
    names = dialog.to.completer().model()
    dialog.fitting.takes.click()
    QApplication.processEvents()
    assert names.stringList() == ["Heart North", "Heart South"]
    dialog.fitting.speaks.click()
    QApplication.processEvents()
    assert names.stringList() == ["Heart North"]
    assert "Medicaid" in dialog.fitting.takes.text() and dialog.fitting.nobody.isHidden()
    dialog.to.setText("nowhere at all")
    dialog.fitting.takes.click()
    QApplication.processEvents()
    assert not dialog.fitting.nobody.isHidden()
