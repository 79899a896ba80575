"""Paper forms of questionnaires: official words, boxes to tick, credit line; by name, or without one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.screening import FormsMade, PrintForms
from icm_desktop.domain.instruments.definition import Instrument
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.people import practice
from icm_desktop.queries.print_sizes import large_print
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import size_of
from icm_desktop.reports.screening_form_layout import FormLayout, Person

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

MOST = 200  # forms at once


@requires(Privilege.SIGN_IN)
def blank(uow: UnitOfWork, request: PrintForms) -> FormsMade:
    """One form without a name.

    Raises:
        NotFound: screening.unknown.
    """
    instrument = _instrument(request)
    spoken = request.language or "en"
    return _made(uow, request, instrument, [(None, spoken, bool(request.large_print))])


@requires(Privilege.CLINICAL_READ)
def of_patients(uow: UnitOfWork, request: PrintForms) -> FormsMade:
    """A form for each patient, in their language and size unless the request says otherwise.

    Raises:
        NotFound: screening.unknown, patients.unknown.
    """
    instrument = _instrument(request)
    ids = tuple(dict.fromkeys(request.patient_ids))[:MOST]
    known, large = heads(uow, ids), large_print(uow, ids)
    if not known:
        raise NotFound("patients.unknown")
    people = [known[one] for one in ids if one in known]
    return _made(uow, request, instrument, [
        (one, request.language or (one.language or "en").split("-")[0],
         request.large_print if request.large_print is not None else one.id in large)
        for one in people
    ])  # fmt: skip


def _instrument(request: PrintForms) -> Instrument:
    found = instruments().get(request.instrument)
    if found is None:
        raise NotFound("screening.unknown", instrument=request.instrument)
    return found


def _made(
    uow: UnitOfWork,
    request: PrintForms,
    instrument: Instrument,
    wanted: Sequence[tuple[PatientHead | None, str, bool]],
) -> FormsMade:
    fonts, buffer = Fonts(), io.BytesIO()
    fonts.width("x", 12, bold=False)  # loads the font the page begins with
    canvas = Canvas(buffer, pagesize=size_of(request.paper), invariant=1, pageCompression=1, initialFontName=FIRST_FONT)
    canvas.setTitle(instrument.title["en"])
    canvas.setCreator("ICM Desktop")
    who, pages, english = practice(uow).name, 0, []
    for head, spoken, large in wanted:
        layout = FormLayout(instrument, spoken, fonts, size_of(request.paper), large=large, private=request.private)
        if not layout.official and head is not None:
            english.append(head)
        pages += layout.paint(canvas, who, _person(head))
    canvas.save()
    return FormsMade(buffer.getvalue(), pages, len(wanted), tuple(english), "".join(sorted(fonts.missing)))


def _person(head: PatientHead | None) -> Person | None:
    if head is None:
        return None
    name = f"{head.family.upper()}, {head.given or ''}".rstrip(", ")
    return Person(name, head.birth_date, head.record_number)
