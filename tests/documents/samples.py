"""Documents made for the tests: every form the reader knows, some broken on purpose."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

RTF = (
    rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial Cyr;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\*\generator Riched20 10.0;}{\info{\author Hidden Author}}"
    rb"\pard{\b Consult note}\par Mu\'f1oz, Jos\u233?: caf\'e9\emdash ok\line next\par"
    rb"{\v hidden words}{\field{\*\fldinst HYPERLINK http://x}{\fldrslt seen link}}\par"
    rb"{\f1 \'cf\'f0\'e8}\par{\pict\wmetafile8 0102030405}\{braced\}\tab end\par}"
)

HTML = (
    b"<html><head><title>t</title><style>p{color:red}</style><script>alert(1)</script></head><body><h1>Visit</h1>"
    b"<p>Blood pressure <b>high</b><br>again<p>Second &amp; last<ul><li>one<li>two</ul>"
    b"<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Metformin<td>500 mg</table>"
    b"<img src='file:///etc/passwd' alt='chart of weights'></body></html>"
)

CCDA = (
    b'<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Consult note</title>'
    b"<component><structuredBody><component><section><title>Assessment</title><text>"
    b'<paragraph>Heart failure, <content styleCode="Bold">stable</content>.</paragraph>'
    b'<list listType="ordered"><item>Weigh daily</item><item>Less salt</item></list></text>'
    b"<component><section><title>Medicines</title><text><table><thead><tr><th>Drug</th><th>Dose</th></tr></thead>"
    b'<tbody><tr><td rowspan="2">Furosemide</td><td>20 mg</td></tr><tr><td>at 8</td></tr></tbody></table></text>'
    b"</section></component></section></component></structuredBody></component></ClinicalDocument>"
)


def pdf(*pages: str) -> bytes:
    """A PDF with these words, one page each."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=True)
    for words in pages:
        for line, text in enumerate(words.split("\n")):
            canvas.drawString(72, 720 - 16 * line, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def wrapped(content_type: str, coded: str) -> bytes:
    """A C-CDA document that only carries a file."""
    return (
        '<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody>'
        f'<text mediaType="{content_type}" representation="B64">{coded}</text>'
        "</nonXMLBody></component></ClinicalDocument>"
    ).encode()
