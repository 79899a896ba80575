"""What "Your next steps" says of a patient today, and the pages that were handed out."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.papers import Handout
from db.models.patient import Patient
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.content.phrases import LANGUAGES, bank
from icm_desktop.content.plain_words import plain_words, sensitive
from icm_desktop.contracts.handouts import HandoutMade, HandoutRequest, HandoutRow, NextSteps
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries import handout_medicines, handout_people, handout_steps, handout_visits
from icm_desktop.queries.content import phrases_confirmed
from icm_desktop.queries.handout_page import HandoutPage

_KINDS = ("next-steps",)
FOR_OTHERS = ("referral", "care-plan")  # pages with clinical facts for somebody else: opened where those are read
_PAPERS = ("letter", "a4")


@requires(Privilege.PRINT_HANDOUT)
def next_steps(uow: UnitOfWork, request: HandoutRequest) -> NextSteps:
    """Everything that could stand on the page, worded in its language, in the order it is printed.

    Raises:
        NotFound: "patients.unknown".
        Invalid: "handout.unknown_kind", "handout.unknown_language", "handout.unknown_paper".
        NotAllowed: "handout.sensitive_not_allowed" when a role that may not read clinical facts ticked something.
    """
    _check(uow, request)
    patient = _patient(uow, request.patient_id)
    page = _page(uow, request, patient)
    plan = handout_steps.plan(uow, page)
    visits = handout_visits.visits(uow, page)
    medicines, incomplete = handout_medicines.medicines(uow, page)
    contact = handout_people.contact(uow, page, patient)
    calendar = page.bank.calendar
    return NextSteps(
        patient_name=_name(patient),
        born=_born(page, patient),
        printed=page.bank("page.printed", date=calendar.day(page.today, year=True)),
        interpreter=_interpreter(page, patient),
        practice=plain(page.practice.name),
        language=page.bank.language,
        large_print=patient.large_print if request.large_print is None else request.large_print,
        paper=request.paper,
        most_important=handout_steps.most_important(uow, page, request.most_important, plan, visits),
        goal=plan.goal,
        steps=handout_steps.with_usual_steps(uow, page, plan.steps, visits),
        visits=visits,
        medicines=medicines,
        medicines_incomplete=incomplete,
        contact=contact,
        free_lines=tuple(page.free_lines),
        sensitive=tuple(page.offered),
        notices=tuple(page.notices),
        phrases_confirmed=phrases_confirmed(uow, page.bank.language),
    )


@requires(Privilege.PRINT_HANDOUT)
def history(uow: UnitOfWork, patient_id: int) -> tuple[HandoutRow, ...]:
    """The pages this patient was given, newest first."""
    rows = uow.session.execute(
        select(
            Handout.id, Handout.kind, Handout.language, Handout.large_print, Handout.pages, Handout.how,
            Handout.made_at, UserAccount.display_name, Handout.sent_to,
        )
        .join(UserAccount, UserAccount.id == Handout.made_by_id)
        .where(Handout.patient_id == patient_id, Handout.kind.not_in(FOR_OTHERS), Handout.removed_at.is_(None))
        .order_by(Handout.made_at.desc(), Handout.id.desc())
    )  # fmt: skip
    return tuple(HandoutRow(*row) for row in rows)


@requires(Privilege.PRINT_HANDOUT)
def kept(uow: UnitOfWork, handout_id: int) -> HandoutMade:
    """The exact page that was handed out, to look at or print again.

    Raises:
        NotFound: "handout.not_found".
    """
    row = uow.session.get(Handout, handout_id)
    if row is None or row.removed_at is not None or row.kind in FOR_OTHERS:
        raise NotFound("handout.not_found")
    return HandoutMade(
        pdf=row.pdf,
        pages=row.pages,
        language=row.language,
        large_print=row.large_print,
        paper=row.paper,
        not_in_language=tuple(row.not_in_language or ()),
        overflow=tuple(row.overflow or ()),
        sensitive=(),
    )


def _check(uow: UnitOfWork, request: HandoutRequest) -> None:
    if request.kind not in _KINDS:
        raise Invalid("handout.unknown_kind", field="kind", kind=request.kind)
    if request.language is not None and request.language not in LANGUAGES:
        raise Invalid("handout.unknown_language", field="language", language=request.language)
    if request.paper not in _PAPERS:
        raise Invalid("handout.unknown_paper", field="paper", paper=request.paper)
    if request.sensitive_ids and not _may_tick(uow):
        raise NotAllowed("handout.sensitive_not_allowed")


def _may_tick(uow: UnitOfWork) -> bool:
    return allows(uow.actor.role, Privilege.CLINICAL_READ)


def _patient(uow: UnitOfWork, patient_id: int) -> Patient:
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    return patient


def _page(uow: UnitOfWork, request: HandoutRequest, patient: Patient) -> HandoutPage:
    wanted = request.language or (patient.language or "").split("-")[0].casefold()
    page = HandoutPage(
        patient_id=patient.id,
        practice=uow.session.scalars(select(Practice).limit(1)).one(),
        bank=bank(wanted if wanted in LANGUAGES else "en"),
        words=plain_words(),
        sensitive=sensitive(),
        ticked=frozenset(request.sensitive_ids),
        may_tick=_may_tick(uow),
        today=uow.today,
        now=uow.now,
        zone=uow.zone,
    )
    if patient.deceased:
        page.notice("handout.deceased")
    return page


def _name(patient: Patient) -> str:
    return plain(" ".join(part for part in (patient.given, patient.family) if part))


def _born(page: HandoutPage, patient: Patient) -> str:
    """The line with the birth date, as precise as it is known."""
    known = patient.birth_date or ""
    words = page.bank.calendar.birth_date(known)
    return page.bank("page.born" if len(known) >= len("2000-01-01") else "page.born_in", date=words) if words else ""


def _interpreter(page: HandoutPage, patient: Patient) -> str:
    """The line for a patient who reads neither shipped language."""
    spoken = (patient.language or "").split("-")[0].casefold()
    if not spoken or spoken in LANGUAGES:
        return ""
    name = handout_people.LanguageName.of(spoken, page.bank.language)
    page.notice("handout.interpreter", name)
    return page.bank("page.interpreter", language=name)
