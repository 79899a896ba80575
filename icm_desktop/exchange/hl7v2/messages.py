"""HL7 v2 files to messages: separators, escapes, repetitions, character sets, batches; nothing is guessed.

Source: HL7 v2.5.1, chapters 2 (messages, delimiters, escapes, batch protocol) and 2.A (data types).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from icm_desktop.exchange.fhir.reading import Unreadable

MOST_BYTES = 50_000_000
LONGEST_SEGMENT = 5_000_000
MOST_SEGMENTS = 20_000  # of one message
_STARTS = (b"MSH", b"FHS", b"BHS")
_FRAMES = bytes.maketrans(b"\x0b\x1c", b"\r\r")  # MLLP start and end
_BREAKS = re.compile(r"\r\n?|\n")
# HL7 table 0211, as far as single bytes and Unicode go.
_CHARACTER_SETS = {
    "": "", "ASCII": "ascii", "8859/1": "iso-8859-1", "8859/2": "iso-8859-2", "8859/5": "iso-8859-5",
    "8859/7": "iso-8859-7", "8859/9": "iso-8859-9", "8859/15": "iso-8859-15", "UNICODE": "utf-8",
    "UNICODE UTF-8": "utf-8", "UTF-8": "utf-8", "UTF8": "utf-8", "UNICODE UTF-16": "utf-16",
}  # fmt: skip
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class Separators:
    """The five letters a message says in its first segment."""

    field: str = "|"
    component: str = "^"
    repetition: str = "~"
    escape: str = "\\"
    sub: str = "&"


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment; fields are counted as HL7 counts them, from one."""

    name: str
    fields: tuple[str, ...]
    separators: Separators

    def raw(self, number: int) -> str:
        """A field as it stands; the null of HL7 ("") counts as empty."""
        found = self.fields[number] if number < len(self.fields) else ""
        return "" if found == '""' else found

    def repeats(self, number: int) -> list[str]:
        """Every repetition of a field that is not empty."""
        raw = self.raw(number)
        return [one for one in raw.split(self.separators.repetition) if one and one != '""'] if raw else []

    def get(self, number: int, component: int = 1, sub: int = 1) -> str:
        """A component of the first repetition of a field."""
        return self.part(next(iter(self.repeats(number)), ""), component, sub)

    def part(self, repetition: str, component: int = 1, sub: int = 1) -> str:
        """A component of a repetition, unescaped."""
        components = repetition.split(self.separators.component)
        found = components[component - 1] if component <= len(components) else ""
        subs = found.split(self.separators.sub)
        return unescaped(subs[sub - 1], self.separators).strip() if sub <= len(subs) and found != '""' else ""

    def text(self, number: int) -> str:
        """A whole field as text, repetitions on lines of their own."""
        return "\n".join(unescaped(one, self.separators) for one in self.repeats(number)).strip()


@dataclass(frozen=True, slots=True)
class Message:
    """One message and where it begins. `wrong`: why it cannot be read."""

    line: int
    segments: tuple[Segment, ...] = ()
    wrong: str = ""
    extra: tuple[str, ...] = field(default=())

    @property
    def head(self) -> Segment:
        """Its MSH."""
        return self.segments[0]


def looks_like_hl7(path: Path) -> bool:
    """Whether a file begins as a message or batch does."""
    with path.open("rb") as file:
        start = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip(b"\x0b\r\n\t ")
    return start.startswith(_STARTS) and len(start) > 4 and not start[3:4].isalnum() and start[3:4] not in b" \r\n"


def messages(path: Path) -> Iterator[Message]:
    """Every message of a file, in order; batches are opened.

    Raises:
        Unreadable: too large, no message, or an encoding that cannot be read.
    """
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    text = _decoded(path.read_bytes().removeprefix(b"\xef\xbb\xbf").translate(_FRAMES))
    lines: list[str] = []
    begun, found = 0, False
    for number, line in enumerate(_BREAKS.split(text), start=1):
        plain = line.strip("\x00 \t") if not line.startswith("MSH") else line
        if not plain or plain[:3] in ("FHS", "BHS", "BTS", "FTS"):
            continue
        if len(plain) > LONGEST_SEGMENT:
            raise Unreadable(f"Line {number} is longer than {LONGEST_SEGMENT:,} letters.")
        if plain.startswith("MSH"):
            if lines:
                yield _message(lines, begun)
            lines, begun, found = [], number, True
        elif not found:
            raise Unreadable(f"Line {number} stands before the first message (MSH).")
        lines.append(plain)
        if len(lines) > MOST_SEGMENTS:
            raise Unreadable(f"The message of line {begun} has more than {MOST_SEGMENTS:,} segments.")
    if not found:
        raise Unreadable("The file holds no HL7 v2 message.", skipped=True)
    yield _message(lines, begun)


def _decoded(data: bytes) -> str:
    """By the character set the first message names; without one as UTF-8, else as Western text."""
    start = data[data.find(b"MSH") :][:2000].split(b"\r")[0].split(b"\n")[0]
    fields = start.split(start[3:4]) if len(start) > 4 else []
    named = fields[17].split(b"~")[0].decode("ascii", "replace").strip().upper() if len(fields) > 17 else ""
    codec = _CHARACTER_SETS.get(named)
    if codec is None:
        raise Unreadable(f"The character set {named[:20]} cannot be read.")
    for each in (codec,) if codec not in ("", "ascii") else ("utf-8", "cp1252", "iso-8859-1"):
        try:
            return data.decode(each)
        except UnicodeDecodeError:
            continue
    raise Unreadable(f"The text is not in the character set it names ({named}).")


def _message(lines: list[str], begun: int) -> Message:
    head = lines[0]
    if len(head) < 8 or len(set(head[3:8])) < 4 or any(letter.isalnum() for letter in head[3:8]):
        return Message(begun, (), "its first segment does not say its separators")
    mark = head[3]
    told = head[4:].split(mark, 1)[0].ljust(4)
    separators = Separators(mark, *(letter if letter != " " else "" for letter in told[:4]))
    if not all((separators.component, separators.repetition, separators.escape)):
        return Message(begun, (), "its first segment does not say its separators")
    if not separators.sub:
        separators = Separators(mark, separators.component, separators.repetition, separators.escape, "\x00")
    segments, strange = [], []
    for line in lines:
        name = line[:3]
        if len(name) < 3 or not name.isalnum() or not name.isupper() or line[3:4] not in ("", mark):
            strange.append(line[:3])
            continue
        parts = line.split(mark)
        if name == "MSH":  # its first field is the separator itself
            parts = [name, mark, *parts[1:]]
        segments.append(Segment(name, tuple(parts), separators))
    return Message(begun, tuple(segments), extra=tuple(strange))


def unescaped(text: str, separators: Separators) -> str:
    """A text without its escapes: separators, line breaks, letters by their number; emphasis is left out."""
    mark = separators.escape
    if mark not in text:
        return text
    pieces = text.split(mark)
    made, at = [pieces[0]], 1
    while at < len(pieces):
        if at + 1 >= len(pieces):  # an escape that never ends is no escape
            made.append(mark + pieces[at])
            break
        made.append(_escaped(pieces[at], separators))
        made.append(pieces[at + 1])
        at += 2
    return "".join(made)


def _escaped(code: str, separators: Separators) -> str:
    plain = {
        "F": separators.field, "S": separators.component, "T": separators.sub, "R": separators.repetition,
        "E": separators.escape, "H": "", "N": "", ".br": "\n", ".BR": "\n", ".sp": "\n", ".ce": "\n",
    }  # fmt: skip
    if code in plain:
        return plain[code]
    if code[:1] == "X" and _HEX.fullmatch(code[1:]):
        data = bytes.fromhex(code[1:])
        try:
            return data.decode("utf-8").replace("\r", "\n")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace").replace("\r", "\n")
    return "" if code[:1] in (".", "C", "M", "Z") else code
