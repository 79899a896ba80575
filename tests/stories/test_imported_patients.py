"""Imported patients on the coordinator's way, by keyboard: evidence, due work, plan, versions, screening, discharge.

Mr. Trujillo has diabetes and kidney disease, Mrs. Johnson heart failure and a low mood, Mrs. Malave was in an emergency
room seven times. `ICM_TEST_PICTURES` keeps the pictures.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from icm_desktop import paths
from tests.cli.conftest import Shell, make_shell
from tests.stories.conftest import PASSWORDS, add_user
from tests.stories.person import Person
from tests.windows import close_all
from ui import app
from ui.dialogs.plan_versions import PlanVersionsDialog
from ui.dialogs.safety_assessment import SafetyAssessmentDialog
from ui.pages.chart_tabs.conflicts import ConflictsTab
from ui.pages.chart_tabs.pathways import PathwaysTab
from ui.pages.pathway_words import PREVIEW, STEP
from ui.pages.today import TodayPage
from ui.preferences import Preferences
from ui.tour import shared_plan

pytestmark = pytest.mark.story

FILES = (
    "careplan-personas/sample-data/ckd",
    "synthea-fhir/exf-california/0d4fcba9-b3c9-1765-4a0f-120004c84bb3.json",
    "synthea-fhir/exf-california/da1f1c53-389a-1d2e-109f-12eae05cab2d.json",
)
ADOPTED = ("type-2-diabetes", "chronic-kidney-disease", "heart-failure", "hypertension", "depression")
PICTURES = os.environ.get("ICM_TEST_PICTURES", "")


class Coordinator(Person):
    """Takes pictures only for whoever wants them."""

    def picture(self, name: str, number: int | None = None) -> None:
        if PICTURES:
            super().picture(name, number)


@dataclass
class Office:
    """The program with the three imported patients, and the command line beside it."""

    shell: Shell
    person: Coordinator
    refs: dict[str, str]


@pytest.fixture(scope="module")
def office(qapp: QApplication, data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    close_all()
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("imported")
        patch.setenv("ICM_HOME", str(folder / "home"))
        shell = make_shell(paths.default_database().parent, "Larkspur Family Practice")
        for user, role in (("rosa", "coordinator"), ("kim", "clinician")):
            add_user(shell, user, role)
        for file in FILES:
            shell.json("import", data_dir / file)
        for pathway in ADOPTED:
            shell.json("pathways", "adopt", "--pathway", pathway, "--by", "Dr. Grace Kim")
        keeper = app.prepare(qapp, Preferences(paths.settings_file()))
        keeper.language.use("en")
        person = Coordinator(keeper, Path(PICTURES or folder))
        person.sign_in("rosa", PASSWORDS["rosa"])
        refs = {one["name"].split(",")[0]: one["ref"] for one in shell.json("patients")}
        yield Office(shell, person, refs)
        keeper.end()
        close_all()


@pytest.fixture(autouse=True)
def _nothing_is_left_open(office: Office) -> Iterator[None]:
    """A test that failed over an open dialog must not take the keys of the next one."""
    yield
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMenu):
            window.close()
        elif isinstance(window, QDialog) and window is not office.person.keeper.lock_screen:
            window.reject()
    office.person.no_dialog()


def test_diabetes_with_kidney_disease_from_the_suggestion_to_a_second_version(office: Office) -> None:
    person = office.person
    told = shared_plan.confirm_pathways(person, "trujillo")
    assert [line.partition(", ")[0] for line in told] == ["Chronic kidney disease", "Hypertension", "Type 2 diabetes"]
    assert "Disorder of kidney due to diabetes mellitus since 10-Feb-1997" in told[0]
    assert "Microalbuminuria due to type 2 diabetes mellitus" in told[2]
    screen_and_command_agree(office, "Trujillo801")

    shared_plan.due_on_today(person, "trujillo")
    person.sees("Order: A1c or GMI", "Ask: Social needs asked")
    found = shared_plan.check(person, "trujillo")
    assert any("hydrochlorothiazide" in line and "Naproxen" in line for line in found)
    person.sees("Checked 11 of 12 medicines")

    said = ("Me canso al subir la escalera", "Quiero ir a pie a la iglesia", "Call about A1c by fri")
    shared_plan.build_plan(person, "trujillo", *said)
    person.sees(*said[:2], "Call about A1c")
    versions = shared_plan.sign_off(person, "first-version")
    assert [one.state for one in versions.view.versions] == ["agreed"]
    person.press("Esc", "Home", "Down")
    versions = shared_plan.change_and_compare(person, "< 7.5 %")
    assert [one.state for one in versions.view.versions] == ["agreed", "superseded"]
    person.sees("Target: A1c < 7.5 %, before A1c < 8 %")
    assert isinstance(person.window, PlanVersionsDialog)
    person.press("Esc")
    person.no_dialog()


def screen_and_command_agree(office: Office, family: str) -> None:
    """What the tab shows is what `pathways due` prints, today and on a past day, which is printed the same again."""
    tab = shared_plan.show_tab(office.person, PathwaysTab)
    asked = ("pathways", "due", "--patient", office.refs[family])
    assert steps(tab) == confirmed(office.shell.json(*asked)) != set()
    office.person.press("Ctrl+Shift+F")
    office.person.write("2025-03-01")
    office.person.settle()
    then = office.shell.json(*asked, "--date", "2025-03-01")
    assert then == office.shell.json(*asked, "--date", "2025-03-01")
    assert {one["last"] for one in then} != {None} and not confirmed(then)  # nobody was in a pathway yet
    tab.kinds.set_on(["preview"])
    tab.show_lines()
    assert steps(tab, PREVIEW) == {(one["step"], one["due"], one["state"]) for one in then}
    tab.clear()


def confirmed(printed: list[dict[str, Any]]) -> set[tuple[str, str | None, str]]:
    """Step, day and state of each row that is work."""
    return {(one["step"], one["due"], one["state"]) for one in printed if one["confirmed"]}


def steps(tab: PathwaysTab, kind: str = STEP) -> set[tuple[str, str | None, str]]:
    """Step, day and state of each line that is shown."""
    lines = [line.item for line in tab.table.rows() if line.kind == kind]
    return {(one.step, one.due.isoformat() if one.due else None, one.state) for one in lines}


def test_a_heart_patient_is_asked_by_digits_and_the_score_suggests_the_pathway(office: Office) -> None:
    person = office.person
    shared_plan.screen(person, "betsy", "2221111111")
    person.sees("12, moderate")
    told = shared_plan.confirm_pathways(person, "betsy")
    assert any(line.startswith("Depression") and "PHQ-9 12 on" in line for line in told)
    assert any(
        line.startswith("Heart failure") and "Congestive heart failure since 02-Oct-2015" in line for line in told
    )
    shared_plan.due_on_today(person, "johnson")
    today = shared_plan.page(person, TodayPage)
    assert today.work is not None
    first = today.work.rows[0]
    assert (first.section, first.kind) == ("critical", "screening")
    person.press("Home", "Ctrl+D")  # no key ends it: a coordinator is told who may
    assert not any(
        isinstance(one, SafetyAssessmentDialog) and one.isVisible() for one in QApplication.topLevelWidgets()
    )
    assert today.work.rows[0].key == first.key


def test_somebody_often_in_the_emergency_room_comes_home_and_is_called_until_it_is_closed(office: Office) -> None:
    person = office.person
    shared_plan.discharge(person, "malave", "Lakeside Hospital")
    assert "Closed: Completed" in person.toast()
    rows = office.shell.json("worklist")
    assert not [
        one for one in rows if one["patient"] == office.refs["Malave728"] and "discharge" in one["title"].lower()
    ]
    person.press("Ctrl+Z")
    person.sees("MALAVE728", "Done")
    person.press("Ctrl+Z", "Ctrl+Z")
    person.sees("1 attempt; two in time suffice, go on trying")


def test_two_goals_contradict_each_other_until_a_clinician_decides_for_plan_and_page(office: Office) -> None:
    person, page = office.person, office.shell.folder / "page.txt"
    said = ("Me canso al subir la escalera", "Quiero ir a pie a la iglesia", "Call about A1c by fri")
    shared_plan.build_plan(person, "betsy", *said)  # less than 8 %; the imported goal of Dr. Carlson says less than 7 %
    person.press("Ctrl+Shift+L")
    person.unlock("kim", PASSWORDS["kim"])
    found = shared_plan.check(person, "betsy")
    assert "Stabilize Hemoglobin A1c" in found[0] and said[1] in found[0], found
    person.sees("Dr. John Carlson, MD", "Rosa")
    shared_plan.conflict_board(person)
    person.sees("JOHNSON, Betsy", "TRUJILLO801", "ACE inhibitor or ARB, a diuretic and an NSAID together")
    shared_plan.find(person, "betsy")
    tab = shared_plan.show_tab(person, ConflictsTab)
    tab.table.setFocus()
    person.press("Home")
    shared_plan.decide(person, "7.5", "69 years old, heart failure and kidney disease")
    decided = "At most 7.5 %, decided by Kim, instead of: "
    person.sees(f"{decided}Stabilize Hemoglobin A1c", f"{decided}“{said[1]}”")
    office.shell.json("handout", "--patient", office.refs["Johnson"], "--format", "text", "--out", page)
    printed = page.read_text("utf-8")
    assert "Keep your 3-month sugar test (A1c) at 7.5% or less." in printed
    assert "Stabilize" not in printed and said[1] not in printed
    states = {
        one["rule"]: one["state"]
        for one in office.shell.json("conflicts", "--patient", office.refs["Johnson"])["conflicts"]
    }
    assert states["G01"] == "resolved"
    person.press("Ctrl+Z")
    person.sees(f"Goal 1, “{said[1]}”")
