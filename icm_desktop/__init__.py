"""The practice: rules and use cases of integrated care management."""
