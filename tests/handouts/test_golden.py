"""The golden patient's page: everything that must stand on it and nothing that must not."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from icm_desktop.content.advice import advice
from icm_desktop.content.phrases import bank
from icm_desktop.contracts.conflicts import DecideConflict
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.handouts import Notice
from icm_desktop.permissions import Role
from tests.handouts.people import made
from tests.handouts.reading import letter_sizes, page_texts, text
from tests.handouts.test_advice import enrol
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


MERGED = (
    "heart-failure",
    "chronic-kidney-disease",
    "type-2-diabetes",
    "hypertension",
    "depression",
    "alcohol-and-drugs",
)


def merged_sheet(practice, who, **values):
    page = made(practice, who, kind="what-to-do", language="en", **values)
    return text(page.pdf), page


def test_the_merged_sheet_says_no_two_things_about_one_and_nothing_sensitive_unasked(golden):
    practice, who = golden
    enrol(practice, who, *MERGED)
    words, page = merged_sheet(practice, who)
    said: dict[str, set[str]] = {}
    for line in advice().lines:
        if bank("en")(line.phrase) in words:
            said.setdefault(line.about, set()).add(line.says)
    assert {about: ways for about, ways in said.items() if len(ways) > 1} == {}
    assert "Ask us about your fluids before you change anything." in words  # two goals, and nobody decided yet
    for gone in ("Drink as much water", "Drink water when", "Do not use salt made with potassium", "mood", "alcohol"):
        assert gone not in words.replace("Ask us about alcohol before you drink.", "")
    offered = {item.id for item in page.sensitive}
    assert {"pathway:depression", "pathway:alcohol-and-drugs"} <= offered
    ticked, _ = merged_sheet(practice, who, sensitive_ids=tuple(offered))
    assert "Do one small thing you like each day." in ticked
    for colour in ("GREEN", "YELLOW", "RED"):
        assert colour in words


def test_a_decision_on_goals_is_what_the_merged_sheet_says(golden):
    practice, who = golden
    run = practice.open(Role.CLINICIAN).run
    found = next(one for one in run("queries.conflicts.of_patient", who).rows if one.key.rule == "G03")
    request = DecideConflict(found.key, found.version, "resolved", "swollen", told="Dr. Cruz", high=2000)
    saved = run("services.conflicts.decide", request)
    words, page = merged_sheet(practice, who)
    assert "Keep your fluids at 2000 mL a day or less." in words and "about your fluids" not in words
    assert "water when you are thirsty" not in words and "how much water" not in words
    assert "handout.undecided" in {one.code for one in page.notices}  # the others still are
    run("services.history.undo", saved.changes.action_id)
    assert "Ask us about your fluids" in merged_sheet(practice, who)[0]


def test_last_results_stand_on_the_plan_with_what_they_mean_unless_goals_do_not_agree(golden):
    practice, who = golden
    words = text(made(practice, who, kind="my-plan", language="en").pdf)
    assert "The top number of your blood pressure was 138 on October 20, 2026. We want it under 130." in words
    assert "Your potassium was 5.6 on November 18, 2026. We want it at 5 or less." in words
    assert words.count("Your potassium was") == 1
    assert "sugar test (A1c) was" not in words  # its goals do not agree
    desk = made(practice, who, Role.FRONT_DESK, kind="my-plan", language="en")
    assert "potassium was" not in text(desk.pdf) and Notice("handout.left_out") in desk.notices


def test_a_medicine_that_advice_forbids_says_to_ask_first_on_every_page(golden):
    practice, who = golden  # in the pathways of `MERGED` by now
    for kind in ("medicines", "next-steps"):
        page = made(practice, who, kind=kind, language="en")
        assert Notice("handout.advised_against", "Aleve") in page.notices
    words = text(made(practice, who, kind="medicines", language="en").pdf)
    assert "Aleve It may harm you. Call us before you take it." in words and "1 or 2 pills for knee pain" not in words
    assert "Do not take ibuprofen (Advil) or naproxen (Aleve)." in merged_sheet(practice, who)[0]


def test_what_advice_forbids_is_what_its_sentence_names():
    known = advice()
    for about, names in known.forbids.items():
        said = {bank("en")(line.phrase) for line in known.lines if line.about == about}
        assert said and all(name in sentence for sentence in said for name in names)
