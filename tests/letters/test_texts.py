"""The practice's own texts: checked line by line, versioned, and back to any of them."""

from __future__ import annotations

import pytest

from icm_desktop.content.letters import KINDS, letter
from icm_desktop.contracts.letters import BackToText, LettersRequest, LetterTarget, SaveLetterText
from icm_desktop.domain.letters import filled, problems
from icm_desktop.domain.readability import grade
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.handouts.reading import ease

OWN = SaveLetterText("recall", "en", "Time to see you", "Dear {first_name},\n\nCall {practice_phone}.")


def admin(office, name, *args):
    return office.run(name, *args, role=Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    ("line", "code", "meant"),
    [
        ("Call {practice_phnoe}.", "letters.did_you_mean", "practice_phone"),
        ("{xyzzy}", "letters.unknown_word", ""),
        ("On {visit_day}", "letters.not_in_this_letter", ""),
        ("Call {practice_phone.", "letters.stray_brace", ""),
        ("{}", "letters.unknown_word", ""),
    ],
)
def test_a_typing_mistake_is_an_error_at_its_line(line, code, meant):
    (found,) = problems("patient", f"Dear {{name}},\n\n{line}")
    assert (found.line, found.code, found.meant) == (3, code, meant)


def test_what_is_filled_in_is_never_read_again_and_a_line_without_its_word_goes():
    lines = filled("Dear {name},\n\nBring {bring}.\n\nBye {name}", {"name": "{bring} <b>", "bring": ""})
    assert lines == ("Dear {bring} <b>,", "", "Bye {bring} <b>")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "call_sheet"])
def test_shipped_letters_are_easy_to_read(kind):
    values = {"practice_phone": "555", "visit_day": "Monday", "visit_time": "at 10", "first_name": "Ann"}
    values |= {"visit_with": "Ann", "referral_to": "Ann", "referral_phone": "555"}
    english, spanish = (" ".join(filled(letter(kind).texts[code][1], values)) for code in ("en", "es"))
    assert grade(english) <= 6.0
    assert ease(spanish) >= 70


def test_an_own_text_counts_at_once_and_every_version_can_come_back(office):
    saved = admin(office, "services.letters.save_text", OWN)
    assert (saved.text.heading, saved.text.changed_by) == ("Time to see you", "Ada Min")
    with pytest.raises(Conflict):
        admin(office, "services.letters.save_text", OWN)
    again = SaveLetterText("recall", "en", "Second", "Hello {name}.", saved.text.id)
    second = admin(office, "services.letters.save_text", again)
    back = admin(office, "services.letters.back_to", BackToText("recall", "en", saved.text.id))
    assert back.text.heading == "Time to see you" and back.text.id not in (saved.text.id, second.text.id)
    shipped = admin(office, "services.letters.back_to", BackToText("recall", "en", None))
    assert shipped.text.id is None and shipped.text.body == letter("recall").texts["en"][1]
    found = admin(office, "queries.letter_texts.versions", "recall", "en")
    assert [(one.words[0], one.current) for one in found[:3]] == [
        ("It is time for your next visit", True), ("Time to see you", False), ("Second", False),
    ]  # fmt: skip
    assert found[-1].shipped and found[-1].id is None
    admin(office, "services.history.undo", shipped.changes.action_id)
    assert admin(office, "queries.letter_texts.text", "recall", "en").heading == "Time to see you"
    admin(office, "services.letters.back_to", BackToText("recall", "en", None))


def test_what_is_refused_says_the_line_and_front_desk_changes_nothing(office):
    wrong = SaveLetterText("recall", "es", "Hola", "Hola\n{nombre}")
    with pytest.raises(Invalid) as refused:
        admin(office, "services.letters.save_text", wrong)
    assert (refused.value.field, refused.value.params["line"]) == ("body", 2)
    with pytest.raises(Invalid):
        admin(office, "services.letters.save_text", SaveLetterText("recall", "es", "Hola", "a" * 1_000_000))
    with pytest.raises(NotAllowed):
        office.run("services.letters.save_text", OWN)


def test_a_sample_shows_a_text_before_it_is_saved_for_nobody_and_for_somebody(office):
    draft = ("New", "Dear {first_name}, come on {visit_day} {visit_time}.")
    for targets in ((), (LetterTarget(office.ids["Lopez"]),)):
        made = admin(office, "reports.letters.sample", LettersRequest("missed_visit", targets, draft=draft))
        assert made.pdf.startswith(b"%PDF-") and made.missing == ""
    assert admin(office, "reports.letters.sample", LettersRequest("call_sheet", ())).pdf.startswith(b"%PDF-")


def test_a_sample_names_the_letters_that_cannot_be_printed(office):
    draft = ("New", "Dear {first_name}, 漢字 is a square.")
    made = admin(office, "reports.letters.sample", LettersRequest("missed_visit", (), draft=draft))
    assert made.missing == "字漢"
