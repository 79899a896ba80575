"""One page for a patient while it is being written: language, ticks, and what is collected on the way."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from db.models.practice import Practice, Practitioner
from icm_desktop.content.part2 import part2_notice
from icm_desktop.content.phrases import PhraseBank
from icm_desktop.content.plain_words import PlainWords, Sensitive
from icm_desktop.contracts.handouts import Fact, FreeLine, Notice, Said, SensitiveItem
from icm_desktop.domain.plain_text import plain

_END_OF_LATIN = 0x250


@dataclass(slots=True)
class HandoutPage:
    """What every section of the page needs, and the lists it adds to.

    `may_tick` is False for a role that may not choose sensitive items: they are left out and not even named.
    `agreed_copies`: by which consents contact persons may have records of substance use; goes with the notice.
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
    facts: list[Fact] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    own_lines: list[str] = field(default_factory=list)
    substance_use: bool = False
    agreed_copies: str = ""

    def local(self, at: dt.datetime) -> dt.datetime:
        """An aware time on the practice's clock."""
        return at.astimezone(self.zone)

    def offer(self, item_id: str, text: str) -> bool:
        """List a sensitive item for ticking; whether it is ticked now."""
        if not self.may_tick:
            self.notice("handout.left_out")
            return False
        self.offered.append(SensitiveItem(item_id, text))
        ticked = item_id in self.ticked
        self.substance_use = self.substance_use or (ticked and self.sensitive.is_substance_use(text))
        return ticked

    def fact(
        self, section: str, item_id: str, *said: object, shown: str = "", until: dt.datetime | None = None
    ) -> None:
        """Note what the page says of a record, to compare it later; a ticked one is marked in the preview as `shown`.

        Args:
            section: What it belongs to: medicine, visit, step, goal, team, stay, advice.
            item_id: Whose record ("medication:4").
            said: Everything of the record that the page words, in values of JSON or days.
            shown: As it is printed.
            until: From when on it does not matter any more.
        """
        text = json.dumps(said, default=str, ensure_ascii=False)
        digest = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
        self.facts.append(Fact(section, item_id, digest, until.isoformat() if until else None))
        if item_id in self.ticked and shown:
            self.marked.append(shown)

    def said(self) -> Said:
        """What was noted while the page was written."""
        notice = (part2_notice(self.bank.language), self.agreed_copies)
        words = " ".join(filter(None, notice)) if self.substance_use else ""
        ticked = tuple(item.id for item in self.offered if item.id in self.ticked)
        return Said(tuple(self.facts), tuple(self.marked), ticked, tuple(dict.fromkeys(self.own_lines)), words)

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
