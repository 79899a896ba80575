"""How hard a text is: syllables against dictionaries, grades against counting by hand, and what is found in a text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.content.reading import reading_rules
from icm_desktop.domain.readability import english_syllables, grade, inflesz, read, spanish_syllables
from icm_desktop.domain.wording import EASY, JARGON, LONG, NO_WHY, PASSIVE, STOP, SUMS, WARN, judged
from tests.handouts.reading import ease

WORDS = tomllib.loads(Path(__file__).with_name("syllables.toml").read_text("utf-8"))


@pytest.mark.parametrize(("language", "count"), [("en", english_syllables), ("es", spanish_syllables)])
def test_syllables_of_two_hundred_words_by_lot(language, count):
    expected = {word: int(number) for number, words in WORDS[language].items() for word in words.split()}
    wrong = {word: (count(word), number) for word, number in expected.items() if count(word) != number}
    assert len(expected) == 200 and len(wrong) <= 10, wrong


# Sentences, words and syllables counted by hand; a number is one word of one syllable.
EASY_EN = "Take 1 pill each morning with food. Call us if you feel dizzy. Your next visit is on Monday."
KIDNEYS = (
    "Your kidneys clean your blood. High sugar can hurt them over many years. A blood test and a urine test show how "
    "well they work. We do both tests each year."
)
OFFICE = (
    "The coordinator organizes communication between your physicians. Medication reconciliation reduces preventable "
    "complications after hospitalization."
)
EASY_ES = "Tome 1 pastilla cada mañana con comida. Llámenos si se siente mareado. Su próxima cita es el lunes."
RINONES = (
    "Sus riñones limpian la sangre. El azúcar alta los daña con los años. Un análisis de sangre y uno de orina dicen "
    "cómo están."
)


@pytest.mark.parametrize(
    ("text", "sentences", "words", "syllables"),
    [(EASY_EN, 3, 19, 23), (KIDNEYS, 4, 31, 36), (OFFICE, 2, 14, 50)],
)
def test_english_grade_is_that_of_the_hand_count(text, sentences, words, syllables):
    assert grade(text) == pytest.approx(0.39 * words / sentences + 11.8 * syllables / words - 15.59, abs=0.3)
    assert (read(text, "en").sentences, read(text, "en").words) == (sentences, words)


@pytest.mark.parametrize(("text", "sentences", "words", "syllables"), [(EASY_ES, 3, 18, 36), (RINONES, 3, 24, 43)])
def test_spanish_values_are_those_of_the_hand_count(text, sentences, words, syllables):
    assert inflesz(text) == pytest.approx(206.835 - 62.3 * syllables / words - words / sentences, abs=0.3)
    assert ease(text) == pytest.approx(206.84 - 60 * syllables / words - 1.02 * words / sentences, abs=0.3)


@pytest.mark.parametrize(
    ("language", "value", "level"),
    [("en", 6.0, EASY), ("en", 6.1, WARN), ("en", 8.0, WARN), ("en", 8.1, STOP),
     ("es", 65.0, EASY), ("es", 64.9, WARN), ("es", 55.0, WARN), ("es", 54.9, STOP)],
)  # fmt: skip
def test_the_levels_begin_where_the_content_says(language, value, level):
    assert reading_rules(language).level(value) == level


@pytest.mark.parametrize(
    ("language", "text", "kind", "place", "instead"),
    [
        ("en", "Take your medication each day.", JARGON, "medication", "medicine"),
        ("en", "Take 1 pill BID.", JARGON, "BID", "2 times a day"),
        ("en", "Your blood will be tested by the nurse.", PASSIVE, "be tested", ""),
        ("en", "Call if you gain 2-3 pounds.", SUMS, "2-3", ""),
        ("en", "Your A1c is > 8.", SUMS, ">", ""),
        ("en", "Do this now and " + "then walk on and " * 5 + "rest.", LONG, None, ""),
        ("es", "Tome el medicamento cada día.", JARGON, "medicamento", "medicina"),
        ("es", "La sangre es tomada por la mañana.", PASSIVE, "es tomada", ""),
        ("es", "Llame si sube de 2 a 3 libras.", SUMS, "2 a 3", ""),
    ],
)
def test_what_is_hard_is_found_where_it_stands(language, text, kind, place, instead):
    found = [one for one in judged(text, reading_rules(language)).findings if one.kind == kind]
    assert len(found) == 1
    assert found[0].instead == instead
    assert place is None or text[found[0].start : found[0].start + found[0].length] == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "See the heart doctor on Monday at 10:30 AM."),
        ("en", "This is your 3-month sugar test (A1c)."),  # the plain words are there already
        ("en", "We are open 8 AM to 5 PM."),
        ("en", "Call us at 555-010-0100 or 555-0199."),
        ("es", "Llame al 555-010-0100 o al 555-0199."),
        ("es", "Vaya a su cita el lunes a las 10:30 a. m."),
    ],
)
def test_plain_sentences_are_left_alone(language, text):
    found = judged(text, reading_rules(language))
    assert (found.level, found.findings) == (EASY, ())


def test_an_action_without_a_reason_says_so():
    rules = reading_rules("en")
    assert [one.kind for one in judged("Check your feet each day.", rules, why=True).findings] == [NO_WHY]
    assert judged("Check your feet each day. This helps you find sores.", rules, why=True).findings == ()


def test_names_do_not_count_and_are_told():
    rules = reading_rules("en")
    plain, named = judged("Take 1 pill each day.", rules), judged("Take empagliflozin 1 pill each day.", rules)
    without = judged("Take empagliflozin 1 pill each day.", rules, names=("empagliflozin",))
    assert named.value > without.value == plain.value
    assert without.left_out == ("empagliflozin",)
    assert judged("See Doctor Papadopoulos-Featherstonehaugh today.", rules).left_out == (
        "Doctor Papadopoulos-Featherstonehaugh",
    )


@given(st.text(max_size=300), st.sampled_from(["en", "es"]))
def test_any_text_is_judged_and_every_place_lies_in_it(text, language):
    found = judged(text, reading_rules(language), why=True)
    assert all(one.start >= 0 and one.start + one.length <= len(text) for one in found.findings)
