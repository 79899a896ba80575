"""The square an authenticator app reads its secret from, for the screen only: it is printed nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from icm_desktop.contracts.access import SecondStepState
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import second_step

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork


@requires(Privilege.SIGN_IN)
def state(uow: UnitOfWork) -> SecondStepState:
    """Whether the signed-in user signs in with a code; when not, a fresh secret with its square."""
    found = second_step.state(uow)
    return replace(found, square=_square(found.address)) if found.address else found


def _square(text: str) -> tuple[str, ...]:
    """A text as a QR code of which 15 % may be unreadable: rows of 0 (white) and 1 (black)."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple("".join("1" if black else "0" for black in row) for row in code.modules)
