"""The rules by which a patient's text is judged while it is written."""

from __future__ import annotations

from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import formulary
from icm_desktop.content.phrases import LANGUAGES
from icm_desktop.content.reading import reading_rules
from icm_desktop.contracts.wording import WordingRules
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def rules(_uow: UnitOfWork) -> WordingRules:
    """The rules of every language, with the names of known medicines."""
    return WordingRules(tuple(reading_rules(language) for language in LANGUAGES), tuple(sorted(formulary().names)))
