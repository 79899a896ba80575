"""Talking to the FHIR server of an exchange partner: the only place that uses the network."""
