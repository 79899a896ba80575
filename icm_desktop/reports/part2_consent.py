"""The form by which a patient consents to share records of substance use (42 CFR 2.31), in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.content import demographics as lists
from icm_desktop.content import part2 as content
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.demographics_requests import SaveConsent
from icm_desktop.contracts.part2_consent import PrintConsent
from icm_desktop.domain.names import spoken
from icm_desktop.domain.part2 import STATEMENTS, TPO
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.consent_elements import end_in_words, lacking
from icm_desktop.queries.heads import heads
from icm_desktop.queries.people import practice
from icm_desktop.reports.staff_sheet import MARGIN, StaffSheet
from icm_desktop.reports.tables import Row
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_SIZE = 12.0  # points; what a patient signs is printed in clear letters
_NAME, _VALUE = 0.27, 0.73  # of the width: what an element is called, what it says
_PAD = 7.0
_WRITTEN_LATER = frozenset({"signature", "date"})  # on the paper, by the patient


@requires(Privilege.CLINICAL_READ)
def render(uow: UnitOfWork, request: PrintConsent) -> SheetMade:
    """The form as a PDF, with what it still lacks; kept in memory only.

    Raises:
        NotFound: patients.unknown.
    """
    words = sheet("accounting", request.language) | {"title": content.words("form_title", request.language)}
    return _Form(uow, words, request.paper, request.language, _SIZE).pdf(request.consent)


class _Form(StaffSheet):
    def pdf(self, consent: SaveConsent) -> SheetMade:
        """The painted page."""
        head = heads(self._uow, [consent.row.patient_id]).get(consent.row.patient_id)
        if head is None:
            raise NotFound("patients.unknown")
        name = spoken(head.given, head.family, head.prefix, None)
        born = self._said("form_born", day=self._born(head.birth_date)) if head.birth_date else ""
        self._open()
        self._begin_page(self._words["title"])
        self._fact("form_patient", ", ".join(filter(None, (name, born))))
        self._fact("form_discloser", consent.discloser or "")
        self._fact("form_information", self._information(consent))
        self._fact("form_recipient", self._recipients(consent))
        self._fact("form_purpose", self._choices("consent_purpose").get(consent.purpose or "", consent.purpose or ""))
        ends = (self._born(consent.expires_on), end_in_words(consent.expiry_event, self._language))
        self._fact("form_expiry", " · ".join(filter(None, ends)))
        self._told(consent)
        self._signature(consent, name)
        return self._finished()

    def _said(self, name: str, **values: str) -> str:
        return content.words(name, self._language, **values)

    def _choices(self, name: str) -> dict[str, str]:
        return dict(dict(lists.choices(self._language))[name])

    def _fact(self, name: str, value: str) -> None:
        widths = (_NAME * self._width, _VALUE * self._width)
        cells = [[[Span(self._said(name), bold=True)]], [[Span(value or " ")]]]
        self._put(Row(self._body, cells, widths, pad=_PAD))

    def _information(self, consent: SaveConsent) -> str:
        topics = self._choices("topic")
        covered = ", ".join(topics.get(one, one) for one in consent.covers)
        return " · ".join(filter(None, (covered, consent.text)))

    def _recipients(self, consent: SaveConsent) -> str:
        by_class = (self._said("class"),) if consent.recipient_class == TPO else ()
        return "; ".join((*consent.recipients, *by_class))

    def _told(self, consent: SaveConsent) -> None:
        if not consent.statements:
            return
        self._top -= _PAD
        self._line(self._section, self._said("form_told"), bold=True)
        here = practice(self._uow).name
        for one in STATEMENTS:
            if one in consent.statements:
                told = self._said(f"statement_{one}", practice=here) if one == "revocation" else self._said(
                    f"statement_{one}"
                )  # fmt: skip
                self._line(self._body, f"• {told}")
                self._top -= 3

    def _signature(self, consent: SaveConsent, name: str) -> None:
        self._top -= 46
        across = 0.62 * self._width
        if self._canvas is not None:
            self._canvas.setLineWidth(0.7)
            self._canvas.line(MARGIN, self._top, MARGIN + across, self._top)
            self._canvas.line(MARGIN + across + 24, self._top, MARGIN + self._width, self._top)
            for left, words in ((0.0, "form_signature"), (across + 24, "form_date")):
                lines = self._small.wrap([Span(self._said(words))], self._width - left)
                self._small.paint(self._canvas, lines, MARGIN + left, self._top - 3)
        self._top -= self._small.leading + 2 * _PAD
        missing_now = lacking(self._uow, consent)
        if not set(missing_now) & _WRITTEN_LATER and consent.given_on and consent.given_how != "verbal":
            by = consent.given_by or name
            self._line(self._body, self._said("form_signed", by=by, day=self._born(consent.given_on)))
        elements = self._choices("consent_element")
        if missing := [elements[one] for one in missing_now if one not in _WRITTEN_LATER]:
            self._line(self._body, self._said("form_lacks", what="; ".join(missing)), bold=True)
        self._line(self._small, self._said("form_draft"))
