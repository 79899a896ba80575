"""The directory: adding, changing, retiring, finding; imported and typed entries together; duplicates are named."""

from __future__ import annotations

import pytest

from db.models.practice import Organization, Practitioner
from db.models.set_up import HealthcareService
from icm_desktop.contracts.directory import DirectoryFilter, Entry, EntryKind, RetireEntry, SaveEntry
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


def test_a_long_directory_comes_in_pages_in_any_order(desk, admin):
    desk.add(
        *(
            Practitioner(family=f"Name{n:04d}", given="A", specialty=f"S{n % 7}", phone=f"555-{n:07d}")
            for n in range(1200)
        )
    )
    first = found(admin, limit=50)
    assert first.total == 1200 and first.rows[0].entry.family == "Name0000"
    last = found(admin, limit=50, offset=1150, sort="what", descending=False)
    assert len(last.rows) == 50 and {row.entry.what for row in last.rows} == {"S6"}
    assert found(admin, sort="phone", descending=True, limit=1).rows[0].entry.family == "Name1199"
