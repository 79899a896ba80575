"""Medicines as other systems name them read like the bottle; one listed twice stands once."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.handouts import HandoutRequest, MedicineLine, Notice
from tests.handouts.people import add, made, medicine, patient
from tests.handouts.reading import text


def line(practice, name: str, dosage: str | None = None, language: str = "en", **values) -> MedicineLine:
    """The one medicine of a new patient."""
    who = patient(practice, language=language)
    add(practice, medicine(who, name, dosage, **values))
    (found,) = practice.open().run("queries.handouts.next_steps", HandoutRequest(who)).medicines
    assert isinstance(found, MedicineLine)
    return found


@pytest.mark.parametrize(
    ("written", "name", "purpose"),
    [
        ("24 HR metoprolol succinate 100 MG Extended Release Oral Tablet [Toprol]",
         "metoprolol succinate 100 mg (Toprol)", "long-acting tablet"),
        ("NDA020800 0.3 ML Epinephrine 1 MG/ML Auto-Injector", "0.3 mL Epinephrine 1 mg/mL", "shot"),
        ("insulin isophane, human 70 UNT/ML Injectable Suspension [Humulin]",
         "insulin isophane, human 70 units/mL (Humulin)", "shot for diabetes"),
        ("Diazepam [Valium]", "Diazepam (Valium)", ""),
        ("Nitroglycerin 0.4 MG/ACTUAT Mucosal Spray", "Nitroglycerin 0.4 mg Mucosal Spray", ""),
    ],
)  # fmt: skip
def test_names_of_a_drug_list_read_like_the_bottle(practice, written, name, purpose):
    found = line(practice, written)
    assert (found.name, found.purpose) == (name, purpose)


def test_the_spanish_name_and_the_brand_share_one_bracket(practice):
    assert line(practice, "ibuprofen 400 MG [Advil]", language="es").name == "ibuprofen 400 mg (ibuprofeno, Advil)"


def test_a_coded_reason_loses_its_kind_and_finds_its_words(practice):
    reason = "Osteoarthritis of knee (disorder)"
    assert (
        line(practice, "naproxen 220 mg", "1 tablet daily", "es", reason=reason).purpose == "para el dolor de rodilla"
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_as_needed_without_an_amount_asks_instead_of_guessing(practice, language):
    found = line(practice, "loratadine 5 mg tablet", "Take as needed.", language)
    ask = {"en": "Ask us how to take it.", "es": "Pida que le digamos cómo se toma."}[language]
    assert (found.as_needed, found.words) == (True, ask)


@pytest.mark.parametrize(
    ("dosage", "grid"),
    [
        ("500 mg by mouth 4 times a day", ("500 mg",) * 4),
        ("1 tablet every morning", ("1 pill", "", "", "")),
        ("1 tablet at noon", ("", "1 pill", "", "")),
        ("Half tablet at bedtime", ("", "", "", "half a pill")),
        ("1 tablet 2 times a day", None),
        ("1 tablet every 6 hours", None),
        ("1 tablet at bedtime as needed", None),
    ],
)
def test_only_plain_times_become_a_grid(practice, dosage, grid):
    assert line(practice, "amoxicillin 500 mg tablet", dosage).grid == grid


def test_the_same_medicine_with_the_same_directions_stands_once_without_a_word(practice):
    who = patient(practice)
    add(practice, *(medicine(who, name, "1 tablet daily") for name in ("LASIX 40MG TAB", "Lasix 40 mg tablet")))
    page = made(practice, who)
    assert text(page.pdf).casefold().count("lasix") == 1
    assert page.notices == ()


def test_the_same_medicine_with_other_directions_stands_once_and_a_person_has_to_say_which(practice):
    who = patient(practice)
    add(practice, medicine(who, "furosemide 40 mg tablet", "1 tablet daily"))
    add(practice, medicine(who, "FUROSEMIDE 40MG TAB", "1 tablet 2 times a day"))
    page = made(practice, who)
    assert "It is on your list 2 times. Ask us how to take it." in text(page.pdf)
    assert "Take 1 pill" not in text(page.pdf)
    assert page.notices == (Notice("handout.same_medicine_twice", "furosemide 40 mg"),)


def test_two_strengths_of_one_medicine_both_stand_and_are_named(practice):
    who = patient(practice)
    add(practice, medicine(who, "furosemide 40 mg tablet", "1 tablet daily"))
    add(practice, medicine(who, "furosemide 20 mg tablet", "1 tablet at bedtime"))
    page = made(practice, who)
    assert "furosemide 40 mg" in text(page.pdf)
    assert "furosemide 20 mg" in text(page.pdf)
    assert page.notices[0].code == "handout.same_medicine_twice"
