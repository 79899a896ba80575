"""The window: collect, ask one use case, show."""
