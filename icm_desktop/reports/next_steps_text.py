""" "Your next steps" as plain text and as one HTML page, complete, for screen readers and enlarging."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from icm_desktop.contracts.handouts import HandoutRequest, HandoutText, NextSteps
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handouts
from icm_desktop.reports.outline import FOOT, HEAD, Section, html_page, plain_text
from icm_desktop.reports.outline_words import call_section, medicine_words, visit_words
from icm_desktop.reports.page_words import footnotes, of_words, words_of

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork


@requires(Privilege.PRINT_HANDOUT)
def text(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as plain text: headings, then one line per item; nothing is left out.

    Raises:
        As `queries.handouts.next_steps`.
    """
    outline = _Outline(handouts.next_steps(uow, request))
    return outline.made(plain_text(outline.sections()))


@requires(Privilege.PRINT_HANDOUT)
def html(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as one HTML document without links, scripts or pictures; nothing is left out.

    Raises:
        As `queries.handouts.next_steps`.
    """
    outline = _Outline(handouts.next_steps(uow, request))
    large = outline.content.head.large_print
    return outline.made(html_page(outline.bank("page.title"), outline.bank, outline.sections(), large=large))


class _Outline:
    """The content in its fixed order."""

    def __init__(self, content: NextSteps) -> None:
        self.content = content
        self.bank = words_of(content.head)

    def sections(self) -> Iterator[Section]:
        content, words = self.content, self.bank
        identity = (content.head.patient_name, content.head.born, content.head.printed, content.head.interpreter)
        yield Section(1, words("page.title"), tuple(text for text in identity if text), part=HEAD)
        if content.most_important:
            yield Section(0, "", (f"{words('head.most_important')} {content.most_important}",))
        if content.goal:
            yield Section(0, "", (f"{words('head.goal')} “{content.goal}”",))
        yield Section(2, words("head.do"), tuple(step.text for step in content.steps), listed=True, to_tick=True)
        visits = tuple(visit_words(words, visit) for visit in content.visits)
        yield Section(2, words("head.visits"), visits or (words("visits.none"),), listed=bool(visits))
        yield from self._medicines()
        if content.free_lines:
            lines = tuple(f"{line.label}: {line.text}" for line in content.free_lines)
            yield Section(2, words("head.free"), lines, listed=True)
        yield call_section(words, content.contact)
        yield Section(2, words("head.tell"), tuple(words(f"tell.{number}") for number in (1, 2, 3)), listed=True)
        notes = footnotes(content.head, words, content.said)
        yield Section(0, "", (words("page.mismatch"), content.head.practice, *notes), part=FOOT)

    def _medicines(self) -> Iterator[Section]:
        words, medicines = self.bank, self.content.medicines
        daily = tuple(medicine_words(words, medicine) for medicine in medicines if not medicine.as_needed)
        rest = tuple(medicine_words(words, medicine) for medicine in medicines if medicine.as_needed)
        more = (words("medicines.incomplete"),) if self.content.medicines_incomplete else ()
        none = () if medicines else (words("medicines.none"),)
        yield Section(2, words("head.medicines"), daily + none + more, listed=bool(daily))
        if rest:
            yield Section(3, words("head.as_needed"), rest, listed=True)

    def made(self, written: str) -> HandoutText:
        """The text with what to know of it."""
        content = self.content
        not_in_language = tuple(f"{line.label}: {line.text}" for line in content.free_lines)
        notices = (*content.notices, *of_words(self.bank))
        return HandoutText(written, content.head.language, not_in_language, content.sensitive, notices)
