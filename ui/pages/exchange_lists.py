"""The lists of the Exchange screen: which question fills each, its columns, and what is said when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.differences import DifferenceFilter
from icm_desktop.contracts.duplicates import DuplicateFilter, DuplicateRow
from icm_desktop.contracts.exchange_rows import OutFilter, Slice
from ui.context import AppContext
from ui.pages.exchange_out_words import ExchangeOutWords
from ui.pages.exchange_words import DIFFERENCES, FAILED, IN, MATCHING, OUT, PARTNERS, ExchangeWords
from ui.pages.partner_words import PartnerWords
from ui.tables.view import RowsTable

MOST = 1_000  # rows of one list; more are counted, not shown


@dataclass(frozen=True)
class ListOfRows:
    """One list: `question` is the use case that fills it with `asked`; `empty`: a line and a sentence.

    `paged`: the query filters, sorts and gives page after page.
    """

    question: str
    asked: tuple[object, ...]
    table: RowsTable[Any]
    empty: tuple[str, str]
    paged: bool = False


class ExchangeLists:
    """Every list with its table."""

    def __init__(
        self, context: AppContext, words: ExchangeWords, out: ExchangeOutWords, partners: PartnerWords
    ) -> None:
        self._context = context
        self._words = words
        self.by_mode = {IN: self._in(), MATCHING: self._matching(), DIFFERENCES: self._differences(),
                        FAILED: self._failed(), OUT: self._out(out), PARTNERS: self._partners(partners)}  # fmt: skip

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ExchangeLists", text)

    def _in(self) -> ListOfRows:
        words = self._words
        return ListOfRows(
            "queries.exchange_in.incoming", (Slice(limit=MOST),),
            self._table(IN, words.in_columns(), words.in_sentence, "id", "exchange.go", "file.imports"),
            (self.tr("Nothing came in yet"),
             self.tr("Records of another system come in with Import: FHIR, C-CDA, HL7 v2 or lists.")),
        )  # fmt: skip

    def _matching(self) -> ListOfRows:
        words = self._words
        return ListOfRows(
            "queries.exchange_matching.waiting", (DuplicateFilter(limit=MOST),),
            self._table(MATCHING, words.match_columns(), words.pairs.sentence, "",
                        "exchange.different", "exchange.merge", "exchange.chart"),
            (self.tr("Nobody who came in looks like somebody on file"),
             self.tr("An import never joins two people by itself: who looks alike is asked about here, once.")),
        )  # fmt: skip

    def _differences(self) -> ListOfRows:
        words = self._words
        return ListOfRows(
            "queries.differences.differences", (DifferenceFilter(limit=MOST),),
            self._table(DIFFERENCES, words.difference_columns(), words.difference_sentence, "id",
                        "exchange.mine", "exchange.theirs", "exchange.both", "exchange.some", "exchange.chart"),
            (self.tr("Nothing that came in differs from what was changed here"),
             self.tr("A value from outside never replaces one of ours by itself: it is asked about here, once.")),
        )  # fmt: skip

    def _failed(self) -> ListOfRows:
        words = self._words
        return ListOfRows(
            "queries.exchange_failed.failed", (Slice(limit=MOST),),
            self._table(FAILED, words.failed_columns(), words.failed_sentence, "id",
                        "exchange.again", "exchange.aside"),
            (self.tr("Nothing failed"),
             self.tr("Imports that broke off and refused files stand here until they are read again or set aside.")),
        )  # fmt: skip

    def _out(self, words: ExchangeOutWords) -> ListOfRows:
        return ListOfRows(
            "queries.exchange_out.outgoing", (OutFilter(),),
            self._table(OUT, words.columns(), words.sentence, "id", "exchange.open", "exchange.resend",
                        "exchange.accounting", "exchange.chart", paged=True),
            (self.tr("Nothing has left"),
             self.tr("A record leaves from its chart: Export the record. Everything leaves from Admin, Backups.")),
            paged=True,
        )  # fmt: skip

    def _partners(self, words: PartnerWords) -> ListOfRows:
        return ListOfRows(
            "queries.partners.health", (),
            self._table(PARTNERS, words.columns(), words.sentence, "id", "exchange.now", "exchange.pause",
                        "exchange.queue", "exchange.patients", "exchange.settings"),
            (self.tr("No exchange partners"),
             self.tr("A hospital's FHIR server is set up in Admin, Exchange partners; a practice stands here once a "
                     "sealed package went there or came from there.")),
        )  # fmt: skip

    def _table(
        self, mode: str, columns: Sequence[Any], sentence: Callable[[Any], str], key: str, *menu: str,
        paged: bool = False,
    ) -> RowsTable[Any]:  # fmt: skip
        made: RowsTable[Any] = RowsTable(
            self._context, f"exchange_{mode}", columns, (lambda row: getattr(row, key)) if key else _pair, sentence,
            menu=menu, sorted_elsewhere=paged,
        )  # fmt: skip
        made.setAccessibleName(self._words.lists()[mode])
        return made


def _pair(row: DuplicateRow) -> Hashable:
    return frozenset((row.one.id, row.other.id))
