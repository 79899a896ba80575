"""Keeps letters to others exactly as they leave, and notes a letter about a question in its thread."""

from __future__ import annotations

from db.models.papers import Handout
from db.models.team import TeamMessage
from db.repositories import kept_pages
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.questions import OPEN
from icm_desktop.contracts.team_letters import ABOUT_QUESTION, KeepTeamLetter, TeamLetterKept
from icm_desktop.domain.plan_versions import COPY_WAYS
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.team_letters import question_of
from icm_desktop.reports.team_letter import render
from icm_desktop.services import cleaning
from icm_desktop.services.disclosing import Leaving, disclose, ground_of, reader_as_recipient
from icm_desktop.services.questions import REMINDED

_LONGEST_REASON = 500
_CHANNELS = {"fax": "fax", "email": "email", "portal": "portal"}  # of a thread; any other way is a letter


@requires(Privilege.CLINICAL_WRITE)
def keep(uow: UnitOfWork, request: KeepTeamLetter) -> TeamLetterKept:
    """Make the letter that was looked at again, keep it, and note who got it, how and when.

    Raises:
        Conflict: letters.changed_pages when it is no longer what was looked at.
        Invalid: plans.how_missing; letters.not_on_file at "reason"; privacy.part2_needed at "reader";
            and what `reports.team_letter.render` refuses.
        NotFound: patients.unknown, questions.unknown.
    """
    asked, reader = request.request, request.request.reader
    if request.how not in COPY_WAYS:
        raise Invalid("plans.how_missing", field="how")
    made = render(uow, asked)
    if made.content != request.content:
        raise Conflict("letters.changed_pages")
    if not made.may_tell:
        raise Invalid("privacy.part2_needed", field="reader", name=reader.name)
    reason = cleaning.line("reason", request.reason, _LONGEST_REASON)
    if not made.allowed and reason is None:
        raise Invalid("letters.not_on_file", field="reason", name=reader.name)
    row = Handout(
        patient_id=asked.patient_id,
        kind=asked.kind,
        language=asked.language,
        paper=asked.paper,
        large_print=False,
        pages=made.pages,
        how=request.how,
        pdf=made.pdf,
        sent_to=", ".join(part for part in (reader.name, reader.organization) if part),
        team_question_id=asked.question_id,
    )
    kept_pages.keep(uow, row, "letter.to_team")
    if not made.allowed:
        kept_pages.without_agreement(uow, asked.patient_id, reason)
    leaving = Leaving(
        asked.patient_id, "letter", ground_of(reader, allowed=made.allowed), "", reason or "",
        made.substance_use, (Handout.__tablename__, row.id), row.sha256, made.consent_id,
    )  # fmt: skip
    disclose(uow, leaving, reader_as_recipient(uow, reader))
    if asked.kind == ABOUT_QUESTION:
        _in_thread(uow, request, made.heading)
    kinds = ("handout", "question")
    return TeamLetterKept(row.id, made.pdf, Changes.of(*kinds, patient_id=asked.patient_id, action_id=uow.action_id))


def _in_thread(uow: UnitOfWork, request: KeepTeamLetter, heading: str) -> None:
    """A letter about an open question reminds of it."""
    question = question_of(uow, request.request)
    if question.status == OPEN:
        uow.session.add(
            TeamMessage(
                team_question_id=question.id, patient_id=question.patient_id, kind=REMINDED, at=uow.now,
                channel=_CHANNELS.get(request.how, "letter"), said_by=uow.actor.name, text=heading,
            )
        )  # fmt: skip
