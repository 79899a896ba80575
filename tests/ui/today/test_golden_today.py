"""The golden patient on the front desk's screens: what the tabs count and what their rows say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.permissions import Role
from tests.support import make_practice
from tests.ui.desk import Desk, sit_down
from ui.pages.calendar import CalendarPage
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage


@pytest.fixture
def desk(tmp_path, golden_dir, qapp: QApplication) -> Iterator[Desk]:
    expected = tomllib.loads((golden_dir / "a.expected.toml").read_text("utf-8"))
    practice = make_practice(tmp_path, zone=ZoneInfo(expected["time_zone"]), today=expected["today"])
    practice.open().run("services.exchange.import_files", ImportRequest((str(golden_dir / expected["bundle"]),)))
    pages = (TodayPage, CalendarPage, ReferralsPage)
    made = sit_down(tmp_path, pages, Role.FRONT_DESK, practice=practice, today=expected["today"])
    yield made
    made.window.close()
    assert made.crashes == []
    practice.database.close()


def test_tabs_rows_tray_and_board_say_what_is_expected(desk):
    page = desk.page("today")
    assert [page.queues.words_of(name) for name in ("follow_up", "unscheduled", "quiet")] == [
        "Follow-up (3)", "Unscheduled (2)", "Gone quiet",
    ]  # fmt: skip
    desk.press("Alt+4")
    assert [page.words.what(row) for row in page.list.rows()] == [
        "Follow-up: coordinator to do", "Call again: missed visit with Rosalía Béjar RN",
        "Follow-up: coordinator to do",
    ]  # fmt: skip
    desk.press("Alt+5")
    assert page.words.why(page.list.rows()[0]) == "Was on 12-Nov-2026: Patient in hospital"

    desk.press("Ctrl+3")
    tray = desk.page("calendar").tray
    assert "Needs booking (4)" in tray.heading.text()

    desk.press("Ctrl+4")
    board = desk.page("referrals")
    stands = {
        row.to.split(", ")[-1]: (row.state, board.words.state(row.state), row.days_over) for row in board.table.rows()
    }
    assert stands["Northgate Kidney Center"][::2] == ("accepted", 7)
    assert stands["Lakeshore Heart Group"][::2] == ("seen", 10)
    assert stands["Pine Street Behavioral Health"][0] == "declined"
