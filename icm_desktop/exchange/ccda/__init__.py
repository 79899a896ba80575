"""C-CDA documents and their parts: mapping only."""
