"""FHIR R4 to rows of ours: pure mapping, no database."""
