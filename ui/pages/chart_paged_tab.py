"""A list tab whose query filters, sorts and gives one slice after the other."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page as Slice
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.chart_list_tab import ListTab

SLICE = 100


class PagedTab(ListTab):
    """Concrete tabs say what is asked for (`query`, `asked_for`)."""

    paged: ClassVar[bool] = True

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._more = Latest(context.jobs, self)

    @abstractmethod
    def asked_for(self, offset: int) -> object:
        """The request for the rows from `offset` on."""

    def build(self) -> None:
        super().build()
        self.table.more_wanted.connect(self._ask_more)

    def clear(self) -> None:
        self._more.forget()
        super().clear()

    def refresh(self) -> None:
        self._more.forget()
        if self.patient_id is not None:
            self.asked.ask(self.query, self.asked_for(0), done=self._show)

    def _ask_more(self, there: int) -> None:
        self._more.ask(self.query, self.asked_for(there), done=self._append)

    def _append(self, page: Slice[Any]) -> None:
        self.table.append_rows(page.rows)
        self.tell_status()
