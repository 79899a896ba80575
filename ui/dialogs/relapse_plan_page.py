"""The page with a patient's relapse-prevention plan before it is printed: language and size are chosen here."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from icm_desktop.contracts.case_review import PrintPlan
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.day_sheets import SheetMade
from ui.context import AppContext
from ui.dialogs.sheet_preview import SheetPreview, squares_words
from ui.feedback import Level
from ui.latest import Latest
from ui.widgets.form_field import FormField


class RelapsePlanPage(SheetPreview):
    """Print, save or close; another language or size paints the page anew."""

    def __init__(
        self, context: AppContext, head: PatientHead, request: PrintPlan, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            b"", parent or QWidget(), title="", file_name="icm-relapse-plan", preferences=context.preferences
        )
        title = self.tr("Relapse-prevention plan: {name}").format(name=context.formatting.name(head))
        self.setWindowTitle(title)
        self._request, self._asking = request, Latest(context.jobs, self)
        self._context = context
        self.language, self.size_box = QComboBox(), QComboBox()
        for code, name in (("en", self.tr("English")), ("es", self.tr("Spanish"))):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(request.language))
        for large, name in ((False, self.tr("Standard (12 pt)")), (True, self.tr("Large print (18 pt)"))):
            self.size_box.addItem(name, large)
        self.size_box.setCurrentIndex(int(request.large_print))
        row = QHBoxLayout()
        row.addWidget(FormField(self.tr("&Language"), self.language))
        row.addWidget(FormField(self.tr("Si&ze"), self.size_box))
        row.addStretch(1)
        self.column.insertLayout(0, row)
        for box in (self.language, self.size_box):
            box.currentIndexChanged.connect(lambda _at: self.ask())
        self.ask()

    def ask(self) -> None:
        """Paint the page as it is asked for now."""
        request = PrintPlan(self._request.plan_id, str(self.language.currentData()), self._request.paper,
                            bool(self.size_box.currentData()))  # fmt: skip
        self._asking.ask(
            "services.case_review_papers.plan_page", request, done=self._show, failed=self._context.feedback.refuse
        )

    def _show(self, made: SheetMade) -> None:
        self.pdf = made.pdf
        if self.isVisible():  # else it is drawn when there is a size to draw it in
            self.show_pages()
        self.message.say(Level.CAUTION, squares_words(made.missing))
        self.message.setVisible(bool(made.missing))
