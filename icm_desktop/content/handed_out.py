"""For how long pages that were handed out are compared: `resources/content/paper/handed_out.toml`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked

FILE = paths.RESOURCES / "content" / "paper" / "handed_out.toml"


@dataclass(frozen=True, slots=True)
class HandedOut:
    """How long a page is compared with the records, and how long a medicine that was started is a new one."""

    compared: dt.timedelta
    new_medicine: dt.timedelta


@cache
def handed_out() -> HandedOut:
    """The shipped spans."""
    raw = checked(FILE, "handed_out")
    return HandedOut(dt.timedelta(days=raw["compared_days"]), dt.timedelta(days=raw["new_medicine_days"]))
