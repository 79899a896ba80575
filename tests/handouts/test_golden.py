"""The golden patient's page: everything that must stand on it and nothing that must not."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.handouts import Notice
from icm_desktop.permissions import Role
from tests.handouts.people import made
from tests.handouts.reading import letter_sizes, page_texts, text
from tests.support import PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)
MUST = (
    "martes 24 de noviembre a las 10:00 a. m.", "Mar 24 de noviembre 10:00 a. m.", "Riverbend Family Practice",
    "555-010-3001", "Jue 3 de diciembre 2:30 p. m.", "Valley Endocrine Associates", "555-010-3301",
    "Su meta: “Bailar en la quinceañera de mi nieta en mayo”", "También puede llamar al 988",
    "Rosalía Béjar coordina su cuidado: 555-010-3002", "no dicen lo mismo",
)  # fmt: skip
MUST_NOT = (
    "PHQ", "GAD", "AUDIT", "E11", "N18", "F33", "ibuprofen", "bipolar", "COPD", "EPOC", "30 de octubre",
    "16 de noviembre", "12 de noviembre", "seguro", "insurance", "depres", "ansied", "anxiety", "O'Dwyer",
    "Pine Street", "Start therapy", "8 de diciembre", "salt substitute", "follow-up", " visit", " daily", " the ",
)  # fmt: skip


@pytest.fixture(scope="module")
def golden(tmp_path_factory, golden_dir) -> tuple[PracticeForTests, int]:
    practice = make_practice(tmp_path_factory.mktemp("golden"), today=TODAY, name="Riverbend Family Practice")
    opened = practice.open()
    opened.run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    return practice, opened.run("queries.references.find_patient", "golden-a-patient")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.FRONT_DESK])
def test_the_spanish_page_has_every_must_and_no_must_not(golden, role):
    practice, who = golden
    page = made(practice, who, role)
    words = text(page.pdf)
    assert (page.language, page.pages) == ("es", 1)
    assert [part for part in MUST if part not in words] == []
    before_box = words.split("Pídanos que le expliquemos")[0]
    assert [part for part in MUST_NOT if part.casefold() in before_box.casefold()] == []
    assert min(letter_sizes(page.pdf)) >= 12


def test_at_most_five_steps_each_starting_with_a_verb(golden):
    practice, who = golden
    words = text(made(practice, who).pdf)
    steps = words.split("Qué debe hacer ")[1].split(" Sus citas")[0]
    sentences = re.split(r"(?<=\.) ", steps)
    assert 1 <= len(sentences) <= 10
    assert sentences[0].split()[0] in ("Pregúntenos", "Mantenga", "Vaya", "Pésese", "Mida", "Anote")
    assert "Pésese cada mañana" in steps
    assert "Mida su azúcar cada mañana" in steps


def test_every_medicine_is_on_the_page_or_named_as_left_out(golden):
    practice, who = golden
    page = made(practice, who, large_print=True)
    words = text(page.pdf)
    names = ("metformin", "lisinopril", "atorvastatin", "furosemide", "carvedilol", "spironolactone", "losartan",
             "citalopram", "glipizide", "dapagliflozin", "cephalexin", "Aleve", "cúrcuma")  # fmt: skip
    left = " ".join(page.overflow)
    assert [name for name in names if (name in words) == (name in left) and name != "furosemide"] == []
    assert len(page.overflow) == 13 - 6  # 14 entries, one of them twice with other directions
    assert "7 medicinas más: pídanos la lista completa." in words
    assert "furosemide 40 mg (furosemida) tableta para el corazón Está 2 veces en su lista." in words
    assert any(notice.code == "handout.same_medicine_twice" for notice in page.notices)


def test_the_emergency_line_is_the_same_on_every_large_page(golden):
    practice, who = golden
    page = made(practice, who, large_print=True)
    assert 2 <= page.pages <= 4
    for words in page_texts(page.pdf):
        assert "Llame al 911 si tiene dolor de pecho, si le cuesta respirar o si piensa hacerse daño ahora." in words


def test_the_mental_health_visit_and_step_are_offered_and_print_when_ticked(golden):
    practice, who = golden
    offered = made(practice, who).sensitive
    assert [item.text for item in offered if item.id.startswith("plan_action")] == ["Start therapy for mood"]
    (visit,) = [item.id for item in offered if item.id.startswith("appointment")]
    page = made(practice, who, sensitive_ids=(visit,))
    assert "Mar 8 de diciembre 1:00 p. m." in text(page.pdf)
    assert "Hablar de su ánimo" in text(page.pdf)


def test_front_desk_is_told_only_that_something_is_left_out(golden):
    practice, who = golden
    page = made(practice, who, Role.FRONT_DESK)
    assert page.sensitive == ()
    assert Notice("handout.left_out") in page.notices
