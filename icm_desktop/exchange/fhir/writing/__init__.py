"""Our rows as FHIR R4: one file per family of types, each the mirror of its reader."""
