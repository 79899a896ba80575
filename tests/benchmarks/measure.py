"""How long something takes: processor time of this process, median of ten, so that other programs disturb little."""

from __future__ import annotations

import statistics
import time


def cpu_ms(run, times=10):
    """Milliseconds of processor time of one run, after one that warms the caches."""
    run()
    return _median_ms(run, times, time.process_time)


def wall_ms(run, times=10):
    """Milliseconds from begin to end of one run, for what waits for the disk."""
    run()
    return _median_ms(run, times, time.perf_counter)


def _median_ms(run, times, clock):
    took = []
    for _ in range(times):
        start = clock()
        run()
        took.append((clock() - start) * 1000)
    return statistics.median(took)
