"""Prints many pages one after the other: each is kept before it goes to paper, and whatever did not come out waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handed_out import PagesChanged
from icm_desktop.contracts.handouts import NEXT_STEPS, WAITING, HandoutKept, HandoutMade, HandoutRequest, KeepHandout
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.print_preview_paper import Paper, Wanted, paint, printer_key
from ui.messages import sentence

_NOTED_TOGETHER = 25  # pages; what came out is noted in one act, so that one Undo takes back a patient's set


@dataclass(frozen=True, slots=True)
class BatchPage:
    """One page to print. `handout_id`: it is kept already and only waits for a printer."""

    head: PatientHead
    request: HandoutRequest
    copies: int = 1
    two_sided: bool | None = None
    contact_id: int | None = None
    shared_reason: str | None = None
    handout_id: int | None = None


@dataclass(slots=True)
class BatchDone:
    """What became of the pages: ids of those that came out and that wait, and why others were not printed.

    `sheets`: how many were added for what did not fit; `left_out`: sensitive items that nobody ticked.
    """

    printed: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    refused: list[tuple[BatchPage, str]] = field(default_factory=list)
    sheets: int = 0
    left_out: int = 0
    printer: str = ""
    cancelled: bool = False
    last: PagesChanged | None = None
    notes: int = 0


def paper_of(context: AppContext, kind: str) -> Paper:
    """Where pages of this kind were printed last on this computer; else where "Your next steps" were."""
    known = context.preferences.text(printer_key(kind)) or context.preferences.text(printer_key(NEXT_STEPS))
    return Paper(known)


class PrintBatch(QObject):
    """Goes through the pages; holds one at a time, so a thousand need no more memory than one."""

    progressed = Signal(int, int, object)  # pages done, in all, the BatchPage that is next or None
    ended = Signal(object)  # BatchDone

    def __init__(
        self,
        context: AppContext,
        pages: Sequence[BatchPage],
        parent: QObject | None = None,
        *,
        paper_for: Callable[[str], Paper] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pages = list(pages)
        self._at = 0
        self._kept: list[int] = []
        self._came_out: list[int] = []
        self.done = BatchDone()
        self._paper_for = paper_for or (lambda kind: paper_of(context, kind))

    def __len__(self) -> int:
        return len(self._pages)

    def start(self) -> None:
        """Begin; `ended` tells when it is over."""
        self._next()

    def cancel(self) -> None:
        """Print no further page; what is on its way comes out."""
        self.done.cancelled = True

    def _next(self) -> None:
        if self.done.cancelled or self._at >= len(self._pages):
            self._note_rest()
            return
        page = self._pages[self._at]
        self.progressed.emit(self._at, len(self._pages), page)
        if page.handout_id is not None:
            self._run("queries.handed_out.to_print", page.handout_id, done=lambda made: self._paint(page, made))
        else:
            self._run("reports.handouts.render", page.request, done=lambda made: self._keep(page, made))

    def _run(self, name: str, *args: object, done: Callable[..., object]) -> None:
        self._context.jobs.run(name, *args, owner=self, done=done, failed=self._refused)

    def _keep(self, page: BatchPage, made: HandoutMade) -> None:
        """On record before it is on paper: nobody holds a page that we do not know of."""
        self.done.left_out += len(made.sensitive) - len(made.said.ticked)
        if page.request.with_sheets:
            self._add_sheets(page, made.overflow_kinds)
        request = KeepHandout(
            page.head.id, made, WAITING, page.contact_id, bool(made.said.ticked), page.shared_reason, None, page.copies
        )

        def kept(result: HandoutKept) -> None:
            self._paint(replace(page, handout_id=result.id), made)

        self._run("services.handouts.keep", request, done=kept)

    def _add_sheets(self, page: BatchPage, kinds: Sequence[str]) -> None:
        there = {
            one.request.kind for one in self._pages if (one.head.id, one.contact_id) == (page.head.id, page.contact_id)
        }
        more = [
            replace(page, request=replace(page.request, kind=kind, most_important=None, with_sheets=False))
            for kind in kinds
            if kind not in there
        ]
        self.done.sheets += len(more)
        self._pages[self._at + 1 : self._at + 1] = more

    def _paint(self, page: BatchPage, made: HandoutMade) -> None:
        assert page.handout_id is not None  # noqa: S101  kept before
        paper = self._paper_for(made.kind)
        paper.wanted = Wanted(page.copies, page.two_sided, made.kind)
        printer = paper.known(made.paper, made.pages)
        if printer is not None and paint(made.pdf, printer):
            self.done.printer = printer.printerName() or self.done.printer
            self._came_out.append(page.handout_id)
            self.done.printed.append(page.handout_id)
        else:
            self.done.waiting.append(page.handout_id)
        self._step()

    def _refused(self, error: UserError) -> None:
        self.done.refused.append((self._pages[self._at], sentence(error, self._context.formatting)))
        self._step()

    def _step(self) -> None:
        self._at += 1
        if len(self._came_out) >= _NOTED_TOGETHER:
            self._note(self._later)
        else:
            self._later()

    def _later(self) -> None:
        QTimer.singleShot(0, self, self._next)  # the window goes on between two pages

    def _note_rest(self) -> None:
        self._note(self._end) if self._came_out else self._end()

    def _note(self, then: Callable[[], object]) -> None:
        ids, self._came_out = tuple(self._came_out), []

        def noted(result: PagesChanged) -> None:
            self.done.last, self.done.notes = result, self.done.notes + 1
            then()

        def failed(_error: UserError) -> None:
            then()  # somebody printed or undid one meanwhile: it is on record either way

        self._context.jobs.run("services.handouts.came_out", ids, owner=self, done=noted, failed=failed)

    def _end(self) -> None:
        self.progressed.emit(self._at, len(self._pages), None)
        self.ended.emit(self.done)
