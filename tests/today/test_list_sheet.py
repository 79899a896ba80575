"""A list on paper: every row, over as many pages as needed, whatever names say."""

from __future__ import annotations

import io

from pypdf import PdfReader

from icm_desktop.contracts.list_sheets import ListSheet

COLUMNS, SHARES = ("Due", "Patient", "Phone", "What"), (0.15, 0.27, 0.17, 0.41)
NAMES = ("O'BRIEN, Ana", "<b>SMITH</b>, Bo & Co", "مريم, حسن", "W" * 60 + ", Ñandú")


def pages(desk, *rows, language="en"):
    request = ListSheet("Follow-up · Fri 20-Nov-2026", COLUMNS, SHARES, rows, language=language)
    pdf = desk.run("reports.list_sheet.render", request)
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def row(name, number=1):
    return (
        ("Overdue", "2 d late"),
        (name, f"04-Mar-1958 · {number:06}"),
        ("555-010-0142", "evenings"),
        ("Call", "why"),
    )


def test_names_of_any_kind_stand_whole_on_the_page(desk):
    (page,) = pages(desk, *(row(name) for name in NAMES))
    for words in ("O'BRIEN, Ana", "<b>SMITH</b>, Bo & Co", "Ñandú", "555-010-0142", "rows: 4"):
        assert words in page
    assert page.count("W") >= 60
    assert "Follow-up · Fri 20-Nov-2026" in page and "by Fred Desk, page 1" in page


def test_a_long_list_goes_on_with_its_heading_and_no_row_is_lost(desk):
    found = pages(desk, *(row("LOPEZ, Maria", number) for number in range(500)))
    assert len(found) > 10
    for number, page in enumerate(found, start=1):
        assert "Follow-up · Fri 20-Nov-2026" in page and f"page {number}" in page and "Patient" in page
    assert all(any(f"{number:06}" in page for page in found) for number in range(500))


def test_an_empty_list_says_so_and_spanish_is_spanish(desk):
    assert "Nothing is on this list." in pages(desk)[0]
    (page,) = pages(desk, row("RUIZ, Ben"), language="es")
    assert "Impreso 20-nov-2026" in page and "filas: 1" in page and "Printed" not in page
