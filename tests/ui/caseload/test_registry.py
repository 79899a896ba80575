"""The caseload by keyboard: F8 walks the flagged, filters narrow, the case review is printed, programs are given."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Observation
from icm_desktop.contracts.caseload import CaseloadFilter
from icm_desktop.contracts.programs import EnrolInProgram
from tests.ui.conftest import register_two
from ui.dialogs.programs import EnrolDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.caseload import CaseloadPage
from ui.pages.chart import ChartPage


@pytest.fixture
def desk(sit_at):
    return register_two(sit_at((CaseloadPage, ChartPage)))


def enrol(desk, who, **more):
    desk.run("services.programs.enrol", EnrolInProgram(who, "cocm", consent_by="Patient", consent_how="verbal", **more))


def with_scores(desk):
    """Ana does not get better; Ben has just begun; Eva was not reached for a long time."""
    eva = desk.register("Evers", "Eva", "1960-05-05")
    enrol(desk, desk.ana, enrolled_on=dt.date(2026, 8, 1))
    enrol(desk, desk.ben, enrolled_on=dt.date(2026, 11, 18))
    enrol(desk, eva, enrolled_on=dt.date(2026, 9, 1))
    with desk.practice.open().write("test") as uow:
        for day, value in (("2026-08-01", 16), ("2026-10-01", 15), ("2026-11-15", 15)):
            uow.session.add(
                Observation(patient_id=desk.ana, status="final", code_system="http://loinc.org", code="44261-6",
                            effective_when=day, value_number=value)
            )  # fmt: skip
    return eva


def test_f8_walks_the_flagged_only_and_comes_round(desk):
    eva = with_scores(desk)
    desk.press("Ctrl+5", "F5")
    part = desk.window.pages["caseload"].part_named("registry")
    assert [row.head.id for row in part.table.rows()][:2] == [desk.ana, eva]
    seen = []
    for _ in range(4):
        desk.press("F8")
        seen.append(part.current_row().head.id)
    assert set(seen) >= {desk.ana, eva} and seen[0] != seen[1]
    desk.press("Shift+F8")
    assert part.current_row().head.id == seen[-2]
    row = next(row for row in part.table.rows() if row.head.id == desk.ana)
    assert part.words.change(row.course("phq9")) == "16 → 15 (−6 %)"
    assert "consultation by week 12" in part.words.flags_tip(row) and "Rule:" in part.words.flags_tip(row)


def test_filters_narrow_and_say_so_and_the_case_review_is_a_page(desk):
    with_scores(desk)
    desk.press("Ctrl+5", "F5")
    part = desk.window.pages["caseload"].part_named("registry")
    part.filters.flag.choose("Not improving")
    part._narrow()
    assert part.status().startswith("1 of 3") and "Not improving" in part.status()
    desk.press("Ctrl+P")
    preview = desk.dialog()
    assert isinstance(preview, SheetPreview) and preview.pdf.startswith(b"%PDF")


def test_a_patient_is_enrolled_from_the_chart_and_stands_on_the_board(desk):
    desk.context.navigation.open_chart(desk.ana, tab="programs")
    desk.context.actions.trigger("programs.enrol")
    dialog = desk.window.findChild(EnrolDialog)
    dialog.program.setCurrentIndex(dialog.program.findData("ccm"))
    dialog.submit()
    (row,) = desk.run("queries.caseload.caseload", CaseloadFilter()).rows
    assert row.head.id == desk.ana
    desk.press("Ctrl+5", "Ctrl+Shift+3")
    part = desk.window.pages["caseload"].part_named("month_end")
    (row,) = part.table.rows()
    assert row.standing.state == "short" and row.standing.to_next == 20
    desk.press("Ctrl+PgUp")
    assert part.table.rows() == () and part.filters.month.month == 10


def test_time_is_typed_with_a_reason_or_refused_at_the_field(desk):
    enrol(desk, desk.ana)
    desk.context.navigation.open_chart(desk.ana, tab="programs")
    desk.context.actions.trigger("programs.add_time")
    dialog = desk.dialog()
    dialog.time.setText("7:00")
    dialog.minutes.setText("12")
    dialog.submit()
    assert "Write why" in dialog.fields["reason"]._message.text
    dialog.reason.setText("Call from my own telephone")
    dialog.submit()
    (entry,) = desk.run("queries.programs.of_patient", desk.ana).time
    assert (entry.ends_at - entry.starts_at, entry.source) == (dt.timedelta(minutes=12), "typed")
