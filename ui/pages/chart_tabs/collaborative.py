"""Collaborative care of a patient: scores against their target, every recommendation, the relapse-prevention plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.case_review import (
    OPEN,
    PatientReview,
    RecommendationRow,
    RelapsePlanRow,
    ReviewTexts,
)
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.case_review_acts import CaseReviewActs
from ui.pages.case_review_words import CaseReviewWords
from ui.pages.chart_tab import ChartTab
from ui.widgets.action_button import ActionBar
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll
from ui.widgets.shape_label import ShapeLabel

_RECOMMEND, _ANSWER, _PLAN, _PRINT = (
    "collaborative.recommend", "collaborative.answer", "collaborative.plan", "collaborative.print",
)  # fmt: skip


class CollaborativeTab(ChartTab):
    """Three lists, one under the other."""

    name = "collaborative"
    number = 23
    privilege = Privilege.CLINICAL_READ
    shows = frozenset(
        {"case_review", "program", "pathway", "patient", "observation", "questionnaire_response", "consent", "user",
         "care_note", "safety_assessment"}
    )  # fmt: skip

    def title(self) -> str:
        return self.tr("Collaborative care")

    def build(self) -> None:
        self.words, self.acts = CaseReviewWords(self.context), CaseReviewActs(self.context, self)
        self.found: PatientReview | None = None
        self.texts: Mapping[int, str] = {}
        self._reading = Latest(self.context.jobs, self)
        self.closed = ShapeLabel()
        self.scores = FactList(self.tr("Scores"))
        self.rule = Text("body", "", wrap=True)
        self.recommendations = FactList(self.tr("Recommendations"))
        self.plans = FactList(self.tr("Relapse-prevention plan"))
        self._lay_out()
        self.recommendations.opened.connect(lambda _fact: self.answer())
        self.recommendations.stood_on.connect(lambda: self.enable_actions(on_tab=True))
        self.plans.opened.connect(lambda _fact: self.print_plan())

    def _lay_out(self) -> None:
        theme = self.context.theme
        inside = QWidget()
        lists = QVBoxLayout(inside)
        lists.setContentsMargins(0, 0, theme.px(8), 0)
        lists.setSpacing(theme.px(6))
        for title, parts in (
            (self.tr("Treatment to target"), (self.scores, self.rule)),
            (self.tr("Recommendations of the psychiatric consultant"), (self.recommendations,)),
            (self.tr("Relapse-prevention plan"), (self.plans,)),
        ):
            lists.addWidget(Text("section", title))
            for part in parts:
                lists.addWidget(part)
            lists.addSpacing(theme.px(10))
        lists.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addWidget(ActionBar(self.context, _RECOMMEND, _ANSWER, _PLAN, _PRINT))
        column.addWidget(self.closed)
        column.addWidget(VerticalScroll(inside), 1)

    def clear(self) -> None:
        self.found, self.texts = None, {}
        self._reading.forget()
        for part in (self.scores, self.recommendations, self.plans):
            part.set_facts([])
        self.rule.setText("")
        self.closed.hide()

    def refresh(self) -> None:
        self.asked.ask("queries.case_review.of_patient", self.patient_id, done=self._show)

    def _show(self, found: PatientReview) -> None:
        if found.head.id != self.patient_id:
            return
        self.found, self.head = found, found.head
        row = found.row
        self.scores.set_facts(self.words.standing_facts(row) if row else [self._nothing()])
        self.rule.setText(self.words.rule(row) if row else "")
        words = self.words.closed(found.why_closed)
        self.closed.say(Level.INFO, words)
        self.closed.setVisible(bool(words))
        self._show_words()
        if found.may_read and found.recommendations:
            self._reading.ask("services.case_review.read", found.head.id, done=self._texts_came)

    def _texts_came(self, found: ReviewTexts) -> None:
        self.texts = found.texts
        self._show_words()

    def _show_words(self) -> None:
        if self.found is None:
            return
        told = [self.words.recommendation(one, self.texts.get(one.id)) for one in self.found.recommendations]
        none = Fact("none", self.tr("None yet."))
        hidden = Fact("none", self.tr("Closed to you."))
        self.recommendations.set_facts(told or [none if self.found.may_read else hidden])
        plans = [self._plan(one) for one in self.found.plans]
        self.plans.set_facts(plans or [self._no_plan() if self.found.may_read else hidden])
        self.enable_actions(on_tab=True)
        self.tell_status()

    def _nothing(self) -> Fact:
        words = self.tr("Scores are followed once the patient is in a program, or in the pathway of depression or "
                        "anxiety.")  # fmt: skip
        return Fact("none", self.tr("Not treated to a target."), (words,))

    def _no_plan(self) -> Fact:
        wanted = self.found is not None and self.found.row is not None and self.found.row.plan_wanted
        words = (self.tr("In remission: write it together with the patient."),) if wanted else ()
        return Fact("none", self.tr("None yet."), words)

    def _plan(self, one: RelapsePlanRow) -> Fact:
        shown = self.context.formatting
        title = self.tr("Version {number}").format(number=one.number)
        agreed = self.tr("Agreed on {day} by {name}, {how}; written by {writer}").format(
            day=shown.date(one.agreed_on), name=one.agreed_by, how=self.words.how(one.agreed_how), writer=one.written_by
        )
        check = self.tr("Next check-in {day}").format(day=shown.date(one.check_on))
        newest = self.found is not None and one is self.found.plans[0]
        return Fact(f"plan:{one.id}", title, (agreed, check), strong=newest)

    def status(self) -> str:
        if not self.built or self.found is None:
            return ""
        waiting = sum(one.status == OPEN for one in self.found.recommendations)
        return self.tr("%n open recommendations", "", waiting)

    # commands

    def _recommendation(self) -> RecommendationRow | None:
        rows = self.found.recommendations if self.built and self.found is not None else ()
        key = self.recommendations.current_key() if self.built else None
        return next((one for one in rows if key == f"recommendation:{one.id}"), None)

    def _shown_plan(self) -> RelapsePlanRow | None:
        rows = self.found.plans if self.built and self.found is not None else ()
        key = self.plans.current_key() if self.built else None
        return next((one for one in rows if key == f"plan:{one.id}"), rows[0] if rows else None)

    def enable_actions(self, on_tab: bool) -> None:
        open_to_me = on_tab and self.built and self.found is not None and self.found.may_read
        may = self.context.actions.set_enabled
        may(_RECOMMEND, open_to_me and self.found is not None and self.found.row is not None)
        may(_ANSWER, open_to_me and self._recommendation() is not None)
        may(_PLAN, open_to_me)
        may(_PRINT, open_to_me and self._shown_plan() is not None)

    def actions_offered(self, here: str) -> Iterable[Action]:
        write = Privilege.CLINICAL_WRITE
        yield Action(_RECOMMEND, self.tr("&Recommendation…"), self.recommend, None, "plus", "patient", here, write,
                     (self.tr("psychiatrist"), self.tr("case review")))  # fmt: skip
        yield Action(_ANSWER, self.tr("What became &of it…"), self.answer, None, "check", "patient", here, write,
                     (self.tr("done"), self.tr("not done")))  # fmt: skip
        yield Action(_PLAN, self.tr("Relapse-prevention p&lan…"), self.write_plan, None, "shield-check", "patient",
                     here, write, (self.tr("warning signs"),))  # fmt: skip
        yield Action(_PRINT, self.tr("&Print the relapse-prevention plan…"), self.print_plan, None, "printer",
                     "patient", here)  # fmt: skip

    def primary_action(self) -> str | None:
        return _RECOMMEND

    def edit(self) -> bool:
        """F2: answer the recommendation the keyboard is on."""
        if self._recommendation() is None:
            return False
        self.answer()
        return True

    def recommend(self) -> None:
        """Record what the consultant recommends."""
        if self.found is not None and self.found.row is not None:
            self.acts.recommend(self.found.row)

    def answer(self) -> None:
        """Say what became of the recommendation the keyboard is on."""
        row = self._recommendation()
        if row is not None and self.found is not None and _ANSWER in self.context.actions:
            self.acts.answer(self.found.head, row, self.texts.get(row.id, ""))

    def write_plan(self) -> None:
        """Write the plan, or its next version."""
        if self.found is not None:
            self.acts.write_plan(self.found.head.id)

    def print_plan(self) -> None:
        """The version the keyboard is on, as a page."""
        plan = self._shown_plan()
        if plan is not None and self.found is not None:
            self.acts.print_plan(self.found.head, plan.id, plan.language)

    def panes(self) -> Sequence[QWidget]:
        return (self.scores, self.recommendations, self.plans)

    def focus_first(self) -> None:
        (self.recommendations if self.built else self).setFocus()
