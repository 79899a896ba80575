"""The parts of an export of everything: files that know their digest, lines of FHIR, tables, documents."""
