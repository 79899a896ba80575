"""The head of a document: whose it is, who wrote and keeps it, who gets it, who takes care (US Realm Header)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icm_desktop.exchange.ccda.writing.markup import NOTHING, Markup, el, joined, plain
from icm_desktop.exchange.ccda.writing.parts import (
    R2_1,
    coded,
    during,
    loinc,
    moment,
    person_name,
    template,
)
from icm_desktop.exchange.fhir.values import Json, codings, obj, objs, text, texts

_GENDERS = {"male": ("M", "Male"), "female": ("F", "Female"), "other": ("UN", "Undifferentiated")}
_GENDER_SYSTEM = "2.16.840.1.113883.5.1"
_USES = {"home": "HP", "work": "WP", "mobile": "MC", "temp": "TMP"}
_NAME_USES = {"official": "L", "usual": "C", "nickname": "P"}
_NUMBERS = {
    "http://hl7.org/fhir/sid/us-npi": "2.16.840.1.113883.4.6",
    "http://hl7.org/fhir/sid/us-ssn": "2.16.840.1.113883.4.1",
    "http://hl7.org/fhir/sid/us-medicare": "2.16.840.1.113883.4.572",
}
_SCHEMES = {"phone": "tel", "sms": "tel", "fax": "fax", "email": "mailto", "url": ""}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its template, code and title."""

    template: str
    code: str
    display: str
    title: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every document says of itself. `root`: the numbers of this practice; `at`: instant of writing.

    `receiver`: who gets it; `notice`: what the law says about passing it on, where it holds what needs that.
    """

    number: str
    root: str
    at: str
    practice: str
    phone: str | None
    address: str | None
    author: str
    receiver: str | None
    notice: str | None = None
    language: str = "en-US"


def header(kind: Kind, head: Head, patient: Json, members: Sequence[Markup]) -> Markup:
    """Everything before the body."""
    secret = ("R", "Restricted") if head.notice else ("N", "Normal")
    return joined(
        [
            el("realmCode", code="US"),
            el("typeId", root="2.16.840.1.113883.1.3", extension="POCD_HD000040"),
            template("22.1.1", R2_1),
            template(kind.template, R2_1),
            el("id", root=head.number),
            loinc("code", kind.code, kind.display),
            el("title", kind.title),
            moment("effectiveTime", head.at),
            el("confidentialityCode", code=secret[0], codeSystem="2.16.840.1.113883.5.25", displayName=secret[1]),
            el("languageCode", code=head.language),
            _record_target(patient, head),
            _author(head),
            _custodian(head),
            _receiver(head),
            _served(head, members),
        ]
    )


def _record_target(patient: Json, head: Head) -> Markup:
    numbers = [found for one in objs(patient.get("identifier")) if (found := _identifier(one))]
    gender = _GENDERS.get(str(patient.get("gender")))
    sex = (
        el("administrativeGenderCode", code=gender[0], codeSystem=_GENDER_SYSTEM, displayName=gender[1])
        if gender
        else (el("administrativeGenderCode", nullFlavor="UNK"))
    )
    unknown = {"codeSystem": None, "nullFlavor": "UNK"}
    who = el(
        "patient",
        *(_name(one) for one in objs(patient.get("name"))),
        sex,
        moment("birthTime", text(patient.get("birthDate"))),
        _background(patient, "race", "raceCode") or el("raceCode", **unknown),
        _background(patient, "ethnicity", "ethnicGroupCode") or el("ethnicGroupCode", **unknown),
        *_languages(patient),
    )
    role = el(
        "patientRole",
        *(numbers or [el("id", root=head.root, extension=str(patient["id"]))]),
        *(addresses(patient) or [el("addr", nullFlavor="UNK")]),
        *(telecoms(patient) or [el("telecom", nullFlavor="UNK")]),
        who,
    )
    return el("recordTarget", role)


def _identifier(one: Json) -> Markup:
    """A number whose system C-CDA can name; others stay in FHIR."""
    system, value = str(one.get("system") or ""), text(one.get("value"))
    plain = next((system.removeprefix(each) for each in ("urn:oid:", "urn:uuid:") if system.startswith(each)), None)
    root = plain or _NUMBERS.get(system)
    return el("id", root=root, extension=value) if root and value else NOTHING


def _name(one: Json) -> Markup:
    parts = [
        *(el("prefix", part) for part in texts(one.get("prefix"))),
        *(el("given", part) for part in texts(one.get("given"))),
    ]
    family = text(one.get("family"))
    parts += [el("family", family)] if family else []
    parts += [el("suffix", part) for part in texts(one.get("suffix"))]
    return el("name", *(parts or [plain(text(one.get("text")) or "")]), use=_NAME_USES.get(str(one.get("use"))))


def _background(patient: Json, what: str, name: str) -> Markup:
    for one in objs(patient.get("extension")):
        if str(one.get("url")).endswith(f"us-core-{what}"):
            for part in objs(one.get("extension")):
                value = obj(part.get("valueCoding"))
                if value.get("code"):
                    system = "2.16.840.1.113883.6.238"
                    return el(name, code=value["code"], codeSystem=system, displayName=text(value.get("display")))
    return NOTHING


def _languages(patient: Json) -> Iterable[Markup]:
    for one in objs(patient.get("communication")):
        code = next((text(each.get("code")) for each in codings(one.get("language"))), None)
        if code:
            preferred = "true" if one.get("preferred") is True else "false"
            yield el("languageCommunication", el("languageCode", code=code), el("preferenceInd", value=preferred))


def addresses(resource: Json) -> list[Markup]:
    """Every address of somebody."""
    made = []
    for one in objs(resource.get("address")):
        parts = [el("streetAddressLine", line) for line in texts(one.get("line"))]
        parts += [
            el(name, told) for name in ("city", "state", "postalCode", "country") if (told := text(one.get(name)))
        ]
        words = text(one.get("text"))
        if parts or words:
            made.append(el("addr", *(parts or [plain(words)]), use=_USES.get(str(one.get("use")))))
    return made


def telecoms(resource: Json) -> list[Markup]:
    """Every number and electronic address of somebody."""
    made = []
    for one in objs(resource.get("telecom")):
        value, scheme = text(one.get("value")), _SCHEMES.get(str(one.get("system")), "tel")
        if value and one.get("use") != "old":
            whole = f"{scheme}:{value}" if scheme else value
            made.append(el("telecom", value=whole, use=_USES.get(str(one.get("use")))))
    return made


def _place(head: Head) -> list[Markup]:
    phone = el("telecom", value=f"tel:{head.phone}", use="WP") if head.phone else el("telecom", nullFlavor="UNK")
    return [phone, el("addr", head.address) if head.address else el("addr", nullFlavor="UNK")]


def _author(head: Head) -> Markup:
    phone, address = _place(head)
    here = el("representedOrganization", el("id", root=head.root), el("name", head.practice))
    assigned = el(
        "assignedAuthor",
        el("id", nullFlavor="UNK"),
        address,
        phone,
        el("assignedPerson", person_name(head.author)),
        here,
    )
    return el("author", moment("time", head.at), assigned)


def _custodian(head: Head) -> Markup:
    here = el("representedCustodianOrganization", el("id", root=head.root), el("name", head.practice), *_place(head))
    return el("custodian", el("assignedCustodian", here))


def _receiver(head: Head) -> Markup:
    if head.receiver is None:
        return NOTHING
    return el("informationRecipient", el("intendedRecipient", el("informationRecipient", person_name(head.receiver))))


def _served(head: Head, members: Sequence[Markup]) -> Markup:
    """The care the document is about, and who gives it; it is told of as of the day of the document."""
    event = el("serviceEvent", during(head.at[:10], None), *members, classCode="PCPR")
    return el("documentationOf", event)


def member(shown: str, role: Json | None) -> Markup:
    """Somebody who takes care of the patient."""
    function = coded("functionCode", role) if role else NOTHING
    assigned = el("assignedEntity", el("id", nullFlavor="UNK"), el("assignedPerson", person_name(shown)))
    return el("performer", function, assigned, typeCode="PRF")
