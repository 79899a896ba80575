"""The table of what is not understood and why; `python -m tests.exchange.not_understood` makes it and its list anew.

The table is read before it is committed: a line that is new is something of somebody's record that no screen shows.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from icm_desktop import paths
from icm_desktop.contracts.exchange import ImportReport
from icm_desktop.exchange.fhir.unread import elements, summed
from icm_desktop.practice import OpenPractice
from tests import sources
from tests.exchange.conftest import run
from tests.exchange.watching import Watch, watching
from tests.support import make_practice

SAMPLE = ("careplan-personas", "ig-examples")
ALL = (*SAMPLE, "synthea-fhir", "ecqm", "ecqm-definitions")
TABLES = Path(__file__).parent / "tables"
MADE = Path(__file__).parent / "made"  # what a screen shows and no real record at hand has
HEAD = "type\telements\tcount\twhy\twhat happens"
LIST = paths.RESOURCES / "schemas" / "fhir" / "read_elements.toml"


def watched(practice: OpenPractice, folders: Iterable[Path]) -> tuple[Watch, ImportReport]:
    """Look through these folders as one import would, without saving anything."""
    with watching() as watch:
        return watch, run(practice, MADE, *folders, dry_run=True)


def seen(watch: Watch) -> str:
    """What nobody looked at, as the watch saw it, whatever the shipped list says."""
    return (
        "\n".join("\t".join((one.kind, one.elements, str(one.count), one.why)) for one in summed(watch.unread())) + "\n"
    )


def table(report: ImportReport) -> str:
    """What no screen shows as the user is told it, then what was refused or read only in part."""
    lines = [
        (one.kind, one.elements, str(one.count), one.why, "kept as it came" if one.kept else "not kept")
        for one in report.left_out
    ]
    for note, count in sorted(_notes(report).items()):
        lines.append((note.partition(":")[0].partition(" ")[0], "", str(count), note, "told in the report"))
    return "\n".join([HEAD, *("\t".join(line) for line in lines)]) + "\n"


def _notes(report: ImportReport) -> Counter[str]:
    found: Counter[str] = Counter()
    for file in report.files:
        for note in file.notes:
            words, _, times = note.rpartition(" (")
            if times.endswith(")") and times[:-1].isdigit():
                found[words] += int(times[:-1])
            else:
                found[note] += 1
    return found


def write_list(watch: Watch) -> None:
    """Put what is read into the shipped list; why the rest is set aside is written by hand and stays."""
    before = LIST.read_text("utf-8").partition("[read]\n")[0]
    lines = [
        f"{kind} = [\n" + "".join(f'    "{path}",\n' for path in found) + "]" for kind, found in watch.lists().items()
    ]
    LIST.write_text(before + "[read]\n" + "\n".join(lines) + "\n", "utf-8")
    elements.cache_clear()


def main() -> None:
    """Make the list and both tables anew."""
    TABLES.mkdir(exist_ok=True)
    data = Path(os.environ.get("ICM_TEST_DATA") or sources.CHECKOUT.parent / "shared" / "data")
    for name, parts in (("all", ALL), ("all", ALL), ("sample", SAMPLE)):  # the list first, then what it says
        with tempfile.TemporaryDirectory() as folder:
            made = make_practice(Path(folder))
            watch, report = watched(made.open("coordinator"), [data / part for part in parts])
            made.database.close()
        if name == "all":
            write_list(watch)
        told = table(report) if name == "all" else seen(watch)
        (TABLES / f"not_understood_{name}.tsv").write_text(told, "utf-8")


if __name__ == "__main__":
    main()
