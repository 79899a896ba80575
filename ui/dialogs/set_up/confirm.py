"""Asks before something takes working time away without a form of its own: whose visits must be booked anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.set_up.form import STRANDED, SetUpForm
from ui.messages import sentence
from ui.widgets.labels import Text


class RebookDialog(SetUpForm):
    """Shows the visits; the button goes ahead."""

    def __init__(self, context: AppContext, error: UserError, again: Callable[[], None], parent: QWidget) -> None:
        super().__init__(context, "", parent)
        self.setWindowTitle(self.tr("Visits to book anew"))
        self._again = again
        self.column.addWidget(Text("body", sentence(error, context.formatting), wrap=True))
        self.fit(560)
        super().refused(error)
        self.summary.hide()

    def save(self) -> None:
        self.accept()
        self._again()


def run_asking(
    context: AppContext,
    owner: QWidget,
    name: str,
    request: Callable[[bool], object],
    done: Callable[[object], object],
) -> None:
    """Run a use case that may strand visits; when it would, ask and run it again with the answer.

    Args:
        context: The window's services.
        owner: Whose window asks.
        name: The use case.
        request: Makes the request; its argument says whether the visits are known.
        done: Gets the result.
    """

    def refused(error: UserError) -> None:
        if error.code != STRANDED:
            context.feedback.refuse(error)
            return
        again: Callable[[], None] = lambda: run(confirmed=True)  # noqa: E731  a name tells the type
        RebookDialog(context, error, again, owner.window()).open()

    def run(*, confirmed: bool) -> None:
        context.jobs.run(name, request(confirmed), owner=owner, done=done, failed=refused)

    run(confirmed=False)
