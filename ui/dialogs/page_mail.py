"""A page made ready for the person's own mail program, where the patient asked for it; nothing is sent from here."""

from __future__ import annotations

from pathlib import Path

from icm_desktop.contracts.handed_out import EmailWish
from icm_desktop.contracts.handouts import HandoutMade, HandoutText
from ui.private_file import write_private


def write_mail(folder: Path, made: HandoutMade, page: HandoutText, wish: EmailWish) -> tuple[Path, ...]:
    """The PDF, the page for screen readers, and the words of the mail: files that only this account can read.

    Raises:
        OSError: They cannot be written there.
    """
    files = (
        (folder / f"{made.kind}.pdf", made.pdf),
        (folder / f"{made.kind}.html", page.text.encode("utf-8")),
        (folder / "mail.txt", wish.words.encode("utf-8")),
    )
    for path, content in files:
        write_private(path, content)
    return tuple(path for path, _content in files)
