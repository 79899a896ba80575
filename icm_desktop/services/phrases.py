"""The practice's own wording of sentences patients read; what came with the program is never changed."""

from __future__ import annotations

from db.models.papers import PhraseText
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.phrases import bank, placeholders
from icm_desktop.contracts.phrases import BackToPhrase, PhraseSaved, SavePhrase
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import phrase_banks
from icm_desktop.queries.own_texts import stored_version

_MOST_LETTERS = 300


@requires(Privilege.SETTINGS)
def save(uow: UnitOfWork, request: SavePhrase) -> PhraseSaved:
    """Say a sentence in the practice's own words; the wording before stays as a version.

    Raises:
        NotFound: phrases.unknown.
        Conflict: phrases.changed_meanwhile.
        Invalid: phrases.empty, phrases.too_long, phrases.stray_brace, phrases.words_to_fill_in.
    """
    before = phrase_banks.row(uow, request.language, request.phrase)
    if before.id != request.expected_id:
        raise Conflict("phrases.changed_meanwhile")
    text = plain(request.text)
    if not text:
        raise Invalid("phrases.empty", "text")
    if len(text) > _MOST_LETTERS:
        raise Invalid("phrases.too_long", "text", most=_MOST_LETTERS)
    filled_in, wanted = placeholders(text), placeholders(before.english) or frozenset()
    if filled_in is None:
        raise Invalid("phrases.stray_brace", "text")
    if filled_in != wanted:
        words = ", ".join(f"{{{name}}}" for name in sorted(wanted))
        raise Invalid("phrases.words_to_fill_in" if wanted else "phrases.nothing_to_fill_in", "text", words=words)
    return _added(uow, request.language, request.phrase, text)


@requires(Privilege.SETTINGS)
def back_to(uow: UnitOfWork, request: BackToPhrase) -> PhraseSaved:
    """Let an earlier wording count again, or the shipped one.

    Raises:
        NotFound: phrases.unknown, phrases.no_version.
    """
    phrase_banks.row(uow, request.language, request.phrase)
    if request.version_id is None:
        return _added(uow, request.language, request.phrase, None)
    row = stored_version(
        uow, PhraseText, request.version_id, "phrases.no_version", language=request.language, phrase=request.phrase
    )
    return _added(uow, request.language, request.phrase, row.text)


def _added(uow: UnitOfWork, language: str, phrase: str, text: str | None) -> PhraseSaved:
    made_from = bank(language).texts[phrase]
    uow.session.add(PhraseText(language=language, phrase=phrase, text=text, made_from=made_from))
    uow.session.flush()
    changes = Changes.of("phrase_text", "content_confirmation", action_id=uow.action_id)
    return PhraseSaved(phrase_banks.row(uow, language, phrase), changes)
