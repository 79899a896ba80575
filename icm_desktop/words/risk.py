"""The risk level: what errors tell."""

from __future__ import annotations

SENTENCES = {
    "risk.bad_level": "Choose a level from 1 to 6.",
    "risk.reason_missing": "Write why the level is another one than the points say.",
}
