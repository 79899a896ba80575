"""Admin, Pathways: read, adopted by a named clinician, withdrawn, and both undone."""

from __future__ import annotations

from icm_desktop.permissions import Role
from tests.ui.admin.office import open_office, turn_to
from tests.ui.conftest import Sit
from ui.dialogs.outcome import Outcome
from ui.dialogs.set_up.adopt_pathway import AdoptPathwayDialog
from ui.pages.admin_sections.section import CHANGE

DIABETES = "type-2-diabetes"


def test_a_named_clinician_adopts_a_pathway_and_it_is_withdrawn(sit_at: Sit) -> None:
    desk = open_office(sit_at)
    section = turn_to(desk, "pathways")
    assert {section._state(row) for row in section.table.rows()} == {"Draft"}
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


def test_who_may_not_change_the_practice_reads_only(sit_at: Sit) -> None:
    desk = open_office(sit_at, Role.ADMINISTRATOR)
    other = sit_at((type(desk.page("admin")),), Role.COORDINATOR, desk.practice)
    other.context.navigation.open("admin", state={"section": "pathways"})
    section = turn_to(other, "pathways")
    section.table.go_to(DIABETES)
    assert section.can("read") and not section.can(CHANGE) and not section.may_change
