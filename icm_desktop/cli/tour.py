"""`tour`, and what `run` does on a computer without a screen."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.cli.output import Output, notice
from icm_desktop.errors import Invalid
from icm_desktop.words import say

_NO_LOOK = 2  # exit code of the tour


def tour_command(arguments: argparse.Namespace) -> Output:
    """Drive the real windows without a screen; write pictures and PDFs."""
    return _walk(arguments.out, arguments.looks, go_on=arguments.go_on)


def without_display() -> int:
    """Say that there is no screen, take the tour instead, say where its pictures are."""
    notice(say("cli.no_display"))
    output = _walk(paths.data_folder() / "tour")
    notice(output.text)
    return 0


def _walk(out: Path, looks: str = "", *, go_on: bool = False) -> Output:
    """The tour runs in a process of its own: this one never loads the window."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Invalid("cli.cannot_write", file=str(out), reason=error.strerror or "") from error
    words = [str(out.absolute()), *([looks] if looks else []), *(["go-on"] if looks and go_on else [])]
    command = [sys.executable, "-m", "ui.tour", *words]
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=False, cwd=paths.RESOURCES.parent)  # noqa: S603  our own words
    if ended.returncode == _NO_LOOK:
        raise Invalid("cli.tour_no_look", looks=looks)
    if ended.returncode != 0:
        raise Invalid("cli.tour_failed", out=str(out))
    return said(json.loads(ended.stdout), out, looks)


def said(document: dict[str, Any], out: Path, looks: str = "") -> Output:
    """What a tour ended with, in words.

    Raises:
        Invalid: cli.tour_looks_failed names the looks that did not get to their end, and the command that goes on.
    """
    if document.get("failed"):
        names = ", ".join(document["failed"])
        raise Invalid("cli.tour_looks_failed", names=names, out=str(out), looks=looks)
    lines = [say("cli.tour_done", pictures=len(document["pictures"]), pdfs=len(document["pdfs"]), out=str(out))]
    if not looks:
        lines += [*document["pictures"], *document["pdfs"]]
    return Output(document, "\n".join(lines))
