"""Envelopes: with the address for the mail, or with a first name only for what is handed over."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.letters import Box, Envelope, envelopes
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.letters import LettersMade, LettersRequest, Recipient
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import NotFound
from icm_desktop.reports.addressing import fitted
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH

_MM = INCH / 25.4
_SENDER_HEIGHT = 0.8  # of its place, so that the sender reads smaller than the address


def made(
    request: LettersRequest,
    inside: Sequence[Recipient],
    outside: tuple[Recipient, ...],
    sender: tuple[str, str],
    *,
    by_hand: bool,
) -> LettersMade:
    """An envelope for each.

    Args:
        request: `paper` is the id of the envelope.
        inside: Who gets one.
        outside: Who gets none.
        sender: Name and address of the practice; a name that tells what is treated there stays off.
        by_hand: Only the first name, no sender: it never leaves the building without the patient.

    Raises:
        NotFound: letters.no_envelope.
    """
    envelope = next((each for each in envelopes() if each.id == request.paper), None)
    if envelope is None:
        raise NotFound("letters.no_envelope")
    fonts, buffer = Fonts(), io.BytesIO()
    fonts.width("x", 12, bold=False)  # loads the font the page begins with
    size = (envelope.across * _MM, envelope.down * _MM)
    canvas = Canvas(buffer, pagesize=size, invariant=1, pageCompression=1, initialFontName=FIRST_FONT)
    canvas.setTitle("Envelopes")
    canvas.setCreator("ICM Desktop")
    for one in inside:
        _paint(canvas, fonts, envelope, envelope.to, _to(one, by_hand=by_hand))
        if not by_hand:
            _paint(canvas, fonts, envelope, envelope.sender, _from(sender), share=_SENDER_HEIGHT)
        canvas.showPage()
    canvas.save()
    return LettersMade(request.kind, envelope.id, buffer.getvalue(), len(inside), (), outside, fonts.squares)


def _to(one: Recipient, *, by_hand: bool) -> tuple[str, ...]:
    if by_hand:
        return (plain(one.head.preferred_name or one.head.given or one.head.family),)
    return (plain(" ".join(part for part in (one.head.given, one.head.family) if part)), *one.address)


def _from(sender: tuple[str, str]) -> tuple[str, ...]:
    name, address = sender
    telling = sensitive().text(name)
    return tuple(part for part in ("" if telling else name, *address.split(", ", 1)) if part)


def _paint(
    canvas: Canvas, fonts: Fonts, envelope: Envelope, box: Box, texts: Sequence[str], *, share: float = 1.0
) -> None:
    if texts:
        kind, lines = fitted(fonts, texts, box.width * _MM, box.height * _MM * share)
        kind.paint(canvas, lines, box.left * _MM, (envelope.down - box.top) * _MM)
