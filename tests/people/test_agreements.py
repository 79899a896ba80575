"""Contacts and proxies, insurance, consents, alerts: what holds today, who may see it, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.demographics_requests import (
    RevokeConsent,
    SaveAlert,
    SaveConsent,
    SaveContactPerson,
    SaveCoverage,
)
from icm_desktop.contracts.records import FactRef, HistoryFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from tests.people.conftest import TODAY, at, mistaken


def _proxy(new, **changes):
    facts = {
        "name": "Lucía O'Farrill Peña", "relationship_code": "DAU", "phone": "555-010-3778",
        "authority": "health_care_proxy", "may": ("visits", "rides", "medicines"), "may_not": ("mental_health",),
        "ends_on": "2027-03-19",
    }  # fmt: skip
    return SaveContactPerson(new, **(facts | changes))


def _consent(new, **changes):
    facts = {"scope": "patient-privacy", "decision": "permit", "given_on": "2025-03-20", "taken_by": "Rosa Diaz"}
    return SaveConsent(new, **(facts | changes))


def test_a_proxy_has_an_authority_until_a_day(practice, desk, about, maria, new):
    desk.run("services.contact_people.save", _proxy(new))
    kept = about().contacts[0]
    assert (kept.may, kept.may_not, kept.state) == (("visits", "rides", "medicines"), ("mental_health",), "valid")
    assert [one.name for one in desk.run("queries.calling.call_rules", maria).people] == ["Lucía O'Farrill Peña"]
    later = practice.on(dt.date(2027, 3, 20)).open("front_desk")
    assert later.run("queries.about.about", maria).contacts[0].state == "expired"
    assert later.run("queries.calling.call_rules", maria).people == ()
    on_the_day = practice.on(dt.date(2027, 3, 19)).open("front_desk")
    assert on_the_day.run("queries.about.about", maria).contacts[0].state == "valid"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": None, "phone": None}, "demographics.contact_empty", "name"),
        ({"name": " "}, "demographics.authority_needs_name", "name"),
        ({"may_not": ("visits",)}, "demographics.may_and_may_not", "may_not"),
        ({"may": ("secrets",)}, "demographics.not_a_choice", "may"),
        ({"authority": "king"}, "demographics.not_a_choice", "authority"),
        ({"phone": "12"}, "registration.bad_phone", "phone"),
        ({"ends_on": "someday"}, "demographics.bad_date", "ends_on"),
        ({"starts_on": "2028"}, "demographics.ends_before_start", "ends_on"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_at_its_field(desk, new, changes, code, field):
    with pytest.raises(Invalid) as refused:
        desk.run("services.contact_people.save", _proxy(new, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_insurance_keeps_its_order(desk, about, maria, new):
    for payer in ("Medicare", "Supplement", "Dental"):
        desk.run("services.coverages.save", SaveCoverage(new, payer))
    assert [(row.payer, row.position) for row in about().coverages] == [
        ("Medicare", 1), ("Supplement", 2), ("Dental", 3),
    ]  # fmt: skip
    moved = at(about().coverages[2], maria)
    done = desk.run("services.coverages.save", SaveCoverage(moved, "Dental", position=1, kind="dental"))
    assert [row.payer for row in about().coverages] == ["Dental", "Medicare", "Supplement"]
    desk.run("services.history.undo", done.changes.action_id)
    assert [row.payer for row in about().coverages] == ["Medicare", "Supplement", "Dental"]
    mistaken(desk, "coverage", about().coverages[0])
    assert [(row.payer, row.position) for row in about().coverages] == [("Supplement", 1), ("Dental", 2)]


def test_insurance_that_ended_stands_last(desk, about, new):
    desk.run("services.coverages.save", SaveCoverage(new, "Old plan", ends_on="2025-12-31"))
    desk.run("services.coverages.save", SaveCoverage(new, "New plan", starts_on="2026-01-01"))
    assert [(row.payer, row.state) for row in about().coverages] == [("New plan", "valid"), ("Old plan", "expired")]
    with pytest.raises(Invalid, match="payer_missing"):
        desk.run("services.coverages.save", SaveCoverage(new, "  "))


def test_a_consent_is_revoked_with_a_day_and_a_reason(desk, about, maria, new):
    desk.run(
        "services.consents.save", _consent(new, covers=("visits",), excludes=("mental_health",), recipients=("L",))
    )
    kept = about().consents[0]
    assert (kept.state, kept.covers, kept.excludes, kept.recipients) == (
        "valid",
        ("visits",),
        ("mental_health",),
        ("L",),
    )
    with pytest.raises(Invalid) as refused:
        desk.run("services.consents.revoke", RevokeConsent(at(kept, maria), "2026-11-20", " "))
    assert (refused.value.code, refused.value.field) == ("demographics.revocation_incomplete", "reason")
    with pytest.raises(Invalid, match="revoked_before_given"):
        desk.run("services.consents.revoke", RevokeConsent(at(kept, maria), "2025-03-19", "why"))
    with pytest.raises(Invalid, match="date_in_future"):
        desk.run("services.consents.revoke", RevokeConsent(at(kept, maria), "2026-11-21", "why"))
    done = desk.run("services.consents.revoke", RevokeConsent(at(kept, maria), "2026-11-20", "Changed her mind"))
    gone = about().consents[0]
    assert (gone.state, gone.revoked_on, gone.revoked_reason) == ("revoked", "2026-11-20", "Changed her mind")
    with pytest.raises(Conflict, match="already_revoked"):
        desk.run("services.consents.revoke", RevokeConsent(at(gone, maria), "2026-11-20", "again"))
    desk.run("services.history.undo", done.changes.action_id)
    assert about().consents[0].state == "valid"


def test_a_refusal_is_not_a_permission(desk, about, new):
    desk.run("services.consents.save", _consent(new, decision="deny"))
    assert about().consents[0].state == "refused"


@pytest.mark.parametrize(
    "facts",
    [
        {"scope": "part2"},
        {"covers": ("mental_health",)},
        {"text": "Share with the methadone clinic"},
        {"recipients": ("Pine Street Counseling",)},
    ],
)
def test_front_desk_learns_of_a_sensitive_consent_that_it_is_there_and_no_more(rosa, desk, about, maria, new, facts):
    rosa.run("services.consents.save", _consent(new, expires_on="2027-03-19", note="ask Ana", **facts))
    (full,), (row,) = about(rosa).consents, about(desk).consents
    assert (full.hidden, full.taken_by) == (False, "Rosa Diaz")
    assert (row.hidden, row.state, row.expires_on) == (True, "valid", "2027-03-19")
    assert (row.text, row.scope, row.covers, row.recipients, row.note, row.taken_by) == (None, None, (), (), None, None)
    with pytest.raises(NotAllowed):
        desk.run("services.consents.revoke", RevokeConsent(at(row, maria), "2026-11-20", "asked"))
    with pytest.raises(NotAllowed):
        mistaken(desk, "consent", row)
    with pytest.raises(NotAllowed):
        desk.run("queries.records.fact", FactRef("consent", row.id))
    told = desk.run("queries.record_history.of_patient", HistoryFilter(maria))
    assert "consent" not in {one.kind for one in told.rows}


def test_what_must_not_be_shared_is_for_everybody_who_speaks_on_the_phone(desk, about, new):
    desk.run("services.consents.save", _consent(new, excludes=("mental_health",)))
    assert about(desk).consents[0].excludes == ("mental_health",)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"given_on": None}, "demographics.consent_date_missing", "given_on"),
        ({"given_on": "2026-11-21"}, "demographics.date_in_future", "given_on"),
        ({"taken_by": ""}, "demographics.consent_taker_missing", "taken_by"),
        ({"scope": "anything"}, "demographics.not_a_choice", "scope"),
        ({"expires_on": "2025-03-19"}, "demographics.ends_before_start", "expires_on"),
        ({"covers": ("visits",), "excludes": ("visits",)}, "demographics.may_and_may_not", "excludes"),
    ],
)
def test_a_consent_that_cannot_be_is_refused_at_its_field(desk, new, changes, code, field):
    with pytest.raises(Invalid) as refused:
        desk.run("services.consents.save", _consent(new, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_front_desk_never_meets_a_clinical_alert(rosa, desk, about, maria, new):
    rosa.run("services.alerts.save", SaveAlert(new, "Falls: two this year", "high", "safety", clinical=True))
    rosa.run("services.alerts.save", SaveAlert(new, "Warfarin", "high", "drug"))
    rosa.run("services.alerts.save", SaveAlert(new, "Needs a ramp", "info", "admin", when_booking=True))
    assert [row.text for row in about(rosa).alerts] == ["Falls: two this year", "Warfarin", "Needs a ramp"]
    assert [row.text for row in about(desk).alerts] == ["Needs a ramp"]
    assert [row.text for row in desk.run("queries.chart.banner", maria).alerts] == ["Needs a ramp"]
    assert [row.text for row in rosa.run("queries.chart.banner", maria).alerts][:1] == ["Falls: two this year"]
    fall = about(rosa).alerts[0]
    with pytest.raises(NotFound):
        desk.run("services.alerts.save", SaveAlert(at(fall, maria), "gone"))
    with pytest.raises(NotAllowed):
        mistaken(desk, "flag", fall)
    with pytest.raises(NotAllowed):
        desk.run("services.alerts.save", SaveAlert(new, "Diabetic diet", category="diet"))
    desk.run("services.alerts.save", SaveAlert(new, "Owes a form", category="admin"))


def test_an_alert_ends(practice, rosa, about, maria, new):
    rosa.run("services.alerts.save", SaveAlert(new, "On holiday", "info", "contact", ends_on=TODAY.isoformat()))
    assert about(rosa).alerts[0].active
    assert rosa.run("queries.calling.call_rules", maria).warnings == (("info", "On holiday"),)
    tomorrow = practice.on(dt.date(2026, 11, 21)).open("coordinator")
    assert not tomorrow.run("queries.about.about", maria).alerts[0].active
    assert tomorrow.run("queries.calling.call_rules", maria).warnings == ()
    with pytest.raises(Invalid, match="alert_text_missing"):
        rosa.run("services.alerts.save", SaveAlert(new, " "))
