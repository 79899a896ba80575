"""What judges how hard a patient's text is to read."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.domain.wording import Rules


@dataclass(frozen=True, slots=True)
class WordingRules:
    """The rules per language, and the names of medicines, which do not count for a grade."""

    languages: tuple[Rules, ...]
    names: tuple[str, ...]

    def of(self, language: str) -> Rules:
        """Those of a language; a language that has none is judged by the first one's."""
        return next((rules for rules in self.languages if rules.language == language), self.languages[0])
