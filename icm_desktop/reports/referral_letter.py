"""The packet of a referral: cover sheet, letter, and the documents that follow, as one PDF."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.referral_packets import MOST_BYTES, PacketMade, PacketRequest
from icm_desktop.domain.document_forms import DocumentForm
from icm_desktop.domain.names import spoken
from icm_desktop.domain.written_dates import written, written_partial
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_packets import Attachment, PacketContent, content
from icm_desktop.reports.blocks import Boxed, Gap, Heading, Passage
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.merging import merged, page_count, picture_page, words_pages
from icm_desktop.reports.page import INCH, Block, size_of
from icm_desktop.reports.tables import Cell, Row
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.8 * INCH
_BODY, _SMALL, _HEADING, _TITLE = 11, 9, 13, 20
_LABEL = 1.7 * INCH


@requires(Privilege.REFERRAL_CLINICAL)
def render(uow: UnitOfWork, request: PacketRequest) -> PacketMade:
    """The packet as a PDF; kept in memory only until it is sent.

    Raises:
        NotFound: referrals.unknown, documents.unknown.
        Invalid: referrals.to_missing, reason_missing, no_agreement, unreadable_document, packet_too_large.
    """
    told = content(uow, request)
    written = _Letter(told, request, uow.today)
    following = [_pages(one, request.paper, written.fonts) for one in told.attachments]
    count = sum(page_count(one) for one in following)
    letter = written.pdf(count)
    pdf = merged([letter, *following]) if following else letter
    if len(pdf) > MOST_BYTES:
        raise Invalid("referrals.packet_too_large", "document_ids")
    digest = hashlib.sha256(letter)
    for one in told.attachments:
        digest.update(hashlib.sha256(one.data).digest())
    return PacketMade(
        pdf, page_count(pdf), digest.hexdigest(), told.withheld, written.fonts.squares,
        told.notice is not None, told.notice.consent_id if told.notice is not None else None,
    )  # fmt: skip


def _pages(one: Attachment, paper: str, fonts: Fonts) -> bytes:
    try:
        if one.form is DocumentForm.PDF:
            page_count(one.data)
            return one.data
        if one.form is DocumentForm.IMAGE:
            return picture_page(one.data, one.title, paper, fonts)
    except (pdfium.PdfiumError, OSError) as error:
        raise Invalid("referrals.unreadable_document", "document_ids", title=one.title) from error
    if not one.words.strip():
        raise Invalid("referrals.unreadable_document", "document_ids", title=one.title)
    return words_pages(one.words, one.title, paper, fonts)


class _Letter:
    """Cover and letter. Measured once to know how many pages there are, then painted."""

    def __init__(self, told: PacketContent, request: PacketRequest, today: dt.date) -> None:
        self._told, self._request, self._today = told, request, today
        self._words = sheet("referral", request.language)
        self._months: list[str] = self._words["months"].split()
        self._size = size_of(request.paper)
        self._width = self._size[0] - 2 * _MARGIN
        fonts = self.fonts = Fonts()
        fonts.width("x", _BODY, bold=False)  # loads the font the page begins with
        self._body, self._small = Typesetter(fonts, _BODY, 1.3), Typesetter(fonts, _SMALL)
        self._heading, self._title = Typesetter(fonts, _HEADING), Typesetter(fonts, _TITLE)

    def pdf(self, following: int) -> bytes:
        """The painted pages; the cover says how many pages there are with those that follow."""
        letter = self._laid_out(self._letter())
        pages = len(letter) + following + (1 if self._request.cover else 0)
        sheets = [*([self._cover(pages)] if self._request.cover else []), *letter]
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=self._request.language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        canvas.setTitle(self._words["title"])
        canvas.setCreator("ICM Desktop")
        for number, blocks in enumerate(sheets, 1):
            self._paint(canvas, blocks, number)
        canvas.save()
        return buffer.getvalue()

    def _laid_out(self, blocks: Sequence[Block]) -> list[list[Block]]:
        room = self._size[1] - 2 * _MARGIN - 2 * self._small.leading
        sheets: list[list[Block]] = [[]]
        left = room
        parts = [part for block in blocks for part in block.parts(room)]
        for at, part in enumerate(parts):
            needed = part.height + (parts[at + 1].height if part.keep and at + 1 < len(parts) else 0)
            if needed > left and sheets[-1]:
                sheets.append([])
                left = room
            sheets[-1].append(part)
            left -= part.height
        return sheets

    def _paint(self, canvas: Canvas, blocks: Sequence[Block], number: int) -> None:
        top = self._size[1] - _MARGIN
        for block in blocks:
            block.draw(canvas, _MARGIN, top)
            top -= block.height
        foot = self._words["printed"].format(
            practice=self._told.practice.name, date=self._day(self._today), page=number
        )
        if number > 1 or not self._request.cover:  # a fax falls apart: every page but the cover says whose it is
            foot = f"{self._whose()} · {foot}"
        self._small.paint(canvas, self._small.wrap([Span(foot)], self._width), _MARGIN, _MARGIN * 0.8)
        canvas.showPage()

    # what stands there

    def _cover(self, pages: int) -> list[Block]:
        """Nothing of the patient: a fax lies open where it arrives."""
        words, hours = self._words, self._told.practice.hours_text
        blocks: list[Block] = [
            Heading(self._title, words["cover_title"], self._width, after=14),
            *self._parties(),
            self._fact(words["pages"], str(pages)),
            self._fact(words["regarding"], words["regarding_words"]),
            Gap(18),
            Boxed(self._body, [Span(words["private_title"], bold=True)], self._width, first=True, last=False),
            Boxed(self._body, [Span(words["private"])], self._width, first=False, last=True),
        ]
        if hours:
            blocks += [Gap(12), Passage(self._small, [Span(hours)], self._width)]
        return blocks

    def _parties(self) -> list[Block]:
        words, told, practice = self._words, self._told, self._told.practice
        facts = (
            (words["to"], told.row.to), (words["fax"], told.to_fax), (words["phone"], told.row.to_phone),
            (words["address"], told.to_address), (words["from"], practice.name), (words["fax"], practice.fax),
            (words["phone"], practice.phone), (words["address"], practice.address),
        )  # fmt: skip
        return [self._fact(label, value) for label, value in facts if value]

    def _party(self, label: str, name: str | None, *reached: str | None) -> Block:
        """Who, and on a line beneath how they are reached: fax, phone, address."""
        fax, phone, address = reached
        words = self._words
        how = [f"{words['fax']}\u00a0{fax}" if fax else "", f"{words['phone']}\u00a0{phone}" if phone else "", address]
        lines = [line for line in (name, " · ".join(filter(None, how))) if line]
        cells: list[Cell] = [[[Span(label, bold=True)]], [[Span(line)] for line in lines]]
        return Row(self._body, cells, (_LABEL, self._width - _LABEL), pad=6)

    def _letter(self) -> list[Block]:
        words, told, practice, row = self._words, self._told, self._told.practice, self._told.row
        urgency = words["routine"] if row.urgency == "routine" else words["urgent"]
        blocks: list[Block] = [
            Heading(self._title, f"{words['title']} · {urgency}", self._width, after=10),
            self._party(words["to"], told.row.to, told.to_fax, told.row.to_phone, told.to_address),
            self._party(words["from"], practice.name, practice.fax, practice.phone, practice.address),
            self._fact(words["patient"], self._patient()),
            self._fact(words["service"], row.service or ""),
            Gap(6),
        ]
        for key, text in (("question", row.question), ("reason", row.reason)):
            if text:
                blocks += [Heading(self._heading, words[key], self._width), *self._paragraphs(text), Gap(8)]
        blocks += [*self._known(), *self._results(), *self._following()]
        if self._told.withheld:
            blocks += [Passage(self._body, [Span(words["withheld"])], self._width, after=8)]
        if told.notice is not None:
            blocks += [Passage(self._small, [Span(told.notice.whole)], self._width, after=8)]
        ordered = words["ordered"].format(date=self._day(row.ordered_on)) if row.ordered_on else ""
        by = words["sincerely"].format(name=self._told.asked_by) if self._told.asked_by else ""
        return [
            *blocks,
            Passage(self._body, [Span(words["ask"], bold=True)], self._width, after=8),
            Passage(self._body, [Span(" · ".join(filter(None, (by, ordered))))], self._width),
        ]

    def _whose(self) -> str:
        head = self._told.row.head
        born = self._words["born"].format(date=written_partial(head.birth_date, self._months))
        return " · ".join([spoken(head.given, head.family, head.prefix, None), *([born] if head.birth_date else [])])

    def _patient(self) -> str:
        head, words = self._told.row.head, self._words
        return " · ".join(filter(None, (
            self._whose(),
            words["record"].format(number=head.record_number),
            f"{words['phone']}\u00a0{head.phone}" if head.phone else "",
        )))  # fmt: skip

    def _known(self) -> list[Block]:
        told, words, blocks = self._told, self._words, list[Block]()
        lists: list[tuple[str, tuple[str, ...], bool, str]] = [
            ("problems", tuple(self._since(*each) for each in told.problems), self._request.problems, words["nothing"]),
            ("medicines", told.medicines, self._request.medicines, words["nothing"]),
            ("allergies", told.allergy_lines, told.allergies is not None, self._no_allergies()),
        ]
        for key, lines, wanted, empty in lists:
            if wanted:
                blocks += [Heading(self._heading, words[key], self._width), *self._listed(lines, empty), Gap(8)]
        return blocks

    def _since(self, problem: str, onset: str | None) -> str:
        return f"{problem} ({self._day_of(onset[:10])})" if onset else problem

    def _no_allergies(self) -> str:
        known = self._told.allergies
        words: str = self._words["none_known" if known is not None and known.state == "none" else "not_recorded"]
        return words

    def _results(self) -> list[Block]:
        told = self._told
        if told.results_since is None:
            return []
        title = self._words["results"].format(date=self._day(told.results_since))
        widths = (self._width * 0.2, self._width * 0.5, self._width * 0.3)
        rows: list[Any] = [
            Row(self._body, [[[Span(text)]] for text in (self._day_of(day), name, value)], widths, pad=4)
            for day, name, value in told.results
        ]
        none = Passage(self._body, [Span(self._words["nothing"])], self._width)
        return [Heading(self._heading, title, self._width), *(rows or [none]), Gap(8)]

    def _following(self) -> list[Block]:
        titles = tuple(dict.fromkeys(one.title for one in self._told.attachments))
        if not titles:
            return []
        return [Heading(self._heading, self._words["documents"], self._width), *self._listed(titles, ""), Gap(8)]

    def _listed(self, lines: Sequence[str], empty: str) -> list[Block]:
        if not lines:
            return [Passage(self._body, [Span(empty)], self._width)]
        return [Passage(self._body, [Span(f"• {line}")], self._width, after=1) for line in lines]

    def _paragraphs(self, text: str) -> list[Block]:
        return [Passage(self._body, [Span(part)], self._width, after=2) for part in text.splitlines() if part.strip()]

    def _fact(self, label: str, value: str) -> Block:
        cells = [[[Span(label, bold=True)]], [[Span(value)]]]
        return Row(self._body, cells, (_LABEL, self._width - _LABEL), pad=6)

    def _day_of(self, text: str) -> str:
        return written_partial(text, self._months) or text

    def _day(self, day: dt.date) -> str:
        return written(day, self._months)
