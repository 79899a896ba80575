"""The program in a process of its own, worked by keys; afterwards it does what its standard input says.

Prints one line of JSON when everything was looked at (the worker processes), and one after each word: "lock", "quit".
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from icm_desktop import paths
from tests.cli.conftest import PASSWORD, USER
from tests.stories.person import Person
from ui import app
from ui.dialogs.action import ActionDialog
from ui.dialogs.print_preview import PrintPreview
from ui.preferences import Preferences

FAMILY, GIVEN, PROBLEM, TYPED = "Zyxwvutova", "Quorlane", "Grumblewort fever", "Frobnicate the inhaler"


def look_at_everything(person: Person) -> None:
    """Signs in, finds, opens the chart and its tabs, previews the page, and leaves a form half typed."""
    person.sign_in(USER, PASSWORD)
    person.find(FAMILY.lower())
    person.sees(f"{FAMILY.upper()}, {GIVEN}", PROBLEM)
    person.press(*["Ctrl+Tab"] * 4)
    person.press("Ctrl+P")
    preview = person.dialog(PrintPreview)
    person.until(lambda: preview.made is not None, "the page")
    preview.reject()
    person.no_dialog()
    person.press("Ctrl+N", "T")
    person.dialog(ActionDialog)
    person.write(TYPED)
    person.settle()


def main() -> None:
    """Do it, then follow standard input."""
    application = QApplication([])
    keeper = app.prepare(application, Preferences(paths.settings_file()))
    keeper.language.use("en")
    ended: list[bool] = []
    keeper.ended.connect(lambda: ended.append(True))
    person = Person(keeper, Path(sys.argv[1]))
    look_at_everything(person)
    _say(workers=[process.pid for process in multiprocessing.active_children()])
    for line in sys.stdin:
        if line.strip() == "lock":
            keeper.lock()
            person.settle()
            _say(workers=[process.pid for process in multiprocessing.active_children()])
        elif line.strip() == "quit":
            person.main.close()
            person.until(lambda: bool(ended), "the end")
            _say(workers=[])
            break


def _say(**what: object) -> None:
    os.write(1, (json.dumps(what) + "\n").encode())


if __name__ == "__main__":
    main()
