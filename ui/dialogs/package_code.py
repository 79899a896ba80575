"""The code of a sealed package, shown once, to be told by phone; and the fingerprint for the first time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.packages import PackageSent
from ui import clipboard
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.labels import Text


class PackageCodeDialog(QDialog):
    """Only this window ever shows the code: it is kept nowhere."""

    def __init__(self, context: AppContext, made: PackageSent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Code of the package"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code = Text("title", made.code, selectable=True)
        self.fingerprint = Text("body", made.fingerprint, strong=True, selectable=True)
        space = context.theme.px(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(context.theme.px(10))
        tell = self.tr("Tell the other practice this code by phone. Never send it together with the file.")
        column.addWidget(Text("body", tell, wrap=True))
        column.addWidget(self.code)
        once = self.tr(
            "It is shown only now and kept nowhere. Without it the package cannot be opened: seal a new one."
        )
        column.addWidget(Text("small", once, tone="text_2", wrap=True))
        first = self.tr("The first time, compare this fingerprint of your practice's key, too:")
        column.addWidget(Text("body", first, wrap=True))
        column.addWidget(self.fingerprint)
        if not made.with_plan:
            none = self.tr("There is no plan to print for this reader: the package holds the record only.")
            column.addWidget(Text("small", none, tone="text_2", wrap=True))
        row = QHBoxLayout()
        self.copy_button, self.close_button = (
            Button(self.tr("&Copy the code"), "copy"),
            Button(self.tr("Close"), primary=True),
        )
        self.copy_button.clicked.connect(lambda _on=False: clipboard.copy_text(made.code))
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.setMinimumWidth(context.theme.px(520))
        self.close_button.setFocus()
