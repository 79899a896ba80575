"""Hostile text typed into the real registration form: every screen shows it as text, or the form says what is wrong."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from icm_desktop.contracts.exports import SaveTable
from icm_desktop.contracts.patients import PatientDetails
from icm_desktop.domain.csv_text import safe
from tests.people.everywhere import everywhere
from tests.people.hostile import HOSTILE, HUGE, REFUSED, kept
from tests.ui.desk import sit_down
from ui.dialogs.register_patient import RegisterPatientDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.about import AboutTab
from ui.pages.patients import PatientsPage

MARKUP = ("<b>bold</b>", "<img src=x onerror=a()>", "&amp;lt;", "%s %d {0} {x}", "محمد علي", "line\r\nbreak", "a\0b")
PRINTABLE = [one for one in HOSTILE if kept(one, 30) not in (REFUSED, None)][::3]  # all of them: tests/people
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


SECTIONS = {"names": 3, "telecom": 2, "address": 1, "preferences": 2, "contact": 1, "alert": 1, "consent": 1,
            "coverage": 1, "death": 1}  # fmt: skip


def _shown_and_written(desk, hostile, path):
    """What About shows of somebody with the text in every field, painted; and the same lines written as a list."""
    patient_id = desk.register("Hostile")
    everywhere(desk, patient_id, hostile)
    desk.context.navigation.open_chart(patient_id)
    page = desk.page("chart")
    page.show_tab("about")
    assert not desk.window.grab().isNull()
    facts = {kind: section.list.facts() for kind, section in page.tab_of(AboutTab).sections.items()}
    rows = tuple((fact.text, " ".join(fact.detail)) for each in facts.values() for fact in each)
    desk.run("services.exports.save_table", SaveTable(str(path), "patients", ("Fact", "Detail"), rows))
    return {kind: " ".join(" ".join(fact.spoken.split()) for fact in each) for kind, each in facts.items()}, rows


def test_every_field_about_a_person_is_shown_and_written_to_a_file_as_it_is_kept(desk, tmp_path):
    path = tmp_path / "about.csv"
    for hostile in PRINTABLE:
        wanted = " ".join((kept(hostile, 30) or "").split())
        shown, rows = _shown_and_written(desk, hostile, path)
        assert {kind for kind, least in SECTIONS.items() if shown[kind].count(wanted) < least} == set(), hostile
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file))[1:] == [[safe(cell) for cell in row] for row in rows]


def test_a_megabyte_does_not_stop_the_form(desk):
    dialog, head = _typed(desk, HUGE)
    assert head is None
    assert "100" in dialog.fields["family"]._message.text or dialog.fields["family"].edit.text() != HUGE
    dialog.reject()
