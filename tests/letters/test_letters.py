"""Letters: who gets one, in which language and size, what never stands in one, and how each is noted."""

from __future__ import annotations

import datetime as dt
import io

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from db import unit_of_work
from db.models.papers import Handout
from db.models.plan import ContactLog
from db.models.practice import Practice, Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from icm_desktop.contracts.letters import KeepLetters, LettersRequest, LetterTarget
from icm_desktop.errors import Invalid, JobCancelled, NotFound
from icm_desktop.permissions import Role
from tests.support import NEW_YORK


def pages(pdf):
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def ask(office, kind, *families, **more):
    return LettersRequest(kind, tuple(LetterTarget(office.ids[family]) for family in families), **more)


def test_each_gets_it_in_their_language_and_size_and_the_others_are_listed_with_the_reason(office):
    asked = ask(office, "recall", "Lopez", "Gone", "Smith", "Nowhere", "Quiet", "Haddad", "Smith")
    made = office.run("reports.letters.render", asked)
    assert [(one.name, one.language, one.large_print) for one in made.letters] == [
        ("Maria Lopez", "es", False), ("Joel Smith", "en", True), ("Layla Haddad", "en", False),
    ]  # fmt: skip
    assert [(one.head.family, one.left_out) for one in made.left_out] == [
        ("Gone", "letters.left_dead"), ("Nowhere", "letters.left_no_address"), ("Quiet", "letters.left_no_letters"),
        ("Smith", "letters.left_twice"),
    ]  # fmt: skip
    printed = pages(made.pdf)
    assert len(printed) == made.pages == sum(one.pages for one in made.letters)
    assert "Es hora de su próxima cita" in printed[0] and "Springfield, IL 62701" in printed[0]
    assert "time" not in printed[0].replace("Riverbend Family Practice", "")
    assert "Dear Joel," in printed[made.letters[1].first_page - 1]
    for one in made.letters:
        assert pages(one.pdf) == printed[one.first_page - 1 : one.first_page - 1 + one.pages]


def test_a_missed_visit_letter_says_when_and_with_whom(office):
    (text,) = pages(office.run("reports.letters.render", ask(office, "missed_visit", "Lopez")).pdf)
    assert "el martes 10 de noviembre a las 10:30" in text and "Dr. Grace Kim" in text
    nobody = ask(office, "missed_visit", "Smith")
    with pytest.raises(Invalid) as refused:
        office.run("reports.letters.render", nobody)
    assert refused.value.code == "letters.nobody"
    assert office.run("queries.letters.recipients", nobody)[0].left_out == "letters.left_no_visit"


def test_a_sensitive_visit_gives_its_day_only_and_a_sensitive_referral_no_letter(office):
    starts = dt.datetime(2026, 12, 1, 15, tzinfo=dt.UTC)
    whom = office.add("Secret", "Sam", language="en")
    with office.write() as uow:
        mind = Practitioner(family="Freud", given="Anna", prefix="Dr.", specialty="Psychiatry")
        uow.session.add(mind)
        uow.session.flush()
        visit = Appointment(
            patient_id=whom, starts_at=starts, minutes=30, status="booked", practitioner_id=mind.id,
            reason="Depression", where_text="Behavioral health unit", bring="PHQ-9",
        )  # fmt: skip
        sent = ServiceRequest(patient_id=whom, is_referral=True, status="active", text="Psychiatry")
        uow.session.add_all((visit, sent))
    (text,) = pages(office.run("reports.letters.render", ask(office, "reminder", "Secret")).pdf)
    assert "Tuesday, December 1 at 10:00" in text
    for told in ("Freud", "Depression", "Behavioral", "PHQ", "With:", "Where:", "Bring:"):
        assert told not in text
    (row,) = office.run("queries.letters.recipients", ask(office, "referral", "Secret"))
    assert row.left_out == "letters.left_sensitive"
    (text,) = pages(office.run("reports.letters.render", ask(office, "referral", "Lopez")).pdf)
    assert "Dr. Anil Patel" in text and "555-010-0142" in text


def test_a_batch_is_kept_and_noted_for_each_patient_and_taken_back_as_one(office):
    made = office.run("reports.letters.render", ask(office, "recall", "Lopez", "Smith"))
    before = _counts(office)
    kept = office.run("services.letters.keep", KeepLetters("recall", "letter", made.letters, "printed"))
    assert kept.count == 2 and kept.changes.kinds == {"handout", "contact", "worklist"}
    assert _counts(office) == (before[0] + 2, before[1] + 2)
    (latest, *_) = office.run("queries.handed_out.history", office.ids["Smith"])
    assert (latest.kind, latest.large_print) == ("recall", True)
    assert office.run("queries.handed_out.kept", latest.id).pdf == made.letters[1].pdf
    office.run("services.history.undo", kept.changes.action_id)
    assert _counts(office) == before


def _counts(office):
    practice = office.practice.open(Role.ADMINISTRATOR)
    with unit_of_work.read(practice.database, practice.actor, zone=NEW_YORK) as uow:
        return tuple(
            uow.session.scalar(select(func.count()).select_from(table).where(table.removed_at.is_(None)))
            for table in (Handout, ContactLog)
        )


def test_the_line_of_today_that_asked_for_the_letter_is_done(office):
    key = f"appointment:{office.visit}:missed"
    target = LetterTarget(office.ids["Lopez"], appointment_id=office.visit, key=key)
    made = office.run("reports.letters.render", LettersRequest("missed_visit", (target,)))
    kept = office.run("services.letters.keep", KeepLetters("missed_visit", "letter", made.letters, "printed"))
    undone = office.run("services.history.undo", kept.changes.action_id)
    assert {"worklist", "contact", "handout"} <= undone.changes.kinds


def test_cancel_says_how_far_it_came_and_leaves_nothing_behind(office):
    class AfterOne:
        def step(self, done, total):
            raise JobCancelled("job.cancelled", done=done, total=total)

    before = _counts(office)
    with pytest.raises(JobCancelled) as stopped:
        office.run("reports.letters.render", ask(office, "recall", "Lopez", "Smith"), progress=AfterOne())
    assert stopped.value.params == {"done": 1, "total": 2}
    assert _counts(office) == before


def test_two_hundred_letters_tell_after_each_and_stopped_in_the_middle_keep_what_was_kept(office):
    """Making is stopped at the 20th: nothing is kept. Then all are made, 20 are printed, and only those are noted."""
    ids = office.many(200)
    asked = LettersRequest("recall", tuple(LetterTarget(each) for each in ids))
    far: list[int] = []

    class Watch:
        until = 20

        def step(self, done, total):
            assert total == 200
            far.append(done)
            if done == self.until:
                raise JobCancelled("job.cancelled", done=done, total=total)

    before = _counts(office)
    with pytest.raises(JobCancelled) as stopped:
        office.run("reports.letters.render", asked, progress=Watch())
    assert far == list(range(1, 21)) and stopped.value.params == {"done": 20, "total": 200}
    assert _counts(office) == before

    Watch.until = 0
    made = office.run("reports.letters.render", asked, progress=Watch())
    assert len(made.letters) == made.pages == 200 and far[-1] == 200 and not made.left_out
    kept = office.run("services.letters.keep", KeepLetters("recall", "letter", made.letters[:20], "printed"))
    assert kept.count == 20 and _counts(office) == (before[0] + 20, before[1] + 20)
    office.run("services.history.undo", kept.changes.action_id)
    assert _counts(office) == before


@pytest.mark.parametrize("name", ["<b>Bold</b>", "{today}", "ليلى حداد", "A" * 400, "Zoë \u202eevil", "汉字"])
def test_hostile_names_stand_on_letter_and_label_as_they_are(office, name):
    family = f"Odd{len(office.ids)}"
    office.add(family, name, street="1 Main Street")
    for kind, paper in (("recall", "letter"), ("recall", "a4"), ("labels", "letter-3x10")):
        made = office.run("reports.letters.render", ask(office, kind, family, paper=paper))
        text = " ".join(pages(made.pdf))
        assert "1 Main Street" in text and (family in text or len(name) == 400)
        assert bool(made.missing) == (name == "汉字")
        if name.isascii() and len(name) < 20:
            assert name in text


def test_labels_begin_where_the_sheet_has_some_left(office):
    asked = ask(office, "labels", "Lopez", "Smith", paper="a4-3x8", skip=23)
    made = office.run("reports.letters.render", asked)
    first, second = pages(made.pdf)
    assert "Lopez" in first and "Smith" in second and made.pages == 2


def test_a_call_sheet_holds_everybody_alive_with_how_to_call(office):
    made = office.run("reports.letters.render", ask(office, "call_sheet", "Lopez", "Gone", "Nowhere", "Quiet"))
    text = " ".join(pages(made.pdf))
    assert made.missing == ""
    assert "LOPEZ, Maria" in text and "NOWHERE" in text and "GONE" not in text
    assert "Voicemail not asked: leave no message" in text and "this is Fred Desk from Riverbend" in text
    spanish = " ".join(
        pages(office.run("reports.letters.render", ask(office, "call_sheet", "Lopez", language="es")).pdf)
    )
    assert "Personas para llamar" in spanish and "Phone" not in spanish


@pytest.mark.parametrize(("paper", "size"), [("number-10", (684, 297)), ("dl", (623.6, 311.8)), ("c5", (649.1, 459.2))])
def test_an_envelope_has_the_address_and_its_own_size(office, paper, size):
    made = office.run("reports.letters.render", ask(office, "envelopes", "Lopez", "Smith", "Nowhere", paper=paper))
    first, second = pages(made.pdf)
    assert "Maria Lopez" in first and "Smith" in second and made.pages == 2 and made.paper == paper
    assert [one.left_out for one in made.left_out] == ["letters.left_no_address"]
    sheet = pdfium.PdfDocument(made.pdf)[0]
    assert sheet.get_size() == pytest.approx(size, abs=1)


def test_an_envelope_that_is_handed_over_shows_only_the_first_name(office):
    made = office.run("reports.letters.render", ask(office, "hand_envelopes", "Lopez", "Nowhere", paper="c5"))
    first, second = pages(made.pdf)
    assert first.strip() == "Maria" and "Nowhere" not in second and made.pages == 2


def test_the_sender_does_not_tell_what_is_treated(office):
    asked = ask(office, "envelopes", "Lopez", paper="number-10")
    with office.write() as uow:
        row = uow.session.query(Practice).one()
        before, row.name, row.address = (row.name, row.address), "Riverbend Mental Health", "12 Main St, Springfield"
    (words,) = pages(office.run("reports.letters.render", asked).pdf)
    assert "12 Main St" in words and "Mental" not in words
    with office.write() as uow:
        row = uow.session.query(Practice).one()
        row.name, row.address = before
    assert before[0] in pages(office.run("reports.letters.render", asked).pdf)[0]


def test_an_unknown_envelope_is_refused(office):
    with pytest.raises(NotFound):
        office.run("reports.letters.render", ask(office, "envelopes", "Lopez", paper="letter"))
