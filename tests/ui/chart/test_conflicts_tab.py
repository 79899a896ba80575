"""The chart's Conflicts tab: worst first, with facts, source and what was not checked."""

from __future__ import annotations

from db.models.clinical import Condition, MedicationEntry
from tests.ui.audit import audit, settle
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk
from ui.dialogs.conflicts import DecideConflictDialog
from ui.pages.chart_tabs.conflicts import ConflictsTab


def open_tab(desk: Desk, *medicines: str) -> ConflictsTab:
    patient_id = desk.register("Lopez", "Maria", "1961-03-04")
    with desk.practice.open().write("test") as uow:
        heart = {"patient_id": patient_id, "status": "active", "onset_when": "2019-03-01", "text": "Heart failure"}
        uow.session.add(Condition(code_system="http://hl7.org/fhir/sid/icd-10-cm", code="I50.22", **heart))
        for name in medicines:
            uow.session.add(MedicationEntry(patient_id=patient_id, kind="entry", status="active", text=name))
    desk.context.navigation.open_chart(patient_id, tab="conflicts")
    settle()
    return chart_of(desk).tab_of(ConflictsTab)


def test_conflicts_stand_worst_first_with_facts_source_and_what_was_not_checked(desk: Desk) -> None:
    tab = open_tab(desk, "lisinopril 20 mg tablet", "Aleve", "furosemide 40 mg tablet", "Turmeric")
    rows = tab.table.rows()
    assert [tab._chip(row).word for row in rows] == ["Stop", "Stop", "NOT CHECKED"]
    assert [tab._what(row) for row in rows][-1] == "Turmeric"
    assert "3 of 4" in tab.checked.text and "not a complete" in tab.checked.text
    assert [tab._state_word(row) for row in rows] == ["Open", "Open", ""]
    told = {fact.text: fact.detail for fact in tab._facts(rows[1])}
    assert "C15" in told["Source"][0] and told["Medicine"] == ("Aleve",)
    assert "I50" in told["Problem"][0]
    assert "NSAID" in tab.row_sentence(rows[0])


def test_nothing_found_says_what_the_rules_are(desk: Desk) -> None:
    tab = open_tab(desk)
    assert not tab.table.rows()
    assert "not a complete interaction database" in tab.nothing()[1]


def test_a_clinician_resolves_one_by_keys_and_never_by_one_of_them(clinician: Desk) -> None:
    tab = open_tab(clinician, "Aleve")
    tab.focus_first()
    clinician.press("Ctrl+Return")  # opens the decision; the keyboard is where the reason is typed
    dialog = clinician.dialog()
    assert isinstance(dialog, DecideConflictDialog) and audit(dialog) == []
    clinician.press("Ctrl+Return")
    assert dialog.isVisible()  # nothing is decided without a reason
    clinician.press("'stopped today'", "Ctrl+Return")
    assert [tab._state_word(row) for row in tab.table.rows()] == []
    tab.kinds.set_on(["decided"])
    tab.show_lines()
    (row,) = tab.table.rows()
    assert tab._state_word(row) == "Resolved"
    assert "stopped today" in {part for fact in tab._facts(row) for part in fact.detail}


def test_a_coordinator_is_not_offered_to_decide(desk: Desk) -> None:
    open_tab(desk, "Aleve")
    offered = {
        one for one in ("decide", "override", "mute", "ask", "assign") if f"conflicts.{one}" in desk.context.actions
    }
    assert offered == {"ask", "assign"}
