"""Goals that contradict each other: none is printed before a clinician decides, then the decided value only."""

from __future__ import annotations

import datetime as dt

import pypdfium2 as pdfium
import pytest

from icm_desktop.content.phrases import LANGUAGES, bank
from icm_desktop.contracts.conflicts import DecideConflict
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.plan_document import PlanPaperRequest, PlanReader
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Role
from icm_desktop.queries import goal_decisions

GOALS = ("A1c below 7 %", "A1c below 8 %", "2,000", "salt substitute")


@pytest.fixture(scope="module")
def practice(golden_practice):
    return golden_practice


def conflict(run, rule):
    return next(one for one in run("queries.conflicts.of_patient", 1).rows if one.key.rule == rule)


def printed(run, language="en"):
    page = run("queries.handouts.next_steps", HandoutRequest(1, language=language))
    return " ".join((page.goal, page.most_important, *(one.text for one in page.steps)))


def on_paper(run):
    reader = PlanReader("patient", "Maria")
    return " ".join(one.title for one in run("queries.plan_document.page", PlanPaperRequest(1, reader)).lines)


def test_before_a_decision_no_contradicting_line_prints_and_the_page_says_to_ask(practice):
    run = practice.open(Role.FRONT_DESK).run
    for text in (printed(run), on_paper(practice.open().run)):
        assert not [line for line in GOALS if line in text]
        assert "Ask us about your 3-month sugar test (A1c)" in text and "Ask us about your fluids" in text
    assert "Pregúntenos sobre sus líquidos" in printed(run, "es")


def test_a_decided_value_replaces_both_goals_until_it_is_undone(practice):
    run = practice.open(Role.CLINICIAN).run
    found, before = conflict(run, "G01"), printed(run)
    plan = run("queries.care_plan.care_plan", 1)
    with pytest.raises(Invalid) as refused:
        run("services.conflicts.decide", DecideConflict(found.key, found.version, "resolved", "low sugars"))
    assert refused.value.code == "conflicts.value_missing"
    request = DecideConflict(found.key, found.version, "resolved", "low sugars", told="Dr. Raghunathan", high=8)
    saved = run("services.conflicts.decide", request)
    assert "Keep your 3-month sugar test (A1c) at 8% or less." in printed(run)
    assert "Mantenga su prueba de azúcar de 3 meses (A1c) en 8 % o menos." in printed(run, "es")
    assert "Ask us about your 3-month" not in printed(run) and "A1c below 7 %" not in on_paper(run)
    goals = {one.id: one.conflict for one in run("queries.care_plan.care_plan", 1).goals if one.conflict}
    decided = [one for one in goals.values() if one.state == "resolved"]
    assert len(decided) == 2 and {one.decision.by for one in decided} == {"Kim Lee"}
    assert decided[0].decision.told == "Dr. Raghunathan" and decided[0].decision.on == dt.date(2026, 11, 20)
    run("services.history.undo", saved.changes.action_id)
    assert (printed(run), run("queries.care_plan.care_plan", 1)) == (before, plan)


def test_colleagues_read_the_decided_value_with_its_reason_and_what_nobody_decided_yet(practice):
    run = practice.open(Role.CLINICIAN).run
    doctor = PlanReader("other", "Dr. Ivan Petrov", None, "practitioner")

    def pages(reader=doctor, language="en"):
        made = run("reports.care_plan.render", PlanPaperRequest(1, reader, language=language))
        document = pdfium.PdfDocument(made.pdf)
        return " ".join(" ".join(document[at].get_textpage().get_text_range().split()) for at in range(made.pages))

    assert "nobody has decided yet what holds" in pages() and "A1c below 7 %" in pages()
    found = conflict(run, "G01")
    request = DecideConflict(found.key, found.version, "resolved", "low sugars", told="Dr. Raghunathan", high=8)
    saved = run("services.conflicts.decide", request)
    for reader in (doctor, PlanReader("record")):
        text = pages(reader)
        assert text.count("Decided by Kim Lee on 20-Nov-2026 for this goal and Goal") == 2
        assert text.count("because: low sugars; told: Dr. Raghunathan; instead of:") == 2
        assert text.count("A1c ≤ 8 %") == 4 and "A1c below 7 %" not in text.split("instead of")[0]
        assert "Contradicts" in text  # the fluids
    assert "porque: low sugars" in pages(language="es")
    run("services.history.undo", saved.changes.action_id)


def test_words_are_decided_in_the_patients_language_or_stand_in_the_box(practice):
    run = practice.open(Role.CLINICIAN).run
    found = conflict(run, "G04")
    request = DecideConflict(found.key, found.version, "resolved", "potassium 5.3", decision="No salt with potassium",
                             words=(("en", "Do not use salt made with potassium."),))  # fmt: skip
    saved = run("services.conflicts.decide", request)
    assert "Do not use salt made with potassium." in printed(run)
    page = run("queries.handouts.next_steps", HandoutRequest(1, language="es"))
    assert "No salt with potassium" in {one.text for one in page.free_lines}
    assert "potasio" not in " ".join(one.text for one in page.steps)
    run("services.history.undo", saved.changes.action_id)


def test_ranges_are_worded_in_every_language(practice):
    with practice.open(Role.CLINICIAN).read() as uow:
        rows = goal_decisions.of_patient(uow, 1).rows
        assert rows and all(goal_decisions.sentence(uow, row, bank(one)) for row in rows for one in LANGUAGES)
