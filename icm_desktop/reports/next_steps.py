""" "Your next steps" as a PDF: fitted to the paper by leaving out, never by smaller letters."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from icm_desktop.content.hard_lines import too_hard
from icm_desktop.contracts.handouts import KINDS, HandoutMade, HandoutRequest, NextSteps
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handouts
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.next_steps_layout import Kept, Layout
from icm_desktop.reports.page import LARGE, STANDARD, Pages, Spacing
from icm_desktop.reports.page_words import of_paper, version_of, words_of

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

# What is left out first when the page is full: a section is cut to these numbers in this order. Steps and visits are
# what the page is for, so they go last; a text nobody could translate is kept longer than a long list of medicines.
_CUTS = (
    ("medicines", 5), ("steps", 4), ("medicines", 4), ("lines", 6), ("medicines", 3), ("lines", 4), ("lines", 3),
    ("steps", 3), ("lines", 2), ("medicines", 2), ("lines", 1), ("medicines", 1), ("visits", 2), ("steps", 2),
    ("visits", 1), ("lines", 0), ("steps", 1), ("medicines", 0), ("visits", 0), ("steps", 0),
)  # fmt: skip
_SHEET_OF = {"appointment": "visits", "medication": "medicines"}
_MOST = Kept(steps=5, visits=3, medicines=6, lines=12)


@requires(Privilege.PRINT_HANDOUT)
def render(uow: UnitOfWork, request: HandoutRequest) -> HandoutMade:
    """Make the page from live data.

    Returns:
        The PDF with the number of its pages; `overflow` names every item the paper had no room for.

    Raises:
        As `queries.handouts.next_steps`.
    """
    return Handout(handouts.next_steps(uow, request), with_sheets=request.with_sheets).made()


class Handout:
    """Fits one content to its paper."""

    def __init__(self, content: NextSteps, *, with_sheets: bool) -> None:
        self.content, self.with_sheets = content, with_sheets
        self.bank = words_of(content.head)
        self.fonts = Fonts()
        self.style = LARGE if content.head.large_print else STANDARD

    def made(self) -> HandoutMade:
        """The PDF and what was left out."""
        kept, layout, pages = self._fitted()
        pdf = layout.sheet.pdf(pages, self.bank("page.title"), self.content.head.language)
        return HandoutMade(
            pdf=pdf,
            pages=len(pages),
            language=self.content.head.language,
            large_print=self.content.head.large_print,
            paper=self.content.head.paper,
            not_in_language=tuple(f"{line.label}: {line.text}" for line in kept.free_lines(self.content)),
            overflow=tuple(self._left_out(kept)),
            sensitive=self.content.sensitive,
            notices=self.content.notices + of_paper(self.bank, self.fonts),
            said=self.content.said,
            overflow_kinds=tuple(self._sheets_of(kept)),
            hard_lines=too_hard(self.content.said.own_lines, self.content.head.language),
            words_version=version_of(self.content.head, self.bank),
        )

    def _sheets_of(self, kept: Kept) -> Iterator[str]:
        """The pages that have what did not fit; a text that nobody could translate stands with what it belongs to."""
        content = self.content
        lines = kept.free_lines(content)[kept.lines :]
        shown = (
            ("my-plan", len(kept.possible_steps(content)) > kept.steps),
            ("visits", len(content.visits) > kept.visits),
            ("medicines", len(content.medicines) > kept.medicines),
        )
        kinds = {kind for kind, left_out in shown if left_out}
        kinds |= {_SHEET_OF.get(line.of.partition(":")[0], "my-plan") for line in lines}
        yield from (kind for kind in KINDS if kind in kinds)

    def _layout(self, spacing: Spacing) -> Layout:
        return Layout(self.content, self.bank, self.style, spacing, self.fonts, with_sheets=self.with_sheets)

    def _fitted(self) -> tuple[Kept, Layout, Pages]:
        """Cut until it fits with the least white space, fill up what is left, then give the white space back."""
        close = self._layout(self.style.spacings[-1])
        whole = next(self._smaller_and_smaller())
        loose = self._layout(self.style.spacings[len(self.style.spacings) * 7 // 10])
        for beside in (True, False) if self.content.head.pictures else ():
            pictured = dataclasses.replace(whole, times=True, pictures=beside)
            if loose.pages(pictured) is not None:
                return pictured, *self._spaced(pictured)
        for kept in self._smaller_and_smaller():
            pages = close.pages(kept)
            if pages is not None:
                full = self._filled_up(close, kept)
                return full, *self._spaced(full)
        raise RuntimeError("the frame alone is larger than the paper")

    def _spaced(self, kept: Kept) -> tuple[Layout, Pages]:
        """With the widest white space that fits; the closest one is known to."""
        widest, closest = 0, len(self.style.spacings) - 1
        best: tuple[Layout, Pages] | None = None
        while widest < closest or best is None:
            middle = (widest + closest) // 2
            layout = self._layout(self.style.spacings[middle])
            pages = layout.pages(kept)
            if pages is not None:
                best, closest = (layout, pages), middle
            else:
                widest = middle + 1
        return best

    def _filled_up(self, layout: Layout, kept: Kept) -> Kept:
        """Short items may fit where a long one did not."""
        whole = next(iter(self._smaller_and_smaller()))
        most = dataclasses.replace(whole, steps=min(whole.steps, len(kept.possible_steps(self.content))))
        for section in ("steps", "visits", "medicines", "lines"):
            while not kept.bare and getattr(kept, section) < getattr(most, section):
                more: dict[str, Any] = {section: getattr(kept, section) + 1}
                larger = dataclasses.replace(kept, **more)
                if layout.pages(larger) is None:
                    break
                kept = larger
        return kept

    def _smaller_and_smaller(self) -> Iterator[Kept]:
        content = self.content
        kept = Kept(
            steps=min(len(content.steps), _MOST.steps),
            visits=min(len(content.visits), _MOST.visits),
            medicines=min(len(content.medicines), _MOST.medicines),
            lines=min(len(content.free_lines), _MOST.lines),
            usual=any(step.is_usual for step in content.steps),
        )
        yield kept
        if kept.usual and len(content.steps) > 1:  # it says what the list of visits says as well
            kept = dataclasses.replace(kept, usual=False, steps=min(kept.steps, len(content.steps) - 1))
            yield kept
        for section, most in _CUTS:
            if getattr(kept, section) > most:
                fewer: dict[str, Any] = {section: most}
                kept = dataclasses.replace(kept, **fewer)
                yield kept
        yield dataclasses.replace(kept, bare=True)

    def _left_out(self, kept: Kept) -> Iterator[str]:
        content = self.content
        for step in kept.possible_steps(content)[kept.steps :]:
            yield step.text
        for visit in content.visits[kept.visits :]:
            yield f"{visit.day}, {visit.time}: {visit.who or visit.where}".rstrip(": ")
        for medicine in content.medicines[kept.medicines :]:
            yield medicine.name
        for line in kept.free_lines(content)[kept.lines :]:
            yield f"{line.label}: {line.text}"
