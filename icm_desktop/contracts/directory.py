"""The directory: people, places and services outside to whom this practice refers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from icm_desktop.changes import Changes


class EntryKind(StrEnum):
    """What an entry of the directory is."""

    PERSON = "person"
    PLACE = "place"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form of the directory holds. `what`: a person's specialty, a place's kind, a service's category.

    A person has `family`, `given`, `prefix`, `suffix` and `npi`; the others have `name`. `place_id` is where a person
    works or who offers a service.
    """

    kind: EntryKind
    name: str = ""
    family: str = ""
    given: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    npi: str | None = None
    what: str | None = None
    place_id: int | None = None
    phone: str | None = None
    more_phones: str | None = None
    fax: str | None = None
    email: str | None = None
    address: str | None = None
    website: str | None = None
    hours_text: str | None = None
    referral_how: str | None = None
    wait_text: str | None = None
    insurances: str | None = None
    languages: tuple[str, ...] = ()
    note: str | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One entry of the list; `imported` ones came with records from elsewhere. `alike`: others with this name or NPI.

    `closed`: taken out of the directory; it can be opened again.
    """

    kind: EntryKind
    id: int
    version: int
    name: str
    entry: Entry
    place: str | None = None
    phone: str | None = None
    fax: str | None = None
    imported: bool = False
    alike: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryFilter:
    """What of the directory is shown; `sort`: name, what, place, phone, fax, languages.

    `spoken`: words of the search that name a language on the screen, with its code. `closed`: those taken out alone.
    """

    search: str = ""
    spoken: tuple[tuple[str, str], ...] = ()
    kinds: frozenset[EntryKind] = frozenset()
    only_alike: bool = False
    closed: bool = False
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class SaveEntry:
    """Add (`entry_id` None) or change an entry. `not_duplicate`: the person looked at those alike and it is another."""

    entry_id: int | None
    expected_version: int
    entry: Entry
    not_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class RetireEntry:
    """Take an entry out of the directory, or open it again; referrals to it keep its name."""

    kind: EntryKind
    id: int
    expected_version: int


@dataclass(frozen=True, slots=True)
class EntrySaved:
    """An entry as it is now. `open_referrals`: how many still go to an entry that was taken out."""

    row: DirectoryRow
    open_referrals: int = 0
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class DirectoryFile:
    """Read a directory from a CSV file; nothing is kept until `keep`, with the `digest` the preview told."""

    path: str
    keep: bool = False
    digest: str = ""


class LineState(StrEnum):
    """What becomes of a line of a file."""

    NEW = "new"
    THERE = "there"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class FileLine:
    """One line of the file. `problem`: a code and its values, when it is wrong."""

    number: int
    state: LineState
    kind: EntryKind
    name: str
    what: str | None = None
    place: str | None = None
    phone: str | None = None
    problem: str = ""
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryRead:
    """What a file holds and what was kept of it; `places`: those that are added because lines name them."""

    lines: tuple[FileLine, ...]
    places: tuple[str, ...]
    digest: str
    kept: int = 0
    changes: Changes = field(default_factory=Changes)
