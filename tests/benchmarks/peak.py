"""One import in a process of its own: `python -m tests.benchmarks.peak FOLDER FILE` prints what it took as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from tests.exchange.conftest import run
from tests.support import make_practice


def main() -> None:
    """Import the file into an empty practice in the folder."""
    folder, path = Path(sys.argv[1]), Path(sys.argv[2])
    practice = make_practice(folder).open("coordinator")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    report = run(practice, path)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    counts = [one for _, one in report.totals]
    told = {"read": sum(one.read for one in counts), "created": sum(one.created for one in counts)}
    figures = {**told, "before_mb": before // 1024, "peak_mb": peak // 1024, "seconds": round(seconds, 1)}
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main()
