"""Hostile and extreme records on every kind of page: still right, whole or counted, and never cut without a word."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest

from db.models.plan import Goal
from icm_desktop.contracts.handouts import KINDS, NEXT_STEPS, HandoutRequest
from icm_desktop.domain.plain_text import plain
from tests.handouts.people import add, made, medicine, overfull, patient, step, visit
from tests.handouts.reading import empty_boxes, glyphs, letter_sizes, page_texts, right_edge, text
from tests.people.hostile import HOSTILE

DAY = dt.date(2026, 7, 20)
SURNAME = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmon"
PRINTED = [one for one in HOSTILE if not any(0xD800 <= ord(letter) <= 0xDFFF for letter in one)]
OTHERS = [kind for kind in KINDS if kind != NEXT_STEPS]


def bare(words: str) -> str:
    """The letters without spaces, joined ones taken apart: how a line was broken does not matter."""
    import unicodedata

    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words)).casefold()


def printable(words: str) -> str:
    """What a page can show of a text: letters no bundled font has stand as a square."""
    known = glyphs("ICMPlain-Regular") | glyphs("NotoSansArabic-Regular")
    return "".join(letter if ord(letter) in known or letter == " " else "□" for letter in plain(words))


@pytest.mark.parametrize("number", range(len(PRINTED)))
def test_hostile_text_prints_as_itself_or_is_named(practice, number):
    hostile = PRINTED[number]
    who = patient(practice, family=f"Q{number} {hostile}"[:300], language=("en", "es")[number % 2])
    add(
        practice,
        step(who, f"Ask {hostile}"),
        Goal(patient_id=who, status="active", words=hostile, words_language=("en", "es")[number % 2]),
        visit(who, DAY, 9, reason=hostile, with_text=f"Dr {hostile}", where_text=hostile, bring=hostile),
        medicine(who, f"zz{hostile}", hostile, reason=hostile),
    )
    for kind in (NEXT_STEPS, OTHERS[number % len(OTHERS)]):
        page = made(practice, who, kind=kind, large_print=bool(number % 3))
        words = bare(text(page.pdf))
        if len(hostile) < 100:
            assert bare(printable(f"Q{number} {hostile}")) in words or _is_arabic(hostile)
        shown = any(one.code == "handout.letters_missing" for one in page.notices)
        assert shown == ("□" in words)
        assert min(letter_sizes(page.pdf)) >= (18 if number % 3 else 12)
        assert empty_boxes(page.pdf) == []
        assert right_edge(page.pdf) <= 612 - (54 if number % 3 else 43.2) + 1.5
        marked = practice.open().run("reports.handouts.html", HandoutRequest(who, kind=kind)).text
        assert "<img src" not in marked and "<b>bold" not in marked


def _is_arabic(words: str) -> bool:
    return any(0x600 <= ord(letter) <= 0x6FF for letter in words)


@pytest.mark.parametrize(("language", "large"), list(itertools.product(("en", "es"), (False, True))))
def test_a_surname_of_sixty_letters_25_medicines_and_12_visits_are_all_there(practice, language, large):
    assert len(SURNAME) >= 60
    who = overfull(practice, 12, family=SURNAME, language=language)
    add(practice, *(medicine(who, f"extra{number} 5 mg tablet", "1 tablet by mouth daily") for number in range(1, 14)))
    wanted = {f"drug{number}" for number in range(1, 13)} | {f"extra{number}" for number in range(1, 14)}
    for kind in KINDS:
        page = made(practice, who, kind=kind, large_print=large)
        for words in page_texts(page.pdf):
            assert SURNAME in words.replace("\ufffe", "-").replace("- ", "-") and "1958" in words
    medicines = text(made(practice, who, kind="medicines", large_print=large).pdf)
    assert set(re.findall(r"(?:drug|extra)\d+", medicines)) == wanted
    visits = text(made(practice, who, kind="visits", large_print=large).pdf)
    assert {int(found) for found in re.findall(r"Number(\d+)", visits)} == set(range(1, 13))
    first = made(practice, who, large_print=large)
    told = text(first.pdf)
    shown = set(re.findall(r"(?:drug|extra)\d+", told))
    left = {found for item in first.overflow for found in re.findall(r"(?:drug|extra)\d+", item)}
    assert shown | left == wanted and not shown & left
    count = len(left)
    assert (f"{count} more medicines: ask us" if language == "en" else f"{count} medicinas más: pídanos") in told


@pytest.mark.parametrize(("kind", "language"), list(itertools.product(KINDS, ("en", "es"))))
def test_nothing_at_all_on_record_still_says_what_to_do(practice, kind, language):
    page = made(practice, patient(practice, language=language, birth_date=None, given=None), kind=kind)
    words = text(page.pdf)
    assert page.pages == 1 and "911" in words and "988" in words
    assert (page.not_in_language, page.overflow) == ((), ())
    assert "None" not in words and "{" not in words
