"""One page for a patient while it is being written: language, ticks, and what is collected on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from db.models.practice import Practice, Practitioner
from icm_desktop.content.phrases import PhraseBank
from icm_desktop.content.plain_words import PlainWords, Sensitive
from icm_desktop.contracts.handouts import FreeLine, Notice, SensitiveItem
from icm_desktop.domain.plain_text import plain

_END_OF_LATIN = 0x250


@dataclass(slots=True)
class HandoutPage:
    """What every section of the page needs, and the lists it adds to.

    `may_tick` is False for a role that may not choose sensitive items: they are left out and not even named.
    """

    patient_id: int
    practice: Practice
    bank: PhraseBank
    words: PlainWords
    sensitive: Sensitive
    ticked: frozenset[str]
    may_tick: bool
    today: dt.date
    now: dt.datetime
    zone: ZoneInfo
    free_lines: list[FreeLine] = field(default_factory=list)
    offered: list[SensitiveItem] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def local(self, at: dt.datetime) -> dt.datetime:
        """An aware time on the practice's clock."""
        return at.astimezone(self.zone)

    def offer(self, item_id: str, text: str) -> bool:
        """List a sensitive item for ticking; whether it is ticked now."""
        if not self.may_tick:
            self.notice("handout.left_out")
            return False
        self.offered.append(SensitiveItem(item_id, text))
        return item_id in self.ticked

    def free(self, label: str, text: str, of: str = "") -> None:
        """Put a text of the item `of` that has no version in the page's language into the box, once."""
        line = FreeLine(label, text, of)
        if text and line not in self.free_lines:
            self.free_lines.append(line)

    def notice(self, code: str, detail: str = "") -> None:
        """Tell the person who prints, once."""
        notice = Notice(code, detail)
        if notice not in self.notices:
            self.notices.append(notice)

    def in_language(self, text: str, language: str | None = None) -> bool:
        """Whether a free text is in the page's language: as recorded, else as its own words tell.

        A text that does not tell ("XJ-11") stands on an English page when it is in Latin letters: the words of this
        practice's staff are English unless they show otherwise.
        """
        if language:
            return language.split("-")[0].casefold() == self.bank.language
        guess = self.words.language(text)
        if guess is None:
            return self.bank.language == "en" and all(
                ord(letter) < _END_OF_LATIN for letter in text if letter.isalpha()
            )
        return guess == self.bank.language

    def phrase(self, topic: str, *texts: str | None) -> str | None:
        """The patient's phrase for the first text that is known."""
        for text in texts:
            found = self.words.phrase(topic, text)
            if found is not None:
                return self.bank(found)
        return None

    @staticmethod
    def named(practitioner: Practitioner) -> str:
        """A practitioner's name as on their door: "Dr. Anil Patel"."""
        parts = (practitioner.prefix, practitioner.given, practitioner.family)
        return plain(" ".join(part for part in parts if part))
