"""A server records are exchanged with: where it is, how this practice proves itself, whether anything is sent."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.partners import ALGORITHMS, NO_PROOF, SMART, USUAL_SECONDS, PartnerEdit, PartnerRow
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, choices
from ui.widgets.form_field import FormField


class PartnerDialog(SetUpForm):
    """Fields for the proof show only when the server asks for one."""

    def __init__(self, context: AppContext, partner: PartnerRow | None, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.save_button.setText(self.tr("&Save"))
        self.setWindowTitle(self.tr("Change exchange partner") if partner else self.tr("Add exchange partner"))
        self.partner = partner
        self.name = QLineEdit(partner.name if partner else "")
        self.address = QLineEdit(partner.base_address or "" if partner else "")
        self.address.setPlaceholderText("https://records.example.org/fhir")
        kinds = ((SMART, self.tr("SMART backend services (a signed key)")), (NO_PROOF, self.tr("None (a test server)")))
        self.proof = choices(QComboBox(), None, kinds, partner.authorization if partner else SMART)
        self.client = QLineEdit(partner.client_id or "" if partner else "")
        self.token = QLineEdit(partner.token_address or "" if partner else "")
        signs = [(one, one) for one in ALGORITHMS]
        self.algorithm = choices(QComboBox(), None, signs, partner.algorithm if partner else None)
        self.seconds = QLineEdit(str(partner.poll_seconds or USUAL_SECONDS if partner else USUAL_SECONDS))
        self.sends = QCheckBox(self.tr("Also send &plans, referrals and tasks of the chosen patients"))
        self.sends.setChecked(partner is not None and partner.sends)
        self.sends.setMinimumHeight(context.theme.px(28))
        self._add_fields()
        self.proof.currentIndexChanged.connect(lambda _index: self._show_proof())
        self._show_proof()
        self.keep_draft(f"partner:{partner.id}" if partner else "partner:new")
        self.fit(560)
        self.name.setFocus()

    def _add_fields(self) -> None:
        self.add("name", FormField(self.tr("&Name"), self.name, required=True, check=self._check_name))
        hint = self.tr("Where its FHIR R4 records are. Only over https, so that nobody can read along.")
        self.add("base_address", FormField(self.tr("&Address"), self.address, required=True, hint=hint))
        self.add("authorization", FormField(self.tr("&How this practice proves itself"), self.proof))
        given = self.tr("The partner gives it to you. Save, then give the partner this practice's public key.")
        self.add("client_id", FormField(self.tr("&Client ID"), self.client, hint=given))
        told = self.tr("Empty: as the partner's server says.")
        self.add("token_address", FormField(self.tr("&Token address"), self.token, hint=told))
        self.add("algorithm", FormField(self.tr("S&ignature"), self.algorithm))
        self.add("poll_seconds", FormField(self.tr("Ask every … &seconds"), self.seconds, check=self._check_seconds))
        self.add_box(self.sends)

    def _show_proof(self) -> None:
        for name in ("client_id", "token_address", "algorithm"):
            self.fields[name].setVisible(self.proof.currentData() == SMART)
        self.make_room()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write a name.")

    def _check_seconds(self) -> str:
        return "" if self.seconds.text().strip().isdecimal() else self.tr("Enter a number, for example 60.")

    def save(self) -> None:
        request = PartnerEdit(
            self.name.text(), self.address.text(), self.proof.currentData(), self.client.text(), self.token.text(),
            self.algorithm.currentData(), int(self.seconds.text()), self.sends.isChecked(),
            self.partner.id if self.partner else None, self.partner.version if self.partner else 0,
        )  # fmt: skip
        self.run("services.partners.save", request)
