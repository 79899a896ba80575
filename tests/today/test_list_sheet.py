"""A list on paper: every row, over as many pages as needed, whatever names say."""

from __future__ import annotations

import io

from pypdf import PdfReader

from icm_desktop.contracts.list_sheets import ListSheet

COLUMNS, SHARES = ("Due", "Patient", "Phone", "What"), (14, 28, 17, 41)
NAMES = ("O'BRIEN, Ana", "<b>SMITH</b>, Bo & Co", "مريم, حسن", "W" * 60 + ", Ñandú")


def pages(desk, *rows):
    request = ListSheet(
        "Follow-up · Fri 20-Nov-2026", (f"{len(rows)} rows",), COLUMNS, SHARES, rows, "", "Printed by Fred Desk",
        "page {page} of {pages}",
    )  # fmt: skip
    pdf = desk.run("reports.list_sheet.render", request).pdf
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def row(name, number=1):
    return ("Overdue\n2 d late", f"{name}\n04-Mar-1958 · {number:06}", "555-010-0142\nevenings", "Call\nwhy")


def test_names_of_any_kind_stand_whole_on_the_page(desk):
    (page,) = pages(desk, *(row(name) for name in NAMES))
    for words in ("O'BRIEN, Ana", "<b>SMITH</b>, Bo & Co", "Ñandú", "555-010-0142", "4 rows"):
        assert words in page
    assert page.count("W") >= 60
    assert "Follow-up · Fri 20-Nov-2026" in page and "Printed by Fred Desk · page 1 of 1" in page


def test_a_long_list_goes_on_with_its_heading_and_no_row_is_lost(desk):
    found = pages(desk, *(row("LOPEZ, Maria", number) for number in range(500)))
    assert len(found) > 10
    for number, page in enumerate(found, start=1):
        assert "Follow-up · Fri 20-Nov-2026" in page and f"page {number} of {len(found)}" in page and "Patient" in page
    assert all(any(f"{number:06}" in page for page in found) for number in range(500))
