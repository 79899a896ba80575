"""Hostile text typed into the real registration form: every screen shows it as text, or the form says what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from icm_desktop.contracts.patients import PatientDetails
from tests.people.hostile import HOSTILE, HUGE, REFUSED, kept
from tests.ui.desk import sit_down
from ui.dialogs.register_patient import RegisterPatientDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.about import AboutTab
from ui.pages.patients import PatientsPage

MARKUP = ("<b>bold</b>", "<img src=x onerror=a()>", "&amp;lt;", "%s %d {0} {x}", "محمد علي", "line\r\nbreak", "a\0b")
TYPED = ("family", "given", "preferred_name", "city", "contact_name")


@pytest.fixture
def desk(qtbot, tmp_path):
    found = sit_down(tmp_path, (PatientsPage, ChartPage))
    yield found
    assert found.crashes == []


def _typed(desk, hostile):
    """The form after Register was pressed, and the head of who was saved."""
    dialog = RegisterPatientDialog(desk.context, PatientDetails(family=""), parent=desk.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    saved = []
    dialog.saved.connect(lambda done: saved.append(done.head))
    dialog.open()
    for name in TYPED:
        edit = dialog.fields[name].edit
        assert isinstance(edit, QLineEdit)
        edit.setText(hostile)
    dialog.submit()
    if not saved and not dialog.alike.isHidden():
        looked = dialog.alike.findChild(QCheckBox)
        assert looked is not None
        looked.setChecked(True)  # somebody looked: another person
        dialog.submit()
    return dialog, saved[0] if saved else None


def test_what_was_typed_stands_in_the_list_as_it_is_kept_or_is_refused_beside_its_field(desk):
    expected = {}
    for hostile in HOSTILE:
        dialog, head = _typed(desk, hostile)
        shown = dialog.fields["family"].edit.text()
        wanted = kept(shown, 100)
        if wanted in (REFUSED, None):
            assert head is None
            assert dialog.isVisible()
            assert any(field._message.text for field in dialog.fields.values()) or dialog.summary.text
            dialog.reject()
        else:
            assert head is not None, hostile
            expected[head.id] = (wanted, desk.context.formatting.name(head))
        dialog.deleteLater()
    page = desk.page("patients")
    page.view.set_on(["all"])
    page.refresh()
    rows = {row.head.id: row for row in page.table.rows()}
    for patient_id, (wanted, name) in expected.items():
        assert rows[patient_id].head.family == wanted
        place = page.table.rows_model.place_of(patient_id)
        assert page.table.rows_model.index(place, 0).data() == name
        assert wanted.upper() in name
    assert len(expected) >= 36


def test_chart_and_about_show_it_as_plain_text(desk):
    for hostile in MARKUP:
        _dialog, head = _typed(desk, hostile)
        desk.context.navigation.open_chart(head.id)
        page = desk.page("chart")
        page.show_tab("about")
        tab, wanted = page.tab_of(AboutTab), kept(hostile, 100)
        assert tab.sections["names"].list.facts()[0].text.count(wanted) == 2
        assert tab.sections["contact"].list.facts()[0].text == wanted
        labels = [label for label in desk.window.findChildren(QLabel) if label.isVisible()]
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
        assert wanted is not None
        assert any(wanted.upper() in label.text() for label in page.banner.findChildren(QLabel))
        assert wanted.upper() in desk.window.windowTitle()


def test_a_megabyte_does_not_stop_the_form(desk):
    dialog, head = _typed(desk, HUGE)
    assert head is None
    assert "100" in dialog.fields["family"]._message.text or dialog.fields["family"].edit.text() != HUGE
    dialog.reject()
