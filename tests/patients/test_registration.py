"""Registering and correcting patients: refusals at the field, look-alikes, numbers, hostile text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models.patient import MatchCandidate, Patient, PatientTelecom
from icm_desktop.contracts.patients import CorrectPatient, PatientDetails, RegisterPatient
from icm_desktop.domain import person
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.words import error_sentence
from tests.patients.conftest import TODAY

LOPEZ = PatientDetails(family="Lopez", given="Maria", birth_date="1958-03-04", phone="555-010-0142")


def _register(practice, details, not_duplicate=False):
    return practice.run("services.registration.register", RegisterPatient(details, not_duplicate))


def _correct(practice, editable, **changes):
    request = CorrectPatient(editable.patient_id, editable.version, replace(editable.details, **changes))
    return practice.run("services.registration.correct", request)


def test_record_numbers_go_up_and_are_not_used_again(practice, desk, register):
    assert [register("A").record_number, register("B").record_number] == ["000001", "000002"]
    with practice.open().write("test") as uow:
        uow.session.get_one(Patient, 2).removed_at = uow.now
    assert register("C").record_number == "000003"


def test_what_was_typed_comes_back_in_the_form(desk):
    details = PatientDetails(
        family="O'Brien",
        given="Zoë",
        suffix="III",
        preferred_name="Zo",
        birth_date="1958-03",
        sex="female",
        phone="(555) 010-0142",
        phone_use="mobile",
        email="zoe@example.org",
        address_line="1 Main St",
        city="Springfield",
        state="NY",
        postal_code="10001",
        language="es",
        interpreter_needed="yes",
        best_time="after 3 PM",
        large_print=True,
        contact_name="Ana",
        contact_relationship="daughter",
        contact_phone="555-010-0143",
    )
    saved = _register(desk, details)
    assert desk.run("queries.patients.editable", saved.head.id).details == details
    assert saved.changes.kinds == {"patient"}
    assert saved.changes.patient_id == saved.head.id
    assert saved.head.phone == "(555) 010-0142"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("family", "  ", "name_missing"),
        ("family", "\x00\x07", "name_missing"),
        ("family", "x" * 101, "too_long"),
        ("birth_date", "1958-02-30", "no_such_day"),
        ("birth_date", "yesterday", "bad_birth_date"),
        ("birth_date", "1958-03-04T10:00:00Z", "bad_birth_date"),
        ("birth_date", "2026-11-21", "future_birth_date"),
        ("birth_date", "1890", "old_birth_date"),
        ("phone", "call me", "bad_phone"),
        ("phone", "123", "bad_phone"),
        ("contact_phone", "12", "bad_phone"),
        ("email", "nobody", "bad_email"),
        ("language", "español!", "bad_language"),
        ("sex", "F", "bad_sex"),
        ("coordinator_id", 999, "no_such_coordinator"),
        ("city", "x" * 201, "too_long"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(desk, field, value, code):
    with pytest.raises(Invalid) as refused:
        _register(desk, replace(LOPEZ, **{field: value}))
    assert refused.value.code == f"registration.{code}"
    assert refused.value.field == field
    assert error_sentence(refused.value)
    assert desk.run("queries.patients.find", "lopez") == ()


@pytest.mark.parametrize(
    "text", ["<b>Bold</b>", "O'Brien & Söhne", "'; DROP TABLE patient; --", "مريم", "{0} %s", "李小龍"]
)
def test_hostile_looking_names_are_kept_as_they_are_and_found(desk, text):
    saved = _register(desk, PatientDetails(family=text, given="Test"))
    assert saved.head.family == unicodedata.normalize("NFC", text)
    assert saved.head.id in {row.head.id for row in desk.run("queries.patients.find", text)}


def test_control_and_turning_characters_are_taken_out(desk):
    head = _register(desk, PatientDetails(family="Lo\x00pe\u202ez\r\n", given="Ma\u0301ria")).head
    assert (head.family, head.given) == ("Lo pez", "Mária")


def test_a_likely_duplicate_stops_until_a_person_decides(practice, desk):
    first = _register(desk, LOPEZ).head
    with pytest.raises(Conflict) as stopped:
        _register(desk, replace(LOPEZ, family="López", phone=None))
    assert stopped.value.code == "registration.likely_duplicate"
    likenesses = stopped.value.params["likenesses"]
    assert isinstance(likenesses, tuple)
    assert [(one.head.id, one.certainty) for one in likenesses] == [(first.id, "probable")]
    assert "1" in error_sentence(stopped.value)
    second = _register(desk, replace(LOPEZ, family="López", phone=None), not_duplicate=True).head
    with practice.open().read() as uow:
        decided = uow.session.query(MatchCandidate).one()
    assert (decided.patient_id, decided.other_patient_id, decided.state) == (second.id, first.id, "different")


@pytest.mark.parametrize(
    "details",
    [
        PatientDetails(family="Maria", given="Lopez", birth_date="1958-03-04"),
        PatientDetails(family="Lopes", given="Maria", birth_date="1958-03-04"),
        PatientDetails(family="Lopez", given="Maria Elena", birth_date="1958-04-03"),
        PatientDetails(family="Lopez", given="Maria", phone="+1 555 010 0142"),
        PatientDetails(family="Perez", given="Ana", birth_date="1958-03-04", phone="555.010.0142"),
    ],
)
def test_exchanged_misspelt_and_shared_facts_are_noticed(desk, details):
    first = _register(desk, LOPEZ).head
    assert [one.head.id for one in desk.run("queries.patients.likenesses", details)] == [first.id]


def test_other_people_are_not_taken_for_duplicates(desk):
    _register(desk, LOPEZ)
    for details in (
        PatientDetails(family="Lopez", given="Pedro", birth_date="1990-01-01"),
        PatientDetails(family="Smith", given="Ann", birth_date="1958-03-04"),
        PatientDetails(family="Lopez"),
    ):
        assert desk.run("queries.patients.likenesses", details) == ()


def test_somebody_being_corrected_is_not_like_themselves(desk):
    first = _register(desk, LOPEZ).head
    assert desk.run("queries.patients.likenesses", LOPEZ, first.id) == ()


def test_a_correction_changes_what_it_should_and_keeps_the_rest(practice, desk):
    patient_id = _register(desk, replace(LOPEZ, email="m@example.org", contact_name="Ana")).head.id
    with practice.open().write("test") as uow:
        uow.session.add(
            PatientTelecom(patient_id=patient_id, system="phone", value="555-010-9999", digits="5550109999")
        )
    editable = desk.run("queries.patients.editable", patient_id)
    saved = _correct(desk, editable, phone="555-010-7777", email=None, contact_name=None)
    after = desk.run("queries.patients.editable", patient_id)
    assert saved.head.phone == "555-010-7777"
    assert (after.details.email, after.details.contact_name) == (None, None)
    assert after.version > editable.version
    found = {typed: len(desk.run("queries.patients.find", typed)) for typed in ("7777", "9999", "0142")}
    assert found == {"7777": 1, "9999": 1, "0142": 0}


def test_the_second_of_two_editors_is_told(desk):
    editable = desk.run("queries.patients.editable", _register(desk, LOPEZ).head.id)
    _correct(desk, editable, city="Springfield")
    with pytest.raises(Conflict) as late:
        _correct(desk, editable, city="Shelbyville")
    assert late.value.code == "registration.changed_meanwhile"
    assert desk.run("queries.patients.editable", editable.patient_id).details.city == "Springfield"


def test_an_imported_value_nobody_touched_is_not_refused(practice, desk):
    with practice.open().write("test") as uow:
        uow.session.add(Patient(record_number="000009", family="Old", birth_date="1880-01-01", phone="none"))
        uow.session.flush()
        uow.session.add(PatientTelecom(patient_id=1, system="email", value="none given"))
        uow.session.add(PatientTelecom(patient_id=1, system="phone", value="none"))
    editable = desk.run("queries.patients.editable", 1)
    assert _correct(desk, editable, given="Ada").head.given == "Ada"


def test_somebody_unknown_cannot_be_corrected(desk):
    with pytest.raises(NotFound):
        desk.run("services.registration.correct", CorrectPatient(99, 1, LOPEZ))
    with pytest.raises(NotFound):
        desk.run("queries.patients.editable", 99)


def test_registration_and_correction_can_be_undone(desk):
    saved = _register(desk, LOPEZ)
    changed = _correct(desk, desk.run("queries.patients.editable", saved.head.id), family="Quispe")
    undone = desk.run("services.history.undo", changed.changes.action_id)
    assert undone.changes.kinds == {"patient"}
    assert [row.head.id for row in desk.run("queries.patients.find", "lopez")] == [saved.head.id]
    desk.run("services.history.undo", undone.changes.action_id)
    assert [row.head.family for row in desk.run("queries.patients.find", "quispe")] == ["Quispe"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_one_line_is_stable_and_has_no_control_characters(text):
    kept = person.one_line(text)
    assert kept is None or (kept == person.one_line(kept) and kept == unicodedata.normalize("NFC", kept))
    assert not any(unicodedata.category(char) == "Cc" and ord(char) < 128 for char in kept or "")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789-/ T:", max_size=12))
def test_a_birth_date_is_kept_or_refused_and_never_in_the_future(text):
    try:
        kept = person.birth_date(text, TODAY)
    except person.Unusable:
        return
    assert kept is None or kept[:4] <= "2026"
