"""The plan before it is printed: the pages on the left, for whom and what goes in on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_document import OTHER, GivePlan, PlanPaperMade, PlanPaperRequest, PlanPaperRow
from icm_desktop.contracts.plan_versions import VersionRow
from ui.context import AppContext
from ui.dialogs.packet_dialog import PacketDialog
from ui.dialogs.plan_paper_options import PlanPaperOptions
from ui.dialogs.sheet_preview import squares_words
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.scroll import scrolling


class PlanPaperDialog(PacketDialog):
    """A version, or the plan as it is now and not signed. Either way out keeps the pages and notes who got them."""

    file_name = "care-plan"
    made: tuple[PlanPaperRequest, PlanPaperMade] | None

    def __init__(
        self, context: AppContext, head: PatientHead, version: VersionRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, parent)
        title = self.tr("Print version {number}").format(number=version.number) if version else ""
        self.setWindowTitle(title or self.tr("Print the plan as it is now"))
        self.options = PlanPaperOptions(context, head.id, version.id if version else None)
        self.earlier = FactList(self.tr("Given before"))
        self.earlier.hide()
        self.lay_out(scrolling(self.options), self.earlier)
        self.options.changed.connect(self.ask)
        self.earlier.opened.connect(self._show_kept)
        context.jobs.run("queries.plan_document.readers", head.id, owner=self, done=self.options.show_readers)
        context.jobs.run("queries.plan_document.papers", head.id, owner=self, done=self._show_earlier)
        self.options.who.setFocus()

    # the log

    def _show_earlier(self, rows: tuple[PlanPaperRow, ...]) -> None:
        shown, ways = self.context.formatting, PlanVersionWords(self.context).copy_ways()
        self.earlier.set_facts([
            Fact(
                str(row.handout_id),
                row.to or self.tr("Our own record"),
                (" · ".join(part for part in (
                    self.tr("version {number}").format(number=row.number) if row.number else self.tr("not signed"),
                    shown.date_time(row.at), ways.get(row.how, ""), row.by, self.tr("%n page(s)", "", row.pages),
                    self.tr("mark {digits}").format(digits=row.sha256[:8]),
                ) if part),),
            )
            for row in rows
        ])  # fmt: skip
        self.earlier.setVisible(bool(rows))

    def _show_kept(self, fact: Fact) -> None:
        """The exact pages that were given."""
        words = self.tr("These pages were given before. Change a choice to see the pages of today.")
        self.look_at("queries.plan_document.kept_paper", int(fact.key), words)

    # the pages

    def ask(self) -> None:
        """Ask for the pages as they are wished now."""
        request = self.options.request()
        self.message.hide()
        if request.reader.kind == OTHER and not request.reader.name:
            self.make_nothing()
            self.view.clear()
            self.options.tell_nothing()
            self.options.name.setFocus()
            return
        self.make("reports.care_plan.render", request, self._tell_of)

    def _tell_of(self, made: PlanPaperMade) -> None:
        if made.missing:
            self.say("caution", squares_words(made.missing))
        self.options.tell(allowed=made.allowed, why=made.why, left_out=made.left_out)

    # out of the program

    def pages(self) -> int:
        return self.made[1].pages if self.options.ready() and self.made is not None else 0

    def keep(self, kept: Callable[[Any], None]) -> None:
        if self.made is None:
            return
        request, made = self.made
        reason = None if made.allowed else self.options.reason.text().strip()
        asked = GivePlan(request, made.content, self.options.how.currentData(), reason)
        self.context.jobs.run("services.plan_papers.give", asked, owner=self, done=kept, failed=self.refused)
