"""Part of a name typed on Today and on the referrals board: whose work is shown."""

from __future__ import annotations

import datetime as dt

from db.models.patient import Patient, PatientName
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.worklist import WorkFilter
from tests.today.test_worklist import action, day, referral

FOUND = (
    "o'farr", "OFARRILL", "o’farrill", "farri", "pena", "Peña ana", "garcia-lopez", "GARCÍA", "pez an", "rcí pe", "77",
    "000077", "0000",
)  # fmt: skip
NOT_FOUND = ("ez", "formerly", "ana ruiz", "ofarrillx", "078")


def shown(desk, typed):
    """Whose work is on Today, and whose referrals are on the board."""
    on_today = desk.run("queries.today.worklist", WorkFilter(everyone=True, search=typed), role="coordinator")
    on_board = desk.run("queries.referrals.rows", ReferralFilter(search=typed), role="coordinator")
    return {row.head.id for row in on_today.rows}, {row.head.id for row in on_board}


def test_a_name_is_found_where_it_begins_and_from_three_letters_anywhere(desk):
    own = Patient(record_number="000077", family="O'Farrill Peña", given="Ana García-López", preferred_name="Ny")
    ana, other = desk.add(own, Patient(record_number="GA-0077", family="Other", given="Name"))
    desk.add(PatientName(patient_id=ana, family="Formerly", given="Ana"))
    for each in (ana, other):
        desk.add(action(desk, day(-1), patient_id=each), referral(desk, patient_id=each))
    everybody = shown(desk, "")
    assert {typed: shown(desk, typed) for typed in FOUND} == dict.fromkeys(FOUND, ({ana}, {ana}))
    assert {typed: shown(desk, typed) for typed in NOT_FOUND} == dict.fromkeys(NOT_FOUND, (set(), set()))
    assert shown(desk, "ga-0077") == ({other}, {other})
    assert shown(desk, '" %') == everybody == ({ana, other}, {ana, other})
    assert shown(desk, "ny") == ({ana}, set())


def test_the_board_looks_at_service_and_destination_too(desk):
    ana = desk.add(Patient(record_number="000077", family="Northam", given="Ana"))[0]
    mine, late = desk.add(
        referral(desk, patient_id=ana, text="Cardiology"),
        referral(desk, text="Podiatry", to_text="Northgate Foot", urgency="urgent", ordered_on=dt.date(2026, 9, 1)),
    )
    ended = referral(desk, text="Podiatry", status="completed", closed_on=dt.date(2025, 1, 1))
    desk.add(ended)

    def ids(typed):
        return {row.id for row in desk.run("queries.referrals.rows", ReferralFilter(search=typed), role="coordinator")}

    assert [ids(typed) for typed in ("north", "north cardio", "ortham", "odiatr", "foot gate", "po", "zzz")] == [
        {mine, late}, {mine}, {mine}, {late}, {late}, {late}, set(),
    ]  # fmt: skip
