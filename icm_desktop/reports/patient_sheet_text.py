"""A page for a patient other than "Your next steps" as plain text and as one HTML page, complete."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.handouts import HandoutRequest, HandoutText
from icm_desktop.contracts.patient_sheets import Medicines, Months, Part, PatientSheet, Table, Visits, Words
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import patient_sheets
from icm_desktop.reports.outline import FOOT, HEAD, Section, html_page, plain_text
from icm_desktop.reports.outline_words import call_section, medicine_words, visit_words
from icm_desktop.reports.page_words import footnotes, of_words, words_of

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork


@requires(Privilege.PRINT_HANDOUT)
def text(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as plain text. Raises as `queries.patient_sheets.sheet`."""
    content = patient_sheets.sheet(uow, request)
    words = words_of(content.head)
    return _made(content, words, plain_text(_sections(content, words)))


@requires(Privilege.PRINT_HANDOUT)
def html(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as one HTML document. Raises as `queries.patient_sheets.sheet`."""
    content = patient_sheets.sheet(uow, request)
    words = words_of(content.head)
    page = html_page(content.title, words, _sections(content, words), large=content.head.large_print)
    return _made(content, words, page)


def _sections(content: PatientSheet, words: PhraseBank) -> Iterator[Section]:
    identity = (content.head.patient_name, content.head.born, content.head.printed, content.head.interpreter)
    yield Section(1, content.title, tuple(line for line in identity if line), part=HEAD)
    for part in content.parts:
        yield from _of_part(words, part)
    if content.free_lines:
        lines = tuple(f"{line.label}: {line.text}" for line in content.free_lines)
        yield Section(2, words("head.free"), lines, listed=True)
    yield call_section(words, content.contact)
    notes = footnotes(content.head, words, content.said)
    yield Section(0, "", (words("page.mismatch"), content.head.practice, *notes), part=FOOT)


def _of_part(words: PhraseBank, part: Part) -> Iterator[Section]:
    match part:
        case Words():
            level = 2 if part.heading else 0
            if part.note:
                yield Section(level, part.heading, (part.note,))
            heading = "" if part.note else part.heading
            listed, to_tick = bool(part.mark), part.mark == "tick"
            yield Section(level if heading else 0, heading, part.lines, listed=listed, to_tick=to_tick)
        case Visits():
            yield Section(2, part.heading, tuple(visit_words(words, visit) for visit in part.visits), listed=True)
        case Medicines():
            yield from _medicines(words, part)
        case Months():
            return  # the list of visits says the same days
        case Table():
            lines = tuple(_row(part.columns, row) for row in part.rows)
            yield Section(2, part.heading, lines, listed=True)


def _medicines(words: PhraseBank, part: Medicines) -> Iterator[Section]:
    daily = tuple(medicine_words(words, medicine) for medicine in part.medicines if not medicine.as_needed)
    rest = tuple(medicine_words(words, medicine) for medicine in part.medicines if medicine.as_needed)
    yield Section(2, part.heading, daily, listed=True)
    if rest:
        yield Section(3, words("head.as_needed"), rest, listed=True)


def _row(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    return "; ".join(f"{name}: {text}" for name, text in zip(columns, row, strict=True) if text)


def _made(content: PatientSheet, words: PhraseBank, written: str) -> HandoutText:
    not_in_language = tuple(f"{line.label}: {line.text}" for line in content.free_lines)
    notices = (*content.notices, *of_words(words))
    return HandoutText(written, content.head.language, not_in_language, content.sensitive, notices)
