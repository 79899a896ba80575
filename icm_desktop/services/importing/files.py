"""Which files an import reads, and the account kept of each."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from icm_desktop.contracts.exchange import Counts, FileReport, LeftOut
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.exchange.fhir.types import MAPS, belongs_to_patients
from icm_desktop.exchange.fhir.unread import summed
from icm_desktop.exchange.formats import is_hl7
from icm_desktop.exchange.received import Received

READ, CREATED, UPDATED, UNCHANGED, NOT_UNDERSTOOD, REFUSED = range(6)
_READ = frozenset({".json", ".ndjson", ".jsonl", ".xml", ".csv"})
_MOST_LINES = 50_000  # refused lines of a list that are told one by one
_MOST_NOTES = 40


@dataclass(slots=True)
class ReadFile:
    """One file with its account. `told` is the path as given; `folder` is the same for files side by side.

    `unread`: how many resources of a type had an element that nothing looks at.
    `passed_over`: content digests of the copy that is used and of another that is not.
    """

    path: Path | Received
    told: str
    number: int
    folder: int
    status: str = "imported"
    reason: str | None = None
    counts: dict[str, list[int]] = field(default_factory=dict)
    notes: Counter[str] = field(default_factory=Counter)
    stamp: tuple[int, int] | None = None
    passed_over: set[tuple[bytes, bytes]] = field(default_factory=set)
    unread: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: list[tuple[int, str]] = field(default_factory=list)

    def now(self) -> tuple[int, int] | None:
        """Size and time of change, to see whether the file is still the one that was looked through."""
        if isinstance(self.path, Received):
            return 0, 0
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns

    def count(self, kind: str, what: int) -> None:
        """One more resource of a type of which this became."""
        self.counts.setdefault(kind, [0] * 6)[what] += 1

    def refuse(self, kind: str, reason: str, line: int = 0) -> None:
        """One more resource of a type that is refused; of a list the number of its line is kept."""
        self.count(kind, REFUSED)
        self.notes[reason] += 1
        if line and self.is_list and len(self.lines) < _MOST_LINES:
            self.lines.append((line, reason.removeprefix(f"Line {line}: ")))

    @property
    def is_list(self) -> bool:
        """Whether its lines have numbers that mean something to people."""
        return self.path.suffix.lower() == ".csv"

    def drop(self, status: str, reason: str) -> None:
        """The file is not used after all."""
        self.status, self.reason = status, reason
        self.counts.clear()
        self.unread.clear()
        self.notes.clear()
        self.lines.clear()

    def report(self) -> FileReport:
        """The account as it crosses to the window."""
        lines = [f"{line} ({times})" if times > 1 else line for line, times in self.notes.most_common(_MOST_NOTES)]
        if len(self.notes) > _MOST_NOTES:
            lines.append(f"{len(self.notes) - _MOST_NOTES} more remarks")
        return FileReport(
            self.told, self.status, self.reason, as_counts(self.counts), tuple(lines), tuple(sorted(self.lines))
        )


def as_counts(counts: dict[str, list[int]]) -> tuple[tuple[str, Counts], ...]:
    """Accounts by type, sorted."""
    return tuple((kind, Counts(*counts[kind])) for kind in sorted(counts))


def totals(files: Iterable[ReadFile]) -> dict[str, list[int]]:
    """The accounts of all files together."""
    found: dict[str, list[int]] = {}
    for file in files:
        for kind, counts in file.counts.items():
            found[kind] = [one + other for one, other in zip(found.get(kind, [0] * 6), counts, strict=True)]
    return found


def left_out(files: Iterable[ReadFile]) -> tuple[LeftOut, ...]:
    """What no screen shows: whole types, and of the others the elements that nothing looks at."""
    unread: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    for file in files:
        unread.update(file.unread)
        whole.update({kind: counts[READ] for kind, counts in file.counts.items() if kind not in MAPS})
    found = [LeftOut(line.kind, line.elements, line.count, line.why, True) for line in summed(unread)]
    for kind, count in whole.items():
        kept = belongs_to_patients(kind)
        found.append(LeftOut(kind, "", count, "type_not_read" if kept else "not_patient_data", kept))
    return tuple(sorted(found, key=lambda one: (one.kind, one.why, one.elements)))


def passed_over(files: Iterable[ReadFile]) -> dict[str, list[str]]:
    """Content digests {copy that is used: copies that are not}, as they are kept with the import."""
    found: dict[str, list[str]] = {}
    for used, other in sorted({pair for file in files for pair in file.passed_over}):
        found.setdefault(used.hex(), []).append(other.hex())
    return found


def gather(paths: Iterable[str]) -> list[ReadFile]:
    """Every file named, and every file in folders named, at any depth; hidden ones are left out.

    What cannot be opened, is no ordinary file or leads to another folder is in the list too, with its reason.

    Raises:
        Invalid: exchange.nothing_to_read when no path was given.
        NotFound: exchange.no_such_path with `path`.
    """
    told = list(paths)
    if not told:
        raise Invalid("exchange.nothing_to_read", field="paths")
    files: list[ReadFile] = []
    folders: dict[Path, int] = {}
    for name in told:
        # An empty name would mean the current folder: what a script meant when its variable was empty is not that.
        if not name.strip() or not os.path.exists(name):  # noqa: PTH110  Path.exists raises where it may not look
            raise NotFound("exchange.no_such_path", field="paths", path=name)
        for found, shown, problem in _files(Path(name), name):
            folder = folders.setdefault(found.parent.resolve(), len(folders))
            files.append(ReadFile(found, shown, len(files), folder))
            if problem is not None:
                files[-1].drop("refused", problem)
    for file in iterate(files):
        _skip_what_is_not_read(file)
    return files


def iterate(files: list[ReadFile]) -> Iterator[ReadFile]:
    """The files that are read."""
    return (file for file in files if file.status == "imported")


def _files(path: Path, told: str) -> Iterator[tuple[Path, str, str | None]]:
    """Files below a path, each as found, as told, and why it cannot be read when that is known already."""
    if not path.is_dir():
        yield path, told, _not_ordinary(path)
        return
    closed: list[OSError] = []
    for folder, below, names in os.walk(path, onerror=closed.append):
        links = [name for name in below if (Path(folder) / name).is_symlink()]
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted([*names, *links]):
            found = Path(folder) / name
            if not name.startswith("."):
                yield found, str(Path(told) / found.relative_to(path)), _not_ordinary(found)
    for error in closed:
        found = Path(error.filename or path)
        shown = str(Path(told) / found.relative_to(path))
        yield found, shown, f"The folder cannot be opened: {error.strerror or 'unknown reason'}."


def _not_ordinary(path: Path) -> str | None:
    """Reading a pipe or a device would wait for ever."""
    if path.is_dir():
        return "A link to another folder is not followed. Name that folder too."
    return None if path.is_file() else "This is not an ordinary file."


def _skip_what_is_not_read(file: ReadFile) -> None:
    suffix = file.path.suffix.lower()
    if isinstance(file.path, Received) or suffix in _READ:
        return
    start = _start(file.path)
    if not (start.startswith((b"{", b"[", b"<")) or is_hl7(file.path)):
        file.drop("skipped", "This is not a file of health data that can be read.")


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(256).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        return b"{"  # reading it will say why it cannot be read
