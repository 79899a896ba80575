"""Words found in notes, and abnormal flags: pure rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain import abnormal, finding


@pytest.mark.parametrize(
    ("text", "typed", "word"),
    [
        ("No pneumonía seen", "pneumonia", "pneumonía"),
        ("STRASSE Straße", "straße", "STRASSE"),
        ("Café au lait", "cafe", "Café"),
        ("Blood\npressure high", "PRESSURE", "pressure"),
    ],
)
def test_a_word_is_shown_as_it_is_written(text, typed, word):
    hit = finding.context(text, finding.words_of(typed))
    assert hit is not None
    assert hit.word == word
    assert "\n" not in hit.text


@given(st.text(max_size=400), st.text(min_size=1, max_size=12))
def test_the_context_is_a_piece_of_the_text_around_the_word(text, typed):
    words = finding.words_of(typed)
    found = finding.finds(text, words) and bool(words)
    hit = finding.context(text, words)
    if found:
        assert hit is not None
        assert hit.word in text
        assert len(hit.text) <= len(typed) * 4 + 48 + 96 + 8


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["dolor", "Año", "O'Farrill", "naïve"]))
def test_what_stands_in_a_text_is_found(before, after, word):
    assert finding.finds(f"{before} {word} {after}", finding.words_of(word))


@pytest.mark.parametrize(
    ("value", "comparator", "low", "high", "text", "flag"),
    [
        (5.6, None, 3.5, 5.1, None, "high"),
        (3.5, None, 3.5, 5.1, None, "normal"),
        (5.1, None, 3.5, 5.1, None, "normal"),
        (3.4, None, 3.5, 5.1, None, "low"),
        (34, None, 60, None, None, "low"),
        (5, "<", 10, 20, None, "low"),
        (10, "<", 10, 20, None, "low"),
        (10, "<=", 10, 20, None, None),
        (15, "<", 10, 20, None, None),  # anything under 15: low or normal, nobody can tell
        (5, "<", None, 30, None, "normal"),
        (40, "<", None, 30, None, None),
        (100, ">", None, 30, None, "high"),
        (30, ">", None, 30, None, "high"),
        (90, ">", 60, None, None, "normal"),
        (110, None, None, None, "70-99", "high"),
        (3, None, None, None, "< 5 mg/dL", "normal"),
        (3, None, None, None, "see note", None),
        (3, None, None, None, None, None),
        (None, None, 1, 2, None, None),
    ],
)
def test_a_value_is_flagged_only_as_far_as_value_and_range_tell(value, comparator, low, high, text, flag):
    assert abnormal.flag(value, comparator, low, high, text) == flag


@pytest.mark.parametrize(
    ("computed", "said", "differ"),
    [("high", "H", False), ("high", "N", True), ("normal", "HH", True), (None, "H", False), ("low", "A", False)],
)
def test_a_sender_who_says_otherwise_is_noticed(computed, said, differ):
    assert abnormal.disagrees(computed, said) is differ


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_exactly_one_flag_fits_a_plain_value(value, one, other):
    low, high = sorted((one, other))
    flag = abnormal.flag(value, None, low, high)
    assert flag == ("low" if value < low else "high" if value > high else "normal")
