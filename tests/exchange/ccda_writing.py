"""C-CDA documents written on the spot: a head, and sections of entries as short texts."""

from __future__ import annotations

from pathlib import Path

_T = '<templateId root="2.16.840.1.113883.10.20.{}"/>'
_SNOMED, _LOINC, _RXNORM = "2.16.840.1.113883.6.96", "2.16.840.1.113883.6.1", "2.16.840.1.113883.6.88"


def document(
    *sections: str, number: str = "1", when: str = "20260301", code: str = "34133-9", head: str = "", mrn: str = "77"
) -> str:
    """A whole document about Ada Moss."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:sdtc="urn:hl7-org:sdtc">
<id root="2.16.840.1.113883.19.5.1" extension="{number}"/>
<code code="{code}" codeSystem="{_LOINC}" displayName="Summarization of episode note"/>
<title>Summary for Ada Moss</title><effectiveTime value="{when}"/>
<recordTarget><patientRole><id root="2.16.840.1.113883.19.5.9" extension="{mrn}"/>
<addr use="HP"><streetAddressLine>1 Elm St</streetAddressLine><city>Troy</city><state>NY</state></addr>
<telecom use="MC" value="tel:+1-518-555-0101"/>
<patient><name use="L"><given>Ada</given><family>Moss</family></name>
<administrativeGenderCode code="F"/><birthTime value="19611120"/></patient></patientRole></recordTarget>
<author><time value="{when}"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="1234567893"/>
<assignedPerson><name><given>Ivy</given><family>Frost</family></name></assignedPerson></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><id root="2.16.840.1.113883.19.5.7"/>
<name>Troy Hospital</name></representedCustodianOrganization></assignedCustodian></custodian>{head}
<component><structuredBody>{"".join(f"<component>{one}</component>" for one in sections)}</structuredBody></component>
</ClinicalDocument>"""


def section(code: str, title: str, *entries: str, words: str = "told in words") -> str:
    """A section."""
    inside = "".join(f"<entry>{one}</entry>" for one in entries)
    return f'<section><code code="{code}"/><title>{title}</title><text>{words}</text>{inside}</section>'


def problem(number: str, code: str, name: str, *, low: str = "20200101", status: str = "active", more: str = "") -> str:
    """A problem concern with one problem."""
    return (
        f'<act classCode="ACT" moodCode="EVN">{_T.format("22.4.3")}<code code="CONC"/><statusCode code="{status}"/>'
        f'<entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN" {more}>'
        f'{_T.format("22.4.4")}<id root="2.16.840.1.113883.19.5.3" extension="{number}"/>'
        f'<statusCode code="completed"/><effectiveTime><low value="{low}"/></effectiveTime>'
        f'<value xsi:type="CD" code="{code}" codeSystem="{_SNOMED}" displayName="{name}"/>'
        "</observation></entryRelationship></act>"
    )


def allergy(sort: str, substance: str = "", *, negated: bool = False) -> str:
    """An allergy concern; without a substance it names none."""
    named = substance or '<code nullFlavor="NA"/>'
    return (
        f'<act classCode="ACT" moodCode="EVN">{_T.format("22.4.30")}<statusCode code="completed"/>'
        f'<entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"'
        f' negationInd="{str(negated).lower()}">{_T.format("22.4.7")}<statusCode code="completed"/>'
        f'<value xsi:type="CD" code="{sort}" codeSystem="{_SNOMED}"/><participant typeCode="CSM"><participantRole>'
        f"<playingEntity>{named}</playingEntity></participantRole></participant></observation></entryRelationship></act>"
    )


def medicine(number: str, name: str, *, status: str = "active", high: str = "", mood: str = "EVN") -> str:
    """A medication activity, once a day."""
    return (
        f'<substanceAdministration classCode="SBADM" moodCode="{mood}">{_T.format("22.4.16")}'
        f'<id root="2.16.840.1.113883.19.5.4" extension="{number}"/><statusCode code="{status}"/>'
        f'<effectiveTime xsi:type="IVL_TS"><low value="20260101"/>{high}</effectiveTime>'
        '<effectiveTime xsi:type="PIVL_TS" operator="A"><period value="12" unit="h"/></effectiveTime>'
        '<doseQuantity value="1"/><consumable><manufacturedProduct><manufacturedMaterial>'
        f'<code code="314076" codeSystem="{_RXNORM}" displayName="{name}"/>'
        "</manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration>"
    )


def result(number: str, code: str, name: str, value: str, *, when: str = "20260210") -> str:
    """A report with one result; `value` is the whole element."""
    return (
        f'<organizer classCode="BATTERY" moodCode="EVN">{_T.format("22.4.1")}<id root="1.2.3" extension="p{number}"/>'
        f'<code code="panel" codeSystem="{_LOINC}" displayName="A panel"/><statusCode code="completed"/><component>'
        f'<observation classCode="OBS" moodCode="EVN">{_T.format("22.4.2")}<id root="1.2.3" extension="{number}"/>'
        f'<code code="{code}" codeSystem="{_LOINC}" displayName="{name}"/><statusCode code="completed"/>'
        f'<effectiveTime value="{when}"/>{value}</observation></component></organizer>'
    )


STAY = """<componentOf><encompassingEncounter><id root="2.16.840.1.113883.19.5.6" extension="9"/>
<code code="IMP" codeSystem="2.16.840.1.113883.5.4"/>
<effectiveTime><low value="20260225"/><high value="20260301"/></effectiveTime>
<dischargeDispositionCode code="01" codeSystem="2.16.840.1.113883.12.112" displayName="Discharged to home"/>
</encompassingEncounter></componentOf>"""


def write(path: Path, text: str) -> str:
    """Write a document and give its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)
