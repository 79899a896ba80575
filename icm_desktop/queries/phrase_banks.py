"""The sentences patients read as they count here: those of the program, with the practice's own wording."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from sqlalchemy import Select, select

from db.models.papers import PhraseText
from db.unit_of_work import UnitOfWork
from icm_desktop.content.phrases import PhraseBank, bank, page_languages
from icm_desktop.contracts.own_texts import TextVersion
from icm_desktop.contracts.phrases import PageLanguage, PhraseRow
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.own_texts import all_versions
from icm_desktop.queries.people import names_of_users


@requires(Privilege.SIGN_IN)
def of(uow: UnitOfWork, language: str) -> PhraseBank:
    """The sentences of a language for one page."""
    return bank(language, own(uow, language))


@requires(Privilege.SIGN_IN)
def own(uow: UnitOfWork, language: str) -> Mapping[str, str]:
    """The practice's own wordings that count, by phrase."""
    rows = uow.session.scalars(_stored().where(PhraseText.language == language))
    newest = {row.phrase: row.text for row in rows}
    return {phrase: text for phrase, text in newest.items() if text is not None}


@requires(Privilege.SIGN_IN)
def languages(uow: UnitOfWork) -> tuple[PageLanguage, ...]:
    """Every language a page can be made in."""
    from icm_desktop.queries.content import phrases_confirmed

    found = ((code, of(uow, code)) for code in page_languages())
    return tuple(
        PageLanguage(
            code, words.name, len(words.missing), len(words.texts), phrases_confirmed(uow, code), words.right_to_left
        )
        for code, words in found
    )


@requires(Privilege.SIGN_IN)
def rows(uow: UnitOfWork) -> tuple[PhraseRow, ...]:
    """Every sentence in every language, in the order of the English file."""
    newest = {(row.language, row.phrase): row for row in uow.session.scalars(_stored())}
    names = names_of_users(uow)
    return tuple(
        _row(language, phrase, newest.get((language, phrase)), names)
        for language in page_languages()
        for phrase in bank("en").texts
    )


@requires(Privilege.SIGN_IN)
def row(uow: UnitOfWork, language: str, phrase: str) -> PhraseRow:
    """One sentence in one language.

    Raises:
        NotFound: phrases.unknown.
    """
    return _row(language, phrase, next(reversed(_of(uow, language, phrase)), None), names_of_users(uow))


@requires(Privilege.SIGN_IN)
def versions(uow: UnitOfWork, language: str, phrase: str) -> tuple[TextVersion, ...]:
    """Every wording a sentence had, the newest first, the shipped one last.

    Raises:
        NotFound: phrases.unknown.
    """
    stored = _of(uow, language, phrase)
    return all_versions(
        uow, stored, (bank(language).texts[phrase],), lambda row: None if row.text is None else (row.text,)
    )


@requires(Privilege.SIGN_IN)
def digest(uow: UnitOfWork, language: str, shipped: str) -> str:
    """What tells that sentences changed: the digest of the file, and with own wordings one of both."""
    mine = own(uow, language)
    return hashlib.sha256(repr((shipped, sorted(mine.items()))).encode()).hexdigest() if mine else shipped


def _stored() -> Select[PhraseText]:
    return select(PhraseText).where(PhraseText.removed_at.is_(None)).order_by(PhraseText.id)


def _of(uow: UnitOfWork, language: str, phrase: str) -> list[PhraseText]:
    if language not in page_languages() or not bank("en").has(phrase):
        raise NotFound("phrases.unknown")
    wanted = _stored().where(PhraseText.language == language, PhraseText.phrase == phrase)
    return list(uow.session.scalars(wanted))


def _row(language: str, phrase: str, stored: PhraseText | None, names: Mapping[int, str]) -> PhraseRow:
    words = bank(language)
    shipped = None if phrase in words.missing else words.texts[phrase]
    when, who = (stored.created_at, names.get(stored.created_by_id or 0)) if stored else (None, None)
    mine = stored if stored is not None and stored.text is not None else None
    text = mine.text if mine is not None and mine.text is not None else words.texts[phrase]
    outdated = mine is not None and mine.made_from != words.texts[phrase]
    return PhraseRow(
        language, phrase, text, shipped, bank("en").texts[phrase], mine.id if mine else None, when, who, outdated
    )
