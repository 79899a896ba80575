"""Texts in other languages, hostile texts and letters no font has."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.plan import Goal
from icm_desktop.contracts.handouts import HandoutRequest, Notice
from tests.handouts.people import ARABIC, HOSTILE, add, made, medicine, patient, step, visit
from tests.handouts.reading import empty_boxes, letter_sizes, text, tidy


def test_free_text_in_another_language_stands_in_its_box_only(practice):
    who = patient(practice, language="es", record_number="box")
    add(
        practice,
        step(who, "Call the housing office about the form"),
        visit(
            who, dt.date(2026, 7, 20), 9, reason="Discuss the new brace", with_text="Dr. Cruz", bring="The old brace"
        ),
        medicine(who, "Zinc", "one on Mondays with the big meal", reason="because his aunt said so"),
        Goal(patient_id=who, status="active", words="I want to drive to the lake"),
    )
    page = made(practice, who)
    words = text(page.pdf)
    assert page.not_in_language == (
        "Su meta: I want to drive to the lake",
        "Qué hacer: Call the housing office about the form",
        "Cita del Lun 20 de julio: Discuss the new brace",
        "Traer el Lun 20 de julio: The old brace",
        "Para qué es Zinc: because his aunt said so",
        "Cómo tomar Zinc: one on Mondays with the big meal",
    )
    before, box = words.split("Pídanos que le expliquemos estas líneas")
    assert all(tidy(line) in box for line in page.not_in_language)
    assert "brace" not in before
    assert "Mire el cuadro de abajo" in before


def test_patient_words_and_phrases_are_used_in_each_language(practice):
    who = patient(practice, record_number="words")
    add(
        practice,
        step(who, "Weigh every morning and write it down"),
        step(who, "salt", phrase="step.salt"),
        step(who, "own", patient_words={"en": "walk to the park", "es": "camine al parque"}),
    )
    english, spanish = (text(made(practice, who, language=code).pdf) for code in ("en", "es"))
    for words in ("Weigh yourself each morning.", "Eat food with less salt.", "Walk to the park."):
        assert words in english
    for words in ("Pésese cada mañana", "Coma con menos sal.", "Camine al parque."):
        assert words in spanish


def test_the_patients_own_spanish_goal_stands_on_the_spanish_page_and_in_the_box_of_the_english_one(practice):
    who = patient(practice, record_number="goal")
    goal = "Bailar en la quinceañera de mi nieta en mayo"
    add(practice, Goal(patient_id=who, status="active", words=goal))
    assert f"Su meta: “{goal}”" in text(made(practice, who, language="es").pdf)
    page = made(practice, who, language="en")
    assert page.not_in_language == (f"Your goal: {goal}",)
    assert goal in text(page.pdf).split("Ask us to explain these lines")[1]


def test_directions_that_are_fully_understood_are_said_in_spanish(practice):
    who = patient(practice, language="es", record_number="sig")
    add(
        practice,
        medicine(who, "metformin hydrochloride 1000 MG Oral Tablet", "1000 mg by mouth 2 times a day with meals"),
        medicine(who, "glipizide 5 mg tablet", "5 mg by mouth once a day before breakfast"),
        medicine(who, "FUROSEMIDE 40MG TAB", "1 tablet by mouth daily"),
    )
    page = made(practice, who)
    words = text(page.pdf)
    assert "Tome 1000 mg, 2 veces al día, con las comidas." in words
    assert "Tome 5 mg, antes del desayuno." in words
    assert "furosemide 40 mg (furosemida) Tome 1 pastilla" in words
    assert "Tome 1 pastilla, 1 vez al día." in words
    assert page.not_in_language == ()


def test_arabic_is_joined_and_reads_in_its_own_order(practice):
    who = patient(practice, given="محمد", family="السلام علي", language="ar", record_number="ar")
    add(practice, step(who, ARABIC))
    page = made(practice, who)
    words = text(page.pdf)
    assert "Interpreter: Arabic" in words
    assert ARABIC in words
    assert page.language == "en"
    assert Notice("handout.interpreter", "Arabic") in page.notices
    assert page.not_in_language == (f"To do: {ARABIC}",)
    assert empty_boxes(page.pdf) == []


def test_hostile_text_prints_as_itself(practice):
    who = patient(practice, family="O'Brien <b", given="A & B", record_number="hostile")
    add(
        practice,
        step(who, HOSTILE),
        visit(who, dt.date(2026, 7, 20), 9, with_text=HOSTILE, reason=HOSTILE, where_text=HOSTILE, bring=HOSTILE),
        medicine(who, HOSTILE, HOSTILE),
    )
    page = made(practice, who, large_print=True)
    words = text(page.pdf)
    assert "A & B O'Brien <b" in words
    assert words.replace(" ", "").count(HOSTILE.replace(" ", "")) >= 5
    for form in ("text", "html"):
        written = practice.open().run(f"reports.next_steps_text.{form}", HandoutRequest(who)).text
        assert ("<b>" in written) == (form == "text")


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("long", [("Ask " * 250).strip(), "X" * 1000])
def test_a_thousand_letters_print_whole_with_and_without_spaces(practice, large, long):
    who = patient(practice, record_number=f"long{large}{long[1]}")
    add(practice, step(who, long))
    page = made(practice, who, large_print=large)
    words = text(page.pdf)
    assert words.count(long[:3]) == 250 if " " in long else words.count("X") == 1000
    assert min(letter_sizes(page.pdf)) >= (18 if large else 12)
    assert page.overflow == ()


def test_more_text_than_paper_is_named_not_shrunk(practice):
    who = patient(practice, record_number="endless")
    wordy = "go " * 30
    add(practice, step(who, wordy))
    assert Notice("handout.long_sentence", wordy[:60].capitalize()) in made(practice, who).notices
    add(practice, step(who, "word " * 5000), medicine(who, "drug " * 2000, "text " * 3000))
    for large in (False, True):
        page = made(practice, who, large_print=large)
        assert len(page.overflow) == 2
        assert "1 more step: ask us" in text(page.pdf)
        assert page.pages <= (4 if large else 1)


def test_letters_no_font_has_show_as_a_square_and_are_named(practice):
    who = patient(practice, family="漢字", given="Ann", record_number="han")
    page = made(practice, who)
    assert "Ann □□" in text(page.pdf)
    assert page.notices == (Notice("handout.letters_missing", "字漢"),)
    assert empty_boxes(page.pdf) == []


def test_control_and_steering_characters_are_gone(practice):
    who = patient(practice, given="An\u202en\x00a\u200b", family="Lee\n\tSmith", record_number="control")
    assert "Anna Lee Smith" in text(made(practice, who).pdf)
