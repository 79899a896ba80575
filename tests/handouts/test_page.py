"""The printed page read back: words, order, sizes, fonts, paper."""

from __future__ import annotations

import datetime as dt
import re

import pypdfium2 as pdfium
import pytest

from db.models.practice import Practitioner
from icm_desktop.contracts.handouts import HandoutRequest
from tests.handouts.people import add, made, maria, medicine, overfull, patient, step, visit
from tests.handouts.reading import empty_boxes, fonts, letter_sizes, page_texts, right_edge, text

ORDER_EN = (
    "Maria Lopez", "Your next steps", "Most important:", "Your goal:", "What to do", "Your visits", "Your medicines",
    "Only if you need it", "Who to call", "Tell us in your own words", "If this page and your medicine bottle",
)  # fmt: skip


@pytest.fixture(scope="module")
def english(practice) -> int:
    return maria(practice)


@pytest.fixture(scope="module")
def spanish(practice) -> int:
    return maria(practice, language="es", family="Núñez O'Farrill", given="María José")


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_form_keeps_its_sizes_its_fonts_and_its_pages(practice, english, paper, large, language):
    page = made(practice, english, paper=paper, large_print=large, language=language)
    body = 18 if large else 12
    assert min(letter_sizes(page.pdf)) >= body
    assert page.pages == len(page_texts(page.pdf))
    assert page.pages <= 4 if large else page.pages == 1
    assert fonts(page.pdf)
    assert all(fonts(page.pdf).values())
    assert empty_boxes(page.pdf) == []
    width, _ = pdfium.PdfDocument(page.pdf)[0].get_size()
    assert width == pytest.approx(612 if paper == "letter" else 595.28, abs=0.1)
    assert right_edge(page.pdf) <= width - (54 if large else 43) + 1


def test_content_comes_in_the_fixed_order(practice, english):
    words = text(made(practice, english).pdf)
    places = [words.index(part) for part in ORDER_EN]
    assert places == sorted(places)


def test_every_page_says_who_born_when_printed_which_page_and_the_emergency_line(practice, english):
    page = made(practice, english, large_print=True)
    assert page.pages > 1
    for number, words in enumerate(page_texts(page.pdf), start=1):
        assert "Maria Lopez" in words
        assert "Born March 4, 1958 · Printed Tuesday, July 14, 2026" in words
        assert f"Page {number} of {page.pages}" in words
        assert "Call 911 for chest pain" in words
        assert "do not match" in words
        assert "not yet checked" in words


def test_visits_have_day_time_person_place_phone_and_what_to_bring(practice, english):
    words = text(made(practice, english).pdf)
    for part in ("Thu, July 23 10:30 AM", "Dr. Anil Patel. Heart check", "120 Oak St, Floor 2 555-0142",
                 "medicine bottles", "Mon, Aug 3 2:00 PM", "Our clinic, 12 Main St"):  # fmt: skip
        assert part in words


def test_medicines_stand_in_the_grid_with_their_purpose(practice, english):
    words = text(made(practice, english).pdf)
    assert "metformin 500 mg for diabetes 1 pill – 1 pill –" in words
    assert "lisinopril 10 mg for blood pressure 1 pill – – –" in words
    assert "sertraline 50 mg for mood – – – half a pill" in words
    assert "Only if you need it acetaminophen 500 mg for headache Take 2 pills. Wait 6 hours before" in words


def test_a_spanish_page_has_no_english(practice, spanish):
    page = made(practice, spanish, large_print=True)
    words = text(page.pdf)
    for part in ("Sus próximos pasos", "jueves 23 de julio a las 10:30 a. m.", "Revisión del corazón", "1 pastilla",
                 "metformin 500 mg (metformina) para la diabetes", "Llame al 911", "988", "María José Núñez O'Farrill",
                 "media pastilla", "Tome 2 pastillas. Espere 6 horas antes de tomar más."):  # fmt: skip
        assert part in words
    lower = f" {words.casefold()} "
    for word in (" the ", " your ", " visit", " take ", "pill", " day ", " for ", "july", " tablet ", " am ", " once "):
        assert word not in lower
    assert page.not_in_language == ()


def test_one_o_clock_noon_and_another_year_read_naturally(practice):
    who = patient(practice, language="es", record_number="one")
    add(practice, visit(who, dt.date(2026, 7, 20), 13), visit(who, dt.date(2027, 7, 1), 12))
    words = text(made(practice, who, large_print=True).pdf)
    assert "lunes 20 de julio a la 1:00 p. m." in words
    assert "1 de julio de 2027, a las 12:00 del mediodía" in words


def test_an_empty_chart_still_makes_one_useful_page(practice):
    page = made(practice, patient(practice, family="Li", given="Bo", birth_date="1990"))
    words = text(page.pdf)
    for part in ("Bo Li Your next steps Born 1990", "Call us to plan your next visit.",
                 "We have no medicines on your list", "Call 911",
                 "Riverbend Family Practice: 555-010-0100"):  # fmt: skip
        assert part in words
    assert (page.pages, page.overflow) == (1, ())


@pytest.mark.parametrize("count", [1, 5, 50])
@pytest.mark.parametrize("large", [False, True])
def test_what_does_not_fit_is_counted_on_the_page_and_named(practice, count, large):
    who = overfull(practice, count, record_number=f"{count}{large}")
    page = made(practice, who, large_print=large)
    words = text(page.pdf)
    for kind, name, section in (("step", "letter number {}.", "letter"), ("visit", "Dr. Number{} ", "Dr."),
                                ("medicine", "drug{} ", "drug")):  # fmt: skip
        gone = sum(section in item for item in page.overflow)
        shown = sum(
            name.format(number) in words.replace(". ", "  ").replace("  ", ". ")
            or name.format(number).strip() + ". " in words
            for number in range(1, count + 1)
        )
        assert shown == count - gone
        assert gone >= count - {"step": 5, "visit": 3, "medicine": 6}[kind]
        assert (f"{gone} more {kind}{'s' if gone > 1 else ''}: ask us" in words) == (gone > 0)
    assert page.pages <= (4 if large else 1)
    if count == 1:
        assert page.overflow == ()


@pytest.mark.parametrize("language", ["en", "es", "vi"])
def test_the_page_says_whether_what_does_not_fit_comes_along(practice, language):
    who = overfull(practice, 12)
    asked, said = {"en": ("ask us for the full list", "see your page"), "es": ("lista completa", "vea su hoja"),
                   "vi": ("ask us for the full list", "see your page")}[language]  # fmt: skip
    alone, together = (made(practice, who, language=language, with_sheets=with_sheets) for with_sheets in (False, True))
    assert asked in text(alone.pdf) and said not in text(alone.pdf)
    words = text(together.pdf)
    assert said in words and asked not in words
    titles = {
        page_texts(made(practice, who, kind=kind, language=language).pdf)[0][:200] for kind in together.overflow_kinds
    }
    named = re.findall("“([^”]+)”", words)
    assert named and all(any(name in title for title in titles) for name in named)  # as it stands on top of that page


def test_the_same_content_makes_the_same_bytes(practice, english):
    assert made(practice, english).pdf == made(practice, english).pdf


def test_the_sentence_on_top_can_be_typed_and_an_urgent_step_comes_before_the_next_visit(practice):
    who = patient(practice, record_number="top")
    add(practice, visit(who, dt.date(2026, 7, 20), 9))
    assert "Most important: Go to your visit on Monday, July 20 at 9:00 AM." in text(made(practice, who).pdf)
    add(practice, step(who, "Go to the lab", urgent=True, due_on=dt.date(2026, 7, 16)))
    urgent = "Most important: Go to the lab for your blood test. Do it by Thursday, July 16."
    assert urgent in text(made(practice, who).pdf)
    assert "Most important: Rest today." in text(made(practice, who, most_important="rest today").pdf)


def test_only_current_things_stand_on_the_page(practice):
    who = patient(practice, record_number="old")
    add(
        practice,
        visit(who, dt.date(2026, 7, 13), 9, with_text="Dr. Yesterday"),
        visit(who, dt.date(2026, 7, 20), 9, with_text="Dr. Cancelled", status="cancelled"),
        medicine(who, "stoppedol 10 mg", "1 tablet daily", status="stopped"),
        medicine(who, "endedol 10 mg", "1 tablet daily", ends_when="2026-07-13"),
        medicine(who, "currentol 10 mg", "1 tablet daily", ends_when="2026-07-14"),
        step(who, "Bring the old form", status="completed"),
        step(who, "Bring the hidden form", on_handout=False),
    )
    words = text(made(practice, who).pdf)
    for gone in ("Yesterday", "Cancelled", "stoppedol", "endedol", "old form", "hidden form"):
        assert gone not in words
    assert "currentol 10 mg" in words


def test_the_accessible_forms_say_everything(practice, english):
    coordinator = practice.open()
    request = HandoutRequest(english)
    plain = coordinator.run("reports.next_steps_text.text", request).text
    marked = coordinator.run("reports.next_steps_text.html", request).text
    for part in ("Your next steps", "Dr. Anil Patel", "metformin 500 mg", "Morning: 1 pill", "Call 911", "555-0142"):
        assert part.casefold() in plain.casefold().replace("\u00a0", " ")
        assert part in marked
    assert '<html lang="en">' in marked
    assert "[ ] Check your blood sugar" in plain
    assert ".." not in plain


PLACES = ("120 Oak Street, Floor 2", "Valley Heart Center, 8 Main Street", "12 Elm Street, Suite 4")
MEDICINES = (
    ("metformin 500 MG Oral Tablet", "500 mg by mouth 2 times a day with meals", "Type 2 diabetes"),
    ("lisinopril 20 mg tablet", "20 mg by mouth once a day", "Hypertension"),
    ("atorvastatin 40 mg tablet", "1 tablet by mouth at bedtime", "Cholesterol"),
    ("cephalexin 500 mg capsule", "500 mg by mouth 4 times a day for 7 days", "Skin infection"),
    ("furosemide 40 mg tablet", "1 tablet by mouth every morning", "Swelling"),
    ("acetaminophen 500 mg tablet", "2 tablets every 6 hours as needed", "Headache"),
)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_one_side_holds_five_steps_three_visits_and_six_medicines(practice, language, paper):
    who = patient(practice, record_number=f"full{language}{paper}", language=language)
    steps = ("step.sugar", "step.pressure", "step.weigh", "step.salt", "step.feet")
    (doctor,) = add(practice, Practitioner(family="Patel", given="Anil", specialty="Cardiology", phone="555-010-0142"))
    add(
        practice,
        *(step(who, phrase, phrase=phrase, position=number) for number, phrase in enumerate(steps)),
        *(
            visit(
                who, dt.date(2026, 9, 23 + number), 10, practitioner_id=doctor, where_text=place, reason="Heart check"
            )
            for number, place in enumerate(PLACES)
        ),
        *(medicine(who, name, how, reason=why) for name, how, why in MEDICINES),
    )
    page = made(practice, who, paper=paper)
    assert (page.pages, page.overflow) == (1, ())
    assert min(letter_sizes(page.pdf)) >= 12
    words = text(page.pdf)
    grid = "cephalexin 500 mg capsule for a skin infection Only for 7 days. 500 mg 500 mg 500 mg 500 mg"
    assert (grid in words) == (language == "en")
