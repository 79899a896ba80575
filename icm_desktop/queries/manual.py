"""Pages of the manual that the program itself shows."""

from __future__ import annotations

from db.unit_of_work import UnitOfWork
from icm_desktop.content import manual
from icm_desktop.contracts.manual import ProtectionPage
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def protection(uow: UnitOfWork, language: str) -> ProtectionPage:
    """What is protected, by what, and what is not."""
    return manual.protection(language)
