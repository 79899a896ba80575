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
from ui.latest import Latest
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.scrolling import scrolling


class PlanPaperDialog(PacketDialog):
    """A version, or the plan as it is now and not signed. Either way out keeps the pages and notes who got them."""

    file_name = "care-plan"

    def __init__(
        self, context: AppContext, head: PatientHead, version: VersionRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, parent)
        self.made: tuple[PlanPaperRequest, PlanPaperMade] | None = None
        self._asked = Latest(context.jobs, self)
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
        """The exact pages that were given. They are looked at only: another choice shows the pages of now again."""
        self._asked.forget()
        self.made = None
        number = int(fact.key)
        self.context.jobs.run("queries.plan_document.kept_paper", number, owner=self, done=self.view.show_pdf)
        self.say("info", self.tr("These pages were given before. Change a choice to see the pages of today."))

    # the pages

    def ask(self) -> None:
        """Ask for the pages as they are wished now."""
        request = self.options.request()
        self.made = None
        self.message.hide()
        if request.reader.kind == OTHER and not request.reader.name:
            self._asked.forget()
            self.view.clear()
            self.options.tell_nothing()
            self.options.name.setFocus()
            return

        def done(made: PlanPaperMade) -> None:
            self.made = (request, made)
            self.view.show_pdf(made.pdf)
            if made.missing:
                self.say("caution", squares_words(made.missing))
            self.options.tell(allowed=made.allowed, why=made.why, left_out=made.left_out)

        self._asked.ask("reports.care_plan.render", request, done=done, failed=self.refused)

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
