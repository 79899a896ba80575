"""What entries are made of: ids, templates, times, codes, amounts, authors, pointers into the narrative."""

from __future__ import annotations

import re
import uuid

from icm_desktop.exchange.ccda.codes import SYSTEMS
from icm_desktop.exchange.ccda.writing.markup import NOTHING, Markup, el, joined
from icm_desktop.exchange.fhir.values import Json, codings, concept_text, obj, objs, text

C_CDA = "2.16.840.1.113883.10.20."
LOINC, SNOMED, ACT_CODE = "2.16.840.1.113883.6.1", "2.16.840.1.113883.6.96", "2.16.840.1.113883.5.4"
R2_1, R2_0 = "2015-08-01", "2014-06-09"  # versions of templates
_OIDS = {uri: oid for oid, uri in reversed(SYSTEMS.items())}
_OID = re.compile(r"urn:oid:([0-9.]+)")
_DIGITS = re.compile(r"[^0-9]")


def template(root: str, extension: str | None = None) -> Markup:
    """The templates an element keeps to: with its version, and without for older readers (C-CDA R2.1, 3.1.1)."""
    whole = root if root.startswith(("1.", "2.")) else f"{C_CDA}{root}"
    both = [el("templateId", root=whole)]
    if extension is not None:
        both.append(el("templateId", root=whole, extension=extension))
    return joined(both)


def number(resource: Json, root: str) -> Markup:
    """The id of a resource: a uuid as it is, any other within the numbers of this practice."""
    own = str(resource["id"])
    try:
        return el("id", root=str(uuid.UUID(own)))
    except ValueError:
        return el("id", root=root, extension=own)


def when(moment: str | None) -> str | None:
    """A FHIR date or instant as TS."""
    if moment is None:
        return None
    day, _, time = moment.partition("T")
    if not time:
        return _DIGITS.sub("", day)
    clock, offset = (time[:-1], "+0000") if time.endswith("Z") else (time[:-6], time[-6:].replace(":", ""))
    return _DIGITS.sub("", day) + _DIGITS.sub("", clock.partition(".")[0]).ljust(6, "0") + offset


def moment(name: str, told: str | None) -> Markup:
    """An element with one moment; one that is not known says so."""
    return el(name, value=when(told)) if told else el(name, nullFlavor="UNK")


def during(start: str | None, end: str | None, name: str = "effectiveTime") -> Markup:
    """A span of time; an end that is not known is left open."""
    low = el("low", value=when(start)) if start else el("low", nullFlavor="UNK")
    return el(name, low, el("high", value=when(end)) if end else NOTHING)


def coded(name: str, concept: object, reference: str | None = None, **more: object) -> Markup:
    """A CodeableConcept; what no code system of C-CDA holds goes in words."""
    found = [(oid(one.get("system")), one) for one in codings(concept)]
    known = [(root, one) for root, one in found if root is not None and text(one.get("code"))]
    said = concept_text(concept)
    words = el("originalText", el("reference", value=f"#{reference}") if reference else (said or ""))
    if not known:
        return el(name, words, nullFlavor="OTH" if said else "UNK", **more)
    rest = joined(
        el("translation", code=one["code"], codeSystem=root, displayName=text(one.get("display")))
        for root, one in known[1:]
    )
    root, first = known[0]
    shown = said or text(first.get("display"))
    return el(
        name, words if reference else NOTHING, rest, code=first["code"], codeSystem=root, displayName=shown, **more
    )


def oid(system: object) -> str | None:
    """The number of a code system, None where it has none that is known."""
    uri = text(system)
    if uri is None:
        return None
    found = _OID.fullmatch(uri)
    return found[1] if found else _OIDS.get(uri)


def loinc(name: str, code: str, display: str) -> Markup:
    """A LOINC code."""
    return el(name, code=code, codeSystem=LOINC, codeSystemName="LOINC", displayName=display)


def snomed(name: str, code: str, display: str, **more: object) -> Markup:
    """A SNOMED CT code."""
    return el(name, code=code, codeSystem=SNOMED, codeSystemName="SNOMED CT", displayName=display, **more)


def status(code: str) -> Markup:
    """The state of an act."""
    return el("statusCode", code=code)


def points(name: str) -> Markup:
    """What the narrative says of an entry."""
    return el("text", el("reference", value=f"#{name}"))


def quantity(value: Json, name: str = "value", **more: object) -> Markup:
    """A Quantity with its unit in UCUM."""
    unit = text(value.get("code")) or text(value.get("unit"))
    return el(name, value=_plain_number(value.get("value")), unit=unit, **more)


def _plain_number(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def measured(resource: Json, stem: str = "value") -> Markup:
    """The value of an Observation or the target of a Goal, in whatever form it has."""
    amount, limits = obj(resource.get(f"{stem}Quantity")), obj(resource.get(f"{stem}Range"))
    if amount:
        comparator = text(amount.get("comparator"))
        if comparator in ("<", "<="):
            return _interval(None, amount, comparator == "<=")
        if comparator in (">", ">="):
            return _interval(amount, None, comparator == ">=")
        return quantity(amount, xsi__type="PQ")
    if limits:
        return _interval(obj(limits.get("low")), obj(limits.get("high")), True)
    concept = resource.get(f"{stem}CodeableConcept")
    if concept:
        return coded("value", concept, xsi__type="CD")
    words = text(resource.get(f"{stem}String"))
    return el("value", words, xsi__type="ST") if words else NOTHING


def _interval(low: Json | None, high: Json | None, inclusive: bool) -> Markup:
    closed = "true" if inclusive else "false"
    ends = [quantity(end, name, inclusive=closed) for name, end in (("low", low), ("high", high)) if end]
    return el("value", *ends, xsi__type="IVL_PQ")


def said_by(resource: Json, at: str | None, *names: str) -> Markup:
    """The author of an entry (Author Participation), where one is known by name."""
    for name in names:
        found = resource.get(name)
        for one in objs(found) or [obj(found)]:
            shown = text(one.get("display"))
            if shown:
                return author(shown, at)
    return NOTHING


def author(shown: str, at: str | None, code: Markup = NOTHING) -> Markup:
    """An author by name."""
    assigned = el("assignedAuthor", el("id", nullFlavor="UNK"), code, el("assignedPerson", person_name(shown)))
    return el("author", template("22.4.119"), moment("time", at), assigned)


def person_name(shown: str) -> Markup:
    """A name in one line: the last word is taken as the family name, as a display of FHIR writes it."""
    *given, family = shown.split()
    return el("name", *(el("given", part) for part in given), el("family", family))
