"""The real window with its workers, signed in and led through every screen and 200 charts; then what all of them hold.

`python -m tests.benchmarks.window_memory DATABASE USER PASSWORD` prints JSON: megabytes of each process, and of all.
Workers are forked, so a page is often held by several of them: memory of their own is shared out among those who hold
it (PSS, Linux), pages of program files are counted once, however many programs of this computer use them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from icm_desktop import paths
from tests.stories.person import Person
from ui import app
from ui.preferences import Preferences

CHARTS = 200
_MAPPING = re.compile(r"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+ *(.*)$")
_MB = 1024  # kB


def family(process: int) -> list[int]:
    """A process and all that it and its children started."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    threads = [one.name for one in Path(f"/proc/{process}/task").iterdir() if one.name != str(process)]
    for thread in threads:
        children += Path(f"/proc/{process}/task/{thread}/children").read_text(encoding="ascii").split()
    return [process, *(one for child in children for one in family(int(child)))]


def own_mb(process: int) -> float:
    """Memory of its own, the share of what it holds together with others."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss_Anon:")) / _MB


def of_files(process: int) -> dict[str, int]:
    """Kilobytes it holds of each file of programs."""
    held: dict[str, int] = {}
    name, kb = "", 0
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        if found := _MAPPING.match(line):
            name = found[1]
        elif line.startswith("Rss:"):
            kb = int(line.split()[1])
        elif line.startswith("Anonymous:") and name.startswith("/"):
            held[name] = held.get(name, 0) + kb - int(line.split()[1])
    return held


def measured(process: int) -> dict[str, object]:
    """What a process and its children hold, in MB."""
    every = family(process)
    files: dict[str, int] = {}
    for one in every:
        files |= {name: max(kb, files.get(name, 0)) for name, kb in of_files(one).items()}
    own, shared = [round(own_mb(one), 1) for one in every], sum(files.values()) / _MB
    return {"own": own, "files": round(shared, 1), "all": round(sum(own) + shared, 1)}


def main(database: Path, user: str, password: str) -> None:
    """Sign in, look at everything, say what it took."""
    application = QApplication([])
    preferences = Preferences(paths.settings_file())
    preferences.keep("recent/database", str(database))
    keeper = app.prepare(application, preferences)
    keeper.language.use("en")
    with TemporaryDirectory() as pictures:
        person = Person(keeper, Path(pictures))
        person.sign_in(user, password)
        for number in range(1, 10):
            person.press(f"Ctrl+{number}")
            person.settle()
        for patient in range(1, CHARTS + 1):
            person.main.context.navigation.open_chart(patient)
            person.settle()
        sys.stdout.write(json.dumps(measured(int(Path("/proc/self").readlink().name))) + "\n")
        keeper.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
