"""The Progress tab by keyboard, with the golden patient imported."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.permissions import Role
from tests.ui.clock import get_up, make_still_practice
from tests.ui.desk import sit_down
from ui.pages.chart import ChartPage
from ui.pages.progress_words import ProgressWords
from ui.pages.today import TodayPage


@pytest.fixture(scope="module")
def practice(tmp_path_factory, golden_dir):
    made = make_still_practice(tmp_path_factory.mktemp("golden"))
    made.open(Role.COORDINATOR).run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    yield made
    made.database.close()


@pytest.fixture
def desk(tmp_path, practice, qtbot):
    made = sit_down(tmp_path, (TodayPage, ChartPage), Role.COORDINATOR, practice=practice)
    yield made
    get_up(made.window)
    assert made.crashes == []


def open_tab(desk, qtbot, key="Ctrl+Shift+7"):
    desk.context.navigation.open_chart(1)
    chart = desk.page("chart")
    qtbot.waitUntil(lambda: chart.chart is not None)
    desk.press(key)
    assert chart.current_tab() == "progress"
    return chart.tab


def test_values_say_where_they_go_with_their_span_and_stage(desk, qtbot):
    tab = open_tab(desk, qtbot)
    facts = {fact.key: fact for fact in tab.values.list.facts()}
    egfr = facts["egfr"]
    assert egfr.text == "eGFR 34 mL/min/1.73 m²" and egfr.aside == "18-Nov-2026" and egfr.chip.word == "G3b"
    assert egfr.trend == (46, 45, 44, 43, 34)
    assert egfr.detail[0].startswith("Falls by 5.") and "5 values in 24 months" in egfr.detail[0]
    assert egfr.detail[1] == "G3b since 12-Nov-2025, before that G3a, confirmed 20-May-2026"
    assert egfr.detail[2].startswith("−20.9 % since the value before: evaluate")
    assert "least squares" in tab.method.text() and "not confirmed" in tab.method.text()
    assert facts["phq9"].detail[-1] == "From 16 (10-Sep-2025) to 11: −31.3 %"
    assert facts["blood_pressure"].text == "Blood pressure 118/70 mm Hg"
    assert tab.visits.list.facts()[0].text == "Kept 1 of 2 (50 %) since 20-Nov-2025"


def test_enter_shows_every_value_behind_and_where_the_limits_come_from(desk, qtbot):
    tab = open_tab(desk, qtbot)
    tab.values.list.setFocus()
    desk.press("Return")
    QApplication.processEvents()
    dialog = desk.dialog()
    assert [row[1].value for row in dialog.table.rows()] == [34, 43, 44, 45, 46]
    words = " ".join(text.text() for text in dialog.findChildren(type(tab.values.heading)))
    assert "5 of 5 values count" in words and "KDIGO 2024" in words and "a proposal, not confirmed" in words
    desk.press("Return")
    assert QApplication.activeModalWidget() is None


def test_three_keys_write_down_how_a_medicine_is_taken_and_undo_takes_it_back(desk, qtbot):
    tab = open_tab(desk, qtbot, "Ctrl+M")
    assert tab.medicines.list.hasFocus()
    first = tab.medicines.list.facts()[0]
    assert "Nobody asked yet how it is taken." in first.detail
    desk.press("Return", "A", "Return")
    after = tab.medicines.list.facts()[0]
    assert after.chip.word == "Taken as directed" and "asked 20-Nov-2026 by Rosa Diaz" in after.detail[0]
    assert tab.medicines.list.currentIndex().row() == 1  # one after the other
    desk.press("Ctrl+Z")
    assert tab.medicines.list.facts()[0].chip is None


def test_missed_doses_with_a_reason_and_the_answers_before(desk, qtbot):
    tab = open_tab(desk, qtbot, "Ctrl+M")
    desk.press("Return", "S")
    dialog = desk.dialog()
    dialog.doses.setText("3")
    dialog.days.setText("7")
    dialog.reason.setCurrentIndex(dialog.reason.findData("cost"))
    desk.press("Ctrl+Return")
    fact = tab.medicines.list.facts()[0]
    assert fact.detail[0] == "Some doses missed, 3 in 7 days, cost (asked 20-Nov-2026 by Rosa Diaz)"
    tab.medicines.list.setCurrentIndex(tab.medicines.list.model().index(0, 0))
    desk.press("F2")
    words = " ".join(text.text() for text in desk.dialog().findChildren(type(tab.values.heading)))
    assert "Said before" in words and "3 in 7 days" in words
    desk.dialog().doses.setText("many")
    desk.press("S", "Return")
    assert "whole number" in desk.dialog().fields["missed_doses"]._message.text
    desk.dialog().reject()


def test_summary_tells_in_short_and_leads_here(desk, qtbot):
    desk.context.navigation.open_chart(1)
    chart = desk.page("chart")
    qtbot.waitUntil(lambda: chart.chart is not None)
    assert chart.current_tab() == "summary"
    section = chart.tab.adherence
    assert section.list.facts()[0].key == "medicines"
    assert section.list.facts()[-1].text == "Visits since 20-Nov-2025: kept 1, missed 1"
    section.list.setFocus()
    desk.press("Home", "Return")
    assert chart.current_tab() == "progress"
    assert chart.tab.medicines.list.hasFocus()
    chart.show_tab("summary")
    section.list.setFocus()
    desk.press("End", "Return")
    assert chart.tab.visits.list.hasFocus()


def test_words_in_short_never_take_what_nobody_recorded_for_taken(desk):
    words, found = ProgressWords(desk.context), desk.run("queries.adherence.overview", 1)
    nothing = replace(found, known=0, not_as_told=(), visits=replace(found.visits, kept_ours=0, missed_ours=0,
                      kept_outside=0, missed_outside=0, unknown=2))  # fmt: skip
    taken, visits = words.overview(nothing)
    assert (taken.text, taken.chip) == ("How medicines are taken: not recorded", None)
    assert visits.text == "Kept and missed visits: not recorded since 20-Nov-2025"
    assert visits.detail == ("Outcome not recorded for 2",)
    some = words.overview(replace(found, known=1, not_as_told=(), medicines=3))[0]
    assert (some.text, some.detail) == (
        "Not as told: 0 of 1 medicines asked about", ("Not recorded for 2 of 3 medicines",),
    )  # fmt: skip
    assert not any("100" in fact.text for fact in words.overview(nothing))


def test_what_one_patient_misses_is_gone_before_the_next_chart_shows(desk, qtbot):
    desk.context.navigation.open_chart(1)
    chart = desk.page("chart")
    qtbot.waitUntil(lambda: chart.chart is not None)
    tab = chart.tab
    tab.show_patient(2)
    assert tab.adherence.list.facts() == ()


@pytest.mark.parametrize(
    ("per_year", "words"),
    [(5.0, "Rises by 5 mL/min/1.73 m² a year"), (-5.0, "Falls by 5 mL/min/1.73 m² a year"), (0.1, "Steady"),
     (None, "Too few values to tell a direction")],
)  # fmt: skip
def test_a_direction_is_said_in_words(desk, per_year, words):
    row = next(one for one in desk.run("queries.progress.progress", 1).trajectories if one.id == "egfr")
    told = ProgressWords(desk.context).slope(replace(row, slope=replace(row.slope, per_year=per_year)))
    assert told.startswith(words)
