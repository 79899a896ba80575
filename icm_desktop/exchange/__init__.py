"""Mapping between outside formats and domain values."""
