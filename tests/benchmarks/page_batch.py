"""Pages in a batch, in a process of its own: `python -m tests.benchmarks.page_batch FOLDER PAGES` prints JSON.

Each page is made, kept and noted as printed, as the window's batch does it; painting is the printer's work.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from icm_desktop.contracts.handouts import HandoutMade, HandoutRequest, KeepHandout
from tests.handouts.people import TODAY, maria, overfull
from tests.support import make_practice

_WARM = 20  # pages, before memory is looked at: fonts and caches are there then


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Make, keep and note this many pages of two patients, one after the other."""
    folder, pages = Path(sys.argv[1]), int(sys.argv[2])
    practice = make_practice(folder, today=TODAY)
    people = (maria(practice), overfull(practice, 8, language="es"))
    desk = practice.open()
    before, started = 0, 0.0
    for number in range(pages + _WARM):
        if number == _WARM:
            before, started = _peak_mb(), time.process_time()
        request = HandoutRequest(people[number % 2], large_print=number % 4 == 3)
        made: HandoutMade = desk.run("reports.handouts.render", request)
        kept = desk.run("services.handouts.keep", KeepHandout(request.patient_id, made, "waiting"))
        desk.run("services.handouts.came_out", (kept.id,))
    seconds = (time.process_time() - started) / pages
    figures = {"pages": pages, "before_mb": before, "peak_mb": _peak_mb(), "seconds_each": round(seconds, 4)}
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main()
