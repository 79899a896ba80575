"""A letter to somebody of the team, or close to the patient, as a PDF."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from icm_desktop.content.phrases import LANGUAGES, bank
from icm_desktop.contracts.team_letters import TeamLetterMade, TeamLetterRequest
from icm_desktop.domain.letters import MOST_LETTERS, MOST_OF_A_HEADING, filled
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import letter_texts
from icm_desktop.queries.content import confirmed
from icm_desktop.queries.team_letters import substance_use, told
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.letters import Words, one_letter
from icm_desktop.reports.page import size_of

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork


@requires(Privilege.CLINICAL_READ)
def render(uow: UnitOfWork, request: TeamLetterRequest) -> TeamLetterMade:
    """The letter; kept in memory only until it leaves.

    Raises:
        NotFound: as `queries.team_letters.told`.
        Invalid: handout.unknown_language, handout.unknown_paper; letters.no_heading, long_heading, empty, too_long.
    """
    if request.language not in LANGUAGES:
        raise Invalid("handout.unknown_language", field="language", language=request.language)
    size_of(request.paper)  # or it is refused
    found = told(uow, request)
    text = letter_texts.text(uow, request.kind, request.language)
    heading = " ".join(filled(text.heading, found.values))
    lines = filled(text.body, found.values)
    own = request.text is not None
    if request.text is not None:
        heading, lines = _own(*request.text)
    may, notice = substance_use(found, request.reader, request.language, heading, *lines)
    unsure = not own and text.id is None and not confirmed(uow, "letters", request.kind)
    values = found.values
    words = Words(
        language=request.language,
        large_print=False,
        sender=tuple(filter(None, (values["practice"], values["practice_address"], values["practice_phone"]))),
        address=(values["recipient"], *found.address),
        date=values["today"],
        heading=heading,
        lines=lines,
        note=" ".join(
            filter(None, (bank(request.language)("page.unreviewed") if unsure else "", notice.line if notice else ""))
        ),
    )
    fonts = Fonts()
    pdf, pages = one_letter(words, request.paper, fonts)
    content = hashlib.sha256(repr((words, request.paper, found.allowed)).encode()).hexdigest()
    return TeamLetterMade(
        pdf,
        pages,
        content,
        heading,
        "\n".join(lines),
        found.allowed,
        found.why,
        fonts.squares,
        notice is not None,
        may,
        notice.consent_id if notice is not None else None,
    )


def _own(heading: str, body: str) -> tuple[str, tuple[str, ...]]:
    """A text for this letter alone; nothing in it is filled in."""
    first = plain(heading)
    if not first:
        raise Invalid("letters.no_heading", "heading")
    if len(first) > MOST_OF_A_HEADING:
        raise Invalid("letters.long_heading", "heading", most=MOST_OF_A_HEADING)
    if not body.strip():
        raise Invalid("letters.empty", "body")
    if len(body) > MOST_LETTERS:
        raise Invalid("letters.too_long", "body")
    return first, tuple(plain(line) for line in body.strip().splitlines())
