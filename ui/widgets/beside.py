"""A list with its details beside or beneath it, in shares that a person can move."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QWidget

from ui.theme import Theme


def beside(listed: QWidget, pane: QWidget, share: int, least: int) -> QSplitter:
    """A splitter with the list on the left.

    Args:
        listed: The list, or what stands in its place.
        pane: The details.
        share: Percent of the width for the pane.
        least: The pane's smallest width in pixels at the usual text size.
    """
    px = Theme.current().px
    made = QSplitter(Qt.Orientation.Horizontal)
    for part, wide in ((listed, 100 - share), (pane, share)):
        made.addWidget(part)
        made.setStretchFactor(made.count() - 1, wide)
        # The shares decide, not what each would like.
        part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    made.setChildrenCollapsible(False)
    pane.setMinimumWidth(px(least))
    made.setSizes([px((100 - share) * 10), px(share * 10)])
    return made


_SHARE_BESIDE = 0.4  # of the width


def beneath(splitter: QSplitter, room: QSize, pane: int, *, low: bool, share: float = _SHARE_BESIDE) -> None:
    """Give the pane beneath a list so many pixels of the height; in a low window it stands beside the list.

    Args:
        splitter: The list, then its pane.
        room: What both have together.
        pane: The height of the pane where it is beneath.
        low: Whether the window is too low for one over the other, as with large text.
        share: How much of the width is the pane's where it stands beside.
    """
    splitter.setOrientation(Qt.Orientation.Horizontal if low else Qt.Orientation.Vertical)
    whole, part = (room.width(), int(room.width() * share)) if low else (room.height(), pane)
    splitter.setSizes([whole - part, part])
