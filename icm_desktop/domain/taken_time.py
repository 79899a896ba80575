"""What is taken when: visits of a clinician or a room, found by the moments they touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icm_desktop.domain.timeslots import Span


@dataclass(frozen=True, slots=True)
class Taken:
    """A visit: when it is (`span`), and with the minutes kept free around it (`block`)."""

    visit: int
    span: Span
    block: Span


class TakenTime:
    """Visits by whom or what they take; looking one moment up does not walk through all of them."""

    def __init__(self) -> None:
        self._by_day: dict[tuple[int, int], list[Taken]] = defaultdict(list)

    def add(self, key: int, taken: Taken) -> None:
        """Note a visit that takes `key`."""
        for day in _days(taken.block):
            self._by_day[key, day].append(taken)

    def meeting(self, key: int, block: Span, but: int | None = None) -> list[Taken]:
        """The visits that take `key` and overlap a block, in order, without the visit `but`."""
        found = {
            each.visit: each
            for day in _days(block)
            for each in self._by_day.get((key, day), ())
            if each.visit != but and each.block.overlaps(block)
        }
        return sorted(found.values(), key=lambda each: (each.span.starts_at, each.visit))


def most_at_once(blocks: Iterable[Span], within: Span) -> int:
    """How many of the blocks there are at the busiest moment of a span."""
    meeting = [each for each in blocks if each.overlaps(within)]
    begins = [max(each.starts_at, within.starts_at) for each in meeting]
    return max((sum(each.starts_at <= at < each.ends_at for each in meeting) for at in begins), default=0)


def _days(span: Span) -> Iterator[int]:
    return iter(range(span.starts_at.toordinal(), span.ends_at.toordinal() + 1))
