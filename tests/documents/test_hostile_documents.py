"""Documents made to do harm: they become words or a reason, nothing in them runs, is fetched or fills the memory."""

from __future__ import annotations

import socket

import pytest

from icm_desktop.domain.narrative import as_text
from icm_desktop.exchange.documents.extract import narrative, words
from icm_desktop.exchange.documents.unreadable import Unreadable

HTML = (
    b"<html><head><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/a'><base href='http://127.0.0.1:9/'>"
    b"<link rel=stylesheet href='http://127.0.0.1:9/s.css'></head><body onload='alert(1)'>"
    b"<iframe src='file:///etc/passwd'>inside</iframe><object data='http://127.0.0.1:9/o'></object>"
    b"<a href='javascript:alert(2)'>Seen link</a><p style='background:url(http://127.0.0.1:9/b)'>Seen words</p>"
    b"<svg><script>alert(3)</script></svg><img src=x onerror='alert(4)' alt='a scan'>"
    b"<form action='http://127.0.0.1:9/'><input value='typed'><textarea>area</textarea></form></body></html>"
)
RTF = (
    rb"{\rtf1\ansi{\object\objemb{\*\objclass Package}{\*\objdata 0105000002000000}{\result Seen result}}"
    rb"{\field{\*\fldinst INCLUDEPICTURE http://127.0.0.1:9/p.png}{\fldrslt }}"
    rb"{\field{\*\fldinst DDEAUTO c:\\windows\\cmd.exe}{\fldrslt Seen field}}"
    rb"{\*\template http://127.0.0.1:9/t.dot}{\*\unknowndest hidden}Seen words\par}"
)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*arguments):
        raise AssertionError(f"something was to be fetched: {arguments}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_html_gives_its_words_and_nothing_of_its_tricks():
    text = as_text(narrative("text/html", HTML))
    assert [word in text for word in ("Seen link", "Seen words", "[a scan]")] == [True] * 3
    assert [word in text for word in ("alert", "127.0.0.1", "passwd", "javascript", "inside")] == [False] * 5


def test_rtf_gives_its_words_and_nothing_of_what_is_embedded_or_linked():
    text = words("application/rtf", RTF)
    assert [word in text for word in ("Seen words", "Seen field")] == [True] * 2
    assert [word in text for word in ("127.0.0.1", "cmd.exe", "0105", "hidden", "Package")] == [False] * 5


@pytest.mark.parametrize(
    ("content_type", "data"),
    [
        ("application/rtf", rb"{\rtf1 " + b"{" * 200_000 + b"deep" + b"}" * 200_000 + b"}"),
        ("application/rtf", rb"{\rtf1\bin999999999 short}"),
        ("application/rtf", rb"{\rtf1\u99999999999999999999?\uc999999999 a}"),
        ("text/html", b"<div>" * 50_000 + b"deep"),
        ("text/html", b"<table>" * 3_000 + b"<tr><td colspan=999999999 rowspan=999999999>x"),
        ("text/html", b"<p " + b"a='b' " * 50_000 + b">words"),
        ("text/html", b"&" + b"amp;" * 100_000),
        ("text/xml", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ClinicalDocument>&x;</ClinicalDocument>'),
        ("text/xml", b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><ClinicalDocument>&b;</ClinicalDocument>'),
    ],
)
def test_what_is_made_to_overwhelm_a_reader_ends_in_words_or_a_reason(content_type, data):
    try:
        made = words(content_type, data)
    except Unreadable as error:
        made = error.reason
    assert "root:" not in made and len(made) <= len(data)
