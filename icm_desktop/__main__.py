"""Start the program: the window by default, a command when one is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from icm_desktop.cli import parser

_UNSEEN = {"offscreen", "minimal"}  # platforms of Qt without a screen


def main(argv: Sequence[str] | None = None) -> int:
    """Run with these words (default: the command line's); the exit code."""
    arguments = parser.build().parse_args(argv)
    if arguments.command is not None:
        from icm_desktop.cli import main as commands

        return commands.run(arguments)
    if not has_display():
        from icm_desktop.cli.tour import without_display

        return without_display()
    from ui.app import main as window

    return window(arguments)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS; on Linux with X or Wayland, or when Qt was told.

    Nowhere when Qt was told to draw where nobody sees it: the program would wait for somebody for ever.
    """
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _UNSEEN:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
