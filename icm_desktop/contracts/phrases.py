"""Sentences patients read: as shipped, or in the practice's own words; languages a page can be made in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """A language of pages for patients, `name` as its readers call it.

    `missing` of `whole` sentences are not yet in it and print in English; `confirmed` by a person of the practice.
    """

    code: str
    name: str
    missing: int
    whole: int
    confirmed: bool
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """One sentence in one language: what counts now, what was shipped (None: not in this language yet) and in English.

    `id`: of the practice's own wording. `outdated`: the shipped sentence changed since that was written.
    """

    language: str
    phrase: str
    text: str
    shipped: str | None
    english: str
    id: int | None = None
    changed_at: dt.datetime | None = None
    changed_by: str | None = None
    outdated: bool = False

    @property
    def missing(self) -> bool:
        """Whether nobody has said it in this language yet."""
        return self.shipped is None and self.id is None


@dataclass(frozen=True, slots=True)
class SavePhrase:
    """Put an own wording in place of the one that counts; `expected_id` is the one that was read (None: shipped)."""

    language: str
    phrase: str
    text: str
    expected_id: int | None = None


@dataclass(frozen=True, slots=True)
class BackToPhrase:
    """Let an earlier wording count again; `version_id` None: the shipped one."""

    language: str
    phrase: str
    version_id: int | None


@dataclass(frozen=True, slots=True)
class PhraseSaved:
    """The wording that counts now."""

    row: PhraseRow
    changes: Changes
