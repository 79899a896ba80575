"""The practice: rules and use cases of integrated care management."""

__version__ = "0.1.0"
