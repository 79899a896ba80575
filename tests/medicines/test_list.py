"""The list of medicines: put on, changed, held, stopped, undone; bad input is refused at its field, nothing is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.models.patient import Patient
from icm_desktop.contracts.conflicts import KEEP_OPEN, ConflictAnswer, ProposedChange, ProposedMedicine
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.medicines import SaveAllergy, SaveMedicine, SayNoAllergies, SetMedicineStatus
from icm_desktop.contracts.records import FactRef, MarkMistaken
from icm_desktop.domain.conflicts.identity import subject_of
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from tests.conftest import GOLDEN_DAY as TODAY
from tests.support import make_practice

NONE = "services.allergies.say_none"
SAVE, SET, LIST = "services.medicines.save", "services.medicines.set_status", "queries.medicines.of_patient"


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def maria(store):
    return store(Patient(record_number="000001", family="Lopez", given="Maria"))[0]


def entry(practice, patient):
    return practice.open().run(LIST, patient).entries[0]


def test_a_medicine_goes_through_its_states_and_every_act_is_taken_back(practice, maria):
    run = practice.open().run
    told = SaveMedicine(maria, "Coreg 12.5 mg tablet", "1", "tablet", "oral", slots=("morning", "evening"),
                        reason="Heart", prescriber="Dr. Petrov", starts_on="2026-10-01")  # fmt: skip
    saved = run(SAVE, told)
    one = entry(practice, maria)
    assert (one.name, one.brand, one.ingredients, one.mg_per_day) == (
        "carvedilol 12.5 mg tablet", "Coreg", ("carvedilol",), 25.0,
    )  # fmt: skip
    assert one.dosage == "1 tablet by mouth in the morning and in the evening" and one.times == ("1", None, "1", None)
    assert saved.checked and one.state == "taken"
    with pytest.raises(Invalid, match="reason_missing"):
        run(SET, SetMedicineStatus(one.id, one.version, "on-hold"))
    held = run(SET, SetMedicineStatus(one.id, one.version, "on-hold", "Slow pulse"))
    assert (entry(practice, maria).state, entry(practice, maria).status_reason) == ("held", "Slow pulse")
    found = run("queries.conflicts.of_patient", maria)
    assert (found.medicines, [(each.text, each.why) for each in found.not_checked]) == (
        0, [("Coreg 12.5 mg tablet", "held")],
    )  # fmt: skip
    run("services.history.undo", held.changes.action_id)
    assert entry(practice, maria).state == "taken"
    version = entry(practice, maria).version
    stopped = SetMedicineStatus(one.id, version, "stopped", "Dizzy", TODAY - dt.timedelta(days=2))
    run(SET, stopped)
    assert (entry(practice, maria).state, entry(practice, maria).ends) == ("over", "2026-11-18")
    with pytest.raises(Conflict, match="changed_meanwhile"):
        run(SET, stopped)
    run(SET, SetMedicineStatus(one.id, entry(practice, maria).version, "active"))
    assert (entry(practice, maria).state, entry(practice, maria).ends) == ("taken", None)
    run(SET, SetMedicineStatus(one.id, entry(practice, maria).version, "not-taken", "Never picked up"))
    assert entry(practice, maria).state == "never"


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("text", {"text": " "}),
        ("text", {"text": "x" * 1_000_000}),
        ("dose", {"dose": "two", "unit": "tablet"}),
        ("unit", {"dose": "2"}),
        ("dose", {"unit": "tablet", "slots": ("noon",)}),
        ("starts_on", {"starts_on": "2026-11-21"}),
        ("starts_on", {"starts_on": "yesterday-ish"}),
        ("ends_on", {"starts_on": "2026-11-02", "ends_on": "2026-11-01"}),
        ("route", {"route": "by owl"}),
        ("slots", {"slots": ("dawn",)}),
    ],
)
def test_bad_input_is_refused_at_its_field_and_nothing_is_saved(practice, maria, field, more):
    with pytest.raises(Invalid) as refused:
        practice.open().run(SAVE, SaveMedicine(maria, **({"text": "metformin 500 mg"} | more)))
    assert refused.value.field == field
    assert practice.open().run(LIST, maria).entries == ()


def test_names_nobody_knows_are_kept_and_not_checked(practice, maria):
    run = practice.open().run
    for name in ("=1+1", "دواء الضغط", "Té de la abuela"):
        assert run(SAVE, SaveMedicine(maria, name)).checked is False
    found = run(LIST, maria)
    assert {one.written for one in found.taken} == {"=1+1", "دواء الضغط", "Té de la abuela"}
    assert not any(one.checked for one in found.taken)
    conflicts = run("queries.conflicts.of_patient", maria)
    assert (conflicts.checked, conflicts.medicines, len(conflicts.not_checked)) == (0, 3, 3)
    with pytest.raises(NotAllowed):
        practice.open("front_desk").run(LIST, maria)


def test_a_stop_level_danger_is_said_when_it_is_saved_and_allergies_come_with_how_bad_and_how_certain(practice, maria):
    run = practice.open().run
    assert run(LIST, maria).allergies_are == "not_recorded"
    told = SaveAllergy(maria, "Penicillin", reaction="Hives", severity="severe", criticality="high")
    allergy = run("services.allergies.save", told)
    (one,) = run(LIST, maria).allergies
    assert (one.reaction, one.severity, one.verification, one.known, one.current) == (
        "Hives", "severe", "confirmed", True, True,
    )  # fmt: skip
    wanted = SaveMedicine(maria, "amoxicillin 500 mg capsule")
    with pytest.raises(Conflict) as unanswered:
        run(SAVE, wanted)
    assert unanswered.value.code == "conflicts.must_be_answered" and run(LIST, maria).entries == ()
    proposed = ProposedChange(maria, (ProposedMedicine("amoxicillin 500 mg capsule"),))
    (danger,) = run("queries.conflict_interrupt.check_before_save", proposed).findings
    answer = ConflictAnswer(danger.told.id, subject_of(danger), KEEP_OPEN, None)
    saved = run(SAVE, replace(wanted, answers=(answer,)))
    stops = [one for one in run("queries.conflicts.of_patient", maria).findings if one.severity == "stop"]
    assert [fact.entry for one in stops for fact in one.facts if fact.kind == "medicine"] == [saved.id]
    change = SaveAllergy(maria, "Penicillin", status="resolved", allergy_id=one.id, expected_version=one.version)
    run("services.allergies.save", change)
    assert not run(LIST, maria).allergies[0].current and run(LIST, maria).allergies_are == "not_recorded"
    with pytest.raises(Invalid) as refused:
        run("services.allergies.save", SaveAllergy(maria, "x", severity="awful"))
    assert refused.value.field == "severity" and allergy.checked


def test_the_golden_patients_medicines_are_exact(golden_practice, golden_facts):
    run = golden_practice.open().run
    found = run(LIST, run("queries.references.find_patient", "000001"))
    facts = golden_facts["medicines"]
    known = sorted("/".join(sorted(one.ingredients)) for one in found.taken if one.checked)
    assert known == sorted("/".join(sorted(one["ingredients"])) for one in facts["resolved"])
    for want in facts["resolved"]:
        if want.get("per_day", "").endswith(" mg"):
            daily = [one.mg_per_day for one in found.taken if sorted(one.ingredients) == sorted(want["ingredients"])]
            assert float(want["per_day"].removesuffix(" mg")) in daily, want
    assert [one.written for one in found.taken if not one.checked] == [one["text"] for one in facts["not_resolved"]]
    assert [one.ingredients for one in found.entries if one.state == "over"] == [("ibuprofen",)]
    assert f"{len(known)} of {len(found.taken)}" == facts["checked_text"]
    (aleve,) = (one for one in found.taken if one.brand == "Aleve")
    assert aleve.patient_reported and aleve.prescriber is None and aleve.name == "naproxen"


def test_no_known_allergies_is_recorded_taken_back_and_contradicted_by_an_allergy(practice, maria):
    run = practice.open().run

    def said():
        found, chart = run(LIST, maria), run("queries.chart.chart", maria).clinical.allergies
        assert (found.allergies_are, found.none_known_on) == (chart.state, chart.none_known_on)
        pages = {}
        for language in ("en", "es"):
            asked = HandoutRequest(maria, language=language, kind="medicines")
            pages[language] = repr(run("queries.patient_sheets.sheet", asked))
        return found.allergies_are, pages["en"], pages["es"]

    state, english, spanish = said()
    assert state == "not_recorded" and "We do not know yet" in english and "Aún no sabemos" in spanish
    with pytest.raises(Conflict, match="none_was_not_said"):
        run(NONE, SayNoAllergies(maria, none=False))
    none = run(NONE, SayNoAllergies(maria))
    state, english, spanish = said()
    assert state == "none" and "You told us that you have none" in english and "Nos dijo que no tiene" in spanish
    run("services.history.undo", none.changes.action_id)
    assert said()[0] == "not_recorded"
    run(NONE, SayNoAllergies(maria))
    added = run("services.allergies.save", SaveAllergy(maria, "Penicillin", reaction="rash"))
    state, english, _ = said()
    assert state == "some" and "Penicillin" in english and "have none" not in english
    with pytest.raises(Conflict, match="has_allergies"):
        run(NONE, SayNoAllergies(maria))
    wrong = next(one for one in run(LIST, maria).allergies)
    run(
        "services.mistakes.mark", MarkMistaken(FactRef("allergy_intolerance", wrong.id), wrong.version, "of her sister")
    )
    assert said()[0] == "not_recorded"  # it was contradicted: nobody knows again
    assert added.id == wrong.id
    with pytest.raises(NotAllowed):
        practice.open("front_desk").run(NONE, SayNoAllergies(maria))
