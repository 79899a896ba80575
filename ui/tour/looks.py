"""The screens of the day in every look: three practices, three themes, two languages, two sizes of text.

Each look is a process of its own: a window that was never dressed before, and one that fails takes no other along.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from icm_desktop import paths
from icm_desktop.words import say
from ui.sample import SAMPLE_PASSWORD

USER = "ada"
PRACTICES = {"empty": 0, "typical": 60, "many": 2500}  # patients
THEMES = ("light", "dark", "contrast")
LANGUAGES, SIZES = ("en", "es"), (10, 20)
SHEET = "all.png"  # the last thing a look writes: where it is, the look is whole


class Look(NamedTuple):
    """A practice, a theme, a language and the size of text in points."""

    practice: str
    theme: str
    language: str
    points: int


def names() -> dict[str, Look]:
    """Every look by its name ("typical-dark-es-20")."""
    every = (Look(*each) for each in itertools.product(PRACTICES, THEMES, LANGUAGES, SIZES))
    return {"-".join(map(str, look)): look for look in every}


def chosen(wanted: str) -> dict[str, Look]:
    """Every look for "all", else those whose name begins with these words ("typical-dark")."""
    return {name: look for name, look in names().items() if wanted == "all" or f"{name}-".startswith(f"{wanted}-")}


def walk(out: Path, wanted: str, *, go_on: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """Take every look that is wanted, the practices beside each other; then one sheet a screen over all looks in `out`.

    Args:
        out: Where each look gets a folder.
        wanted: "all" or the beginning of a name.
        go_on: Leave out those that are whole there already.
        tell: Shown while it goes on.

    Returns:
        Pictures, and the names of the looks that did not get to their end under `failed`.
    """
    looks = chosen(wanted)
    left = [name for name in looks if not (go_on and (out / name / SHEET).exists())]
    if len(left) < len(looks):
        tell(say("cli.tour_there", there=len(looks) - len(left), looks=len(looks)))
    run = _Run(out, len(left), tell)
    with ThreadPoolExecutor(len(PRACTICES)) as threads:
        list(threads.map(run.of_practice, PRACTICES, ([each for each in left if looks[each].practice == practice]
                                                      for practice in PRACTICES)))  # fmt: skip
    _run(Path(os.environ["ICM_HOME"]), "ui.tour.look_sheets", str(out))
    sheets = sorted(str(file) for file in (out / "screens").glob("*.png"))
    taken = [str(file) for name in looks for file in _pictures(out / name)]
    return {"out": str(out), "pictures": [*taken, *sheets], "pdfs": [], "failed": sorted(run.failed)}


class _Run:
    """Counts what is done while it tells of it."""

    def __init__(self, out: Path, wanted: int, tell: Callable[[str], None]) -> None:
        self._out, self._wanted, self._tell = out, wanted, tell
        self._done = 0
        self._lock = Lock()
        self.failed: list[str] = []

    def of_practice(self, practice: str, names: Sequence[str]) -> None:
        """The looks of one practice, one after the other, in a home of their own."""
        if not names:
            return
        home = Path(os.environ["ICM_HOME"]) / practice
        self._tell(say("cli.tour_making", patients=PRACTICES[practice]))
        file = _make(home, practice)
        for name in names:
            began = time.monotonic()
            ended = _take(home, file, self._out / name, name)
            self._tell_end(name, ended, round(time.monotonic() - began))

    def _tell_end(self, name: str, ended: str, seconds: int) -> None:
        with self._lock:
            self._done += 1
            told = {"number": self._done, "looks": self._wanted, "name": name, "seconds": seconds}
            if ended:
                self.failed.append(name)
                self._tell(say("cli.tour_look_failed", why=ended, **told))
            else:
                self._tell(say("cli.tour_look", pictures=len(_pictures(self._out / name)), **told))


def _pictures(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.png") if file.name != SHEET)


def _take(home: Path, file: Path, out: Path, name: str) -> str:
    """Take one look; what went wrong, or ""."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*"):
        old.unlink()
    ended = _run(home, "ui.tour.one_look", str(file), str(out), name)
    if ended.returncode == 0:
        return ""
    (out / "failed.txt").write_text(ended.stderr, encoding="utf-8")
    last = ended.stderr.strip().splitlines()[-1:] or [""]
    return last[0] if ended.returncode > 0 else say("cli.tour_ended_by", signal=-ended.returncode)


def _run(home: Path, module: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A process of ours in this home; its words are kept for when it fails."""
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, "ICM_HOME": str(home), **more}
    return subprocess.run(  # noqa: S603  our own words
        command, capture_output=True, text=True, check=False, env=environment, cwd=paths.RESOURCES.parent
    )


def _make(home: Path, practice: str) -> Path:
    """A practice of so many invented patients, made by the commands and open today; the largest on its busiest day."""
    file = home / f"{practice}.icm"
    everywhere = ["--database", str(file), "--user", USER, "--json"]
    orders = [["init", "--practice", "Larkspur Family Practice", "--time-zone", "America/New_York"]]
    if PRACTICES[practice]:
        crowded = ["--crowded"] if practice == "many" else []
        orders.append(["demo", "--patients", str(PRACTICES[practice]), "--seed", "7", "--open-today", *crowded])
    for order in orders:
        _run(home, "icm_desktop", *everywhere, *order, ICM_PASSWORD=SAMPLE_PASSWORD).check_returncode()
    return file
