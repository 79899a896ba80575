"""The case review: who does not improve, walked by F8, with what the consultant recommends and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.case_review import CaseReview, CaseReviewFilter, ReviewRow
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.pages.case_review_acts import CaseReviewActs
from ui.pages.case_review_words import CaseReviewWords
from ui.pages.caseload_tabs.case_review_detail import CaseReviewPane
from ui.pages.caseload_tabs.part import CaseloadPart
from ui.tables.view import RowsTable
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text

_ROW = ("case_review.recommend", "case_review.answer", "case_review.plan", "case_review.chart")
_MINE, _TO_REVIEW, _OPEN = "mine", "to_review", "open"


class CaseReviewFilters(QWidget):
    """To be reviewed; with open recommendations; mine; words that are typed."""

    asked_anew = Signal()  # the question changed
    narrowed = Signal()  # only what shows of the answer changed

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.chips = FilterChips(
            [(_TO_REVIEW, self.tr("To review")), (_OPEN, self.tr("Open recommendations")), (_MINE, self.tr("Mine"))]
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter these patients"))
        self.search.setAccessibleName(self.tr("Filter these patients"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(context.theme.px(200))
        row = FlowLayout(self, gap=context.theme.px(8))
        row.addWidget(self.chips)
        row.addWidget(self.search)
        self.chips.changed.connect(lambda _on: self.asked_anew.emit())
        self.search.textChanged.connect(lambda _text: self.asked_anew.emit())

    def asked(self) -> CaseReviewFilter:
        """What is asked for."""
        return CaseReviewFilter(_MINE in self.chips.on(), self.search.text().strip())

    def words_on(self) -> str:
        """What is on, for the status bar."""
        return ", ".join(part for part in (self.chips.words_on(), self.search.text().strip()) if part)


class CaseReviewPart(CaseloadPart[ReviewRow]):
    """The list for the weekly meeting with the psychiatric consultant."""

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
        self._go_to: int | None = None
        self.filters = CaseReviewFilters(self.context)
        self.strip = Text("body", "", wrap=True)
        self.table: RowsTable[ReviewRow] = RowsTable(
            self.context, "case_review", self.words.columns(), lambda row: row.head.id, self.words.sentence, menu=_ROW
        )
        self.table.setAccessibleName(self.tr("Case review"))
        self.detail = CaseReviewPane(self.context, self.words, _ROW[:3])
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filters)
        column.addWidget(self.strip)
        self.lay_out(top, self.detail)
        self.filters.asked_anew.connect(self.refresh)
        self.filters.search.returnPressed.connect(self.focus_first)
        self.table.opened.connect(lambda _row: self.open_chart())

    def refresh(self) -> None:
        self.asked.ask("queries.case_review.case_review", self.filters.asked(), done=self._show)

    def _show(self, found: CaseReview) -> None:
        self._found = found
        self.strip.setText(self.words.strip(found) if found.rows else "")
        self.table.set_rows(found.rows)
        self.table.set_filter(self._fits)
        self.stack.setCurrentWidget(self.splitter if found.rows else self.empty)
        if not found.rows:
            self._say_empty()
        if self._go_to is not None:
            self.table.go_to(self._go_to)
            self._go_to = None
        self.row_changed()
        self.context.feedback.count(self.status())

    def _fits(self, row: ReviewRow) -> bool:
        on = self.filters.chips.on()
        return (_TO_REVIEW not in on or row.to_review) and (_OPEN not in on or bool(row.open))

    def _say_empty(self) -> None:
        if self.filters.asked() == CaseReviewFilter():
            words = self.tr("Patients in collaborative care (CoCM, BHI, the pathways of depression and anxiety) are "
                            "listed here with their scores.")  # fmt: skip
            self.empty.say(self.tr("Nobody is treated to a target yet."), words)
        else:
            self.empty.say(self.tr("No patient fits this filter."), self.tr("Turn a filter off to see more."))

    def status(self) -> str:
        if self._found is None:
            return ""
        shown, every = self.table.counts()
        words = self.tr("{shown} of {all}").format(shown=shown, all=every)
        on = self.filters.words_on()
        return self.tr("{count} · Filter: {filter}").format(count=words, filter=on) if on else words

    def filter_bar(self) -> QWidget:
        return self.filters.search

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
        yield Action("case_review.filter", self.tr("&Filter these patients"), self._filter, "Ctrl+Shift+F", "filter",
                     "view", here)  # fmt: skip

    def primary_action(self) -> str | None:
        return "case_review.recommend"

    def _filter(self) -> None:
        self.filters.search.setFocus()

    def next_case(self) -> None:
        """The next patient to review, round again."""
        self._walk(1)

    def previous_case(self) -> None:
        """The patient to review before, round again."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        rows = self.table.rows()
        if not any(row.to_review for row in rows):
            self.context.feedback.say(self.tr("Nobody in this list is to be reviewed."))
            return
        at = self.table.currentIndex().row()
        for _ in rows:
            at = (at + step) % len(rows)
            if rows[at].to_review:
                break
        self.table.go_to(rows[at].head.id)
        self.table.setFocus()

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

    # place

    def state(self) -> Mapping[str, object]:
        row = self.current_row()
        return {
            "row": row.head.id if row is not None else None,
            "chips": sorted(self.filters.chips.on()),
            "search": self.filters.search.text(),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        self.prepare()
        if isinstance(on := state.get("chips"), list):
            self.filters.chips.set_on(on)
        if isinstance(text := state.get("search"), str) and text != self.filters.search.text():
            self.filters.search.setText(text)
        if isinstance(row := state.get("row"), int):
            self._go_to = row
        self.stale = True
