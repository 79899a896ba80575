"""The case review: who does not improve, walked by F8, with what the consultant recommends and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from icm_desktop.contracts.case_review import CaseReview, CaseReviewFilter, ReviewRow
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.pages.case_review_acts import CaseReviewActs
from ui.pages.case_review_words import CaseReviewWords
from ui.pages.caseload_tabs.case_review_detail import CaseReviewPane
from ui.pages.caseload_tabs.filtered_part import FilteredPart, PartFilters
from ui.tables.view import RowsTable
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text

_ROW = ("case_review.recommend", "case_review.answer", "case_review.plan", "case_review.chart")
_MINE, _TO_REVIEW, _OPEN = "mine", "to_review", "open"


class CaseReviewFilters(PartFilters):
    """To be reviewed; with open recommendations; mine; words that are typed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.chips = FilterChips(
            [(_TO_REVIEW, self.tr("To review")), (_OPEN, self.tr("Open recommendations")), (_MINE, self.tr("Mine"))]
        )
        self.lay_out({"chips": self.chips}, self.tr("Filter these patients"))

    def asked(self) -> CaseReviewFilter:
        """What is asked for."""
        return CaseReviewFilter(_MINE in self.chips.on(), self.typed())


class CaseReviewPart(FilteredPart[ReviewRow]):
    """The list for the weekly meeting with the psychiatric consultant."""

    filters: CaseReviewFilters
    detail: CaseReviewPane
    name = "case_review"
    row_actions = _ROW
    shows = frozenset(
        {"case_review", "program", "pathway", "import", "patient", "observation", "questionnaire_response",
         "safety_assessment", "care_note", "consent", "user"}
    )  # fmt: skip

    def title(self) -> str:
        return self.tr("Case review")

    def build(self) -> None:
        self.words = CaseReviewWords(self.context)
        self.acts = CaseReviewActs(self.context, self)
        self._found: CaseReview | None = None
        self.filters = CaseReviewFilters(self.context)
        self.strip = Text("body", "", wrap=True)
        self.table: RowsTable[ReviewRow] = RowsTable(
            self.context, "case_review", self.words.columns(), lambda row: row.head.id, self.words.sentence, menu=_ROW
        )
        self.table.setAccessibleName(self.tr("Case review"))
        self.detail = CaseReviewPane(self.context, self.words, _ROW[:3])
        self.lay_out_filtered(self.detail, self.strip)

    def refresh(self) -> None:
        self.asked.ask("queries.case_review.case_review", self.filters.asked(), done=self._show)

    def _show(self, found: CaseReview) -> None:
        self._found = found
        self.strip.setText(self.words.strip(found) if found.rows else "")
        self.fill(found.rows)

    def fits(self) -> Callable[[ReviewRow], bool]:
        return self._fits

    def _fits(self, row: ReviewRow) -> bool:
        on = self.filters.chips.on()
        return (_TO_REVIEW not in on or row.to_review) and (_OPEN not in on or bool(row.open))

    def say_empty(self) -> None:
        if self.filters.asked() == CaseReviewFilter():
            words = self.tr("Patients in collaborative care (CoCM, BHI, the pathways of depression and anxiety) are "
                            "listed here with their scores.")  # fmt: skip
            self.empty.say(self.tr("Nobody is treated to a target yet."), words)
        else:
            self.empty.say(self.tr("No patient fits this filter."), self.tr("Turn a filter off to see more."))

    def status(self) -> str:
        return "" if self._found is None else self.shown_of_all()

    def enable_actions(self, on_part: bool) -> None:
        super().enable_actions(on_part)
        row = self.current_row() if on_part else None
        self.context.actions.set_enabled("case_review.answer", row is not None and bool(row.open))

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        write = Privilege.CLINICAL_WRITE
        yield Action("case_review.next", self.tr("Next to &review"), self.next_case, "F8", "flag", "work", here)
        yield Action("case_review.previous", self.tr("&Previous to review"), self.previous_case, "Shift+F8", None,
                     "work", here)  # fmt: skip
        yield Action("case_review.recommend", self.tr("&Recommendation…"), self.recommend, "Ctrl+.", "plus", "work",
                     here, write, (self.tr("psychiatrist"), self.tr("consultant")))  # fmt: skip
        yield Action("case_review.answer", self.tr("What became &of it…"), self.answer, "Ctrl+D", "check", "work",
                     here, write, (self.tr("done"), self.tr("not done")))  # fmt: skip
        yield Action("case_review.plan", self.tr("Relapse-prevention p&lan…"), self.write_plan, None, "shield-check",
                     "work", here, write, (self.tr("warning signs"),))  # fmt: skip
        yield Action("case_review.chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "work", here)
        yield Action("case_review.print", self.tr("&Print the case review…"), self.print_list, "Ctrl+P", "printer",
                     "file", here)  # fmt: skip
        yield Action("case_review.filter", self.tr("&Filter these patients"), self.to_filter, "Ctrl+Shift+F", "filter",
                     "view", here)  # fmt: skip

    def primary_action(self) -> str | None:
        return "case_review.recommend"

    def next_case(self) -> None:
        """The next patient to review, round again."""
        self.walk(1, lambda row: row.to_review, self._nobody())

    def previous_case(self) -> None:
        """The patient to review before, round again."""
        self.walk(-1, lambda row: row.to_review, self._nobody())

    def _nobody(self) -> str:
        return self.tr("Nobody in this list is to be reviewed.")

    def recommend(self) -> None:
        """Record what the consultant recommends."""
        self.on_row(self.acts.recommend)

    def answer(self) -> None:
        """What became of the oldest open recommendation of the row; each has its own button in the chart."""

        def act(row: ReviewRow) -> None:
            if row.open:
                self.acts.answer(row.head, row.open[0], self.detail.texts.get(row.open[0].id, ""))

        self.on_row(act)

    def write_plan(self) -> None:
        """The plan to prevent a relapse."""
        self.on_row(lambda row: self.acts.write_plan(row.head.id))

    def open_chart(self) -> None:
        """Open the chart where its scores and recommendations are."""
        self.on_row(lambda row: self.context.navigation.open_chart(row.head.id, tab="collaborative"))

    def print_list(self) -> None:
        """The rows that show, on paper."""
        if self._found is not None:
            self.acts.print_review([row.head.id for row in self.table.rows()])
