"""What a page looks like: pictograms with captions, contrast, a photocopy, distinct letters, an address to scan."""

from __future__ import annotations

import itertools

import pypdfium2 as pdfium
import pytest
from bake_fonts import FONTS
from fontTools.ttLib import TTFont
from PIL import Image, ImageOps
from reportlab.graphics.barcode.qr import QrCodeWidget

from db.models.practice import Practice
from icm_desktop.content.pictograms import pictograms
from icm_desktop.contracts.people import SavePractice
from icm_desktop.domain.public_address import public_address
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Role
from icm_desktop.reports.pictures import LARGE_SIDE, STANDARD_SIDE
from tests.handouts.people import made, maria
from tests.handouts.reading import page_texts, text

DARK_ENOUGH = 89  # of 255: #595959 on white is 7:1
COPIED = 140  # of 255: darker is black on the copy
SCALE = 200 / 72  # as a copier reads


@pytest.fixture(scope="module")
def who(practice) -> int:
    return maria(practice)


def pictures(pdf: bytes, scale: float = SCALE) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def drawn(pdf: bytes) -> int:
    """How many lines and areas the first page has."""
    document = pdfium.PdfDocument(pdf)
    try:
        return len(list(document[0].get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH])))
    finally:
        document.close()


def test_six_pictograms_fill_their_square_and_touch_no_edge():
    assert set(pictograms()) == {"morning", "noon", "evening", "bedtime", "telephone", "calendar"}
    for name, picture in pictograms().items():
        ends = [n for kind in ("lines", "shapes", "areas") for one in picture[kind] for n in one]
        ends += [at for x, y, r in picture["circles"] for at in (x - r, x + r, y - r, y + r)]
        ends += [at for x, y, w, h, _ in picture["boxes"] for at in (x, x + w, y, y + h)]
        assert min(ends) >= 2 and max(ends) <= 46, name
    assert STANDARD_SIDE >= 36 and LARGE_SIDE >= 36  # half an inch


@pytest.mark.parametrize("large", [False, True])
def test_pictograms_stand_over_the_times_of_the_day_and_beside_whom_to_call(practice, who, large):
    page = made(practice, who, kind="medicines", large_print=large)
    plain = _without_pictures(practice, who, large)
    assert drawn(page.pdf) > drawn(plain.pdf) + 30
    if not large:  # every picture has its words already
        assert text(page.pdf) == text(plain.pdf)
    for words in ("Morning", "7–9 AM", "Noon", "Evening", "Bedtime", "9–11 PM", "Who to call"):
        assert words in text(page.pdf)
    for picture in pictures(page.pdf):
        left, top, right, bottom = ImageOps.invert(picture.convert("L")).getbbox() or (0, 0, 0, 0)
        assert left >= 40 * SCALE and right <= (612 - 40) * SCALE and top >= 40 * SCALE and bottom <= (792 - 40) * SCALE


def _without_pictures(practice, who, large):
    _set(practice, pictures_on_pages=False)
    try:
        return made(practice, who, kind="medicines", large_print=large)
    finally:
        _set(practice, pictures_on_pages=None)


def _set(practice, **values):
    with practice.open().write("tests.practice") as uow:
        row = uow.session.query(Practice).one()
        for name, value in values.items():
            setattr(row, name, value)


@pytest.mark.parametrize(
    ("kind", "large"), list(itertools.product(("next-steps", "what-to-do", "visits"), (False, True)))
)
def test_a_page_is_black_on_white_and_survives_a_photocopy(practice, who, kind, large):
    for picture in pictures(made(practice, who, kind=kind, large_print=large).pdf):
        red, green, blue = picture.split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()  # no colour carries meaning
        dots = picture.convert("L").histogram()
        ink, kept = sum(dots[:200]), sum(dots[: COPIED + 1])  # what a copier keeps, one bit for each dot
        assert 0.6 <= kept / ink <= 1.0, (kept, ink)
        solid, faint = sum(dots[: DARK_ENOUGH + 1]), sum(dots[DARK_ENOUGH + 1 : 235])
        assert solid > faint  # edges of letters only: nothing is printed in grey


def test_copied_letters_keep_their_shapes(practice, who):
    """Strokes of every word are as dark after copying: each word's box keeps at least half of its ink."""
    page = made(practice, who)
    document = pdfium.PdfDocument(page.pdf)
    grey = document[0].render(scale=SCALE).to_pil().convert("L")
    height, words = document[0].get_size()[1], document[0].get_textpage()
    for index in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(index)
        box = (
            int(left * SCALE),
            int((height - top) * SCALE),
            int(right * SCALE) + 1,
            int((height - bottom) * SCALE) + 1,
        )
        part = grey.crop(box)
        dots = part.histogram()
        ink = sum(count * (255 - value) for value, count in enumerate(dots)) / 255
        copied = sum(dots[: COPIED + 1])
        assert ink == 0 or copied / ink > 0.5
    document.close()


def test_zero_is_plain_and_unlike_the_letter_o():
    for weight in ("Regular", "Bold"):
        font = TTFont(FONTS / f"ICMPlain-{weight}.ttf")
        zero, letter = (font["glyf"][font.getBestCmap()[ord(sign)]] for sign in "0O")
        assert zero.numberOfContours == 2  # an outer and an inner line: no dot, no slash
        assert zero.xMax - zero.xMin < 0.9 * (letter.xMax - letter.xMin)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("clinic.example", "https://clinic.example"), ("http://clinic.example/map", "http://clinic.example/map"),
        ("https://clinic.example/login", ""), ("https://portal.clinic.example", ""), ("https://a:b@clinic.example", ""),
        ("clinic.example/?patient=5", ""), ("clinic.example/#maria", ""), ("https://10.0.0.5/map", ""),
        ("https://clinic.example:8080", ""), ("javascript:alert(1)", ""), ("our clinic", ""), ("", ""), (None, ""),
        ("clinic.example/" + "a" * 200, ""), ("https://clinic.example\n/x", ""),
    ],
)  # fmt: skip
def test_only_a_public_address_can_be_scanned(said, address):
    assert public_address(said) == address


def test_the_code_is_off_until_the_practice_turns_it_on_and_says_its_address_in_words(practice, who):
    _set(practice, website="clinic.example/map")
    assert "clinic.example" not in text(made(practice, who).pdf)
    _set(practice, code_on_pages=True)
    for large in (False, True):
        page = made(practice, who, kind="visits", large_print=large)
        assert "More about us: clinic.example/map" in text(page.pdf)
        assert _scanned(page.pdf, "https://clinic.example/map")
    _set(practice, code_on_pages=None, website=None)
    refused = SavePractice("555-010-0100", None, None, None, clock_24_hours=False, website="clinic.example/login",
                           code_on_pages=True)  # fmt: skip
    with pytest.raises(Invalid) as why:
        practice.open(Role.ADMINISTRATOR).run("services.practice.save", refused)
    assert (why.value.code, why.value.field) == ("set_up.not_public", "website")


def _scanned(pdf: bytes, address: str) -> bool:
    """Whether a page holds the squares of exactly this address: each one looked for where it must be."""
    widget = QrCodeWidget(address, barLevel="M", barBorder=4)
    widget.draw()
    wanted = widget.qr.modules
    count = len(wanted)
    for picture in pictures(pdf, 4.0):
        grey = picture.convert("L")
        side = 64 * 4 / (count + 8)
        document_left = [54 * 4, round(43.2 * 4)]
        for left, top in itertools.product(document_left, range(grey.height - 64 * 4)):
            if all(_is_dark(grey, left, top, side, n, 0) == (n < 7) for n in range(8)) and all(
                _is_dark(grey, left, top, side, x, y) == bool(wanted[y][x]) for y in range(count) for x in range(count)
            ):
                return True
    return False


def _is_dark(grey: Image.Image, left: int, top: int, side: float, x: int, y: int) -> bool:
    """Whether a square of a code is black, behind the four white ones around it."""
    value = grey.getpixel((int(left + (4.5 + x) * side), int(top + (4.5 + y) * side)))
    assert isinstance(value, int)
    return value < 128


def test_name_and_birth_date_stand_on_each_page_and_the_footer_counts(practice, who):
    for kind, large in itertools.product(("next-steps", "medicines"), (False, True)):
        texts = page_texts(made(practice, who, kind=kind, large_print=large).pdf)
        for number, words in enumerate(texts, start=1):
            assert "Maria Lopez" in words and "March 4, 1958" in words and f"Page {number} of {len(texts)}" in words
