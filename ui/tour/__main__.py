"""`python -m ui.tour OUT [LOOKS [go-on]]`: the tour as a process of its own; prints what it wrote as JSON."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from ui.tour import looks

# The screen nobody sees: without being told it has 800 by 800 pixels, and dialogs shrink to that.
_SCREEN = {
    "name": "tour", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
}  # fmt: skip


def main(out: Path, wanted: str = "", go_on: str = "") -> int:
    """Walk through the program in a home that is thrown away; pictures and pages go to `out`. 2: no such look."""
    if wanted and not looks.chosen(wanted):
        return 2
    with tempfile.TemporaryDirectory(prefix="icm-tour-") as home:
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        platform = f"offscreen:configfile={screen}"
        os.environ.update({"ICM_HOME": home, "QT_QPA_PLATFORM": platform, "LANG": "en_US.UTF-8"})
        os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # what this platform cannot do is no news
        written = looks.walk(out, wanted, go_on=bool(go_on), tell=_tell) if wanted else _walk(out)
    print(json.dumps(written))  # noqa: T201  the document other programs read
    return 0


def _walk(out: Path) -> dict[str, object]:
    from PySide6.QtWidgets import QApplication

    from icm_desktop import paths
    from ui import app
    from ui.preferences import Preferences
    from ui.tour import chapters, exchange, sample, shared_plan
    from ui.tour.driver import Driver

    application = QApplication([sys.argv[0]])
    bundle = paths.RESOURCES / "content" / "sample" / "tour_bundle.json"
    hospital = bundle.with_name("tour_hospital.json")
    unreadable = Path(os.environ["ICM_HOME"]) / "discharge.xml"
    unreadable.write_text("<ClinicalDocument", encoding="utf-8")  # as a transfer that broke off leaves one
    preferences = Preferences(paths.settings_file())
    driver = Driver(app.prepare(application, preferences), out)
    try:
        chapters.walk(driver, bundle)
        shared_plan.walk(driver, chapters.PATIENT)
        exchange.walk(driver, hospital, unreadable)
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


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201  progress for a person


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:4]))
