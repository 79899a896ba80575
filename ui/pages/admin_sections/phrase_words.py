"""Where a sentence for patients stands, in words; by the first part of its name."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_GROUPS = {
    "page": QT_TRANSLATE_NOOP("PhraseWords", "Top and bottom of pages"),
    "head": QT_TRANSLATE_NOOP("PhraseWords", "Headings"),
    "sheet": QT_TRANSLATE_NOOP("PhraseWords", "Titles of pages"),
    "medicines": QT_TRANSLATE_NOOP("PhraseWords", "Medicines"),
    "visits": QT_TRANSLATE_NOOP("PhraseWords", "Visits"),
    "advice": QT_TRANSLATE_NOOP("PhraseWords", "What to do"),
    "zone": QT_TRANSLATE_NOOP("PhraseWords", "What to watch"),
    "hospital": QT_TRANSLATE_NOOP("PhraseWords", "After the hospital"),
    "plan": QT_TRANSLATE_NOOP("PhraseWords", "Care plan"),
    "more": QT_TRANSLATE_NOOP("PhraseWords", "What did not fit"),
    "call": QT_TRANSLATE_NOOP("PhraseWords", "Who to call"),
    "tell": QT_TRANSLATE_NOOP("PhraseWords", "Tell us in your own words"),
    "important": QT_TRANSLATE_NOOP("PhraseWords", "Most important"),
    "step": QT_TRANSLATE_NOOP("PhraseWords", "Steps"),
    "conflict": QT_TRANSLATE_NOOP("PhraseWords", "Goals that do not agree"),
    "result": QT_TRANSLATE_NOOP("PhraseWords", "What results mean"),
    "due": QT_TRANSLATE_NOOP("PhraseWords", "Tests and checks"),
    "visit": QT_TRANSLATE_NOOP("PhraseWords", "Kinds of visit"),
    "who": QT_TRANSLATE_NOOP("PhraseWords", "Who somebody is"),
    "place": QT_TRANSLATE_NOOP("PhraseWords", "Places"),
    "for": QT_TRANSLATE_NOOP("PhraseWords", "What a medicine is for"),
    "form": QT_TRANSLATE_NOOP("PhraseWords", "Forms of medicines"),
    "amount": QT_TRANSLATE_NOOP("PhraseWords", "Amounts"),
    "dose": QT_TRANSLATE_NOOP("PhraseWords", "How to take a medicine"),
    "bring": QT_TRANSLATE_NOOP("PhraseWords", "What to bring"),
    "free": QT_TRANSLATE_NOOP("PhraseWords", "Lines to explain"),
}


class PhraseWords:
    """Words for groups of sentences."""

    @staticmethod
    def group(phrase: str) -> str:
        """Where a sentence stands; its name in the file for a group nobody has named."""
        words = _GROUPS.get(phrase.partition(".")[0])
        return QCoreApplication.translate("PhraseWords", str(words)) if words else phrase
