"""To whom records went: every channel notes it, an accounting lists what the rule asks for, between the right days."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.content import privacy
from icm_desktop.contracts.calendar_files import ExportCalendar
from icm_desktop.contracts.disclosures import (
    AskAccounting,
    HoldBack,
    PrintAccounting,
    RecordDisclosure,
    RemoveDisclosure,
)
from icm_desktop.contracts.plan_document import OTHER, RECORD, PlanReader
from icm_desktop.contracts.record_export import ExportPractice, ExportRecord, RecordRequest
from icm_desktop.domain.privacy import due_on, years_before
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.handouts.reading import text
from tests.privacy.conftest import TODAY
from tests.support import NEW_YORK

ROOT = Path(__file__).parents[2]
ACCOUNTING, RECORDED = "queries.disclosures.accounting", "services.disclosures.record"


def told(patient, at, **more):
    values = {"to_name": "County Health", "to_address": "1 Main St", "description": "TB test result",
              "purpose": "Report of a disease", "legal_basis": "public_health"} | more  # fmt: skip
    return RecordDisclosure(patient, at, **values)


def local(zone, year, month, day, hour=0, minute=0):
    return dt.datetime(year, month, day, hour, minute, tzinfo=zone).astimezone(dt.UTC)


def at(*moment):
    return local(NEW_YORK, *moment)


# which days


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)), st.integers(1, 9))
def test_years_before_is_the_same_day_and_never_later(day, years):
    before = years_before(day, years)
    assert before.year == day.year - years
    assert (before.month, before.day) == (day.month, day.day) or (day.month, day.day, before.day) == (2, 29, 28)


def test_a_leap_day_reaches_back_to_the_28th():
    assert years_before(dt.date(2028, 2, 29), 6) == dt.date(2022, 2, 28)
    assert years_before(dt.date(2028, 2, 29), 4) == dt.date(2024, 2, 29)
    assert due_on(dt.date(2028, 1, 30), 30) == dt.date(2028, 2, 29)
    assert due_on(dt.date(2026, 12, 31), 30, 30) == dt.date(2027, 3, 1)


@pytest.mark.parametrize(
    ("zone", "until", "inside", "outside"),
    [
        ("America/New_York", (2026, 11, 20), (2020, 11, 20, 0, 0), (2020, 11, 19, 23, 59)),
        ("Pacific/Auckland", (2026, 11, 20), (2020, 11, 20, 0, 0), (2020, 11, 19, 23, 59)),
        ("America/New_York", (2024, 2, 29), (2018, 2, 28, 0, 0), (2018, 2, 27, 23, 59)),
        ("America/New_York", (2026, 3, 8), (2026, 3, 8, 23, 59), (2026, 3, 9, 0, 0)),
        ("America/New_York", (2026, 11, 1), (2026, 11, 1, 23, 59), (2026, 11, 2, 0, 0)),
        ("Asia/Kolkata", (2025, 12, 31), (2025, 12, 31, 23, 59), (2026, 1, 1, 0, 0)),
    ],
)
def test_both_ends_are_whole_local_days(office, zone, until, inside, outside):
    place = ZoneInfo(zone)
    maria = office.patients[0]
    office.practice = type(office.practice)(
        office.practice.database, place, office.practice.today, office.practice.users
    )
    for moment in (inside, outside):
        office.run(RECORDED, told(maria, local(place, *moment), description=str(moment)))
    found = office.run(ACCOUNTING, AskAccounting(maria, dt.date(*until)))
    assert [row.description for row in found.rows] == [str(inside)]


# what is listed


@pytest.mark.parametrize("basis", sorted(privacy.codes("basis")))
def test_only_what_the_rule_leaves_out_is_left_out(office, basis):
    maria = office.patients[0]
    office.run(RECORDED, told(maria, at(2026, 5, 1, 9), legal_basis=basis))
    found = office.run(ACCOUNTING, AskAccounting(maria))
    exempt = basis in ("treatment", "payment", "operations", "patient", "authorized", "involved")
    assert (len(found.rows), found.left_out) == ((0, ((basis, 1),)) if exempt else (1, ()))
    assert len(office.run(ACCOUNTING, AskAccounting(maria, everything=True)).rows) == 1


def test_records_of_substance_use_have_a_list_of_three_years_whatever_the_ground(office):
    maria = office.patients[0]
    for moment, basis, substance in (
        ((2023, 11, 20, 0, 0), "treatment", True), ((2023, 11, 19, 23, 59), "treatment", True),
        ((2025, 1, 1, 9), "treatment", False), ((2025, 1, 2, 9), "patient", True),
    ):  # fmt: skip
        office.run(RECORDED, told(maria, at(*moment), legal_basis=basis, substance_use=substance))
    found = office.run(ACCOUNTING, AskAccounting(maria, part2=True))
    assert [row.at for row in found.rows] == [at(2023, 11, 20)]
    assert found.first_on == dt.date(2023, 11, 20)


def test_what_was_typed_wrongly_is_taken_back_and_comes_back_by_undo(office):
    maria = office.patients[0]
    saved = office.run(RECORDED, told(maria, at(2026, 5, 1, 9)), role=Role.COORDINATOR)
    gone = office.run("services.disclosures.remove", RemoveDisclosure(saved.id, 1), role=Role.COORDINATOR)
    assert office.run(ACCOUNTING, AskAccounting(maria)).rows == ()
    office.run("services.history.undo", gone.changes.action_id, role=Role.COORDINATOR)
    assert len(office.run(ACCOUNTING, AskAccounting(maria)).rows) == 1
    with pytest.raises(Conflict):
        office.run("services.disclosures.remove", RemoveDisclosure(saved.id, 1))
    with pytest.raises(NotFound):
        office.run("services.disclosures.remove", RemoveDisclosure(99, 1))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"to_name": " "}, "privacy.no_recipient"), ({"description": ""}, "privacy.no_description"),
        ({"purpose": ""}, "privacy.no_purpose"), ({"legal_basis": "because"}, "privacy.no_basis"),
    ],
)  # fmt: skip
def test_a_disclosure_without_a_part_of_it_is_refused(office, change, code):
    with pytest.raises(Invalid, match=code):
        office.run(RECORDED, told(office.patients[0], at(2026, 5, 1, 9), **change))


def test_nothing_is_noted_before_it_happened_and_the_front_desk_keeps_none(office):
    maria = office.patients[0]
    with pytest.raises(Invalid, match=r"privacy\.not_yet"):
        office.run(RECORDED, told(maria, dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)))
    for name, request in ((RECORDED, told(maria, at(2026, 5, 1))), (ACCOUNTING, AskAccounting(maria))):
        with pytest.raises(NotAllowed):
            office.run(name, request, role=Role.FRONT_DESK)


def test_what_the_police_asks_to_hold_back_is_not_told_to_the_patient_until_the_day_is_over(office):
    """45 CFR 164.528(a)(2)."""
    maria, until = office.patients[0], TODAY + dt.timedelta(days=90)
    saved = office.run(RECORDED, told(maria, at(2026, 5, 1, 9), legal_basis="police"))
    other = office.run(RECORDED, told(maria, at(2026, 5, 2, 9)))

    def hold(request, **more):
        return office.run("services.disclosures.hold_back", request, **more)

    with pytest.raises(Invalid, match=r"privacy\.no_hold_back"):
        hold(HoldBack(other.id, 1, until, "Sheriff"))
    with pytest.raises(Invalid, match=r"privacy\.no_agency"):
        hold(HoldBack(saved.id, 1, until))
    with pytest.raises(Invalid, match=r"privacy\.bad_hold_back"):
        hold(HoldBack(saved.id, 1, TODAY - dt.timedelta(days=1), "Sheriff"))
    with pytest.raises(Invalid, match=r"privacy\.spoken_hold_back"):
        hold(HoldBack(saved.id, 1, TODAY + dt.timedelta(days=31), "Sheriff", written=False))
    with pytest.raises(NotAllowed):
        hold(HoldBack(saved.id, 1, until, "Sheriff"), role=Role.FRONT_DESK)
    held = hold(HoldBack(saved.id, 1, until, "Sheriff"))
    assert len(office.run(ACCOUNTING, AskAccounting(maria)).rows) == 1
    assert len(office.run(ACCOUNTING, AskAccounting(maria, everything=True)).rows) == 2
    paper = office.run("reports.accounting.render", PrintAccounting(AskAccounting(maria)))
    assert "01-May-2026" not in text(paper.pdf) and "02-May-2026" in text(paper.pdf)
    for day, rows in ((until, 1), (until + dt.timedelta(days=1), 2)):
        office.practice = office.practice.on(day)
        assert len(office.run(ACCOUNTING, AskAccounting(maria)).rows) == rows
    office.practice = office.practice.on(TODAY)
    office.run("services.history.undo", held.changes.action_id)
    assert len(office.run(ACCOUNTING, AskAccounting(maria)).rows) == 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pages_name_date_recipient_address_description_and_purpose(office, language):
    maria = office.patients[0]
    office.run(RECORDED, told(maria, at(2026, 5, 1, 23, 30)))
    office.run(RECORDED, told(maria, at(2026, 5, 2, 9), to_address=None, legal_basis="court"))
    made = office.run("reports.accounting.render", PrintAccounting(AskAccounting(maria), language))
    shown = text(made.pdf)
    for part in ("01-May-2026" if language == "en" else "01-may-2026", "County Health", "1 Main St", "TB test result",
                 "Report of a disease", privacy.words("basis", "court", language)):  # fmt: skip
        assert part in shown
    assert ("address not known" if language == "en" else "dirección desconocida") in shown
    empty = office.run("reports.accounting.render", PrintAccounting(AskAccounting(office.patients[1]), language))
    assert ("nothing was given" if language == "en" else "no se entregó nada") in text(empty.pdf)


# every channel


def everything(office, patient=None):
    found = office.run(ACCOUNTING, AskAccounting(patient or office.patients[0], everything=True))
    return [(row.channel, row.legal_basis, row.to_name) for row in found.rows]


def test_an_exported_record_is_noted_by_its_purpose(office, tmp_path):
    maria = office.patients[0]
    office.practice = office.practice.on(None)
    petrov = PlanReader(OTHER, "Dr. Petrov", hearer="practitioner")
    board, uncle = PlanReader(OTHER, "State Board"), PlanReader(OTHER, "Uncle Joe")
    leaving = ((PlanReader(RECORD), "own_copy", None), (petrov, "treatment", None), (board, "legal", "subpoena"),
               (uncle, "own_copy", "he asked"))  # fmt: skip
    for number, (reader, purpose, reason) in enumerate(leaving):
        request = ExportRecord(RecordRequest(maria, reader), str(tmp_path / f"{number}.json"), purpose, None, reason)
        office.run("services.record_exports.export", request)
    assert everything(office) == [
        ("record_export", "other", "Uncle Joe"), ("record_export", "law", "State Board"),
        ("record_export", "treatment", "Dr. Petrov"), ("record_export", "operations", None),
    ]  # fmt: skip
    assert [row.to_name for row in office.run(ACCOUNTING, AskAccounting(maria)).rows] == ["Uncle Joe", "State Board"]


def test_the_whole_practice_and_calendar_files_are_noted(office, tmp_path):
    office.practice = office.practice.on(None)
    office.run("services.practice_exports.export", ExportPractice(str(tmp_path / "out"), tables=False))
    assert everything(office) == everything(office, office.patients[1]) == [("practice_export", "operations", None)]
    office.run("services.calendar_files.export", ExportCalendar(TODAY, TODAY), role=Role.FRONT_DESK)
    assert len(everything(office)) == 1  # an empty file tells nothing


def test_every_module_that_lets_pages_out_notes_to_whom():
    """A new channel that keeps pages or writes records out without noting it fails here."""
    to_patient_only = {"letters.py"}  # recalls and reminders go to the patient
    found = {}
    for path in (ROOT / "icm_desktop" / "services").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        calls = {ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)}
        lets_out = {"kept_pages.keep", "as_bundle", "write_events", "letter_for", "sealed_package.seal"}
        if calls & lets_out or path.name in {"practice_exports.py", "sending.py", "emergency_openings.py"}:
            found[path.name] = bool(calls & {"disclose", "disclosing.disclose"})
    assert len(found) >= 11
    assert {name for name, noted in found.items() if not noted} == to_patient_only


def test_the_grounds_have_sources_and_an_accounting_reaches_back_six_and_three_years():
    assert (privacy.years(part2=False), privacy.years(part2=True)) == (6, 3)
    assert {kind: privacy.term(kind).days for kind in ("access", "amendment", "accounting")} == {
        "access": 30, "amendment": 60, "accounting": 60,
    }  # fmt: skip
