"""HL7 v2 messages to FHIR resources: mapping only."""
