"""Shares with their interval, and how two numbers go together; what is too small is said, not shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from icm_desktop.domain.measures.interval import wilson

Z95 = 1.96  # two sides of a normal curve, 95 %
FEW_TO_COMPARE = 30
FEW_TO_SHARE = 11
_ENDS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Share:
    """`yes` of `of`; `percent` with its 95 % Wilson interval, all None while nobody counts."""

    yes: int
    of: int
    percent: float | None
    low: float | None
    high: float | None


def share(yes: int, of: int) -> Share:
    """A share in percent with its Wilson score interval."""
    interval = wilson(yes, of)
    if interval is None:
        return Share(yes, of, None, None, None)
    return Share(yes, of, 100 * yes / of, *interval)


def scale_end(highest: float) -> float:
    """Where a scale from 0 ends so that a value fits in: at a round number, 100 at most for percent."""
    if highest <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest))
    return next((one * power for one in _ENDS if one * power * (1 + 1e-9) >= highest), 10 * power)


@dataclass(frozen=True, slots=True)
class Association:
    """Spearman's rank correlation of `n` pairs; `p` by Fisher's transformation, both None under 10 pairs."""

    n: int
    rho: float | None
    p: float | None


def association(pairs: Sequence[tuple[float, float]], least: int = 10) -> Association:
    """How two numbers of the same people go together; it never says that one causes the other.

    Source: Spearman 1904; the variance 1.06 / (n - 3) of the transformed rank correlation: Fieller et al. 1957.
    """
    n = len(pairs)
    if n < least:
        return Association(n, None, None)
    first, second = _ranks([one for one, _ in pairs]), _ranks([other for _, other in pairs])
    rho = _pearson(first, second)
    if rho is None:
        return Association(n, None, None)
    if abs(rho) >= 1:
        return Association(n, rho, 0.0)
    z = math.atanh(rho) * math.sqrt((n - 3) / 1.06)
    return Association(n, rho, math.erfc(abs(z) / math.sqrt(2)))


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1, equal values share theirs."""
    order = sorted(range(len(values)), key=lambda at: values[at])
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for at in order[start : end + 1]:
            ranks[at] = (start + end) / 2 + 1
        start = end + 1
    return ranks


def _pearson(first: Sequence[float], second: Sequence[float]) -> float | None:
    n = len(first)
    mean_one, mean_other = sum(first) / n, sum(second) / n
    both = sum((one - mean_one) * (other - mean_other) for one, other in zip(first, second, strict=True))
    spread = math.sqrt(sum((one - mean_one) ** 2 for one in first) * sum((one - mean_other) ** 2 for one in second))
    return None if spread == 0 else max(-1.0, min(1.0, both / spread))
