"""How long the page takes, against an empty page with the same fonts."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from icm_desktop.contracts.handouts import HandoutRequest
from tests.handouts.people import TODAY, made, maria
from tests.support import make_practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    return make_practice(tmp_path_factory.mktemp("handout"), today=TODAY)


def empty_page() -> bytes:
    """A page that says one word in each font."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, initialFontName="ICMPlain-Regular")
    for height, font in ((700, "ICMPlain-Regular"), (650, "ICMPlain-Bold")):
        canvas.setFont(font, 12)
        canvas.drawString(72, height, "empty")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_floor_empty_page(benchmark, practice):
    made(practice, maria(practice))  # loads the fonts
    assert {"ICMPlain-Regular", "ICMPlain-Bold"} <= set(pdfmetrics.getRegisteredFontNames())
    assert benchmark(empty_page).startswith(b"%PDF-")


@pytest.mark.parametrize("large", [False, True])
def test_next_steps(benchmark, practice, large):
    who = maria(practice)
    coordinator = practice.open()
    request = HandoutRequest(who, large_print=large)
    page = benchmark(coordinator.run, "reports.next_steps.render", request)
    assert page.pdf.startswith(b"%PDF-")
