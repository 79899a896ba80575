"""Pathways: what should be done for a patient, how often, and what of it is due on a day."""
