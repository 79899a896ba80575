"""Small PDF and RTF files of plain sentences, made by hand, the same every time."""

from __future__ import annotations

_WIDTH, _LINES = 88, 54  # letters a line, lines a page


def pdf(text: str) -> bytes:
    """A PDF of plain text in Helvetica, letter size, as many pages as it takes.

    Source: ISO 32000-1, 7.5 (file structure) and 9 (text).
    """
    lines = _wrapped(text)
    pages = [lines[start : start + _LINES] for start in range(0, len(lines), _LINES)] or [[]]
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, page in enumerate(pages):
        body = _page(page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * place} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def _page(lines: list[str]) -> bytes:
    shown = b"".join(b"(%s) Tj T*\n" % _escaped(line) for line in lines)
    return b"BT /F1 11 Tf 13 TL 60 730 Td\n" + shown + b"ET"


def _escaped(line: str) -> bytes:
    raw = line.encode("cp1252", errors="replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _wrapped(text: str) -> list[str]:
    found: list[str] = []
    for line in text.strip().splitlines():
        row = ""
        for word in line.split(" "):
            if row and len(row) + 1 + len(word) > _WIDTH:
                found.append(row)
                row = word
            else:
                row = f"{row} {word}" if row else word
        found.append(row)
    return found


def rtf(text: str) -> bytes:
    """An RTF file of plain text.

    Source: Rich Text Format Specification 1.9.1 (control words rtf1, ansi, par, u).
    """
    lines = "\\par\n".join("".join(map(_rtf_letter, line)) for line in text.strip().splitlines())
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Helvetica;}}}}\\f0\\fs22 {lines}\\par}}".encode("ascii")


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    return letter if letter.isascii() else f"\\u{ord(letter) if ord(letter) < 0x8000 else ord(letter) - 0x10000}?"
