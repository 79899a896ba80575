"""Parts of the Caseload page. A new part is one module and one line in `part_classes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.pages.caseload_tabs.part import CaseloadPart


def part_classes() -> tuple[type[CaseloadPart[Any]], ...]:
    """Every part, in the order of the tabs; imported when the page is made, not before."""
    from ui.pages.caseload_tabs.case_review import CaseReviewPart
    from ui.pages.caseload_tabs.conflicts import ConflictsPart
    from ui.pages.caseload_tabs.month_end import MonthEndPart
    from ui.pages.caseload_tabs.registry import RegistryPart
    from ui.pages.caseload_tabs.transitions import TransitionsPart

    return (RegistryPart, TransitionsPart, MonthEndPart, CaseReviewPart, ConflictsPart)
