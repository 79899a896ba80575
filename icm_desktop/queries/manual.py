"""Pages of the manual that the program itself shows."""

from __future__ import annotations

from db.unit_of_work import UnitOfWork
from icm_desktop.content import manual
from icm_desktop.contracts.manual import Protection, ProtectionPage
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def protection(uow: UnitOfWork, language: str) -> ProtectionPage:
    """What is protected, by what, and what is not; in English unless the language is Spanish."""
    raw = manual.protection()
    chosen = "es" if language.startswith("es") else "en"
    words = raw[chosen]
    rows = tuple(_row(row["by"], words[f"by_{row['by']}"], *row[chosen]) for row in raw["row"])
    headings = (words["threat"], words["stopped"], words["by"], words["left"])
    return ProtectionPage(words["title"], words["lead"], headings, rows, words["outside"])


def _row(by: str, kept_by: str, threat: str, stopped: str, left: str) -> Protection:
    return Protection(_plain(threat), _plain(stopped), by, kept_by, _plain(left))


def _plain(text: str) -> str:
    """Without the README's marks of emphasis."""
    return text.replace("**", "").replace("`", "")
