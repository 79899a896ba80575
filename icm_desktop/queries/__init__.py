"""The read side: frozen rows for screens and commands."""
