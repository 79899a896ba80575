"""The directory: adding, changing, retiring, finding; imported and typed entries together; duplicates are named."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from db.models.practice import Organization, Practitioner
from db.models.set_up import HealthcareService
from icm_desktop.contracts.directory import (
    DirectoryFile,
    DirectoryFilter,
    Entry,
    EntryKind,
    LineState,
    RetireEntry,
    SaveEntry,
)
from icm_desktop.contracts.referrals import Fitting, NewReferral
from icm_desktop.errors import Conflict, Invalid

CLINIC = Entry(
    EntryKind.PLACE, name="Lakeshore Heart", phone="555-010-2000", fax="555-010-2001", languages=("es", "en")
)


def save(admin, entry, entry_id=None, version=0, **more):
    return admin("services.directory.save", SaveEntry(entry_id, version, entry, **more), role="front_desk").row


def found(admin, **asked):
    return admin("queries.directory.directory", DirectoryFilter(**asked), role="front_desk")


def test_front_desk_keeps_people_places_and_services_and_takes_it_back(admin):
    place = save(admin, CLINIC)
    petrov = Entry(
        EntryKind.PERSON, family="Petrov", prefix="Dr", what="Cardiology", place_id=place.id, npi="1234567893"
    )
    person = save(admin, petrov)
    rehab = Entry(
        EntryKind.SERVICE, name="Cardiac rehab", place_id=place.id, referral_how="Fax the form", wait_text="2 weeks"
    )
    save(admin, rehab)
    assert [row.name for row in found(admin).rows] == ["Cardiac rehab", "Lakeshore Heart", "Dr Petrov"]
    assert [(row.name, row.phone, row.place) for row in found(admin, search="petrov heart").rows] == [
        ("Dr Petrov", "555-010-2000", "Lakeshore Heart")
    ]
    changed = save(admin, Entry(EntryKind.PERSON, family="Petrova", what="Cardiology"), person.id, person.version)
    assert changed.version > person.version and changed.place is None
    retired = admin("services.directory.retire", RetireEntry(EntryKind.PERSON, person.id, changed.version))
    assert found(admin, search="petrov").total == 0
    admin("services.history.undo", retired.changes.action_id)
    assert found(admin, search="petrova").total == 1


def test_an_entry_that_is_there_already_is_named_before_it_is_saved_twice(admin):
    save(admin, CLINIC)
    with pytest.raises(Conflict) as refused:
        save(admin, Entry(EntryKind.PLACE, name="lakeshore  HEART"))
    assert refused.value.code == "set_up.alike" and refused.value.params["names"] == ("Lakeshore Heart, 555-010-2000",)
    again = save(admin, Entry(EntryKind.PLACE, name="Lakeshore Heart", phone="555-010-9000"), not_duplicate=True)
    assert {row.alike for row in found(admin).rows} == {1}
    save(
        admin,
        Entry(EntryKind.PLACE, name="Lakeshore Heart", fax="555-010-9001"),
        again.id,
        again.version,
        not_duplicate=True,
    )
    assert found(admin, only_alike=True).total == 2


@pytest.mark.parametrize(
    ("entry", "code", "field"),
    [
        (Entry(EntryKind.PERSON, family=" "), "set_up.name_missing", "family"),
        (Entry(EntryKind.PERSON, family="Ito", npi="1234567890"), "set_up.bad_npi", "npi"),
        (Entry(EntryKind.PLACE, name="X", phone="call"), "registration.bad_phone", "phone"),
        (Entry(EntryKind.SERVICE, name="X", place_id=99), "set_up.no_such_place", "place_id"),
        (Entry(EntryKind.PLACE, name="X", email="nobody"), "registration.bad_email", "email"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(admin, entry, code, field):
    with pytest.raises(Invalid) as refused:
        save(admin, entry)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_somebody_elses_change_is_not_overwritten(admin):
    row = save(admin, CLINIC)
    save(admin, Entry(EntryKind.PLACE, name="Lakeshore Heart", phone="555-010-3000"), row.id, row.version)
    with pytest.raises(Conflict) as refused:
        save(admin, CLINIC, row.id, row.version)
    assert refused.value.code == "set_up.changed_meanwhile"


def test_names_that_came_several_times_are_one_line_when_referring(desk, admin):
    desk.add(Organization(name="Mercy Hospital"), Organization(name="MERCY Hospital", phone="555-010-4000"))
    place = save(admin, CLINIC)
    desk.add(Practitioner(family="Ortiz", specialty="Cardiology", organization_id=place.id))
    desk.add(
        HealthcareService(name="Echo lab", category="Cardiology", organization_id=place.id, referral_how="Call first")
    )
    mercy = admin("queries.directory.destinations", "mercy", role="front_desk")
    assert [(each.name, each.phone) for each in mercy] == [("MERCY Hospital", "555-010-4000")]
    heart = admin("queries.directory.destinations", "cardio", role="front_desk")
    assert [each.name for each in heart] == ["Echo lab, Lakeshore Heart", "Ortiz, Lakeshore Heart"]
    assert (heart[0].how, heart[0].organization_id, heart[0].practitioner_id) == ("Call first", place.id, None)
    assert all(each.phone == "555-010-2000" for each in heart)
    assert admin("queries.directory.destinations", "kim", role="front_desk") == ()


def test_only_who_speaks_the_language_and_takes_the_insurance_is_offered(desk, admin):
    desk.add(
        Organization(name="Heart North", languages=["es-MX", "en"], insurances="Medicaid, Blue Cross"),
        Organization(name="Heart South", languages=["en"], insurances="BlueCross BlueShield"),
        Organization(name="Heart West"),
    )

    def offered(**fitting):
        rows = admin("queries.directory.destinations", "heart", Fitting(**fitting), role="front_desk")
        return [each.name for each in rows]

    assert offered() == ["Heart North", "Heart South", "Heart West"]
    assert offered(language="es") == ["Heart North"]
    assert offered(language="en-US") == ["Heart North", "Heart South"]
    assert offered(insurances=("Blue Cross", "PPO")) == ["Heart North", "Heart South"]
    assert offered(insurances=("Texas Medicaid",)) == ["Heart North"]
    assert offered(language="en", insurances=("Medicaid",)) == ["Heart North"]
    assert offered(insurances=("Aetna",)) == []


SPECIALTIES = ("Cardiología", "Nephrology", "Podiatry", "Eye care", "Dental", "Orthopedics", "Dermatology")


SEARCHES = {
    "name0007": 1, "cardiologia": 715, "nunez": 4, "555-0004321": 1, "0003333": 1, "vietnamita": 5,
    "name0001 vietnamita": 1, "nobody": 0,
}  # fmt: skip


@pytest.fixture
def long_list(desk):
    """Five thousand entries; the database tells which statements read them."""
    (clinic,) = desk.add(Organization(name="Clínica Núñez", phone="500-010-7777"))
    people = (
        Practitioner(
            family=f"Name{n:04d}", given="A", specialty=SPECIALTIES[n % 7], phone=f"555-{n:07d}",
            organization_id=clinic if n < 3 else None, languages=["vi"] if n % 1000 == 1 else None,
        )
        for n in range(5000)
    )  # fmt: skip
    desk.add(*people)
    return desk


def test_five_thousand_entries_come_in_pages_in_any_order_are_found_by_any_fact_and_only_the_page_is_read(
    long_list, admin
):
    first = found(admin, limit=50)
    assert first.total == 5001 and first.rows[1].entry.family == "Name0000"
    last = found(admin, limit=50, offset=4950, sort="what", descending=True)
    assert {row.entry.what for row in last.rows} == {"Cardiología"}
    assert found(admin, sort="phone", descending=True, limit=1).rows[0].entry.family == "Name4999"
    read = []

    def note(row, _context):
        read.append(row.id)

    event.listen(Practitioner, "load", note)
    try:
        found(admin, search="cardio", limit=20)
        admin("queries.directory.destinations", "name0", role="front_desk")
    finally:
        event.remove(Practitioner, "load", note)
    assert 0 < len(read) <= 20 + 12 * 4
    totals = {text: found(admin, search=text, spoken=(("vietnamita", "vi"),)).total for text in SEARCHES}
    assert totals == SEARCHES


def test_an_npi_and_a_shared_phone_tell_that_an_entry_is_there_already(admin):
    petrov = Entry(EntryKind.PERSON, family="Petrov", given="Anil", npi="1234567893", phone="555-010-2000")
    save(admin, petrov)
    for other in (
        Entry(EntryKind.PERSON, family="Petroff", given="A.", npi="1234567893"),
        Entry(EntryKind.PERSON, family="Petrov", given="A.", phone="(555) 010 2000"),
    ):
        with pytest.raises(Conflict) as refused:
            save(admin, other)
        assert refused.value.params["names"] == ("Anil Petrov, 555-010-2000",)
    save(admin, Entry(EntryKind.PERSON, family="Silva", phone="555-010-2000"))
    assert found(admin, search="1234567893").total == 1


def test_an_entry_is_taken_out_with_its_open_referrals_told_and_opened_again(desk, admin):
    place = save(admin, CLINIC)
    sent = NewReferral(desk.ana, "Cardiology", to_organization_id=place.id, to_name=place.name)
    desk.run("services.referrals.create", sent, role="coordinator")
    out = admin("services.directory.retire", RetireEntry(EntryKind.PLACE, place.id, place.version))
    assert (out.open_referrals, out.row.closed) == (1, True)
    assert found(admin).total == 0
    (row,) = found(admin, closed=True).rows
    again = admin("services.directory.reopen", RetireEntry(EntryKind.PLACE, row.id, row.version))
    assert not again.row.closed and found(admin).rows == (again.row,)
    with pytest.raises(Conflict):
        admin("services.directory.reopen", RetireEntry(EntryKind.PLACE, row.id, row.version))


def test_every_kind_of_entry_tells_hours_address_insurances_and_further_phones(admin):
    told: dict[str, Any] = {
        "phone": "555-010-2000", "more_phones": "nurse line 555-010-2003", "fax": "555-010-2001",
        "address": "1 Oak St", "hours_text": "Mon-Fri 8-5", "insurances": "Medicaid", "languages": ("es",),
        "referral_how": "Portal, new patients open in March", "wait_text": "six weeks", "note": "ring twice",
    }  # fmt: skip
    for kind in EntryKind:
        row = save(admin, Entry(kind, name="" if kind is EntryKind.PERSON else "X", family="Y", **told))
        assert {name: getattr(row.entry, name) for name in told} == told
    assert found(admin, search="medicaid 2003").total == 3
    for typed in ("oak", "mon-fri", "open in march", "six weeks", "ring twice"):
        assert found(admin, search=typed).total == 3, typed


FILE = """Kind;Name;Specialty;Place;Phone;Idiomas;NPI
Person;"Petrov, Anil";Cardiology;Lakeshore Heart;555-010-2000;Spanish, English;1234567893
person;Dr Rosa Peña;Nephrology;New Kidney Clinic;555-010-2100;español;
place;Lakeshore Heart;;;;;
robot;R2;;;;;
person;Ito;Dental;;555-010-2200;Klingon;
person;Abe;Dental;;call;;
service;Cardiac rehab;;Lakeshore Heart;;;
person;Peña Rosa;Nephrology;New Kidney Clinic;;;
"""


def test_a_file_is_shown_line_by_line_first_and_only_new_lines_are_kept(tmp_path, admin):
    save(admin, CLINIC)
    path = tmp_path / "directory.csv"
    path.write_text(FILE, encoding="utf-8")
    seen = admin("services.directory_file.read_file", DirectoryFile(str(path)), role="front_desk")
    assert [(line.number, line.state.value, line.problem) for line in seen.lines] == [
        (2, "new", ""), (3, "new", ""), (4, "there", ""), (5, "wrong", "set_up.line_kind"),
        (6, "wrong", "set_up.line_language"), (7, "wrong", "registration.bad_phone"), (8, "new", ""),
        (9, "new", ""),
    ]  # fmt: skip
    assert seen.places == ("New Kidney Clinic",) and found(admin).total == 1
    kept = admin("services.directory_file.read_file", DirectoryFile(str(path), keep=True, digest=seen.digest))
    assert kept.kept == 5 and found(admin).total == 6
    (pena,) = found(admin, search="rosa pena dr").rows
    assert (pena.name, pena.place, pena.entry.languages) == ("Dr Rosa Peña", "New Kidney Clinic", ("es",))
    again = admin("services.directory_file.read_file", DirectoryFile(str(path)))
    assert {line.state for line in again.lines} == {LineState.THERE, LineState.WRONG}
    admin("services.history.undo", kept.changes.action_id)
    assert found(admin).total == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "set_up.file_no_names"), (b"a,b\n1,2\n", "set_up.file_no_names"), (b"name\n\n", "set_up.file_empty")],
)
def test_what_is_no_directory_is_refused_and_says_why(tmp_path, admin, content, code):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(Invalid) as refused:
        admin("services.directory_file.read_file", DirectoryFile(str(path)))
    assert refused.value.code == code
    path.write_bytes(b"name\nLakeshore\n")
    with pytest.raises(Conflict):
        admin("services.directory_file.read_file", DirectoryFile(str(path), keep=True, digest="0"))
    path.unlink()
    with pytest.raises(Invalid):
        admin("services.directory_file.read_file", DirectoryFile(str(path)))
