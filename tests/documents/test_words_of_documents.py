"""The words of documents of every form: for search, and for the reader."""

from __future__ import annotations

import base64
import html

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from icm_desktop.domain.document_forms import DocumentForm, form_of, suffix_of, type_of_name
from icm_desktop.domain.narrative import Heading, Listing, Passage, Table, as_text
from icm_desktop.exchange.documents.extract import narrative, opened, plain_text, words
from icm_desktop.exchange.documents.letters import clean, decode
from icm_desktop.exchange.documents.unreadable import Unreadable
from tests.documents import samples

UNSEEN = {chr(code) for code in (*range(9), *range(11, 32), 127)}
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_rtf_becomes_its_words_in_every_code_page() -> None:
    text = words("application/rtf", samples.RTF)
    assert text.split("\n") == [
        *("Consult note", "Muñoz, José: café—ok", "next", "seen link", "При", "{braced}\tend"),
    ]


def test_binary_data_in_rtf_is_passed_over() -> None:
    assert words(None, rb"{\rtf1 a{\pict\bin4 {}}\x7d}b\par}".replace(rb"\x7d", b"}")) == "ab"


def test_html_is_shown_without_running_or_fetching_anything() -> None:
    made = narrative("text/html", samples.HTML)
    assert made.blocks[0] == Heading("Visit", 2)
    text = as_text(made)
    assert "alert" not in text and "color" not in text and "passwd" not in text
    assert text.split("\n") == [
        *("Visit", "Blood pressure high", "again", "Second & last", "- one", "- two"),
        *("Drug | Dose", "Metformin | 500 mg", "[chart of weights]"),
    ]
    assert made.left_out == 1


def test_ccda_sections_keep_their_order_depth_and_looks() -> None:
    made = narrative("text/xml", samples.CCDA)
    assert [type(block) for block in made.blocks] == [Heading, Heading, Passage, Listing, Heading, Table]
    assert [block.level for block in made.blocks if isinstance(block, Heading)] == [1, 2, 3]
    paragraph, listing, table = made.blocks[2], made.blocks[3], made.blocks[5]
    assert isinstance(paragraph, Passage) and [span.bold for span in paragraph.spans] == [False, True, False]
    assert isinstance(listing, Listing) and listing.ordered and len(listing.items) == 2
    assert isinstance(table, Table) and table.rows[0][0].header and table.rows[1][0].rows == 2


def test_a_ccda_that_only_carries_a_file_shows_that_file() -> None:
    inner = samples.pdf("Echo report")
    whole = samples.wrapped("application/pdf", base64.b64encode(inner).decode())
    assert opened("text/xml", whole) == ("application/pdf", inner)
    assert words("text/xml", whole) == "Echo report"


def test_pdf_pages_come_in_order() -> None:
    assert words(None, samples.pdf("First page", "Second page")) == "First page\n\nSecond page"


@pytest.mark.parametrize(
    ("data", "content_type", "expected"),
    [
        ("Muñoz".encode(), None, "Muñoz"),
        ("Muñoz".encode("cp1252"), "text/plain", "Muñoz"),
        ("Прием".encode("cp1251"), "text/plain; charset=windows-1251", "Прием"),
        ("Muñoz note".encode("utf-16"), None, "Muñoz note"),
        ("Plain note".encode("utf-16-le"), None, "Plain note"),
        (b"\xef\xbb\xbfmark", None, "mark"),
        (b"a\r\nb\rc\x0cd\x00\x1b", None, "a\nb\nc\nd"),
        (b"\x81 odd", "text/plain", "odd"),
    ],
)
def test_the_encoding_of_plain_text_is_found(data: bytes, content_type: str | None, expected: str) -> None:
    assert clean(decode(data, content_type)).strip() == expected


def test_columns_of_plain_text_stay_in_line_and_nothing_turns_the_line_around() -> None:
    assert clean("Na   140\n K\t4.1\u202e") == "Na   140\n K\t4.1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 broken", "documents.damaged"),
        (b"<ClinicalDocument><component>", "documents.damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "documents.unsafe"),
        (b"<a>" * 2000 + b"</a>" * 2000, "documents.unsafe"),
    ],
)
def test_what_cannot_be_read_says_why_and_has_no_words(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        words("text/xml" if data.startswith(b"<") else None, data)
    assert refused.value.reason == reason
    assert plain_text("text/xml" if data.startswith(b"<") else None, data) is None


@pytest.mark.parametrize(
    ("content_type", "data", "form"),
    [
        ("text/plain", b"%PDF-1.4", DocumentForm.PDF),
        ("application/octet-stream", b"{\\rtf1 a}", DocumentForm.RTF),
        ("application/pdf", b"\x89PNG\r\n\x1a\n", DocumentForm.IMAGE),
        (None, b"\xff\xd8\xff\xe0", DocumentForm.IMAGE),
        (None, b"<?xml version='1.0'?><a/>", DocumentForm.XML),
        ("text/plain", b"< 5 mg/dL", DocumentForm.TEXT),
        (None, b"<div>a</div>", DocumentForm.HTML),
        ("text/html", b"hello", DocumentForm.HTML),
        ("application/msword", b"\xd0\xcf\x11\xe0", DocumentForm.UNKNOWN),
        (None, b"PK\x03\x04", DocumentForm.UNKNOWN),
        (None, b"", DocumentForm.UNKNOWN),
    ],
)
def test_the_form_is_told_by_the_bytes(content_type: str | None, data: bytes, form: DocumentForm) -> None:
    assert form_of(content_type, data) is form


def test_names_of_files_tell_types_and_back() -> None:
    assert type_of_name("Scan 1.TIF") == "image/tiff" and type_of_name("noname") is None
    assert suffix_of("text/xml", samples.CCDA) == ".xml" and suffix_of(None, b"\xff\xd8\xff") == ".jpg"


@CALM
@example(b"\x7f", "text/xml")
@given(st.binary(max_size=300), st.sampled_from([None, "text/html", "text/plain", "application/rtf", "text/xml"]))
def test_any_bytes_give_words_or_a_reason(data: bytes, content_type: str | None) -> None:
    found, reason = _words_or_reason(content_type, data)
    assert reason in {None, "documents.damaged", "documents.unsafe", "documents.password"}
    assert found == found.strip() and not set(found) & UNSEEN
    assert plain_text(content_type, data) == (found or None)


def _words_or_reason(content_type: str | None, data: bytes) -> tuple[str, str | None]:
    try:
        return words(content_type, data), None
    except Unreadable as refused:
        return "", refused.reason


@CALM
@given(st.lists(st.sampled_from([b"{", b"}", b"\\b", b"\\'e9", b"\\u8364?", b"a ", b"\\bin3 ", b"\\*", b"\\v", b"\\"])))
def test_any_rtf_gives_what_stands_in_it_and_no_more(parts: list[bytes]) -> None:
    found = words(None, b"{\\rtf1 first " + b"".join(parts))
    assert found.startswith("first")
    written = set(b"".join(parts).decode()) | set("first")
    assert set(found) <= written | {" ", "\n"} | ({"é"} if b"\\'e9" in parts else set()) | {"€"}


@CALM
@given(st.text(alphabet="<>/abdhilprt1 =\"'&;", max_size=200))
def test_any_html_gives_what_stands_in_it_and_no_more(text: str) -> None:
    found = as_text(narrative("text/html", text.encode()))
    assert set(found) <= set(text) | set(html.unescape(text)) | set("\n -|[].0123456789")
    if "<" not in text:
        assert found.split() == html.unescape(text).split()
