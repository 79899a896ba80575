"""The Exchange screen by keyboard: what came in, matching, differences, failures run again, what left."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.models.clinical import Condition
from db.models.partners import ExchangePartner, PartnerState
from db.models.privacy import Disclosure
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.plan_document import RECORD, PlanReader
from icm_desktop.contracts.record_export import ExportRecord, RecordRequest
from tests.ui.audit import settle
from tests.ui.desk import Desk, sit_down
from ui.dialogs.differences import DifferencesDialog
from ui.dialogs.export_record import ExportRecordDialog
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.imports import ImportsDialog
from ui.dialogs.partner_queue import PartnerQueueDialog
from ui.pages.chart import ChartPage
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_words import DIFFERENCES, FAILED, IN, MATCHING, OUT, PARTNERS
from ui.theme import USUAL_POINTS, Theme, ThemeName


def patient(number: str, given: str = "Maria") -> dict[str, Any]:
    return {"resourceType": "Patient", "id": number, "birthDate": "1958-03-04", "gender": "female",
            "name": [{"family": "Lopez", "given": [given]}],
            "telecom": [{"system": "phone", "value": "555-010-0142"}]}  # fmt: skip


def problem(number: str, whose: str, severity: str) -> dict[str, Any]:
    return {"resourceType": "Condition", "id": number, "subject": {"reference": f"Patient/{whose}"},
            "code": {"text": "Asthma"}, "clinicalStatus": {"coding": [{"code": "active"}]},
            "recorder": {"display": "Dr. Chen"}, "severity": {"text": severity}}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot):
    made = sit_down(tmp_path, (ExchangePage, ChartPage))
    qtbot.addWidget(made.window)
    yield made
    assert made.crashes == []


@pytest.fixture
def sent(desk: Desk, tmp_path: Path):
    """Import a bundle that names its sender."""

    def arrive(name: str, *resources: dict[str, Any], source: str = "https://hospital.example/fhir") -> None:
        bundle = {"resourceType": "Bundle", "type": "collection", "meta": {"source": source},
                  "entry": [{"resource": one} for one in resources]}  # fmt: skip
        path = tmp_path / name
        path.write_text(json.dumps(bundle), encoding="utf-8")
        desk.run("services.exchange.import_files", ImportRequest((str(path),)))

    return arrive


@pytest.fixture
def differing(desk: Desk, sent):
    """A severity that was changed here and of which the hospital then says something else."""
    sent("a.json", patient("h1"), problem("c1", "h1", "mild"))
    with desk.practice.open(desk.role).write("test") as uow:
        uow.session.get_one(Condition, 1).severity = "moderate"
    sent("b.json", patient("h1"), problem("c1", "h1", "severe"))


def page_of(desk: Desk, mode: str = IN) -> ExchangePage:
    page = desk.page("exchange")
    assert isinstance(page, ExchangePage)
    page.show_page()
    page.show_list(mode)
    page.focus_first()
    return page


def shown(page: ExchangePage, column: str) -> list[str]:
    found = next(one for one in page.table.rows_model.columns if one.key == column)
    chips = [found.chip(row) if found.chip else None for row in page.table.rows()]
    return [found.text(row) or (chip.word if chip else "") for row, chip in zip(page.table.rows(), chips, strict=True)]


def severities(desk: Desk) -> list[str | None]:
    with desk.practice.open(desk.role).read() as uow:
        return [row.severity for row in uow.session.query(Condition).order_by(Condition.id)]


def test_an_empty_screen_says_of_every_list_what_comes_there(desk: Desk) -> None:
    page, told = page_of(desk), set()
    for place, mode in enumerate((IN, MATCHING, DIFFERENCES, FAILED, OUT, PARTNERS), start=1):
        desk.press(f"Alt+{place}")
        assert page.mode() == mode and page.stack.currentWidget() is page.empty
        told.add(page.empty._title.text())
    assert len(told) == 6


@pytest.fixture
def large_text() -> Iterator[None]:
    Theme.current().apply(ThemeName.LIGHT, 2 * USUAL_POINTS)
    yield
    Theme.current().apply(ThemeName.LIGHT, USUAL_POINTS)


def test_large_text_in_a_low_window_leaves_room_for_rows_and_their_fields(large_text, desk: Desk, differing) -> None:
    desk.window.resize(1280, 720)
    for mode in (IN, DIFFERENCES):
        page = page_of(desk, mode)
        settle()
        assert page.table.viewport().height() >= 2 * page.table.rowHeight(0)
    desk.press("F6")
    settle()
    fields = page.difference.table
    assert fields.hasFocus() and fields.visibleRegion().boundingRect().contains(fields.viewport().geometry().topLeft())


def test_what_came_in_says_from_whom_how_much_and_what_to_do(desk: Desk, differing) -> None:
    page = page_of(desk)
    first, second = shown(page, "todo")
    assert (first.startswith("Decide 1 difference"), second) == (True, "Nothing to do")
    assert shown(page, "from") == ["hospital.example"] * 2
    desk.press("Return")
    assert page.mode() == DIFFERENCES
    desk.press("Alt+1", "Down", "Return")
    assert isinstance(desk.dialog(), ImportsDialog)


def test_counts_stand_on_the_lists_and_on_the_rail(desk: Desk, differing, qtbot: QtBot) -> None:
    page = page_of(desk)
    badges: list[int] = []
    page.badge_changed.connect(badges.append)
    page.refresh()
    assert badges == [1]
    assert [page.view._words[mode] for mode in (IN, DIFFERENCES)] == ["In (2)", "Differences (1)"]


@pytest.mark.parametrize(
    ("key", "left"), [("Ctrl+O", ["moderate"]), ("Ctrl+T", ["severe"]), ("Ctrl+B", ["moderate", "severe"])]
)
def test_a_difference_is_decided_by_one_key_and_taken_back(desk: Desk, differing, key: str, left: list[str]) -> None:
    page = page_of(desk, DIFFERENCES)
    assert "Dr. Chen" in page.difference.theirs.text() and "Rosa Diaz" in page.difference.ours.text()
    assert [page.words.records.value("severity", field.new) for field in page.difference.table.rows()] == ["Severe"]
    desk.press(key)
    assert severities(desk) == left
    assert page.stack.currentWidget() is page.empty
    desk.press("Ctrl+Z")
    assert len(page.table.rows()) == 1


def test_the_chart_says_that_somebody_tells_otherwise_and_opens_it(desk: Desk, differing) -> None:
    desk.context.navigation.open_chart(1)
    chart = desk.page("chart")
    assert isinstance(chart, ChartPage)
    assert chart.chart is not None and chart.chart.banner.differences == 1
    assert chart.chart.clinical is not None and chart.chart.clinical.problems[0].differs
    chart._chip_clicked("differences")
    dialog = desk.dialog()
    assert isinstance(dialog, DifferencesDialog)
    assert len(dialog.table.rows()) == 1
    dialog.decide("theirs")
    assert severities(desk) == ["severe"]
    assert dialog.none.isVisible() and not dialog.table.isVisible()


def test_look_alikes_that_came_are_compared_and_answered_once(desk: Desk, sent) -> None:
    sent("a.json", patient("h1"))
    sent("b.json", patient("k7"), source="https://clinic.example/fhir")
    page = page_of(desk, MATCHING)
    assert shown(page, "todo") == ["Compare, then merge them or say that they are two people"]
    assert page.compare.shown is not None
    desk.press("Ctrl+D")
    assert page.stack.currentWidget() is page.empty
    sent("c.json", {**patient("k7"), "maritalStatus": {"text": "married"}}, source="https://clinic.example/fhir")
    page.refresh()
    assert page.stack.currentWidget() is page.empty


def test_a_refused_file_stands_under_failed_until_it_was_read_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text('{"resourceType": "Bundle", "entry": [', encoding="utf-8")
    desk.run("services.exchange.import_files", ImportRequest((str(file),)))
    page = page_of(desk, FAILED)
    (row,) = page.table.rows()
    assert row.files[0][0] == str(file) and row.files[0][1] in page.whole.text()
    file.write_text(json.dumps(patient("h1")), encoding="utf-8")
    desk.press("Ctrl+R")
    dialog = desk.dialog()
    assert isinstance(dialog, ImportDialog)
    assert dialog.paths() == (str(file),)
    dialog.start()
    assert page.stack.currentWidget() is page.empty


def test_what_failed_can_be_set_aside_and_comes_back_with_undo(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text("{", encoding="utf-8")
    desk.run("services.exchange.import_files", ImportRequest((str(file),)))
    page = page_of(desk, FAILED)
    desk.press("Ctrl+D")
    assert page.stack.currentWidget() is page.empty
    desk.press("Ctrl+Z")
    assert len(page.table.rows()) == 1


def test_what_left_says_to_whom_and_with_which_digest(desk: Desk, sent, tmp_path: Path) -> None:
    sent("a.json", patient("h1"))
    request = ExportRecord(RecordRequest(1, PlanReader(RECORD)), str(tmp_path / "out.json"), "own_copy")
    made = desk.run("services.record_exports.export", request)
    page = page_of(desk, OUT)
    assert shown(page, "to") == ["Our own copy"]
    assert made.sha256 in page.whole.text().replace(" ", "")  # in groups: a line of a narrow window holds a few


def test_typing_filters_the_list(desk: Desk, sent) -> None:
    sent("a.json", patient("h1"))
    sent("b.json", patient("k7", "Ana"), source="https://clinic.example/fhir")
    page = page_of(desk)
    desk.press("Ctrl+Shift+F", "'clinic'")
    assert shown(page, "from") == ["clinic.example"]
    assert page.status().startswith("1 of 2")


@pytest.fixture
def two_fields(desk: Desk, sent):
    """A problem of which the severity and the note were changed here, and both come otherwise."""
    note = {"note": [{"text": "first"}]}
    sent("a.json", patient("h1"), {**problem("c1", "h1", "mild"), **note})
    with desk.practice.open(desk.role).write("test") as uow:
        row = uow.session.get_one(Condition, 1)
        row.severity, row.note = "moderate", "ours"
    sent("b.json", patient("h1"), {**problem("c1", "h1", "severe"), "note": [{"text": "theirs"}]})


def test_fields_are_chosen_one_by_one_by_keyboard_and_taken_back_at_once(desk: Desk, two_fields) -> None:
    page = page_of(desk, DIFFERENCES)
    desk.press("Ctrl+Return")
    assert page.difference.table.hasFocus() and page.difference.taken == set()
    assert page.difference.table.go_to("note")
    desk.press("Space")
    assert page.difference.taken == {"note"}
    desk.press("Ctrl+Return")
    with desk.practice.open(desk.role).read() as uow:
        row = uow.session.get_one(Condition, 1)
        assert (row.severity, row.note) == ("moderate", "theirs")
    assert page.stack.currentWidget() is page.empty
    desk.press("Ctrl+Z")
    with desk.practice.open(desk.role).read() as uow:
        assert uow.session.get_one(Condition, 1).note == "ours"
    assert len(page.table.rows()) == 1


def test_fields_are_chosen_in_the_dialog_of_one_patient_too(desk: Desk, two_fields) -> None:
    desk.context.navigation.open_chart(1)
    chart = desk.page("chart")
    assert isinstance(chart, ChartPage)
    chart._chip_clicked("differences")
    dialog = desk.dialog()
    assert isinstance(dialog, DifferencesDialog)
    dialog.view.table.go_to("severity")
    dialog.view.turn()
    dialog.decide("some")
    with desk.practice.open(desk.role).read() as uow:
        row = uow.session.get_one(Condition, 1)
        assert (row.severity, row.note) == ("severe", "ours")


def disclosed(desk: Desk, count: int) -> None:
    """So many things that left, to three receivers."""
    with desk.practice.open(desk.role).write("test") as uow:
        uow.session.add_all(
            Disclosure(patient_id=1, at=uow.now - dt.timedelta(minutes=number), channel="letter" if number % 2 else
                       "plan_copy", legal_basis="treatment", to_name=f"Clinic {number % 3}", description="",
                       purpose="", sha256=f"{number:064x}")
            for number in range(count)
        )  # fmt: skip


def test_what_left_is_filtered_sorted_and_paged_by_the_query(desk: Desk, sent) -> None:
    sent("a.json", patient("h1"))
    disclosed(desk, 250)
    page = page_of(desk, OUT)
    assert len(page.table.rows()) == 100 and page.status().startswith("100 of 250")
    assert page.table.ask_for_next()
    assert len(page.table.rows()) == 200
    page.table.sort_wanted.emit("to", False)
    assert {row.to for row in page.table.rows()} == {"Clinic 0", "Clinic 1"}
    desk.press("Ctrl+Shift+F", "'clinic 2'")
    assert {row.to for row in page.table.rows()} == {"Clinic 2"} and page.status().startswith("83 of 83")
    page.way.setCurrentIndex(page.way.findData("letter"))
    page.way.activated.emit(page.way.currentIndex())
    assert {row.channel for row in page.table.rows()} == {"letter"}


def test_what_left_leads_to_the_accounting_and_to_sending_again(desk: Desk, sent, tmp_path: Path) -> None:
    sent("a.json", patient("h1"))
    request = ExportRecord(RecordRequest(1, PlanReader(RECORD)), str(tmp_path / "out.json"), "own_copy")
    desk.run("services.record_exports.export", request)
    page = page_of(desk, OUT)
    assert shown(page, "todo") == ["Send again"]
    assert not desk.context.actions.is_enabled("exchange.open")
    desk.press("Ctrl+R")
    assert isinstance(desk.dialog(), ExportRecordDialog)


def test_partners_say_how_they_do_and_what_to_do(desk: Desk) -> None:
    with desk.practice.open(desk.role).write("test") as uow:
        server = ExchangePartner(name="Riverside Hospital", kind="server", base_address="https://r.example/fhir")
        other = ExchangePartner(name="Lakeside Practice", kind="practice", sent_number=1)
        uow.session.add_all([server, other])
        uow.session.flush()
        uow.session.add(PartnerState(
            partner_id=server.id, failures=1, problem="partners.no_answer", problem_params={}, tried_at=uow.now,
            next_try_at=uow.now + dt.timedelta(minutes=1),
        ))  # fmt: skip
    page = page_of(desk, PARTNERS)
    page.table.go_to(1)
    assert shown(page, "state") == ["By packages", "Trouble"]
    assert "Next try" in page.whole.text() and "never" in page.whole.text()
    assert desk.context.actions.is_enabled("exchange.now")
    page.table.go_to(2)
    assert not desk.context.actions.is_enabled("exchange.now")
    desk.press("Return")
    assert isinstance(desk.dialog(), PartnerQueueDialog)
