"""The notice at the foot of a printed page that tells of substance use, whatever the page is (42 CFR 2.32)."""

from __future__ import annotations

from itertools import islice

from icm_desktop.content.part2 import part2_notice
from icm_desktop.content.plain_words import sensitive
from icm_desktop.reports.fonts import Fonts


class Part2Foot:
    """Watches what a document says; from the first page that tells of it, every page carries the notice."""

    def __init__(self, fonts: Fonts, language: str) -> None:
        self._fonts, self._language = fonts, language
        self._seen: dict[float, int] = {}
        self._found = False

    def words(self) -> str:
        """What stands at the foot of the page that ends now; nothing where nothing told of substance use yet."""
        self._found = self._found or sensitive().is_substance_use(*self._news())
        return part2_notice(self._language) if self._found else ""

    def _news(self) -> list[str]:
        """Everything that was set since the last page ended."""
        found = []
        for size, wrapped in self._fonts.wrapped.items():
            found += [span.text for spans, _ in islice(wrapped, self._seen.get(size, 0), None) for span in spans]
            self._seen[size] = len(wrapped)
        return found
