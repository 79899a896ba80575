"""Words for how sure it is that two records are one person, and for what speaks for and against it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.domain.matching import AGAINST, POSSIBLE
from ui.feedback import Level
from ui.tables.base import Chip


class MatchWords:
    """Words about look-alikes in the language of the screen."""

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("MatchWords", text, note, number)

    def certainty(self, certainty: str) -> Chip:
        """How sure it is, as a chip."""
        words = {
            "certain": self.tr("Very likely the same"),
            "probable": self.tr("Probably the same"),
            "possible": self.tr("Possibly the same"),
        }
        return Chip(Level.NEUTRAL if certainty == POSSIBLE else Level.CAUTION, words.get(certainty, certainty))

    def reasons(self, reasons: tuple[str, ...]) -> str:
        """Everything that speaks for it, then what speaks against it, in one line."""
        speaking_for = ", ".join(self.reason(each) for each in reasons if each not in AGAINST)
        against = self.against(reasons)
        if not against:
            return speaking_for
        but = self.tr("but {reasons}").format(reasons=against)
        return f"{speaking_for}, {but}" if speaking_for else but

    def for_it(self, reasons: tuple[str, ...]) -> str:
        """What speaks for one person."""
        return ", ".join(self.reason(each) for each in reasons if each not in AGAINST)

    def against(self, reasons: tuple[str, ...]) -> str:
        """What speaks for two people."""
        return ", ".join(self.reason(each) for each in reasons if each in AGAINST)

    def reason(self, reason: str) -> str:
        """One reason."""
        return self._for().get(reason) or self._against().get(reason) or reason

    def _for(self) -> dict[str, str]:
        return {
            "same_identifier": self.tr("same identifier"),
            "same_name": self.tr("same name"),
            "same_family": self.tr("same family name"),
            "similar_family": self.tr("similar family name"),
            "part_of_family": self.tr("part of the family name"),
            "former_family": self.tr("a former family name"),
            "same_given": self.tr("same given name"),
            "nickname": self.tr("short form of the given name"),
            "shortened_given": self.tr("part of the given name"),
            "similar_given": self.tr("similar given name"),
            "names_swapped": self.tr("given and family name exchanged"),
            "same_birth_date": self.tr("same birth date"),
            "swapped_birth_date": self.tr("day and month of birth exchanged"),
            "near_birth_date": self.tr("birth date nearly the same"),
            "part_of_birth_date": self.tr("part of the birth date"),
            "same_phone": self.tr("same phone"),
            "same_email": self.tr("same e-mail"),
            "same_address": self.tr("same address"),
            "same_postal_code": self.tr("same ZIP code"),
        }

    def _against(self) -> dict[str, str]:
        return {
            "different_family": self.tr("another family name"),
            "different_given": self.tr("another given name"),
            "different_middle": self.tr("another middle name"),
            "different_suffix": self.tr("another suffix (Jr., Sr.)"),
            "different_birth_date": self.tr("another birth date"),
            "different_sex": self.tr("a different sex"),
            "other_identifier": self.tr("another number of the same kind"),
            "multiple_birth": self.tr("born a twin"),
        }
