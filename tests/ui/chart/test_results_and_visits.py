"""Results and Visits by keyboard: the line of values, the table twin, filters, and what belongs to a visit."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from db.models.clinical import Encounter, Observation
from db.models.scheduling import Appointment
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.results import ResultLine, ResultValue, Series
from tests.ui.audit import settle
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk
from ui.dialogs.fact import FactDialog
from ui.dialogs.series import SeriesDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.results import ResultsTab
from ui.pages.chart_tabs.visits import VisitsTab
from ui.pages.result_words import ResultWords
from ui.tables.export import TOLD


@pytest.fixture
def saved(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file a table is written to, once it was told that files are not encrypted."""
    path = tmp_path / "values.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.context.preferences.keep(TOLD, True)
    return path


def _open(desk: Desk, tab: str) -> ChartPage:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    mine = {"patient_id": patient_id, "status": "final", "category": "laboratory", "value_unit": "%", "code": "4548-4"}
    with desk.practice.open().write("test") as uow:
        uow.session.add_all(
            [
                *(
                    Observation(text="A1c", effective_when=f"2026-0{at}-01", value_number=value, **mine)
                    for at, value in ((1, 8.6), (2, 8.0), (3, 6.9))
                ),
                Observation(
                    patient_id=patient_id, text="Sodium", code="2951-2", category="laboratory", value_number=150,
                    value_unit="mmol/L", reference_low=135, reference_high=145, effective_when="2026-01-01",
                ),
                Encounter(patient_id=patient_id, text="ED", class_code="EMER", starts_when="2026-05-01"),
                Encounter(
                    patient_id=patient_id, text="Stay", class_code="IMP", starts_when="2026-04-01",
                    ends_when="2026-04-03",
                ),
            ]
        )  # fmt: skip
    desk.context.navigation.open_chart(patient_id, tab=tab)
    settle()
    return chart_of(desk)


def test_a_measurement_shows_line_words_and_table_that_say_the_same(desk: Desk) -> None:
    tab = _open(desk, "results").tab_of(ResultsTab)
    tab.stand_on("4548-4")  # as the summary names it
    tab.stand_on("a1c")
    row = tab.table.current_row()
    assert isinstance(row, ResultLine)
    assert (row.name, row.latest.text) == ("A1c", "6.9 %")
    pane = tab.pane
    assert pane.chart.isVisible()
    assert pane.trend.text().splitlines()[0].startswith("3 values")
    assert "lowest 6.9 %, highest 8.6 %" in pane.trend.text()
    assert pane.chart.accessibleName().startswith("A1c: 3 values")
    assert [value.text for value in pane.table.rows()] == ["6.9 %", "8 %", "8.6 %"]
    pane.table.sort_by("value")
    assert [value.text for value in pane.table.rows()] == ["6.9 %", "8 %", "8.6 %"]
    desk.press("Return", "Return")
    assert isinstance(desk.dialog(), FactDialog)


def test_a_value_dated_in_the_future_is_marked_among_the_values_and_not_the_last_one(desk: Desk) -> None:
    page = _open(desk, "results")
    tab = page.tab_of(ResultsTab)
    value = {"patient_id": page.patient_id, "effective_when": "2062-03-01", "value_unit": "%", "status": "final"}
    with desk.practice.open().write("test") as uow:
        uow.session.add(Observation(code="4548-4", text="A1c", value_number=11.0, **value))
        uow.session.add(Observation(code="X-1", text="Oxygen", value_number=97.0, **value))
    tab.refresh()
    settle()
    tab.stand_on("a1c")
    spoken = [tab.words.sentence(line) for line in tab.lines or () if line.name in ("A1c", "Oxygen")]
    assert ["Future" in words for words in spoken] == [False, True]
    assert spoken[0].startswith("A1c, 6.9 %") and spoken[1].startswith("Oxygen, 97 %, Future")
    shown = [(value.text, chip.word if (chip := tab.words.chip(value)) else "") for value in tab.pane.table.rows()]
    assert shown[:2] == [("11 %", "Future"), ("6.9 %", "")]
    assert tab.pane.trend.text().startswith("3 values") and "highest 8.6 %" in tab.pane.trend.text()
    assert "not counted" in tab.pane.notes.text


def test_only_what_lies_outside_its_range_is_shown_on_request_and_found_by_name(desk: Desk) -> None:
    tab = _open(desk, "results").tab_of(ResultsTab)
    tab.chips.set_on(["odd"])
    tab._fill()
    assert [line.name for line in tab._shown()] == ["Sodium"]
    tab.chips.set_on([])
    desk.press("Ctrl+Shift+F", "'a1'")
    assert [line.name for line in tab._shown()] == ["A1c"]
    tab.search.setText("zzz")
    assert tab.empty.isVisible()


def test_without_room_the_values_open_in_a_window_of_their_own(desk: Desk) -> None:
    tab = _open(desk, "results").tab_of(ResultsTab)
    desk.window.resize(800, 600)
    tab.resize(600, 400)
    tab.stand_on("a1c")
    tab.table.setFocus()
    desk.press("Return")
    dialog = desk.dialog()
    assert isinstance(dialog, SeriesDialog)
    assert len(dialog.pane.table.rows()) == 3


def test_visits_are_chosen_by_class(desk: Desk) -> None:
    tab = _open(desk, "visits").tab_of(VisitsTab)
    assert [row.text for row in tab.table.rows()] == ["ED", "Stay"]
    tab.kinds.set_on(["stay"])
    tab.refresh()
    assert [row.text for row in tab.table.rows()] == ["Stay"]
    assert "2 nights" in tab.row_sentence(tab.table.rows()[0])
    tab.kinds.set_on(["virtual"])
    tab.refresh()
    assert tab.stack.currentIndex() == 1


def test_the_values_of_one_test_go_to_a_file_and_the_clipboard_with_all_that_is_known(desk: Desk, saved: Path) -> None:
    tab = _open(desk, "results").tab_of(ResultsTab)
    tab.stand_on("sodium")
    tab.pane.table.setFocus()
    desk.press("Ctrl+Shift+E")
    with saved.open(encoding="utf-8-sig", newline="") as file:
        (written,) = csv.DictReader(file)
    received = written.pop("Received")
    assert dt.datetime.fromisoformat(received).tzinfo is not None
    assert written == {
        "Measurement": "Sodium", "Date": "2026-01-01", "Value": "150", "Unit": "mmol/L", "Range from": "135",
        "Range to": "145", "Reference": "135 – 145", "Range": "High", "Sender says": "", "Sent as": "", "From": "Ours",
        "Author": "", "Left out": "",
    }  # fmt: skip
    desk.press("Ctrl+C")
    header, line = QApplication.clipboard().text().splitlines()
    assert dict(zip(header.split("\t"), line.split("\t"), strict=True))["Unit"] == "mmol/L"


def test_the_window_of_values_writes_them_by_the_same_key(desk: Desk, saved: Path) -> None:
    desk.window.resize(700, 600)
    tab = _open(desk, "results").tab_of(ResultsTab)
    tab.stand_on("a1c")
    tab.table.setFocus()
    desk.press("Return")
    assert isinstance(desk.dialog(), SeriesDialog)
    desk.press("Ctrl+Shift+E")
    with saved.open(encoding="utf-8-sig", newline="") as file:
        assert [line["Value"] for line in csv.DictReader(file)] == ["6.9", "8", "8.6"]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((5.6, 4.9), "up 0.7 since the one before"),
        ((4.9, 5.6), "down 0.7 since the one before"),
        ((4.9, 4.9), "unchanged since the one before"),
        ((4.9,), ""),
    ],
)
def test_a_trend_says_in_words_which_way_the_last_value_went(desk: Desk, numbers: tuple[float, ...], told: str) -> None:
    values = tuple(
        ResultValue(FactRef("observation", at), f"2026-0{9 - at}-01", None, f"{number} %", number)
        for at, number in enumerate(numbers)
    )
    wrong = ResultValue(FactRef("observation", 9), "2026-11-01", None, "99 %", 99, left_out="entered-in-error")
    words = ResultWords(desk.context).trend(Series("a1c", "A1c", "%", (wrong, *values)))
    lines = words.splitlines()
    assert lines[0].startswith("1 value" if len(numbers) == 1 else "2 values")
    assert "99" not in words
    assert (lines[-1] if len(lines) > 1 else "") == told


def test_missed_visits_are_counted_above_the_visits_and_only_of_who_missed_some(desk: Desk) -> None:
    tab = _open(desk, "visits").tab_of(VisitsTab)
    assert not tab.missed.isVisible()
    patient_id = desk.register("Ng", "Ana", "1960-01-02")
    with desk.practice.open().write("test") as uow:
        times = {"noshow": 1, "fulfilled": 2, "cancelled": 3}
        uow.session.add_all(
            Appointment(patient_id=patient_id, status=status, starts_at=uow.now - dt.timedelta(days=days))
            for status, days in times.items()
        )
    desk.context.navigation.open_chart(patient_id, tab="visits")
    settle()
    assert tab.missed.isVisible()
    assert tab.missed.text.startswith("Missed 1 of 2 visits in twelve months, last on ")
