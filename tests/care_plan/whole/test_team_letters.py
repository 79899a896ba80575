"""Letters to others about the plan or a question: by consent, in words that can be changed, kept and noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from icm_desktop.contracts.disclosures import AskAccounting
from icm_desktop.contracts.questions import AskQuestion
from icm_desktop.contracts.team_letters import ABOUT_QUESTION, KeepTeamLetter, TeamLetterRequest
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role

RENDER, KEEP = "reports.team_letter.render", "services.team_letters.keep"


@pytest.fixture(scope="module")
def readers(rosa, whole):
    return {one.reader.name: one.reader for one in rosa.run("queries.plan_document.readers", whole.patient)}


def words(pdf):
    return pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range().replace("\r\n", "\n")


def test_a_letter_about_the_plan_is_filled_in_and_a_line_nobody_can_fill_is_left_out(rosa, whole, readers):
    made = rosa.run(RENDER, TeamLetterRequest(whole.patient, readers["Dr. Ivan Petrov"]))
    text = words(made.pdf)
    assert made.heading == "The care plan of Maria Lopez" and made.allowed
    assert "Dear Dr. Ivan Petrov," in text and "March 4, 1958" in text and "Lakeshore Heart Center" in text
    assert "This is version" not in text  # no version is agreed yet
    spanish = rosa.run(RENDER, TeamLetterRequest(whole.patient, readers["Dr. Ivan Petrov"], language="es"))
    assert spanish.heading == "El plan de atención de Maria Lopez"


def test_a_letter_about_a_question_stands_in_its_thread_and_is_kept_exactly(practice, rosa, whole, readers):
    team = rosa.run("queries.team.team", whole.patient)
    doctor = next(one for one in team.members if one.name == "Dr. Ivan Petrov")
    asked = AskQuestion(whole.patient, doctor.id, "fax", "Can she stop aspirin?", dt.date(2026, 12, 1), "medicines")
    question = rosa.run("services.questions.ask", asked).question_id
    request = TeamLetterRequest(whole.patient, readers["Dr. Ivan Petrov"], ABOUT_QUESTION, question)
    made = rosa.run(RENDER, request)
    assert "Can she stop aspirin?" in words(made.pdf) and "December 1, 2026" in words(made.pdf)
    kept = rosa.run(KEEP, KeepTeamLetter(request, made.content, "fax"))
    left = rosa.run(
        "queries.disclosures.accounting", AskAccounting(whole.patient, dt.date(2030, 1, 1), everything=True)
    ).rows[0]
    assert (left.channel, left.to_name) == ("letter", "Dr. Ivan Petrov, Lakeshore Heart Center")
    (row,) = rosa.run("queries.questions.questions", whole.patient)
    assert [(one.kind, one.channel) for one in row.messages] == [("asked", "fax"), ("reminded", "fax")]
    with pytest.raises(NotFound):  # no page for the patient: the front desk does not open it
        practice.open(Role.FRONT_DESK).run("queries.handed_out.kept", kept.handout_id)
    with pytest.raises(NotAllowed):
        practice.open(Role.FRONT_DESK).run(RENDER, request)
    rosa.run("services.history.undo", kept.changes.action_id)
    (row,) = rosa.run("queries.questions.questions", whole.patient)
    assert [one.kind for one in row.messages] == ["asked"]


def test_somebody_who_may_not_hear_it_gets_it_with_a_reason_and_own_words_stay_as_typed(rosa, whole, readers):
    request = TeamLetterRequest(
        whole.patient, readers["Ana Lopez"], text=("For Ana", "Hello Ana,\n\nplease {call} us.")
    )
    made = rosa.run(RENDER, request)
    assert (made.allowed, made.why) == (False, "sharing.nothing_on_file")
    assert "please {call} us." in words(made.pdf)
    with pytest.raises(Invalid, match="not_on_file"):
        rosa.run(KEEP, KeepTeamLetter(request, made.content, "mail"))
    with pytest.raises(Conflict, match="changed_pages"):
        rosa.run(KEEP, KeepTeamLetter(request, "other", "mail", "asked"))
    assert rosa.run(KEEP, KeepTeamLetter(request, made.content, "mail", "Maria asked")).pdf == made.pdf
    for text, code in ((("", "x"), "no_heading"), (("x", " "), "empty"), (("x" * 200, "x"), "long_heading")):
        with pytest.raises(Invalid, match=code):
            rosa.run(RENDER, replace(request, text=text))
