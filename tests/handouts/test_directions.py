"""Directions are read whole or not at all; readability counts agree with counting by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain.directions import Directions, amount_of, read_directions
from icm_desktop.domain.plain_text import folded, plain
from icm_desktop.domain.readability import english_syllables, grade, read, spanish_syllables
from tests.handouts.people import add, made, medicine, patient
from tests.handouts.reading import ease, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 mg by mouth once a day", Directions("20", "mg", True, 1)),
        ("1000 mg by mouth 2 times a day with meals", Directions("1000", "mg", True, 2, when="with_meals")),
        ("Take 1 tablet by mouth daily.", Directions("1", "tablet", True, 1)),
        ("2 puffs every 6 hours as needed", Directions("2", "puffs", False, every_hours=6, as_needed=True)),
        ("500 mg by mouth 4 times a day for 7 days", Directions("500", "mg", True, 4, days=7)),
        ("Half tablet at bedtime", Directions("0.5", "tablet", False, when="bedtime")),
        ("1 tab po bid", Directions("1", "tab", True, 2)),
        (
            "1 tablet every 6 hours as needed for pain",
            Directions("1", "tablet", False, every_hours=6, as_needed=True, reason="pain"),
        ),
        (
            "Take 1 tablet by mouth 2 times a day as needed for back pain for 5 days",
            Directions("1", "tablet", True, 2, as_needed=True, days=5, reason="back pain"),
        ),
        ("1 tablet as needed for 5 days", Directions("1", "tablet", False, as_needed=True, days=5)),
    ],
)
def test_common_directions_are_understood(text, expected):
    assert read_directions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20 mg",
        "as directed",
        "1 or 2 pills for knee pain, most days",
        "1,000 mg daily",
        "1 tablet daily except Sunday",
        "1 tablet by mouth once a day unless dizzy",
        "20-40 mg daily",
        "1 tablet every other day",
        "taper over 5 days",
    ],
)
def test_what_is_not_fully_understood_is_not_understood(text):
    assert read_directions(text) is None


@given(st.text(max_size=80))
def test_any_text_is_read_or_left(text):
    found = read_directions(text)
    assert found is None or found.amount


def test_amounts_become_digits():
    assert [amount_of(text) for text in ("one", "half", "1/2", "2.0", "12.5", "1")] == [
        "1",
        "0.5",
        "0.5",
        "2",
        "12.5",
        "1",
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [("medicine", 3), ("called", 1), ("needed", 2), ("table", 2), ("diabetes", 4), ("write", 1), ("people", 2),
     ("coordinator", 5), ("you", 1), ("every", 3)],
)  # fmt: skip
def test_english_syllables(word, count):
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("cuidado", 3), ("día", 2), ("llámenos", 3), ("aeropuerto", 5), ("país", 2), ("que", 1), ("guía", 2), ("muy", 1),
     ("pingüino", 3), ("coordinación", 5), ("oír", 2), ("agua", 2)],
)  # fmt: skip
def test_spanish_syllables(word, count):
    assert spanish_syllables(word) == count


def test_scores_follow_their_formulas():
    counts = read("The cat sat. The dog ran.", "en")
    assert (counts.sentences, counts.words, counts.syllables, counts.longest_sentence) == (2, 6, 6, 3)
    assert grade("The cat sat. The dog ran.") == pytest.approx(0.39 * 3 + 11.8 - 15.59)
    assert ease("El sol va al mar.") == pytest.approx(206.84 - 60 - 1.02 * 5)
    assert read("See Dr. Patel at 10:30 a. m. today.", "en").sentences == 1
    assert (
        grade("Notwithstanding organizational considerations, interdisciplinary reconciliation necessitates it.") > 12
    )


@given(st.text())
def test_plain_text_is_one_visible_line(text):
    once = plain(text)
    assert plain(once) == once
    assert "\n" not in once
    assert "\x00" not in once
    assert folded(text) == folded(text.upper()) or not text.isascii()


@pytest.mark.parametrize(
    ("dosage", "said"),
    [
        ("1 tablet every 6 hours as needed for pain", "Take 1 pill for pain. Wait 6 hours before you take more."),
        ("2 puffs every 4 hours as needed for wheezing", "Use 2 puffs for breathing. Wait 4 hours"),
        ("1 tablet every 6 hours as needed for pain unless dizzy", "as needed for pain unless dizzy."),
        ("1 tablet daily as needed for the dog", "as needed for the dog."),
    ],
)
def test_what_it_is_needed_for_is_said_when_every_word_is_known_and_else_stays_as_it_was_written(
    practice, dosage, said
):
    who = patient(practice)
    add(practice, medicine(who, "examplol 10 mg tablet", dosage))
    assert said in text(made(practice, who, kind="medicines").pdf)


def test_what_a_medicine_is_for_is_not_said_twice(practice):
    who = patient(practice)
    add(practice, medicine(who, "examplol 10 mg tablet", "1 tablet as needed for headache", reason="Headache"))
    words = text(made(practice, who, kind="medicines").pdf)
    assert words.count("for headache") == 1 and "Only if you need it" in words
