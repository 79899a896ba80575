"""The About tab: what it shows, forms by keyboard, drafts, undo, alerts in banner and booking, rules before calls."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

from icm_desktop.contracts.demographics_requests import (
    RecordDeath,
    RowId,
    SaveAddress,
    SaveAlert,
    SaveConsent,
    SaveContactPerson,
    SaveCoverage,
    SaveFormerName,
    SavePreferences,
    SaveTelecom,
)
from icm_desktop.contracts.scheduling import SaveClinician
from icm_desktop.contracts.team import SaveMember
from icm_desktop.permissions import Role
from tests.ui.about.opening import about_tab
from tests.ui.audit import audit
from tests.ui.desk import sit_down
from ui.dates_input import Lean
from ui.dialogs.about_death import DeathDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.log_contact import LogContactDialog
from ui.dialogs.mark_mistaken import MarkMistakenDialog
from ui.dialogs.record_history import RecordHistoryDialog
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage
from ui.widgets.booking_alerts import BookingAlerts
from ui.widgets.check_group import CheckGroup
from ui.widgets.partial_date import read_partial


@pytest.fixture
def desk(qtbot, tmp_path):
    found = sit_down(tmp_path, (TodayPage, PatientsPage, ChartPage), Role.COORDINATOR)
    found.ana = found.register("Núñez O'Farrill", "María José", "1961-11-20", phone="555-010-3777")
    yield found
    assert found.crashes == []


def _open(tab, key):
    assert tab.open(key)
    QApplication.processEvents()


def _facts(tab, kind):
    return [fact.text for fact in tab.sections[kind].list.facts()]


def _about(desk):
    return desk.run("queries.about.about", desk.ana)


def test_a_number_is_added_by_keyboard_and_taken_back(desk):
    tab = about_tab(desk)
    _open(tab, "telecom:")
    desk.press("'555-010-0200'", "Tab", "Tab", "'1'", "Tab", "Tab", "Tab", "'daughter answers'", "Ctrl+Return")
    assert _facts(tab, "telecom") == ["555-010-0200", "555-010-3777"]
    assert _about(desk).telecoms[0].note == "daughter answers"
    desk.press("Ctrl+Z")
    assert _facts(tab, "telecom") == ["555-010-3777"]


def test_what_is_wrong_is_said_beside_its_field_and_the_form_stays(desk):
    tab = about_tab(desk)
    _open(tab, "telecom:")
    desk.press("'12'", "Ctrl+Return")
    dialog = desk.dialog()
    assert "digits" in dialog.fields["value"]._message.text
    assert dialog.focusWidget() is dialog.fields["value"].edit
    dialog.fields["ends_on"].edit.setText("someday")
    dialog.fields["value"].edit.setText("555-010-0200")
    desk.press("Ctrl+Return")
    assert dialog.isVisible()
    assert "Write a day" in dialog.fields["ends_on"]._message.text
    assert len(_about(desk).telecoms) == 1


def test_f2_edits_what_the_keyboard_is_on_and_an_error_needs_a_reason_and_is_undone(desk):
    desk.run("services.reachability.save_telecom", SaveTelecom(RowId(desk.ana), "email", "majo@example.org"))
    tab = about_tab(desk)
    tab.stand_on(f"telecom:{_about(desk).telecoms[1].id}")
    desk.press("F2")
    dialog = desk.dialog()
    assert dialog.fields["value"].edit.text() == "majo@example.org"
    dialog.mistake_button.click()
    reason = desk.dialog()
    assert isinstance(reason, MarkMistakenDialog)
    desk.press("Ctrl+Return")
    assert "Write why" in reason.fields["reason"]._message.text
    desk.press("'belongs to her sister'", "Ctrl+Return")
    assert _facts(tab, "telecom") == ["555-010-3777"]
    desk.press("Ctrl+Z")
    assert _facts(tab, "telecom") == ["555-010-3777", "majo@example.org"]


ROWS = [
    ("contact", SaveContactPerson(RowId(0), "Lucía Peña"), "services.contact_people.save"),
    ("telecom", SaveTelecom(RowId(0), "email", "majo@example.org"), "services.reachability.save_telecom"),
    ("address", SaveAddress(RowId(0), "home", "27 Oak St"), "services.reachability.save_address"),
    ("name", SaveFormerName(RowId(0), "maiden", "Peña"), "services.demographics.save_former_name"),
    ("coverage", SaveCoverage(RowId(0), "Medicare"), "services.coverages.save"),
    ("alert", SaveAlert(RowId(0), "Needs a ramp", category="admin"), "services.alerts.save"),
]


@pytest.mark.parametrize(("kind", "request_", "name"), ROWS, ids=[row[0] for row in ROWS])
def test_every_row_has_its_history_and_can_be_called_an_error_by_keyboard(desk, kind, request_, name):
    saved = desk.run(name, replace(request_, row=RowId(desk.ana)))
    tab = about_tab(desk)
    tab.stand_on(f"{kind}:{saved.row_id}")
    before = [key for section in tab.sections.values() for key in (fact.key for fact in section.list.facts())]
    desk.press("Ctrl+Shift+H")
    history = desk.dialog()
    assert isinstance(history, RecordHistoryDialog)
    assert history.list.facts()
    desk.press("Esc")
    tab.stand_on(f"{kind}:{saved.row_id}")
    desk.context.actions.trigger("about.mistaken")
    assert isinstance(desk.dialog(), MarkMistakenDialog)
    desk.press("'entered twice'", "Ctrl+Return")
    after = [key for section in tab.sections.values() for key in (fact.key for fact in section.list.facts())]
    assert set(before) - set(after) == {f"{kind}:{saved.row_id}"}


def test_a_half_typed_form_is_offered_again(desk):
    tab = about_tab(desk)
    _open(tab, "contact:")
    dialog = desk.dialog()
    dialog.fields["name"].edit.setText("Lucía")
    dialog.fields["may"].edit.boxes["visits"].setChecked(True)
    dialog.reject()
    _open(tab, "contact:")
    again = desk.dialog()
    assert again.drafts.offer is not None
    again.drafts.offer.findChildren(type(again.save_button).__mro__[1])[0].click()
    assert again.fields["name"].edit.text() == "Lucía"
    assert again.codes("may") == ("visits",)


def test_the_photograph_stands_in_the_banner_only_where_photographs_are_on_and_only_beside_its_patient(desk, tmp_path):
    other = desk.register("Chen", "Wei", "1950-01-01")
    picture, file = QImage(120, 160, QImage.Format.Format_RGB32), tmp_path / "majo.png"
    picture.fill("darkcyan")
    picture.save(str(file))
    admin, banner = desk.practice.open(Role.ADMINISTRATOR), desk.page("chart").banner
    tab = about_tab(desk)
    assert banner.photo.isHidden()
    assert tab.photo.isHidden()
    admin.run("services.photos.turn", True)
    desk.page("chart").refresh()
    about_tab(desk).photo.save(file)
    assert not banner.photo.isHidden()
    assert banner.photo.pixmap().height() == desk.context.theme.px(56)
    assert banner.photo.accessibleName() == "Photograph of the patient"
    desk.context.navigation.open_chart(other)
    assert banner.photo.isHidden()
    desk.context.navigation.open_chart(desk.ana)
    assert not banner.photo.isHidden()
    admin.run("services.photos.turn", False)
    desk.page("chart").refresh()
    assert banner.photo.isHidden()


def test_every_form_can_be_read_reached_and_hit_by_everybody(desk):
    tab = about_tab(desk)
    for kind in (*tab.forms.kinds(), "death"):
        _open(tab, f"{kind}:")
        assert audit(desk.dialog()) == [], kind
        desk.dialog().reject()


def test_race_declined_stands_alone_and_identity_is_kept_apart(desk):
    tab = about_tab(desk)
    _open(tab, "identity:")
    dialog = desk.dialog()
    race = dialog.fields["race"].edit
    assert isinstance(race, CheckGroup)
    race.boxes["2106-3"].setChecked(True)
    race.boxes["2028-9"].setChecked(True)
    race.boxes["ASKU"].setChecked(True)
    assert race.chosen() == ("ASKU",)
    race.boxes["2106-3"].setChecked(True)
    assert race.chosen() == ("2106-3",)
    box = dialog.fields["gender_identity"].edit
    box.setCurrentIndex(box.findData("asked-declined"))
    dialog.submit()
    kept = _about(desk).identity
    assert (kept.race, kept.gender_identity, kept.sex, kept.birth_date) == (
        (("2106-3", "White"),), "asked-declined", None, "1961-11-20",
    )  # fmt: skip
    assert "Gender identity: Declined to answer" in _facts(tab, "identity")
    assert "Sex at birth: not asked" in _facts(tab, "identity")


def test_a_consent_is_taken_and_revoked_from_the_tab(desk):
    tab = about_tab(desk)
    _open(tab, "consent:")
    desk.press("Ctrl+Return")
    (consent,) = _about(desk).consents
    assert (consent.taken_by, consent.given_on, consent.state) == ("Rosa Diaz", "2026-11-20", "valid")
    _open(tab, f"consent:{consent.id}")
    desk.dialog().revoke_button.click()
    QApplication.processEvents()
    desk.press("'Changed her mind'", "Ctrl+Return")
    (fact,) = tab.sections["consent"].list.facts()
    assert fact.chip is not None and fact.chip.word == "Revoked"
    assert "Revoked 20-Nov-2026: Changed her mind" in fact.detail


def test_alerts_are_chips_in_the_banner_three_at_most_the_worst_first(desk):
    for text, severity in (("One", "info"), ("Two", "high"), ("Three", "caution"), ("Four", "info"), ("Five", "high")):
        desk.run("services.alerts.save", SaveAlert(RowId(desk.ana), text, severity, "contact"))
    about_tab(desk)
    banner = desk.page("chart").banner
    shown = banner.chips_shown
    assert list(shown) == [f"alert:{_id(desk, text)}" for text in ("Two", "Five", "Three")]
    assert any("+2 more" in label.text() for label in banner.findChildren(type(banner._name)) if label.isVisible())
    desk.page("chart")._chip_clicked(shown[1])
    tab = desk.page("chart").tab
    assert tab.sections["alert"].list.current_key() == shown[1]


def _id(desk, text):
    return next(row.id for row in _about(desk).alerts if row.text == text)


def test_front_desk_sees_the_tab_without_clinical_alerts(qtbot, tmp_path):
    rosa = sit_down(tmp_path, (PatientsPage, ChartPage), Role.COORDINATOR)
    patient = rosa.register("Lopez", "Maria")
    rosa.run("services.alerts.save", SaveAlert(RowId(patient), "HIV clinic on Tuesdays", "high", "clinical"))
    rosa.run("services.alerts.save", SaveAlert(RowId(patient), "Needs a ramp", "info", "admin"))
    fred = sit_down(tmp_path, (PatientsPage, ChartPage), Role.FRONT_DESK, practice=rosa.practice)
    fred.ana = patient
    tab = about_tab(fred)
    assert _facts(tab, "alert") == ["Needs a ramp"]
    _open(tab, "alert:")
    dialog = fred.dialog()
    assert isinstance(dialog, FormDialog)
    category = dialog.fields["category"].edit
    assert isinstance(category, QComboBox)
    assert {category.itemData(at) for at in range(category.count())} == {"contact", "transport", "admin"}
    assert not any(box.isVisible() and "Clinical" in box.text() for box in dialog.findChildren(QCheckBox))
    assert fred.crashes == rosa.crashes == []


def test_the_voicemail_rule_stands_in_the_log_contact_form(desk):
    now = _about(desk)
    wanted = replace(now.preferences, voicemail_rule="no_message", do_not_call=True, best_time="after 3 PM")
    desk.run("services.demographics.save_preferences", SavePreferences(desk.ana, now.version, wanted))
    proxy = SaveContactPerson(
        RowId(desk.ana), "Lucía Peña", "DAU", None, "555-010-3778", authority="health_care_proxy", may=("visits",),
        may_not=("mental_health",),
    )  # fmt: skip
    desk.run("services.contact_people.save", proxy)
    about_tab(desk)
    desk.page("chart").log_contact()
    dialog = desk.dialog()
    assert isinstance(dialog, LogContactDialog)
    assert dialog.rules.lines() == [
        "Do not call.",
        "Voicemail: leave no message.",
        "Best time: after 3 PM",
        "Lucía Peña · Daughter · 555-010-3778 · Health care proxy · may hear: Visits · not: Mental health",
    ]
    QApplication.processEvents()
    desk.press("L", "Return")
    assert [one.outcome for one in desk.run("queries.today.work_detail", desk.ana).contacts] == ["left_message"]


def test_nobody_having_asked_the_careful_rule_is_shown(desk):
    about_tab(desk)
    desk.page("chart").log_contact()
    assert desk.dialog().rules.lines() == ["Voicemail: not asked. Leave only your name and the call-back number."]


def test_booking_shows_its_alerts(desk):
    for text, booking in (("Ground floor only", True), ("Owes a form", False)):
        desk.run("services.alerts.save", SaveAlert(RowId(desk.ana), text, "info", "admin", when_booking=booking))
    alerts = BookingAlerts(desk.context, desk.ana)
    assert alerts.shown == ("Ground floor only",)
    kim = desk.run(
        "services.clinic_setup.save_clinician", SaveClinician(None, "Kim", "Grace", "Dr.", None, None, None)
    ).id
    member = SaveMember(desk.ana, "practitioner", kim, None, "primary_care")
    desk.run("services.team.save", member)
    assert "Own clinician: Dr. Grace Kim" in BookingAlerts(desk.context, desk.ana).shown


def test_a_death_changes_the_banner_and_one_undo_takes_it_back(desk):
    tab = about_tab(desk)
    _open(tab, "death:")
    dialog = desk.dialog()
    assert isinstance(dialog, DeathDialog)
    desk.press("'11/18/2026'", "Ctrl+Return")
    page = desk.page("chart")
    assert page.chart.banner.head.deceased_on == "2026-11-18"
    assert _facts(tab, "death") == ["Died: 18-Nov-2026"]
    assert any("18-Nov-2026, aged 64y" in label.text() for label in page.banner.findChildren(type(page.banner._name)))
    desk.press("Ctrl+Z")
    assert not _about(desk).head.deceased


def test_the_form_of_a_recorded_death_offers_that_the_patient_is_alive(desk):
    desk.run("services.deaths.record", RecordDeath(desk.ana, _about(desk).version, "2026"))
    tab = about_tab(desk)
    _open(tab, "death:")
    desk.dialog()._alive()
    assert not _about(desk).head.deceased


def test_a_consent_that_ended_says_so(desk):
    ended = SaveConsent(RowId(desk.ana), "research", "permit", "2024", taken_by="Rosa", expires_on="2025")
    desk.run("services.consents.save", ended)
    tab = about_tab(desk)
    assert [fact.chip and fact.chip.word for fact in tab.sections["consent"].list.facts()] == ["Ended"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2027", "2027"), ("2027-3", "2027-03"), ("3/2027", "2027-03"), ("Mar-2027", "2027-03"),
        ("19-Mar-2027", "2027-03-19"), ("3/19/2027", "2027-03-19"), ("1y", "2027-11-20"), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_dates_of_any_precision_are_read(typed, kept):
    months = ("Jan", "Feb", "Mar")
    assert read_partial(typed, dt.date(2026, 11, 20), Lean.FUTURE, months) == kept
