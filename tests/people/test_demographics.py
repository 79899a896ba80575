"""Names, sex and gender, race, numbers and addresses: kept apart, dated, undone, and never overwritten in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.models.patient import Patient
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics_requests import (
    SaveAddress,
    SaveFormerName,
    SaveIdentity,
    SaveNames,
    SavePreferences,
    SaveTelecom,
)
from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.contracts.records import UnmarkMistaken
from icm_desktop.errors import Conflict, Invalid, NotFound
from tests.people.conftest import at, mistaken

RACES = (("2106-3", "White"), ("2028-9", "Asian"))


def _identity(desk, about, **changes):
    now = about()
    request = SaveIdentity(now.head.id, now.version, replace(now.identity, **changes))
    return desk.run("services.demographics.save_identity", request)


def _found(desk, typed):
    return [row.head.id for row in desk.run("queries.patients.patients", PatientFilter(search=typed)).rows]


def test_facts_about_sex_and_gender_are_kept_apart(desk, about):
    _identity(
        desk, about, birth_sex="M", gender_identity="446141000124107", sexual_orientation="asked-declined",
        pronouns="she/her",
    )  # fmt: skip
    kept = about().identity
    assert (kept.sex, kept.birth_sex, kept.gender_identity) == ("female", "M", "446141000124107")
    assert (kept.sexual_orientation, kept.pronouns, kept.marital_status) == ("asked-declined", "she/her", None)


@pytest.mark.parametrize("name", ["birth_sex", "gender_identity", "sexual_orientation", "marital_status"])
def test_declined_unknown_and_not_asked_are_three_values(desk, about, name):
    seen = set()
    for value in (None, *sorted(lists.codes(name))):
        _identity(desk, about, **{name: value})
        seen.add(getattr(about().identity, name))
    assert len(seen) == len(lists.codes(name)) + 1
    assert {value for value in seen if value in ("UNK", "unknown", "ASKU", "asked-declined")} >= {
        value for value in lists.codes(name) if value in ("UNK", "unknown", "ASKU", "asked-declined")
    }


def test_several_races_are_kept_and_declined_stands_alone(desk, about):
    _identity(desk, about, race=RACES, ethnicity=(("2186-5", ""),))
    assert about().identity.race == RACES
    assert about().identity.ethnicity == (("2186-5", "Not Hispanic or Latino"),)
    with pytest.raises(Invalid, match="alone") as refused:
        _identity(desk, about, race=(*RACES, ("ASKU", "")))
    assert refused.value.field == "race"
    _identity(desk, about, race=(("ASKU", ""),))
    assert about().identity.race == (("ASKU", "Declined to answer"),)
    _identity(desk, about, race=())
    assert about().identity.race == ()


def test_a_code_no_list_knows_is_refused_but_imported_words_stay(practice, desk, about, maria):
    with pytest.raises(Invalid, match="not_a_choice"):
        _identity(desk, about, race=(("1234-5", "Martian"),))
    with practice.open().write("import") as uow:
        patient = uow.session.get_one(Patient, maria)
        patient.race = [{"code": "2039-6", "text": "Japanese"}, {"code": None, "text": "Okinawan"}]
        patient.gender_identity = "Two-spirit"
    _identity(desk, about, pronouns="they")
    assert about().identity.race == (("2039-6", "Japanese"), (None, "Okinawan"))
    assert about().identity.gender_identity == "Two-spirit"


@pytest.mark.parametrize("born", ["1958", "1958-03", "1958-03-04", None])
def test_a_birth_date_may_be_partial(desk, about, born):
    _identity(desk, about, birth_date=born)
    assert about().head.birth_date == born


def test_the_legal_name_changes_and_the_former_one_still_finds(desk, about, maria, new):
    now = about()
    desk.run("services.demographics.save_names", SaveNames(maria, now.version, "Garcia", "Maria", preferred_name="Mia"))
    former = SaveFormerName(new, "maiden", "Lopez", "Maria", ends_on="1980-06")
    desk.run("services.demographics.save_former_name", former)
    kept = about()
    assert (kept.head.family, kept.head.preferred_name) == ("Garcia", "Mia")
    assert [(row.use, row.family, row.ends_on) for row in kept.names] == [
        ("official", "Garcia", None),
        ("maiden", "Lopez", "1980-06"),
    ]
    assert _found(desk, "lopez") == _found(desk, "garcia") == _found(desk, "mia") == [maria]
    mistaken(desk, "patient_name", kept.names[1])
    assert _found(desk, "lopez") == []


def test_the_best_number_is_the_one_lists_show(desk, about, maria, new):
    save = "services.reachability.save_telecom"
    desk.run(save, SaveTelecom(new, "phone", "555-010-0200", "mobile", rank=1, note="daughter answers"))
    assert about().head.phone == "555-010-0200"
    assert [row.value for row in about().telecoms] == ["555-010-0200", "555-010-0142"]
    mobile = about().telecoms[0]
    desk.run(save, SaveTelecom(at(mobile, maria), "phone", "555-010-0200", "mobile", rank=1, ends_on="2026-11-19"))
    assert about().head.phone == "555-010-0142"
    assert [(row.value, row.in_use, row.best) for row in about().telecoms] == [
        ("555-010-0142", True, True),
        ("555-010-0200", False, False),
    ]
    marked = mistaken(desk, "patient_telecom", about().telecoms[0])
    assert about().head.phone is None
    detail = desk.run("queries.records.fact", marked.ref)
    assert (detail.mistaken, detail.mistaken_reason) == (True, "Entered twice")
    desk.run("services.mistakes.unmark", UnmarkMistaken(marked.ref, detail.version))
    assert about().head.phone == "555-010-0142"


def test_addresses_have_use_and_dates(desk, about, maria, new):
    save = "services.reachability.save_address"
    desk.run(save, SaveAddress(new, "old", "1 Elm St", "Milltown", ends_on="2020"))
    desk.run(save, SaveAddress(new, "home", "27 Oak St", "Milltown", "MA", "02101", starts_on="2020"))
    assert [(row.line, row.in_use) for row in about().addresses] == [("27 Oak St", True), ("1 Elm St", False)]
    with pytest.raises(Invalid, match="ends_before_start"):
        desk.run(save, SaveAddress(new, "home", "2 Oak St", starts_on="2020-02", ends_on="2020-01-31"))
    with pytest.raises(Invalid, match="address_empty"):
        desk.run(save, SaveAddress(new, "home", postal_code="02101"))


def test_preferences_keep_the_voicemail_rule(desk, about, maria):
    now = about()
    wanted = replace(
        now.preferences, voicemail_rule="name_and_number", do_not_call=True, preferred_channel="sms",
        best_time="after 3 PM", contact_note="Ask for Maria.\nNever the neighbor.", language="es",
        interpreter_needed="yes", interpreter_language="es-MX",
    )  # fmt: skip
    desk.run("services.demographics.save_preferences", SavePreferences(maria, now.version, wanted))
    assert about().preferences == wanted
    rules = desk.run("queries.calling.call_rules", maria)
    assert (rules.voicemail_rule, rules.do_not_call, rules.best_time) == ("name_and_number", True, "after 3 PM")
    bad = replace(wanted, voicemail_rule="shout")
    with pytest.raises(Invalid, match="not_a_choice") as refused:
        desk.run("services.demographics.save_preferences", SavePreferences(maria, about().version, bad))
    assert refused.value.field == "voicemail_rule"


def test_two_editors_are_told_apart(desk, about, maria, new):
    then = about()
    _identity(desk, about, pronouns="she")
    with pytest.raises(Conflict, match="changed_meanwhile"):
        desk.run("services.demographics.save_names", SaveNames(maria, then.version, "Other"))
    old = at(then.telecoms[0], maria)
    desk.run("services.reachability.save_telecom", SaveTelecom(old, "phone", "555-010-0143"))
    with pytest.raises(Conflict, match="changed_meanwhile"):
        desk.run("services.reachability.save_telecom", SaveTelecom(old, "phone", "555-010-0144"))
    with pytest.raises(NotFound, match="unknown_row"):
        stranger = replace(old, row_id=999)
        desk.run("services.reachability.save_telecom", SaveTelecom(stranger, "phone", "555-010-0144"))


def test_a_changed_number_makes_an_open_registration_form_old(desk, about, maria, new):
    opened = desk.run("queries.registration.editable", maria)
    desk.run("services.reachability.save_telecom", SaveTelecom(new, "phone", "555-010-0200"))
    assert desk.run("queries.registration.editable", maria).version > opened.version


def test_every_act_is_undone(desk, about, maria, new):
    before = about()
    acts = [
        _identity(desk, about, race=RACES, birth_sex="F", multiple_birth=2),
        desk.run("services.reachability.save_telecom", SaveTelecom(new, "phone", "555-010-0200", rank=1)),
        desk.run("services.reachability.save_address", SaveAddress(new, "home", "27 Oak St")),
        desk.run("services.demographics.save_former_name", SaveFormerName(new, "old", "Perez")),
        desk.run("services.demographics.save_names", SaveNames(maria, about().version, "Ruiz", "Ana")),
    ]
    for act in reversed(acts):
        desk.run("services.history.undo", act.changes.action_id)
    after = about()
    assert (after.identity, after.names[0].family, after.head) == (before.identity, "Lopez", before.head)
    assert [row.value for row in after.telecoms] == ["555-010-0142"]
    assert (len(after.names), after.addresses) == (1, ())
