"""What goes into the packet of a referral: how it is sent, the lists of the letter, the documents that follow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from icm_desktop.contracts.referral_packets import PacketDocument, PacketOffer, PacketRequest
from icm_desktop.domain.referral_reasons import CHANNELS
from ui.context import AppContext
from ui.pages.referrals_words import ReferralWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_YEAR = 365
_ID = int(Qt.ItemDataRole.UserRole)


class PacketOptions(QWidget):
    """Choices beside the pages; `changed` when other pages are wished."""

    changed = Signal()

    def __init__(self, context: AppContext, referral_id: int) -> None:
        super().__init__()
        self._context, self._referral_id = context, referral_id
        words = ReferralWords(context)
        self.how, self.language = QComboBox(), QComboBox()
        for channel in CHANNELS:
            self.how.addItem(words.channel(channel), channel)
        for code in ("en", "es"):
            self.language.addItem(context.formatting.language(code), code)
        self.boxes = {
            "cover": QCheckBox(self.tr("Co&ver sheet")),
            "problems": QCheckBox(self.tr("&Problems")),
            "medicines": QCheckBox(self.tr("&Medicines")),
            "allergies": QCheckBox(self.tr("&Allergies")),
            "results": QCheckBox(self.tr("Resul&ts of a year")),
        }
        self.sensitive = QCheckBox(self.tr("Also what needs an a&greement"))
        self.agreement = Text("small", "", tone="text_2", wrap=True)
        self.note = QLineEdit()
        self.documents = QListWidget()
        self.documents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.documents.setMinimumHeight(context.theme.px(120))
        self._lay_out()
        self.language.activated.connect(lambda _at: self.changed.emit())
        self.how.activated.connect(lambda _at: self._choose_cover())
        for box in (*self.boxes.values(), self.sensitive):
            box.clicked.connect(lambda _on: self.changed.emit())
        self.documents.itemChanged.connect(lambda _item: self.changed.emit())

    def _lay_out(self) -> None:
        theme, column = self._context.theme, QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(FormField(self.tr("Sent &by"), self.how))
        column.addWidget(FormField(self.tr("&Language of the letter"), self.language))
        for box in self.boxes.values():
            box.setChecked(True)
            box.setMinimumHeight(theme.px(28))
            column.addWidget(box)
        self.sensitive.setMinimumHeight(theme.px(28))
        column.addWidget(self.sensitive)
        column.addWidget(self.agreement)
        column.addWidget(FormField(self.tr("&Documents that follow"), self.documents), 1)
        column.addWidget(FormField(self.tr("&Note for the front desk"), self.note))
        self.sensitive.hide()
        self.agreement.hide()

    def show_offer(self, offer: PacketOffer) -> None:
        """Offer the documents of the patient, and sensitive matters where an agreement is in force."""
        self.documents.blockSignals(True)  # filling is no choice
        self.documents.clear()
        for one in offer.documents:
            self.documents.addItem(self._item(one))
        self.documents.blockSignals(False)
        self.sensitive.setVisible(offer.holds_sensitive)
        self.sensitive.setEnabled(offer.agreed)
        self.agreement.setVisible(offer.holds_sensitive)
        self.agreement.setText(
            self.tr("The patient agreed in writing.") if offer.agreed
            else self.tr("No written agreement is in force: such entries are left out. Record one under About.")
        )  # fmt: skip

    def _item(self, one: PacketDocument) -> QListWidgetItem:
        shown = self._context.formatting
        parts = (one.title, shown.partial_date(one.written) if one.written else "", self._mark(one))
        item = QListWidgetItem(" · ".join(part for part in parts if part))
        item.setData(_ID, one.id)
        item.setToolTip(item.text())  # a long title is cut in the list
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if one.pages_as else flags)
        item.setCheckState(Qt.CheckState.Unchecked)
        return item

    def _mark(self, one: PacketDocument) -> str:
        if not one.pages_as:
            return self.tr("only an address came")
        return self.tr("sensitive") if one.sensitive else ""

    def _choose_cover(self) -> None:
        """A fax lies open where it arrives, so it has a cover."""
        self.boxes["cover"].setChecked(self.how.currentData() == "fax")
        self.changed.emit()

    def request(self) -> PacketRequest:
        """The packet as it is wished now."""
        items = [self.documents.item(at) for at in range(self.documents.count())]
        chosen = tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)
        on = {name: box.isChecked() for name, box in self.boxes.items()}
        return PacketRequest(
            self._referral_id,
            language=self.language.currentData(),
            cover=on["cover"],
            problems=on["problems"],
            medicines=on["medicines"],
            allergies=on["allergies"],
            results=_YEAR if on["results"] else 0,
            document_ids=chosen,
            sensitive=self.sensitive.isChecked(),
        )
