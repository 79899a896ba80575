"""What has to go with records of substance use on every way out: the statement, and the scope of the consent."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.content import part2 as content
from icm_desktop.contracts.plan_document import PATIENT, RECORD, PlanReader
from icm_desktop.domain import part2
from icm_desktop.domain.sharing import SUBSTANCE_USE, USUAL, Purpose
from icm_desktop.queries.consent_elements import scope_in_words
from icm_desktop.queries.team_sharing import OnFile


@dataclass(frozen=True, slots=True)
class Accompanying:
    """The short and the long statement, and by which consent or exception the records leave, in one language."""

    short: str
    long: str
    scope: str
    consent_id: int | None = None

    @property
    def whole(self) -> str:
        """The long statement with the scope, for a page or a document."""
        return " ".join(filter(None, (self.long, self.scope)))

    @property
    def line(self) -> str:
        """The short statement with the scope, for a label or a line."""
        return " ".join(filter(None, (self.short, self.scope)))


def accompanying(theirs: OnFile, reader: PlanReader, language: str = "en", purpose: Purpose = USUAL) -> Accompanying:
    """What goes with records of substance use to this reader; to the patient and for our record the statement alone."""
    short, long = content.words("notice", language), content.words("statement", language)
    if reader.kind in (RECORD, PATIENT):
        return Accompanying(short, long, "")
    if purpose.code in part2.EXCEPTIONS:
        return Accompanying(short, long, content.words(f"scope_{purpose.code}", language))
    found = theirs.sharing(SUBSTANCE_USE, reader.hearer, reader.name, reader.contact_id, reader.organization, purpose)
    row = next((one for one in theirs.consents if found.allowed and one.id == found.consent_id), None)
    if row is None:
        return Accompanying(short, long, "")
    return Accompanying(short, long, scope_in_words(row, language), row.id)
