"""The other pages for a patient: what stands on them, in every language, size and paper, whatever the data."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest

from icm_desktop.contracts.handouts import KINDS, NEXT_STEPS, HandoutRequest
from icm_desktop.errors import Invalid
from icm_desktop.queries.patient_sheets import SHEETS
from tests.handouts.people import HOSTILE, TODAY, add, made, maria, medicine, overfull, patient, step, visit
from tests.handouts.reading import letter_sizes, page_texts, text

OTHERS = tuple(kind for kind in KINDS if kind != NEXT_STEPS)


def test_every_kind_that_is_offered_can_be_made():
    assert set(OTHERS) == set(SHEETS)


@pytest.mark.parametrize(("kind", "large"), list(itertools.product(OTHERS, (False, True))))
def test_name_birth_date_and_number_stand_on_every_page_in_letters_of_full_size(practice, kind, large):
    who = overfull(practice, 12, family="Featherstonehaugh-Papadopoulos", language="es")
    page = made(practice, who, kind=kind, large_print=large, paper="a4")
    texts = page_texts(page.pdf)
    assert page.kind == kind and page.pages == len(texts) and page.overflow == ()
    for number, words in enumerate(texts, start=1):
        assert "Featherstonehaugh-Papadopoulos" in words and "4 de marzo de 1958" in words
        assert f"Página {number} de {len(texts)}" in words
        assert "Llame al 911" in words
    assert min(letter_sizes(page.pdf)) >= (18 if large else 12)


def test_medicines_are_all_of_the_list_and_nothing_else(practice):
    who = overfull(practice, 25)
    words = text(made(practice, who, kind="medicines").pdf)
    assert {int(number) for number in re.findall(r"drug(\d+)", words)} == set(range(1, 26))


def test_what_is_new_changed_and_stopped_stands_first(practice):
    who = patient(practice)
    lately, long_ago = (TODAY - dt.timedelta(days=10)).isoformat(), (TODAY - dt.timedelta(days=400)).isoformat()
    add(
        practice,
        medicine(who, "lisinopril 20 mg tablet", "1 tablet by mouth once a day", starts_when=lately),
        medicine(who, "lisinopril 10 mg tablet", status="stopped", starts_when=long_ago, ends_when=lately),
        medicine(who, "atorvastatin 40 mg tablet", "1 tablet by mouth once a day", starts_when=lately),
        medicine(who, "ibuprofen 600 mg tablet", status="stopped", starts_when=long_ago, ends_when=lately),
        medicine(who, "glipizide 5 mg tablet", status="stopped", starts_when=long_ago, ends_when=long_ago),
        medicine(who, "disulfiram 250 mg tablet", status="stopped", starts_when=long_ago, ends_when=lately),
    )
    words = text(made(practice, who, kind="medicines").pdf)
    stop, new, changed = (words.index(head) for head in ("Stop: do not take", "New since", "Changed since"))
    assert stop < words.index("ibuprofen") < new < words.index("atorvastatin") < changed
    assert "Take lisinopril 20 mg now. It takes the place of lisinopril 10 mg." in words
    assert "glipizide" not in words and "disulfiram" not in words  # long ago; and sensitive, not ticked


def test_visits_are_marked_in_the_calendar_and_all_listed(practice):
    who = maria(practice)
    words = text(made(practice, who, kind="visits").pdf)
    assert "July 2026" in words and "August 2026" in words
    assert "10:30" in words and "2:00" in words and "All your medicine bottles" in words


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_on_record_and_hostile_words_still_make_a_page(practice, kind, language):
    nobody = patient(practice, language=language)
    assert made(practice, nobody, kind=kind).pages == 1
    odd = patient(practice, language=language, given=HOSTILE)
    add(practice, medicine(odd, HOSTILE, HOSTILE), visit(odd, dt.date(2026, 8, 1), 9, reason=HOSTILE, bring=HOSTILE))
    page = made(practice, odd, kind=kind, large_print=True)
    assert "{day} %s" in text(page.pdf)


@pytest.mark.parametrize("kind", OTHERS)
def test_plain_text_and_html_say_the_same(practice, kind):
    who = maria(practice)
    desk = practice.open()
    plain = desk.run("reports.handouts.text", HandoutRequest(who, kind=kind)).text
    marked = desk.run("reports.handouts.html", HandoutRequest(who, kind=kind)).text
    assert '<html lang="en">' in marked and "<h1>" in marked
    stripped = re.sub(r"<style>.*?</style>|<title>.*?</title>|<[^>]+>", " ", marked)
    words = [line.removeprefix("[ ]").lstrip("- ").strip() for line in plain.splitlines() if line.strip()]
    assert len(words) > 8 and all(word.casefold() in stripped.casefold() for word in words)


def test_an_unknown_kind_is_refused(practice):
    with pytest.raises(Invalid, match=r"handout\.unknown_kind"):
        made(practice, patient(practice), kind="poster")


def test_after_the_hospital_tells_of_the_next_visit_only(practice):
    who = patient(practice, language="es")
    for days in (3, 9):
        add(practice, visit(who, TODAY + dt.timedelta(days=days), 9, reason=f"Something about letter {days}"))
    page = made(practice, who, kind="after-hospital")
    assert "Vaya a su cita el viernes 17 de julio" in text(page.pdf)
    assert page.not_in_language == ()
    assert len(made(practice, who, kind="visits").not_in_language) == 2


def test_in_large_print_whoever_does_several_things_is_named_once(practice):
    who = patient(practice)
    add(practice, step(who, "Bring your log", position=1), step(who, "Walk to the park", position=2))
    words = text(made(practice, who, kind="my-plan", large_print=True).pdf)
    assert "Who does what You • Bring your log. • Walk to the park." in words
