"""Which entry of which section of a C-CDA document becomes what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from icm_desktop.exchange.ccda import family, medicines, plans, problems, results, visits
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.plans import Plan
from icm_desktop.exchange.ccda.tree import Node

# LOINC codes of sections.
_PAST = frozenset({"11348-0"})
_DISCHARGE_MEDICINES = frozenset({"10183-2", "75311-1"})
_GIVEN_MEDICINES = frozenset({"29549-3", "18610-6", "59774-0"})
_PLANS = frozenset({"18776-5", "62387-6", "69730-0", "61145-9", "51847-2", "59772-4"})
_EQUIPMENT = frozenset({"46264-8"})
_CATEGORY = {
    "29762-2": "social-history",
    "47420-5": "functional-status",
    "10190-7": "functional-status",
    "8716-3": "vital-signs",
    "30954-2": "laboratory",
    "29545-1": "exam",
    "10210-3": "exam",
    "42348-3": "advance-directive",
    "61144-2": "nutrition",
}
# Templates that become a problem, with the FHIR category of the condition.
_PROBLEMS = {
    "22.4.3": "problem-list-item",
    "22.4.4": "problem-list-item",
    "22.4.132": "health-concern",
    "22.4.136": "health-concern",
    "22.4.33": "encounter-diagnosis",
    "22.4.34": "encounter-diagnosis",
    "22.4.51": "encounter-diagnosis",
    "22.4.65": "encounter-diagnosis",
}
_PLANNED = frozenset({"22.4.39", "22.4.40", "22.4.41", "22.4.42", "22.4.43", "22.4.44", "22.4.20"})
_PLANNED |= {"22.4.120", "22.4.130", "22.4.131", "22.4.146", "22.4.141"}
_SIMPLE: dict[str, Callable[[Document, Node], object]] = {
    "22.4.30": problems.allergies,
    "22.4.52": medicines.immunization,
    "22.4.1": results.panel,
    "22.4.26": results.vitals,
    "22.4.49": visits.encounter,
    "22.4.14": visits.procedure,
    "22.4.12": visits.procedure,
    "22.4.13": visits.procedure,
    "22.4.202": visits.note,
    "22.4.50": visits.supply,
    "22.4.121": plans.goal,
    "22.4.140": plans.referral,
    "22.4.500": plans.team,
    "22.4.45": family.relative,
    "22.4.60": family.coverage,
}
_OBSERVED = frozenset(
    {"22.4.38", "22.4.78", "22.4.85", "22.4.2", "22.4.27", "22.4.48", "22.4.67", "22.4.68", "22.4.69"}
)
_OBSERVED |= {"22.4.73", "22.4.74", "22.4.200", "22.4.144", "15.3.8", "22.4.124", "22.4.127", "22.4.138", "22.4.110"}


def sections(root: Node) -> Iterator[Node]:
    """Every section of the body, in order; one inside another after it."""
    for node in root.one("component", "structuredBody").walk():
        if node.tag == "section":
            yield node


def read_section(doc: Document, section: Node, plan: Plan) -> None:
    """Every entry of one section."""
    code = section.one("code").get("code") or ""
    doc.section = section.one("title").words() or section.one("code").get("displayName") or code or "Section"
    count = 0
    for entry in section.all("entry"):
        for node in entry.children:
            if node.tag in _ENTRIES:
                count += 1
                _read(doc, node, code, plan)
    if not count and section.one("text").words() and section.get("nullFlavor") is None:
        doc.remark("it has only words, which are kept with the document")
    doc.section = ""


_ENTRIES = frozenset(
    {"act", "encounter", "observation", "observationMedia", "organizer", "procedure", "regionOfInterest", "supply"}
    | {"substanceAdministration"}
)


def _read(doc: Document, node: Node, section: str, plan: Plan) -> None:
    templates = node.templates()
    if node.get("nullFlavor") is not None and not node.one("code"):
        doc.leave("an entry only says that there is nothing to tell")
    elif node.tag == "substanceAdministration" and "22.4.52" not in templates:
        _medicine(doc, node, section, plan)
    elif templates & {"22.4.35", "22.4.36"}:
        _medicines_of(doc, node, section, plan)
    elif node.get("moodCode") == "GOL":
        plans.goal(doc, node)
    else:
        _by_template(doc, node, section, plan)


def _medicine(doc: Document, node: Node, section: str, plan: Plan) -> None:
    if node.templates() & _PLANNED or (section in _PLANS and node.get("moodCode") != "EVN"):
        plans.activity(doc, plan, node, doc.section)
    elif section in _GIVEN_MEDICINES:
        medicines.administered(doc, node)
    else:
        medicines.medicine(doc, node, stay=section in _DISCHARGE_MEDICINES)


def _medicines_of(doc: Document, node: Node, section: str, plan: Plan) -> None:
    """The medicines inside a discharge or admission medication act."""
    found = list(node.all("entryRelationship", "substanceAdministration"))
    for one in found:
        _medicine(doc, one, section, plan)
    if not found:
        doc.leave("a list of medicines without medicines is not read", "MedicationStatement")


def _by_template(doc: Document, node: Node, section: str, plan: Plan) -> None:
    templates = node.templates()
    category = next((_PROBLEMS[one] for one in sorted(templates & _PROBLEMS.keys())), None)
    if category is not None:
        if not problems.concern(doc, node, category, past=section in _PAST):
            doc.leave("a concern that names no problem of its own is not read", "Condition")
        return
    simple = next((_SIMPLE[one] for one in sorted(templates & _SIMPLE.keys())), None)
    if simple is not None:
        planned = node.get("moodCode") in ("INT", "RQO", "PRP", "ARQ", "PRMS") and simple is visits.procedure
        if planned:
            plans.activity(doc, plan, node, doc.section)
        else:
            simple(doc, node)
    elif templates & _PLANNED or section in _PLANS:
        plans.activity(doc, plan, node, doc.section)
    elif node.tag == "organizer" and section in _EQUIPMENT:
        _equipment(doc, node)
    elif not _of_old(doc, node, section):
        _other(doc, node, section)


def _of_old(doc: Document, node: Node, section: str) -> bool:
    """Entries with templates from before C-CDA (C32, CCD): told apart by their section."""
    if node.tag != "act":
        return False
    if section == "11450-4":
        return problems.concern(doc, node, "problem-list-item") > 0
    return section == "48765-2" and problems.allergies(doc, node) > 0


def _equipment(doc: Document, node: Node) -> None:
    for one in node.all("component"):
        for part in one.children:
            if part.tag == "supply":
                visits.supply(doc, part)
            elif part.tag == "procedure":
                visits.procedure(doc, part)


def _other(doc: Document, node: Node, section: str) -> None:
    """Observations of sections that are known, and what no template tells apart."""
    known = section in _CATEGORY
    if node.tag == "observation" and (known or node.templates() & _OBSERVED):
        results.observation(doc, node, _CATEGORY.get(section))
    elif node.tag == "organizer":
        inside = list(node.all("component", "observation"))
        if section == "30954-2":
            results.panel(doc, node)
        elif inside and known:
            results.group(doc, node, _CATEGORY[section])
        else:
            doc.leave(_unknown(node))
    else:
        doc.leave(_unknown(node))


def _unknown(node: Node) -> str:
    named = node.one("code").get("displayName")
    told = f"{node.tag} “{named[:60]}”" if named else node.tag
    return f"an entry of a kind that is not known ({told}) is not read"
