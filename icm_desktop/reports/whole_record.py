"""A whole record on paper: kind by kind everything the machine form of the same export holds, for the same reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from icm_desktop.content.part2 import part2_notice
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.plan_document import PATIENT, RECORD
from icm_desktop.contracts.record_export import RecordRequest
from icm_desktop.domain import moments
from icm_desktop.domain.names import spoken
from icm_desktop.domain.written_dates import written_partial
from icm_desktop.exchange.fhir.readable import Reader, Told, names_in, split
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.exporting.assembling import Assembled
from icm_desktop.queries.heads import heads
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Row
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_NAME, _VALUE = 0.26, 0.74  # of the width: what an element is called, what it says
_PAD = 2.0
_NOT_FOR_READING = frozenset({"Provenance", "PractitionerRole"})  # who recorded what stands in the machine form


@requires(Privilege.EXPORT)
def render(uow: UnitOfWork, made: Assembled, request: RecordRequest, language: str) -> SheetMade:
    """The record as a PDF; kept in memory only. `made` is what the machine form was written from."""
    return _Sheet(uow, sheet("record", language), "letter", language, 9.5).pdf(made, request)


class _Sheet(StaffSheet):
    def pdf(self, made: Assembled, request: RecordRequest) -> SheetMade:
        """The painted pages."""
        words = self._words
        head = heads(self._uow, [request.patient_id])[request.patient_id]
        name = spoken(head.given, head.family, head.prefix, None)
        self._heading = words["heading"].format(name=name)
        kinds = dict(one.split("=", 1) for one in words["kinds"].split("|"))
        told = self._told(made.resources)
        by_kind = {kind: [one for one in told if one.kind == kind] for kind in {one.kind: None for one in told}}
        order = [*(kind for kind in kinds if kind in by_kind), *(kind for kind in by_kind if kind not in kinds)]
        self._open()
        self._begin_page(self._heading)
        self._line(self._body, words["whose"].format(born=self._born(head.birth_date), number=head.record_number))
        self._line(self._body, words["for_whom"].format(who=self._reader(request)))
        if made.substance_use:
            self._line(self._body, part2_notice(self._language), bold=True)
        for kind in order:
            self._line(
                self._small, words["contents"].format(kind=kinds.get(kind, split(kind)), count=len(by_kind[kind]))
            )
        if made.held:
            self._line(self._small, words["held"].format(count=made.held.total()))
        self._line(self._small, words["machine"])
        for kind in order:
            self._part(kinds.get(kind, split(kind)), by_kind[kind])
        return self._finished()

    def _reader(self, request: RecordRequest) -> str:
        reader = request.reader
        if reader.kind in (RECORD, PATIENT):
            return str(self._words["own" if reader.kind == RECORD else "patient"])
        return ", ".join(part for part in (reader.name, reader.organization) if part)

    def _told(self, resources: list[Json]) -> list[Told]:
        """Every resource in words, the latest of each kind first."""
        plain = Reader(self._when, self._words["yes"], self._words["no"], {})
        reader = Reader(self._when, self._words["yes"], self._words["no"], names_in(resources, plain))
        found = [reader.told(one) for one in resources if one["resourceType"] not in _NOT_FOR_READING]
        return sorted(found, key=lambda one: one.day or "", reverse=True)

    def _when(self, text: str) -> str:
        at = moments.instant(text) if moments.is_instant(text) else None
        return self._moment(at) if at is not None else written_partial(text[:10], self._months)

    def _part(self, title: str, told: Iterable[Told]) -> None:
        self._room(60)
        self._top -= 10
        self._line(self._section, title, bold=True)
        for one in told:
            self._one(one)

    def _one(self, told: Told) -> None:
        day = self._when(told.day) if told.day else ""
        self._room(34)
        self._top -= 4
        self._line(self._body, " · ".join(part for part in (told.title, day) if part) or "–", bold=True)
        widths = (_NAME * self._width, _VALUE * self._width)
        for name, value in told.lines:
            for place, words in enumerate(_pieces(value)):
                row = Row(self._small, [[[Span("" if place else split(name))]], [[Span(words)]]], widths, pad=_PAD)
                self._room(row.height)
                self._put(row)

    def _room(self, height: float) -> None:
        if not self._fits(height):
            self._begin_page(self._heading)


def _pieces(value: str) -> list[str]:
    """A value in parts that surely fit on a page."""
    found: list[str] = []
    for line in value.splitlines() or [""]:
        found += [line[at : at + _LONGEST] for at in range(0, len(line), _LONGEST)] or [""]
    return found


_LONGEST = 1500  # letters of one row
