"""The Outcomes page driven by keyboard: tiles, names, groups, the course, savings, surveys and files."""

from __future__ import annotations

import csv
import datetime as dt
import io
from types import SimpleNamespace
from typing import Any

import pytest

from db.models.clinical import Encounter
from db.models.coverage import Claim, Coverage
from db.models.scheduling import Appointment
from icm_desktop.contracts.surveys import AskSurveys
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.clock import get_up, make_still_practice
from tests.ui.desk import Desk, sit_down
from ui.dialogs.enter_survey import EnterSurveyDialog
from ui.dialogs.outcome_people import OutcomePeopleDialog
from ui.dialogs.program_costs import ProgramCostsDialog
from ui.dialogs.savings import SavingsWindow
from ui.dialogs.sheet_preview import SheetPreview
from ui.dialogs.surveys import SurveysWindow
from ui.pages.chart import ChartPage
from ui.pages.outcomes import OutcomesPage
from ui.theme import USUAL_POINTS, Theme, ThemeName
from ui.widgets.sparkline import Sparkline


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """Insurance, a claim and two visits here of twelve people, one of them missed; two emergency visits of Ana."""
    made = make_still_practice(tmp_path_factory.mktemp("used"))
    desk: Any = SimpleNamespace(practice=made)
    names = [("Lopez", "Maria"), ("Ruiz", "Ben"), *((f"Member{number}", "M") for number in range(10))]
    ids = [Desk.register(desk, *name, "1960-01-01") for name in names]
    with made.open().write("test") as uow:
        for one in ids:
            uow.session.add(Coverage(patient_id=one, status="active", starts_on="2024-01-01", payer="Plan A"))
            uow.session.add(Claim(patient_id=one, kind="benefit", status="active", use="claim",
                                  starts_when="2026-05-02", allowed=240.0, currency="USD"))  # fmt: skip
            for month, status in ((3, "fulfilled"), (9, "noshow" if one == ids[0] else "fulfilled")):
                uow.session.add(Appointment(patient_id=one, starts_at=dt.datetime(2026, month, 2, 15, tzinfo=dt.UTC),
                                            minutes=30, status=status))  # fmt: skip
        for day in ("2026-02-01", "2026-04-01"):
            uow.session.add(Encounter(patient_id=ids[0], class_code="EMER", status="finished", starts_when=day,
                                      ends_when=day))  # fmt: skip
    made.open(Role.ADMINISTRATOR).run("services.populations.reckon", "emergency-often")
    yield made, ids[0]
    made.database.close()


@pytest.fixture
def desk(tmp_path, used, qtbot):
    """A new window over the practice all tests share."""
    made = sit_down(tmp_path, (OutcomesPage, ChartPage), Role.ADMINISTRATOR, practice=used[0])
    made.ana = used[1]
    yield made
    get_up(made.window)
    assert made.crashes == []


def opened(desk):
    desk.press("Ctrl+7")
    return desk.window.pages["outcomes"]


def tile(page, figure):
    found = next(one for one in page.board.tiles if one.row.id == figure)
    found.setFocus()
    return found


def window(desk, kind):
    found = [one for one in desk.window.findChildren(kind) if one.isVisible()]
    assert found, kind
    return found[-1]


def test_nothing_known_is_said_and_not_shown_as_zero(sit_at):
    page = opened(sit_at((OutcomesPage, ChartPage), Role.ADMINISTRATOR))
    for figure in ("cost", "emergency-visits", "rating", "readmission"):
        one = tile(page, figure)
        assert "ot enough data" in one.accessibleName(), figure
        assert " 0 " not in page.words.value(one.row, one.row.now)


def test_a_figure_has_its_sentence_names_and_course_as_a_table(desk):
    page = opened(desk)
    one = tile(page, "emergency-visits")
    assert page.detail.row.id == "emergency-visits" and one.row.now.n == 2
    assert page.detail.sentence.text().count("member-months") == 1
    desk.context.actions.trigger("outcomes.table")
    assert page.detail.shown.currentWidget() is page.detail.table and len(page.detail.table.rows()) == 12
    tile(page, "emergency-visits")
    desk.press("Return")
    people = window(desk, OutcomePeopleDialog)
    assert [row.head.id for row in people.table.rows()] == [desk.ana, desk.ana]
    people.table.setFocus()
    desk.press("Return")
    assert desk.window.pages["chart"].isVisible()


def test_a_measure_has_its_interval_and_its_course_on_the_tile_too(windows_shown, desk):
    page = opened(desk)
    assert set(windows_shown) == {"MainWindow"}  # no tile or line comes up as one on its way
    missed = next(one for one in page.board.tiles if one.row.id == "NO-SHOW")
    assert not missed.marked and (missed.row.now.n, missed.row.now.of) == (1, 24)
    assert "95 %: 0.7 % to 20.2 %" in page.words.under(missed.row).replace("\u00a0", " ")
    told = [(one.end.isoformat(), one.n, one.of) for one in missed.row.line[-4:-2]]
    assert told == [("2026-08-20", 0, 12), ("2026-09-20", 1, 24)] and missed.row.line[0].of == 0
    assert [one.isVisible() for one in missed.findChildren(Sparkline)] == [True]
    diabetes = next(one for one in page.board.tiles if one.row.id == "CMS122")
    assert "our own open ones" in page.words.source(diabetes.row) and diabetes.row.lists.imported == 0
    assert [one.isVisible() for one in diabetes.findChildren(Sparkline)] == [False]


def test_arrow_keys_walk_from_tile_to_tile(desk):
    page = opened(desk)
    page.board.focus_first()
    first = page.detail.row.id
    desk.press("Right")
    second = page.detail.row
    desk.press("Left")
    assert page.detail.row.id == first or second.rate


def test_the_figure_whose_details_are_shown_stays_marked_and_each_is_there_once(desk):
    page = opened(desk)
    tile(page, "cost")
    page.filters.period.setFocus()
    for choice in (0, 1):
        page.filters.period.setCurrentIndex(choice)
        assert [one.row.id for one in page.board.tiles if one.marked] == ["cost"] and page.detail.row.id == "cost"
    told = [(one.row.id, one.row.edition, one.row.rate) for one in page.board.tiles]
    assert len(told) == len(set(told)) and {"CMS165", "cost", "near-misses", "FIRST-VISIT"} <= {one[0] for one in told}
    families = {one.row.id: one.row.family for one in page.board.tiles}
    assert families["FIRST-VISIT"] == "utilisation" and families["NEXT-STEPS"] == "experience"


def test_tiles_leave_no_room_at_the_side(desk):
    page = opened(desk)
    settle()
    room, first = page.board.area.viewport().width(), page.board.tiles[0]
    many = sum(one.y() == first.y() and one.parent() is first.parent() for one in page.board.tiles)
    assert many >= 2 and room - many * first.width() < first.width() / 4


def test_groups_and_another_period_stand_beside_the_figure(desk):
    page = opened(desk)
    page.filters.by.setCurrentIndex(page.filters.by.findData("payer"))
    page.filters.beside.setCurrentIndex(page.filters.beside.findData("before"))
    tile(page, "cost")
    (group,) = page.detail.groups.rows()
    assert page.words.group_name(group, "payer") == "Plan A"
    assert page.detail.row.before is not None and "period before" in page.detail.sentence.text()
    page.detail.groups.setFocus()
    page.detail.groups.selectRow(0)
    page.acts.people()
    people = window(desk, OutcomePeopleDialog)
    assert people._row.title["en"].endswith("· Plan A") and people._row.now == group.point
    assert sum(one.amount for one in people.table.rows()) == group.point.n
    people.reject()
    kept = page.state()
    page.filters.by.setCurrentIndex(0)
    page.restore(kept)
    assert page.filters.asked().by == "payer"


def test_report_and_files_leave_without_names(desk, tmp_path):
    page = opened(desk)
    page.acts.write("csv", str(tmp_path / "out.csv"))
    page.acts.write("fhir", str(tmp_path / "out.json"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    cost = next(row for row in rows if row["figure"] == "cost" and row["part"] == "now")
    assert cost["numerator"] == "2880" and cost["hidden"] == ""
    text = (tmp_path / "out.csv").read_text("utf-8-sig") + (tmp_path / "out.json").read_text("utf-8")
    assert "Lopez" not in text and "Member1" not in text
    desk.press("Ctrl+P")
    assert window(desk, SheetPreview)


def test_savings_say_what_they_do_not_claim_and_rates_are_set(desk):
    opened(desk)
    desk.press("Ctrl+Shift+V")
    asked = window(desk, SavingsWindow)
    asked.ask()
    assert "Choose the people" in asked.warning.text
    asked.group.setCurrentIndex(asked.group.findData("population:emergency-often"))
    asked.ask()
    assert asked.found is not None and asked.found.found.return_ is None
    assert "regression to the mean" in asked.warning.text and "No savings can be told" in asked.sum.text()
    asked.rates()
    rates = window(desk, ProgramCostsDialog)
    rates.rates["clinician"].setValue(120)
    rates.keep_rates()
    rates.what.setText("Tablets")
    rates.amount.setValue(40)
    rates.add_expense()
    costs = desk.run("queries.outcomes.savings.program_costs")
    assert next(one.amount for one in costs.rates if one.role == "clinician") == 120
    assert [one.what for one in costs.expenses] == ["Tablets"]
    rates.table.selectRow(0)
    rates.remove()
    assert desk.run("queries.outcomes.savings.program_costs").expenses == ()


def test_a_survey_is_entered_by_digits_without_a_name(desk):
    opened(desk)
    desk.press("Ctrl+Shift+Y")
    surveys = window(desk, SurveysWindow)
    surveys.enter()
    form = window(desk, EnterSurveyDialog)
    settle()
    form.questions[0].focus_here()
    desk.press("4", "4", "3", "0")
    assert len(form._given()) == 4 and not form.questions[4].isVisibleTo(form)
    desk.press("4", "9")
    form.save_button.click()
    today = desk.context.formatting.today()
    found = desk.run("queries.outcomes.surveys.summary", AskSurveys(today - dt.timedelta(days=30), today))
    assert (found.total, found.nameless, found.mean) == (1, 1, 9.0)
    assert surveys.told.text().startswith("1 survey")


def test_a_figure_by_risk_level_reckons_the_levels_first(desk):
    page = opened(desk)
    page.filters.by.setCurrentIndex(page.filters.by.findData("risk"))
    tile(page, "cost")
    people = {page.words.group_name(one, "risk"): one.point.people for one in page.detail.groups.rows()}
    assert people == {"Level 1": 11, "Level 2": 1}  # Ana was in an emergency room twice


def test_the_front_desk_has_no_outcomes(sit_at):
    from ui.pages.today import TodayPage

    desk = sit_at((TodayPage, OutcomesPage), Role.FRONT_DESK)
    assert "outcomes" not in desk.window.pages and "outcomes.savings" not in desk.context.actions


@pytest.mark.parametrize("points", [USUAL_POINTS, 2 * USUAL_POINTS], ids=["usual text", "200 % text"])
def test_page_and_forms_can_be_read_reached_and_hit_by_everybody(desk, points):
    Theme.current().apply(ThemeName.LIGHT, points)
    try:
        page = opened(desk)
        tile(page, "cost")
        settle()
        found = {"page": audit(page)}
        for name, start in (("people", page.acts.people), ("savings", page.acts.savings),
                            ("surveys", page.acts.surveys)):  # fmt: skip
            start()
            settle()
            found[name] = audit(desk.dialog())
            desk.dialog().reject()
            settle()
        page.acts.surveys()
        window(desk, SurveysWindow).enter()
        settle()
        found["enter"] = audit(window(desk, EnterSurveyDialog))
        assert {name: told for name, told in found.items() if told} == {}
    finally:
        Theme.current().apply(ThemeName.LIGHT, USUAL_POINTS)
