"""Letters to patients: each on pages of its own, in their language and size, the address where a window shows it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.letters import window
from icm_desktop.content.phrases import bank
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.letters import Letter, LettersMade, LettersRequest, LetterText, Recipient
from icm_desktop.domain.letters import STAFF, filled
from icm_desktop.errors import Invalid
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import letter_texts, letters
from icm_desktop.queries.content import confirmed
from icm_desktop.reports import call_sheet, envelopes, labels
from icm_desktop.reports.addressing import fitted
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, size_of
from icm_desktop.reports.text import Line, Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork
    from icm_desktop.practice import OpenPractice

MM = INCH / 25.4
_MARGIN = 0.9 * INCH  # above and below; the sides follow the window, so that all of it stands in one line
_SMALL = {False: 9.5, True: 14.0}  # what stands at the edges
_SIZES = {False: (12.0, 16.0), True: (18.0, 22.0)}  # body and heading, in points
_BULLET = "- "
_SAMPLE_TIME = dt.time(10, 30)


@dataclass(frozen=True, slots=True)
class Words:
    """One letter, worded."""

    language: str
    large_print: bool
    sender: tuple[str, ...]
    address: tuple[str, ...]
    date: str
    heading: str
    lines: tuple[str, ...]
    note: str


@long_work
@requires(Privilege.PRINT_HANDOUT)
def render(practice: OpenPractice, request: LettersRequest, *, progress: Progress) -> LettersMade:
    """Everything asked for in one PDF, in order; nothing is kept or noted yet, and Cancel leaves nothing behind.

    Raises:
        NotFound: letters.unknown, letters.no_sheet, letters.no_envelope.
        Invalid: letters.nobody, handout.unknown_paper.
        JobCancelled: after as many letters as it says.
    """
    with practice.read() as uow:
        people = letters.recipients(uow, request)
        inside = [one for one in people if one.left_out is None]
        outside = tuple(one for one in people if one.left_out is not None)
        if not inside:
            raise Invalid("letters.nobody")
        if request.kind == letters.LABELS:
            return labels.made(request, inside, outside)
        if request.kind in letters.ENVELOPES:
            by_hand = request.kind == letters.BY_HAND
            return envelopes.made(request, inside, outside, letters.sender(uow), by_hand=by_hand)
        size_of(request.paper)  # or it is refused
        if letters.about_of(request.kind) == STAFF:
            return call_sheet.made(uow, request, inside, outside)
        return _made(uow, request, inside, outside, progress)


@requires(Privilege.PRINT_HANDOUT)
def sample(uow: UnitOfWork, request: LettersRequest) -> SheetMade:
    """The letter as it would be, to somebody invented or the first one asked for; `draft` shows a text not yet saved.

    Raises:
        NotFound: letters.unknown. Invalid: letters.nobody.
    """
    page = letters.page_of(uow, request.language)
    if letters.about_of(request.kind) == STAFF:
        staff = call_sheet.made(uow, request, (), ())
        return SheetMade(staff.pdf, staff.missing)
    if request.targets:
        people = [one for one in letters.recipients(uow, request) if one.left_out is None]
        if not people:
            raise Invalid("letters.nobody")
        page = letters.page_of(uow, request.language, people[0].target.patient_id)
        values, address, large = letters.values(uow, people[0], page), people[0].address, people[0].large_print
    else:
        told = page.bank.calendar.at(_SAMPLE_TIME)
        values = {
            **letters.of_practice(uow, page), "name": "Maria Lopez", "first_name": "Maria", "coordinator": "Rosa Diaz",
            "visit_day": page.bank.calendar.day(page.today), "visit_time": told, "visit_with": "Dr. Anil Patel",
            "visit_where": "120 Oak Street", "bring": "…", "referral_to": "Dr. Anil Patel",
            "referral_phone": "555-010-0142", "recipient": "Ana Lopez", "patient": "Maria Lopez",
            "birth_date": page.bank.calendar.birth_date("1958-03-04"), "version": "2",
            "version_day": page.bank.calendar.day(page.today, year=True), "question": "…",
            "asked_day": page.bank.calendar.day(page.today), "due_day": page.bank.calendar.day(page.today),
        }  # fmt: skip
        address, large = ("120 Oak Street", "Springfield, IL 62701"), False
    text = letter_texts.text(uow, request.kind, request.language)
    fonts = Fonts()
    pdf, _ = one_letter(_words(uow, text, request.draft, values, address, large), request.paper, fonts)
    return SheetMade(pdf, fonts.squares)


def _made(
    uow: UnitOfWork, request: LettersRequest, inside: Sequence[Recipient], outside: tuple[Recipient, ...],
    progress: Progress,
) -> LettersMade:  # fmt: skip
    fonts, texts, made = Fonts(), {}, []
    whole, first = _Paper(request.paper, fonts, "en"), 1
    for number, one in enumerate(inside, start=1):
        if one.language not in texts:
            texts[one.language] = letter_texts.text(uow, request.kind, one.language)
        page = letters.page_of(uow, one.language, one.target.patient_id)
        values = letters.values(uow, one, page)
        words = _words(uow, texts[one.language], None, values, one.address, one.large_print)
        pdf, pages = one_letter(words, request.paper, fonts)
        whole.letter(words)
        made.append(Letter(one.target, values["name"], one.language, one.large_print, first, pages, pdf))
        first += pages
        progress.step(number, len(inside))
    missing = fonts.squares
    return LettersMade(request.kind, request.paper, whole.pdf(), first - 1, tuple(made), outside, missing)


def _words(
    uow: UnitOfWork, text: LetterText, draft: tuple[str, str] | None, values: Mapping[str, str],
    address: tuple[str, ...], large: bool,
) -> Words:  # fmt: skip
    heading, body = draft or (text.heading, text.body)
    words = bank(text.language)
    unsure = text.id is None and draft is None and not confirmed(uow, "letters", text.kind)
    return Words(
        language=text.language,
        large_print=large,
        sender=tuple(filter(None, (values["practice"], values["practice_address"], values["practice_phone"]))),
        address=(values["name"], *address),
        date=values["today"],
        heading=" ".join(filled(heading, values)),
        lines=filled(body, values),
        note=words("page.unreviewed") if unsure else "",
    )


def one_letter(words: Words, paper: str, fonts: Fonts) -> tuple[bytes, int]:
    """A letter by itself, and how many pages it has."""
    alone = _Paper(paper, fonts, words.language)
    pages = alone.letter(words)
    return alone.pdf(), pages


class _Paper:
    """Paints letters one after the other, each beginning on a new page."""

    def __init__(self, paper: str, fonts: Fonts, language: str) -> None:
        self._buffer, self._fonts = io.BytesIO(), fonts
        self._size, self._window = size_of(paper), window(paper)
        self._left = self._window.left * MM
        self._width = self._size[0] - 2 * self._left
        fonts.width("x", 12, bold=False)  # loads the font the page begins with
        self._canvas = Canvas(
            self._buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        self._canvas.setTitle("Letter")  # the name of a file in a print queue is read by others
        self._canvas.setCreator("ICM Desktop")
        self._smalls = {large: Typesetter(fonts, size) for large, size in _SMALL.items()}

    def pdf(self) -> bytes:
        """Everything painted."""
        self._canvas.save()
        return self._buffer.getvalue()

    def letter(self, words: Words) -> int:
        """Paint one letter; how many pages it took."""
        body, heading = (Typesetter(self._fonts, size, 1.3) for size in _SIZES[words.large_print])
        self._sender(words)
        top = self._address(words, body)
        pages = 1
        for kind, lines, indent, after in self._flow(words, body, heading):
            for line in lines:
                if top - kind.leading < _MARGIN + 24:
                    self._end_page(words)
                    pages, top = pages + 1, self._size[1] - _MARGIN
                kind.paint(self._canvas, [line], self._left + indent, top)
                top -= kind.leading
            top -= after
        self._end_page(words)
        return pages

    def _flow(
        self, words: Words, body: Typesetter, heading: Typesetter
    ) -> Sequence[tuple[Typesetter, Sequence[Line], float, float]]:
        flow = [(body, body.wrap([Span(words.date)], self._width), 0.0, body.leading * 0.7)]
        flow.append((heading, heading.wrap([Span(words.heading, bold=True)], self._width), 0.0, body.leading * 0.5))
        for line in words.lines:
            if not line:
                flow.append((body, [], 0.0, body.leading * 0.6))
            elif line.startswith(_BULLET):
                indent = body.size
                text = [Span("•\u00a0" + line.removeprefix(_BULLET))]
                flow.append((body, body.wrap(text, self._width - indent), indent, 2.0))
            else:
                flow.append((body, body.wrap([Span(line)], self._width), 0.0, 0.0))
        return flow

    def _sender(self, words: Words) -> None:
        name, *rest = words.sender or ("",)
        bold = Typesetter(self._fonts, 14)
        top = self._size[1] - 0.6 * INCH
        small = self._smalls[words.large_print]
        lines = bold.wrap([Span(name, bold=True)], self._width)
        bold.paint(self._canvas, lines, self._left, top)
        small.paint(self._canvas, small.packed(rest, self._width), self._left, top - bold.height(lines))

    def _address(self, words: Words, body: Typesetter) -> float:
        """Paint the address into the window; where the letter begins below it."""
        box = self._window
        top = self._size[1] - box.top * MM
        kind, lines = fitted(self._fonts, words.address, box.width * MM, box.height * MM)
        kind.paint(self._canvas, lines, self._left, top)
        return top - box.height * MM - body.leading

    def _end_page(self, words: Words) -> None:
        if words.note:
            small = self._smalls[words.large_print]
            lines = small.wrap([Span(words.note)], self._width)
            small.paint(self._canvas, lines, self._left, 0.4 * INCH + small.height(lines))
        self._canvas.showPage()
