"""Admin, Exchange partners: set up by keyboard, a patient found there and added, trouble told; rounds of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.partners import ChoosePatient, PartnerEdit
from icm_desktop.permissions import Role
from tests.exchange.live.conftest import OUTSIDE, about, there
from tests.exchange.live.server import running
from tests.ui.admin.office import open_office, turn_to
from tests.ui.audit import settle
from ui.dialogs.partner_match import PartnerMatchDialog
from ui.dialogs.partner_patients import PartnerPatientsDialog
from ui.dialogs.set_up.partner import PartnerDialog
from ui.pages.partner_words import PartnerWords
from ui.partner_watch import PartnerWatch


@pytest.fixture
def server():
    with running() as found:
        yield found


def set_up(desk, server, **how):
    desk.maria = desk.register("Lopez", "Maria", "1958-03-04", sex="female")
    server.store.put(there())
    partner = desk.run("services.partners.save", PartnerEdit("Riverside Hospital", server.base, **how)).id
    desk.run("services.partner_patients.choose", ChoosePatient(partner, desk.maria, OUTSIDE))
    return partner


def test_a_partner_is_set_up_by_keyboard_and_gets_the_public_key(admin):
    section = turn_to(admin, "partners")
    assert section.stack.currentWidget() is section.empty
    admin.context.actions.trigger("admin.new")
    settle()
    dialog = admin.dialog()
    assert isinstance(dialog, PartnerDialog)
    admin.press("'Riverside Hospital'", "Tab", "'http://records.example.org/fhir'", "Ctrl+Return")
    settle()
    assert "https" in dialog.fields["base_address"]._message.text
    admin.press("Ctrl+A", "'https://records.example.org/fhir'", "Ctrl+Return")
    settle()
    assert "client ID" in dialog.fields["client_id"]._message.text
    dialog.client.setText("our-client")
    dialog.algorithm.setCurrentText("ES384")
    dialog.submit()
    settle()
    (row,) = section.table.rows()
    assert (row[0].name, PartnerWords(admin.context).chip(row[1]).word) == ("Riverside Hospital", "Not yet asked")
    admin.context.actions.trigger("admin.partners.key")
    assert '"kty": "EC"' in QApplication.clipboard().text()


def test_a_patient_is_found_at_the_partner_and_added(admin, server):
    admin.maria = admin.register("Lopez", "Maria", "1958-03-04", sex="female")
    server.store.put(there())
    admin.run("services.partners.save", PartnerEdit("Riverside Hospital", server.base))
    section = turn_to(admin, "partners")
    admin.context.actions.trigger("admin.partners.patients")
    settle()
    patients = admin.dialog()
    assert isinstance(patients, PartnerPatientsDialog)
    patients.add()
    settle()
    admin.press("'Lopez'", "Return")
    settle()
    match = admin.dialog()
    assert isinstance(match, PartnerMatchDialog)
    (found,) = match.table.rows()
    assert found.outside_id == OUTSIDE and match._chip(found).word
    match.choose()
    settle()
    assert [row.outside_id for row in patients.table.rows()] == [OUTSIDE]
    patients.reject()
    settle()
    assert section.table.rows()[0][0].patients == 1


def test_trouble_is_told_with_the_next_try_and_ends_when_the_partner_answers(admin, server):
    set_up(admin, server)
    section = turn_to(admin, "partners")
    server.stop()
    section.now()
    settle()
    (row,) = section.table.rows()
    assert PartnerWords(admin.context).chip(row[1]).word == "Trouble"
    assert "does not answer" in PartnerWords(admin.context).wrong(row[1]) and "Next try" in PartnerWords(
        admin.context
    ).wrong(row[1])
    server.start()
    section.now()
    settle()
    (row,) = section.table.rows()
    assert (PartnerWords(admin.context).chip(row[1]).word, PartnerWords(admin.context).wrong(row[1])) == ("Good", "")
    section.pause()
    settle()
    assert PartnerWords(admin.context).chip(section.table.rows()[0][1]).word == "Paused"


def test_the_window_asks_by_itself_and_tells_quietly_what_is_new(admin, server):
    set_up(admin, server)
    watch = admin.window.findChild(PartnerWatch)
    server.store.put(about("QuestionnaireResponse", "q1", status="completed", item=[{"linkId": "1", "text": "Sad?"}]))
    watch.start()
    settle()
    assert watch.clock.isActive() and 1000 < watch.clock.interval() <= 61_000
    assert "assessments of 1 patient" in admin.window.messages.text


def test_without_partners_the_window_asks_nobody(admin):
    watch = admin.window.findChild(PartnerWatch)
    watch.start()
    settle()
    assert not watch.clock.isActive()


def test_the_front_desk_is_told_nothing_clinical(sit_at, server):
    desk = open_office(sit_at)
    set_up(desk, server)
    pages = tuple(type(page) for page in desk.window.pages.values())
    fred = sit_at(pages, Role.FRONT_DESK, desk.practice)
    server.store.put(about("QuestionnaireResponse", "q1", status="completed", item=[{"linkId": "1", "text": "Sad?"}]))
    watch = fred.window.findChild(PartnerWatch)
    watch.start()
    settle()
    assert not fred.window.messages.isVisible() or "assessment" not in fred.window.messages.text
    assert desk.run("queries.partners.health")[0].succeeded_at is not None
