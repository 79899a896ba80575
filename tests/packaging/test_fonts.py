"""The letters of printed pages: distinct, embeddable, readable back, and made from Inter as described."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from bake_fonts import FONTS, WEIGHTS, bake
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as PdfFont
from reportlab.pdfgen.canvas import Canvas

SPANISH = "Niño, ¿cuándo? ¡Mañana! Pingüino «O’Brien» Illinois 1-800-555-0111"


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_page_font_is_what_baking_inter_makes(weight: str, tmp_path: Path) -> None:
    assert bake(weight, tmp_path).read_bytes() == (FONTS / f"ICMPlain-{weight}.ttf").read_bytes()


def test_i_l_and_1_have_different_shapes_on_the_page() -> None:
    plain, inter = (TTFont(FONTS / f"{name}-Regular.ttf") for name in ("ICMPlain", "Inter"))
    shapes = [plain["glyf"][plain.getBestCmap()[ord(letter)]].getCoordinates(plain["glyf"])[0] for letter in "Il1"]
    assert len({tuple(shape) for shape in shapes}) == 3
    for letter in "Il\N{LATIN CAPITAL LETTER I WITH ACUTE}":
        assert plain.getBestCmap()[ord(letter)] != inter.getBestCmap()[ord(letter)]
    assert plain.getBestCmap()[ord("1")] == inter.getBestCmap()[ord("1")]


def test_a_changed_font_does_not_carry_inters_name_but_its_authors() -> None:
    names = TTFont(FONTS / "ICMPlain-Bold.ttf")["name"]
    assert {names.getDebugName(each) for each in (1, 4, 6)} == {"ICM Plain", "ICM Plain Bold", "ICMPlain-Bold"}
    assert "Inter Project Authors" in names.getDebugName(0)
    assert "Open Font License" in names.getDebugName(13)


def test_a_page_in_it_reads_back_as_written(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    pdfmetrics.registerFont(PdfFont("packaging-test", FONTS / "ICMPlain-Regular.ttf"))
    canvas = Canvas(str(file))
    canvas.setFont("packaging-test", 12)
    canvas.drawString(72, 720, SPANISH)
    canvas.save()
    document = pypdfium2.PdfDocument(file)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert text.strip() == SPANISH


def test_inter_and_arabic_cover_what_pages_are_written_in() -> None:
    plain = TTFont(FONTS / "ICMPlain-Regular.ttf").getBestCmap()
    assert not [letter for letter in SPANISH + "Tiếng Việt Ελλάδα Україна → ✓ • … – —" if ord(letter) not in plain]
    arabic = TTFont(FONTS / "NotoSansArabic-Regular.ttf").getBestCmap()
    assert not [letter for letter in "مرحبا، كيف حالك؟ ٥٠٠ 500 mg" if ord(letter) not in arabic]
