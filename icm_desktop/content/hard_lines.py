"""Which of the lines that people typed for a patient are too hard to print without a reason."""

from __future__ import annotations

from collections.abc import Iterable

from icm_desktop.content.conflicts import formulary
from icm_desktop.content.reading import reading_rules
from icm_desktop.domain.wording import STOP, judged

_JUDGED = ("en", "es")  # languages that have a measure


def too_hard(lines: Iterable[str], language: str) -> tuple[str, ...]:
    """The lines beyond the last limit of their language (grade 8 in English); names of medicines do not count."""
    if language not in _JUDGED:
        return ()
    rules, names = reading_rules(language), tuple(sorted(formulary().names))
    return tuple(line for line in lines if judged(line, rules, names=names).level == STOP)
