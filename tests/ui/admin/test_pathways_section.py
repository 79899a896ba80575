"""Admin, Pathways: read, adopted by a named clinician, withdrawn, and both undone."""

from __future__ import annotations

from icm_desktop.contracts.pathways import AdoptPathway, DecideStep, EnrolPatient, RefusedFile
from icm_desktop.permissions import Role
from tests.ui.admin.office import open_office, turn_to
from tests.ui.conftest import Sit
from ui.dialogs.outcome import Outcome
from ui.dialogs.pathway_variation import VariationWindow
from ui.dialogs.set_up.adopt_pathway import AdoptPathwayDialog
from ui.dialogs.set_up.edit_pathway import EditPathwayDialog, GoBackDialog
from ui.pages.admin_sections.section import CHANGE

DIABETES = "type-2-diabetes"


def test_a_named_clinician_adopts_a_pathway_and_it_is_withdrawn(sit_at: Sit) -> None:
    desk = open_office(sit_at)
    section = turn_to(desk, "pathways")
    assert {section._state(row) for row in section.table.rows()} == {"Draft"}
    assert not section.refused.isVisible()
    section._say_refused((RefusedFile("asthma.toml", 28, "0 is less than the minimum of 1"),))
    assert section.refused.text == "asthma.toml, line 28, is not used: 0 is less than the minimum of 1"
    section.table.go_to(DIABETES)
    section.table.setFocus()
    desk.press("Ctrl+Shift+R")
    shown = desk.dialog()
    assert isinstance(shown, Outcome) and shown.table.rowCount() > 100
    shown.accept()
    section.table.setFocus()
    desk.press("F2", "Return")
    form = desk.dialog()
    assert isinstance(form, AdoptPathwayDialog) and form.fields["adopted_by"].problem()
    desk.press("'Dr. Ana Ruiz'", "Return")
    assert (section._state(section.row), section._who(section.row)) == ("Adopted", "Dr. Ana Ruiz, 20-Nov-2026")
    section.table.setFocus()
    desk.press("Delete")
    assert section._state(section.row) == "Draft"
    desk.press("Ctrl+Z")
    assert section._state(section.row) == "Adopted"


def test_a_step_is_changed_for_the_practice_and_had_again_as_shipped(sit_at: Sit) -> None:
    desk = open_office(sit_at)
    section = turn_to(desk, "pathways")
    section.table.go_to(DIABETES)
    section.table.setFocus()
    desk.press("Ctrl+Shift+S")
    form = desk.dialog()
    assert isinstance(form, EditPathwayDialog)
    form.part.setCurrentIndex(next(at for at, one in enumerate(form._found.parts) if one.id == "foot-exam"))
    form.number.setText("0")
    form.title.setText("Feet looked at")
    assert [form.fields[name].problem() for name in ("every", "title_es", "reason")] == [
        "Write a number above 0.", "Write it in Spanish too.", "Write why.",
    ]  # fmt: skip
    form.number.setText("6")
    form.title_es.setText("Pies revisados")
    form.reason.setText("our podiatrist asks for it")
    desk.press("Ctrl+Return")
    row = section.row
    assert row is not None and section._version(row) == "2026.1, edition 1"
    desk.context.actions.action("admin.pathways.editions").handler()
    shown = desk.dialog()
    assert isinstance(shown, Outcome)
    cells = [[shown.table.item(at, column) for column in range(4)] for at in range(shown.table.rowCount())]
    said = [[cell.text() if cell else "" for cell in row] for row in cells]
    assert said[0][0].endswith("our podiatrist asks for it")
    assert said[0][1:] == ["Foot examination: how often", "12 months", "6 months"]
    assert said[-1][1] == "as shipped"
    shown.accept()
    desk.context.actions.action("admin.pathways.back").handler()
    back = desk.dialog()
    assert isinstance(back, GoBackDialog)
    back.reason.setText("a mistake")
    desk.press("Ctrl+Return")
    row = section.row
    assert row is not None and section._version(row) == "2026.1, edition 2"


def test_what_a_pathway_for_everyone_asks_is_made_work_on_today(sit_at: Sit) -> None:
    desk = open_office(sit_at)
    section = turn_to(desk, "pathways")
    section.table.go_to("preventive-basics")
    section.table.setFocus()
    desk.press("Ctrl+Shift+S")
    form = desk.dialog()
    assert isinstance(form, EditPathwayDialog)
    form.part.setFocus()
    desk.press("End")
    assert form.calls.isVisible() and not form.owner.isVisible() and not form.off.isVisible()
    form.calls.setFocus()
    desk.press("Space")
    form.reason.setFocus()
    desk.press("'we call them in'", "Ctrl+Return")
    row = section.row
    assert row is not None and section._version(row) == "2026.1, edition 1"
    found = desk.run("queries.pathway_edits.editable", row.id)
    assert next(line[1:] for line in section._words.rows(found)) == ("Preventive basics: work on Today", "no", "yes")


def test_what_is_skipped_shows_the_people_behind_each_number(sit_at: Sit) -> None:
    desk = open_office(sit_at)
    admin = desk.practice.open(Role.ADMINISTRATOR)
    row = next(one for one in admin.run("queries.pathways.shipped") if one.id == DIABETES)
    admin.run("services.pathways.adopt", AdoptPathway(DIABETES, row.digest, "Dr. Ana Ruiz"))
    ana = desk.register("Lopez", "Ana", "1961-03-04")
    admin.run("services.pathways.enrol", EnrolPatient(ana, DIABETES))
    admin.run("services.pathways.decide", DecideStep(ana, "eye-exam", "declined", "afraid of the drops"))
    section = turn_to(desk, "pathways")
    section.refresh()
    section.table.setFocus()
    desk.press("Ctrl+Shift+V")
    shown = desk.dialog()
    assert isinstance(shown, VariationWindow)
    assert shown.table.go_to((None, DIABETES, "eye-exam"))
    assert shown.about.text() == "Type 2 diabetes, Dilated eye examination: 1 of 1, 100 %"
    assert [shown._person(row) for row in shown.people.rows()] == ["LOPEZ, Ana, Declined, afraid of the drops"]
    shown.pathway.setCurrentIndex(1)
    shown.by.setCurrentIndex(1)
    assert {shown._group(row) for row in shown.table.rows()} == {"no visit yet"}
    shown.accept()


def test_who_may_not_change_the_practice_reads_only(sit_at: Sit) -> None:
    desk = open_office(sit_at, Role.ADMINISTRATOR)
    other = sit_at((type(desk.page("admin")),), Role.COORDINATOR, desk.practice)
    other.context.navigation.open("admin", state={"section": "pathways"})
    section = turn_to(other, "pathways")
    section.table.go_to(DIABETES)
    assert section.can("read") and not section.can(CHANGE) and not section.may_change
