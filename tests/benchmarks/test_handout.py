"""How long the page takes, against an empty page with the same fonts."""

from __future__ import annotations

import io
import json
import subprocess
import sys

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


def test_five_hundred_pages_in_a_batch_need_no_more_memory_than_twenty(request, figures, tmp_path):
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    command = [sys.executable, "-m", "tests.benchmarks.page_batch", str(tmp_path), "500"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    remark = f"{told['before_mb']} MB after 20 pages, {told['peak_mb']} MB at most"
    figures("a page made, kept and noted, 500 in a batch", told["seconds_each"] * 1000, None, remark)
    assert told["seconds_each"] <= 0.15
    assert told["peak_mb"] - told["before_mb"] <= 40  # the database keeps pages of its file at hand
