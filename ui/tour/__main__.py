"""`python -m ui.tour OUT [LOOKS]`: the tour as a process of its own; prints one JSON document with what it wrote."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path


def main(out: Path, looks: str = "") -> int:
    """Walk through the program in a home that is thrown away; pictures and pages go to `out`."""
    with tempfile.TemporaryDirectory(prefix="icm-tour-") as home:
        os.environ.update({"ICM_HOME": home, "QT_QPA_PLATFORM": "offscreen", "LANG": "en_US.UTF-8"})
        written = _looks(out, looks) if looks else _walk(out)
    print(json.dumps(written))  # noqa: T201  the document other programs read
    return 0


def _walk(out: Path) -> dict[str, object]:
    from PySide6.QtWidgets import QApplication

    from icm_desktop import paths
    from ui import app
    from ui.preferences import Preferences
    from ui.tour import chapters, sample, shared_plan
    from ui.tour.driver import Driver

    application = QApplication([sys.argv[0]])
    bundle = paths.RESOURCES / "content" / "sample" / "tour_bundle.json"
    preferences = Preferences(paths.settings_file())
    driver = Driver(app.prepare(application, preferences), out)
    try:
        chapters.walk(driver, bundle)
        shared_plan.walk(driver, chapters.PATIENT)
        sample.admin(driver)
        driver.keeper.end()
        application.closeAllWindows()  # or what is typed next goes to the window of before
        application.processEvents()
        driver.keeper = app.prepare(application, preferences)
        sample.walk(driver)
    finally:
        driver.keeper.end()
        application.processEvents()
    return {"out": str(out), "pictures": driver.pictures, "pdfs": driver.pdfs}


def _looks(out: Path, wanted: str) -> dict[str, object]:
    from PySide6.QtWidgets import QApplication

    from icm_desktop import paths
    from ui import app
    from ui.preferences import Preferences
    from ui.tour import looks
    from ui.tour.driver import Driver

    application = QApplication([sys.argv[0]])
    preferences = Preferences(paths.settings_file())
    driver = Driver(app.prepare(application, preferences), out)
    try:
        looks.walk(driver, lambda: app.prepare(application, preferences), wanted)
    finally:
        driver.keeper.end()
        application.processEvents()
    return {"out": str(out), "pictures": driver.pictures, "pdfs": []}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
