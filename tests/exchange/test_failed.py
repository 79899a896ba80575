"""What failed stands in one list with its files and the reason until it was read again or set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from icm_desktop.contracts.exchange import ImportRequest, UndoImport
from icm_desktop.contracts.exchange_rows import Slice
from icm_desktop.errors import Conflict, JobCancelled, NotFound
from icm_desktop.words import say
from tests.exchange.conftest import condition, patient, run


class Meddling:
    """Progress of an import during which something happens to its file, or somebody stops it."""

    def __init__(self, path: Path, *, stop: bool = False) -> None:
        self._path, self._stop = path, stop

    def step(self, done: int, total: int) -> None:
        if not done:
            return
        if self._stop:
            raise JobCancelled("job.cancelled")
        self._path.write_text("{", encoding="utf-8")


def failed(practice):
    return practice.run("queries.exchange_failed.failed", Slice()).rows


def read_again(practice, row, *paths):
    request = ImportRequest(tuple(map(str, paths)) or row.paths, again_of=row.id)
    return practice.run("services.exchange.import_files", request)


@pytest.fixture
def broken(practice, write):
    """An import that broke off because its file changed meanwhile."""
    path = Path(write("a.json", patient(), condition()))
    whole = path.read_text(encoding="utf-8")
    with pytest.raises(Conflict, match=r"exchange\.file_changed"):
        practice.run("services.exchange.import_files", ImportRequest((str(path),)), progress=Meddling(path))
    path.write_text(whole, encoding="utf-8")
    return path


def test_an_import_that_broke_off_says_why_and_is_read_again(practice, broken):
    (row,) = failed(practice)
    assert (row.state, row.paths, row.why) == ("failed", (str(broken),), "exchange.file_changed")
    assert str(broken) in say(row.why, **dict(row.params))
    report = read_again(practice, row)
    assert report.patients == 1
    assert failed(practice) == ()


def test_when_that_import_is_taken_back_the_failure_stands_again(practice, broken):
    report = read_again(practice, failed(practice)[0])
    practice.run("services.exchange.undo_import", UndoImport(report.id))
    assert len(failed(practice)) == 1


def test_what_somebody_stopped_is_no_failure(practice, write):
    path = Path(write("a.json", patient(), condition()))
    with pytest.raises(JobCancelled):
        practice.run("services.exchange.import_files", ImportRequest((str(path),)), progress=Meddling(path, stop=True))
    assert failed(practice) == ()


def test_refused_files_of_an_import_are_listed_with_the_reason_of_each(practice, write, tmp_path):
    good = write("good.json", patient())
    wrong = [tmp_path / "one.json", tmp_path / "two.xml"]
    for path in wrong:
        path.write_text("{" if path.suffix == ".json" else "<Patient", encoding="utf-8")
    run(practice, good, *wrong)
    (row,) = failed(practice)
    assert [path for path, _ in row.files] == list(row.paths) == [str(path) for path in wrong]
    assert all(len(reason.split()) > 3 for _, reason in row.files) and row.refused == 2
    wrong[0].write_text(Path(good).read_text(encoding="utf-8"), encoding="utf-8")
    read_again(practice, row, wrong[0])
    assert failed(practice) == ()


def test_setting_aside_is_undone_and_does_not_stand_in_the_way_of_taking_back(practice, tmp_path, write):
    wrong = tmp_path / "one.json"
    wrong.write_text("{", encoding="utf-8")
    report = run(practice, write("a.json", patient()), wrong)
    done = practice.run("services.exchange.set_aside", report.id)
    assert failed(practice) == ()
    with pytest.raises(Conflict, match=r"exchange\.set_aside_already"):
        practice.run("services.exchange.set_aside", report.id)
    with pytest.raises(NotFound):
        practice.run("services.exchange.set_aside", 99)
    practice.run("services.history.undo", done.changes.action_id)
    assert len(failed(practice)) == 1
    assert report.id is not None
    practice.run("services.exchange.undo_import", UndoImport(report.id))
    assert failed(practice) == ()
