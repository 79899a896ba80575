"""What every page for a patient begins with: whose it is, in which language, made when."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import select

from db.models.patient import Patient
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.content.phrases import LANGUAGES, bank, page_languages
from icm_desktop.content.plain_words import plain_words, sensitive
from icm_desktop.contracts.handouts import HandoutRequest, PageHead
from icm_desktop.domain.plain_text import plain
from icm_desktop.domain.public_address import public_address
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries import handout_people, phrase_banks
from icm_desktop.queries.content import phrases_confirmed
from icm_desktop.queries.handout_copies import agreed_copies
from icm_desktop.queries.handout_page import HandoutPage

PAPERS = ("letter", "a4")
_reading_all: ContextVar[bool] = ContextVar("reading_all", default=False)


@contextmanager
def reading_all() -> Iterator[None]:
    """For comparing pages that were made: what was ticked then is read whoever asks, and nothing of it is shown."""
    token = _reading_all.set(True)
    try:
        yield
    finally:
        _reading_all.reset(token)


@requires(Privilege.PRINT_HANDOUT)
def begin(uow: UnitOfWork, request: HandoutRequest) -> tuple[HandoutPage, Patient]:
    """The page to write on, and whose it is.

    Raises:
        NotFound: "patients.unknown".
        Invalid: "handout.unknown_language", "handout.unknown_paper".
        NotAllowed: "handout.sensitive_not_allowed" when a role that may not read clinical facts ticked something.
    """
    if request.language is not None and request.language not in page_languages():
        raise Invalid("handout.unknown_language", field="language", language=request.language)
    if request.paper not in PAPERS:
        raise Invalid("handout.unknown_paper", field="paper", paper=request.paper)
    comparing = _reading_all.get()
    may_tick = comparing or allows(uow.actor.role, Privilege.CLINICAL_READ)
    if request.sensitive_ids and not may_tick:
        raise NotAllowed("handout.sensitive_not_allowed")
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    wanted = request.language or whole_language((patient.language or "").split("-")[0].casefold())
    page = HandoutPage(
        patient_id=patient.id,
        practice=uow.session.scalars(select(Practice).limit(1)).one(),
        bank=phrase_banks.of(uow, wanted),
        words=plain_words(),
        sensitive=sensitive(),
        ticked=frozenset(request.sensitive_ids),
        may_tick=may_tick,
        today=uow.today,
        now=uow.now,
        zone=uow.zone,
        agreed_copies=agreed_copies(uow, patient.id, wanted) if request.sensitive_ids and not comparing else "",
    )
    if patient.deceased:
        page.notice("handout.deceased")
    return page, patient


def whole_language(spoken: str) -> str:
    """The language a page is in unless somebody chooses another: the patient's, when every sentence is in it."""
    return spoken if spoken in page_languages() and not bank(spoken).missing else "en"


@requires(Privilege.PRINT_HANDOUT)
def head(uow: UnitOfWork, request: HandoutRequest, page: HandoutPage, patient: Patient) -> PageHead:
    """The frame of the page."""
    day = page.bank.calendar.day(page.today, year=True)
    page.fact("person", "person", patient.given, patient.family, patient.birth_date)
    return PageHead(
        patient_name=plain(" ".join(part for part in (patient.given, patient.family) if part)),
        born=_born(page, patient),
        printed=page.bank("page.printed", date=day),
        interpreter=_interpreter(page, patient),
        practice=plain(page.practice.name),
        language=page.bank.language,
        large_print=patient.large_print if request.large_print is None else request.large_print,
        paper=request.paper,
        phrases_confirmed=phrases_confirmed(uow, page.bank.language),
        pictures=page.practice.pictures_on_pages is not False,
        address=public_address(page.practice.website) if page.practice.code_on_pages else "",
        own_phrases=tuple(sorted(phrase_banks.own(uow, page.bank.language).items())),
        fallen=tuple(sorted(page.bank.fallen)),
    )


def _born(page: HandoutPage, patient: Patient) -> str:
    """The line with the birth date, as precise as it is known."""
    known = patient.birth_date or ""
    words = page.bank.calendar.birth_date(known)
    return page.bank("page.born" if len(known) >= len("2000-01-01") else "page.born_in", date=words) if words else ""


def _interpreter(page: HandoutPage, patient: Patient) -> str:
    """The line for a patient who does not read all of the page."""
    spoken = (patient.language or "").split("-")[0].casefold()
    if not spoken or spoken in LANGUAGES or (spoken == page.bank.language and not page.bank.missing):
        return ""
    name = handout_people.LanguageName.of(spoken, page.bank.language)
    page.notice("handout.interpreter", name)
    return page.bank("page.interpreter", language=name)
