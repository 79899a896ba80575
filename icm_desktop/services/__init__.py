"""Use cases that change something; one transaction each."""
