"""Find patient: names in any order, birth dates, phones, numbers; hidden imports stay hidden."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import delete, insert

from db import search
from db.bulk import insert_bulk
from db.models.exchange import ImportBatch
from db.models.patient import Patient, PatientIdentifier, PatientName
from db.models.scheduling import Appointment, ServiceRequest
from db.unit_of_work import SEE_INCOMPLETE
from icm_desktop.contracts.patients import CorrectPatient, PatientFilter
from tests.patients.conftest import TODAY, registering
from tests.support import make_practice

NOON = dt.datetime(2026, 12, 1, 17, tzinfo=dt.UTC)


@pytest.fixture
def people(register, practice):
    return _three_people(register, practice)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A practice nobody changes, for questions only, with its people by name."""
    practice = make_practice(tmp_path_factory.mktemp("town"), today=TODAY)
    desk = practice.open("front_desk")
    return desk, _three_people(registering(desk), practice)


def _three_people(register, practice):
    maria = register("Núñez O'Farrill", "María José", birth_date="1961-11-20", phone="555-010-3777")
    ann = register("Smith-Jones", "Ann", birth_date="1958", preferred_name="Annie", phone="(555) 010-0142")
    lopez = register("Lopez", "Maria", birth_date="1958-03-04")
    with practice.open().write("test") as uow:
        uow.session.add(PatientName(patient_id=ann.id, use="maiden", family="Żółć"))
        uow.session.add(PatientIdentifier(patient_id=maria.id, system="https://a.example/mrn", value="GA-004417"))
        uow.session.add(PatientIdentifier(patient_id=lopez.id, system="https://b.example/mrn", value="GA-004417"))
    return {"maria": maria, "ann": ann, "lopez": lopez}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nunez", {"maria"}),
        ("NÚÑEZ", {"maria"}),
        ("ofarrill", {"maria"}),
        ("o'farrill", {"maria"}),
        ("O’Farr", {"maria"}),
        ("josé núñez", {"maria"}),
        ("maria", {"maria", "lopez"}),
        ("lop mar", {"lopez"}),
        ("maria lopez", {"lopez"}),
        ("lopez, maria", {"lopez"}),
        ("l", {"lopez"}),
        ("arril", {"maria"}),
        ("ope", {"lopez"}),
        ("smithjones", {"ann"}),
        ("jones smith", {"ann"}),
        ("annie", {"ann"}),
        ("zołc", {"ann"}),
        ("żółć", {"ann"}),
        ("3/4/58", {"lopez"}),
        ("4/3/1958", {"lopez"}),
        ("1958-03-04", {"lopez"}),
        ("4 mar 1958", {"lopez"}),
        ("mar 4, 1958", {"lopez"}),
        ("4 de marzo de 1958", {"lopez"}),
        ("04MAR1958", {"lopez"}),
        ("1958-03", {"lopez"}),
        ("3/1958", {"lopez"}),
        ("maria 03/1958", {"lopez"}),
        ("1958-13", set()),
        ("1958", {"lopez", "ann"}),
        ("maria 1958", {"lopez"}),
        ("lopez 3/4/58", {"lopez"}),
        ("lopez 20/11/61", set()),
        ("3777", {"maria"}),
        ("010-0142", {"ann"}),
        ("555-010-3777", {"maria"}),
        ("maria 3777", {"maria"}),
        ("lopez 3777", set()),
        ("000003", {"lopez"}),
        ("3", {"lopez"}),
        ("GA-004417", {"maria", "lopez"}),
        ("ga-004417", {"maria", "lopez"}),
        ("https://a.example/mrn|GA-004417", {"maria"}),
        ("https://c.example/mrn|GA-004417", set()),
        ("|", set()),
        ("Lopes", {"lopez"}),
        ("Smyth", {"ann"}),
        ("Lopes Marya", {"lopez"}),
        ("Nuñes Jose", {"maria"}),
        ("Lopes 1958", {"lopez"}),
        ("Lopes 1959", set()),
        ("Smyth Joans", {"ann"}),
        ("Smyth 0142", set()),
        ("Lop Marya", set()),
        ("", set()),
        ("zzz", set()),
        ('"', set()),
        ("* OR maria", set()),
        ("names:maria", set()),
        ("%", set()),
        ("2/30/58", set()),
        ("smith 3/4/1958", {"ann"}),
        ("smith 4 mar 1958", {"ann"}),
        ("smith 3/4/1959", set()),
        ("Smyth 3/4/1958", {"ann"}),
        ("mith 3/4/1958", {"ann"}),
        ("smith march 1958", {"ann"}),
        ("march 1958", {"lopez"}),
        ("marzo de 1958", {"lopez"}),
        ("lopez mar 1958", {"lopez"}),
        ("lopez april 1958", set()),
        ("lopez 3/1958", {"lopez"}),
        ("mar 1961", {"maria"}),
    ],
)
def test_what_is_typed_finds_the_right_people(town, typed, found):
    desk, people = town
    rows = desk.run("queries.patients.find", typed)
    assert {row.head.id for row in rows} == {people[name].id for name in found}


def test_a_birth_date_known_to_the_month_agrees_with_its_days_only(desk, register):
    found = register("Zimmer", "Otto", birth_date="1958-03")
    asked = ("zimmer 3/4/1958", "zimmer 31 mar 1958", "zimmer march 1958", "zimmer 2/5/1958", "zimmer april 1958")
    ids = [[row.head.id for row in desk.run("queries.patients.find", typed)] for typed in asked]
    assert ids == [[found.id], [found.id], [found.id], [], []]


def test_the_family_name_that_begins_with_the_text_comes_first(desk, register):
    register("Zamora", "Ana")
    first = register("Ana", "Zoe")
    assert desk.run("queries.patients.find", "ana")[0].head.id == first.id


def test_at_most_twelve_are_offered_and_the_list_counts_all(desk, register):
    for number in range(15):
        register("Garcia", f"Ana{'abcdefghijklmno'[number]}", birth_date=str(1950 + number))
    assert len(desk.run("queries.patients.find", "garcia")) == 12
    page = desk.run("queries.patients.patients", PatientFilter(search="garcia", limit=10, offset=10))
    assert (page.total, len(page.rows), page.offset) == (15, 5, 10)


def test_names_alike_carry_the_flag_on_every_list(desk, register):
    one, other, third = register("López", "Maria"), register("Lopez", "Mariana"), register("Lopez", "Pedro")
    flags = {row.head.id: row.similar_name for row in desk.run("queries.patients.find", "lopez")}
    assert flags == {one.id: True, other.id: True, third.id: False}


def test_a_changed_name_is_found_by_the_new_one_only(practice, desk, people):
    editable = desk.run("queries.patients.editable", people["lopez"].id)
    details = replace(editable.details, family="Quispe")
    desk.run("services.registration.correct", CorrectPatient(editable.patient_id, editable.version, details))
    assert desk.run("queries.patients.find", "lopez") == ()
    assert [row.head.family for row in desk.run("queries.patients.find", "quispe")] == ["Quispe"]


def test_a_removed_patient_or_old_name_is_not_found(practice, desk, people):
    with practice.open().write("test") as uow:
        uow.session.get_one(Patient, people["lopez"].id).removed_at = uow.now
        for name in uow.session.query(PatientName).where(PatientName.use == "maiden"):
            name.removed_at = uow.now
    assert desk.run("queries.patients.find", "lopez") == ()
    assert desk.run("queries.patients.find", "żółć") == ()
    assert desk.run("queries.patients.patients", PatientFilter()).total == 2


def test_rows_inserted_in_bulk_are_found_when_their_import_is_complete(practice, desk):
    with practice.open().write("test") as uow:
        batch = ImportBatch(state="loading", started_at=uow.now)
        uow.session.add(batch)
        uow.session.flush()
        patient = {"id": 70, "record_number": "000070", "family": "Bulkova", "given": "Ada", "birth_date": "1940-01-02"}
        name = {"patient_id": 70, "family": "Oldname", "given": "Ada"}
        rows = {"patient": [patient | {"import_id": batch.id}], "patient_name": [name | {"import_id": batch.id}]}
        insert_bulk(uow, "import.rows", 70, rows, import_id=batch.id)
        batch_id = batch.id
    for typed in ("bulkova", "oldname", "ulkov", "2 jan 1940", "000070"):
        assert desk.run("queries.patients.find", typed) == ()
    assert desk.run("queries.patients.patients", PatientFilter()).total == 0
    with practice.open().write("test", see_incomplete=True) as uow:
        uow.session.get_one(ImportBatch, batch_id, execution_options={SEE_INCOMPLETE: True}).state = "complete"
    for typed in ("bulkova", "oldname", "ulkov", "2 jan 1940", "000070"):
        assert [row.head.id for row in desk.run("queries.patients.find", typed)] == [70]


def test_purged_rows_leave_nothing_in_the_indexes(practice):
    with practice.open().write("test") as uow:
        connection = uow.session.connection()
        values = {"id": 5, "record_number": "000005", "family": "Gone", "deceased": False, "large_print": False}
        connection.execute(insert(Patient), values | {"version": 1})
        name = {"patient_id": 5, "family": "Former", "version": 1}
        connection.execute(insert(PatientName), name)
        connection.execute(delete(PatientName))
        connection.execute(delete(Patient))
        for word in ("gone", "former"):
            assert search.matching(uow.session, [search.Term(word=word)]) == []
        assert search.starting_with(uow.session, "", 5) == []


def test_the_list_shows_next_visit_last_contact_and_open_referrals(practice, desk, people):
    ann = people["ann"].id
    with practice.open().write("test") as uow:
        late = Appointment(patient_id=ann, status="booked", starts_at=NOON + dt.timedelta(days=9))
        visits = [
            Appointment(patient_id=ann, status="booked", starts_at=NOON, outside=True),
            Appointment(patient_id=ann, status="cancelled", starts_at=NOON - dt.timedelta(days=3)),
            Appointment(patient_id=ann, status="fulfilled", starts_at=dt.datetime(2026, 11, 2, 2, tzinfo=dt.UTC)),
        ]
        referrals = [
            ServiceRequest(patient_id=ann, is_referral=True, status="active"),
            ServiceRequest(patient_id=ann, is_referral=True, status="active", closed_on=dt.date(2026, 1, 1)),
            ServiceRequest(patient_id=ann, is_referral=False, status="active"),
        ]
        uow.session.add_all([late, *visits, *referrals])
    row = next(row for row in desk.run("queries.patients.patients", PatientFilter()).rows if row.head.id == ann)
    assert row.next_appointment == NOON
    assert row.last_contact == dt.date(2026, 11, 1)  # 9 PM the evening before in New York
    assert row.open_referrals == 1
    without = desk.run("queries.patients.patients", PatientFilter(no_next_appointment=True))
    assert ann not in {row.head.id for row in without.rows}
    assert without.total == 2


@pytest.mark.parametrize(
    "sort",
    ["name", "birth_date", "record_number", "sex", "language", "coordinator", "next_appointment", "last_contact"],
)
def test_every_order_shows_every_patient_once_in_pages(desk, people, sort):
    for descending in (False, True):
        seen = []
        for offset in (0, 2):
            asked = PatientFilter(sort=sort, descending=descending, offset=offset, limit=2)
            seen += [row.head.id for row in desk.run("queries.patients.patients", asked).rows]
        assert sorted(seen) == sorted(person.id for person in people.values())


def test_names_are_listed_without_regard_to_accents_and_case(desk, register):
    for family in ("Zeta", "nunez", "Núñez", "Ávila", "O'Brien", "Obama"):
        register(family, "A", birth_date=str(1930 + len(family)))
    page = desk.run("queries.patients.patients", PatientFilter())
    assert [row.head.family for row in page.rows] == ["Ávila", "nunez", "Núñez", "Obama", "O'Brien", "Zeta"]


def test_recent_patients_of_this_user_come_first(practice, people):
    kim = practice.open("clinician")
    kim.run("services.charts.open_chart", people["maria"].id)
    kim.run("services.charts.open_chart", people["ann"].id)
    page = kim.run("queries.patients.patients", PatientFilter(recent_first=True))
    assert [row.head.id for row in page.rows][:2] == [people["ann"].id, people["maria"].id]
    assert page.total == len(page.rows) == 3


def test_my_patients_and_language_narrow_the_list(practice, desk, register):
    rosa = practice.users["coordinator"]
    mine = register("Mine", "A", coordinator_id=rosa, language="es-MX")
    register("Other", "B", language="en")
    found = practice.open("coordinator").run("queries.patients.patients", PatientFilter(my_patients=True))
    assert [row.head.id for row in found.rows] == [mine.id]
    spanish = desk.run("queries.patients.patients", PatientFilter(language="es"))
    assert [row.head.id for row in spanish.rows] == [mine.id]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("lopes", ["lopez"]), ("Nunes", ["maria"]), ("maria lopes", ["lopez"]), ("xyz", []), ("li", []), ("1958", [])],
)
def test_a_misspelt_name_brings_up_who_may_be_meant(town, typed, found):
    desk, people = town
    assert [row.head.id for row in desk.run("queries.patients.similar", typed)] == [people[name].id for name in found]
