"""The shared care plan on paper: one version, or the plan as it is, for one reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.plan_document import RECORD, PlanPage, PlanPaperMade, PlanPaperRequest
from icm_desktop.domain.names import spoken
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.people import practice
from icm_desktop.queries.plan_document import page
from icm_desktop.reports.blocks import Boxed, Gap, Heading, Passage
from icm_desktop.reports.care_plan_people import allergies, answers, medicines, missing, team
from icm_desktop.reports.care_plan_tree import ended, tree
from icm_desktop.reports.care_plan_words import PlanSheetWords
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.page import INCH, Block, Frame, Sheet, Spacing, Style, size_of
from icm_desktop.reports.staff_sheet import clock_time
from icm_desktop.reports.tables import TableHead
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_LANGUAGES = ("en", "es")
_STYLE = Style(10.5, 13, 20, 0.7 * INCH, 400, (Spacing(1.28, 12, 5, 3),))
_SMALLER = 1.5  # points below the body


@requires(Privilege.CLINICAL_READ)
def render(uow: UnitOfWork, request: PlanPaperRequest) -> PlanPaperMade:
    """The plan as a PDF; kept in memory only until it is given to somebody.

    Raises:
        NotFound: patients.unknown, plans.unknown.
        Invalid: handout.unknown_language, handout.unknown_paper; plans.* of `queries.plan_document.page`.
    """
    if request.language not in _LANGUAGES:
        raise Invalid("handout.unknown_language", field="language", language=request.language)
    size_of(request.paper)  # or it is refused
    told = page(uow, request)
    local = uow.now.astimezone(uow.zone)
    words = PlanSheetWords(sheet("care_plan", request.language), request.language)
    at = f"{words.day(local.date())} {clock_time(local, clock_24_hours=practice(uow).clock_24_hours)}"
    printed = words("printed", when=at, who=uow.actor.name)
    document = _Document(told, request, words, printed)
    pdf, pages = document.made()
    same = repr((told, request)).encode()  # the pages also say the minute; what they tell is what counts
    digest, squares = hashlib.sha256(same).hexdigest(), document.fonts.squares
    return PlanPaperMade(
        pdf, pages, digest, told.left_out, told.allowed, told.why, squares, bool(told.notice), told.consent_id
    )


class _Document:
    """Lays the parts of the plan out on as many pages as they need."""

    def __init__(self, told: PlanPage, request: PlanPaperRequest, words: PlanSheetWords, printed: str) -> None:
        self._told, self._request, self._words = told, request, words
        self.fonts = fonts = Fonts()
        self._sheet = Sheet(request.paper, _STYLE, _STYLE.spacings[0], self._frame(printed), fonts)
        self._body, self._width = self._sheet.type, self._sheet.width
        self._small = Typesetter(fonts, _STYLE.body - _SMALLER)
        self._head, self._title = Typesetter(fonts, _STYLE.heading), Typesetter(fonts, _STYLE.title)

    def made(self) -> tuple[bytes, int]:
        """The PDF and how many pages it has."""
        told, words, kinds = self._told, self._words, (self._body, self._small)
        parts: list[tuple[str, list[Block]]] = [
            ("concerns", list(tree(told, words, kinds, self._width))),
            ("emergency", self._written("emergency")),
            ("person", self._written("person")),
            ("assessment", self._written("assessment")),
            (words("medicines", date=words.day(told.made_now)), list(medicines(told, words, kinds, self._width))),
            ("allergies", list(allergies(told, words, kinds, self._width))),
            ("team", list(team(told, words, kinds, self._width))),
            ("ended", list(ended(told, words, kinds, self._width))),
            ("answers", list(answers(told, words, kinds, self._width))),
            ("missing", list(missing(told, words, kinds, self._width))),
        ]
        blocks, under = list(self._top()), Gap(3)
        under.keep = True
        for name, inside in parts:
            if inside:
                head = words.raw.get(name, name)
                blocks += [Gap(12), TableHead(self._head, self._body, head, [], (self._width,)), under, *inside]
        if told.left_out:
            blocks += [Gap(10), self._box(words.number("left_out", told.left_out), bold=True)]
        if told.notice:
            blocks += [Gap(10), Passage(self._small, [Span(told.notice)], self._width)]
        pages = self._sheet.fit(blocks)
        if pages is None:
            raise Invalid("handout.not_a_page")
        return self._sheet.pdf(pages, words("title"), self._request.language), len(pages)

    def _frame(self, printed: str) -> Frame:
        told, words, head = self._told, self._words, self._told.head
        reader = self._request.reader
        whom = words("for_record") if reader.kind == RECORD else words("for_reader", name=reader.name)
        facts = (
            words("born", date=words.partial(head.birth_date)) if head.birth_date else "",
            words("record", number=head.record_number),
            whom,
        )
        return Frame(
            title=words("title"),
            name=spoken(head.given, head.family, head.prefix, None),
            facts=tuple(fact for fact in facts if fact),
            printed=printed,
            warnings=(self._standing(), words("private")),
            emergency="",
            practice=" · ".join((words("from_practice", practice=told.practice), *told.practice_facts)),
            page_number=words("page", page="{page}", pages="{pages}"),
        )

    def _standing(self) -> str:
        return self._words(f"state_{self._told.state}", number=self._told.number or "")

    def _top(self) -> Iterator[Block]:
        told, words = self._told, self._words
        yield Heading(self._title, words("title"), self._width, after=2)
        day = words.day(told.made_on)
        line = words("version_line", number=told.number, date=day, who=told.made_by) if told.number else ""
        yield self._line(" · ".join((line or words("draft_line", date=day), words.review(told.risk, told.review_due))))
        if told.reason:
            yield self._line(words("new_in", reason=words.plain(told.reason)))
        yield Gap(6)
        said = [self._standing()]
        if told.changed:
            said.append(words.number("changed", told.changed))
        if not told.intact:
            said.insert(0, words("altered"))
        yield self._box(" ".join(said), bold=True)

    def _written(self, group: str) -> list[Block]:
        found: list[Block] = []
        for line, title in self._words.parts(self._told.lines, group):
            found.append(Passage(self._body, [Span(title, bold=True)], self._width, keep=True))
            paragraphs = self._words.paragraphs(line.facts.get("text"))
            found += [Passage(self._body, [Span(text)], self._width, after=1) for text in paragraphs]
            found.append(Gap(4))
        return found

    def _line(self, text: str) -> Block:
        return Passage(self._body, [Span(text)], self._width)

    def _box(self, text: str, *, bold: bool) -> Block:
        return Boxed(self._body, [Span(text, bold=bold)], self._width, first=True, last=True)
