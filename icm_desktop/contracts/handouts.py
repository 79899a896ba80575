"""Pages for the patient."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes

NEXT_STEPS = "next-steps"
KINDS = (NEXT_STEPS, "my-plan", "medicines", "visits", "after-hospital", "what-to-do")
"""Every kind of page for a patient, in the order they are offered."""
WAITING, FOR_EMAIL = "waiting", "for_email"  # ways a page is kept, beside printed and saved


@dataclass(frozen=True, slots=True)
class HandoutRequest:
    """Make one page; `kind`: one of `KINDS`.

    `language`: en, es, another there are sentences in, or None for the patient's;
    `paper`: letter or a4; `large_print` None: as chosen for the patient.
    `sensitive_ids` are the sensitive items ("appointment:5", "plan_action:9", "goal:3", "medication:4")
    a coordinator ticked.
    `most_important` replaces the first sentence; it is typed in the page's language.
    `with_sheets`: what does not fit comes along on its own pages, and the page says so; else it says to ask for it.
    """

    patient_id: int
    kind: str = NEXT_STEPS
    language: str | None = None
    large_print: bool | None = None
    paper: str = "letter"
    sensitive_ids: tuple[str, ...] = ()
    most_important: str | None = None
    with_sheets: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a page says, as it is compared later: the section, whose record, a digest of what the record says.

    `until`: from when on it does not matter any more (ISO, UTC), such as the beginning of a visit.
    """

    section: str
    id: str
    digest: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be known of what a page says.

    `marked`: the sensitive lines as printed; `ticked`: ids of what was ticked for it; `own_lines`: what people typed
    for the patient, as printed; `substance_use`: the notice that goes with such records, empty without any.
    """

    facts: tuple[Fact, ...] = ()
    marked: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    own_lines: tuple[str, ...] = ()
    substance_use: str = ""


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class SensitiveItem:
    """An item that prints only when ticked."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What the person who prints should know: a code for the screen's sentence and the detail it names."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, verb first, in the page's language; a usual one comes from the program, not from the plan."""

    id: str
    text: str
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visit as the patient reads it: `day` is short for tables, `at` is the time inside a sentence.

    `title` is what the person is ("heart doctor"); what the record does not say is empty.
    """

    id: str
    day: str
    long_day: str
    time: str
    at: str
    who: str
    title: str
    why: str
    where: str
    phone: str
    bring: str


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """One medicine: name, what it is for, and either four amounts of the day (`grid`) or the directions in words."""

    id: str
    name: str
    purpose: str
    grid: tuple[str, str, str, str] | None
    words: str
    as_needed: bool


@dataclass(frozen=True, slots=True)
class FreeLine:
    """A text that has no version in the page's language, with a label that says what it belongs to.

    `of` is the id of that item ("medication:4"): when the item has no room, its line has none either.
    """

    label: str
    text: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call, each a whole sentence or empty: the named person with number, the hours, the number after hours."""

    line: str
    hours: str = ""
    after_hours: str = ""


@dataclass(frozen=True, slots=True)
class PageHead:
    """Whose page it is and how it is made, in the page's language.

    `phrases_confirmed`: by a person of the practice, as the phrases are now. `own_phrases`: the practice's own wording;
    `pictures`: with pictograms; `address`: a public one to scan, or empty. `fallen`: phrases of the content that the
    language does not have yet and that are said in English.
    """

    patient_name: str
    born: str
    printed: str
    interpreter: str
    practice: str
    language: str
    large_print: bool
    paper: str
    phrases_confirmed: bool
    pictures: bool = True
    address: str = ""
    own_phrases: tuple[tuple[str, str], ...] = ()
    fallen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextSteps:
    """Everything that could stand on "Your next steps", worded in the page's language, before it is fitted to paper."""

    head: PageHead
    most_important: str
    goal: str
    steps: tuple[Step, ...]
    visits: tuple[VisitLine, ...]
    medicines: tuple[MedicineLine, ...]
    medicines_incomplete: bool
    contact: Contact
    free_lines: tuple[FreeLine, ...]
    sensitive: tuple[SensitiveItem, ...]
    notices: tuple[Notice, ...]
    said: Said = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class HandoutMade:
    """The PDF and what to know of it: `overflow` names what did not fit, `not_in_language` the lines in the box.

    `overflow_kinds`: the pages that have what did not fit. `hard_lines`: own lines that are too hard to read.
    `words_version`: which sentences it is made of, such as "1", or "1+3" with 3 in the practice's own words.
    """

    pdf: bytes
    pages: int
    language: str
    large_print: bool
    paper: str
    not_in_language: tuple[str, ...]
    overflow: tuple[str, ...]
    sensitive: tuple[SensitiveItem, ...]
    notices: tuple[Notice, ...] = ()
    kind: str = NEXT_STEPS
    said: Said = NOTHING_SAID
    overflow_kinds: tuple[str, ...] = ()
    hard_lines: tuple[str, ...] = ()
    words_version: str | None = None


@dataclass(frozen=True, slots=True)
class HandoutText:
    """The same content for a screen reader, complete: plain text or one HTML page."""

    text: str
    language: str
    not_in_language: tuple[str, ...]
    sensitive: tuple[SensitiveItem, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepHandout:
    """Keep the exact PDF that was `how`: printed, saved, or waiting for a printer.

    `contact_id`: the contact person it is a copy for. `with_sensitive`: items that print only when ticked are on it.
    `shared_reason`: why they are given it although nothing on file lets them hear all of it.
    A printed page is handed out, a saved one is not until `services.handed_out.hand_out` says so.
    `too_hard_reason`: why it leaves with a line that is hard to read.
    """

    patient_id: int
    made: HandoutMade
    how: str
    contact_id: int | None = None
    with_sensitive: bool = False
    shared_reason: str | None = None
    too_hard_reason: str | None = None
    copies: int = 1


@dataclass(frozen=True, slots=True)
class CopyFor:
    """A contact person: may they have a copy, may they have one with sensitive items, and why (`sharing.*`)."""

    contact_id: int
    name: str
    allowed: bool
    why: str
    allowed_sensitive: bool
    why_sensitive: str


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """A page that was made. `handed_to`: patient, contact (`sent_to` names them), None: only saved or waiting.

    `outdated`: the sections that read differently today; `teach_back` said_right, explained, not_done.
    """

    id: int
    kind: str
    language: str
    large_print: bool
    pages: int
    how: str
    made_at: dt.datetime
    by: str
    sent_to: str | None = None
    handed_to: str | None = None
    teach_back: str | None = None
    teach_back_reason: str | None = None
    outdated: tuple[str, ...] = ()
    told_on: dt.date | None = None
    copies: int = 1
    words_version: str | None = None


@dataclass(frozen=True, slots=True)
class HandoutKept:
    """The page is kept."""

    id: int
    changes: Changes
