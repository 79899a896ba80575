"""The practice's own texts of letters, and the letters that were printed."""

from __future__ import annotations

from db.models.papers import Handout
from db.models.papers import LetterText as StoredText
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import Appointment
from db.repositories import kept_pages
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.letters import letter
from icm_desktop.contracts.letters import (
    BackToText,
    KeepLetters,
    Letter,
    LettersKept,
    LetterTextSaved,
    SaveLetterText,
)
from icm_desktop.contracts.worklist import FinishWork
from icm_desktop.domain.letters import MOST_OF_A_HEADING, problems
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import letter_texts
from icm_desktop.queries.own_texts import stored_version
from icm_desktop.services import follow_up

SENT = "sent"
_HOW = ("printed", "saved")
_MOST_BYTES = 10_000_000
_MOST_LETTERS = 500
_MISSED = ":missed"


@requires(Privilege.SETTINGS)
def save_text(uow: UnitOfWork, request: SaveLetterText) -> LetterTextSaved:
    """Put an own text in place of the one that counts; the one before stays as a version.

    Raises:
        NotFound: letters.unknown.
        Conflict: letters.changed_meanwhile.
        Invalid: letters.no_heading, letters.long_heading, letters.empty, letters.too_long, letters.unknown_word,
            letters.did_you_mean, letters.not_in_this_letter, letters.stray_brace, each with `line`.
    """
    before = letter_texts.text(uow, request.kind, request.language)
    if before.id != request.expected_id:
        raise Conflict("letters.changed_meanwhile")
    heading = plain(request.heading)
    if not heading:
        raise Invalid("letters.no_heading", "heading")
    if len(heading) > MOST_OF_A_HEADING:
        raise Invalid("letters.long_heading", "heading", most=MOST_OF_A_HEADING)
    body = "\n".join(plain(line) for line in request.body.strip().splitlines())
    for problem in problems(before.about, body)[:1]:
        raise Invalid(problem.code, "body", line=problem.line, word=problem.word, meant=problem.meant)
    return _added(uow, request.kind, request.language, heading, body)


@requires(Privilege.SETTINGS)
def back_to(uow: UnitOfWork, request: BackToText) -> LetterTextSaved:
    """Let an earlier text count again, or the shipped one.

    Raises:
        NotFound: letters.unknown, letters.no_version.
    """
    letter_texts.text(uow, request.kind, request.language)
    if request.version_id is None:
        return _added(uow, request.kind, request.language, None, None)
    row = stored_version(
        uow, StoredText, request.version_id, "letters.no_version", kind=request.kind, language=request.language
    )
    return _added(uow, request.kind, request.language, row.heading, row.body)


def _added(uow: UnitOfWork, kind: str, language: str, heading: str | None, body: str | None) -> LetterTextSaved:
    made_from = letter(kind).version
    uow.session.add(StoredText(kind=kind, language=language, heading=heading, body=body, made_from=made_from))
    uow.session.flush()
    return LetterTextSaved(letter_texts.text(uow, kind, language), Changes.of("letter_text", action_id=uow.action_id))


@requires(Privilege.CALL_LOG)
def keep(uow: UnitOfWork, request: KeepLetters) -> LettersKept:
    """Keep each letter exactly as it was printed and note it as a contact of its patient: one act, undone as one.

    The line of Today that asked for a letter about a missed visit is done.

    Raises:
        Invalid: handout.unknown_way; letters.too_many; handout.not_a_page.
        NotFound: patients.unknown.
    """
    if request.how not in _HOW:
        raise Invalid("handout.unknown_way", field="how", how=request.how)
    if not 0 < len(request.letters) <= _MOST_LETTERS:
        raise Invalid("letters.too_many", most=_MOST_LETTERS)
    for each in request.letters:
        _keep(uow, request, each)
    whose = {each.target.patient_id for each in request.letters}
    changes = Changes.of(
        "handout", "contact", "worklist", patient_id=whose.pop() if len(whose) == 1 else None, action_id=uow.action_id
    )
    return LettersKept(len(request.letters), changes)


def _keep(uow: UnitOfWork, request: KeepLetters, each: Letter) -> None:
    if not each.pdf.startswith(b"%PDF-") or len(each.pdf) > _MOST_BYTES:
        raise Invalid("handout.not_a_page")
    patient = uow.session.get(Patient, each.target.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    page = Handout(
        patient_id=patient.id, kind=request.kind, language=each.language, paper=request.paper,
        large_print=each.large_print, pages=each.pages, how=request.how, pdf=each.pdf,
    )  # fmt: skip
    contact = ContactLog(
        patient_id=patient.id, item_key=each.target.key, at=uow.now, by_user_id=uow.actor.user_id,
        channel="letter", outcome=SENT,
    )  # fmt: skip
    uow.session.add(contact)
    kept_pages.keep(uow, page, f"letter.{request.how}")
    if (each.target.key or "").endswith(_MISSED):
        _finish(uow, each.target.key or "")


def _finish(uow: UnitOfWork, key: str) -> None:
    number = key.split(":")[1]
    row = uow.session.get(Appointment, int(number)) if number.isdecimal() else None
    if row is not None:
        follow_up.finish(uow, FinishWork(key, row.version))
