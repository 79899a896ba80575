"""A consent about substance use by keyboard: what it lacks is said, the form printed, kept, revoked and given back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.permissions import Role
from tests.handouts.reading import text
from tests.ui.about.opening import about_tab
from tests.ui.audit import audit
from tests.ui.desk import sit_down
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.theme import Theme, ThemeName


@pytest.fixture
def desk(qtbot, tmp_path):
    found = sit_down(tmp_path, (PatientsPage, ChartPage), Role.COORDINATOR)
    found.ana = found.register("Lopez", "Maria", "1958-03-04", language="es")
    yield found
    assert found.crashes == []


def opened(desk, tab):
    assert tab.open("consent:")
    dialog = desk.dialog()
    box = dialog.fields["scope"].edit
    box.setCurrentIndex(box.findData("part2"))
    QApplication.processEvents()
    return dialog


def test_what_the_consent_lacks_is_said_until_it_is_whole_then_kept_revoked_and_given_back(desk):
    tab = about_tab(desk)
    dialog = opened(desk, tab)
    assert audit(dialog) == []
    assert "what is shared, naming substance use" in dialog.part2.lacks.text
    assert "with whom" in dialog.part2.lacks.text and "until when" in dialog.part2.lacks.text
    dialog.fields["covers"].edit.boxes["substance_use"].setChecked(True)
    dialog.part2.by_class.setChecked(True)
    dialog.fields["expiry_event"].edit.setText("none")
    dialog.part2.look()
    QApplication.processEvents()
    assert dialog.part2.lacks.text == "It has everything 42 CFR 2.31 asks for."
    dialog.part2.print_form()
    QApplication.processEvents()
    preview = next(one for one in desk.window.findChildren(SheetPreview) if one.isVisible())
    form = " ".join(text(preview.pdf).split())
    for part in ("Consentimiento para compartir registros de consumo de sustancias", "Maria Lopez", "planes de salud",
                 "Hasta que se revoque", "Puedo revocar este consentimiento", "Mi atención aquí no depende",
                 "Firma del paciente"):  # fmt: skip
        assert part in form
    preview.close()
    desk.press("Ctrl+Return")
    (row,) = desk.run("queries.about.about", desk.ana).consents
    assert (row.lacks, row.purpose, row.recipient_class, row.expiry_event) == ((), "tpo", "tpo", "none")
    assert tab.open(f"consent:{row.id}")
    desk.dialog().revoke_button.click()
    QApplication.processEvents()
    desk.press("'Changed her mind'", "Ctrl+Return")
    (fact,) = tab.sections["consent"].list.facts()
    assert fact.chip is not None and fact.chip.word == "Revoked"
    desk.press("Ctrl+Z")
    (fact,) = tab.sections["consent"].list.facts()
    assert fact.chip is None or fact.chip.word != "Revoked"


def test_a_consent_that_lacks_something_is_not_valid_and_says_what(desk):
    tab = about_tab(desk)
    opened(desk, tab)
    desk.press("Ctrl+Return")
    (fact,) = tab.sections["consent"].list.facts()
    assert fact.chip is not None and fact.chip.word == "Not valid"
    assert any("it lacks what is shared, naming substance use; with whom" in line for line in fact.detail)


def test_every_choice_is_within_the_form_in_large_letters(desk, english):
    english.use("es")
    Theme.current().apply(ThemeName.LIGHT, 20)
    try:
        dialog = opened(desk, about_tab(desk))
        assert dialog.inside.minimumSizeHint().width() <= dialog.area.viewport().width()
    finally:
        Theme.current().apply(ThemeName.LIGHT, 10)
        english.use("en")


def test_what_is_asked_of_it_depends_on_what_it_covers_and_a_refusal_is_asked_nothing(desk):
    about_tab(desk).open("consent:")
    dialog = desk.dialog()
    assert not dialog.part2.print_button.isVisible()
    dialog.fields["covers"].edit.boxes["substance_use"].setChecked(True)
    QApplication.processEvents()
    assert dialog.part2.print_button.isVisible() and "with whom" in dialog.part2.lacks.text
    answer = dialog.fields["decision"].edit
    answer.setCurrentIndex(answer.findData("deny"))
    QApplication.processEvents()
    assert not dialog.part2.lacks.isVisible() and not dialog.part2.print_button.isVisible()
