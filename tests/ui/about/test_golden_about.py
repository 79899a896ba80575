"""The golden patient's proxy, consent and voicemail rule stand wherever somebody speaks to the family."""

from __future__ import annotations

import tomllib
from zoneinfo import ZoneInfo

import pytest

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.permissions import Role
from tests.support import make_practice
from tests.ui.desk import sit_down
from ui.dialogs.log_contact import LogContactDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.about import AboutTab
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage
from ui.widgets.call_rules import CallRulesBox


@pytest.fixture(scope="module")
def golden(tmp_path_factory, golden_dir):
    """What is expected of the patient, and the practice that imported them."""
    expected = tomllib.loads((golden_dir / "a.expected.toml").read_text("utf-8"))
    folder = tmp_path_factory.mktemp("golden")
    practice = make_practice(folder, zone=ZoneInfo(expected["time_zone"]), today=expected["today"])
    practice.open().run("services.exchange.import_files", ImportRequest((str(golden_dir / expected["bundle"]),)))
    return expected, practice


@pytest.fixture(params=[Role.FRONT_DESK, Role.COORDINATOR])
def desk(request, qtbot, tmp_path, golden):
    expected, practice = golden
    found = sit_down(
        tmp_path, (TodayPage, PatientsPage, ChartPage), request.param, practice=practice, today=expected["today"]
    )
    found.ana = found.run("queries.references.find_patient", expected["patient_identifier"])
    qtbot.addWidget(found.window)
    yield found
    assert found.crashes == []


def _about(desk, section):
    """Every word of a section of the About tab."""
    desk.context.navigation.open_chart(desk.ana)
    page = desk.page("chart")
    page.show_tab("about")
    return " ".join(fact.spoken for fact in page.tab_of(AboutTab).sections[section].list.facts())


def test_whoever_logs_a_call_reads_the_voicemail_rule_and_what_the_daughter_may_not_hear(desk, golden):
    proxy = golden[0]["patient"]["proxy"]
    head = desk.run("queries.about.about", desk.ana).head
    dialog = LogContactDialog(desk.context, head, None, desk.window)
    dialog.open()
    lines = dialog.rules.lines()
    assert "leave only your name and the clinic call-back number" in " ".join(lines)
    assert all(topic in " ".join(lines) for topic in proxy["may"])
    (daughter,) = (line for line in lines if line.startswith(proxy["name"]))
    assert all(words in daughter for words in ("Daughter", "555-010-3778", "health care proxy", "emergency contact"))
    assert daughter.index("not: Mental health") > 0
    dialog.reject()


def test_about_shows_the_proxy_the_consent_with_its_end_and_what_it_leaves_out_and_the_alert(desk, golden):
    proxy = golden[0]["patient"]["proxy"]
    contacts, consents, alerts = (_about(desk, name) for name in ("contact", "consent", "alert"))
    assert all(words in contacts for words in (proxy["name"], "Daughter", "health care proxy", "Not: Mental health"))
    until = desk.context.formatting.partial_date(proxy["consent_until"].isoformat())
    assert all(words in consents for words in (proxy["name"], f"until {until}", "Not: Mental health", "Valid today"))
    assert "Voicemail rule: leave only your name" in alerts


def test_the_call_card_of_today_shows_the_rule_and_the_daughter(desk, golden):
    desk.context.navigation.open("today")
    page = desk.page("today")
    page.show_everyone()
    page.focus_first()
    box = page.detail.findChild(CallRulesBox)
    assert box is not None
    lines = " ".join(box.lines())
    assert "leave only your name and the clinic call-back number" in lines
    assert f"{golden[0]['patient']['proxy']['name']} · Daughter" in lines
